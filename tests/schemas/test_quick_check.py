"""The gate says yes exactly where the JSON Schema does: on real files, on every field, on random damage."""

import copy
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.documents import read_documents
from checker.schemas.fields import NOT_IN_OVERRIDES, Field
from checker.schemas.quick_check import is_valid

TESTS = Path(__file__).parents[1]
VEHICLES = TESTS / "data" / "open_ev_data.jsonl.gz"
ROBOTAXI = read_documents((TESTS.parent / "examples" / "l4_robotaxi.yaml").read_bytes(), "l4_robotaxi.yaml")[
    0
].data
MINIMAL = {
    "schema": "icv-vehicle/1",
    "vehicle": {"id": "a", "name": "A", "manufacturer": "B", "category": "M1", "markets": ["CN"]},
}

ITEM = "[0]"

#: What people and fuzzers write; each is tried at every field.
VALUES: list[Any] = [
    *(None, True, False, 0, 1, 5, -1, 6, 361, 2.5, 5.0, -0.5, 1e300, 10**400),
    *(
        "",
        "x",
        "M1",
        "standard",
        "unknown",
        "not_applicable",
        "CN",
        "China",
        "00",
        "a@b",
        "Roof-Lidar",
        "a\n",
        "x" * 65,
    ),
    *("2026-07-01", "2026-02-30", "2026-7-1", "sha256:" + "0" * 64, "sha256:0", "sm3:" + "a" * 64),
    *([], ["x"], ["x", "x"], [1, 1.0], [True], [None], ["CN", "DE"], ["visual"], [{}], [[]]),
    *(
        {},
        {"min": 1},
        {"max": 2.5},
        {"min": 1, "max": 2},
        {"min": "1"},
        {"min": True},
        {"mn": 1},
        {"min": 1, "x": 2},
    ),
    *(
        {"value": 5},
        {"value": 2.5},
        {"value": "x"},
        {"value": True},
        {"value": ["x"]},
        {"value": "2026-07-01"},
    ),
    *(
        {"value": {"min": 1, "max": 2}},
        {"value": {"value": 1}},
        {"value": None},
        {"value": "M1", "basis": "measured"},
    ),
    *({"value": 5, "unit": unit} for unit in ("km/h", "mph", "m", "mm", "s", "kg", "", "furlong", 3)),
    *(
        {"value": 5, "basis": "guess"},
        {"value": 5, "ref": "d"},
        {"value": 5, "ref": []},
        {"value": 5, "ref": ["d", "d"]},
    ),
    *(
        {"value": 5, "date": "2026-02-30"},
        {"value": 5, "by": ""},
        {"value": 5, "note": {"en": "n"}},
        {"value": 5, "z": 1},
    ),
    *(
        {"status": "unknown"},
        {"status": "not_applicable"},
        {"status": "not_applicable", "reason": "r"},
        {"status": "maybe"},
    ),
    *({"status": "unknown", "value": 5}, {"status": ["unknown"]}, {"reason": "r"}, {"unit": "km/h"}),
    *(
        {"en": "x"},
        {"en": ""},
        {"en": 1},
        {"english": "x"},
        {"en": "x", "zh": "y"},
        {"x_own": None},
        {"X_own": 1},
    ),
    *(
        {"a": 1},
        {"a": {"value": 1}},
        {"a": {"min": 1}},
        {"a": []},
        {"a": [True]},
        {"a": None},
        {"A": 1},
        {"x_Y": 1},
    ),
    *({"fitment": "standard"}, {"type": "lidar"}, {"name": "n"}, {"name": "n", "level": 3}, {"include": {}}),
]


def forms(schema) -> list[tuple[str, ...]]:
    """Return where each form of field stands, each form once."""
    found: dict[str, tuple[str, ...]] = {}

    def walk(field: Field, path: tuple[str, ...]) -> None:
        same = Field("text")  # what makes no difference to the gate is made the same
        bare = field._replace(text=same.text, ref=(), step=None, kind=None, terms=())
        if field.type not in ("record", "map"):
            found.setdefault(repr(bare), path)
        for key, item in (field.fields or {}).items():
            walk(item, (*path, key))
        if field.of:
            member = "a/a" if field.keys == "requirement_id" else "a"
            walk(field.of, (*path, ITEM if field.type == "list" else member))

    walk(schema.root, ())
    return list(found.values())


def document(path: tuple[str, ...], value: Any) -> dict[str, Any]:
    """Return a document with a value at a path; inside an override, where no other key is needed."""
    for key in reversed(path):
        value = [value] if key == ITEM else {key: value}
    if path[0] in NOT_IN_OVERRIDES:
        return {**MINIMAL, **value}
    return {**MINIMAL, "variants": {"lite": {"name": "Lite", "overrides": value}}}


def test_values_at_every_form_of_field(schema, validator):
    """Every second value at each, the others at its neighbours."""
    yes = no = 0
    for number, path in enumerate(forms(schema)):
        for value in VALUES[number % 2 :: 2]:
            data = document(path, value)
            passes = is_valid(data, schema)
            assert passes == validator.is_valid(data), (path, value)
            yes, no = yes + passes, no + (not passes)
    assert yes > 250
    assert no > 2500


def test_real_vehicles_pass(schema, validator):
    lines = gzip.decompress(VEHICLES.read_bytes()).splitlines()
    assert len(lines) == 1189
    for index, line in enumerate(lines):
        data = json.loads(line)
        assert is_valid(data, schema)
        if index % 20 == 0:
            assert validator.is_valid(data)


def paths(data: Any, path: tuple[Any, ...] = ()):
    yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from paths(value, (*path, key))


PATHS = list(paths(ROBOTAXI))[1:]
KEYS = [
    "fitment",
    "type",
    "x_a",
    "level",
    "unit",
    "value",
    "status",
    "basis",
    "min",
    "Z",
    "a-b",
    "parameters",
    "covers",
]


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a valid spec with a few random edits."""
    data = copy.deepcopy(ROBOTAXI)
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(PATHS))
        inside: Any = data
        try:
            for key in path[:-1]:
                inside = inside[key]
            old = inside[path[-1]]
        except (KeyError, IndexError, TypeError):
            continue  # an edit before took it away
        match draw(st.sampled_from(["replace", "drop", "wrap", "add", "rename"])):
            case "replace":
                inside[path[-1]] = draw(st.sampled_from(VALUES))
            case "drop":
                del inside[path[-1]]
            case "wrap":
                inside[path[-1]] = {"value": old, draw(st.sampled_from(KEYS)): draw(st.sampled_from(VALUES))}
            case "add" if isinstance(old, dict):
                old[draw(st.sampled_from(KEYS))] = draw(st.sampled_from(VALUES))
            case "rename" if isinstance(inside, dict):
                inside[draw(st.sampled_from(KEYS))] = inside.pop(path[-1])
            case _:
                pass
    return copy.deepcopy(data)


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(data=damaged())
def test_random_damage(schema, validator, data):
    assert is_valid(data, schema) == validator.is_valid(data)


@pytest.mark.parametrize(
    "data", [None, [], "x", 3, {}, {"schema": "icv-vehicle/1"}, {"vehicle": {}}, {"schema": "icv-vehicle/2"}]
)
def test_what_is_no_spec_at_all(schema, validator, data):
    assert not is_valid(data, schema)
    assert not validator.is_valid(data)


def test_overrides_need_nothing_but_know_their_keys(schema, validator):
    for overrides in (
        {"vehicle": {"seats": 5}},
        {"sensors": {"a": {"count": 2}}},
        {"title": "x"},
        {"vehicel": {}},
        {"vehicle": {"id": 3}},
    ):
        data = {**copy.deepcopy(MINIMAL), "variants": {"lite": {"name": "Lite", "overrides": overrides}}}
        assert is_valid(data, schema) == validator.is_valid(data), overrides
