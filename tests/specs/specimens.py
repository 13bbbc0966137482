"""Specs for tests: the project's own schema, and a spec written in a few lines."""

from pathlib import Path
from typing import Any

from checker.documents import Document, read_documents
from checker.errors import Invalid
from checker.model.spec import VehicleSpec
from checker.schemas.vehicle import VehicleSchema
from checker.specs.loading import Loaded, load_specs
from checker.specs.qualifying import Qualified, qualify
from tests.shipped import vehicle_schema

EXAMPLES = Path(__file__).parents[2] / "examples"
HEAD = """schema: icv-vehicle/1
vehicle: {id: car, name: Car, manufacturer: Maker, category: M1, markets: [CN]}
"""
EDITIONS = {
    "GB 44495-2024": ("gb-44495-2024",),
    "gb-44495-2024": ("gb-44495-2024",),
    "GB 44497-2024": ("gb-44497-2024",),
    "gb-44497-2024": ("gb-44497-2024",),
    "gb-44497-2024/type-1-event-capacity": ("gb-44497-2024/type-1-event-capacity",),
    "UN R157": ("un-r157-00", "un-r157-01"),
    "UN R157 01": ("un-r157-01",),
}


def schema() -> VehicleSchema:
    return vehicle_schema()


def standard_ids(printed: str) -> tuple[str, ...]:
    return EDITIONS.get(printed, ())


def load(text: str | bytes, file: str = "car.yaml", **options: Any) -> tuple[Loaded, ...]:
    data = text if isinstance(text, bytes) else text.encode()
    options = {"standard_ids": standard_ids, "known_numbers": EDITIONS.keys, **options}
    return load_specs(data, file, schema=schema(), **options)


def configurations(text: str, **options: Any) -> dict[str, VehicleSpec]:
    """Return the configurations of one document by their key; HEAD is put before it."""
    (loaded,) = load(HEAD + text, **options)
    if isinstance(loaded, Invalid):
        raise loaded
    return {spec.configuration.key: spec for spec in loaded}


def only(text: str, **options: Any) -> VehicleSpec:
    """Return the one configuration of one document; HEAD is put before it."""
    found = configurations(text, **options)
    assert list(found) == [""]
    return found[""]


def refused(text: str, **options: Any) -> list[str]:
    """Return the problems of one document in English, its HEAD before it."""
    (loaded,) = load(HEAD + text, **options)
    assert isinstance(loaded, Invalid), "the spec was accepted"
    assert all(problem.what.zh and problem.what.zh != problem.what.en for problem in loaded.problems)
    return [problem.in_("en") for problem in loaded.problems]


def qualified(text: str) -> tuple[Qualified, Document]:
    """Return the values of one document, HEAD before it, with its document."""
    document = read_documents((HEAD + text).encode(), "car.yaml")[0]
    return qualify(document, schema().root, schema().units), document
