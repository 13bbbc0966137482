"""Which few fields would decide the most requirements."""

from collections.abc import Iterable

from checker.model.assessment import Advice
from checker.model.finding import Finding, Outcome, Verdict


def advice_of(findings: Iterable[Finding]) -> tuple[Advice, ...]:
    """Return fields in the order in which stating them decides the most requirements.

    A requirement is decided by the last of the fields that it waits for. What waits for a
    document, a stronger proof or a person is not advised on.
    """
    waits = {f.requirement.id: fields for f in findings if (fields := _missing(f))}
    advice = []
    while waits:
        path = _next(waits)
        decided = tuple(key for key, fields in waits.items() if fields == {path})
        advice.append(Advice(path, decided))
        waits = {key: rest for key, fields in waits.items() if (rest := fields - {path})}
    return tuple(advice)


def _missing(finding: Finding) -> frozenset[str]:
    """Return the fields that a finding waits for; none where something else is needed too."""
    open_ = [m for m in finding.members if m.outcome is Outcome.OPEN]
    reasons = [reason for member in open_ for reason in member.reasons]
    if finding.verdict is not Verdict.UNKNOWN or any(reason.kind != "missing" for reason in reasons):
        return frozenset()
    return frozenset(path for reason in reasons for path in reason.paths)


def _next(waits: dict[str, frozenset[str]]) -> str:
    """Return the field that helps most: it decides most by itself, or is waited for by most."""
    alone: dict[str, int] = {}
    share: dict[str, float] = {}
    for fields in waits.values():
        for path in fields:
            share[path] = share.get(path, 0) + 1 / len(fields)
            if len(fields) == 1:
                alone[path] = alone.get(path, 0) + 1
    return min(share, key=lambda path: (-share[path], -alone.get(path, 0), path))
