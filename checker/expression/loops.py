"""Macros as Python source: one small function each, that iterates a list or a map."""

from typing import NamedTuple

from checker.expression.frames import Frame
from checker.expression.source import Source
from checker.expression.tree import Tree
from checker.expression.writing import write, write_truth


class _Head(NamedTuple):
    """The lines up to and with the head of the loop, and the names that it gives."""

    lines: tuple[str, ...]
    item: str  # what `filter` keeps
    member: str  # what says whether it is fitted
    fittable: bool = False


class _Shape(NamedTuple):
    """What a macro starts with, does with one member's result ``r``, and ends with."""

    start: str
    each: tuple[str, ...]
    end: str
    kind: str


_UNKNOWN = "if r is None: return None"
_SHAPES = {
    "exists": _Shape("False", ("if r: return True", "if r is None: result = None"), "result", "bool"),
    "all": _Shape("True", ("if r is False: return False", "if r is None: result = None"), "result", "bool"),
    "exists_one": _Shape("0", (_UNKNOWN, "result += r"), "result == 1", "bool"),
    "filter": _Shape("[]", (_UNKNOWN, "if r: result.append({item})"), "result", "list"),
    "map": _Shape("[]", (_UNKNOWN, "result.append(r)"), "result", "dyn"),
}
_SAME = {"existsOne": "exists_one", "transformList": "map"}


def write_macro(tree: Tree, frame: Frame) -> Source:
    """Return the call of the function that a macro becomes."""
    _, _, macro, variables, target, _, _ = tree
    name = str(_SAME.get(macro, macro))
    shape = _SHAPES[name]
    collection = write(target, frame)
    inner = Frame(frame.module, frame)
    head = _head(inner, target, variables)
    judged = _judged(tree, name, inner, fittable=head.fittable)
    each = [line.format(item=head.item) for line in shape.each]
    function = frame.module.name("m")
    frame.module.parts.append(
        "\n".join(
            (
                f"def {function}({', '.join(['collection', *inner.taken])}):",
                *(f"    {line}" for line in (*head.lines[:-1], f"result = {shape.start}", head.lines[-1])),
                *(f"        {line}" for line in (*_presence(head), *inner.lines)),
                *(f"        {line}" for line in (*judged, *each)),
                f"    return {shape.end}",
            )
        )
    )
    text = f"{function}({', '.join([collection.text, *inner.taken])})"
    return Source(text, shape.kind, depth=collection.depth + 1)


def _head(inner: Frame, target: Tree, variables: tuple[str, ...]) -> _Head:
    """Bind the variables of a macro, and return how its loop begins."""
    key, member = inner.module.name("k"), inner.module.name("x")
    code = target[4] if target[0] == "path" else "list" if target[:3:2] == ("macro", "filter") else "dyn"
    fittable, is_map = code.endswith("!"), code.startswith("map")
    item = key if is_map and len(variables) == 1 else member
    for variable, name in zip(variables, (key, member) if len(variables) == 2 else (item,), strict=True):
        inner.bind(variable, name)
    unknown = "if collection is None: return None"
    if not code.startswith(("map", "list")):
        pairs = f"{key}, {member}" if len(variables) == 2 else member
        iterated = "entries" if len(variables) == 2 else "items"
        return _Head(
            (f"collection = {iterated}(collection)", unknown, f"for {pairs} in collection:"), item, member
        )
    if fittable or len(variables) == 2:
        pairs = "collection.items()" if is_map else "enumerate(collection)"
        return _Head((unknown, f"for {key}, {member} in {pairs}:"), item, member, fittable)
    return _Head((unknown, f"for {item} in collection:"), item, member)


def _presence(head: _Head) -> tuple[str, ...]:
    if not head.fittable:
        return ()
    return (f"fitment = {head.member}.get('fitment')", "if fitment == 'not_fitted': continue")


def _judged(tree: Tree, name: str, inner: Frame, *, fittable: bool) -> list[str]:
    condition, body = tree[5:7]
    lines = []
    if name == "map":
        if condition is not None:
            lines = [f"r = {write_truth(condition, inner).text}", "if r is False: continue", _UNKNOWN]
        if fittable:
            lines.append("if fitment is None: return None")
        return [*lines, f"r = {write(body, inner).text}"]
    lines.append(f"r = {write_truth(body, inner).text}")
    if fittable:
        absorbing = "True" if name == "all" else "False"
        lines.append(f"if fitment is None and r is not {absorbing}: r = None")
    return lines
