"""Columns that stay straight with Chinese."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rendering.terminal.columns import clip, hang, pad, width, wrap

TEXT = st.text(st.sampled_from("ab 一二，。（）“”、x-/:"), max_size=80)


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("云舟", 4), ("云 X9", 5), ("（a）", 5), ("e\u0301", 1), ("ｆｕｌｌ", 8), ("●", 1)],
)
def test_width(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "right", "expected"),
    [
        ("ab", 4, False, "ab  "),
        ("ab", 4, True, "  ab"),
        ("云", 4, False, "云  "),
        ("云", 4, True, "  云"),
        ("long", 2, False, "long"),
    ],
)
def test_pad(text, columns, right, expected):
    assert pad(text, columns, right=right) == expected


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("ab cd", 4, "ab…"),  # no space before the ellipsis
        ("云舟汽车", 8, "云舟汽车"),
        ("云舟汽车", 7, "云舟汽…"),
        ("云舟汽车", 6, "云舟…"),  # half a character cannot be shown
    ],
)
def test_clip(text, columns, expected):
    assert clip(text, columns) == expected
    assert width(expected) <= columns


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("", 20, []),
        ("one two", 20, ["one two"]),
        ("one two three four five", 16, ["one two three", "four five"]),
        ("一二三四五六七八九十", 16, ["一二三四五六七八", "九十"]),
        ("一二三四五六七八，九", 16, ["一二三四五六七", "八，九"]),  # a line does not begin with a comma
        ("一二三四五六七（八", 16, ["一二三四五六七", "（八"]),  # nor end with a bracket
        ("averyveryverylongword next", 16, ["averyveryverylongword", "next"]),
        ("data.dssad一二三四五", 16, ["data.dssad一二三", "四五"]),
    ],
)
def test_wrap(text, columns, expected):
    assert list(wrap(text, columns)) == expected


def test_wrapped_lines_stand_behind_their_indent():
    assert list(wrap("one two three four five", 20, "    ")) == ["    one two three", "    four five"]


def test_hanging_lines():
    assert list(hang("one two three four five", 20, "  ", "    ")) == ["  one two three", "    four five"]
    assert list(hang("", 20, "  ", "    ")) == []


@given(TEXT, st.integers(16, 60))
def test_lines_fit_and_nothing_is_lost(text, columns):
    lines = list(wrap(text, columns))

    assert "".join("".join(lines).split()) == "".join(text.split())
    too_long = [line for line in lines if width(line) > columns]
    assert all(" " not in line.strip() for line in too_long)  # only what cannot be broken


@given(TEXT, st.integers(1, 40))
def test_what_is_clipped_fits(text, columns):
    assert width(clip(text, columns)) <= max(columns, 1)
