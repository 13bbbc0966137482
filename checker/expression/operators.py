"""What the operators do with values; nothing raises, and None (nobody can tell) comes of what has no result.

Both evaluators use these, so that there is one table of truth.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from checker.expression.moments import Duration, Timestamp, shifted, span
from checker.values import intervals, spreads
from checker.values.spreads import Envelope, Number, Spread, Uncertain
from checker.values.truth import and_, not_, or_

_INT_MIN, _INT_MAX = -(2**63), 2**63 - 1
_SETS = (Spread, Uncertain)
_ORDERED = (str, bool, Timestamp, Duration)


class Null:
    """CEL's null: a value like any other. No spec and no rule holds one; public test cases do."""

    def __repr__(self) -> str:
        return "NULL"


NULL = Null()


def equal(left: Any, right: Any) -> bool | None:
    """Return left == right; values of different types differ, an int and a double are compared as numbers."""
    if left is None or right is None:
        return None
    kind, other = type(left), type(right)
    if kind is other and kind in (str, bool, float, int):
        return bool(left == right)
    if kind in _SETS or other in _SETS:
        both = all(spreads.is_number(item) or type(item) in _SETS for item in (left, right))
        return spreads.same(left, right) if both else False
    if kind is Envelope or other is Envelope:
        return None
    if spreads.is_number(left) and spreads.is_number(right):
        return bool(left == right)
    if is_list(left) and is_list(right):
        return len(left) == len(right) and and_(map(equal, left, right))
    if isinstance(left, Mapping) and isinstance(right, Mapping):
        return left.keys() == right.keys() and and_(equal(left[key], right[key]) for key in left)
    return kind is other and bool(left == right)


def unequal(left: Any, right: Any) -> bool | None:
    """Return left != right."""
    return not_(equal(left, right))


def less(left: Any, right: Any) -> bool | None:
    """Return left < right, for numbers, spreads, texts, truth values and moments."""
    if _in_order(left, right):
        return bool(left < right)
    return spreads.below(left, right) if _comparable(left, right) else None


def at_most(left: Any, right: Any) -> bool | None:
    """Return left <= right, for numbers, spreads, texts, truth values and moments."""
    if _in_order(left, right):
        return bool(left <= right)
    return spreads.at_most(left, right) if _comparable(left, right) else None


def greater(left: Any, right: Any) -> bool | None:
    """Return left > right."""
    return less(right, left)


def at_least(left: Any, right: Any) -> bool | None:
    """Return left >= right."""
    return at_most(right, left)


def contained(item: Any, collection: Any) -> bool | None:
    """Return whether a list has an item like it, or a map has it as a key of something that is fitted."""
    if item is None:
        return None
    if is_list(collection):
        if type(item) is str and are_texts(collection):
            return item in collection
        return or_(equal(item, other) for other in collection)
    if isinstance(collection, Mapping):
        return found(collection, item) is not None and not_fitted(found(collection, item)) is False
    return None


def are_texts(items: Iterable[Any]) -> bool:
    """Return whether all of them are texts, which Python compares as we do."""
    return {str}.issuperset(map(type, items))


def add(left: Any, right: Any) -> Any:
    """Return left + right: numbers of one kind, texts, lists, moments."""
    kind, other = type(left), type(right)
    if kind is other and kind is str:
        return left + right
    if is_list(left) and is_list(right):
        return [*left, *right]
    if kind is Timestamp or other is Timestamp or kind is Duration:
        return shifted(left, right)
    return _calculated(lambda a, b: a + b, intervals.added, left, right)


def subtract(left: Any, right: Any) -> Any:
    """Return left - right."""
    if type(left) in (Timestamp, Duration):
        return span(left, right)
    return _calculated(lambda a, b: a - b, intervals.subtracted, left, right)


def multiply(left: Any, right: Any) -> Any:
    """Return left * right."""
    return _calculated(lambda a, b: a * b, intervals.multiplied, left, right)


def divide(left: Any, right: Any) -> Any:
    """Return left / right; ints are truncated towards zero, and there is no int by 0."""
    return _calculated(_quotient, intervals.divided, left, right)


def modulo(left: Any, right: Any) -> int | None:
    """Return the remainder of two ints, with the sign of the left one."""
    if type(left) is not int or type(right) is not int or right == 0:
        return None
    return abs(left) % abs(right) * (-1 if left < 0 else 1)


def negate(value: Any) -> Any:
    """Return -value."""
    if type(value) is int:
        return _bounded(-value)
    if type(value) in _SETS:
        return intervals.multiplied(_product, value, -1)
    return -value if type(value) is float else None


def select(value: Any, field: str) -> Any:
    """Return what a map holds under a key; None if it does not, or is no map."""
    return value.get(field) if type(value) is dict or isinstance(value, Mapping) else None


def index(collection: Any, key: Any) -> Any:
    """Return an item of a list, from 0, or what a map holds under a key."""
    if isinstance(collection, Mapping):
        return found(collection, key)
    whole = type(key) is int or (type(key) is float and key.is_integer())
    return collection[int(key)] if is_list(collection) and whole and 0 <= key < len(collection) else None


def found(mapping: Mapping[Any, Any], key: Any) -> Any:
    """Return what a map holds under a key; unlike Python, true and 1 are two keys."""
    if type(key) is str:
        return mapping.get(key)
    return next((value for other, value in mapping.items() if equal(other, key)), None)


def as_map(*entries: Any) -> dict[Any, Any] | None:
    """Return the map of keys and values in turn; None for a key twice, or a key of another type."""
    keys, values = entries[::2], entries[1::2]
    if None in entries or any(type(key) not in (str, int, bool) for key in keys):
        return None
    made = dict(zip(keys, values, strict=True))
    return made if len(made) == len(keys) else None


def as_list(*items: Any) -> list[Any] | None:
    """Return the list of the items; None if one of them is not known."""
    return None if any(item is None for item in items) else list(items)


def is_list(value: Any) -> bool:
    """Return whether the value is a list (spreads and moments are tuples, and are none)."""
    return type(value) is list or type(value) is tuple


def not_fitted(member: Any) -> bool:
    """Return whether a member of a map or list says that the vehicle does not have it."""
    return isinstance(member, Mapping) and member.get("fitment") == "not_fitted"


def _in_order(left: Any, right: Any) -> bool:
    """Return whether Python orders the two as CEL does: nothing is less than what is not a number."""
    kind = type(left)
    if kind is float or kind is int:
        return spreads.is_number(right)
    return kind is type(right) and kind in _ORDERED


def _comparable(left: Any, right: Any) -> bool:
    return all(type(item) in (int, float, Spread, Uncertain) for item in (left, right))


def _calculated(
    operation: Callable[[Any, Any], Any], by_interval: Callable[..., Any], left: Any, right: Any
) -> Any:
    if type(left) in _SETS or type(right) in _SETS:
        if not _comparable(left, right):
            return None
        return by_interval(lambda a, b: _of_one_kind(operation, a, b), left, right)
    return _of_one_kind(operation, left, right)


def _of_one_kind(operation: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    if type(left) is float and type(right) is float:
        return operation(left, right)
    return _bounded(operation(left, right)) if type(left) is int and type(right) is int else None


def _bounded(value: int | None) -> int | None:
    return value if value is not None and _INT_MIN <= value <= _INT_MAX else None


def _product(left: Number, right: Number) -> Number:
    return left * right


def _quotient(left: Any, right: Any) -> Any:
    if type(left) is int:
        if right == 0:
            return None
        return abs(left) // abs(right) * (1 if (left < 0) == (right < 0) else -1)
    if right != 0.0:
        return float(left / right)
    if left != left or left == 0.0:  # noqa: PLR0124 - not a number
        return float("nan")
    negative = (left < 0) != str(right).startswith("-")
    return float("-inf") if negative else float("inf")


#: The operators by their symbols.
OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "==": equal,
    "!=": unequal,
    "<": less,
    "<=": at_most,
    ">": greater,
    ">=": at_least,
    "in": contained,
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
    "%": modulo,
}
