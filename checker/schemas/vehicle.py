"""The vehicle schema: out of the field dictionary, remembered between runs, and seen as types by rules."""

import os
from typing import TYPE_CHECKING, Any

from checker.cache import Cache
from checker.contents import Contents
from checker.schemas.fields import Field, VehicleSchema
from checker.text import Text
from checker.values.units import Units, units

if TYPE_CHECKING:
    from checker.schemas.types import FieldType

Folder = str | os.PathLike[str]

__all__ = ["Field", "VehicleSchema", "load_vehicle_schema", "vehicle_type"]

_UNITS = "units.yaml"
_VEHICLE = "vehicle"
_NAMES = {"Field": Field, "Text": Text, "Units": Units, "VehicleSchema": VehicleSchema}


def load_vehicle_schema(folder: Folder, cache: Cache) -> VehicleSchema:
    """Return the vehicle schema of a folder `standards`; raises Invalid with all its mistakes."""
    path = os.fspath(folder)
    contents = Contents(cache, f"vehicle schema\0{path}", _bytes)
    names_of_files = (_UNITS, *(f"{_VEHICLE}/{name}" for name in _dictionary(folder)))
    digests = "\0".join(f"{name}\0{contents.digest(f'{path}/{name}')}" for name in names_of_files)
    contents.remember()
    code = cache.code(f"vehicle schema\0{digests}", lambda: _source(read_vehicle_schema(folder)[1]))
    names: dict[str, Any] = dict(_NAMES)
    exec(code, names)  # noqa: S102 - our own source, out of a folder of this user's alone
    schema = names["SCHEMA"]
    assert isinstance(schema, VehicleSchema)
    return schema


def read_vehicle_schema(folder: Folder) -> "tuple[VehicleSchema, Remembered]":
    """Return the schema as the files say it, and what is remembered of it; raises Invalid."""
    from pathlib import Path  # noqa: PLC0415 - not when it is remembered

    from checker.documents import read_documents  # noqa: PLC0415
    from checker.schemas.dictionary import open_dictionary  # noqa: PLC0415

    table = units(read_documents(_read(folder, _UNITS), f"{os.fspath(folder)}/{_UNITS}")[0].data)
    dictionary = open_dictionary(Path(folder, _VEHICLE), _dictionary(folder), table)
    root = dictionary.root()
    schema = VehicleSchema(root, table, dictionary.sections)
    return schema, (schema, dictionary.kinds)


def _dictionary(folder: Folder) -> list[str]:
    """Return the names of the files of the field dictionary."""
    return sorted(name for name in os.listdir(f"{os.fspath(folder)}/{_VEHICLE}") if name.endswith(".yaml"))


def _read(folder: Folder, name: str) -> bytes:
    return _bytes(f"{os.fspath(folder)}/{name}")


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


Remembered = tuple[VehicleSchema, dict[str, Field]]


def _source(remembered: Remembered) -> str:
    """Return Python that makes the schema again; each kind once, so that loading it stays quick."""
    schema, kinds = remembered
    lines = ["K = {}"]
    lines += [f"K[{name!r}] = {_written(kind, inside=False)}" for name, kind in kinds.items()]
    lines.append(f"SCHEMA = VehicleSchema({_written(schema.root)}, {schema.units!r}, {schema.sections!r})")
    return "\n".join(lines)


def _written(value: Any, *, inside: bool = True) -> str:
    if isinstance(value, Field):
        if inside and value.kind:
            return (
                f"K[{value.kind!r}]._replace(text={value.text!r}, plain={value.plain}, unit={value.unit!r})"
            )
        stated = {
            name: item
            for name, item in value._asdict().items()
            if item != Field._field_defaults.get(name, ...)
        }
        return f"Field({', '.join(f'{name}={_written(item)}' for name, item in stated.items())})"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key!r}: {_written(item)}" for key, item in value.items()) + "}"
    return repr(value)


def vehicle_type(schema: VehicleSchema) -> "FieldType":
    """Return the whole spec as a record of types, as the checker of expressions wants it."""
    from checker.schemas.typing import type_of_spec  # noqa: PLC0415 - not when the rules are remembered

    return type_of_spec(schema)
