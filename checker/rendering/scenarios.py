"""The scenario matrix: the scenarios of each set, a column for each verdict, and what is missing."""

from collections.abc import Iterable

from checker.assessment.scenarios import scenarios_of
from checker.model.assessment import Assessment, StandardResult
from checker.model.finding import Finding, Verdict
from checker.model.scenario import ScenarioResult
from checker.record import Record
from checker.rendering.finding_rows import anchor
from checker.rendering.naming import name_of
from checker.rendering.scenario_words import COLUMNS, counted, fields_of, names, needs_of, with_same
from checker.rendering.verdicts import SHAPES
from checker.rendering.waivers import waiver_mark
from checker.rendering.wording import Words
from checker.text import Text


class Cell(Record):
    """Where a scenario meets the column of a verdict."""

    look: str  # the verdict
    label: Text
    shape: str  # "" where the scenario did not come to this


class Unmet(Record):
    """A requirement that is violated, or looks so."""

    anchor: str  # "" where the report has no row of it
    id: str  # without the standard's
    says: Text
    waiver: Text | None


class Line(Record):
    """One scenario."""

    name: Text
    clause: str
    verdict: str
    cells: tuple[Cell, ...]
    provisional: bool
    unmet: tuple[Unmet, ...]
    fields: tuple[str, ...]  # not stated; those of one map together
    needs: tuple[Text, ...]  # what else would decide it


class Matrix(Record):
    """The scenarios of one standard."""

    anchor: str  # "" where the report has no chapter on it
    number: Text
    title: Text
    caption: Text
    columns: tuple[Text, ...]
    away: bool  # it does not apply
    said: Text | None  # how many of each verdict, or why there is nothing to show
    note: Text | None
    lines: tuple[Line, ...]
    out: Text | None  # the names of those that the vehicle does not have
    named: Text | None  # of those of which no requirement was transcribed


def matrices(assessment: Assessment, vehicle: int, rows: frozenset[str], words: Words) -> tuple[Matrix, ...]:
    """Return a matrix for each standard that names scenarios, and for each set whose list is not known.

    Links lead to the ``rows`` that the report has.
    """
    return tuple(
        _matrix(result, vehicle, rows, words)
        for result in assessment.results
        if result.standard.scenarios or result.standard.kind == "scenario_set"
    )


def _matrix(result: StandardResult, vehicle: int, rows: frozenset[str], words: Words) -> Matrix:
    standard = result.standard
    number = name_of(standard, words)
    shown = scenarios_of(result) if result.applies == "yes" else ()
    return Matrix(
        anchor=anchor(standard.id, vehicle) if result.applies == "yes" and result.findings else "",
        number=number,
        title=standard.title,
        caption=words("scenarios.caption", number=number),
        columns=tuple(words(f"verdict.{verdict}") for verdict in COLUMNS),
        away=result.applies == "no",
        said=_said(result, shown, words),
        note=standard.note,
        lines=tuple(_line(one, vehicle, rows, words, same=same) for one, same in with_same(shown)),
        out=names(shown, Verdict.NOT_APPLICABLE, words),
        named=names(shown, None, words),
    )


def _said(result: StandardResult, shown: Iterable[ScenarioResult], words: Words) -> Text | None:
    if result.applies != "yes":
        why = words.join([reason.text for reason in result.why])
        return why if result.applies == "no" else words("scenarios.open", why=why)
    return counted(shown, words)


def _line(one: ScenarioResult, vehicle: int, rows: frozenset[str], words: Words, *, same: bool) -> Line:
    return Line(
        name=one.scenario.name,
        clause=", ".join(one.scenario.clause),
        verdict=one.verdict or "",
        cells=tuple(
            Cell(verdict, words(f"verdict.{verdict}"), SHAPES[verdict] if verdict is one.verdict else "")
            for verdict in COLUMNS
        ),
        provisional=one.provisional,
        unmet=() if same else tuple(_unmet(finding, vehicle, rows, words) for finding in one.unmet),
        fields=() if same else fields_of(one.missing),
        needs=(words("scenarios.same"),) if same else tuple(needs_of(one.missing)),
    )


def _unmet(finding: Finding, vehicle: int, rows: frozenset[str], words: Words) -> Unmet:
    name = anchor(finding.requirement.id, vehicle)
    key = "unmet" if finding.verdict is Verdict.FAIL else "suspected"
    return Unmet(
        anchor=name if name in rows else "",
        id=finding.requirement.id.partition("/")[2],
        says=words(f"scenarios.{key}"),
        waiver=waiver_mark(finding, words),
    )
