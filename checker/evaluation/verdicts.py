"""From an outcome to the verdict that a reader is told."""

from collections.abc import Iterable, Sequence

from checker.model.finding import Member, Outcome, Reason, Verdict

#: Reasons that only a person can settle.
PERSONAL = frozenset({"withheld", "review_open", "review_outdated"})

#: Worst first; a requirement is out only if all its members are.
ORDER = (Outcome.VIOLATED, Outcome.OPEN, Outcome.HOLDS, Outcome.OUT)


def worst(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the worst outcome: violated, open, holds, and out only if there is nothing else."""
    if len(outcomes) == 1:
        return outcomes[0]
    return next((outcome for outcome in ORDER if outcome in outcomes), Outcome.OUT)


def verdict_of(outcome: Outcome, members: Iterable[Member], *, verified: bool) -> Verdict:
    """Return the verdict of a requirement; what is not verified never fails, it asks for review."""
    if outcome is Outcome.OPEN:
        waiting = [member.reasons for member in members if member.outcome is Outcome.OPEN]
        return Verdict.REVIEW if waiting and all(map(_personal, waiting)) else Verdict.UNKNOWN
    if outcome is Outcome.VIOLATED:
        return Verdict.FAIL if verified else Verdict.REVIEW
    return Verdict.PASS if outcome is Outcome.HOLDS else Verdict.NOT_APPLICABLE


def _personal(reasons: tuple[Reason, ...]) -> bool:
    for reason in reasons:
        if reason.kind not in PERSONAL:
            return False
    return bool(reasons)
