"""Whether a spec is valid: yes or no, quickly; the JSON Schema is the authority and explains a no."""

from collections.abc import Callable
from re import search
from typing import Any

from checker.model.spec import BASES
from checker.schemas.fields import (
    DIGEST,
    LANGUAGE,
    NOT_IN_OVERRIDES,
    QUALIFIERS,
    REQUIREMENT_ID,
    SLUG,
    SLUG_LENGTH,
    STATUSES,
    Field,
    VehicleSchema,
)
from checker.values.dates import is_day
from checker.values.units import Units

_QUALIFIERS = frozenset(QUALIFIERS)
_ENDS = frozenset(("min", "max"))


def is_valid(data: Any, schema: VehicleSchema) -> bool:
    """Return whether `data` is a vehicle spec."""
    return _Gate(schema).fits(data, schema.root)


class _Gate:
    """One pass over one spec."""

    def __init__(self, schema: VehicleSchema) -> None:
        self.schema = schema
        self.units: Units = schema.units
        self.partial = False  # inside `overrides`: no key is required
        self.slugs: set[str] = set()  # those already found good

    def fits(self, value: Any, field: Field) -> bool:
        if not field.plain and type(value) is dict and not _QUALIFIERS.isdisjoint(value):
            return self.qualified(value, field)
        return _FITS[field.type](self, value, field)

    def record(self, value: Any, field: Field) -> bool:
        if type(value) is not dict:
            return False
        fields = field.fields or {}
        for key, item in value.items():
            found = fields.get(key)
            if found is None:
                if not key.startswith("x_"):
                    return False
            elif not self.fits(item, found):
                return False
        return self.partial or all(key in value for key in field.required)

    def parameters(self, value: Any, field: Field) -> bool:
        if type(value) is not dict:
            return False
        fields = field.fields or {}
        for key, item in value.items():
            if key.startswith("x_"):
                if not _like_a_slug(key):
                    return False
                continue
            found = fields.get(key)
            if not (self.fits(item, found) if found else _like_a_slug(key) and _named_value(item)):
                return False
        return True

    def map(self, value: Any, field: Field) -> bool:
        if type(value) is not dict:
            return False
        member = field.of
        assert member is not None
        good_key = self.slug if field.keys == "slug" else _requirement_id
        return all(
            good_key(key) and (key.startswith("x_") or self.fits(item, member)) for key, item in value.items()
        )

    def list(self, value: Any, field: Field) -> bool:
        item = field.of
        assert item is not None
        if type(value) is not list:
            return field.single and self.fits(value, item)
        if len(value) < field.min_items or not all(self.fits(each, item) for each in value):
            return False
        return item.type in ("record", "map") or len(set(value)) == len(value)

    def partial_spec(self, value: Any, _: Field) -> bool:
        if type(value) is not dict or not NOT_IN_OVERRIDES.isdisjoint(value):
            return False
        outer, self.partial = self.partial, True
        try:
            return self.record(value, self.schema.root)
        finally:
            self.partial = outer

    def qualified(self, value: dict[str, Any], field: Field) -> bool:
        if not _described(value):
            return False
        if "unit" in value and (field.unit is None or value["unit"] not in self.units.accepts(field.unit)):
            return False
        return "value" not in value or _FITS[field.type](self, value["value"], field)

    def number(self, value: Any, field: Field) -> bool:
        if type(value) is dict and field.range:
            return (
                len(value) > 0
                and _ENDS.issuperset(value)
                and all(_in_bounds(end, field) for end in value.values())
            )
        return _in_bounds(value, field)

    def term(self, value: Any, field: Field) -> bool:
        return type(value) is str and (value in field.terms or (field.status_words and value in STATUSES))

    def text(self, value: Any, field: Field) -> bool:
        return _some_text(value) and (field.pattern is None or search(field.pattern, value) is not None)

    def boolean(self, value: Any, _: Field) -> bool:
        return type(value) is bool

    def date(self, value: Any, _: Field) -> bool:
        return type(value) is str and is_day(value)

    def localized(self, value: Any, _: Field) -> bool:
        return _localized(value)

    def id(self, value: Any, _: Field) -> bool:
        return self.slug(value)

    def digest(self, value: Any, _: Field) -> bool:
        return type(value) is str and search(DIGEST, value) is not None

    def slug(self, value: Any) -> bool:
        if type(value) is not str:
            return False
        if value not in self.slugs:
            if not _slug(value):
                return False
            self.slugs.add(value)
        return True


_FITS: dict[str, Callable[[_Gate, Any, Field], bool]] = {
    "record": _Gate.record,
    "parameters": _Gate.parameters,
    "map": _Gate.map,
    "list": _Gate.list,
    "partial_spec": _Gate.partial_spec,
    "number": _Gate.number,
    "integer": _Gate.number,
    "term": _Gate.term,
    "text": _Gate.text,
    "boolean": _Gate.boolean,
    "date": _Gate.date,
    "localized": _Gate.localized,
    "id": _Gate.id,
    "digest": _Gate.digest,
}


def _in_bounds(value: Any, field: Field) -> bool:
    kind = type(value)
    if kind is float:
        if field.type == "integer" and not value.is_integer():
            return False
    elif kind is not int:
        return False
    return (field.min is None or value >= field.min) and (field.max is None or value <= field.max)


def _described(value: dict[str, Any]) -> bool:
    """Return whether {value, basis, ...} is in order, apart from its value and its unit."""
    status = value.get("status")
    return (
        _QUALIFIERS.issuperset(value)
        and ("value" in value) is not ("status" in value)
        and ("status" not in value or (type(status) is str and status in STATUSES))
        and ("reason" in value or status != "not_applicable")
        and ("basis" not in value or (type(value["basis"]) is str and value["basis"] in BASES))
        and ("ref" not in value or _refs(value["ref"]))
        and ("date" not in value or (type(value["date"]) is str and is_day(value["date"])))
        and ("by" not in value or _some_text(value["by"]))
        and ("unit" not in value or _some_text(value["unit"]))
        and ("reason" not in value or _localized(value["reason"]))
        and ("note" not in value or _localized(value["note"]))
    )


def _named_value(value: Any) -> bool:
    if type(value) is dict and not _QUALIFIERS.isdisjoint(value):
        return _described(value) and ("value" not in value or _plain_value(value["value"]))
    return _plain_value(value)


def _plain_value(value: Any) -> bool:
    if type(value) is dict:
        return (
            len(value) > 0
            and _ENDS.issuperset(value)
            and all(type(end) in (int, float) for end in value.values())
        )
    if type(value) is list:
        return all(type(item) in (str, int, float) for item in value) and len(set(value)) == len(value)
    return type(value) in (str, int, float, bool)


def _refs(value: Any) -> bool:
    if type(value) is list:
        return len(value) > 0 and all(map(_slug, value)) and len(set(value)) == len(value)
    return _slug(value)


def _localized(value: Any) -> bool:
    if type(value) is dict:
        return len(value) > 0 and all(
            search(LANGUAGE, key) and _some_text(text) for key, text in value.items()
        )
    return _some_text(value)


def _some_text(value: Any) -> bool:
    return type(value) is str and len(value) > 0


def _slug(value: Any) -> bool:
    return type(value) is str and len(value) <= SLUG_LENGTH and _like_a_slug(value)


def _like_a_slug(text: str) -> bool:
    """Return whether the pattern of slugs fits, which need not be compiled where it plainly does."""
    plain = text.isascii() and text.islower() and text.isidentifier() and text[0] != "_"
    return plain or search(SLUG, text) is not None


def _requirement_id(value: Any) -> bool:
    return type(value) is str and search(REQUIREMENT_ID, value) is not None
