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
    points = [0, 0, 0]
    for finding in findings:
        _add(points, finding)
    return Score(*points)


def accounts_of(findings: Iterable[Finding], gated: Gated) -> Accounts:
    """Return the three accounts of these findings."""
    return _accounts_by(findings, gated, lambda _: "").get("", _NOTHING)


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
    found = _accounts_by(findings, gated, lambda finding: finding.requirement.domain)
    return {domain: found[domain] for domain in sorted(found)}


_NOTHING = Accounts(Score(0, 0, 0), Score(0, 0, 0), Score(0, 0, 0))


def _accounts_by(
    findings: Iterable[Finding], gated: Gated, key: Callable[[Finding], str]
) -> dict[str, Accounts]:
    """Return the accounts of the findings of each key, in one walk through all of them."""
    sums: dict[str, dict[Account, list[int]]] = {}
    for finding in findings:
        its = key(finding)
        if its not in sums:
            sums[its] = {"score": [0, 0, 0], "readiness": [0, 0, 0], "good_practice": [0, 0, 0]}
        account = account_of(finding, gated=gated(finding))
        if account:
            _add(sums[its][account], finding)
    return {
        its: Accounts(Score(*of["score"]), Score(*of["readiness"]), Score(*of["good_practice"]))
        for its, of in sums.items()
    }


def _add(points: list[int], finding: Finding) -> None:
    """Add the weight of a finding to points that are earned, decided and at stake."""
    weight, verdict = finding.requirement.weight, finding.verdict
    points[2] += weight
    if verdict is Verdict.PASS:
        points[0] += weight
        points[1] += weight
    elif verdict is Verdict.FAIL:
        points[1] += weight
