"""The three truth values: True, False, and None where nobody can tell (Kleene's strong logic).

One table for everything that judges. A value that is not a truth value counts as None.
"""

from collections.abc import Iterable
from typing import Any

Truth = bool | None


def truth(value: Any) -> Truth:
    """Return the value if it is a truth value, else None."""
    return value if value is True or value is False else None


def not_(value: Any) -> Truth:
    """Return the opposite; of what nobody can tell nobody can tell the opposite."""
    return not value if value is True or value is False else None


def and_(values: Iterable[Any]) -> Truth:
    """Return False if one is false, True if all are true, else None; reads no further than it must."""
    result: Truth = True
    for value in values:
        if value is False:
            return False
        if value is not True:
            result = None
    return result


def or_(values: Iterable[Any]) -> Truth:
    """Return True if one is true, False if all are false, else None; reads no further than it must."""
    result: Truth = False
    for value in values:
        if value is True:
            return True
        if value is not False:
            result = None
    return result


def exactly_one(values: Iterable[Any]) -> Truth:
    """Return whether one and only one is true; None as soon as nobody can tell it of one of them."""
    found = 0
    for value in values:
        if value is True:
            found += 1
        elif value is not False:
            return None
    return found == 1
