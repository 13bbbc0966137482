"""Straight expressions: what they wait for without a walk is what the walk says."""

from random import Random

import pytest

from checker.expression.straight import straight_paths
from checker.expression.walking import walk
from tests.expression.sample import checked, environment
from tests.expression.test_generating import ON_VEHICLES, random_vehicle
from tests.packs.writing import STANDARDS, load

STRAIGHT = (
    "vehicle.seats >= 5",
    "vehicle.driver_seat",
    "!vehicle.driver_seat",
    "vehicle.category in ['M1', 'N1'] && !(vehicle.seats > 2)",
    "vehicle.mass_kg / 2 <= max(vehicle.max_speed_kmh, 50.0) && (vehicle.seats > 2 && vehicle.doors == 4)",
    "vehicle.doors >= 3 && vehicle.mass_kg <= 3500",
)
WINDING = (
    "vehicle.doors >= 3 || vehicle.mass_kg <= 3500",
    "vehicle.driver_seat && (vehicle.doors >= 3 || vehicle.mass_kg <= 3500)",
    "!(vehicle.doors >= 3 && vehicle.mass_kg <= 3500)",
    "vehicle.category in ['M1', 'N1'] ? vehicle.driver_seat : vehicle.seats > 2",
    "automation_features.exists(id, h, h.level >= 3)",
    "size(automation_features) >= 2",
)


@pytest.mark.parametrize("source", STRAIGHT)
def test_straight(source: str):
    assert straight_paths(checked(source)) is not None


@pytest.mark.parametrize("source", WINDING)
def test_winding(source: str):
    assert straight_paths(checked(source)) is None


def test_the_paths_are_in_the_order_of_reading():
    tree = checked("vehicle.seats >= 5 && vehicle.doors > 2 && vehicle.seats < 9")

    assert straight_paths(tree) == (("vehicle", ("seats",)), ("vehicle", ("doors",)), ("vehicle", ("seats",)))


@pytest.mark.parametrize("source", dict.fromkeys((*STRAIGHT, *ON_VEHICLES)))
def test_it_reads_what_the_walk_reads(source: str):
    random, tree = Random(source), checked(source)
    straight = straight_paths(tree)
    for _ in range(200 if straight is not None else 0):
        env = environment(random_vehicle(random))
        value = walk(tree, env)
        if value is False:
            continue

        read = [".".join((root, *keys)) for root, keys in straight or ()]

        assert [path for path, _ in env.readings] == read
        assert value is None or all(value is not None for _, value in env.readings)


def test_most_expressions_of_rules_are_straight():
    text = (STANDARDS / "cn" / "gb-44497-2024.yaml").read_text("utf-8")
    standard = load(text, "standards/gb-44497-2024.yaml")
    every = [expression for requirement in standard.requirements for expression in requirement.require]

    assert sum(straight_paths(one.tree) is not None for one in every) > 0.5 * len(every)
