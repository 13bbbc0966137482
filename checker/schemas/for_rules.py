"""The JSON Schema of rule files with the fields of a vehicle spec, for editors that complete paths."""

from collections.abc import Iterator
from typing import Any

from checker.schemas.fields import Field, VehicleSchema
from checker.schemas.json_schema import partial_schema

Schema = dict[str, Any]

#: What a member of a map is called in expressions: ``automation_features.exists(id, f, f.level >= 3)``.
_MEMBERS = {"automation_features": "f", "assistance": "a", "sensors": "s", "tests": "t", "documents": "d"}
_PREFIX = "vehicle_"
_EXPRESSION = {"$ref": "#/$defs/expression"}


def with_fields(rules: Schema, schema: VehicleSchema) -> Schema:
    """Return the schema of rule files in which examples are parts of specs, and expressions offer paths.

    It takes what the other takes: examples with a misspelt field are refused here already.
    """
    spec = partial_schema(schema)
    definitions = {f"{_PREFIX}{name}": _renamed(part) for name, part in spec.pop("$defs").items()}
    paths = dict(_paths(schema))
    expression = dict(rules["$defs"]["expression"])
    about = {key: expression.pop(key) for key in ("description", "x-zh", "examples")}
    offered = {"enum": list(paths), "markdownEnumDescriptions": list(paths.values())}
    mine = {
        "expression": {**about, "anyOf": [expression, offered]},
        "partial_spec": {**rules["$defs"]["partial_spec"], **_renamed(spec)},
    }
    return {**rules, "$defs": {**_offering(rules["$defs"]), **mine, **definitions}}


def _offering(part: Any) -> Any:
    """Return a part in which expressions that stand alone or in a list are offered too.

    Editors look for words to offer in no branch of a condition; what is valid stays the same.
    """
    if isinstance(part, list):
        return [_offering(item) for item in part]
    if not isinstance(part, dict):
        return part
    made = {key: _offering(value) for key, value in part.items()}
    if part.get("else") == _EXPRESSION and part.get("if") == {"type": "array"}:
        made["anyOf"] = [_EXPRESSION, part["if"]]
    return made


def _renamed(part: Any) -> Any:
    """Return a part of the schema of specs, its references to definitions as they are named here."""
    if isinstance(part, list):
        return [_renamed(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: value.replace("#/$defs/", f"#/$defs/{_PREFIX}") if key == "$ref" else _renamed(value)
        for key, value in part.items()
    }


def _paths(schema: VehicleSchema) -> Iterator[tuple[str, str]]:
    """Yield each path that an expression may read, with what it means in both languages."""
    for name in schema.sections:
        section = (schema.root.fields or {})[name]
        if section.type != "map":
            yield from _below(name, section)
        elif section.of is not None and name in _MEMBERS:
            yield from _below(_MEMBERS[name], section.of)


def _below(path: str, field: Field) -> Iterator[tuple[str, str]]:
    for key, inside in (field.fields or {}).items():
        if inside.type not in ("localized", "parameters", "partial_spec"):
            yield f"{path}.{key}", f"{inside.text.en} / {inside.text.zh}"
            yield from _below(f"{path}.{key}", inside)
