"""What waivers come to for a finding on a day: the only place where that is decided."""

from collections.abc import Iterable
from typing import Literal

from checker.model.finding import Finding, Member, Outcome, Verdict
from checker.model.spec import VehicleSpec
from checker.model.waiver import Waived, Waiver


def state_on(waiver: Waiver, day: str) -> Literal["active", "expired", "upcoming"]:
    """Return whether a waiver counts on an ISO day: from its approval to its last day, both included."""
    if day < waiver.approved:
        return "upcoming"
    return "active" if day <= waiver.last_day else "expired"


def waived(finding: Finding, waivers: Iterable[Waiver], spec: VehicleSpec, day: str) -> Waived | None:
    """Return what the waivers about a fail come to on a day; None where there is none, or it is no fail.

    Nothing but a fail is ever covered, and a fail only if each violated member of it is.
    """
    if finding.verdict is not Verdict.FAIL:
        return None
    of = {waiver: covered_by(waiver, finding) for waiver in waivers if is_for(waiver, spec)}
    about = tuple(waiver for waiver, members in of.items() if members)
    if not about:
        return None
    states = tuple(state_on(waiver, day) for waiver in about)
    counting = [waiver for waiver, state in zip(about, states, strict=True) if state == "active"]
    covered = {key for waiver in counting for key in of[waiver]}
    uncovered = tuple(member.key for member in violated(finding) if member.key not in covered)
    if covered:
        return Waived("partly" if uncovered else "active", about, uncovered, states)
    return Waived("expired" if "expired" in states else "upcoming", about, uncovered, states)


def violated(finding: Finding) -> tuple[Member, ...]:
    """Return the members that made a requirement fail."""
    return tuple(member for member in finding.members if member.outcome is Outcome.VIOLATED)


def covered_by(waiver: Waiver, finding: Finding) -> tuple[str | None, ...]:
    """Return the keys of the violated members of a fail that a waiver is about, whatever the day."""
    if waiver.requirement != finding.requirement.id or finding.verdict is not Verdict.FAIL:
        return ()
    return tuple(m.key for m in violated(finding) if waiver.path in (None, member_path(finding, m.key)))


def member_path(finding: Finding, key: str | None) -> str | None:
    """Return the path of a member of a finding; None for the vehicle as a whole."""
    each = finding.requirement.for_each
    return f"{each.path.source.strip()}.{key}" if each is not None and key is not None else None


def is_for(waiver: Waiver, spec: VehicleSpec) -> bool:
    """Return whether a waiver is for this vehicle and this configuration of it."""
    vehicle = spec.values.get("vehicle", {}).get("id")
    return waiver.vehicle in (None, vehicle) and waiver.configuration in (None, spec.configuration.key)
