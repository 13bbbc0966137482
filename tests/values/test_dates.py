from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.values.dates import (
    NotADate,
    add_months,
    add_years,
    before,
    begun,
    day_after,
    days_between,
    days_in_month,
    is_day,
    is_month,
    last_day,
    parse_day,
    parse_month,
)

days = st.dates()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026",
        "2026-7",
        "2026-13",
        "2026-00",
        "0000-01",
        "2026-07-32",
        "2026-02-29",
        "2026-7-1",
        "2026/07/01",
        "2026-07/01",
        "20260701",
        "2026-07-01T00:00:00",
        " 2026-07-01",
        "2026-07-01 ",
        "+026-07-01",
        "-026-07-01",
        "２０２６-07-01",
        "2026-07-०१",
        "2026-07-²1",
        "yesterday",
        "x" * 1000,
    ],
)
def test_what_is_no_date_gets_a_sentence_in_both_languages(text: str) -> None:
    with pytest.raises(NotADate, match="is not a date; write year-month-day") as caught:
        parse_day(text)
    assert "不是日期" in caught.value.what.zh
    assert len(str(caught.value)) < 200
    assert isinstance(caught.value, ValueError)
    assert not is_day(text)


def test_a_month_is_judged_by_its_last_day() -> None:
    assert last_day("2026-07") == "2026-07-31"
    assert last_day("2024-02") == "2024-02-29"
    assert last_day("1900-02") == "1900-02-28"
    assert last_day("2026-07-01") == "2026-07-01"
    assert parse_day("2026-06") == (2026, 6, 30)
    assert parse_month("2026-06") == (2026, 6)
    with pytest.raises(NotADate):
        parse_month("2026-06-01")


def test_months_and_days_are_told_apart() -> None:
    assert is_month("2026-07")
    assert not is_month("2026-07-01")
    assert is_day("2026-07-01")
    assert not is_day("2026-07")
    assert not is_day("2026-02-30")


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-07", 1, "2026-08-31"),
        ("2026-06", 1, "2026-07-30"),
        ("2026-07-01", 0, "2026-07-01"),
        ("2026-07-01", -36, "2023-07-01"),
        ("0001-01-01", 0, "0001-01-01"),
    ],
)
def test_months_clip_to_the_end_of_the_month(start: str, months: int, end: str) -> None:
    assert add_months(start, months) == end


def test_years_clip_the_leap_day() -> None:
    assert add_years("2024-02-29", 1) == "2025-02-28"
    assert add_years("2024-02-29", 4) == "2028-02-29"
    assert add_years("2026-07-01", 10) == "2036-07-01"


@pytest.mark.parametrize(("start", "months"), [("9999-12-01", 1), ("0001-01-01", -1), ("2026-01-01", 10**9)])
def test_outside_the_calendar_is_a_sentence(start: str, months: int) -> None:
    with pytest.raises(NotADate, match="outside the calendar"):
        add_months(start, months)


def test_what_begins_has_begun_on_the_day_itself() -> None:
    assert begun("2026-01-01", "2026-01-01")
    assert not begun("2026-01-01", "2025-12-31")
    assert not begun("2026-07", "2026-07-30")
    assert begun("2026-07", "2026-07-31")
    assert before("2026-07-30", "2026-07")
    assert not before("2026-07", "2026-07-31")


@given(days, days)
def test_days_between_agrees_with_the_calendar(start: date, end: date) -> None:
    assert days_between(start.isoformat(), end.isoformat()) == (end - start).days


@given(st.dates(max_value=date(9999, 12, 30)))
def test_the_next_day_is_that_of_the_calendar(day: date) -> None:
    assert day_after(day.isoformat()) == (day + timedelta(days=1)).isoformat()


def test_the_calendar_has_a_last_day() -> None:
    with pytest.raises(NotADate):
        day_after("9999-12-31")


@given(days)
def test_days_are_read_as_written(day: date) -> None:
    assert parse_day(day.isoformat()) == (day.year, day.month, day.day)
    assert last_day(day.isoformat()) == day.isoformat()
    assert is_day(day.isoformat())


@given(days.filter(lambda day: day.year < 9999))
def test_the_last_day_is_followed_by_the_first(day: date) -> None:
    last = date.fromisoformat(last_day(f"{day.year:04d}-{day.month:02d}"))
    assert (last + timedelta(days=1)).day == 1
    assert days_in_month(day.year, day.month) == last.day


@given(st.dates(date(1000, 1, 1), date(3000, 1, 1)), st.integers(-5000, 5000))
def test_adding_months_lands_in_the_right_month(day: date, months: int) -> None:
    later = add_months(day.isoformat(), months)
    assert (int(later[:4]) - day.year) * 12 + int(later[5:7]) - day.month == months
    assert int(later[8:]) == min(day.day, days_in_month(int(later[:4]), int(later[5:7])))


@given(days, days)
def test_comparisons_agree_with_the_calendar(first: date, second: date) -> None:
    assert before(first.isoformat(), second.isoformat()) == (first < second)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_gets_a_sentence(text: str) -> None:
    try:
        parsed = parse_day(text)
    except NotADate:
        return
    assert date(*parsed)
