"""Frozen records: what frozen dataclasses are, at a hundredth of their price at start-up.

A program that starts on every push pays for each class that it defines. For a dataclass, Python writes and
compiles half a dozen functions; all records share those below. Type checkers see a dataclass (PEP 681).
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeVar, dataclass_transform

_T = TypeVar("_T")


class _Fresh:
    """A default that is made anew for each record."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


#: How the records of a class are made: its fields, their defaults, and what makes the fresh ones of these.
_Plan = tuple[frozenset[str], Mapping[str, Any], Mapping[str, Callable[[], Any]]]

#: Beside the fields of a record that is not made yet: what makes one of them, by its name.
_MAKE = "made when read"


def fresh(*, factory: Callable[[], _T]) -> _T:
    """Return the default of a field that is to be made anew for each record: ``fresh(factory=list)``."""
    made: _T = _Fresh(factory)  # type: ignore[assignment]
    return made


@dataclass_transform(frozen_default=True, field_specifiers=(fresh,))
class Record:
    """A class whose annotated names are its fields, in their order; those with a value may be left out.

    Two records of one class are equal if all their fields are. Assigning to a field raises AttributeError,
    unless the class says ``frozen=False``. A default that is not `fresh` is shared: never change it.
    A class says ``often=True`` if thousands of its records are made: it costs more, and each of them less.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()
    __plan: ClassVar[_Plan] = (frozenset(), {}, {})

    def __init_subclass__(cls, *, frozen: bool = True, often: bool = False) -> None:
        own = cls.__annotations__
        stated = {name: cls.__dict__[name] for name in own if name in cls.__dict__}
        made = {name: value.make for name, value in stated.items() if type(value) is _Fresh}
        for name in stated:  # else a field that is not made yet would read as its default
            delattr(cls, name)
        cls.__match_args__ = tuple(dict.fromkeys((*cls.__match_args__, *own)))  # type: ignore[misc]
        _, defaults, fresh_ones = cls.__plan
        cls.__plan = (frozenset(cls.__match_args__), {**defaults, **stated}, {**fresh_ones, **made})
        if not frozen:
            cls.__setattr__ = object.__setattr__  # type: ignore[assignment, method-assign]
            cls.__delattr__ = object.__delattr__  # type: ignore[assignment, method-assign]
            cls.__hash__ = None  # type: ignore[assignment]
        if often or cls.__init__ is not Record.__init__:  # that of a base knows the fields of the base only
            own_init = _own_init(cls.__match_args__, cls.__plan) if often else Record.__init__
            cls.__init__ = own_init  # type: ignore[method-assign]

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

    if not TYPE_CHECKING:  # which would take any name for a field

        def __getattr__(self, name: str) -> Any:
            """Return a field that is made now, see `made_when_read`."""
            make = self.__dict__.get(_MAKE)
            if make is None or name not in self.__match_args__:
                raise AttributeError(f"{type(self).__qualname__} has no field {name}")
            value = self.__dict__[name] = make(name)
            return value

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


def _own_init(names: tuple[str, ...], plan: _Plan) -> Callable[..., None]:
    """Return an ``__init__`` that is written for these fields alone, as that of a dataclass is."""
    _, defaults, made = plan
    given = ", ".join(f"{name}=defaults[{name!r}]" if name in defaults else name for name in names)
    lines = "".join(
        f"    held[{name!r}] = {name} if {name} is not defaults[{name!r}] else made[{name!r}]()\n"
        if name in made
        else f"    held[{name!r}] = {name}\n"
        for name in names
    )
    space: dict[str, Any] = {"defaults": defaults, "made": made}
    exec(f"def __init__(self, {given}):\n    held = self.__dict__\n{lines}", space)  # noqa: S102 - names of fields
    init: Callable[..., None] = space["__init__"]
    return init


_R = TypeVar("_R", bound=Record)


def replace(one: _R, **changes: Any) -> _R:
    """Return a record with some fields changed; raises TypeError for a field that it does not have."""
    return type(one)(**{**dict(zip(one.__match_args__, _values(one), strict=True)), **changes})


def made_when_read(cls: type[_R], held: dict[str, Any], make: Callable[[str], Any] | None = None) -> _R:
    """Return a record that holds some fields already; `make` gives each other one when it is first read.

    Nothing is checked here: the fields are those of a record that there was.
    """
    one = cls.__new__(cls)
    one.__dict__.update(held)
    if make is not None:
        one.__dict__[_MAKE] = make
    return one


def _values(one: Record) -> tuple[Any, ...]:
    held = vars(one)
    if _MAKE in held:
        return tuple([getattr(one, name) for name in one.__match_args__])
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
