"""Two results: the configurations that belong together, and what changed in each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from checker.comparison.results import Configuration, Standing, Value
from checker.record import Record

Direction = Literal["worse", "better", "other"]
#: How bad a verdict is; what does not apply is no better than what is met, and what is waived no pass.
_BADNESS = {"fail": 3, "unknown": 1, "review": 1, "pass": 0, "not_applicable": 0}
_WAIVED = 2
_LEVELS = {"none": 0, "warning": 1, "error": 2}


class ChangedValue(Record):
    """A path that a requirement reads and that does not hold the same as before."""

    path: str
    before: Value | None  # None: it was not read before
    after: Value | None


class Change(Record):
    """A requirement that does not stand where it stood."""

    requirement: str
    before: Standing | None  # None: it was not looked at
    after: Standing | None
    direction: Direction
    values: tuple[ChangedValue, ...]
    rule_changed: bool  # the requirement itself is another one
    force_changed: bool  # it counts for the statement now, or no longer


class Comparison(Record):
    """One configuration then and now."""

    before: Configuration | None  # None: it is new
    after: Configuration | None  # None: it is gone
    changes: tuple[Change, ...]  # worse first, the worst of them first

    @property
    def worse(self) -> tuple[Change, ...]:
        """What got worse."""
        return tuple(change for change in self.changes if change.direction == "worse")


def compare(before: Sequence[Configuration], after: Sequence[Configuration]) -> tuple[Comparison, ...]:
    """Return a comparison for each configuration, in the order of ``after``; what is gone comes last.

    Configurations belong together by vehicle and key, else by file, document and key; two results of one
    configuration each are compared whatever they are called.
    """
    left = list(before)
    compared = []
    for now in after:
        then = _counterpart(now, left, alone=len(before) == len(after) == 1)
        if then is not None:
            left.remove(then)
        compared.append(Comparison(then, now, tuple(_changes(then, now)) if then else ()))
    return (*compared, *(Comparison(gone, None, ()) for gone in left))


def _counterpart(now: Configuration, left: list[Configuration], *, alone: bool) -> Configuration | None:
    def same_vehicle(one: Configuration) -> bool:
        return bool(one.vehicle) and (one.vehicle, one.key) == (now.vehicle, now.key)

    def same_place(one: Configuration) -> bool:
        return (one.file, one.document, one.key) == (now.file, now.document, now.key)

    found = (one for is_it in (same_vehicle, same_place) for one in left if is_it(one))
    return next(found, left[0] if alone and left else None)


def _changes(before: Configuration, after: Configuration) -> Iterator[Change]:
    ids = {**before.standings, **after.standings}
    changes = [
        change for key in ids if (change := _change(key, before.standings.get(key), after.standings.get(key)))
    ]
    yield from sorted(changes, key=_rank)


def _change(key: str, before: Standing | None, after: Standing | None) -> Change | None:
    if before and after and _state(before) == _state(after):
        return None
    difference = _badness(after) - _badness(before) or _weight(after) - _weight(before)
    direction: Direction = "worse" if difference > 0 else "better" if difference < 0 else "other"
    return Change(
        requirement=key,
        before=before,
        after=after,
        direction=direction,
        values=tuple(_values(before.values, after.values)) if before and after else (),
        rule_changed=bool(before and after and before.digest != after.digest),
        force_changed=bool(
            before and after and (before.verdict, before.waived) == (after.verdict, after.waived)
        ),
    )


def _state(standing: Standing) -> tuple[str, bool, str]:
    return standing.verdict, standing.waived, standing.level


def _badness(standing: Standing | None) -> int:
    if standing is None:
        return 0
    return _WAIVED if standing.waived else _BADNESS[standing.verdict]


def _weight(standing: Standing | None) -> int:
    """Return what it is to the gate; a verdict that stays may begin to count, or cease to."""
    return _LEVELS[standing.level] if standing else 0


def _values(before: Mapping[str, Value], after: Mapping[str, Value]) -> Iterator[ChangedValue]:
    for path in {**before, **after}:
        then, now = before.get(path), after.get(path)
        if (then.value if then else None) != (now.value if now else None):
            yield ChangedValue(path, then, now)


def _rank(change: Change) -> tuple[int, int, int]:
    """Return the order of changes: worse, better, other; what is worst now first; what binds first."""
    directions = {"worse": 0, "better": 1, "other": 2}
    return directions[change.direction], -_badness(change.after), -_weight(change.after)


def regressions(compared: Iterable[Comparison], *, fail_on: str) -> list[Change]:
    """Return what got worse and counts for a gate: what is not met, and unless it lets that through, open."""
    counted = ("error",) if fail_on == "fail" else ("error", "warning")
    return [
        change
        for one in compared
        for change in one.worse
        if change.after is not None and change.after.level in counted
    ]
