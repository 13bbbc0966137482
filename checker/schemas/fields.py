"""The vehicle schema in memory: one `Field` for each key that a spec may have."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from checker.record import Record
from checker.text import Text
from checker.values.units import Units

#: The keys of a value that says more than itself: {value: 40, unit: mph, basis: measured}.
QUALIFIERS = ("value", "unit", "status", "reason", "basis", "ref", "date", "by", "note")
#: Why a value is not given.
STATUSES = ("unknown", "not_applicable", "withheld")

#: The keys of the root that a variant cannot override.
NOT_IN_OVERRIDES = frozenset(
    ("schema", "extends", "title", "spec_version", "spec_date", "authors", "variants", "reviews")
)

SLUG = "^[a-z][a-z0-9_]*$"
SLUG_LENGTH = 64
REQUIREMENT_ID = "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
DIGEST = "^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}|sm3:[0-9a-f]{64})$"
LANGUAGE = "^[a-z]{2}(-[A-Z]{2})?$"

SCALARS = ("boolean", "integer", "number", "text", "term", "date")
TYPES = (*SCALARS, "localized", "id", "digest", "list", "map", "record", "parameters", "partial_spec")


class Field(NamedTuple):
    """What may stand at one key; `plain` means that {value, basis, ...} may not stand there."""

    type: str  # one of TYPES
    text: Text = Text("", "")
    kind: str | None = None  # the kind of kinds.yaml that it is
    range: Literal["spread", "envelope"] | None = None
    unit: str | None = None  # the ending of its key: "kmh"
    min: float | None = None
    max: float | None = None
    step: float | None = None  # smallest sensible step of a number
    terms: tuple[str, ...] = ()
    words: Mapping[str, str] = {}  # what people write -> what they mean
    pattern: str | None = None
    form: Text | None = None  # the pattern in words
    of: "Field | None" = None  # each item of a list, each member of a map
    fields: "Mapping[str, Field] | None" = None  # of a record, or the known ones of parameters
    required: tuple[str, ...] = ()
    keys: Literal["slug", "requirement_id"] = "slug"  # of a map
    min_items: int = 0
    ref: tuple[str, ...] = ()  # its texts are keys in one of these sections
    plain: bool = False
    single: bool = False  # one item may stand for the list
    status_words: bool = False  # a status may stand in place of a term
    absent_none: bool = False  # leaving it out states that there is none


class VehicleSchema(Record):
    """All fields of a vehicle spec, and their units."""

    root: Field  # a record: the root's own keys, then the sections
    units: Units
    sections: tuple[str, ...]

    def field(self, path: "str | tuple[str | int, ...]") -> Field | None:
        """Return the field at ``automation_features.pilot.level``; None where a spec can have none.

        Members of maps are named by any key, items of lists by any index.
        """
        found: Field | None = self.root
        for key in _keys(path) if isinstance(path, str) else path:
            found = found and below(found, key)
        return found


def below(field: Field, key: str | int) -> Field | None:
    """Return the field of one key, member or item; None where there can be none."""
    if isinstance(key, int):
        return field.of if field.type == "list" else None
    if key.startswith("x_"):
        return None
    if field.type == "map":
        return field.of
    return field.fields.get(key) if field.fields is not None else None


def _keys(path: str) -> list[str | int]:
    keys: list[str | int] = []
    for part in path.split("."):
        name, *indices = part.split("[")
        keys.append(name)
        keys.extend(int(index.rstrip("]")) for index in indices)
    return keys
