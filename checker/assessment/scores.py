"""Points: three accounts, one formula. The model's version is `SCORE_MODEL`.

A requirement puts its weight at stake once. It earns it with *pass*, and is decided by *pass* or *fail*.
low = earned / at stake; high = low were all that is open met; decided = decided points / at stake.
"""

from collections.abc import Callable, Iterable
from typing import Literal

from checker.model.assessment import Accounts, Score
from checker.model.finding import Finding, Outcome, Verdict

Account = Literal["score", "readiness", "good_practice"]
#: Whether a finding's requirement counts as binding: its standard was asked for by name.
Gated = Callable[[Finding], bool]


def account_of(finding: Finding, *, gated: bool) -> Account | None:
    """Return the account that a requirement's points belong to; None where it has no points."""
    requirement = finding.requirement
    if finding.outcome is Outcome.OUT or finding.switched_off:
        return None
    if requirement.obligation == "may" or requirement.rung is not None:
        return None
    if requirement.obligation == "should":
        return "good_practice"
    match finding.force.kind:
        case _ if gated:
            return "score"
        case "binding":
            return "score"
        case "upcoming" | "not_known":
            return "readiness"
        case "voluntary" | "ended":
            return "good_practice"


def score_of(findings: Iterable[Finding]) -> Score:
    """Return the points of these findings, whatever their account."""
    earned = decided = at_stake = 0
    for finding in findings:
        weight, verdict = finding.requirement.weight, finding.verdict
        at_stake += weight
        if verdict is Verdict.PASS:
            earned += weight
            decided += weight
        elif verdict is Verdict.FAIL:
            decided += weight
    return Score(earned, decided, at_stake)


def accounts_of(findings: Iterable[Finding], gated: Gated) -> Accounts:
    """Return the three accounts of these findings."""
    sorted_: dict[Account, list[Finding]] = {"score": [], "readiness": [], "good_practice": []}
    for finding in findings:
        if finding.outcome is Outcome.OUT:  # most are
            continue
        account = account_of(finding, gated=gated(finding))
        if account:
            sorted_[account].append(finding)
    return Accounts(**{account: score_of(its) for account, its in sorted_.items()})


def sum_of(accounts: Iterable[Accounts]) -> Accounts:
    """Return the accounts of all findings of which these are the accounts of some."""
    every = tuple(accounts)
    return Accounts(
        _sum(one.score for one in every),
        _sum(one.readiness for one in every),
        _sum(one.good_practice for one in every),
    )


def _sum(scores: Iterable[Score]) -> Score:
    earned = decided = at_stake = 0
    for score in scores:
        earned += score.earned
        decided += score.decided_points
        at_stake += score.at_stake
    return Score(earned, decided, at_stake)


def domains_of(findings: Iterable[Finding], gated: Gated) -> dict[str, Accounts]:
    """Return the accounts of each domain, in alphabetical order of the domains."""
    by_domain: dict[str, list[Finding]] = {}
    for finding in findings:
        by_domain.setdefault(finding.requirement.domain, []).append(finding)
    return {domain: accounts_of(by_domain[domain], gated) for domain in sorted(by_domain)}
