"""What one scenario of a standard comes to on one configuration."""

from checker.model.finding import Finding, Outcome, Reason, Verdict
from checker.model.standard import Scenario
from checker.record import Record


class ScenarioResult(Record):
    """One scenario, with all that decides it."""

    scenario: Scenario
    findings: tuple[Finding, ...]  # of its requirements, shared ones included, in clause order
    outcome: Outcome | None  # None: no requirement of it was transcribed
    verdict: Verdict | None
    provisional: bool  # a pass that rests on a rule that is not verified
    unmet: tuple[Finding, ...]  # what is violated
    missing: tuple[Reason, ...]  # what would decide the rest: fields once and together, then all else
