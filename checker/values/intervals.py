"""Sums, products and the like of spreads and uncertain numbers: the interval in which the result lies.

An operation on plain numbers is given as a function that returns None where it has no result.
"""

from collections.abc import Callable, Iterable
from typing import Any

from checker.values.spreads import Number, Spread, Uncertain, ends, is_number

Operation = Callable[[Number, Number], Number | None]


def interval(low: Number | None, high: Number | None, of: Iterable[Any]) -> Spread | Uncertain | None:
    """Return the interval; uncertain if one of those that it was made of is, None if no end is known."""
    if low is None and high is None:
        return None
    return Uncertain(low, high) if any(type(item) is Uncertain for item in of) else Spread(low, high)


def added(add: Operation, left: Any, right: Any) -> Spread | Uncertain | None:
    """Return left + right."""
    (low, high), (other_low, other_high) = ends(left), ends(right)
    return interval(_on(add, low, other_low), _on(add, high, other_high), (left, right))


def subtracted(subtract: Operation, left: Any, right: Any) -> Spread | Uncertain | None:
    """Return left - right."""
    (low, high), (other_low, other_high) = ends(left), ends(right)
    return interval(_on(subtract, low, other_high), _on(subtract, high, other_low), (left, right))


def multiplied(multiply: Operation, left: Any, right: Any) -> Spread | Uncertain | None:
    """Return left * right."""
    if is_number(left):
        left, right = right, left
    if is_number(right):
        return _scaled(multiply, left, right)
    return _corners(multiply, left, right)


def divided(divide: Operation, left: Any, right: Any) -> Spread | Uncertain | None:
    """Return left / right; None where right may be zero."""
    low, high = ends(right)
    if low is None or high is None or low <= 0 <= high:
        return None
    return _scaled(divide, left, right) if is_number(right) else _corners(divide, left, right)


def converted(convert: Callable[[Any], Any], value: Any) -> Any:
    """Return the interval with both ends converted, or the value converted if it is a plain one."""
    if type(value) is Spread or type(value) is Uncertain:
        low, high = (None if end is None else convert(end) for end in value)
        return interval(low, high, (value,))
    return convert(value)


def hull(values: Iterable[Any]) -> Any:
    """Return the smallest interval that holds all these numbers and intervals; None if an end is missing."""
    values = tuple(values)
    if all(is_number(value) for value in values) and min(values) == max(values):
        return values[0]
    lows, highs = zip(*(ends(value) for value in values), strict=True)
    if None in lows or None in highs:
        return None
    return interval(min(lows), max(highs), values)


def least(values: Iterable[Any]) -> Any:
    """Return the least of numbers and intervals, itself an interval if need be."""
    return _extreme(min, tuple(values))


def greatest(values: Iterable[Any]) -> Any:
    """Return the greatest of numbers and intervals, itself an interval if need be."""
    return _extreme(max, tuple(values))


def _extreme(choose: Callable[..., Any], values: tuple[Any, ...]) -> Any:
    if all(is_number(value) for value in values):
        return choose(values)
    lows, highs = zip(*(ends(value) for value in values), strict=True)
    low = None if None in lows else choose(lows)
    high = None if None in highs else choose(highs)
    return interval(low, high, values)


def _on(operation: Operation, left: Number | None, right: Number | None) -> Number | None:
    return None if left is None or right is None else operation(left, right)


def _scaled(operation: Operation, value: Any, factor: Number) -> Spread | Uncertain | None:
    low, high = (_on(operation, end, factor) for end in ends(value))
    return interval(low, high, (value,)) if factor >= 0 else interval(high, low, (value,))


def _corners(operation: Operation, left: Any, right: Any) -> Spread | Uncertain | None:
    corners = [_on(operation, end, other) for end in ends(left) for other in ends(right)]
    known = [corner for corner in corners if corner is not None]
    return interval(min(known), max(known), (left, right)) if len(known) == len(corners) else None
