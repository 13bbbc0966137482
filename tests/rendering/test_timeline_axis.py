from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rendering.timeline import Moment, Track
from checker.rendering.timeline_axis import LANES, axis
from checker.rendering.verdicts import Stamp
from checker.rendering.wording import load_words
from checker.text import Text

WORDS = load_words()
TODAY = "2026-11-20"
STAMPS = {
    look: Stamp(look, shape, Text(look, look), Text(look, look))
    for look, shape in {"fail": "■", "unknown": "▲", "pass": "●"}.items()
}


def track(*changes, now="pass"):
    looks = [now, *(look for _, look in changes)]
    moments = tuple(
        Moment(day, Text("", ""), (), (), STAMPS[before], STAMPS[look], same=before == look)
        for before, (day, look) in zip(looks, changes, strict=False)
    )
    return Track(Text("CN", "中国"), STAMPS[now], moments, None)


def test_where_nothing_changes_there_is_no_line():
    assert axis(track(), TODAY, WORDS) is None


def test_the_line_begins_on_the_assessment_date_and_ends_after_the_last_change():
    line = axis(track(("2027-07-01", "fail"), ("2028-11-20", "unknown")), TODAY, WORDS)
    assert [(mark.day, mark.look) for mark in line.marks] == [
        (TODAY, "pass"),
        ("2027-07-01", "fail"),
        ("2028-11-20", "unknown"),
    ]
    assert [mark.at for mark in line.marks] == [4.0, pytest.approx(32.06, abs=0.5), 96.0]
    assert [part.look for part in line.stretches] == ["pass", "fail", "unknown"]
    assert line.stretches[-1].start + line.stretches[-1].width == 100


def test_every_new_year_is_on_the_line():
    line = axis(track(("2029-01-01", "fail")), TODAY, WORDS)
    assert [year for _, year in line.years] == ["2027", "2028", "2029"]
    assert line.years[-1][0] == 96.0


def test_what_the_line_says_in_words():
    line = axis(track(("2027-07-01", "fail")), TODAY, WORDS)
    assert line.alternative == Text(
        "CN: from 2026-11-20 pass, from 2027-07-01 fail.",
        "中国：自 2026-11-20 起pass、自 2027-07-01 起fail。",
    )


def test_days_that_stand_close_are_written_on_lines_of_their_own():
    days = [f"2027-01-0{n}" for n in range(1, 7)]
    line = axis(track(*((day, "fail") for day in days), ("2036-01-01", "pass")), TODAY, WORDS)
    assert [mark.lane for mark in line.marks[:5]] == [0, 1, 2, LANES, LANES]
    assert line.marks[-1].lane == 0


def test_a_change_on_the_assessment_date_is_no_error():
    assert len(axis(track((TODAY, "fail")), TODAY, WORDS).marks) == 2


@given(st.lists(st.dates(min_value=date(2026, 11, 21), max_value=date(2060, 1, 1)), min_size=1, max_size=30))
def test_every_day_has_its_place_in_order(days):
    changes = [(day.isoformat(), "fail") for day in sorted(set(days))]
    line = axis(track(*changes), TODAY, WORDS)
    places = [mark.at for mark in line.marks]
    assert places == sorted(places)
    assert all(4 <= at <= 96 for at in places)
    assert all(part.width >= 0 for part in line.stretches)
    assert {mark.anchor for mark in line.marks} <= {"start", "middle", "end"}
    written = [mark.at for mark in line.marks if mark.lane == 0]
    assert all(later - earlier >= 9 for earlier, later in pairwise(written))
