"""Characters that cannot stand in a file, or that no report could print."""

from collections.abc import Iterator
from re import finditer, search

from checker.text import Text

#: Not printable by YAML 1.2, plus the line breaks that editors do not count and a mark in mid-file.
_YAML = "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_JSON = "[\x00-\x08\x0b\x0c\x0e-\x1f]"
_VALUE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"

_SHOWN = 40  # characters

_NAMES = {
    "\0": Text("a NUL character", "空字符（NUL）"),
    "\x1b": Text("an escape character (U+001B)", "转义控制字符（U+001B）"),
    "\x85": Text("a hidden line break (U+0085)", "隐藏的换行符（U+0085）"),
    "\u2028": Text("a hidden line break (U+2028)", "隐藏的换行符（U+2028）"),
    "\u2029": Text("a hidden paragraph break (U+2029)", "隐藏的分段符（U+2029）"),
    "\ufeff": Text("a byte order mark in the middle", "文件中间的字节顺序标记（BOM）"),
}


def forbidden_characters(text: str, *, json: bool) -> Iterator[tuple[int, str]]:
    """Yield the offset of each character that may not stand in the text of a file, and the character."""
    if text.replace("\n", "").isprintable():  # as most files are, and Python sees it at a glance
        return
    for match in finditer(_JSON if json else _YAML, text):
        yield match.start(), match[0]


def forbidden_in_value(text: str) -> str | None:
    """Return the first character of a value that no report could print, else None."""
    match = search(_VALUE, text)
    return match[0] if match else None


def character_name(character: str) -> Text:
    """Return what a person calls a character that cannot be seen."""
    code = f"U+{ord(character):04X}"
    return _NAMES.get(character, Text(f"the control character {code}", f"控制字符 {code}"))


def shown(text: str) -> str:
    """Return a text of the input as it may be quoted in a sentence: short, and with nothing hidden in it."""
    short = text if len(text) <= _SHOWN else text[:_SHOWN] + "..."
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in short)
