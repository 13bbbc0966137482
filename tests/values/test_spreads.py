import itertools

import pytest

from checker.values.spreads import Envelope, Spread, Uncertain, at_most, below, covers, lower, same, upper


@pytest.mark.parametrize(
    ("left", "right", "is_below", "is_at_most", "is_same"),
    [
        (1, 2, True, True, False),
        (2, 2, False, True, True),
        (3, 2, False, False, False),
        (Spread(10, 20), 30, True, True, False),
        (Spread(10, 20), 20, None, True, None),
        (Spread(10, 20), 15, None, None, None),
        (Spread(10, 20), 10, False, None, None),
        (Spread(10, 20), 5, False, False, False),
        (15, Spread(10, 20), None, None, None),
        (5, Spread(10, 20), True, True, False),
        (Spread(10, 20), Spread(21, 30), True, True, False),
        (Spread(10, 20), Spread(20, 30), None, True, None),
        (Spread(10, 20), Spread(10, 20), None, None, None),
        (Spread(20, 30), Spread(10, 20), False, None, None),
        (Spread(15, 15), 15, False, True, True),
        (Uncertain(10, 20), 15, None, None, None),
    ],
)
def test_a_spread_compares_as_the_set_it_is(left, right, is_below, is_at_most, is_same):
    assert below(left, right) is is_below
    assert at_most(left, right) is is_at_most
    assert same(left, right) is is_same
    if isinstance(left, Spread) or isinstance(right, Spread):
        assert (left < right) is (right > left) is is_below
        assert (left <= right) is (right >= left) is is_at_most


@pytest.mark.parametrize(
    ("spread", "number", "is_at_most"),
    [
        (Spread(10, None), 5, False),  # all of it is at least 10
        (Spread(10, None), 50, None),  # the missing end is not known, and not infinite either
        (Spread(None, 20), 20, True),
        (Spread(None, 20), 5, None),
        (Spread(None, None), 5, None),
    ],
)
def test_a_missing_end_is_not_known(spread, number, is_at_most):
    assert at_most(spread, number) is is_at_most


def points(spread):
    return range(spread.low, spread.high + 1) if isinstance(spread, Spread) else (spread,)


@pytest.mark.parametrize("compare", [below, at_most, same])
def test_comparison_is_that_of_all_points(compare):
    sets = [Spread(a, b) for a in range(4) for b in range(a, 4)] + list(range(4))
    operation = {below: int.__lt__, at_most: int.__le__, same: int.__eq__}[compare]
    for left, right in itertools.product(sets, sets):
        verdicts = {operation(a, b) for a in points(left) for b in points(right)}

        assert compare(left, right) is (verdicts.pop() if len(verdicts) == 1 else None), (left, right)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        (5, 5, 5),
        (Spread(1, 2), 1, 2),
        (Envelope(0.0, 130.0), 0.0, 130.0),
        (Envelope(None, 130.0), None, 130.0),
        (Uncertain(1, 2), None, None),
        (Uncertain(2, 2), 2, 2),
        ("60", None, None),
        (True, None, None),
        (None, None, None),
    ],
)
def test_lower_and_upper(value, low, high):
    assert (lower(value), upper(value)) == (low, high)


@pytest.mark.parametrize(
    ("envelope", "verdict"),
    [
        (Envelope(0.0, 60.0), True),
        (Envelope(0.0, 130.0), True),
        (Envelope(5.0, 60.0), False),
        (Envelope(0.0, 59.9), False),
        (Envelope(None, 60.0), None),
        (Envelope(0.0, None), None),
        (Envelope(5.0, None), False),
        (Envelope(None, 10.0), False),
        (30.0, False),
        (Spread(0.0, 60.0), None),
        (None, None),
    ],
)
def test_covers_from_standstill_to_60(envelope, verdict):
    assert covers(envelope, 0.0, 60.0) is verdict


def test_a_plain_number_covers_itself():
    assert covers(30.0, 30.0, 30.0) is True


@pytest.mark.parametrize(
    ("high", "verdict"), [(Spread(50.0, 60.0), True), (Spread(50.0, 70.0), None), ("x", None)]
)
def test_covers_up_to_a_spread(high, verdict):
    assert covers(Envelope(0.0, 60.0), 0.0, high) is verdict
