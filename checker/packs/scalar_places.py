"""From an offset inside a text value to its place in the file: plain, quoted, literal and folded scalars."""

from re import compile as regex

from checker.documents import Document, Path_
from checker.location import Place

_ESCAPED = {"x": 3, "u": 5, "U": 9}  # letters of an escape: the one behind the backslash, and its digits
_LINE_BREAK = regex(r"\r\n?|\n")


def place_inside(document: Document, path: Path_, offset: int) -> Place:
    """Return the place of one character of the text at `path`; of the text where it cannot be told."""
    marks, value = document.marks, document.data
    for key in path:
        assert isinstance(marks[2], (dict, list))
        marks, value = marks[2][key], value[key]  # type: ignore[index]
    found = _follow(document.source.text, marks[1], value, offset)
    return document.source.place(marks[1] if found is None else found)


def _follow(text: str, at: int, value: str, offset: int) -> int | None:
    """Walk the value and the file side by side: they differ in white space, quotes and escapes only."""
    at = _skip_properties(text, at)
    quote = text[at : at + 1]
    if quote in ("|", ">"):
        line_break = _LINE_BREAK.search(text, at)
        at = line_break.end() if line_break else len(text)
    elif quote in ("'", '"'):
        at += 1
    else:
        quote = ""
    for char in value[:offset]:
        behind = _behind(text, at, char, quote)
        if behind is None:
            return None
        at = behind
    return _skip_folds(text, at, value[offset : offset + 1], quote)


def _behind(text: str, at: int, char: str, quote: str) -> int | None:
    """Return where the text goes on behind one character of the value; None where they part."""
    at = _skip_folds(text, at, char, quote)
    here = text[at : at + 1]
    if quote == '"' and here == "\\":
        return at + 1 + _ESCAPED.get(text[at + 1 : at + 2], 1)
    if quote == "'" and here == "'":
        return at + 2
    if here == char:
        return at + 1
    return at if char.isspace() else None  # a space that stands for a line break


def _skip_folds(text: str, at: int, char: str, quote: str) -> int:
    """Pass over what stands for nothing before the next character of the value: escaped line breaks too."""
    at = _skip_space(text, at, char)
    while quote == '"' and text.startswith(("\\\n", "\\\r"), at):
        at = _skip_space(text, at + 1, "x")
    return at


def _skip_space(text: str, at: int, char: str) -> int:
    """Pass over white space that is not part of the value, which does not go on with a space."""
    if char.isspace() or not char:
        return at
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _skip_properties(text: str, at: int) -> int:
    """Pass over an anchor or a tag in front of the value."""
    while text[at : at + 1] in ("&", "!"):
        while at < len(text) and not text[at].isspace():
            at += 1
        at = _skip_space(text, at, "x")
    return at
