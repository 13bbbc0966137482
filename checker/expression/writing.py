"""Expressions as Python source: one Python expression each, with numbered temporaries.

Where the types say that a value is a plain number, text or truth value, operators are written in place;
everything else goes through `checker.expression.runtime`.
"""

from collections.abc import Callable

from checker.expression.frames import Frame
from checker.expression.functions import FUNCTIONS, METHODS, Function, bounds
from checker.expression.inplace import is_plain, membership_of_constants, operation
from checker.expression.source import (
    Source,
    as_truth,
    asked,
    called,
    called_if_known,
    conjunction,
    truth_of,
    unless_unknown,
)
from checker.expression.tree import Tree

#: Python reads some 190 nested brackets; deeper expressions are computed in steps.
_DEEPEST = 20


def write(tree: Tree, frame: Frame) -> Source:
    """Return the source of an expression; what it reads is loaded in the frame."""
    source = _WRITERS[tree[0]](tree, frame)
    if source.depth > _DEEPEST:
        name = frame.assigned(source.text)
        return source._replace(text=name, simple=True, depth=1, opposite="")
    return source


def write_truth(tree: Tree, frame: Frame) -> Source:
    """Return the source of an expression as True, False or None."""
    return as_truth(write(tree, frame))


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
    return called("select", [write(tree[2], frame)], repr(tree[3]))


def _has(tree: Tree, frame: Frame) -> Source:
    return called("has", [write(tree[2], frame)], repr(tree[3]), kind="bool")


def _index(tree: Tree, frame: Frame) -> Source:
    return called("index", [write(tree[2], frame), write(tree[3], frame)])


def _list(tree: Tree, frame: Frame) -> Source:
    parts = [write(item, frame) for item in tree[2:]]
    if all(item[0] == "lit" for item in tree[2:]):
        constant = f"({''.join(f'{part.text}, ' for part in parts)})"
        return Source(frame.module.constant("L", constant), "list", known=True, simple=True)
    return called("as_list", parts, kind="list")


def _map(tree: Tree, frame: Frame) -> Source:
    return called("as_map", [write(item, frame) for item in tree[2:]], kind="map")


def _not(tree: Tree, frame: Frame) -> Source:
    part = write_truth(tree[2], frame)
    if part.opposite:
        return part._replace(text=part.opposite, opposite=part.text)
    return truth_of(unless_unknown([part], frame, lambda name: f"not {name}"), [part], known=part.known)


def _and(tree: Tree, frame: Frame) -> Source:
    return conjunction([write_truth(operand, frame) for operand in tree[2:]], frame)


def _or(tree: Tree, frame: Frame) -> Source:
    parts = [write_truth(operand, frame) for operand in tree[2:]]
    first, again = asked(parts, frame)
    unknown = [f"{name} is None" for name, part in zip(again, parts, strict=True) if not part.known]
    otherwise = f"None if {' or '.join(unknown)} else False" if unknown else "False"
    return truth_of(f"(True if {' or '.join(first)} else {otherwise})", parts)


def _cond(tree: Tree, frame: Frame) -> Source:
    condition, then, otherwise = write_truth(tree[2], frame), write(tree[3], frame), write(tree[4], frame)
    (first,), (again,) = asked([condition], frame)
    text = f"({then.text} if {first} else {otherwise.text} if {again} is False else None)"
    kind = then.kind if then.kind == otherwise.kind else "dyn"
    return Source(text, kind, depth=1 + max(condition.depth, then.depth, otherwise.depth))


def _neg(tree: Tree, frame: Frame) -> Source:
    part = write(tree[2], frame)
    if part.kind == "double":
        return Source(unless_unknown([part], frame, lambda name: f"-{name}"), "double", depth=part.depth + 1)
    return called("negate", [part])


def _op(tree: Tree, frame: Frame) -> Source:
    _, _, symbol, left, right = tree
    item = write(left, frame)
    if symbol == "in" and right[0] == "list":
        members = [write(member, frame) for member in right[2:]]
        if is_plain(item, members):
            return membership_of_constants(item, members, frame)
    return operation(symbol, [item, write(right, frame)], frame)


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
    return called_if_known(alias, parts, frame, kind.get(function.result, "dyn"))


def _size(tree: Tree, frame: Frame) -> Source:
    target = tree[3]
    if target[0] == "path" and target[4].endswith("!"):
        return called("count_fitted", [write(target, frame)])
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
