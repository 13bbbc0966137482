"""Runs of every kind that the formats of pipelines have to hold."""

from collections.abc import Callable
from typing import Any

from checker.assessment.gate import Decision, Gate
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.model.assessment import Judged, Statement
from checker.model.finding import Finding, Outcome, Reason, Verdict
from checker.model.waiver import Waived, Waiver, WaiverUse
from checker.record import replace
from checker.rendering.pipeline.run import Run
from checker.rendering.wording import load_words
from checker.text import Text
from tests.rendering import sample

_OUTCOMES = {
    Verdict.PASS: Outcome.HOLDS,
    Verdict.FAIL: Outcome.VIOLATED,
    Verdict.UNKNOWN: Outcome.OPEN,
    Verdict.NOT_APPLICABLE: Outcome.OUT,
}


def run_of(*judged: Judged, refused: Any = (), lang: str = "en", gate: Gate = Gate()) -> Run:  # noqa: B008
    decided = tuple(
        (one, Decision(holds=one.statement.kind == "conforms", reasons=(Text("so it is", "如此"),)))
        for one in judged
    )
    return Run(decided, tuple(refused), gate, sample.AS_OF, "0.1.0", lang, load_words())


def changed(change: Callable[[Finding], Finding], kind: str = "undetermined") -> Judged:
    """Return the sample's full configuration with every finding changed."""
    judged = sample.judged()
    full = judged.assessments[1]
    results = tuple(
        replace(result, findings=tuple(map(change, result.findings))) for result in full.results[:2]
    )
    statement = Statement(kind, provisional=False, text=Text(kind, kind))  # type: ignore[arg-type]
    full = replace(full, results=results, statement=statement, notes=())
    return replace(judged, assessments=(full,), decisive=0, statement=statement)


def all_of(verdict: Verdict) -> Callable[[Finding], Finding]:
    def change(finding: Finding) -> Finding:
        outcome = _OUTCOMES[verdict]
        members = tuple(replace(member, outcome=outcome) for member in finding.members)
        return replace(finding, verdict=verdict, outcome=outcome, members=members, provisional=False)

    return change


def waiver(state: str = "active") -> Waiver:
    return Waiver(
        requirement="gb-44497-2024/type-1-event-capacity",
        reason=Text("The bigger recorder comes in March.", "三月换装更大容量的记录系统。"),
        approver="Li Example",
        approved="2026-10-01",
        expires="2027-03-31" if state == "active" else "2026-11-01",
        last_day="2027-03-31" if state == "active" else "2026-11-01",
        max_months=12,
        place=Place("waivers.yaml", 3, 5),
    )


def waived(finding: Finding) -> Finding:
    if finding.verdict is not Verdict.FAIL:
        return finding
    return replace(finding, waiver=Waived("active", (waiver(),), (), ("active",)))


def with_expired_waiver() -> Judged:
    judged = changed(lambda finding: finding)
    use = WaiverUse(waiver("expired"), "expired", (None,), Text("It has expired.", "已到期。"))
    return replace(judged, assessments=(replace(judged.assessments[0], waivers=(use,)),))


def hostile(finding: Finding) -> Finding:
    nasty = "\n".join(sample.HOSTILE) + "| `x` @team #12 ::error:: %0A =cmd() ]]> & < > \" '"
    reason = Reason("missing", Text(nasty, nasty), ("a.b",), Place("spe cs/车 #1%:x.yaml", 3, 4))
    members = tuple(replace(member, reasons=(reason,)) for member in finding.members)
    rule = replace(finding.requirement, text=Text(nasty, nasty), remedy=Text(nasty, nasty))
    return replace(finding, members=members, requirement=rule)


REFUSED = (
    (
        "broken.yaml",
        1,
        Invalid([Problem(Place("broken.yaml", 2, 3), Text("no key", "缺少键"), Text("write one", "请补充"))]),
    ),
)

RUNS: dict[str, Callable[[], Run]] = {
    "every verdict": lambda: run_of(sample.judged()),
    "every verdict, Chinese": lambda: run_of(sample.judged(), lang="zh"),
    "every verdict, both languages": lambda: run_of(sample.judged(), lang="both"),
    "all pass": lambda: run_of(changed(all_of(Verdict.PASS), "conforms")),
    "all fail": lambda: run_of(changed(all_of(Verdict.FAIL), "does_not_conform")),
    "all unknown": lambda: run_of(changed(all_of(Verdict.UNKNOWN))),
    "nothing applicable": lambda: run_of(changed(all_of(Verdict.NOT_APPLICABLE), "nothing_judged")),
    "waived": lambda: run_of(changed(waived, "conforms_with_waivers")),
    "an expired waiver": lambda: run_of(with_expired_waiver()),
    "hostile text": lambda: run_of(changed(hostile)),
    "several documents": lambda: run_of(
        sample.judged(), replace(sample.judged(), document=2), refused=REFUSED
    ),
    "only refused": lambda: run_of(refused=REFUSED),
    "nothing": run_of,
}
