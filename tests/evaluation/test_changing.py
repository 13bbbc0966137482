"""The days on which a judgement may change: raw dates of rules and of the spec."""

import pytest

from checker.evaluation.changing import changing_days
from checker.model.standard import Dates, Evidence, Proof
from tests.evaluation.judging import rule
from tests.making import spec, standard, stated

DOCUMENT = {"type": "certificate", "issued": "2026-01-31", "covers": ["s"]}


def days(*requirements, values=None, rows=None, **fields):
    def resolve(printed):
        return ("s",) if printed in ("s", "S") else ()

    return sorted(
        changing_days(spec(values or {}, **(rows or {})), [standard("s", *requirements, **fields)], resolve)
    )


def test_dates_of_standards_and_requirements_months_by_their_last_day():
    own = rule(id_="s/one", dates=(Dates(new_types="2028-02"),))
    dates = (Dates("2020-01-01", "2027-01-01", "none"), Dates(ended="2029-01-01"))

    assert days(own, dates=dates) == ["2027-01-01", "2028-02-29", "2029-01-01"]


@pytest.mark.parametrize(
    "values",
    [
        {"documents": {"d": {"valid_until": "2027-03-01"}}},
        {"vehicle": {"dates": {"type_approval": "2027-03-01"}}},
        {"tests": {"t": {"runs": [{"on": "2027-03-01"}]}}},
        {"a": ("2027-03-01", "2027-13-01", "no day at all", 5, None)},
    ],
)
def test_days_of_the_spec_and_the_next_wherever_they_stand(values):
    assert days(values=values) == ["2027-03-01", "2027-03-02"]


@pytest.mark.parametrize(
    ("document", "more"),
    [
        ({}, ["2029-01-31", "2029-02-01"]),
        ({"covers": ["S"]}, ["2029-01-31", "2029-02-01"]),
        ({"covers": ["s/one"]}, ["2029-01-31", "2029-02-01"]),
        ({"covers": ["other"]}, []),
        ({"type": "declaration"}, []),
    ],
)
def test_evidence_grows_old_where_it_may_cover(document, more):
    one = rule(id_="s/one", evidence=Evidence(("certificate",), 36))
    found = days(one, values={"documents": {"d": DOCUMENT | document}})

    assert found == ["2026-01-31", "2026-02-01", *more]


@pytest.mark.parametrize(
    ("path", "date", "found"),
    [
        ("a__x", "2026-03-31", ["2028-03-31", "2028-04-01"]),
        ("b__x", "2026-03-31", []),  # no part of what is read
        ("a__x", None, []),
        ("a__x", "9999-01-01", []),  # never
    ],
)
def test_proof_grows_old_where_it_may_be_read(path, date, found):
    one = rule("a.x <= 1.0", id_="s/one", proof=Proof("measured", 24))

    assert days(one, rows={path: stated(basis="measured", date=date)}) == found


def test_months_that_an_expression_counts_to_the_assessment_date():
    values = {"a": {"d": "2026-06-01"}}
    two_years = rule("add_years(a.d, 2) >= as_of", id_="s/one")
    silent = rule("add_years(a.d, 2) >= a.e", id_="s/two")

    assert days(silent, values=values) == ["2026-06-01", "2026-06-02"]
    assert {"2028-06-01", "2028-06-02"} <= set(days(two_years, values=values))
    of_members = rule("t.x > 1.0", each="tests", where="add_months(f.d, 24) >= as_of", id_="s/three")
    assert {"2028-06-01", "2028-06-02"} <= set(days(of_members, values=values))


def test_the_end_of_the_calendar_is_no_day_that_comes():
    assert days(values={"documents": {"d": {"valid_until": "9999-12-31"}}}) == ["9999-12-31"]


def test_the_last_days_of_a_longer_month_are_one_day_when_counted_back():
    month = rule("a.d >= add_months(as_of, -1)", id_="s/one")

    assert "2027-01-01" in days(month, values={"a": {"d": "2026-11-30"}})  # 12-30 and 12-31 are both 11-30
