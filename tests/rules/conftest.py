"""Rule files as they are shipped, and vehicles to judge by them."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from checker.evaluation.bench import WHOLE, Bench, Reader
from checker.evaluation.rows import row_of
from checker.packs.loading import load_standard
from checker.specs.loading import load_specs
from tests.shipped import vehicle_schema

STANDARDS = Path(__file__).parents[2] / "standards"
IDENTITY = {"id": "one", "name": "One", "manufacturer": "Maker", "category": "M1", "markets": ["CN"]}


@cache
def _standard(file: str):
    path = STANDARDS / file
    return load_standard(path.read_bytes(), str(path), vehicle_schema())


@pytest.fixture
def schema():
    return vehicle_schema()


@pytest.fixture
def standard():
    """Return what loads the rule file "cn/gb-44497-2024.yaml"."""
    return _standard


@pytest.fixture
def vehicle():
    """Return what makes a vehicle of M1 from sections, and from fields of its `vehicle` section."""

    def make(sections: dict, **fields):
        whole = {"schema": "icv-vehicle/1", "vehicle": IDENTITY | fields, **sections}
        (loaded,) = load_specs(
            yaml.safe_dump(whole).encode(),
            "one.yaml",
            schema=vehicle_schema(),
            standard_ids=lambda printed: (printed,),
        )
        assert isinstance(loaded, tuple), loaded
        return loaded[-1]

    return make


@pytest.fixture
def read():
    """Return what makes a reader of a standard on a vehicle."""

    def make(standard, spec):
        return Reader(Bench.of(spec, "2026-11-20", lambda printed: (printed,), {}), standard)

    return make


@pytest.fixture
def holds(read):
    """Return what tells whether a condition of a standard holds on a vehicle."""
    return lambda standard, expression, spec: read(standard, spec).value(expression, WHOLE)


@pytest.fixture
def truths(read):
    """Return what pairs each requirement with whether its `require` holds on the only feature."""

    def of(standard, spec):
        reader = read(standard, spec)
        return [(one, row_of(one, reader)[0][3]) for one in standard.requirements]

    return of
