"""Numbers that are known as a range: of the vehicles of a type, of an operation, or of a doubtful reading.

A missing end (None) is not known; it is never infinite.
"""

from typing import Any, NamedTuple

Number = int | float


class Spread(NamedTuple):
    """The vehicles of the type lie somewhere in it.

    ``<`` and its kind judge it against a number or a spread as the set it is: True, False or None.
    """

    low: Number | None
    high: Number | None

    def __lt__(self, other: Any) -> bool | None:  # type: ignore[override]
        return below(self, other)

    def __le__(self, other: Any) -> bool | None:  # type: ignore[override]
        return at_most(self, other)

    def __gt__(self, other: Any) -> bool | None:  # type: ignore[override]
        return below(other, self)

    def __ge__(self, other: Any) -> bool | None:  # type: ignore[override]
        return at_most(other, self)


class Envelope(NamedTuple):
    """The system works in all of it."""

    low: Number | None
    high: Number | None


class Uncertain(NamedTuple):
    """One number, of which only this interval is known; no property of the type."""

    low: Number | None
    high: Number | None


Interval = Spread | Envelope | Uncertain


def is_number(value: Any) -> bool:
    """Return whether the value is an int or a float; True and False are not."""
    return type(value) is int or type(value) is float


def is_set(value: Any) -> bool:
    """Return whether the value compares as a set of numbers: a spread or an uncertain number."""
    return type(value) is Spread or type(value) is Uncertain


def ends(value: Any) -> tuple[Number | None, Number | None]:
    """Return the lower and the upper end of a number or an interval."""
    return (value, value) if is_number(value) else (value.low, value.high)


def below(left: Any, right: Any) -> bool | None:
    """Return whether all of left is less than all of right; False if none of it is, else None."""
    low, high = ends(left)
    other_low, other_high = ends(right)
    if high is not None and other_low is not None and high < other_low:
        return True
    if low is not None and other_high is not None and low >= other_high:
        return False
    return None


def at_most(left: Any, right: Any) -> bool | None:
    """Return whether all of left is less than or equal to all of right; False if none of it is, else None."""
    low, high = ends(left)
    other_low, other_high = ends(right)
    if high is not None and other_low is not None and high <= other_low:
        return True
    if low is not None and other_high is not None and low > other_high:
        return False
    return None


def same(left: Any, right: Any) -> bool | None:
    """Return whether both are one and the same number; False if they have none in common, else None."""
    low, high = ends(left)
    other_low, other_high = ends(right)
    if low is not None and low == high == other_low == other_high:
        return True
    apart = (high is not None and other_low is not None and high < other_low) or (
        low is not None and other_high is not None and low > other_high
    )
    return False if apart else None


def lower(value: Any) -> Number | None:
    """Return the lower end of a spread or an envelope, or the number itself."""
    return _end(value, 0)


def upper(value: Any) -> Number | None:
    """Return the upper end of a spread or an envelope, or the number itself."""
    return _end(value, 1)


def _end(value: Any, which: int) -> Number | None:
    if is_number(value) or type(value) is Spread or type(value) is Envelope:
        return ends(value)[which]
    if type(value) is Uncertain and value.low == value.high:
        return value.low
    return None  # either end of an uncertain number would be a guess


def covers(envelope: Any, low: Any, high: Any) -> bool | None:
    """Return whether an envelope (or a plain number, the smallest of envelopes) reaches from low to high."""
    if not (is_number(envelope) or type(envelope) is Envelope):
        return None
    if not all(is_number(end) or is_set(end) for end in (low, high)):
        return None
    start, end = ends(envelope)
    reaches_down = None if start is None else at_most(start, low)
    reaches_up = None if end is None else at_most(high, end)
    if reaches_down is False or reaches_up is False:
        return False
    return True if reaches_down and reaches_up else None
