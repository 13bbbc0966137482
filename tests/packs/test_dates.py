"""Dates of standards: days, months, none, and an order that makes sense."""

import pytest

from checker.documents import read_documents
from checker.model.standard import Dates, Expression
from checker.packs.dates import date_problems, last_day, read_dates, whens


def document(yaml: str):
    return read_documents(yaml.encode(), "rule.yaml", name_hint="yaml")[0]


def problems(yaml: str):
    doc = document(yaml)
    return [problem.in_("en") for problem in date_problems(doc, doc.data["dates"], ("dates",))]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-01-31", "2026-01-31"),
        ("2026-02", "2026-02-28"),
        ("2028-02", "2028-02-29"),
        ("2026-12", "2026-12-31"),
        ("2026-02-29", None),
        ("2026-13", None),
        ("2026-00-01", None),
        ("2026-01-00", None),
        ("0000-01", None),
    ],
)
def test_the_last_day_of_a_date(date, expected):
    assert last_day(date) == expected


@pytest.mark.parametrize(
    "yaml",
    [
        "dates: {published: 2024-08-23, new_types: 2026-01-01, all_vehicles: 2027-01-01}",
        "dates: {new_types: 2026-01}",
        "dates: {new_types: 2026-01-31, all_vehicles: 2026-01}",  # a month is judged by its last day
        "dates: {new_types: 2026-01-01, all_vehicles: none}",
        "dates: {new_types: none}",
        "dates: {new_types: 2021-01-22, published: 2021-03-09}",  # printed after it entered into force
        "dates:\n  - {new_types: 2026-01-01, when: 'false'}\n  - {new_types: 2024-01-01}",
    ],
)
def test_good_dates(yaml):
    assert problems(yaml) == []


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (
            "dates: {new_types: 2026-02-30}",
            (
                "rule.yaml:1:20: 2026-02-30 is not a day of the calendar"
                " (give a day (2026-01-01), a month (2026-01), or none)"
            ),
        ),
        (
            "dates: {new_types: 2026-01-01, all_vehicles: 2025-01-01}",
            "rule.yaml:1:46: all_vehicles (2025-01-01) is before new_types (2026-01-01) (exchange them)",
        ),
        (
            "dates: {new_types: 2027-01-01, ended: 2026-12}",
            "rule.yaml:1:39: ended (2026-12) is before new_types (2027-01-01) (exchange them)",
        ),
    ],
)
def test_bad_dates(yaml, expected):
    assert problems(yaml) == [expected]


def test_dates_behind_those_of_all_vehicles_never_count():
    (found,) = problems("dates:\n  - {new_types: 2026-01-01}\n  - {new_types: 2024-01-01, when: 'true'}")

    assert found.startswith("rule.yaml:3:5: these dates never count: those before them hold for all")


def test_all_bad_dates_at_once():
    yaml = "dates:\n  - {new_types: 2026-02-30, ended: 2026-99, when: 'true'}\n  - {published: 2026-04-31}"

    assert len(problems(yaml)) == 3


@pytest.mark.parametrize(
    "yaml", ["dates: 2026-01-01", "dates: [1, x]", "dates: {new_types: 2026}", "dates: {new_types: [a]}"]
)
def test_what_has_the_wrong_shape_is_the_schemas_business(yaml):
    assert problems(yaml) == []


def test_one_map_and_a_list_of_maps_are_read_alike():
    one = document("dates: {new_types: 2026-01-01, ended: 2030-01}").data["dates"]

    assert read_dates(one, ("dates",), pytest.fail) == read_dates([one], ("dates",), pytest.fail)
    assert read_dates(one, ("dates",), pytest.fail) == (Dates(new_types="2026-01-01", ended="2030-01"),)
    assert read_dates(None, ("dates",), pytest.fail) == ()


def test_conditions_and_sources_of_rows():
    doc = document(
        "dates:\n  - {new_types: 2026-01-01, when: 'true', source: s, confidence: low}\n  - {ended: none}"
    )
    always = Expression("true", (), doc.place(()))

    first, second = read_dates(doc.data["dates"], ("dates",), {("dates", 0, "when"): always}.__getitem__)

    assert first == Dates(new_types="2026-01-01", when=always, source="s", confidence="low")
    assert second == Dates(ended="none")
    assert whens(doc.data["dates"], ("dates",)) == [("dates", 0, "when")]
