"""The timeline as it is printed: each day, what begins or ends on it, and what that does to the vehicle."""

from collections.abc import Iterable, Iterator, Mapping

from checker.model.finding import Verdict
from checker.model.standard import Standard
from checker.model.timeline import Course, Event, Part, Timeline, Turn
from checker.record import Record
from checker.rendering.verdicts import SHAPES, Stamp, stamp
from checker.rendering.wording import Words
from checker.text import Text


class Change(Record):
    """Requirements of one standard that change alike, for the same reason."""

    look: str  # the verdict whose colour it wears
    shape: str
    text: Text
    ids: tuple[str, ...]
    why: tuple[Text, ...]


class Moment(Record):
    """A day on which something changes."""

    day: str
    left: Text
    parts: tuple[Text, ...]
    changes: tuple[Change, ...]
    before: Stamp
    after: Stamp
    same: bool  # the statement is what it was the day before


class Track(Record):
    """One market, and one kind of approval."""

    title: Text
    statement: Stamp  # on the assessment date
    moments: tuple[Moment, ...]
    undated: Text | None  # the standards of which nobody knows from when they bind


def tracks(timeline: Timeline, words: Words) -> tuple[Track, ...]:
    """Return every course of a timeline, ready to print."""
    return tuple(_track(course, words) for course in timeline.courses)


def _track(course: Course, words: Words) -> Track:
    as_which = "own" if course.own else "other"
    names = [_number(standard, words) for standard in course.undated]
    return Track(
        title=words(f"timeline.course.{as_which}", market=course.market, kind=_kind(course, words)),
        statement=stamp(course.statement, words),
        moments=tuple(_moment(event, course, words) for event in course.events),
        undated=words("timeline.undated", standards=words.join(names)) if names else None,
    )


def _kind(course: Course, words: Words) -> Text:
    return words(f"timeline.kind.{course.kind}")


def _number(standard: Standard, words: Words) -> Text:
    if standard.series:
        return words("report.number_series", number=standard.number, series=standard.series)
    return Text(standard.number, standard.number)


def _moment(event: Event, course: Course, words: Words) -> Moment:
    left = words.count("timeline.left", event.days)
    same = (event.before.kind, event.before.provisional) == (event.after.kind, event.after.provisional)
    numbers = {part.standard.id: _number(part.standard, words) for part in event.parts}
    kind = _kind(course, words)
    return Moment(
        day=event.day,
        left=left,
        parts=tuple(_part(part, kind, numbers, words) for part in event.parts),
        changes=tuple(_changes(event.turns, event.day, left, words)),
        before=stamp(event.before, words),
        after=stamp(event.after, words),
        same=same,
    )


def _part(part: Part, kind: Text, numbers: Mapping[str, Text], words: Words) -> Text:
    number, n = numbers[part.standard.id], len(part.requirements)
    tally = words.join([_counted(verdict, many, words) for verdict, many in part.verdicts.items()])
    if not part.whole:
        return words.count(f"timeline.{part.what}.part", n, number=number, kind=kind, counts=tally)
    requirements = words.count("timeline.requirements", n)
    if part.what == "begins":
        return words(
            "timeline.begins.whole", number=number, kind=kind, requirements=requirements, counts=tally
        )
    if part.ended_by:
        by = numbers.get(part.ended_by, part.ended_by)
        return words("timeline.ends.replaced", number=number, by=by)
    return words("timeline.ends.whole", number=number, requirements=requirements)


def _counted(verdict: Verdict, n: int, words: Words) -> Text:
    word = words(f"verdict.{verdict}")
    return words("timeline.count", n=n, word=Text(word.en.lower(), word.zh))


def _changes(turns: Iterable[Turn], day: str, left: Text, words: Words) -> Iterator[Change]:
    """Yield the turns, those that are alike as one."""
    alike: dict[tuple[str, Text, Verdict, tuple[Text, ...]], list[str]] = {}
    for turn in turns:
        standard = turn.requirement.id.partition("/")[0]
        why = tuple(reason.text for reason in turn.reasons[:1] if reason.kind != "review_open")
        key = (standard, _says(turn, day, left, words), turn.after, why)
        alike.setdefault(key, []).append(turn.requirement.id)
    for (_, text, look, why), ids in alike.items():
        yield Change(look, SHAPES[look], text, tuple(ids), why)


def _says(turn: Turn, day: str, left: Text, words: Words) -> Text:
    """Return what a turn comes to: "fails from 2027-01-01, 42 days left", "Pass → Unknown"."""
    if turn.after is Verdict.FAIL and turn.binds and turn.waiver not in ("active", "partly"):
        if turn.waiver_before in ("active", "partly"):
            return words("timeline.no_longer_waived", day=day, left=left)
        if turn.begins or turn.before is not Verdict.FAIL:
            return words("timeline.fails", day=day, left=left)
    if turn.before is turn.after and turn.waiver != turn.waiver_before:
        return words(f"timeline.waiver.{turn.waiver or 'none'}")
    if turn.before is turn.after:
        return words("timeline.fails_waived", day=day)
    return words(
        "timeline.turns", before=words(f"verdict.{turn.before}"), after=words(f"verdict.{turn.after}")
    )
