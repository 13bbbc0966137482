"""Expressions that YAML reads as something else: each is put on a line of its own, below `|`."""

from re import compile as regex

from checker.documents import Document, read_documents
from checker.documents.hints import QUOTE
from checker.errors import Invalid

_BEHIND_KEY = regex(r"([ ]*(?:- +)*[A-Za-z_]\w*:)[ ]+(\S.*)").fullmatch
_BEHIND_DASH = regex(r"([ ]*-)[ ]+(\S.*)").fullmatch
_ROUNDS = 500  # expressions of one file that are mended: YAML tells the first of them only


def read_mended(data: bytes, file: str) -> tuple[Document, ...]:
    """Return the documents of a file, its expressions in blocks where YAML does not take them as they are.

    Raises Invalid, of the file as it is, where something else is wrong with it.
    """
    try:
        return read_documents(data, file, name_hint="yaml")
    except Invalid as invalid:
        first = found = invalid
    for _ in range(_ROUNDS):
        lines = {problem.place.line for problem in found.problems if problem.mend == QUOTE}
        mended = _in_blocks(data, lines)
        if mended == data:
            break
        data = mended
        try:
            return read_documents(data, file, name_hint="yaml")
        except Invalid as invalid:
            found = invalid
    raise first


def _in_blocks(data: bytes, numbers: set[int]) -> bytes:
    lines = data.decode("utf-8", "replace").split("\n")
    for number in sorted(numbers, reverse=True):
        match = _BEHIND_KEY(lines[number - 1]) or _BEHIND_DASH(lines[number - 1])
        if match:
            expression, comment = _parted(match[2])
            column = len(match[1]) - len(match[1].lstrip(" -"))  # of the key, or behind the dash
            lines[number - 1 : number] = [f"{match[1]} |{comment}", " " * (column + 2) + expression]
    return "\n".join(lines).encode()


def _parted(text: str) -> tuple[str, str]:
    """Return an expression, and the comment behind it."""
    quote = ""
    for at, char in enumerate(text):
        if char in ("'", '"') and quote in ("", char):
            quote = "" if quote else char
        elif char == "#" and not quote and text[at - 1 : at] == " ":
            return text[:at].rstrip(), f"  {text[at:]}"
    return text.rstrip(), ""
