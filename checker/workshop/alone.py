"""One requirement on one example vehicle, by walking: no market, no dates, no edition in the way."""

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
    series = {entry.id: entry.series for entry in library.entries.values()}

    def judge(spec: VehicleSpec, requirement: Requirement) -> Outcome:
        day = example_day(spec, standard)
        reader = Reader(Bench.of(spec, day, library.standard_ids, series, trust_answers=True), standard)
        applies: bool | None = True
        if standard.applies_when is not None:
            applies = reader.condition(standard.applies_when)
        if applies is False:
            return Outcome.OUT
        asked = Asked(Calendar(day), Edition("counts"), sold=True, explain_all=False)
        because = () if applies else _OPEN
        finding = judge_requirement(requirement, row_of(requirement, reader), reader, asked, because)
        return worst(member.outcome for member in finding.members)

    return judge
