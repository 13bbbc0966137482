"""What a violated expression wanted, what it found instead, and by how much it missed."""

from collections.abc import Callable, Iterator
from typing import Any

from checker.expression.tree import children, unparse, with_children
from checker.model.standard import Tree
from checker.text import Text
from checker.values.spreads import Envelope, Spread, Uncertain

#: The value of a part of the expression on the vehicle; None: not known.
ValueOf = Callable[[Tree], Any]

_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")


def shortfalls(tree: Tree, value_of: ValueOf) -> Iterator[Text]:
    """Yield a sentence for each part of a violated expression that made it so."""
    match tree:
        case ("and", _, *operands):
            for operand in operands:
                if value_of(operand) is False:
                    yield from shortfalls(operand, value_of)
        case ("or", _, *operands):
            for operand in operands:
                yield from shortfalls(operand, value_of)
        case ("cond", _, condition, then, otherwise):
            chosen = value_of(condition)
            if chosen is not None:
                yield from shortfalls(then if chosen else otherwise, value_of)
        case ("op", _, "==", ("call", _, "missing", _, stated) as left, ("list", _)):
            yield _missing(stated, value_of(left))
        case ("op", _, symbol, left, right) if symbol in _COMPARISONS:
            yield _comparison(symbol, left, right, value_of)
        case ("op", _, "in", left, right):
            yield _membership(left, right, value_of)
        case ("path", *_):
            yield Text(f"{unparse(tree)} is false", f"{unparse(tree)} 为 false")
        case ("not", _, ("path", *_) as operand):
            yield Text(f"{unparse(operand)} is true", f"{unparse(operand)} 为 true")
        case _:
            yield Text(f"not met: {unparse(tree)}", f"不满足：{unparse(tree)}")


def of_member(tree: Tree, name: str, path: str) -> Tree:
    """Return an expression about the member that a variable names as one about the member's own path."""
    match tree:
        case ("path", offset, root, fields, code) if root == name:
            section, *keys = path.split(".")
            return ("path", offset, section, (*keys, *fields), code)
    return with_children(tree, [of_member(child, name, path) for child in children(tree)])


def _comparison(symbol: str, left: Tree, right: Tree, value_of: ValueOf) -> Text:
    found, limit = value_of(left), value_of(right)
    wanted = f"{symbol} {shown(limit)}"
    named = unparse(left)
    missed_en, missed_zh = _missed(symbol, found, limit)
    return Text(
        f"{named} is {shown(found)}, required {wanted}{missed_en}",
        f"{named} 为 {shown(found)}，要求 {wanted}{missed_zh}",
    )


def _missing(stated: Tree, items: list[Any]) -> Text:
    """Return which items of a wanted list are not among those that are stated."""
    named, listed = unparse(stated), [shown(item) for item in items]
    return Text(f"missing from {named}: {', '.join(listed)}", f"{named} 缺少：{'、'.join(listed)}")


def _missed(symbol: str, found: Any, limit: Any) -> tuple[str, str]:
    """Return by how much an ordered comparison of two numbers was missed."""
    if symbol in ("==", "!=") or not _is_number(found) or not _is_number(limit):
        return "", ""
    gap = shown(round(abs(found - limit), 9))
    return f" (missed by {gap})", f"（相差 {gap}）"


def _membership(left: Tree, right: Tree, value_of: ValueOf) -> Text:
    found, allowed = shown(value_of(left)), shown(value_of(right))
    return Text(
        f"{unparse(left)} is {found}, required one of {allowed}",
        f"{unparse(left)} 为 {found}，要求为 {allowed} 之一",
    )


def shown(value: Any) -> str:
    """Return a value as a reader writes it: no needless decimals, ranges with a dash, lists in brackets."""
    if value is None:
        return "?"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:g}" if value != int(value) or abs(value) >= 1e15 else str(int(value))
    if isinstance(value, Text):
        return value.en
    if isinstance(value, Spread | Envelope | Uncertain):
        return "–".join(shown(end) for end in value)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(shown(item) for item in value) + "]"
    return str(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
