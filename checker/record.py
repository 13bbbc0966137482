"""Frozen records: what frozen dataclasses are, at a hundredth of their price at start-up.

A program that starts on every push pays for each class that it defines. For a dataclass, Python writes and
compiles half a dozen functions; all records share those below. Type checkers see a dataclass (PEP 681).
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")


class _Fresh:
    """A default that is made anew for each record."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


#: How the records of a class are made: its fields, their defaults, and what makes the fresh ones of these.
_Plan = tuple[frozenset[str], Mapping[str, Any], Mapping[str, Callable[[], Any]]]


def fresh(*, factory: Callable[[], _T]) -> _T:
    """Return the default of a field that is to be made anew for each record: ``fresh(factory=list)``."""
    made: _T = _Fresh(factory)  # type: ignore[assignment]
    return made


@dataclass_transform(frozen_default=True, field_specifiers=(fresh,))
class Record:
    """A class whose annotated names are its fields, in their order; those with a value may be left out.

    Two records of one class are equal if all their fields are. Assigning to a field raises AttributeError,
    unless the class says ``frozen=False``. A default that is not `fresh` is shared: never change it.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()
    __plan: ClassVar[_Plan] = (frozenset(), {}, {})

    def __init_subclass__(cls, *, frozen: bool = True) -> None:
        own = cls.__annotations__
        stated = {name: cls.__dict__[name] for name in own if name in cls.__dict__}
        made = {name: value.make for name, value in stated.items() if type(value) is _Fresh}
        cls.__match_args__ = tuple(dict.fromkeys((*cls.__match_args__, *own)))  # type: ignore[misc]
        _, defaults, fresh_ones = cls.__plan
        cls.__plan = (frozenset(cls.__match_args__), {**defaults, **stated}, {**fresh_ones, **made})
        if not frozen:
            cls.__setattr__ = object.__setattr__  # type: ignore[assignment, method-assign]
            cls.__delattr__ = object.__delattr__  # type: ignore[assignment, method-assign]
            cls.__hash__ = None  # type: ignore[assignment]

    def __init__(self, *given: Any, **named: Any) -> None:
        fields, defaults, made = self.__plan
        held = self.__dict__
        held.update(defaults)
        if made:
            for name, make in made.items():
                held[name] = make()
        if given:
            held.update(zip(self.__match_args__, given, strict=False))
        if named:
            held.update(named)
        if (
            held.keys() != fields
            or len(given) > len(fields)
            or (given and named and self.__twice(given, named))
        ):
            _refuse(type(self).__qualname__, self.__match_args__, given, named, defaults)

    def __twice(self, given: tuple[Any, ...], named: Mapping[str, Any]) -> bool:
        """Return whether a field is given both in order and by name."""
        return not named.keys().isdisjoint(self.__match_args__[: len(given)])

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
        return f"{type(self).__qualname__}({fields})"

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self is other or _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __setattr__(self, name: str, _: object) -> NoReturn:
        raise AttributeError(f"{type(self).__qualname__} is frozen: {name} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__qualname__} is frozen: {name} cannot be deleted")

    def _stated(self) -> dict[str, Any]:
        _, defaults, made = self.__plan
        return {
            name: value
            for name, value in zip(self.__match_args__, _values(self), strict=True)
            if name not in defaults or value != (made[name]() if name in made else defaults[name])
        }


_R = TypeVar("_R", bound=Record)


def replace(one: _R, **changes: Any) -> _R:
    """Return a record with some fields changed; raises TypeError for a field that it does not have."""
    held = vars(one)
    return type(one)(**{**{name: held[name] for name in one.__match_args__}, **changes})


def stated(one: Record) -> dict[str, Any]:
    """Return the fields of a record that do not have their default value, in their order."""
    return one._stated()  # noqa: SLF001 - the one reader of defaults outside of the class


def _values(one: Record) -> tuple[Any, ...]:
    held = vars(one)
    return tuple([held[name] for name in one.__match_args__])


def _refuse(
    cls: str,
    names: tuple[str, ...],
    given: tuple[Any, ...],
    named: Mapping[str, Any],
    defaults: Mapping[str, Any],
) -> NoReturn:
    if len(given) > len(names):
        raise TypeError(f"{cls} has {len(names)} fields, and {len(given)} were given")
    unknown = [name for name in named if name not in names]
    if unknown:
        raise TypeError(f"{cls} has no field {', '.join(unknown)}")
    twice = [name for name in names[: len(given)] if name in named]
    if twice:
        raise TypeError(f"{cls} was given twice: {', '.join(twice)}")
    missing = [name for name in names[len(given) :] if name not in named and name not in defaults]
    raise TypeError(f"{cls} lacks {', '.join(missing)}")
