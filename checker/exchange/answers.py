"""What people filled in, row by row, whatever kind of file they filled in."""

from collections.abc import Mapping
from typing import Any

from checker.location import Place
from checker.record import Record


class Sheet(Record):
    """One kind of row: what is given in it, and what a person fills in."""

    name: str
    key: str  # the column that says what a row is about
    given: tuple[str, ...]
    filled: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, in their order."""
        return self.given + self.filled


QUESTIONS = Sheet(
    "questions",
    "requirement",
    ("requirement", "clause", "question", "stated", "configurations", "digest"),
    ("verdict", "by", "date", "ref", "note"),
)
VALUES = Sheet(
    "values",
    "path",
    ("path", "means", "allowed", "stated", "needs", "decides", "configurations", "digest"),
    ("value", "unit", "status", "basis", "ref", "date", "by", "note"),
)
EVIDENCE = Sheet(
    "evidence",
    "requirement",
    ("requirement", "clause", "kind", "needs", "configurations", "digest"),
    ("key", "type", "title", "number", "issuer", "issued", "valid_until", "covers"),
)
SHEETS = (QUESTIONS, VALUES, EVIDENCE)

VERDICTS = ("conforms", "does_not_conform", "not_applicable")
#: What a document may be said to be evidence for: the whole standard, or this requirement of it.
COVERS = ("requirement", "standard")
#: The types of documents that are evidence of a kind.
TYPES = {
    "certificate": ("certificate", "type_approval"),
    "test_report": ("test_report",),
    "analysis": ("analysis", "audit_report"),
    "declaration": ("declaration",),
}


class Row(Record):
    """One row, with what is in its cells; empty ones are left out."""

    sheet: Sheet
    place: Place
    cells: Mapping[str, Any]
    places: Mapping[str, Place]

    @property
    def about(self) -> str:
        """What the row is about: the id of a requirement, or the path of a field."""
        return str(self.cells.get(self.sheet.key, ""))

    @property
    def filled(self) -> bool:
        """Whether a person wrote anything into it."""
        return any(name in self.cells for name in self.sheet.filled)

    def at(self, column: str) -> Place:
        """Return where a cell stands, or the row where it is empty."""
        return self.places.get(column, self.place)

    def several(self, column: str) -> tuple[str, ...]:
        """Return the words of a cell that holds one or more: a list, or text with commas between."""
        cell = self.cells.get(column, ())
        if isinstance(cell, str):
            for between in "，、,;；\n\r\t":
                cell = cell.replace(between, " ")
            return tuple(cell.split())
        return tuple(str(one) for one in cell) if isinstance(cell, list | tuple) else (str(cell),)


class AnswerFile(Record):
    """A checklist that came back."""

    file: str
    as_of: str  # the day that it was made for
    rows: tuple[Row, ...]
    typed: bool = False  # cells hold what was typed into a sheet: "10..20", "a, b"
