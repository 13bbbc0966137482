"""The vehicle schema as JSON Schema 2020-12: what editors use, and the authority on what is valid."""

import json
from typing import Any

from checker.schemas.definitions import definitions
from checker.schemas.fields import NOT_IN_OVERRIDES, SLUG, Field, VehicleSchema
from checker.schemas.leaves import examples, scalar, shared_name, value_or_qualified

Schema = dict[str, Any]

_RANGES = {
    "spread": "{min, max}: the vehicles of the type lie in between / 本车型各车辆均在此范围内",
    "envelope": "{min, max}: it works in all of it / 在整个范围内均可工作",
}


def json_schema(schema: VehicleSchema) -> Schema:
    """Return the JSON Schema of a vehicle spec, described in both languages."""
    builder = _Builder(schema)
    root = builder.of(schema.root, partial=False)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:icv-checker:schema:vehicle:1",
        **root,
        "$defs": {name: builder.defs[name] for name in sorted(builder.defs)},
    }


class _Builder:
    """Collects the definitions that are used more than once."""

    def __init__(self, schema: VehicleSchema) -> None:
        self.schema = schema
        self.defs: Schema = definitions()

    def of(self, field: Field, *, partial: bool) -> Schema:
        """Return the schema of a field; a partial one requires no key."""
        words = _words(field)
        name = self._name(field)
        if name is None:
            return {**words, **self._made(field, partial=partial)}
        if partial and _requires(field):
            name += "_partial"
        if name not in self.defs:
            self.defs[name] = {}  # holds the place while what is inside is built
            self.defs[name] = self._made(field, partial=partial)
        return {"$ref": f"#/$defs/{name}", **words}

    def _name(self, field: Field) -> str | None:
        """Return the name under which a field is defined once; None if it is written where it stands."""
        if field.kind is not None:
            return field.kind
        for section in self.schema.sections:
            if field is (self.schema.root.fields or {}).get(section):
                return f"section_{section}"
        return shared_name(field)

    def _made(self, field: Field, *, partial: bool) -> Schema:
        match field.type:
            case "record":
                return self._record(field, partial=partial)
            case "parameters":
                return {
                    **self._record(field, partial=partial),
                    "propertyNames": {"pattern": SLUG},
                    "additionalProperties": {"$ref": "#/$defs/named_value"},
                }
            case "partial_spec":
                return self._partial_spec()
            case "map":
                return self._map(field, partial=partial)
            case "list":
                return self._qualifiable(field, self._list(field, partial=partial))
            case _:
                return self._qualifiable(field, scalar(field, self.schema.units))

    def _qualifiable(self, field: Field, value: Schema) -> Schema:
        return value if field.plain else value_or_qualified(field, value, self.schema.units)

    def _record(self, field: Field, *, partial: bool) -> Schema:
        fields = field.fields or {}
        made: Schema = {
            "type": "object",
            "properties": {key: self.of(item, partial=partial) for key, item in fields.items()},
            "patternProperties": {"^x_": True},
            "additionalProperties": False,
        }
        if field.required and not partial:
            made["required"] = list(field.required)
        return made

    def _map(self, field: Field, *, partial: bool) -> Schema:
        assert field.of is not None
        key = {"$ref": "#/$defs/slug"} if field.keys == "slug" else {"$ref": "#/$defs/requirement_id"}
        return {
            "type": "object",
            "propertyNames": key,
            "patternProperties": {"^x_": True},
            "additionalProperties": self.of(field.of, partial=partial),
        }

    def _list(self, field: Field, *, partial: bool) -> Schema:
        assert field.of is not None
        item = self.of(field.of, partial=partial)
        many: Schema = {"type": "array", "items": item}
        if field.of.type not in ("record", "map"):
            many["uniqueItems"] = True
        if field.min_items:
            many["minItems"] = field.min_items
        return {"if": {"type": "array"}, "then": many, "else": item} if field.single else many

    def _partial_spec(self) -> Schema:
        fields = self.schema.root.fields or {}
        return self._record(
            Field("record", fields={key: fields[key] for key in fields if key not in NOT_IN_OVERRIDES}),
            partial=True,
        )


def _requires(field: Field) -> bool:
    """Return whether a field requires a key somewhere, so that its partial form differs."""
    inside = [*(field.fields or {}).values(), *((field.of,) if field.of else ())]
    return bool(field.required) or any(_requires(item) for item in inside)


def _words(field: Field) -> Schema:
    """Return what editors show of a field: its title, and below both languages and how to write it.

    What stands in lists of completions is the description alone.
    """
    if not field.text.en:
        return {}
    found = examples(field)
    return {
        "title": field.text.en,
        "description": _described(field),
        **({"examples": found} if found else {}),
        **({"x-absent": "none"} if field.absent_none else {}),
    }


def _described(field: Field) -> str:
    notes = [f"{field.text.en} / {field.text.zh}"]
    if field.unit:
        notes.append(f"[{field.unit}]")
    if field.ref:
        notes.append(f"-> {', '.join(field.ref)}")
    if field.range:
        notes.append(_RANGES[field.range])
    return " ".join(notes)


def schema_text(schema: VehicleSchema) -> str:
    """Return the JSON Schema as the text of a file: one definition a line."""
    made = json_schema(schema)
    lines = []
    for key, value in made.items():
        if key in ("properties", "$defs"):
            rows = ",\n".join(f"  {_dumped(name)}: {_dumped(row)}" for name, row in value.items())
            lines.append(f"{_dumped(key)}: {{\n{rows}\n}}")
        else:
            lines.append(f"{_dumped(key)}: {_dumped(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def field_schema(schema: VehicleSchema, path: str, field: Field) -> Schema:
    """Return the JSON Schema of a map that holds one field only, under its whole path as its key."""
    builder = _Builder(schema)
    made = builder.of(field, partial=False)
    return {"type": "object", "properties": {path: made}, "$defs": builder.defs}


def partial_schema(schema: VehicleSchema) -> Schema:
    """Return the JSON Schema of a part of a vehicle spec, in which no key is required."""
    builder = _Builder(schema)
    return {**builder.of(schema.root, partial=True), "$defs": builder.defs}
