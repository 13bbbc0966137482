"""The types of the fields of a vehicle spec, as the checker of expressions sees them."""

from collections.abc import Mapping
from typing import Literal

from checker.record import Record

Kind = Literal["bool", "int", "double", "string", "list", "map", "record", "dyn"]


class FieldType(Record):
    """What a field may hold; immutable, compared by value."""

    kind: Kind
    range: Literal["spread", "envelope"] | None = (
        None  # may be {min, max}: of the type's vehicles, or of operation
    )
    terms: tuple[str, ...] | None = None  # the only texts that it may hold
    is_date: bool = False  # ISO day, as text
    element: "FieldType | None" = None  # of a list or a map
    fields: Mapping[str, "FieldType"] | None = None  # of a record
    fittable: bool = False  # a record that has a `fitment`
    absent_none: bool = False  # leaving the key out states that there is none
    forbidden: bool = False  # for people: no rule may read it
    step: float | None = None  # the smallest sensible step of a number
    min: float | None = None
    max: float | None = None
    min_items: int = 0  # of a list or a map
