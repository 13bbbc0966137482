"""The timeline as a line of time: the days of a change, and what the statement is between them."""

from datetime import date
from itertools import pairwise

from checker.record import Record
from checker.rendering.timeline import Track
from checker.rendering.wording import Words
from checker.text import Text

#: The line leaves this much free at its ends, in per cent.
_MARGIN = 4.0
#: Days that stand closer than this are written on different lines.
_CLOSE = 9.0
LANES = 3


class Stretch(Record):
    """The time between two changes, and what the statement is then."""

    start: float  # per cent
    width: float
    look: str


class Mark(Record):
    """A day on which something changes."""

    at: float  # per cent
    day: str
    look: str
    shape: str
    lane: int  # from 0; LANES: not written
    anchor: str  # start, middle or end of its label


class Axis(Record):
    """A line of time."""

    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    years: tuple[tuple[float, str], ...]
    alternative: Text  # what the line says


def axis(track: Track, as_of: str, words: Words) -> Axis | None:
    """Return the line of a track from the assessment date on; None where nothing changes."""
    if not track.moments:
        return None
    first, last = _day(as_of), _day(track.moments[-1].day)
    days = max(last - first, 1)

    def place(day: int) -> float:
        return round(_MARGIN + (100 - 2 * _MARGIN) * (day - first) / days, 2)

    stations = [(as_of, track.statement), *((moment.day, moment.after) for moment in track.moments)]
    at = [place(_day(day)) for day, _ in stations]
    return Axis(
        stretches=tuple(
            Stretch(start, round(end - start, 2), stamp.look)
            for (start, end), (_, stamp) in zip(pairwise([*at, 100.0]), stations, strict=True)
        ),
        marks=tuple(
            Mark(here, day, stamp.look, stamp.shape, lane, _side(here))
            for here, lane, (day, stamp) in zip(at, _lanes(at), stations, strict=True)
        ),
        years=tuple(
            (place(date(year, 1, 1).toordinal()), str(year))
            for year in range(int(as_of[:4]) + 1, int(track.moments[-1].day[:4]) + 1)
        ),
        alternative=words(
            "timeline.axis",
            title=track.title,
            stations=words.join(
                [words("timeline.station", day=day, statement=stamp.word) for day, stamp in stations]
            ),
        ),
    )


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _side(at: float) -> str:
    if at < _CLOSE:
        return "start"
    return "end" if at > 100 - _CLOSE else "middle"


def _lanes(places: list[float]) -> list[int]:
    """Return on which line each day is written; where all are full, it is not."""
    ends = [-100.0] * LANES
    lanes = []
    for at in places:
        lane = next((i for i, end in enumerate(ends) if at - end >= _CLOSE), LANES)
        if lane < LANES:
            ends[lane] = at
        lanes.append(lane)
    return lanes
