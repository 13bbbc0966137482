"""Plain data of a valid spec -> values for the evaluators, and what was stated beside them."""

from collections.abc import Mapping
from typing import Any, Final

from checker.documents import Document
from checker.documents.document import Marks
from checker.errors import Problem
from checker.record import Record, fresh
from checker.schemas.fields import STATUSES, Field
from checker.specs.marks import inside, items
from checker.specs.numbers import Refused, in_unit
from checker.specs.statements import Row, as_text
from checker.values.units import Units

#: Nothing is stated that could be judged.
_ABSENT: Final = object()
#: A value that the schema does not know, in `parameters`.
_NAMED: Final = Field("named")
#: Types of fields whose values are kept as they were read, and what they were read as.
_AS_READ: Mapping[str, type] = {
    **dict.fromkeys(("text", "term", "date", "id", "digest"), str),
    "boolean": bool,
    "number": float,
}
_CONTAINERS = frozenset(("record", "map", "parameters"))
_NUMBERS = frozenset(("number", "integer", "named"))
_EVIDENCE = ("documents", "tests")


class Option(Record):
    """A thing that comes with an option package only."""

    path: str  # "sensors.corner_radar"
    package: str | None
    offset: int  # of its fitment


class Reference(Record):
    """A text that has to be a key in one of some sections."""

    path: str
    key: str
    sections: tuple[str, ...]
    offset: int


class Qualified(Record, frozen=False):
    """The values of one document, with what else was found on the way."""

    values: dict[str, Any] = fresh(factory=dict)
    rows: "dict[str, Row | Marks]" = fresh(factory=dict)
    optional: list[Option] = fresh(factory=list)
    nested: list[tuple[str, str]] = fresh(factory=list)  # a thing, what it is part of
    packages: set[str] = fresh(factory=set)
    references: list[Reference] = fresh(factory=list)
    problems: list[Problem] = fresh(factory=list)


def qualify(document: Document, schema: Field, units: Units) -> Qualified:
    """Return the values of a document that the schema found valid, with all problems that were left.

    What is unknown, withheld or not applicable is left out, and its row says why; units are converted;
    `{min, max}` becomes a Spread or an Envelope; a listed thing without fitment is fitted; `x_*` is dropped.
    """
    walk = _Walk(document, units, Qualified())
    walk.found.values = walk.container(document.data, schema, document.marks, "")
    return walk.found


class _Walk(Record, frozen=False):
    document: Document
    units: Units
    found: Qualified
    within: str | None = None  # the thing, fitted or not, that is being walked through

    def container(self, raw: dict[str, Any], field: Field, marks: Marks, path: str) -> dict[str, Any]:
        """Return the values of a record, a map or of parameters."""
        self.found.rows[path] = marks
        its_marks, fields = inside(marks), field.fields or {}
        others = _NAMED if field.type == "parameters" else field.of
        values: dict[str, Any] = {}
        for key, item in raw.items():
            its = fields.get(key, others)
            if its is None or key.startswith("x_"):
                continue
            below = f"{path}.{key}" if path else key
            if type(item) is _AS_READ.get(its.type) and not its.ref and not its.status_words:
                self.found.rows[below] = its_marks[key]  # what most values are
                values[key] = item
                continue
            value = self.value(item, its, its_marks[key], below)
            if value is not _ABSENT:
                values[key] = value
        for key, its in fields.items():
            if its.absent_none and key not in raw:
                values[key] = []  # leaving it out states that there is none
                self.found.rows[f"{path}.{key}"] = marks
        return values

    def thing(self, raw: dict[str, Any], field: Field, marks: Marks, path: str) -> dict[str, Any]:
        """Return the values of what is fitted or not; listed without a fitment, it is "standard"."""
        around, self.within = self.within, path
        if around is not None:
            self.found.nested.append((path, around))
        values = self.container(raw, field, marks, path)
        self.within = around
        row, package = f"{path}.fitment", values.get("package")
        if package is not None:
            self.found.packages.add(package)
        if "fitment" not in raw:
            values["fitment"] = "standard"
            self.found.rows[row] = marks
        elif "fitment" not in values:  # a status, of which the remarks say why
            why = {"status": raw["fitment"], "reason": raw.get("remarks")}
            self.found.rows[row] = Row(inside(marks)["fitment"][0], why)
        elif values["fitment"] == "optional":
            self.found.optional.append(Option(path, package, inside(marks)["fitment"][1]))
        return values

    def value(self, raw: Any, field: Field, marks: Marks, path: str) -> Any:
        """Return the value at a path; _ABSENT where there is none to be judged."""
        if field.type in _CONTAINERS:
            thing = field.fields is not None and "fitment" in field.fields
            return (self.thing if thing else self.container)(raw, field, marks, path)
        if type(raw) is not dict or field.type == "localized":
            if field.status_words and raw in STATUSES:
                return _ABSENT
            return self.leaf(raw, field, marks, path, None)
        said = inside(marks)
        if "ref" in said:
            self.refer(raw["ref"], _EVIDENCE, said["ref"], path)
        if "status" in said:
            self.found.rows[path] = Row(marks[0], raw)
            return _ABSENT
        if "value" not in said:
            return self.leaf(raw, field, marks, path, None)
        value = said["value"]
        return self.leaf(raw["value"], field, (marks[0], value[1], value[2]), path, raw)

    def leaf(self, raw: Any, field: Field, marks: Marks, path: str, said: Mapping[str, Any] | None) -> Any:
        """Return what is stated at a path that is no map; `said` is what was said beside it."""
        self.found.rows[path] = marks if said is None else Row(marks[0], said)
        if field.type == "list" or type(raw) is list:
            return self.items(raw, field, marks, path, said)
        if field.type == "localized":
            return as_text(raw)
        if field.ref:
            self.refer(raw, field.ref, marks, path)
        if type(raw) is dict or field.type in _NUMBERS:
            return self.number(raw, field, marks, path, said)
        return raw

    def items(
        self, raw: Any, field: Field, marks: Marks, path: str, said: Mapping[str, Any] | None
    ) -> list[Any]:
        """Return the items of a list; one item may stand for the list."""
        if type(raw) is not list:
            raw, marks = [raw], (marks[0], marks[1], [marks])
        if field.ref:
            self.refer(raw, field.ref, marks, path)
        of = field.of or _NAMED
        if _AS_READ.get(of.type) is str:
            for index, its in enumerate(items(marks)):
                self.found.rows[f"{path}[{index}]"] = its if said is None else Row(its[0], said)
            return list(raw)
        values = []
        for index, (item, its) in enumerate(zip(raw, items(marks), strict=True)):
            below = f"{path}[{index}]"
            if of.type in _CONTAINERS:
                values.append(self.container(item, of, its, below))
            else:
                values.append(self.leaf(item, of, its, below, said))
        return values

    def number(self, raw: Any, field: Field, marks: Marks, path: str, said: Mapping[str, Any] | None) -> Any:
        """Return a number or a range in the unit of its field; a problem where it cannot be had."""
        unit = said.get("unit") if said else None
        if field is _NAMED:
            if isinstance(raw, bool | str):
                return raw
            field = field._replace(unit=self.units.unit_of(path))
        try:
            value = in_unit(raw, unit, field, self.units)
        except Refused as refused:
            self.found.problems.append(
                Problem(self.document.source.place(marks[1]), refused.what, refused.mend)
            )
            return _ABSENT
        if unit is not None:
            self.found.rows[path] = Row(marks[0], said, f"{_written(raw)} {unit}")
        return value

    def refer(self, raw: Any, sections: tuple[str, ...], marks: Marks, path: str) -> None:
        """Remember keys of other sections, to be looked up when all is known."""
        listed = type(raw) is list
        for index, key in enumerate(raw if listed else [raw]):
            offset = (items(marks)[index] if listed else marks)[1]
            self.found.references.append(Reference(path, key, sections, offset))


def _written(raw: Any) -> str:
    if type(raw) is not dict:
        return str(raw)
    return " - ".join(str(raw[end]) if end in raw else "..." for end in ("min", "max"))
