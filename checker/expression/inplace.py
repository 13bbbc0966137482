"""Operators as Python source: in place for plain values, else as a call of the runtime."""

from checker.expression.frames import Frame
from checker.expression.source import Source, called, called_if_known, truth_of, unless_unknown

#: The functions of the runtime that compare.
COMPARED = {
    "==": "equal",
    "!=": "unequal",
    "<": "less",
    "<=": "at_most",
    ">": "greater",
    ">=": "at_least",
}
_CALCULATED = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide", "%": "modulo"}
PLAIN = ("int", "double")
_ORDERED = (*PLAIN, "string")
_EQUATED = (*_ORDERED, "bool")


def operation(symbol: str, parts: list[Source], frame: Frame) -> Source:
    """Return the source of an operator with two sides."""
    if symbol == "in":
        return _membership(parts, frame)
    if symbol in COMPARED:
        return comparison(symbol, parts, frame)
    if symbol in "+-*" and all(part.kind == "double" for part in parts):
        text = unless_unknown(parts, frame, lambda a, b: f"{a} {symbol} {b}")
        return Source(text, "double", depth=1 + max(part.depth for part in parts))
    return called(_CALCULATED[symbol], parts)


def comparison(symbol: str, parts: list[Source], frame: Frame) -> Source:
    """Return the source of ``==``, ``<`` and the like, in place for plain values; a spread judges ``<``."""
    kinds = [part.kind for part in parts]
    if kinds[0] == kinds[1] and (kinds[0] in _EQUATED if symbol in ("==", "!=") else kinds[0] in _ORDERED):
        written = unless_unknown(parts, frame, lambda a, b: f"{a} {symbol} {b}")
        opposite = unless_unknown(parts, frame, lambda a, b: f"not {a} {symbol} {b}")
        source = truth_of(written, parts, known=all(part.known for part in parts))
        return source._replace(opposite=opposite)
    of = {kind.rstrip("~") for kind in kinds}
    if len(of) == 1 and of <= set(PLAIN) and symbol not in ("==", "!="):
        return truth_of(unless_unknown(parts, frame, lambda a, b: f"{a} {symbol} {b}"), parts)
    return called_if_known(COMPARED[symbol], parts, frame, kind="bool")


def is_plain(item: Source, members: list[Source]) -> bool:
    """Return whether a list consists of constants of the item's own plain type."""
    own = item.kind in (*PLAIN, "string") and len(members) > 0
    return own and all(member.known and member.simple and member.kind == item.kind for member in members)


def membership_of_constants(item: Source, members: list[Source], frame: Frame) -> Source:
    """Return the source of ``item in [...]`` for constants of the item's type."""
    inner = "".join(f"{member.text}, " for member in members)
    written = unless_unknown([item], frame, lambda name: f"{name} in ({inner})")
    opposite = unless_unknown([item], frame, lambda name: f"{name} not in ({inner})")
    return truth_of(written, [item])._replace(opposite=opposite)


def _membership(parts: list[Source], frame: Frame) -> Source:
    item, collection = parts
    if item.kind == "string" and collection.kind == "list":
        return truth_of(unless_unknown(parts, frame, lambda a, b: f"{a} in {b}"), parts)
    return called_if_known("contained", parts, frame, kind="bool")
