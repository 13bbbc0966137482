"""Dates by meaning: DESIGN's section on force, as tables."""

import pytest

from checker.evaluation.force import Calendar, force_of
from checker.model.finding import Force
from checker.model.standard import Dates, Expression
from tests.making import HERE, requirement, standard

DAY = "2026-11-20"
ALWAYS = Expression("true", (), HERE)


def force(dates, *, calendar=None, holds=None, **fields):
    std = standard(dates=dates if isinstance(dates, tuple) else (dates,), **fields)
    return force_of(requirement(), std, calendar or Calendar(DAY), lambda _: holds)


@pytest.mark.parametrize(
    ("new_types", "expected"),
    [
        ("2026-01-01", Force("binding", "2026-01-01")),
        (DAY, Force("binding", DAY)),  # on the day itself a date has begun
        ("2026-11-21", Force("upcoming", "2026-11-21", 1)),
        ("2027-01-01", Force("upcoming", "2027-01-01", 42)),
        ("2026-11", Force("upcoming", "2026-11", 10)),  # a month is judged by its last day
        ("2026-10", Force("binding", "2026-10")),
        (None, Force("not_known")),
        ("none", Force("voluntary")),  # never binds this kind
    ],
)
def test_force_for_a_new_type(new_types, expected):
    assert force(Dates(new_types=new_types)) == expected


@pytest.mark.parametrize(
    ("approved", "expected"),
    [
        ("2025-12-31", Force("upcoming", "2028-01-01", 407)),  # approved before: existing
        ("2026-01-01", Force("binding", "2026-01-01")),  # on the day itself: new
        ("2026-06-30", Force("binding", "2026-01-01")),
        (None, Force("binding", "2026-01-01")),  # nothing stated: new
        ("2027-06-30", Force("binding", "2026-01-01")),  # approved after the assessment date: new
    ],
)
def test_a_type_is_existing_if_approved_before_the_date_of_new_types(approved, expected):
    dates = Dates(new_types="2026-01-01", all_vehicles="2028-01-01")

    assert force(dates, calendar=Calendar(DAY, type_approved=approved)) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("new-type", Force("binding", "2026-01-01")), ("existing-type", Force("not_known"))],
)
def test_the_users_choice_of_approval_beats_the_type_approval_date(kind, expected):
    calendar = Calendar(DAY, approval=kind, type_approved="2026-06-30")

    assert force(Dates(new_types="2026-01-01"), calendar=calendar) == expected


def test_a_draft_is_upcoming_without_a_date():
    assert force(Dates(new_types="2020-01-01"), status="draft") == Force("upcoming")


def test_a_voluntary_standard_never_binds():
    assert force(Dates(new_types="2020-01-01"), legal_force="voluntary") == Force("voluntary")


def test_the_status_decides_nothing_but_draft():
    assert force(Dates(new_types="2020-01-01"), status="withdrawn").kind == "binding"


def test_the_dates_of_a_requirement_come_before_those_of_its_standard():
    std = standard(dates=(Dates(new_types="2020-01-01"),))
    req = requirement(dates=(Dates(new_types="2028-01-01"),))

    assert force_of(req, std, Calendar(DAY), lambda _: True) == Force("upcoming", "2028-01-01", 407)


@pytest.mark.parametrize(
    ("holds", "expected"),
    [
        (True, Force("binding", "2020-01-01")),
        (False, Force("upcoming", "2028-01-01", 407)),
        (None, Force("not_known")),  # which row of the table holds is not known
    ],
)
def test_dates_by_condition(holds, expected):
    rows = (Dates(new_types="2020-01-01", when=ALWAYS), Dates(new_types="2028-01-01"))

    assert force(rows, holds=holds) == expected


def test_no_dates_at_all_is_not_known():
    assert force(()) == Force("not_known")


@pytest.mark.parametrize(
    ("ended", "kind"), [("2026-11-20", "ended"), ("2026-11-21", "binding"), (None, "binding")]
)
def test_a_requirement_ends_on_its_day(ended, kind):
    assert force(Dates(new_types="2020-01-01", ended=ended)).kind == kind
