from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from checker.bundled import bundled
from checker.cache import Cache
from checker.schemas.fields import VehicleSchema
from checker.schemas.json_schema import json_schema
from checker.schemas.vehicle import load_vehicle_schema
from checker.values.dates import is_day

_FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = sorted([*_FOLDER.glob("*.yaml"), *(_FOLDER / "real").glob("*.yaml")])


@pytest.fixture(scope="session")
def schema() -> VehicleSchema:
    return load_vehicle_schema(bundled("standards"), Cache(None))


@pytest.fixture(scope="session")
def as_json(schema: VehicleSchema) -> dict[str, Any]:
    return json_schema(schema)


@pytest.fixture(scope="session")
def validator(as_json: dict[str, Any]) -> Draft202012Validator:
    formats = FormatChecker(formats=())
    formats.checks("date")(lambda value: not isinstance(value, str) or is_day(value))
    return Draft202012Validator(as_json, format_checker=formats)


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> Path:
    return request.param
