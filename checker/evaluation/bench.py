"""One vehicle, ready to be judged: its values, what of them conditions may read, and how paths are read."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

from checker.evaluation.evidence import Item, Resolve, items
from checker.evaluation.force import Calendar, force_of
from checker.evaluation.proof import Mask, assumed, without_assumed
from checker.evaluation.reasons import open_reasons, place_of
from checker.expression.environment import NOTHING, Bound, Env, nothing_hidden
from checker.expression.walking import walk
from checker.model.finding import Force, Read, Reason
from checker.model.spec import VehicleSpec
from checker.model.standard import Expression, Requirement, Standard
from checker.record import Record, fresh

#: A generated function: (values, conditions, as_of) -> (applies, rows).
Judge = Callable[[Mapping[str, Any], Mapping[str, Any], str], tuple[bool | None, tuple[Any, ...]]]


class Subject(Record, often=True):
    """What a requirement is judged on: the vehicle, or one member of a map."""

    key: str | None = None
    path: str | None = None
    variables: Mapping[str, Bound] = NOTHING


WHOLE = Subject()


def subject_of(name: str, path: str, key: str, member: Any) -> Subject:
    """Return one member of the map at a path, for which a variable stands."""
    here = f"{path}.{key}"
    return Subject(key, here, {name: Bound(member, here), "key": Bound(key)})


def nobody(requirement: Requirement) -> Subject:
    """Return a subject of which nothing is known: what a condition comes to without a member."""
    name = requirement.for_each.name if requirement.for_each else "key"
    return Subject(None, None, {name: Bound(None), "key": Bound(None)})


class Bench(Record):
    """A vehicle on the day it is judged."""

    spec: VehicleSpec
    as_of: str
    resolve: Resolve
    series: Mapping[str, str | None]  # standard id -> its series
    conditions: Mapping[str, Any]  # the values without those that are only assumed
    assumed: Mask
    trust_answers: bool = False  # a review answer without digest is current (examples of rules)
    _not_stated: dict[tuple[str, ...], tuple[Reason, ...]] = fresh(factory=dict)
    _maps: dict[str, Mapping[str, Any] | None] = fresh(factory=dict)
    _subjects: dict[tuple[str, str, str], Subject] = fresh(factory=dict)

    @staticmethod
    def of(
        spec: VehicleSpec,
        as_of: str,
        resolve: Resolve,
        series: Mapping[str, str | None],
        *,
        trust_answers: bool = False,
    ) -> "Bench":
        """Return the bench of a vehicle."""
        return Bench(spec, as_of, resolve, series, without_assumed(spec), assumed(spec), trust_answers)

    @property
    def assumes(self) -> bool:
        """Whether conditions read something else than what is stated."""
        return self.conditions is not self.spec.values

    def not_stated(self, paths: tuple[str, ...]) -> tuple[Reason, ...]:
        """Return why what waits for these paths is open; most paths are waited for by many requirements."""
        if paths not in self._not_stated:
            rows = ((path, self.spec.stated.get(path)) for path in paths)
            reads = [Read(path, None, None, status=row.status if row else None) for path, row in rows]
            self._not_stated[paths] = tuple(open_reasons(reads, self.spec))
        return self._not_stated[paths]

    def subject(self, name: str, path: str, key: str, member: Any) -> Subject:
        """Return one member of a map, as which a variable stands for it."""
        found = self._subjects.get((name, path, key))
        if found is None:
            found = self._subjects[name, path, key] = subject_of(name, path, key, member)
        return found

    @cached_property
    def offered(self) -> tuple[Item, ...]:
        """What the spec offers as evidence."""
        return tuple(items(self.spec))

    def editions_named(self) -> frozenset[str]:
        """Return the ids of the editions that approvals and certificates of the spec name."""
        named = set()
        for item in self.offered:
            if item.kind != "certificate":
                continue
            for printed in item.covers:
                ids = self.resolve(printed)
                if len(ids) > 1 and item.series is not None:
                    ids = tuple(i for i in ids if self.series.get(i) == item.series)
                named |= set(ids) if len(ids) == 1 else set()
        return frozenset(named)


class Reader(Record):
    """Reads a standard's expressions on a bench, and writes down what was read."""

    bench: Bench
    standard: Standard
    _usual_force: list[Force] = fresh(factory=list)  # of the standard's own dates, once it was asked for

    def force(self, requirement: Requirement, calendar: Calendar) -> Force:
        """Return what the law makes of a requirement on the assessment date."""
        if requirement.dates or not self._usual_force:
            force = force_of(requirement, self.standard, calendar, self.condition)
            if requirement.dates:
                return force
            self._usual_force.append(force)
        return self._usual_force[0]

    def env(self, subject: Subject, mask: Mask | None = None) -> Env:
        """Return what an expression is evaluated on; ``mask`` hides values that do not count."""
        return Env(
            values=self.bench.spec.values,
            variables=subject.variables,
            as_of=self.bench.as_of,
            lists=self.standard.lists,
            tables=self.standard.tables,
            hidden=nothing_hidden if mask is None else lambda path: mask(path) is not None,
        )

    def value(self, expression: Expression, subject: Subject, mask: Mask | None = None) -> Any:
        """Return the value of an expression; None where nobody can tell."""
        return walk(expression.tree, self.env(subject, mask))

    def members(self, path: Expression) -> Mapping[str, Any] | None:
        """Return the map that a `for_each` names; None where it is not stated."""
        known, source = self.bench._maps, path.source  # noqa: SLF001 - what the bench holds for its readers
        if source not in known:
            known[source] = self.value(path, WHOLE)
        return known[source]

    def condition(self, expression: Expression) -> bool | None:
        """Return whether a condition on the vehicle holds; what is only assumed does not count."""
        truth: bool | None = self.value(expression, WHOLE, self.bench.assumed)
        return truth

    def reads(
        self, expressions: Iterable[Expression], subject: Subject, mask: Mask | None = None
    ) -> tuple[Read, ...]:
        """Return what expressions read, each path once, in the order of reading."""
        env = self.env(subject, mask)
        for expression in expressions:
            walk(expression.tree, env)
        return self.read_in((env,), mask)

    def read_in(self, walked: Iterable[Env], mask: Mask | None = None) -> tuple[Read, ...]:
        """Return what was read on the way through expressions, each path once, in the order of reading."""
        readings = (reading for env in walked for reading in env.readings)
        return tuple({r.path: self._read(r.path, r.value, mask) for r in readings}.values())

    def _read(self, path: str, value: Any, mask: Mask | None) -> Read:
        row = self.bench.spec.stated.get(path)
        return Read(
            path=path,
            value=value,
            place=row.place if row else place_of(path, self.bench.spec),
            basis=row.basis if row and row.status is None else None,
            status=row.status if row else None,
            masked=mask(path) if mask and row and row.status is None else None,
        )
