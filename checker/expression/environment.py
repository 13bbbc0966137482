"""What an expression is evaluated on."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from checker.model.standard import Table
from checker.record import Record, fresh, replace


class Reading(NamedTuple):
    """A path that was read, and what it held; None if nothing, or nothing that counts."""

    path: str  # "automation_features.pilot.level", "vehicle.markets[0]"
    value: Any


class Bound(NamedTuple):
    """What a variable stands for."""

    value: Any
    path: str | None = None  # where it stands in the spec; None: it was computed


#: No names, no substitutions.
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def nothing_hidden(_path: str) -> bool:
    """Return False: every path reads as it is stated."""
    return False


class Env(Record, often=True):
    """Values and names that an expression may read, and where it writes down what it read."""

    values: Mapping[str, Any]  # the nested maps of the spec
    variables: Mapping[str, Bound] = NOTHING  # the member of a for_each, and its `key`
    as_of: str | None = None  # ISO day
    lists: Mapping[str, tuple[Any, ...]] = NOTHING
    tables: Mapping[str, Table] = NOTHING
    hidden: Callable[[str], bool] = nothing_hidden  # whether a path reads as if it were not stated
    instead: Mapping[str, Any] = NOTHING  # path -> what is put in place of its value
    readings: list[Reading] = fresh(factory=list)  # grows

    def with_variables(self, bound: Mapping[str, Bound]) -> "Env":
        """Return the same, with more variables; what is read is written down in the same list."""
        return replace(self, variables={**self.variables, **bound})

    def root(self, name: str) -> Bound:
        """Return what a name stands for: a variable, the date, a list, or a section of the spec."""
        if name in self.variables:
            return self.variables[name]
        if name == "as_of" and self.as_of is not None:
            return Bound(self.as_of)
        if name in self.lists:
            return Bound(self.lists[name])
        return Bound(self.values.get(name), name)

    def shown(self, bound: Bound) -> Any:
        """Return the value of what is read, after masks and substitutions."""
        value, path = bound
        if path is None:
            return value
        return None if self.hidden(path) else self.instead.get(path, value)

    def read(self, bound: Bound) -> Any:
        """Return the value of what is read, after masks and substitutions, and write the reading down."""
        value = self.shown(bound)
        if bound.path is not None:
            self.readings.append(Reading(bound.path, value))
        return value
