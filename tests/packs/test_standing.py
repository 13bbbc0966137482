"""The status of a document on a day, and which rule files are about it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.location import Place
from checker.model.catalogue import STATUSES, CatalogueDocument
from checker.model.standard import Source
from checker.packs.numbers import Numbers
from checker.packs.standing import counted_day, is_date, replaced_numbers, rule_files, status_on
from checker.text import Text
from checker.values.dates import NotADate
from tests.packs.test_numbers import entry

RECORDED = "2026-11-20"


def document(status="in_force", number="GB 1-2024", **stated):
    return CatalogueDocument(
        id="one",
        place=Place("cn.yaml", 1, 1),
        market="CN",
        kind="gb",
        group="base",
        status=status,
        recorded=RECORDED,
        sources=(Source("s", None, "secondary"),),
        number=number and Text(number, number),
        **stated,
    )


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2026", "2026-12-31"),
        ("2026-02", "2026-02-28"),
        ("2024-02", "2024-02-29"),
        ("2026-03-04", "2026-03-04"),
    ],
)
def test_a_year_or_a_month_counts_from_its_last_day(date, day):
    assert counted_day(date) == day


@pytest.mark.parametrize("date", ["2026-13", "2026-02-30", "0000", "26", "soon"])
def test_what_is_no_date(date):
    assert not is_date(date)
    with pytest.raises(NotADate):
        counted_day(date)


WHOLE = {"issued": "2024-08-23", "in_force": "2026-01-01", "ended": "2028-01-01"}


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2024-08-22", "not_issued"),
        ("2024-08-23", "issued"),
        ("2025-12-31", "issued"),
        ("2026-01-01", "in_force"),
        ("2027-12-31", "in_force"),
        ("2028-01-01", "withdrawn"),
    ],
)
def test_dates_decide(day, status):
    assert status_on(document(**WHOLE), day) == status


def test_what_is_replaced_is_superseded():
    old, new = document(**WHOLE), document(number="GB 1-2026", replaces=("GB 1—2024",))

    assert status_on(old, "2028-01-01", replaced_numbers([old, new])) == "superseded"
    assert status_on(new, "2028-01-01", replaced_numbers([old, new])) == "in_force"


def test_a_series_is_replaced_by_its_series():
    old = document(number="UN R157", series="00", ended="2027-09-01")
    new = document(number="UN R157", series="01", replaces=("UN R157 00",))
    replaced = replaced_numbers([old, new])

    assert status_on(old, "2027-09-01", replaced) == "superseded"
    assert status_on(new, "2027-09-01", replaced) == "in_force"


@pytest.mark.parametrize("day", ["1990-01-01", RECORDED, "2099-01-01"])
def test_a_draft_stays_one(day):
    assert status_on(document("draft"), day) == "draft"


@pytest.mark.parametrize("status", ["in_force", "issued", "superseded", "withdrawn"])
def test_without_dates_it_is_as_recorded_and_before_that_not_known(status):
    assert status_on(document(status), RECORDED) == status
    assert status_on(document(status), "2030-01-01") == status
    assert status_on(document(status), "2026-11-19") == "not_known"


def test_when_it_was_issued_may_be_all_that_is_known():
    one = document("in_force", issued="2024")

    assert status_on(one, "2024-12-30") == "not_issued"
    assert status_on(one, "2024-12-31") == "not_known"  # in force since some day after
    assert status_on(one, RECORDED) == "in_force"


def test_an_end_without_a_day_is_not_read_back():
    one = document("superseded", in_force="2013-07-09")

    assert status_on(one, "2020-01-01") == "not_known"
    assert status_on(one, RECORDED) == "superseded"


def test_what_is_to_come_into_force_is_issued_from_the_record_on():
    one = document("issued", in_force="2027-07-01")

    assert [status_on(one, day) for day in ("2026-01-01", RECORDED, "2027-07-01")] == [
        "not_known",
        "issued",
        "in_force",
    ]


days = st.dates(date(2000, 1, 1), date(2040, 1, 1)).map(str)


@given(st.lists(days, min_size=3, max_size=3).map(sorted), days, days)
def test_time_leads_one_way(dates, first, second):
    """A document with all its dates is never less far on a later day."""
    issued, in_force, ended = dates
    one = document("in_force", issued=issued, in_force=in_force, ended=ended)
    order = ["not_issued", "issued", "in_force", "withdrawn"]
    early, late = sorted((first, second))

    assert order.index(status_on(one, early)) <= order.index(status_on(one, late))


@given(
    st.sampled_from(["draft", "issued", "in_force", "superseded", "withdrawn"]),
    st.none() | days,
    st.none() | days,
    st.none() | days,
    days,
)
def test_there_is_a_status_on_every_day(status, issued, in_force, ended, day):
    assert status_on(document(status, issued=issued, in_force=in_force, ended=ended), day) in STATUSES


ENTRIES = {
    one.id: one
    for one in (
        entry("gb-1-2024", "GB 1-2024"),
        entry("un-r157-00", "UN R157", series="00"),
        entry("un-r157-01", "UN R157", series="01"),
        entry("un-r79", "UN R79"),
        entry("city", "City 2025", aliases=("某市条例",)),
    )
}
NUMBERS = Numbers(ENTRIES.values())


@pytest.mark.parametrize(
    ("stated", "ids"),
    [
        ({"number": "GB 1-2024"}, ("gb-1-2024",)),
        ({"number": "ＧＢ 1—2024"}, ("gb-1-2024",)),
        ({"number": "GB 1-2023"}, ()),
        ({"number": "GB/T 1-2024"}, ()),
        ({"number": "UN R157", "series": "01"}, ("un-r157-01",)),
        ({"number": "UN R157", "series": "02"}, ()),
        ({"number": "UN R79", "series": "04"}, ("un-r79",)),
        ({"number": None, "title": Text("A city", "某市条例")}, ("city",)),
        ({"number": None}, ()),
        ({"number": "gb-1-2024/one"}, ()),
    ],
)
def test_rule_files_are_found_by_number_series_and_alias(stated, ids):
    assert rule_files(document(**stated), NUMBERS, ENTRIES) == ids
