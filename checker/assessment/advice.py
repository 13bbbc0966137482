"""Which few fields would decide the most requirements."""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

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
    queue = list(
        help_of.values()
    )  # grows: what a field helps is counted anew, and the old count is passed over
    heapify(queue)
    advice = []
    while queue:
        help_ = heappop(queue)
        path = help_[2]
        if help_of.get(path) != help_:
            continue
        del help_of[path]
        advice.append(Advice(path, tuple(key for key in wanted[path] if len(waits[key]) == 1)))
        touched: set[str] = set()
        for key in wanted[path]:
            waits[key] -= {path}
            touched |= waits[key]
        for other in touched:
            help_of[other] = _help(other, wanted[other], waits)
            heappush(queue, help_of[other])
    return tuple(advice)


def _missing(finding: Finding) -> frozenset[str]:
    """Return the fields that a finding waits for; none where something else is needed too."""
    if finding.verdict is not Verdict.UNKNOWN:
        return frozenset()
    paths: list[str] = []
    for member in finding.members:
        if member.outcome is Outcome.OPEN:
            for reason in member.reasons:
                if reason.kind != "missing":
                    return frozenset()
                paths += reason.paths
    return frozenset(paths)


def _help(path: str, keys: list[str], waits: dict[str, frozenset[str]]) -> tuple[float, int, str]:
    """Return what orders fields: what waits for one, shared among all that it waits for; then alone."""
    counts = [len(waits[key]) for key in keys if path in waits[key]]
    return -sum(1 / count for count in counts), -counts.count(1), path
