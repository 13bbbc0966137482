"""What an open requirement waits for, as Python source: for most it is what they read and nobody states."""

from collections.abc import Iterable

from checker.expression.frames import Frame
from checker.expression.straight import straight_paths
from checker.expression.tree import Tree


def write_unstated(trees: Iterable[Tree], frame: Frame, side: str, member: str = "''") -> str:
    """Return source that makes a tuple of the paths that these expressions read and nobody states.

    All of them have been written in this frame, on this side. `member` is the source of the path of the
    member that a variable stands for. It is () where one of them is not straight, for then only a walk tells,
    and in a module that is not to say it.
    """
    if not frame.module.waits:
        return "()"
    before, frame.side = frame.side, side
    names: dict[str, str] = {}
    for tree in trees:
        straight = straight_paths(tree)
        for root, keys in straight or ():
            variable = frame.variable(root)
            if variable is not None and keys:
                names["." + ".".join(keys)] = frame.load(root, keys)
            elif variable is None and root != "as_of" and root not in frame.module.lists:
                names[".".join((root, *keys))] = frame.load(root, keys)
            elif variable is not None and root != "key":
                straight = None  # the member itself
        if straight is None:
            names.clear()
            break
    frame.side = before
    if not names:
        return "()"
    values = "".join(f"{name}, " for name in names.values())
    prefix = f", {member}" if any(path[0] == "." for path in names) else ""
    return f"unstated({tuple(names)!r}, ({values}){prefix})"
