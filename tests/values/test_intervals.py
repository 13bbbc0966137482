import itertools
import operator

import pytest

from checker.values.intervals import (
    added,
    converted,
    divided,
    greatest,
    hull,
    least,
    multiplied,
    subtracted,
)
from checker.values.spreads import Spread, Uncertain

SETS = [Spread(a, b) for a in range(-3, 4) for b in range(a, 4)] + list(range(-3, 4))


def points(value):
    return range(value.low, value.high + 1) if isinstance(value, Spread) else (value,)


@pytest.mark.parametrize(
    ("calculated", "operation"),
    [(added, operator.add), (subtracted, operator.sub), (multiplied, operator.mul)],
)
def test_a_result_spans_the_results_of_all_points(calculated, operation):
    for left, right in itertools.product(SETS, SETS):
        if not (isinstance(left, Spread) or isinstance(right, Spread)):
            continue
        results = [operation(a, b) for a in points(left) for b in points(right)]

        assert calculated(operation, left, right) == Spread(min(results), max(results)), (left, right)


@pytest.mark.parametrize(
    ("left", "right", "result"),
    [
        (Spread(10.0, 20.0), 2.0, Spread(5.0, 10.0)),
        (Spread(10.0, 20.0), -2.0, Spread(-10.0, -5.0)),
        (Spread(10.0, 20.0), Spread(2.0, 5.0), Spread(2.0, 10.0)),
        (10.0, Spread(2.0, 5.0), Spread(2.0, 5.0)),
        (10.0, Spread(-2.0, 5.0), None),
        (10.0, Spread(2.0, None), None),
    ],
)
def test_division_is_unknown_where_the_divisor_may_be_zero(left, right, result):
    assert divided(operator.truediv, left, right) == result


def test_a_missing_end_stays_missing():
    assert added(operator.add, Spread(1, None), 2) == Spread(3, None)
    assert subtracted(operator.sub, 10, Spread(1, None)) == Spread(None, 9)
    assert multiplied(operator.mul, -2, Spread(1, None)) == Spread(None, -2)
    assert multiplied(operator.mul, Spread(1, None), Spread(1, 2)) is None
    assert added(operator.add, Spread(1, None), Spread(None, 2)) is None


def test_what_is_made_of_something_uncertain_is_uncertain():
    assert added(operator.add, Uncertain(1, 2), Spread(1, 2)) == Uncertain(2, 4)
    assert type(added(operator.add, Uncertain(1, 2), 1)) is Uncertain
    assert type(multiplied(operator.mul, 2, Spread(1, 2))) is Spread


def test_extremes():
    assert least((3, 1, 2)) == 1
    assert greatest((3.0, 1.0)) == 3.0
    assert least((Spread(1, 5), 3)) == Spread(1, 3)
    assert greatest((Spread(1, 5), 3)) == Spread(3, 5)
    assert greatest((Spread(1, None), 3)) == Spread(3, None)


def test_hull_holds_everything():
    assert hull((2, 2)) == 2
    assert hull((1, Spread(3, 4))) == Spread(1, 4)
    assert hull((1, Spread(3, None))) is None
    assert type(hull((Uncertain(1, 2), 5))) is Uncertain


def test_both_ends_are_converted():
    assert converted(float, Spread(1, None)) == Spread(1.0, None)
    assert converted(float, 3) == 3.0
