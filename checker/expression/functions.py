"""The named functions and methods of the language: what they take, what they give, and how they are computed.

A function gets values of which none is None, and returns None where it has no result.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from checker.expression import moments
from checker.expression.moments import Duration, Timestamp
from checker.expression.operators import add, are_texts, contained, is_list, not_fitted
from checker.values import dates, intervals, spreads
from checker.values.spreads import Spread, Uncertain

_INT = r"[+-]?[0-9]+"
_DOUBLE = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?"
_BOOLS = {
    **dict.fromkeys(("1", "t", "true", "TRUE", "True"), True),
    **dict.fromkeys(("0", "f", "false", "FALSE", "False"), False),
}


class Function(NamedTuple):
    """A function: the kinds of its parameters and of its result, as the checker reads them.

    Kinds: bool, int, number (int or double), plain (a number that is no envelope), string, date, list,
    collection (list or map), record, any; as a result also same (the kind of the first argument).
    """

    parameters: tuple[str, ...]
    result: str
    call: Callable[..., Any]
    in_rules: bool = True
    fewest: int | None = None  # how many arguments there must be; None: as many as parameters
    most: int | None = None


def fitted(record: Any) -> bool | None:
    """Return whether the vehicle has it."""
    fitment = record.get("fitment") if type(record) is dict or isinstance(record, Mapping) else None
    return None if fitment is None else fitment != "not_fitted"


def missing(wanted: Any, stated: Any) -> list[Any] | None:
    """Return the wanted items that are not stated."""
    if not is_list(wanted) or not is_list(stated):
        return None
    if are_texts(wanted) and are_texts(stated):
        there = frozenset(stated)
        return [item for item in wanted if item not in there]
    judged = [(item, contained(item, stated)) for item in wanted]
    return (
        None if any(there is None for _, there in judged) else [item for item, there in judged if not there]
    )


def size(value: Any) -> Any:
    """Return the length of a text, or how many members of a list or map there are (those fitted)."""
    if type(value) is str:
        return len(value)
    if isinstance(value, Mapping):
        return sum(not not_fitted(member) for member in value.values())
    return sum(not not_fitted(item) for item in value) if is_list(value) else None


def total(values: Any) -> Any:
    """Return the sum of a list of numbers; 0.0 of an empty one."""
    if not is_list(values):
        return None
    result: Any = None
    for value in values:
        result = value if result is None else add(result, value)
        if not _is_measure(result):
            return None
    return result if values else 0.0


def to_int(value: Any) -> Any:
    """Return an int: of a double without its fraction, of a text of digits, of the seconds of a moment."""
    if type(value) is int:
        return value
    if type(value) is float:
        return int(value) if abs(value) < 2.0**63 else None
    if type(value) in (Spread, Uncertain):
        return intervals.converted(to_int, value)
    if type(value) is Timestamp:
        return value.nanoseconds // 1_000_000_000
    if type(value) is not str or not re.fullmatch(_INT, value) or len(value) > 20:
        return None
    number = int(value)
    return number if -(2**63) <= number < 2**63 else None


def to_double(value: Any) -> Any:
    """Return a double: of an int, or of a text of digits."""
    if spreads.is_number(value):
        return float(value)
    if type(value) in (Spread, Uncertain):
        return intervals.converted(to_double, value)
    return float(value) if type(value) is str and re.fullmatch(_DOUBLE, value) else None


def to_string(value: Any) -> str | None:
    """Return the text of a number, truth value or moment."""
    if type(value) is str:
        return value
    if type(value) is bool:
        return "true" if value else "false"
    if spreads.is_number(value):
        return repr(value).removesuffix(".0")
    return moments.as_text(value) if type(value) in (Timestamp, Duration) else None


def to_bool(value: Any) -> bool | None:
    """Return a truth value: of the texts true, false, t, f, 1 and 0."""
    if type(value) is bool:
        return value
    return _BOOLS.get(value) if type(value) is str else None


def _matches(text: str, pattern: str) -> bool | None:
    from checker.expression.regex import matches  # noqa: PLC0415 - few rules need it

    return matches(text, pattern)


def _is_measure(value: Any) -> bool:
    return type(value) in (int, float, Spread, Uncertain)


def _of_numbers(choose: Callable[[Any], Any]) -> Callable[..., Any]:
    def call(*values: Any) -> Any:
        if len(values) == 1 and is_list(values[0]):
            values = tuple(values[0])
        return choose(values) if values and all(map(_is_measure, values)) else None

    return call


def _of_texts(judge: Callable[[str, str], Any]) -> Callable[[Any, Any], Any]:
    return lambda text, other: judge(text, other) if type(text) is str and type(other) is str else None


def _of_dates(compute: Callable[..., Any], *kinds: type) -> Callable[..., Any]:
    def call(*values: Any) -> Any:
        if any(type(value) is not kind for value, kind in zip(values, kinds, strict=False)):
            return None
        try:
            return compute(*values)
        except dates.NotADate:
            return None

    return call


#: Called as ``name(...)``. `lookup` is computed by its own module, from the tables of the standard.
FUNCTIONS: dict[str, Function] = {
    "fitted": Function(("record",), "bool", fitted),
    "lower": Function(("number",), "same", spreads.lower),
    "upper": Function(("number",), "same", spreads.upper),
    "covers": Function(("number", "plain", "plain"), "bool", spreads.covers),
    "lookup": Function(("any", "any", "string"), "any", lambda *_: None, fewest=2),
    "missing": Function(("list", "list"), "same", missing),
    "add_years": Function(("date", "int"), "date", _of_dates(dates.add_years, str, int)),
    "add_months": Function(("date", "int"), "date", _of_dates(dates.add_months, str, int)),
    "days_between": Function(("date", "date"), "int", _of_dates(dates.days_between, str, str)),
    "min": Function((), "number", _of_numbers(intervals.least), fewest=1, most=20),
    "max": Function((), "number", _of_numbers(intervals.greatest), fewest=1, most=20),
    "sum": Function(("list",), "number", total),
    "size": Function(("sized",), "int", size),
    "int": Function(("any",), "int", to_int),
    "double": Function(("any",), "double", to_double),
    "string": Function(("any",), "string", to_string),
    "dyn": Function(("any",), "any", lambda value: value, in_rules=False),
    "bool": Function(("any",), "bool", to_bool, in_rules=False),
    "timestamp": Function(("any",), "any", moments.timestamp, in_rules=False),
    "duration": Function(("any",), "any", moments.duration, in_rules=False),
}


def _part(name: str) -> Callable[..., Any]:
    return lambda *arguments: moments.part(name, *arguments)


#: Called as ``target.name(...)``; the target is the first argument.
METHODS: dict[str, Function] = {
    "startsWith": Function(("string", "string"), "bool", _of_texts(str.startswith)),
    "endsWith": Function(("string", "string"), "bool", _of_texts(str.endswith)),
    "contains": Function(("string", "string"), "bool", _of_texts(str.__contains__)),
    "matches": Function(("string", "string"), "bool", _of_texts(_matches)),
    "size": Function(("sized",), "int", size),
    **{name: Function(("any",), "int", _part(name), in_rules=False, most=2) for name in moments.PARTS},
}


def bounds(function: Function) -> tuple[int, int]:
    """Return how many arguments a function takes, at least and at most."""
    count = len(function.parameters)
    return (
        count if function.fewest is None else function.fewest,
        count if function.most is None else function.most,
    )


def call(table: Mapping[str, Function], name: str, arguments: list[Any]) -> Any:
    """Return the result of a function or method by its name; None of what is not known, or not a function."""
    function = table.get(name)
    if function is None or any(argument is None for argument in arguments):
        return None
    fewest, most = bounds(function)
    return function.call(*arguments) if fewest <= len(arguments) <= most else None
