"""What generated code calls where it cannot do a thing in place; None stands for "not known"."""

from collections.abc import Iterable, Mapping
from typing import Any

from checker.expression.functions import FUNCTIONS, METHODS
from checker.expression.lookups import look_up
from checker.expression.operators import (
    NULL,
    add,
    as_list,
    as_map,
    at_least,
    at_most,
    contained,
    divide,
    equal,
    greater,
    index,
    is_list,
    less,
    modulo,
    multiply,
    negate,
    not_fitted,
    select,
    subtract,
    unequal,
)
from checker.model.standard import Table
from checker.values.spreads import Spread, Uncertain
from checker.values.truth import exactly_one, not_, truth

#: Stands for a record that is not stated.
NOTHING: Mapping[str, Any] = {}


def unstated(paths: tuple[str, ...], values: tuple[Any, ...], member: str = "") -> tuple[str, ...]:
    """Return the paths of which nothing is stated; () if one is a spread. A member's begin with a dot."""
    found = []
    for path, value in zip(paths, values, strict=True):
        if value is None:
            found.append(member + path if path[0] == "." else path)
        elif type(value) is Spread:
            return ()
    return tuple(found)


def items(collection: Any) -> Iterable[Any] | None:
    """Return what a macro with one variable iterates: the items of a list, the keys of a map."""
    if isinstance(collection, Mapping):
        return [key for key, member in collection.items() if not not_fitted(member)]
    return [item for item in collection if not not_fitted(item)] if is_list(collection) else None


def entries(collection: Any) -> Iterable[tuple[Any, Any]] | None:
    """Return what a macro with two variables iterates: keys or indices, each with its member."""
    if isinstance(collection, Mapping):
        return [(key, member) for key, member in collection.items() if not not_fitted(member)]
    if is_list(collection):
        return [(number, item) for number, item in enumerate(collection) if not not_fitted(item)]
    return None


def count_fitted(collection: Any) -> Any:
    """Return how many things are fitted; uncertain if nobody says it of some."""
    if collection is None:
        return None
    members = collection.values() if isinstance(collection, Mapping) else collection
    said = [member.get("fitment") for member in members]
    sure = sum(fitment is not None and fitment != "not_fitted" for fitment in said)
    open_ = said.count(None)
    return Uncertain(sure, sure + open_) if open_ else sure


def has(target: Any, field: str) -> bool | None:
    """Return whether a map holds something under a key."""
    return None if target is None else select(target, field) is not None


__all__ = [
    "FUNCTIONS",
    "METHODS",
    "NOTHING",
    "NULL",
    "Table",
    "add",
    "as_list",
    "as_map",
    "at_least",
    "at_most",
    "contained",
    "count_fitted",
    "divide",
    "entries",
    "equal",
    "exactly_one",
    "greater",
    "has",
    "index",
    "items",
    "less",
    "look_up",
    "modulo",
    "multiply",
    "negate",
    "not_",
    "select",
    "subtract",
    "truth",
    "unequal",
    "unstated",
]
