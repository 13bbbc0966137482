"""The record of a comparison with the official text, written into a profile as its author wrote that."""

from collections.abc import Iterator, Mapping
from json import dumps
from typing import Any

from checker.documents import Document, read_documents
from checker.errors import Invalid
from checker.packs.shapes import mapping


def record_lines(standard: str, who: tuple[str, str, str], digests: Mapping[str, str]) -> Iterator[str]:
    """Yield the record of a comparison as it stands in a profile, under `verified:`.

    `who` is by whom, on which day, and with which edition; `digests` are by id within the standard.
    """
    by, on, edition = who
    yield f"  {standard}:"
    yield f"    by: {dumps(by, ensure_ascii=False)}"  # JSON's quotes are YAML's
    yield f"    on: {on}"
    yield f"    edition: {dumps(edition, ensure_ascii=False)}"
    yield "    requirements:"
    yield from (f"      {key}: {digest}" for key, digest in digests.items())


def with_record(
    text: str, file: str, standard: str, who: tuple[str, str, str], digests: Mapping[str, str]
) -> str | None:
    """Return the text of a profile with one record put in, or in the place of the one of that standard.

    All else stays as it is written, comments and order too. None where that cannot be done: then the
    author does it. Raises Invalid where the profile cannot be read.
    """
    document = _read(text, file)
    block = list(record_lines(standard, who, digests))
    made = "\n".join(_edited(text, document, standard, block)) + "\n"
    by, on, edition = who
    wanted = dict(document.data)
    record = {"by": by, "on": on, "edition": edition, "requirements": dict(digests)}
    wanted["verified"] = {**mapping(document.data, "verified"), standard: record}
    try:
        return made if _read(made, file).data == wanted else None
    except Invalid:
        return None


def _read(text: str, file: str) -> Document:
    (document,) = read_documents(text.encode(), file, name_hint="yaml")
    return document


def _edited(text: str, document: Document, standard: str, block: list[str]) -> list[str]:
    """Return the lines with the block in its place; what came of it is compared by the caller."""
    lines = text.splitlines()
    verified: Any = document.data.get("verified") if isinstance(document.data, dict) else None
    if not isinstance(verified, dict) or not verified:
        return [*_trimmed(lines), "verified:", *block]
    if standard in verified:
        start = document.place(("verified", standard)).line - 1
        return [*lines[:start], *block, *lines[_end(lines, start, 2) :]]
    last = document.place(("verified", list(verified)[-1])).line - 1
    end = _end(lines, last, 2)
    return [*lines[:end], *block, *lines[end:]]


def _end(lines: list[str], start: int, indent: int) -> int:
    """Return the line behind a block: the first that is as little indented, and not empty."""
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
        end += 1
    while not lines[end - 1].strip():  # what is empty belongs to what follows
        end -= 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines
