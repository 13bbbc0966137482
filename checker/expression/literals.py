"""Constants as the language writes them."""

from typing import Any

#: The letters that stand for a control character after a backslash.
NAMED = dict(zip("abfnrtv", "\a\b\f\n\r\t\v", strict=True))
_REVERSED = {value: name for name, value in NAMED.items()} | {'"': '"', "\\": "\\"}


def literal(value: Any) -> str:
    """Return a constant as the language writes it."""
    if type(value) is bool:
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else repr(value)


def quoted(text: str) -> str:
    """Return the text as a string literal of the language."""
    inner = "".join(
        f"\\{_REVERSED[c]}" if c in _REVERSED else c if c.isprintable() or c == " " else f"\\U{ord(c):08x}"
        for c in text
    )
    return f'"{inner}"'
