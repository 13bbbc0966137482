"""What people type into a cell, and what it means for each type of field."""

import pytest

from checker.exchange.cells import value_of, word
from checker.schemas.fields import Field

BOOLEAN, INTEGER, NUMBER = Field("boolean"), Field("integer"), Field("number")
SPREAD = Field("number", range="spread")
TEXT, TERM, DAY = Field("text"), Field("term", terms=("left", "right")), Field("date")
WORDS = Field("list", of=TERM)
NUMBERS = Field("list", of=NUMBER)
MAP = Field("map", of=TEXT)


@pytest.mark.parametrize(
    ("cell", "chosen"),
    [
        ("conforms / 符合", "conforms"),
        ("conforms", "conforms"),
        (" conforms ", "conforms"),
        ("does_not_conform / 不符合", "does_not_conform"),
        ("符合", "符合"),
        (5, 5),
        (None, None),
    ],
)
def test_a_word_of_a_drop_down(cell, chosen):
    assert word(cell) == chosen


@pytest.mark.parametrize("cell", ["true", "TRUE", "Yes", "是", "true / 是", True])
def test_yes(cell):
    assert value_of(cell, BOOLEAN) is True


@pytest.mark.parametrize("cell", ["false", "FALSE", "no", "否", "false / 否", False])
def test_no(cell):
    assert value_of(cell, BOOLEAN) is False


@pytest.mark.parametrize("cell", ["maybe", "1", "不是", "y"])
def test_what_is_neither_stays_to_be_refused(cell):
    assert value_of(cell, BOOLEAN) == cell


@pytest.mark.parametrize(
    ("cell", "field", "value"),
    [
        ("5", INTEGER, 5),
        ("-5", INTEGER, -5),
        ("5.0", INTEGER, 5.0),
        (5.0, INTEGER, 5),
        (5.5, INTEGER, 5.5),
        ("5", NUMBER, 5),
        (" 5.50 ", NUMBER, 5.5),
        (5.5, NUMBER, 5.5),
        ("1e3", NUMBER, "1e3"),
        ("1,5", NUMBER, "1,5"),  # a comma of thousands, or of tenths? nobody can tell
        ("nan", NUMBER, "nan"),
        ("inf", NUMBER, "inf"),
        ("", NUMBER, ""),
        ("５", NUMBER, "５"),
        ("5 km/h", NUMBER, "5 km/h"),
        ("0x10", INTEGER, "0x10"),
        ("1..2", NUMBER, "1..2"),  # this field has no range
    ],
)
def test_numbers(cell, field, value):
    found = value_of(cell, field)

    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1..2", {"min": 1, "max": 2}),
        ("1 .. 2.5", {"min": 1, "max": 2.5}),
        ("-10..-5", {"min": -10, "max": -5}),
        ("..5", {"max": 5}),
        ("5..", {"min": 5}),
        ("1~2", {"min": 1, "max": 2}),
        ("1～2", {"min": 1, "max": 2}),
        ("1…2", {"min": 1, "max": 2}),
        ("7", 7),
        ("..", ".."),
        ("1-2", "1-2"),
        ("a..b", "a..b"),
        ("1..2..3", "1..2..3"),
    ],
)
def test_ranges(cell, value):
    assert value_of(cell, SPREAD) == value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("left", ["left"]),
        ("left, right", ["left", "right"]),
        ("left、right", ["left", "right"]),
        ("left；right，", ["left", "right"]),
        ("left\nright\n", ["left", "right"]),
        ("none", []),
        (" 无 ", []),
        ("[]", []),
        ("left, lost", ["left", "lost"]),
        (5, ["5"]),
    ],
)
def test_lists(cell, value):
    assert value_of(cell, WORDS) == value


def test_a_list_of_numbers():
    assert value_of("1; 2.5", NUMBERS) == [1, 2.5]
    assert value_of(3.0, NUMBERS) == [3]


@pytest.mark.parametrize(
    ("cell", "field", "value"),
    [
        ("1.10", TEXT, "1.10"),
        (1.5, TEXT, "1.5"),
        (2.0, TEXT, "2"),
        (12345, TEXT, "12345"),
        (True, TEXT, True),
        ("  padded  ", TEXT, "padded"),
        ("a / b", TEXT, "a / b"),  # no drop-down
        ("left", TERM, "left"),
        ("2026-11-20", DAY, "2026-11-20"),
        ("none", MAP, {}),
        ("a: b", MAP, "a: b"),
        ("=1+1", TEXT, "=1+1"),
    ],
)
def test_texts_and_the_rest(cell, field, value):
    assert value_of(cell, field) == value
