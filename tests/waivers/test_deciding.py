"""The one function that decides what waivers come to for a finding on a day."""

import pytest

from checker.model.finding import Verdict
from checker.record import replace
from checker.values.dates import add_months
from checker.waivers.deciding import covered_by, is_for, member_path, state_on, waived
from tests.making import finding
from tests.waivers.granting import CAR, DAY, FULL, each, expired, upcoming, waiver

FAIL = finding("fail", id_="std/one")


def state(*waivers, of=FAIL, car=CAR, day=DAY):
    what = waived(of, waivers, car, day)
    return what and (what.state, what.uncovered)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-09-30", "upcoming"),
        ("2026-10-01", "active"),  # on the day of the approval
        ("2026-12-30", "active"),
        ("2026-12-31", "active"),  # on its last day
        ("2027-01-01", "expired"),
    ],
)
def test_a_waiver_counts_from_its_approval_to_its_last_day(day, expected):
    assert state_on(waiver(), day) == expected
    assert state(waiver(), day=day)[0] == expected


@pytest.mark.parametrize(("day", "expected"), [("2027-10-01", "active"), ("2027-10-02", "expired")])
def test_an_over_long_waiver_counts_no_longer_than_it_may(day, expected):
    long = waiver(expires="2030-01-01", last_day=add_months("2026-10-01", 12))

    assert long.over_long
    assert state_on(long, day) == expected


def test_a_waiver_for_one_day():
    one = waiver(approved=DAY, expires=DAY)

    assert state(one) == ("active", ())


@pytest.mark.parametrize("verdict", ["pass", "unknown", "review", "not_applicable"])
def test_nothing_but_a_fail_is_covered(verdict):
    assert waived(finding(verdict, id_="std/one"), [waiver()], CAR, DAY) is None


def test_what_looks_violated_by_a_rule_that_is_not_verified_is_not_covered():
    suspected = replace(FAIL, verdict=Verdict.REVIEW)

    assert waived(suspected, [waiver()], CAR, DAY) is None
    assert covered_by(waiver(), suspected) == ()


def test_a_fail_without_waivers():
    assert waived(FAIL, [], CAR, DAY) is None
    assert waived(FAIL, [waiver("std/other")], CAR, DAY) is None


@pytest.mark.parametrize(
    ("waivers", "expected"),
    [
        ((waiver(),), "active"),
        ((expired(),), "expired"),
        ((upcoming(),), "upcoming"),
        ((expired(), waiver()), "active"),  # renewed
        ((waiver(), expired()), "active"),
        ((expired(), upcoming()), "expired"),
    ],
)
def test_one_that_counts_is_enough(waivers, expected):
    what = waived(FAIL, waivers, CAR, DAY)

    assert what.state == expected
    assert what.waivers == waivers  # all that are about it, in their order
    assert what.uncovered == (() if expected == "active" else (None,))


PILOT, CITY = "automation_features.pilot", "automation_features.city"


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ((None,), ("active", ())),
        ((PILOT, CITY), ("active", ())),
        ((PILOT,), ("partly", ("city",))),
        ((CITY,), ("partly", ("pilot",))),
        (("automation_features.parking",), None),  # it is met there
        ((PILOT, None), ("active", ())),
    ],
)
def test_a_fail_is_covered_if_every_violated_member_of_it_is(paths, expected):
    two = each(pilot="violated", parking="holds", city="violated")

    assert state(*(waiver(path=path) for path in paths), of=two) == expected


def test_an_expired_waiver_leaves_its_member_uncovered():
    two = each(pilot="violated", city="violated")

    assert state(waiver(path=PILOT), expired(path=CITY), of=two) == ("partly", ("city",))
    assert state(expired(path=PILOT), expired(path=CITY), of=two) == ("expired", ("pilot", "city"))


def test_open_members_beside_a_violated_one_need_no_waiver():
    assert state(waiver(path=PILOT), of=each(pilot="violated", city="open")) == ("active", ())


def test_a_member_is_named_in_full():
    one = each(pilot="violated")

    assert state(waiver(path="automation_features.pilo"), of=one) is None
    assert state(waiver(path="automation_features.pilot2"), of=one) is None
    assert state(waiver(path="sensors.pilot"), of=one) is None


def test_a_path_is_nothing_to_a_requirement_on_the_vehicle():
    assert state(waiver(path="vehicle.id")) is None


def test_paths_of_members():
    assert member_path(each(pilot="holds"), "pilot") == PILOT
    assert member_path(FAIL, None) is None


@pytest.mark.parametrize(
    ("fields", "car", "expected"),
    [
        ({}, CAR, True),
        ({"vehicle": "x9"}, CAR, True),
        ({"vehicle": "x8"}, CAR, False),
        ({"configuration": "full"}, FULL, True),
        ({"configuration": "base"}, FULL, False),
        ({"configuration": "full"}, CAR, False),
        ({"vehicle": "x9", "configuration": "full"}, FULL, True),
        ({"vehicle": "x8", "configuration": "full"}, FULL, False),
    ],
)
def test_a_waiver_may_be_for_one_vehicle_and_one_configuration(fields, car, expected):
    one = waiver(**fields)

    assert is_for(one, car) is expected
    assert (waived(FAIL, [one], car, DAY) is not None) is expected
