"""The level ladder of GB/T 40429: level claimed, level supported, what blocks the next one."""

from collections.abc import Iterable, Mapping
from typing import Any

from checker.model.assessment import LadderStep
from checker.model.finding import Finding, Outcome
from checker.model.spec import VehicleSpec
from checker.record import replace
from checker.text import Text

HIGHEST = 5


def ladder_of(spec: VehicleSpec, rungs: Iterable[Finding]) -> tuple[LadderStep, ...]:
    """Return one step per fitted driving-automation feature, in the order of the spec.

    ``rungs`` are the findings of requirements that carry a ``rung``, one member per feature.
    """
    by_level: dict[int, list[Finding]] = {}
    for finding in rungs:
        if finding.requirement.rung is not None:
            by_level.setdefault(finding.requirement.rung, []).append(finding)
    if not by_level:
        return ()
    features: Mapping[str, Any] = spec.values.get("automation_features", {})
    return tuple(
        _step(key, feature, by_level)
        for key, feature in features.items()
        if feature.get("fitment") != "not_fitted" and "level" in feature
    )


def _step(key: str, feature: Mapping[str, Any], by_level: Mapping[int, list[Finding]]) -> LadderStep:
    claimed = int(feature["level"])
    sets = {level: [_only(f, key) for f in its] for level, its in by_level.items()}
    supported = max((level for level, its in sets.items() if level <= claimed and _passes(its)), default=None)
    blocked = claimed if supported != claimed else claimed + 1
    blockers = [f for f in sets.get(blocked, ()) if f.outcome in (Outcome.VIOLATED, Outcome.OPEN)]
    return LadderStep(
        feature=key,
        name=_name(feature, key),
        claimed=claimed,
        supported=supported,
        provisional=supported is not None
        and any(f.provisional and f.outcome is Outcome.HOLDS for f in sets[supported]),
        blocked_level=blocked if blocked <= HIGHEST else None,
        blockers=tuple(blockers) if blocked <= HIGHEST else (),
    )


def _only(finding: Finding, key: str) -> Finding:
    """Return the finding as it is for one feature."""
    members = tuple(member for member in finding.members if member.key == key)
    outcome = members[0].outcome if members else Outcome.OUT
    return replace(finding, members=members, outcome=outcome)


def _passes(findings: list[Finding]) -> bool:
    outcomes = {finding.outcome for finding in findings}
    return Outcome.HOLDS in outcomes and outcomes <= {Outcome.HOLDS, Outcome.OUT}


def _name(feature: Mapping[str, Any], key: str) -> Text:
    name = feature.get("name", key)
    return name if isinstance(name, Text) else Text(name, name)
