"""Functions and operators on values of any kind: a result, or None; never an exception."""

import itertools

import pytest

from checker.expression.functions import FUNCTIONS, METHODS, bounds, call
from checker.expression.moments import Duration, Timestamp, duration, part, timestamp
from checker.expression.operators import NULL, OPERATORS, as_map, index, negate, not_fitted
from checker.expression.runtime import count_fitted, entries, has, items
from checker.values.spreads import Envelope, Spread, Uncertain

SCALARS = [None, True, False, 0, 7, -(2**63), 2.5, float("inf"), float("nan"), "", "2028-02-29", "12"]
LISTS = [[], [1, 2.5], ["a"], [{"fitment": "not_fitted"}], (1, 2)]
MAPS = [{}, {"a": 1}, {"fitment": "standard"}]
RANGES = [Spread(1.0, 2.0), Spread(1, None), Envelope(0.0, None), Uncertain(1.0, 2.0)]
ANYTHING = [*SCALARS, *LISTS, *MAPS, *RANGES, NULL, Timestamp(0), Duration(10**9), object()]


@pytest.mark.parametrize("name", OPERATORS)
def test_no_operator_raises(name):
    for left, right in itertools.product(ANYTHING, ANYTHING):
        OPERATORS[name](left, right)


@pytest.mark.parametrize("name", {**FUNCTIONS, **METHODS})
def test_no_function_raises_and_what_is_unknown_stays_so(name):
    table = FUNCTIONS if name in FUNCTIONS else METHODS
    fewest, most = bounds(table[name])
    for count in {fewest, min(most, 3)}:
        for arguments in itertools.product(ANYTHING, repeat=count) if count < 3 else [ANYTHING[3:6]]:
            result = call(table, name, list(arguments))
            direct = table[name].call(*arguments)

            assert result is None or None not in arguments
            assert direct is None or None not in arguments or name == "dyn"


def test_what_is_no_function_has_no_result():
    assert call(FUNCTIONS, "nothing", [1]) is None
    assert call(FUNCTIONS, "fitted", []) is None


@pytest.mark.parametrize("name", ["==", "!=", "in"])
def test_nothing_equals_what_is_not_known(name):
    assert OPERATORS[name](None, [None]) is None
    assert OPERATORS[name](Envelope(0.0, 1.0), [Envelope(0.0, 1.0)]) in (None, False, True)


@pytest.mark.parametrize(
    ("name", "arguments", "result"),
    [
        ("add_years", ["2024-02-29", 1], "2025-02-28"),
        ("add_months", ["2026-01-31", 1], "2026-02-28"),
        ("add_months", ["2026-13-31", 1], None),
        ("add_years", ["9999-01-01", 1], None),
        ("add_years", ["2026-01-01", 1.0], None),
        ("days_between", ["2026-01-01", "2026-12-31"], 364),
        ("sum", [[]], 0.0),
        ("sum", [[1, 2]], 3),
        ("sum", [[1.5, Spread(1.0, 2.0)]], Spread(2.5, 3.5)),
        ("sum", [["a"]], None),
        ("min", [[]], None),
        ("min", [3, 1], 1),
        ("max", [[Spread(1.0, 2.0), 1.5]], Spread(1.5, 2.0)),
        ("int", [Spread(1.5, 2.5)], Spread(1, 2)),
        ("int", ["9" * 19], None),
        ("int", ["9" * 30], None),
        ("int", [True], None),
        ("double", [Uncertain(1, 2)], Uncertain(1.0, 2.0)),
        ("double", ["1e400"], float("inf")),
        ("double", ["nan"], None),
        ("string", [True], "true"),
        ("string", [2.0], "2"),
        ("string", [[]], None),
        ("bool", ["maybe"], None),
        ("bool", [1], None),
        ("size", [[{"fitment": "not_fitted"}, {}]], 1),
        ("missing", [["a"], "a"], None),
        ("missing", [["a", "b"], ["b"]], ["a"]),
        ("missing", [[1.5], [Spread(1.0, 2.0)]], None),
        ("covers", [Envelope(0.0, 60.0), 0.0, 60.0], True),
    ],
)
def test_function(name, arguments, result):
    got = call(FUNCTIONS, name, arguments)

    assert got == result
    assert type(got) is type(result)


def test_true_and_1_are_two_keys():
    yes = bool(1)

    assert index({1: "a"}, yes) is None
    assert index({1: "a"}, 1) == "a"
    assert index({1: "a"}, 1.0) == "a"
    assert as_map(1, "a", yes, "b") is None
    assert as_map("a", 1, "b", 2) == {"a": 1, "b": 2}


def test_the_sign_of_a_spread():
    assert negate(Spread(1, 2)) == Spread(-2, -1)
    assert negate(-(2**63)) is None


def test_what_is_iterated():
    members = {"a": {"fitment": "standard"}, "b": {"fitment": "not_fitted"}}

    assert items(members) == ["a"]
    assert entries(members) == [("a", {"fitment": "standard"})]
    assert entries([1, 2]) == [(0, 1), (1, 2)]
    assert items("text") is None
    assert entries(5) is None
    assert count_fitted(list(members.values())) == 1
    assert count_fitted(None) is None
    assert not_fitted(Spread(1, 2)) is False


def test_has():
    assert has({"a": 1}, "a") is True
    assert has({}, "a") is False
    assert has(None, "a") is None


@pytest.mark.parametrize(
    ("value", "result"),
    [
        ("1h30m", Duration(5400 * 10**9)),
        ("-1.5s", Duration(-1_500_000_000)),
        ("", None),
        ("1", None),
        ("1x", None),
        (5, None),
        ("9999999999s", None),
    ],
)
def test_durations(value, result):
    assert duration(value) == result


@pytest.mark.parametrize("value", ["2026-02-30T00:00:00Z", "2026-01-01", "x", 1.5, None])
def test_no_timestamps(value):
    assert timestamp(value) is None


def test_parts_of_moments():
    moment = timestamp("2026-11-20T23:30:00.5Z")

    assert part("getHours", moment, "+01:00") == 0
    assert part("getMilliseconds", moment) == 500
    assert part("getHours", moment, "Nowhere/Land") is None
    assert part("getHours", moment, 5) is None
    assert part("getFullYear", Duration(1)) is None
    assert part("getMilliseconds", Duration(5_000_000)) == 5
