"""Values of a spec as JSON Schema: scalars, ranges, and values that say where they come from."""

from typing import Any

from checker.schemas.fields import QUALIFIERS, STATUSES, Field
from checker.values.units import Units

Schema = dict[str, Any]

_SHARED = {"id": "slug", "digest": "digest", "date": "day", "localized": "localized"}


def scalar(field: Field, units: Units) -> Schema:
    """Return the schema of one value of a field, unqualified."""
    if field.type in _SHARED:
        return {"$ref": f"#/$defs/{_SHARED[field.type]}"}
    match field.type:
        case "term":
            statuses = STATUSES if field.status_words else ()
            return {"enum": [*field.terms, *statuses], **_read(field)}
        case "text":
            pattern = {"pattern": field.pattern} if field.pattern else {}
            return {"type": "string", "minLength": 1, **pattern, **_read(field)}
        case "boolean":
            return {"type": "boolean"}
        case _:
            return _number_or_range(_number(field, units), field)


def _number_or_range(number: Schema, field: Field) -> Schema:
    return {"if": {"type": "object"}, "then": _ends(number), "else": number} if field.range else number


def value_or_qualified(field: Field, value: Schema, units: Units) -> Schema:
    """Return a schema of a value, or of {value, basis, ...} with such a value inside."""
    unit: Schema = {"not": {}}
    if field.unit:
        unit = {"enum": list(units.accepts(field.unit)), "x-unit": field.unit}
    return {
        "if": says_more(),
        "then": {"$ref": "#/$defs/qualified", "properties": {"value": value, "unit": unit}},
        "else": value,
        **_offered(value),
    }


def _offered(value: Schema) -> Schema:
    """Return the words that editors are to offer: they look for them in neither branch of a condition."""
    words = [True, False] if value.get("type") == "boolean" else value.get("enum", ())
    shown = [{"label": str(word).lower() if isinstance(word, bool) else word, "body": word} for word in words]
    return {"defaultSnippets": shown} if shown else {}


def says_more() -> Schema:
    """Return the schema of a map that is a value with what is said of it, not a value itself."""
    return {"type": "object", "anyOf": [{"required": [key]} for key in QUALIFIERS]}


def shared_name(field: Field) -> str | None:
    """Return the name under which numbers, texts and the like of the same form are defined once."""
    if field.type not in ("boolean", "integer", "number", "text", "date") or field.pattern or field.words:
        return None
    limits = ("min", field.min), ("max", field.max)
    stated = [f"{name}_{limit}" for name, limit in limits if limit is not None]
    parts = [field.type, field.unit, field.range and "range", *stated, "plain" if field.plain else None]
    return "_".join(part for part in parts if part)


#: What something of a section may be called, for editors to offer.
_SLUGS = {
    "automation_features": "pilot",
    "assistance": "aeb",
    "documents": "certificate",
    "sensors": "front_camera",
    "tests": "track_test",
    "variants": "plus",
}


def examples(field: Field) -> list[Any]:
    """Return values that may stand at a field, for editors to offer."""
    match field.type:
        case "boolean":
            return [True]
        case "date":
            return ["2026-07-01"]
        case "term":
            return [field.terms[0]]
        case "list" if field.of is not None and field.of.terms:
            return [list(field.of.terms[:2])]
        case "number" | "integer" if field.range:
            low = field.min or 0
            return [{"min": low, "max": low + 10 if field.max is None else field.max}]
        case "number" | "integer":
            return [min(field.min or 1, field.max or field.min or 1)]
        case "id":
            return [_SLUGS.get(field.ref[0], field.ref[0]) if field.ref else "main"]
        case "list" if field.of is not None and field.of.type in ("id", "date", "boolean"):
            return [examples(field.of._replace(ref=field.of.ref or field.ref))]
    return []


def _number(field: Field, units: Units) -> Schema:
    number: Schema = {"type": field.type}
    if field.min is not None:
        number["minimum"] = field.min
    if field.max is not None:
        number["maximum"] = field.max
    if field.unit:
        number |= {"x-unit": field.unit, "x-units": list(units.accepts(field.unit))}
    return number


def _ends(number: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {"min": number, "max": number},
        "additionalProperties": False,
        "minProperties": 1,
    }


def _read(field: Field) -> Schema:
    read: Schema = {"x-words": dict(field.words)} if field.words else {}
    return {**read, "x-form": field.form._asdict()} if field.form else read
