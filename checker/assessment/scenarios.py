"""What each scenario of a standard comes to: the worst of what it needs, and what would decide it."""

from collections.abc import Iterable, Iterator

from checker.evaluation.verdicts import worst
from checker.model.assessment import StandardResult
from checker.model.finding import Finding, Outcome, Reason, Verdict
from checker.model.scenario import ScenarioResult
from checker.model.standard import Scenario
from checker.text import Text


def scenarios_of(result: StandardResult) -> tuple[ScenarioResult, ...]:
    """Return the scenarios that a standard names, in its order; none where it names none.

    A scenario is judged by the worst of its `shall` requirements; one that has none, by the worst of its
    `should`. What several scenarios share counts for each of them that is not out by what it alone needs.
    """
    return tuple(_scenario(scenario, result.findings) for scenario in result.standard.scenarios)


def _scenario(scenario: Scenario, findings: Iterable[Finding]) -> ScenarioResult:
    its = tuple(finding for finding in findings if scenario.id in finding.requirement.scenarios)
    deciding = _deciding(its)
    outcome = worst([finding.outcome for finding in deciding]) if deciding else None
    made_it = [finding for finding in deciding if finding.outcome is outcome]
    return ScenarioResult(
        scenario=scenario,
        findings=its,
        outcome=outcome,
        verdict=min((f.verdict for f in made_it), key=tuple(Verdict).index, default=None),
        provisional=outcome is Outcome.HOLDS and any(finding.provisional for finding in made_it),
        unmet=tuple(finding for finding in deciding if finding.outcome is Outcome.VIOLATED),
        missing=tuple(_missing(finding for finding in deciding if finding.outcome is Outcome.OPEN)),
    )


def _deciding(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that form the verdict of a scenario."""
    of = {
        obligation: tuple(f for f in findings if f.requirement.obligation == obligation)
        for obligation in ("shall", "should")
    }
    counted = of["shall"] or of["should"]
    own = tuple(finding for finding in counted if len(finding.requirement.scenarios) == 1)
    return own if own and all(finding.outcome is Outcome.OUT for finding in own) else counted


def _missing(findings: Iterable[Finding]) -> Iterator[Reason]:
    """Yield what is not stated as one reason, then every other reason once."""
    reasons = list(dict.fromkeys(reason for finding in findings for reason in finding.reasons))
    unstated = [reason for reason in reasons if reason.kind == "missing" and reason.paths]
    if unstated:
        paths = tuple(dict.fromkeys(path for reason in unstated for path in reason.paths))
        listed = ", ".join(paths)
        text = Text(f"not stated: {listed}", f"未填写：{listed}")
        yield Reason("missing", text, paths, unstated[0].place)
    yield from (reason for reason in reasons if reason not in unstated)
