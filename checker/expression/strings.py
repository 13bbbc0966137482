"""The escapes in the texts of an expression."""

import re

from checker.expression.faults import ExpressionError, Fault
from checker.expression.literals import NAMED
from checker.text import Text

_ESCAPE = re.compile(
    r"\\(?:([abfnrtv\"'\\?`])|[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))?"
)


def unescaped(text: str, offset: int) -> str:
    """Return the text with its escapes replaced; raises ExpressionError (it begins at `offset`)."""
    return _ESCAPE.sub(lambda match: _character(match, offset + match.start()), text)


def _character(match: re.Match[str], offset: int) -> str:
    named, *hexadecimal, octal = match.groups()
    if named is not None:
        return NAMED.get(named, named)
    digits = next((group for group in hexadecimal if group is not None), None)
    code = int(digits, 16) if digits is not None else int(octal, 8) if octal is not None else -1
    if code < 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        raise ExpressionError(
            Fault(
                offset,
                Text(f"{match[0]} is no escape of a text", f"{match[0]} 不是有效的转义"),
                Text(r"write \\ for a backslash", r"反斜杠请写作 \\"),
            )
        )
    return chr(code)
