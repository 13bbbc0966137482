"""The fields of a spec as types of the rule language."""

from checker.schemas.fields import Field, VehicleSchema
from checker.schemas.types import FieldType, Kind

_KINDS: dict[str, Kind] = {"boolean": "bool", "integer": "int", "number": "double"}


def type_of_spec(schema: VehicleSchema) -> FieldType:
    """Return the whole spec as a record of types, as the checker of expressions wants it."""
    seen: dict[str, FieldType] = {}
    root = schema.root.fields or {}
    for_people = root.keys() - schema.sections | {"variants"}
    return FieldType(
        kind="record",
        fields={
            key: FieldType(kind="dyn", forbidden=True) if key in for_people else _type(field, seen)
            for key, field in root.items()
        },
    )


def _type(field: Field, seen: dict[str, FieldType]) -> FieldType:
    if field.kind not in seen or field.kind is None:
        made = _made(field, seen)
        if field.kind is None:
            return made
        seen[field.kind] = made
    return seen[field.kind]


def _made(field: Field, seen: dict[str, FieldType]) -> FieldType:
    match field.type:
        case "record" | "parameters" if field.fields:
            fields = {key: _type(item, seen) for key, item in field.fields.items()}
            return FieldType(kind="record", fields=fields, fittable="fitment" in fields)
        case "record" | "parameters" | "partial_spec":
            return FieldType(kind="dyn", forbidden=True)
        case "list" | "map":
            assert field.of is not None
            return FieldType(
                kind="list" if field.type == "list" else "map",
                element=_type(field.of, seen),
                absent_none=field.absent_none,
                min_items=field.min_items,
            )
        case _:
            return _scalar(field)


def _scalar(field: Field) -> FieldType:
    return FieldType(
        kind=_KINDS.get(field.type, "string"),
        range=field.range,
        terms=field.terms or None,
        is_date=field.type == "date",
        absent_none=field.absent_none,
        forbidden=field.type == "localized",
        step=field.step,
        min=field.min,
        max=field.max,
    )
