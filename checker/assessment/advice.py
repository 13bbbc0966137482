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
    wanted: dict[str, list[str]] = {}  # field -> the requirements that wait for it
    for key, fields in waits.items():
        for path in fields:
            wanted.setdefault(path, []).append(key)
    help_of = {path: _help(path, keys, waits) for path, keys in wanted.items()}
    advice = []
    while help_of:
        path = min(help_of, key=help_of.__getitem__)
        del help_of[path]
        advice.append(Advice(path, tuple(key for key in wanted[path] if len(waits[key]) == 1)))
        touched: set[str] = set()
        for key in wanted[path]:
            waits[key] -= {path}
            touched |= waits[key]
        help_of |= {other: _help(other, wanted[other], waits) for other in touched}
    return tuple(advice)


def _missing(finding: Finding) -> frozenset[str]:
    """Return the fields that a finding waits for; none where something else is needed too."""
    open_ = [m for m in finding.members if m.outcome is Outcome.OPEN]
    reasons = [reason for member in open_ for reason in member.reasons]
    if finding.verdict is not Verdict.UNKNOWN or any(reason.kind != "missing" for reason in reasons):
        return frozenset()
    return frozenset(path for reason in reasons for path in reason.paths)


def _help(path: str, keys: list[str], waits: dict[str, frozenset[str]]) -> tuple[float, int, str]:
    """Return what orders fields: what waits for one, shared among all that it waits for; then alone."""
    counts = [len(waits[key]) for key in keys if path in waits[key]]
    return -sum(1 / count for count in counts), -counts.count(1), path
