"""One fault that a JSON Schema found, with what a sentence about it needs."""

from collections.abc import Mapping
from typing import Any

from checker.documents import Document, Path_, dotted
from checker.errors import Problem
from checker.record import Record
from checker.text import Text

_LONGEST = 60


class Fault(Record):
    """A value that breaks one keyword of a schema."""

    document: Document
    path: Path_  # of the value; of the map, where one of its keys is at fault
    keyword: str  # "type", "enum", "required" ...; "false" where nothing may stand
    wanted: Any  # what the keyword asks for
    value: Any
    schema: Mapping[str, Any]  # the part of the schema that the keyword belongs to
    is_key: bool = False  # the value is a key of the map at `path`
    can_say_status: bool = False  # {status: unknown} may stand in this document

    @property
    def name(self) -> Text:
        """What the value is called in a sentence."""
        name = dotted(self.path)
        return Text(name, name) if name else Text("the document", "文档")

    @property
    def shown(self) -> Text:
        """The value as its author typed it."""
        typed = self.document.as_typed(self.path) if not self.is_key else None
        return Text(typed, typed) if typed is not None else shown(self.value)

    @property
    def typed(self) -> str:
        """The value as text, as it was typed."""
        typed = self.document.as_typed(self.path) if not self.is_key else None
        return typed if typed is not None else str(self.value)

    def problem(self, what: Text, mend: Text | None = None, below: Path_ = ()) -> Problem:
        """Return the problem, placed at the value's key or at what is `below` it."""
        return Problem(self.document.place((*self.path, *below)), what, mend)


def shown(value: Any) -> Text:
    """Return a value in a sentence: short, and quoted where it is text."""
    match value:
        case str():
            text = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}..."
            return Text(f"'{text}'", f"“{text}”")
        case dict():
            return Text("a map", "映射")
        case list():
            return Text("a list", "列表")
        case bool():
            return Text(str(value).lower(), str(value).lower())
        case None:
            return Text("null", "null")
        case _:
            return Text(str(value), str(value))
