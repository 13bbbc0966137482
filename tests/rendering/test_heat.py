import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.finding import Verdict
from checker.rendering.heat import SHADES, heat_line, segments
from checker.rendering.verdicts import Count, counts
from checker.rendering.view import view
from checker.rendering.wording import load_words
from checker.text import Text
from tests.rendering.sample import judged, plain

WORDS = load_words()


def vehicle():
    return view(judged(), WORDS).vehicles[0]


def test_a_line_counts_every_requirement_of_its_standard_once():
    lines = vehicle().heat
    assert [(line.id, line.total) for line in lines] == [("gb-44497-2024", 7), ("gb-44495-2024", 3)]
    assert all(sum(cell.number for cell in line.cells) == line.total for line in lines)


def test_columns_are_the_verdicts_worst_first():
    assert [[cell.look for cell in line.cells] for line in vehicle().heat] == [list(Verdict)] * 2


def test_a_field_says_what_it_counts():
    cell = vehicle().heat[0].cells[0]
    assert (cell.number, cell.says) == (1, Text("1 in GB 44497-2024: Fail", "GB 44497-2024：不符合 1 条"))


@pytest.mark.parametrize(
    ("failing", "passing", "shade"),
    [(0, 9, 0), (1, 99, 1), (1, 3, 1), (2, 3, 2), (3, 1, 3), (9, 1, 4), (9, 0, SHADES)],
)
def test_the_greater_the_share_the_darker(failing, passing, shade):
    passed, fail, *_ = vehicle().chapters[0].rows
    assert (fail.verdict, passed.verdict) == ("fail", "pass")
    line = heat_line("a", "b", Text("c", "c"), [fail] * failing + [passed] * passing, WORDS)
    assert line.cells[0].shade == shade


def test_a_standard_without_rows_has_no_shade():
    assert {cell.shade for cell in heat_line("a", "b", Text("c", "c"), (), WORDS).cells} == {0}


@given(st.lists(st.sampled_from(list(Verdict)), min_size=1, max_size=300))
def test_segments_cover_the_bar_without_a_gap(verdicts):
    parts = segments(counts(verdicts, WORDS))
    at = 0.0
    for part in parts:
        assert part.start == pytest.approx(at, abs=0.02)
        assert part.start < part.centre < part.start + part.width
        at = part.start + part.width
    assert at == pytest.approx(100, abs=0.05)
    assert {part.look for part in parts} == set(verdicts)


def test_a_narrow_part_has_no_room_for_its_shape():
    few, many = Count("fail", "■", Text("", ""), 4), Count("pass", "●", Text("", ""), 96)
    assert [part.wide for part in segments((few, many))] == [False, True]


def test_nothing_found_is_no_bar():
    nothing = view(plain(), WORDS).vehicles[0]
    assert (nothing.segments, nothing.heat, nothing.whole) == ((), (), Text("", ""))


def test_the_bar_in_words():
    assert vehicle().whole == Text(
        "Fail 1, Unknown 4, Review 2, Pass 2, Not applicable 1",
        "不符合 1 条、信息不足 4 条、待人工确认 2 条、符合 2 条、不适用 1 条",
    )
