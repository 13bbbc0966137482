"""The days on which a judgement may change: raw dates, gathered; what they mean is judged elsewhere."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.evaluation.evidence import Item, Resolve, items
from checker.evaluation.proof import known_on
from checker.expression.tree import nodes
from checker.model.spec import VehicleSpec
from checker.model.standard import Expression, Requirement, Standard, Tree
from checker.values.dates import NotADate, add_months, day_after, is_day, last_day

_MONTHS = {"add_months": 1, "add_years": 12}


def changing_days(spec: VehicleSpec, standards: Iterable[Standard], resolve: Resolve) -> frozenset[str]:
    """Return every ISO day on which the same spec may be judged otherwise than on the day before.

    Some of them change nothing; no other day changes anything, unless a rule of its own counts days
    (not months or years) to or from ``as_of``.
    """
    standards = tuple(standards)
    found = {last_day(date) for date in _dates_of(standards) if date != "none"}
    stated = frozenset(_days_in(spec.values))
    months = (0, *_months_counted(standards))
    found |= set(_around((day, count) for day in stated for count in months))
    found |= set(_around(_ages(spec, standards, resolve)))
    return frozenset(found)


def _around(ages: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Yield the days so many months after others, when something may begin, and the next, when it may end."""
    for day, months in set(ages):
        try:
            last = add_months(day, months)
            yield last
            yield day_after(last)
            if day == last_day(day[:7]):  # counted back, the last days of a longer month are one day
                yield day_after(last_day(last[:7]))
        except NotADate:  # beyond the calendar: that day never comes
            continue


def _dates_of(standards: Iterable[Standard]) -> Iterator[str]:
    for standard in standards:
        rows = [*standard.dates, *(row for one in standard.requirements for row in one.dates)]
        for row in rows:
            yield from (date for date in (row.new_types, row.all_vehicles, row.ended) if date)


def _days_in(value: Any) -> Iterator[str]:
    """Yield every ISO day that a spec states, wherever it stands."""
    if isinstance(value, str):
        if is_day(value):
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _days_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _days_in(inner)


def _months_counted(standards: Iterable[Standard]) -> frozenset[int]:
    """Return the months that expressions count to or from ``as_of``: 24 and -24 for two years."""
    months: set[int] = set()
    for tree in (one.tree for standard in standards for one in _expressions(standard)):
        every = tuple(nodes(tree))
        if "as_of" not in {_root(node) for node in every}:
            continue
        for node in every:
            if node[0] == "call" and node[2] in _MONTHS and node[4][0] == "lit":
                count = _MONTHS[node[2]] * node[4][2]
                months |= {count, -count}
    return frozenset(months)


def _expressions(standard: Standard) -> Iterator[Expression]:
    """Yield what of a standard may read ``as_of``."""
    if standard.applies_when:
        yield standard.applies_when
    for requirement in standard.requirements:
        yield from requirement.require
        yield from (one for one in (requirement.when, _where(requirement)) if one)


def _where(requirement: Requirement) -> Expression | None:
    return requirement.for_each.where if requirement.for_each else None


def _root(node: Tree) -> str | None:
    """Return the name that a path of an expression begins with; None for what is no path."""
    return node[2] if node[0] in ("path", "ident") else None


def _ages(spec: VehicleSpec, standards: Iterable[Standard], resolve: Resolve) -> Iterator[tuple[str, int]]:
    """Yield the days of what grows too old, with the months after which it does."""
    offered = tuple(items(spec))
    for standard, requirement in ((s, r) for s in standards for r in s.requirements):
        evidence, proof = requirement.evidence, requirement.proof
        if evidence and evidence.max_age_months is not None:
            for item in offered:
                if item.date and item.kind in evidence.kinds and _may_cover(item, standard.id, resolve):
                    yield item.date, evidence.max_age_months
        if proof and proof.max_age_months is not None:
            yield from ((day, proof.max_age_months) for day in _known_on(requirement, spec))


def _may_cover(item: Item, standard: str, resolve: Resolve) -> bool:
    return any(one.partition("/")[0] == standard or standard in resolve(one) for one in item.covers)


def _known_on(requirement: Requirement, spec: VehicleSpec) -> Iterator[str]:
    """Yield the days from which the values are known that a `require` can read."""
    each = requirement.for_each
    sections: set[str | None] = {each.path.source.strip().partition(".")[0]} if each else set()
    for expression in requirement.require:
        sections |= {_root(node) for node in nodes(expression.tree)}
    for path, row in spec.stated.items():
        if path.partition(".")[0] in sections:
            day = known_on(row, spec.values)
            if day:
                yield day
