"""Expressions of rules in words."""

import pytest

from checker.expression.checking import check
from checker.expression.parser import parse
from checker.expression.scope import Scope
from checker.rendering.asking import conditions
from checker.rendering.saying import Saying
from checker.rendering.wording import load_words
from checker.schemas.vehicle import vehicle_type
from tests.shipped import shipped, vehicle_schema

SCHEMA = vehicle_schema()
LISTS = {"cars": ("M1", "N1")}


def said(source: str, lang: str = "en") -> str:
    checked = check(parse(source), Scope(vehicle_type(SCHEMA).fields or {}, lists=LISTS))
    assert checked.faults == ()
    return Saying(SCHEMA, load_words(), LISTS)(checked.tree).in_(lang)


def named(path: str) -> str:
    field = SCHEMA.field(path)
    assert field is not None
    return f"“{field.text.en}”"


SEATS, CATEGORY, USE = named("vehicle.seats"), named("vehicle.category"), named("vehicle.use")
SPEED = named("vehicle.max_speed_kmh")
LEVEL = named("automation_features.x.level")
FEATURES = named("automation_features")
ENVELOPE = named("automation_features.x.speed_kmh")
DSSAD = "data_recording.dssad"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("vehicle.seats >= 2", f"{SEATS} is at least 2"),
        ("vehicle.seats < 2", f"{SEATS} is less than 2"),
        ("vehicle.max_speed_kmh <= 130", f"{SPEED} is at most 130 km/h"),
        ("25 < vehicle.max_speed_kmh", f"25 km/h is less than {SPEED}"),
        ('vehicle.category == "M1"', f"{CATEGORY} is M1"),
        ('vehicle.category != "M1"', f"{CATEGORY} is not M1"),
        ('vehicle.category in ["M1", "N1"]', f"{CATEGORY} is one of: M1, N1"),
        ("vehicle.category in cars", f"{CATEGORY} is one of: M1, N1"),
        ('!(vehicle.category in ["M1"])', f"{CATEGORY} is none of: M1"),
        ('"private" in vehicle.use', f"private is among {USE}"),
        ('!("private" in vehicle.use)', f"private is not among {USE}"),
        (f"{DSSAD}.survives_power_loss == true", f"{named(f'{DSSAD}.survives_power_loss')}: yes"),
        (f"{DSSAD}.survives_power_loss != true", f"{named(f'{DSSAD}.survives_power_loss')}: no"),
        (f"!{DSSAD}.survives_power_loss", f"{named(f'{DSSAD}.survives_power_loss')}: no"),
        (f"fitted({DSSAD})", f"{named(DSSAD)} is fitted"),
        ("vehicle.seats > 1 && vehicle.seats < 9", f"{SEATS} is more than 1; and {SEATS} is less than 9"),
        (
            'vehicle.seats > 1 && (vehicle.seats < 9 || vehicle.category == "M2")',
            f"{SEATS} is more than 1; and ({SEATS} is less than 9, or {CATEGORY} is M2)",
        ),
        ("!(vehicle.seats > 1)", f"not: {SEATS} is more than 1"),
        (
            "automation_features.exists(id, f, f.level >= 3)",
            f"at least one of {FEATURES} meets: {LEVEL} is at least 3",
        ),
        (
            "automation_features.exists(id, f, covers(f.speed_kmh, 0.0, 60.0))",
            f"at least one of {FEATURES} meets: {ENVELOPE} covers 0 to 60",
        ),
        (
            "automation_features.exists(id, f, upper(f.speed_kmh) <= 60.0)",
            f"at least one of {FEATURES} meets: the upper end of {ENVELOPE} is at most 60 km/h",
        ),
        ('vehicle.use.exists(u, u == "freight")', f"at least one of {USE} meets: it is freight"),
        ("size(vehicle.use) > 0", f"the number of {USE} is more than 0"),
        (
            'vehicle.category == "M1" ? vehicle.seats > 1 : vehicle.seats > 2',
            f"where {CATEGORY} is M1: {SEATS} is more than 1; else: {SEATS} is more than 2",
        ),
        ("2 * (vehicle.seats + 1) > 4", f"2 * ({SEATS} + 1) is more than 4"),
    ],
)  # fmt: skip
def test_words(source, words):
    assert said(source) == words
    assert said(source, "zh") != words


def test_chinese():
    field = SCHEMA.field("vehicle.max_speed_kmh")
    assert field is not None
    assert said("vehicle.max_speed_kmh <= 130", "zh") == f"“{field.text.zh}”不大于130 km/h"


@pytest.mark.parametrize("name", shipped().library.entries)
def test_everything_that_is_written_can_be_said(name):
    """Nothing raises, and no name of the language is left but in sums."""
    standard = shipped().library.standards[name]
    of_all = [(standard.applies_when, {})] if standard.applies_when else []
    for expression, members in [
        *of_all,
        *(of[1:] for one in standard.requirements for of in conditions(one)),
    ]:
        text = Saying(SCHEMA, load_words(), standard.lists, members)(expression.tree)
        assert text.en
        assert text.zh
        assert "&&" not in text.en
        assert "||" not in text.zh
