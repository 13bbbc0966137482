"""The marks of a document: a tree beside its data that says where each key and value stands."""

from typing import Any

from checker.documents import Document, Source
from checker.documents.document import Inside, Marks


def inside(marks: Marks) -> dict[str, Marks]:
    """Return the marks of what is in a map."""
    held = marks[2]
    assert isinstance(held, dict), "a map has the marks of a map"
    return held


def items(marks: Marks) -> list[Marks]:
    """Return the marks of what is in a list."""
    held = marks[2]
    assert isinstance(held, list), "a list has the marks of a list"
    return held


def shifted(marks: Marks, by: int) -> Marks:
    """Return the marks of a text that stands `by` characters further on."""
    key, value, held = marks
    moved: Inside = held
    if isinstance(held, dict):
        moved = {name: shifted(child, by) for name, child in held.items()}
    elif isinstance(held, list):
        moved = [shifted(child, by) for child in held]
    return key + by, value + by, moved


def document_of(data: dict[str, Any], source: Source, offset: int = 0) -> Document:
    """Return data that were made, not read, as a document; all of it stands at one place of a source."""
    return Document(source=source, number=1, data=data, marks=_all_at(data, offset))


def _all_at(data: Any, offset: int) -> Marks:
    held: Inside = None
    if isinstance(data, dict):
        held = {key: _all_at(item, offset) for key, item in data.items()}
    elif isinstance(data, list):
        held = [_all_at(item, offset) for item in data]
    return offset, offset, held
