"""Which edition of a standard counts: one per kind of approval and day."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Literal

from checker.evaluation.force import Calendar, dates_of
from checker.model.standard import Expression, Standard
from checker.record import Record

#: How a condition of a standard reads on the vehicle: True, False, or None for not known.
Condition = Callable[[Standard, Expression], bool | None]


class Edition(Record):
    """How one edition stands among the editions of its standard."""

    state: Literal["counts", "later", "ended", "open"]
    by: str | None = None  # ended: the edition that counts instead


def families(standards: Iterable[Standard]) -> tuple[tuple[Standard, ...], ...]:
    """Return the editions of each standard, oldest first, as ``replaces`` chains them."""
    known = {standard.id: standard for standard in standards}
    replaced = {old for standard in known.values() for old in standard.replaces}
    chains = []
    for newest in (standard for standard in known.values() if standard.id not in replaced):
        chain = [newest]
        queue = list(newest.replaces)
        while queue:
            older = known.get(queue.pop(0))
            if older is not None and older not in chain:
                chain.append(older)
                queue.extend(older.replaces)
        chains.append(tuple(reversed(chain)))
    return tuple(chains)


def editions(
    family: tuple[Standard, ...], calendar: Calendar, named: Iterable[str], holds: Condition
) -> Mapping[str, Edition]:
    """Return how each edition of a family stands; ``named`` are the ids that approvals declare."""
    if len(family) == 1:
        return {family[0].id: Edition("counts")}
    dates = [dates_of(standard.dates, partial(holds, standard)) for standard in family]
    news = [entry.new_types if entry else None for entry in dates]
    alls = [entry.all_vehicles if entry else None for entry in dates]
    chosen = _chosen(family, calendar, frozenset(named), news, alls)
    if chosen is None:
        return {standard.id: Edition("open") for standard in family}
    return {
        standard.id: Edition("counts")
        if index == chosen
        else Edition("later")
        if index > chosen
        else Edition("ended", family[chosen].id)
        for index, standard in enumerate(family)
    }


def _chosen(
    family: tuple[Standard, ...],
    calendar: Calendar,
    named: frozenset[str],
    news: list[str | None],
    alls: list[str | None],
) -> int | None:
    """Return the index of the edition that counts; None where nobody can tell."""
    newest_begun = max((i for i, date in enumerate(news) if calendar.begun(date)), default=0)
    existing = calendar.approval == "existing-type" or (
        calendar.approval is None and calendar.kind(news[newest_begun]) == "existing-type"
    )
    if not existing:
        accepted = [i for i in range(newest_begun, len(family)) if family[i].id in named]
        return accepted[-1] if accepted else newest_begun
    forced = max((i for i, date in enumerate(alls) if calendar.begun(date)), default=0)
    stated = [i for i, standard in enumerate(family) if standard.id in named]
    if stated:
        return max(stated[-1], forced)
    if calendar.type_approved is None:
        return None if forced < len(family) - 1 else forced
    then = Calendar(calendar.type_approved)
    return max(max((i for i, date in enumerate(news) if then.begun(date)), default=0), forced)
