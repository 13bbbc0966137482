"""Operators as Python source: in place for plain values, else as a call of the runtime."""

from checker.expression.frames import Frame
from checker.expression.source import Source, called, truth_of, unless_unknown

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
_CLASSES = {"int~": "int", "double~": "float"}


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
    """Return the source of ``==``, ``<`` and the like: in place where both are plain, or one a spread."""
    kinds = [part.kind for part in parts]
    in_place = kinds[0] == kinds[1] and (
        kinds[0] in (*PLAIN, "string") or (kinds[0] == "bool" and symbol in ("==", "!="))
    )
    if in_place:
        written = unless_unknown(parts, frame, lambda a, b: f"{a} {symbol} {b}")
        opposite = unless_unknown(parts, frame, lambda a, b: f"not {a} {symbol} {b}")
        source = truth_of(written, parts, known=all(part.known for part in parts))
        return source._replace(opposite=opposite)
    function = COMPARED[symbol]
    ranged = [number for number, kind in enumerate(kinds) if kind in _CLASSES]
    if len(ranged) == 1 and kinds[1 - ranged[0]] == kinds[ranged[0]][:-1]:
        plain = _CLASSES[kinds[ranged[0]]]

        def either(*names: str) -> str:
            a, b = names
            return f"{a} {symbol} {b} if {names[ranged[0]]}.__class__ is {plain} else {function}({a}, {b})"

        return truth_of(unless_unknown(parts, frame, either), parts)
    return called(function, parts, kind="bool")


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
    return called("contained", parts, kind="bool")
