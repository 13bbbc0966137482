"""Expressions as Python source: one Python expression each, with numbered temporaries.

Where the types say that a value is a plain number, text or truth value, operators are written in place;
everything else goes through `checker.expression.runtime`.
"""

from collections.abc import Callable
from typing import NamedTuple

from checker.expression.frames import Frame
from checker.expression.functions import FUNCTIONS, METHODS, Function, bounds
from checker.expression.tree import Tree

#: Python reads some 190 nested brackets; deeper expressions are computed in steps.
_DEEPEST = 20
_COMPARED = {
    "==": "equal",
    "!=": "unequal",
    "<": "less",
    "<=": "at_most",
    ">": "greater",
    ">=": "at_least",
}
_CALCULATED = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "%": "modulo"}
_PLAIN = ("int", "double")
_CLASSES = {"int~": "int", "double~": "float"}


class Source(NamedTuple):
    """An expression as Python source."""

    text: str
    kind: str = "dyn"  # bool: True, False or None; int, double, string; with ~: or a spread; list; map
    known: bool = False  # never None
    simple: bool = False  # a name or a constant: may be written twice
    depth: int = 1  # of brackets
    opposite: str = ""  # the same negated, where that is no longer


def write(tree: Tree, frame: Frame) -> Source:
    """Return the source of an expression; what it reads is loaded in the frame."""
    source = _WRITERS[tree[0]](tree, frame)
    if source.depth > _DEEPEST:
        name = frame.assigned(source.text)
        return source._replace(text=name, simple=True, depth=1, opposite="")
    return source


def write_truth(tree: Tree, frame: Frame) -> Source:
    """Return the source of an expression as True, False or None."""
    return _as_truth(write(tree, frame))


def conjunction(parts: list[Source], frame: Frame) -> Source:
    """Return the source of ``a && b && ...``."""
    if len(parts) == 1:
        return parts[0]
    first, names = _asked(parts, frame)
    tests = " or ".join(f"{name} is False" for name in first)
    return _bool(f"(False if {tests} else {' and '.join(names)})", parts)


def _as_truth(source: Source) -> Source:
    if source.kind == "bool":
        return source
    return Source(f"truth({source.text})", "bool", depth=source.depth + 1)


def _bool(text: str, parts: list[Source], *, known: bool = False) -> Source:
    return Source(text, "bool", known, depth=1 + max(part.depth for part in parts))


def _asked(parts: list[Source], frame: Frame) -> tuple[list[str], list[str]]:
    """Return each part as it is written the first time, which names it, and as it is written again."""
    first, again = [], []
    for part in parts:
        name = part.text if part.simple else frame.temporary()
        first.append(name if part.simple else f"({name} := {part.text})")
        again.append(name)
    return first, again


def _unless_unknown(parts: list[Source], frame: Frame, result: Callable[..., str]) -> str:
    """Return the source of a result that is None as soon as one of its parts is."""
    first, again = _asked(parts, frame)
    unknown = [
        f"{name} is None" for name, part in zip(first, parts, strict=True) if not (part.known and part.simple)
    ]
    text = result(*again)
    return f"(None if {' or '.join(unknown)} else {text})" if unknown else f"({text})"


def _literal(tree: Tree, _frame: Frame) -> Source:
    kind = {bool: "bool", int: "int", float: "double", str: "string"}[type(tree[2])]
    text = repr(tree[2])
    return Source(f"({text})" if text.startswith("-") else text, kind, known=True, simple=True)


def _path(tree: Tree, frame: Frame) -> Source:
    _, _, root, fields, code = tree
    kind = code.rstrip("!")
    if fields:
        return Source(frame.load(root, fields), kind, simple=True)
    return _root(root, frame)._replace(kind=kind)


def _ident(tree: Tree, frame: Frame) -> Source:
    return _root(tree[2], frame)


def _root(name: str, frame: Frame) -> Source:
    variable = frame.variable(name)
    if variable is not None:
        return Source(variable, simple=True)
    if name == "as_of":
        return Source(frame.take("as_of"), simple=True)
    if name in frame.module.lists:
        text = frame.module.constant("L", repr(tuple(frame.module.lists[name])))
        return Source(text, "list", known=True, simple=True)
    return Source(frame.load(name, ()), simple=True)


def _select(tree: Tree, frame: Frame) -> Source:
    return _called("select", [write(tree[2], frame)], repr(tree[3]))


def _has(tree: Tree, frame: Frame) -> Source:
    return _called("has", [write(tree[2], frame)], repr(tree[3]), kind="bool")


def _index(tree: Tree, frame: Frame) -> Source:
    return _called("index", [write(tree[2], frame), write(tree[3], frame)])


def _called(function: str, parts: list[Source], *more: str, kind: str = "dyn") -> Source:
    text = ", ".join([*(part.text for part in parts), *more])
    return Source(f"{function}({text})", kind, depth=1 + max((part.depth for part in parts), default=0))


def _list(tree: Tree, frame: Frame) -> Source:
    return _called("as_list", [write(item, frame) for item in tree[2:]], kind="list")


def _map(tree: Tree, frame: Frame) -> Source:
    return _called("as_map", [write(item, frame) for item in tree[2:]], kind="map")


def _not(tree: Tree, frame: Frame) -> Source:
    part = write_truth(tree[2], frame)
    if part.opposite:
        return part._replace(text=part.opposite, opposite=part.text)
    return _bool(_unless_unknown([part], frame, lambda name: f"not {name}"), [part], known=part.known)


def _and(tree: Tree, frame: Frame) -> Source:
    return conjunction([write_truth(operand, frame) for operand in tree[2:]], frame)


def _or(tree: Tree, frame: Frame) -> Source:
    parts = [write_truth(operand, frame) for operand in tree[2:]]
    first, again = _asked(parts, frame)
    unknown = [f"{name} is None" for name, part in zip(again, parts, strict=True) if not part.known]
    otherwise = f"None if {' or '.join(unknown)} else False" if unknown else "False"
    return _bool(f"(True if {' or '.join(first)} else {otherwise})", parts)


def _cond(tree: Tree, frame: Frame) -> Source:
    condition, then, otherwise = write_truth(tree[2], frame), write(tree[3], frame), write(tree[4], frame)
    (first,), (again,) = _asked([condition], frame)
    text = f"({then.text} if {first} else {otherwise.text} if {again} is False else None)"
    kind = then.kind if then.kind == otherwise.kind else "dyn"
    return Source(text, kind, depth=1 + max(condition.depth, then.depth, otherwise.depth))


def _neg(tree: Tree, frame: Frame) -> Source:
    part = write(tree[2], frame)
    if part.kind == "double":
        return Source(_unless_unknown([part], frame, lambda name: f"-{name}"), "double", depth=part.depth + 1)
    return _called("negate", [part])


def _op(tree: Tree, frame: Frame) -> Source:
    _, _, symbol, left, right = tree
    if symbol == "in":
        return _in(left, right, frame)
    parts = [write(left, frame), write(right, frame)]
    if symbol in _COMPARED:
        return _comparison(symbol, parts, frame)
    if symbol in "+-*" and all(part.kind == "double" for part in parts):
        text = _unless_unknown(parts, frame, lambda a, b: f"{a} {symbol} {b}")
        return Source(text, "double", depth=1 + max(part.depth for part in parts))
    return _called(_CALCULATED[symbol], parts)


def _comparison(symbol: str, parts: list[Source], frame: Frame) -> Source:
    kinds = [part.kind for part in parts]
    in_place = kinds[0] == kinds[1] and (
        kinds[0] in (*_PLAIN, "string") or (kinds[0] == "bool" and symbol in ("==", "!="))
    )
    if in_place:
        written = _unless_unknown(parts, frame, lambda a, b: f"{a} {symbol} {b}")
        opposite = _unless_unknown(parts, frame, lambda a, b: f"not {a} {symbol} {b}")
        source = _bool(written, parts, known=all(part.known for part in parts))
        return source._replace(opposite=opposite)
    function = _COMPARED[symbol]
    ranged = [number for number, kind in enumerate(kinds) if kind in _CLASSES]
    if len(ranged) == 1 and kinds[1 - ranged[0]] == kinds[ranged[0]][:-1]:
        plain = _CLASSES[kinds[ranged[0]]]

        def either(*names: str) -> str:
            a, b = names
            return f"{a} {symbol} {b} if {names[ranged[0]]}.__class__ is {plain} else {function}({a}, {b})"

        return _bool(_unless_unknown(parts, frame, either), parts)
    return _called(function, parts, kind="bool")


def _in(left: Tree, right: Tree, frame: Frame) -> Source:
    item = write(left, frame)
    if right[0] == "list" and len(right) > 2 and item.kind in (*_PLAIN, "string"):
        members = [write(member, frame) for member in right[2:]]
        if all(member.known and member.simple and member.kind == item.kind for member in members):
            inner = ", ".join(member.text for member in members)
            written = _unless_unknown([item], frame, lambda name: f"{name} in ({inner},)")
            opposite = _unless_unknown([item], frame, lambda name: f"{name} not in ({inner},)")
            return _bool(written, [item])._replace(opposite=opposite)
    collection = write(right, frame)
    parts = [item, collection]
    if item.kind == "string" and collection.kind == "list":
        return _bool(_unless_unknown(parts, frame, lambda a, b: f"{a} in {b}"), parts)
    return _called("contained", parts, kind="bool")


def _call(tree: Tree, frame: Frame) -> Source:
    name = tree[2]
    if name == "lookup":
        return _lookup(tree, frame)
    if name == "size" and len(tree) == 4:
        return _size(tree, frame)
    return _invoked("FUNCTIONS", FUNCTIONS, tree, frame)


def _method(tree: Tree, frame: Frame) -> Source:
    if tree[2] == "size" and len(tree) == 4:
        return _size(tree, frame)
    return _invoked("METHODS", METHODS, tree, frame)


def _invoked(table: str, functions: dict[str, Function], tree: Tree, frame: Frame) -> Source:
    name, parts = tree[2], [write(argument, frame) for argument in tree[3:]]
    function = functions.get(name)
    if function is None or not bounds(function)[0] <= len(parts) <= bounds(function)[1]:
        return Source("None")
    alias = frame.module.constant("f", f"{table}[{name!r}].call")
    kind = {"bool": "bool", "string": "string", "date": "string", "int": "dyn", "double": "dyn"}
    return _called(alias, parts, kind=kind.get(function.result, "dyn"))


def _size(tree: Tree, frame: Frame) -> Source:
    target = tree[3]
    if target[0] == "path" and target[4].endswith("!"):
        return _called("count_fitted", [write(target, frame)])
    return _invoked("FUNCTIONS", FUNCTIONS, tree, frame)


def _lookup(tree: Tree, frame: Frame) -> Source:
    table = frame.module.tables.get(tree[3][2])
    if table is None:
        return Source("None")
    given = {key[2]: write(value, frame) for key, value in zip(tree[4][2::2], tree[4][3::2], strict=True)}
    pairs = list(zip(table.columns, table.match, strict=True))
    column = tree[5][2] if len(tree) == 6 else next(name for name, match in pairs if match is None)
    parts = [given[name] for name, match in pairs if match is not None]
    wanted = "(" + "".join(f"{part.text}, " for part in parts) + ")"
    alias = frame.module.constant("T", repr(table))
    text = f"look_up({alias}, {wanted}, {table.columns.index(column)})"
    return Source(text, depth=2 + max(part.depth for part in parts))


def _macro(tree: Tree, frame: Frame) -> Source:
    from checker.expression.loops import write_macro  # noqa: PLC0415 - loops write expressions

    return write_macro(tree, frame)


_WRITERS: dict[str, Callable[[Tree, Frame], Source]] = {
    "lit": _literal,
    "null": lambda _tree, _frame: Source("NULL", known=True, simple=True),
    "path": _path,
    "ident": _ident,
    "select": _select,
    "has": _has,
    "index": _index,
    "list": _list,
    "map": _map,
    "not": _not,
    "and": _and,
    "or": _or,
    "cond": _cond,
    "neg": _neg,
    "op": _op,
    "call": _call,
    "method": _method,
    "macro": _macro,
}
