"""The Python function that is being written: its names, and the statements that load what it reads."""

from collections.abc import Mapping
from itertools import count
from typing import Any

from checker.model.standard import Table


class Module:
    """The source that is being written: constants and functions in front, then the function that judges."""

    def __init__(
        self, lists: Mapping[str, tuple[Any, ...]], tables: Mapping[str, Table], *, waits: bool = False
    ) -> None:
        self.lists = lists
        self.tables = tables
        self.waits = waits  # whether it says what open requirements wait for
        self.parts: list[str] = []  # complete definitions, each before its use
        self._constants: dict[str, str] = {}
        self._numbers = count(1)

    def name(self, letter: str) -> str:
        """Return a new name; numbered, because path parts joined by a sign collide."""
        return f"{letter}{next(self._numbers)}"

    def constant(self, letter: str, source: str) -> str:
        """Return the name of a constant of the module; the same source is one constant."""
        if source not in self._constants:
            self._constants[source] = self.name(letter)
            self.parts.append(f"{self._constants[source]} = {source}")
        return self._constants[source]


class Frame:
    """One function: which variables it binds, what it takes from the function around it, and its loads.

    `side` is which of the two sets of values an expression reads: ``values`` or ``conditions``.
    """

    def __init__(self, module: Module, outer: "Frame | None" = None) -> None:
        self.module = module
        self.outer = outer
        self.side: str = outer.side if outer else "values"
        self.bound: dict[tuple[str, str], str] = {}  # (side, variable) -> Python name
        self.taken: list[str] = []  # names of the outer function, passed as arguments
        self.lines: list[str] = []
        self._loaded: dict[tuple[str, ...], str] = {}

    def bind(self, variable: str, name: str, *sides: str) -> None:
        """Let a variable of the expression stand for a Python name."""
        for side in sides or ("values", "conditions"):
            self.bound[side, variable] = name

    def temporary(self) -> str:
        """Return a new local name."""
        return self.module.name("t")

    def assigned(self, source: str) -> str:
        """Return a new local name that holds the value of the source."""
        name = self.temporary()
        self.lines.append(f"{name} = {source}")
        return name

    def take(self, name: str) -> str:
        """Return the name of an argument or variable of the outermost function, passed down to here."""
        if self.outer is not None:
            self._take(self.outer.take(name))
        return name

    def variable(self, name: str) -> str | None:
        """Return the Python name of a variable, passed down if need be; None if there is none."""
        own = self.bound.get((self.side, name))
        if own is not None or self.outer is None:
            return own
        self.outer.side = self.side
        outer = self.outer.variable(name)
        return None if outer is None else self._take(outer)

    def load(self, root: str, fields: tuple[str, ...], *, part: bool = False) -> str:
        """Return the name that holds a path's value, or None; loaded once, in front.

        `part` says that it is a record on the way to a field: then ``NOTHING`` where it is not stated.
        """
        home = self._home(root)
        if home is not self:
            home.side = self.side
            name = home.load(root, fields, part=part)
            return self._passed(home, name)
        base = self.bound.get((self.side, root))
        if base is not None and not fields:
            return base
        key = (self.side, root, *fields, "part" if part else "")
        if key not in self._loaded:
            self._loaded[key] = self.assigned(self._source(root, fields, base, part=part))
        return self._loaded[key]

    def _source(self, root: str, fields: tuple[str, ...], base: str | None, *, part: bool) -> str:
        default = ", NOTHING" if part else ""
        if not fields:
            return f"{self.side}.get({root!r}{default})"
        if len(fields) == 1 and base is not None:
            return f"{base}.get({fields[0]!r}{default})"
        record = self.load(root, fields[:-1], part=True)
        return f"{record}.get({fields[-1]!r}{default})"

    def _home(self, root: str) -> "Frame":
        frame = self
        while (self.side, root) not in frame.bound and frame.outer is not None:
            frame = frame.outer
        return frame

    def _passed(self, home: "Frame", name: str) -> str:
        if self is not home and self.outer is not None:
            self.outer._passed(home, name)  # noqa: SLF001 - the same class
            self._take(name)
        return name

    def _take(self, name: str) -> str:
        if name not in self.taken:
            self.taken.append(name)
        return name
