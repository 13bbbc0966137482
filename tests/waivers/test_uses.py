# ruff: noqa: E501 - sentences as they are printed
"""What each waiver comes to: those that cover nothing say why."""

import pytest

from checker.waivers.uses import uses
from tests.making import finding
from tests.waivers.granting import CAR, DAY, FULL, each, expired, upcoming, waiver

FAIL = finding("fail", id_="std/one")


def use(one, *findings, car=CAR):
    (what,) = uses([one], findings or [FAIL], car, DAY, lambda standard: standard in ("std", "levels"))
    assert what.waiver == one
    return what


def told(one, *findings, car=CAR):
    what = use(one, *findings, car=car)
    return what.state, what.text.en


def test_one_that_covers_a_fail():
    what = use(waiver())

    assert (what.state, what.covers) == ("active", (None,))
    assert what.text == ("counts until 2026-12-31, 41 days left", "有效至 2026-12-31，剩余 41 天")


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (waiver(expires="2026-11-21"), ("active", "counts until 2026-11-21, 1 day left")),
        (waiver(expires=DAY), ("active", "counts until 2026-11-20, 0 days left")),
        (
            expired(),
            (
                "expired",
                "counted until 2026-11-19; what it was for is still not met: meet it, or have it approved anew",
            ),
        ),
        (upcoming(), ("upcoming", "counts only from 2026-11-21")),
        (
            waiver(expires="2028-01-01", last_day="2027-10-01"),
            (
                "active",
                "counts until 2027-10-01, 315 days left; over-long: it states 2028-01-01, more than 12 months after its approval",
            ),
        ),
        (
            waiver(expires="2028-01-01", last_day="2026-11-01", max_months=1),
            (
                "expired",
                "counted until 2026-11-01; what it was for is still not met: meet it, or have it approved anew; over-long: it states 2028-01-01, more than 1 month after its approval",
            ),
        ),
    ],
)
def test_what_its_dates_come_to(one, expected):
    assert told(one) == expected
    assert use(one).covers == (None,)


@pytest.mark.parametrize(
    ("verdict", "says"),
    [
        ("pass", "not needed: the requirement is met"),
        ("not_applicable", "not needed: the requirement does not apply"),
        (
            "unknown",
            "covers nothing: the requirement is not decided, and a waiver covers only what is not met",
        ),
        (
            "review",
            "covers nothing: the requirement waits for a person, and a waiver covers only what is not met",
        ),
    ],
)
def test_one_whose_requirement_does_not_fail_is_unused(verdict, says):
    of = finding(verdict, id_="std/one")

    assert told(waiver(), of) == ("unused", says)
    assert use(waiver(), of).covers == ()
    assert told(expired(), of) == ("expired", "counted until 2026-11-19; nothing here needs it")
    assert told(upcoming(), of)[0] == "upcoming"


def test_an_unused_one_that_is_over_long_says_both():
    long = waiver(expires="2028-01-01", last_day="2027-10-01")
    state, says = told(long, finding("pass", id_="std/one"))

    assert state == "unused"
    assert says.startswith("not needed: the requirement is met; over-long: it states 2028-01-01")


def test_one_whose_member_does_not_violate_it_is_unused():
    two = each(pilot="violated", city="holds")
    city = waiver(path="automation_features.city")

    assert told(city, two) == ("unused", "not needed: automation_features.city does not violate it")
    assert use(waiver(path="automation_features.pilot"), two).covers == ("pilot",)
    assert use(waiver(), each(pilot="violated", city="violated")).covers == ("pilot", "city")


@pytest.mark.parametrize(
    ("one", "car", "says"),
    [
        (waiver(vehicle="x8"), CAR, "is for vehicle 'x8', and this is 'x9'"),
        (waiver(configuration="base"), FULL, "is for configuration 'base', and this is 'full'"),
        (waiver(configuration="base"), CAR, "is for configuration 'base', and there is only one here"),
        (waiver("ours/one"), CAR, "there is no standard 'ours' among the rules"),
        (waiver("sdt/one"), CAR, "there is no standard 'sdt' among the rules; did you mean 'std'?"),
        (
            waiver("levels/one"),
            CAR,
            "no statement is made on levels here: it was not looked at, or only feeds the level ladder",
        ),
    ],
)
def test_one_that_is_about_nothing_here_is_unmatched(one, car, says):
    assert told(one, car=car) == ("unmatched", says)
    assert use(one, car=car).covers == ()


def test_one_for_a_member_that_is_not_there_is_unmatched():
    two = each(pilot="violated", city="holds")

    assert told(waiver(path="automation_features.pilto"), two) == (
        "unmatched",
        "there is no automation_features.pilto that the requirement looks at; it looks at automation_features.pilot, automation_features.city",
    )


def test_unmatched_comes_before_what_the_dates_say():
    assert told(expired(vehicle="x8"))[0] == "unmatched"


def test_a_member_of_what_does_not_apply_is_unused():
    assert told(waiver(path="automation_features.pilot"), finding("not_applicable", id_="std/one"))[0] == (
        "unused"
    )


def test_all_are_told_in_their_order():
    every = [waiver(line=1), expired(line=2), waiver("ours/one", line=3)]
    told_ = uses(every, [FAIL], CAR, DAY, lambda _: False)

    assert [what.waiver for what in told_] == every
    assert [what.state for what in told_] == ["active", "expired", "unmatched"]


def test_every_sentence_is_in_both_languages():
    two = each(pilot="violated", city="holds")
    every = [
        waiver(),
        waiver(path="automation_features.city"),
        waiver(path="automation_features.none"),
        expired(),
        upcoming(),
        waiver(vehicle="x8"),
        waiver(configuration="a"),
        waiver("levels/one"),
        waiver("ours/one"),
    ]
    for what in uses(every, [two], CAR, DAY, lambda standard: standard == "levels"):
        assert what.text.en.isascii()
        assert not what.text.zh.isascii()
