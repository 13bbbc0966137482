"""What the tree walk writes down, what it hides, and what one end of a spread does."""

import pytest

from checker.expression.checking import check
from checker.expression.environment import Bound, Reading
from checker.expression.parser import parse
from checker.expression.walking import iterated, violated_by_one_end, walk
from checker.values.spreads import Envelope, Spread
from tests.expression.sample import SCOPE, checked, environment, scope_for

CAR = {
    "vehicle": {"category": "M1", "seats": 5, "markets": ["CN", "EU"], "mass_kg": Spread(1000.0, 4000.0)},
    "automation_features": {
        "pilot": {"fitment": "standard", "level": 3, "gap_s": 1.2},
        "parking": {"fitment": "standard", "level": 2},
        "taxi": {"fitment": "not_fitted", "level": 4},
    },
}


def read_by(source, values=CAR, **more):
    """Return the value and what was read for it."""
    env = environment(values, **more)
    return walk(checked(source), env), [tuple(reading) for reading in env.readings]


@pytest.mark.parametrize(
    ("source", "value", "readings"),
    [
        ("vehicle.seats >= 6", False, [("vehicle.seats", 5)]),
        ("vehicle.doors >= 6", None, [("vehicle.doors", None)]),
        ("data_recording.dssad.storage_capacity_events >= 5", None,
         [("data_recording.dssad.storage_capacity_events", None)]),
        ("vehicle.doors >= 4 && vehicle.seats >= 6", False, [("vehicle.seats", 5)]),
        ("vehicle.doors >= 4 || vehicle.seats >= 5", True, [("vehicle.seats", 5)]),
        ("vehicle.seats >= 5 && vehicle.doors >= 4", None, [("vehicle.seats", 5), ("vehicle.doors", None)]),
        ("vehicle.seats >= 5 || vehicle.doors >= 4", True, [("vehicle.seats", 5)]),
        ("vehicle.seats > 9 ? vehicle.doors > 1 : vehicle.driver_seat", None,
         [("vehicle.seats", 5), ("vehicle.driver_seat", None)]),
        ("fitted(assistance.aeb)", None, [("assistance.aeb.fitment", None)]),
        ("'JP' in vehicle.markets", False, [("vehicle.markets", ["CN", "EU"])]),
        ("vehicle.markets[1] == 'EU'", True, [("vehicle.markets[1]", "EU")]),
        ("sensors.exists(k, s, s.range_m > 100)", None, [("sensors", None)]),
    ],
)  # fmt: skip
def test_readings_say_what_decided(source, value, readings):
    assert read_by(source) == (value, readings)


def test_the_member_that_decided_is_kept_and_the_others_are_not():
    value, readings = read_by("automation_features.exists(id, f, f.level == 2)")

    assert value is True
    assert readings[1:] == [("automation_features.parking.level", 2)]


def test_all_members_count_where_none_decides():
    value, readings = read_by("automation_features.exists(id, f, f.gap_s >= 2)")

    assert value is None
    assert readings[1:] == [
        ("automation_features.pilot.gap_s", 1.2),
        ("automation_features.parking.gap_s", None),
        ("automation_features.taxi.fitment", "not_fitted"),
    ]


def test_what_is_filtered_keeps_its_path():
    trailers = [{"braked": False}, {"braked": True, "mass_kg": 700.0}]
    value, readings = read_by(
        "vehicle.trailers.filter(t, t.braked).exists(t, t.mass_kg > 750)", {"vehicle": {"trailers": trailers}}
    )

    assert value is False
    assert readings[-1] == ("vehicle.trailers[1].mass_kg", 700.0)


def test_the_member_of_a_for_each_is_read_with_its_path():
    tree = checked("f.level >= 4 && key != 'x'", scope_for("f", "automation_features"))
    member = CAR["automation_features"]["pilot"]
    env = environment(CAR, variables={"f": Bound(member, "automation_features.pilot"), "key": Bound("pilot")})

    assert walk(tree, env) is False
    assert env.readings == [Reading("automation_features.pilot.level", 3)]


@pytest.mark.parametrize(
    ("source", "hidden", "value"),
    [
        ("vehicle.seats >= 5", "vehicle.seats", None),
        ("vehicle.seats >= 5 || vehicle.category == 'M1'", "vehicle.seats", True),
        ("'CN' in vehicle.markets", "vehicle.markets", None),
        ("automation_features.exists(id, f, f.level >= 3)", "automation_features.pilot.level", None),
        ("automation_features.exists(id, f, f.level >= 3)", "automation_features.pilot.fitment", None),
        ("automation_features.exists(id, f, f.level >= 4)", "automation_features.taxi.fitment", None),
        ("automation_features.exists(id, f, f.level >= 5)", "automation_features.taxi.fitment", False),
        ("size(automation_features) >= 3", "automation_features.taxi.fitment", None),
        ("size(automation_features) >= 2", "automation_features.taxi.fitment", True),
        ("fitted(assistance.aeb)", "assistance.aeb.fitment", None),
    ],
)
def test_a_hidden_value_reads_as_not_stated(source, hidden, value):
    values = {**CAR, "assistance": {"aeb": {"fitment": "standard"}}}
    env = environment(values, hidden=hidden.__eq__)

    assert walk(checked(source), env) is value
    if value is None:
        assert Reading(hidden, None) in env.readings


@pytest.mark.parametrize(
    ("source", "convicted"),
    [
        ("vehicle.mass_kg <= 3500", True),  # some vehicles of the type are heavier
        ("vehicle.mass_kg >= 3500", True),
        ("vehicle.mass_kg <= 5000", False),  # holds
        ("vehicle.mass_kg >= 5000", False),  # false altogether, and not by one end
        ("vehicle.mass_kg <= 3500 || vehicle.driver_seat", False),
        ("vehicle.mass_kg <= 3500 && vehicle.driver_seat", True),
        ("vehicle.mass_kg <= 3500 || vehicle.seats >= 9", True),
        ("vehicle.mass_kg + vehicle.mass_kg <= 5000", True),
        ("vehicle.mass_kg <= 3500 || vehicle.mass_kg >= 3500", False),
        ("vehicle.mass_kg <= vehicle.max_speed_kmh", False),
        ("lookup(gap, {'speed_kmh': vehicle.mass_kg}) <= 1.1", False),  # both ends lie beyond: 2.2 throughout
        ("lookup(stop, {'speed_kmh': 30}) <= 20", False),  # the standard does not say
        ("lookup(stop, {'speed_kmh': 30}) <= 20 && vehicle.mass_kg <= 3500", True),
    ],
)
def test_holds_for_a_part_of_the_type_only(source, convicted):
    assert violated_by_one_end(checked(source), environment(CAR)) is convicted


@pytest.mark.parametrize(
    ("spread", "convicted"),
    [(Spread(None, 4000.0), True), (Spread(1000.0, None), False), (Spread(None, 3000.0), False)],
)
def test_a_missing_end_is_never_put_in(spread, convicted):
    tree = checked("vehicle.mass_kg <= 3500")

    assert violated_by_one_end(tree, environment({"vehicle": {"mass_kg": spread}})) is convicted


def test_an_end_is_put_in_for_one_spread_at_a_time():
    values = {"vehicle": {"mass_kg": Spread(1.0, 3.0), "doors": Spread(2, 4)}}

    # false only where the heaviest has the fewest doors: no one spread alone shows it
    assert not violated_by_one_end(checked("vehicle.mass_kg < vehicle.doors + 1"), environment(values))


def test_the_ends_of_an_envelope_are_never_put_in():
    values = {"automation_features": {"p": {"fitment": "standard", "speed_kmh": Envelope(0.0, None)}}}
    tree = checked("automation_features.exists(id, f, covers(f.speed_kmh, 0, 60))")

    assert not violated_by_one_end(tree, environment(values))


def test_one_end_of_a_member():
    values = {"automation_features": {"p": {"fitment": "standard", "gap_s": Spread(1.0, 3.0)}}}
    tree = checked("automation_features.exists(id, f, f.gap_s >= 2)")
    env = environment(values)

    assert violated_by_one_end(tree, env)
    assert env.readings == []


def test_members_of_a_for_each():
    path = check(parse("automation_features"), SCOPE.in_role("for_each")).tree
    values = {"automation_features": {**CAR["automation_features"], "x": {"level": 1}}}
    found = iterated(path, environment(values))

    assert [(member.key, member.present) for member in found] == [
        ("pilot", True),
        ("parking", True),
        ("x", None),
    ]
    assert iterated(path, environment({})) is None
    assert iterated(path, environment({"automation_features": {}})) == []
