"""What many vehicles lack: fields that their specs do not state, and requirements that they fail."""

import re
from collections.abc import Iterable, Sequence

from checker.model.finding import Verdict
from checker.record import Record
from checker.rendering.control import vehicle_name
from checker.rendering.finding_rows import anchor
from checker.rendering.naming import name_of
from checker.rendering.portfolio.grid import Seat
from checker.rendering.wording import Words
from checker.text import Text

#: So many gaps of a kind are printed; the rest is counted.
GAPS = 15
#: A gap is common from so many vehicles on.
COMMON = 2


class Where(Record):
    """A vehicle that has a gap, and where its report tells of it."""

    name: Text
    anchor: str


class Missing(Record):
    """A field that several specs do not state."""

    path: str
    requirements: int  # that wait for it alone, in all vehicles
    where: tuple[Where, ...]


class Failed(Record):
    """A requirement that several vehicles fail."""

    id: str
    number: Text
    clause: str
    text: Text
    where: tuple[Where, ...]


class Gaps(Record):
    """The most common gaps of a kind, and how many there are beside those that are printed."""

    missing: tuple[Missing, ...]
    more_missing: int
    failed: tuple[Failed, ...]
    more_failed: int


def gaps_of(seats: Iterable[Seat], words: Words) -> Gaps:
    """Return what is common to several vehicles, each in the configuration that decides."""
    decisive = [seat for seat in seats if seat.decides]
    missing, failed = _missing(decisive), _failed(decisive, words)
    return Gaps(missing[:GAPS], max(0, len(missing) - GAPS), failed[:GAPS], max(0, len(failed) - GAPS))


def _missing(seats: Sequence[Seat]) -> tuple[Missing, ...]:
    where: dict[str, dict[int, Where]] = {}
    waiting: dict[str, int] = {}
    for seat in seats:
        for advice in seat.assessment.advice:
            path = in_every_vehicle(advice.path)
            where.setdefault(path, {})[seat.vehicle] = Where(_name(seat), f"advice-{seat.vehicle}")
            waiting[path] = waiting.get(path, 0) + len(advice.decides)
    found = [
        Missing(path, waiting[path], tuple(places.values()))
        for path, places in where.items()
        if len(places) >= COMMON
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.where), -one.requirements, one.path)))


def _failed(seats: Sequence[Seat], words: Words) -> tuple[Failed, ...]:
    found: dict[str, Failed] = {}
    where: dict[str, list[Where]] = {}
    for seat in seats:
        for result in seat.assessment.results:
            for finding in result.findings if result.applies == "yes" else ():
                if finding.verdict is Verdict.FAIL:
                    rule = finding.requirement
                    clause = ", ".join(rule.clause) or "—"
                    found[rule.id] = Failed(rule.id, name_of(result.standard, words), clause, rule.text, ())
                    place = Where(_name(seat), anchor(rule.id, seat.vehicle))
                    where.setdefault(rule.id, []).append(place)
    common = [
        Failed(one.id, one.number, one.clause, one.text, tuple(where[key]))
        for key, one in found.items()
        if len(where[key]) >= COMMON
    ]
    return tuple(sorted(common, key=lambda one: (-len(one.where), one.id)))


def in_every_vehicle(path: str) -> str:
    """Return a path as it reads in every spec: what features are called there is the spec's own."""
    return re.sub(r"^automation_features\.[^.]+", "automation_features.*", path)


def _name(seat: Seat) -> Text:
    return vehicle_name(seat.assessment)
