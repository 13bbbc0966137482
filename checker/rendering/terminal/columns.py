"""Text measured in terminal columns: a Chinese character takes two."""

from collections.abc import Iterator
from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Return the text filled up with spaces to so many columns; a longer one stays as it is."""
    filling = " " * max(0, columns - width(text))
    return filling + text if right else text + filling


def clip(text: str, columns: int) -> str:
    """Return the text cut to so many columns, with an ellipsis where something was cut."""
    if width(text) <= columns:
        return text
    kept, used = [], 1
    for character in text:
        used += _columns(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def wrap(text: str, columns: int, indent: str = "") -> Iterator[str]:
    """Yield the text in lines of at most so many columns, each behind the indent.

    Breaks between words and between Chinese characters; a longer word stands alone.
    """
    room = max(columns - width(indent), 16)
    line, used = "", 0
    for word in _words(text):
        size = width(word)
        if line and used + width(word.rstrip()) > room:
            yield (indent + line).rstrip()
            line, used = "", 0
            word = word.lstrip()  # noqa: PLW2901 - a line does not begin with a space
            size = width(word)
        line, used = line + word, used + size
    if line.strip():
        yield (indent + line).rstrip()


def hang(text: str, columns: int, first: str, rest: str) -> Iterator[str]:
    """Yield the text in lines that fit: the first behind one indent, the rest behind a longer one."""
    for number, line in enumerate(wrap(text, columns, rest)):
        yield line if number else first + line[len(rest) :]


def _words(text: str) -> Iterator[str]:
    """Yield pieces between which a line may break: words with their space, Chinese character by character."""
    if text.isascii():
        *words, last = text.split(" ")
        yield from (f"{word} " for word in words)
        if last:
            yield last
        return
    piece = ""
    for character in text:
        if character == " ":
            yield piece + " "
            piece = ""
        elif _columns(character) == 2:
            if character in _NEVER_FIRST or piece[-1:] in _NEVER_LAST:
                piece += character
                continue
            if piece:
                yield piece
            piece = character
        else:
            if piece and _columns(piece[-1]) == 2 and piece[-1] not in _NEVER_LAST:
                yield piece
                piece = ""
            piece += character
    if piece:
        yield piece


_NEVER_FIRST = tuple("，。；：、！？）】》”’…")
_NEVER_LAST = tuple("（【《“‘")


def _columns(character: str) -> int:
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
