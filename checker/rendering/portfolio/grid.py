"""The heat map of vehicles by standard: a shape and a word in every cell, and where its findings stand."""

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.model.assessment import Assessment, Judged, StandardResult
from checker.model.finding import Verdict
from checker.model.standard import Standard
from checker.record import Record
from checker.rendering.control import configuration_name, vehicle_name
from checker.rendering.finding_rows import anchor
from checker.rendering.naming import name_of
from checker.rendering.verdicts import SHAPES, Stamp, stamp
from checker.rendering.wording import Words
from checker.text import Text

#: At most so many vehicles stand beside each other; more make another table.
ABREAST = 5
_OPEN = (Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW)


class Column(Record):
    """One vehicle, or one configuration of it."""

    anchor: str
    name: Text
    configuration: Text | None  # None: it is the only one
    statement: Stamp


class Cell(Record):
    """What one standard came to on one vehicle."""

    anchor: str  # "" where nothing was looked at
    look: str
    shape: str
    word: Text
    counts: Text | None  # how many requirements stand between it and conformity
    says: Text  # what a link of the cell is called: standard, vehicle and word


class Line(Record):
    """One standard over the vehicles of a table."""

    number: Text
    title: Text
    cells: tuple[Cell, ...]


class Grid(Record):
    """So many vehicles as stand beside each other."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


class Seat(Record):
    """One configuration with its place in the report."""

    vehicle: int  # from 1
    assessment: Assessment
    decides: bool  # its findings are those that the report prints
    column: Column


def seats_of(documents: Sequence[Judged], words: Words) -> tuple[Seat, ...]:
    """Return every configuration, the one that decides first."""
    found = []
    for index, judged in enumerate(documents, 1):
        decisive = judged.assessments[judged.decisive]
        others = [one for one in judged.assessments if one is not decisive]
        found += [
            _seat(one, index, decisive, several=bool(others), words=words) for one in (decisive, *others)
        ]
    return tuple(found)


def grids_of(seats: Sequence[Seat], words: Words) -> tuple[Grid, ...]:
    """Return tables of about as many columns; a standard is in those where it applies to some vehicle."""
    tables = -(-len(seats) // ABREAST)
    abreast = -(-len(seats) // tables)
    parts = (seats[at : at + abreast] for at in range(0, len(seats), abreast))
    return tuple(_grid(part, _applying(part), words) for part in parts)


def left_out(seats: Iterable[Seat]) -> int:
    """Return how many standards were looked at that apply to none of the vehicles."""
    seats = tuple(seats)
    looked_at = {result.standard.id for seat in seats for result in seat.assessment.results}
    return len(looked_at) - len(_applying(seats))


def _seat(one: Assessment, index: int, decisive: Assessment, *, several: bool, words: Words) -> Seat:
    configuration = configuration_name(one, words) if several else None
    name = vehicle_name(decisive)
    decides = one is decisive
    target = f"vehicle-{index}" if decides else f"variants-{index}"
    return Seat(index, one, decides, Column(target, name, configuration, stamp(one.statement, words)))


def _applying(seats: Iterable[Seat]) -> dict[str, Standard]:
    results = [result for seat in seats for result in seat.assessment.results]
    return {r.standard.id: r.standard for r in results if r.applies == "open" or _told(r)}


def _told(result: StandardResult) -> bool:
    return result.applies == "yes" and bool(result.findings)


def _grid(seats: Sequence[Seat], standards: dict[str, Standard], words: Words) -> Grid:
    results = [{result.standard.id: result for result in seat.assessment.results} for seat in seats]
    lines = tuple(
        Line(
            number=name_of(standard, words),
            title=standard.title,
            cells=tuple(
                _cell(seat, standard, of.get(key), words) for seat, of in zip(seats, results, strict=True)
            ),
        )
        for key, standard in standards.items()
    )
    return Grid(tuple(seat.column for seat in seats), lines)


def _cell(seat: Seat, standard: Standard, result: StandardResult | None, words: Words) -> Cell:
    look, word, counts, target = "not_applicable", words("portfolio.not_looked_at"), None, ""
    if result is not None:
        target = f"limits-{seat.vehicle}"
        look, word = ("unknown", words("applies.open")) if result.applies == "open" else (look, _out(words))
        if _told(result):
            look, word = _came_to(result, words)
            counts = _counts(result, words)
            target = anchor(standard.id, seat.vehicle)
        if not seat.decides:
            target = f"variants-{seat.vehicle}"
    name = seat.column.name
    if seat.column.configuration:
        name = words("portfolio.of", configuration=seat.column.configuration, name=name)
    says = words("portfolio.cell", standard=name_of(standard, words), vehicle=name, word=word)
    return Cell(target, look, SHAPES[look], word, counts, says)


def _out(words: Words) -> Text:
    return words("statement.not_applicable")


def _came_to(result: StandardResult, words: Words) -> tuple[str, Text]:
    """Return the look and word of a statement, of a taxonomy those of its worst verdict."""
    if result.standard.kind != "taxonomy":
        told = stamp(result.statement, words)
        return told.look, told.word
    found = {finding.verdict for finding in result.findings}
    worst = next(verdict for verdict in Verdict if verdict in found)
    return worst, words(f"verdict.{worst}")


def _counts(result: StandardResult, words: Words) -> Text | None:
    tally = Counter(finding.verdict for finding in result.findings)
    told = [
        words("portfolio.count", shape=SHAPES[v], n=tally[v], word=words(f"verdict.{v}"))
        for v in _OPEN
        if tally[v]
    ]
    return words.join(told) if told else None
