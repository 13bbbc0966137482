"""One requirement on its example vehicle, by walking: no market, no dates, no edition in the way."""

from collections.abc import Mapping

from checker.evaluation.bench import Bench, Reader
from checker.evaluation.editions import Edition
from checker.evaluation.force import Calendar
from checker.evaluation.requirement import Asked, judge_requirement
from checker.evaluation.rows import row_of
from checker.evaluation.verdicts import worst
from checker.model.finding import Outcome, Reason
from checker.model.spec import VehicleSpec
from checker.model.standard import Requirement, Standard
from checker.packs.library import Library
from checker.text import Text
from checker.workshop.examples import JudgeOne
from checker.workshop.specimens import example_day

_OPEN = (Reason("missing", Text("whether the standard applies is open", "标准是否适用尚不能判定")),)


def judge_alone(standard: Standard, library: Library) -> JudgeOne:
    """Return what judges a requirement of this standard on an example.

    Review answers count as current without a digest; the day is the one that the example speaks of.
    """
    series = series_of(library)

    def judge(spec: VehicleSpec, requirement: Requirement) -> Outcome:
        return outcome_alone(requirement, Reader(bench_alone(spec, standard, library, series), standard))

    return judge


def series_of(library: Library) -> Mapping[str, str | None]:
    """Return the series of every standard, by its id."""
    return {entry.id: entry.series for entry in library.entries.values()}


def bench_alone(
    spec: VehicleSpec, standard: Standard, library: Library, series: Mapping[str, str | None]
) -> Bench:
    """Return the bench of an example."""
    return Bench.of(spec, example_day(spec, standard), library.standard_ids, series, trust_answers=True)


def outcome_alone(requirement: Requirement, reader: Reader) -> Outcome:
    """Return the outcome of a requirement on an example, whether its standard applies included."""
    applies = reader.standard.applies_when
    applied = True if applies is None else reader.condition(applies)
    if applied is False:
        return Outcome.OUT
    asked = Asked(Calendar(reader.bench.as_of), Edition("counts"), sold=True, explain_all=False)
    because = () if applied else _OPEN
    finding = judge_requirement(requirement, row_of(requirement, reader), reader, asked, because)
    return worst([member.outcome for member in finding.members])
