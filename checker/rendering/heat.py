"""The heat map of standard by verdict, and the whole of a vehicle as one bar: numbers first, then shades."""

from collections import Counter
from collections.abc import Iterable
from itertools import accumulate

from checker.model.finding import Verdict
from checker.record import Record
from checker.rendering.finding_rows import Row
from checker.rendering.verdicts import SHAPES, Count
from checker.rendering.wording import Words
from checker.text import Text

#: So many shades tell the share of a verdict among the requirements of a standard.
SHADES = 4


class Cell(Record):
    """How many requirements of one standard came to one verdict."""

    look: str
    number: int
    shade: int  # 0 for none, to SHADES for all
    word: Text
    says: Text  # "3 Fail in GB 44495-2024"


class Line(Record):
    """One standard."""

    anchor: str
    id: str
    number: Text
    cells: tuple[Cell, ...]
    total: int


class Segment(Record):
    """A part of the bar of all requirements, in per cent of its length."""

    look: str
    shape: str
    start: float
    width: float
    centre: float
    wide: bool  # wide enough for its shape


def heat_line(anchor: str, id_: str, number: Text, rows: Iterable[Row], words: Words) -> Line:
    """Return the line of a standard."""
    tally = Counter(row.verdict for row in rows)
    total = tally.total()
    return Line(
        anchor=anchor,
        id=id_,
        number=number,
        cells=tuple(_cell(verdict, tally[verdict], total, number, words) for verdict in Verdict),
        total=total,
    )


def _cell(verdict: Verdict, number: int, total: int, standard: Text, words: Words) -> Cell:
    word = words(f"verdict.{verdict}")
    return Cell(
        look=verdict,
        number=number,
        shade=-(-number * SHADES // total) if total else 0,
        word=word,
        says=words("heat.cell", n=number, verdict=word, standard=standard),
    )


def segments(counts: Iterable[Count]) -> tuple[Segment, ...]:
    """Return the bar of all requirements; a verdict that nothing came to has no part in it."""
    there = [count for count in counts if count.number]
    total = sum(count.number for count in there)
    ends = list(accumulate(count.number for count in there))
    return tuple(
        Segment(
            look=count.look,
            shape=SHAPES[count.look],
            start=round(100 * (end - count.number) / total, 2),
            width=round(100 * count.number / total, 2),
            centre=round(100 * (end - count.number / 2) / total, 2),
            wide=count.number * 20 >= total,
        )
        for count, end in zip(there, ends, strict=True)
    )
