"""Lines of a manual page: sections, paragraphs, and terms with what they mean."""

from collections.abc import Iterable, Iterator, Sequence

from checker.rendering.terminal.columns import pad, width, wrap

_INDENT = "    "
#: Columns of terms at most; where the page is too narrow for two columns, meanings stand below longer ones.
_TERMS = 24
_SHORT = 6
_TWO_COLUMNS = 72

#: A term, and what it means.
Row = tuple[str, str]


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a section, and nothing of one without lines."""
    for number, line in enumerate(lines):
        if number == 0:
            yield from ("", title)
        yield line


def paragraphs(texts: Iterable[str], columns: int) -> Iterator[str]:
    """Yield paragraphs, with an empty line between."""
    for number, text in enumerate(texts):
        if number:
            yield ""
        yield from wrap(text, columns, _INDENT)


def verbatim(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines that are to be typed as they are."""
    return (f"{_INDENT}{line}" for line in lines)


def hanging(words: Iterable[str], columns: int) -> Iterator[str]:
    """Yield words on lines that fit; those after the first stand further in."""
    inner = _INDENT * 2
    for number, line in enumerate(wrap(" ".join(words), columns, inner)):
        yield line if number else _INDENT + line.removeprefix(inner)


def terms(rows: Sequence[Row], columns: int) -> Iterator[str]:
    """Yield terms with their meanings beside them, or below where that leaves too little room."""
    room = min(_TERMS, max((width(term) for term, _ in rows), default=0) + 2)
    below = room > _SHORT and columns < _TWO_COLUMNS
    indent = _INDENT * 2 if below else _INDENT + " " * room
    for term, meaning in rows:
        lines = list(wrap(meaning, columns, indent))
        if below or width(term) > room - 2 or not lines:
            yield _INDENT + term
        else:
            yield _INDENT + pad(term, room) + lines.pop(0).lstrip()
        yield from lines
