"""Whatever is written into a spec, it is loaded or refused in sentences; nothing else happens."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest

from checker.documents import read_documents
from checker.errors import Invalid
from tests.specs.specimens import EXAMPLES, load

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 10**18, "", "x", "unknown", "optional", [], [1], ["a", "a"], [[1]], [{}], {},
    {"value": 1}, {"value": None}, {"status": "unknown"}, {"status": 3}, {"min": 1}, {"min": 2, "max": 1},
    {"value": {"min": 3, "max": 1}}, {"value": 5, "unit": "mph"}, {"value": 5, "unit": 5},
    {"value": 1, "ref": "nowhere"}, {"value": 1, "ref": []}, {"en": "a"}, {"x_own": 1},
    {"fitment": "optional"}, {"fitment": "optional", "package": "P"}, {"fitment": "unknown"},
    {"name": "n", "based_on": "n"}, {"name": "n", "overrides": {"vehicle": []}},
    {"name": "n", "packages": ["P"]},
)  # fmt: skip
KEYS = ("x_own", "variants", "extends", "fitment", "package", "status", "value", "unknown_key", "documents")
NAMES = ("l4_robotaxi", "real/mercedes_drive_pilot_de", "l2_passenger_car")


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from paths(item, (*path, key))


def damage(data: Any, dice: random.Random) -> None:
    """Change, add or drop something somewhere."""
    *above, key = dice.choice([path for path in paths(data) if path])
    owner = data
    for name in above:
        owner = owner[name]
    match dice.choice(("change", "change", "add", "drop")):
        case "add" if isinstance(owner, dict):
            owner[dice.choice(KEYS)] = dice.choice(ODD)
        case "drop":
            del owner[key]
        case _:
            owner[key] = dice.choice(ODD)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_spec_is_loaded_or_refused(name: str, seed: int) -> None:
    dice = random.Random(f"{name} {seed}")
    text = (EXAMPLES / f"{name}.yaml").read_bytes()
    data = json.loads(json.dumps(read_documents(text, "car.yaml")[0].data))
    for _ in range(dice.randint(1, 3)):
        damage(data, dice)
    written = json.dumps(data, indent=1, ensure_ascii=False)
    (loaded,) = load(written, "car.json")
    if isinstance(loaded, Invalid):
        assert loaded.problems
        for problem in loaded.problems:
            assert problem.place.file == "car.json"
            assert 1 <= problem.place.line <= written.count("\n") + 1
            assert problem.in_("both")
    else:
        assert all(row.place for spec in loaded for row in spec.stated.values())
        assert all(json.dumps(spec.values) for spec in loaded)


@pytest.mark.parametrize("seed", range(40))
def test_damaged_bytes_are_loaded_or_refused(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray((EXAMPLES / "real" / "apollo_rt6.yaml").read_bytes())
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(data))
        data[at : at + dice.randint(0, 3)] = dice.choice(
            (b"", b"\n", b": ", b"[", b"}", b"&a", b"*a", b"\xff", b"\t")
        )
    for loaded in load(bytes(data)):
        assert loaded.problems if isinstance(loaded, Invalid) else loaded
