"""Waivers beside findings: they reach statements, and neither verdicts nor scores."""

from collections.abc import Iterable

from checker.evaluation.evidence import Resolve
from checker.model.finding import Finding
from checker.model.spec import VehicleSpec
from checker.model.waiver import WaiverFile, WaiverUse
from checker.record import replace


def waived_findings(
    findings: tuple[Finding, ...], files: Iterable[WaiverFile], spec: VehicleSpec, day: str
) -> tuple[Finding, ...]:
    """Return the findings, each fail with what the waivers about it come to on a day."""
    waivers = [waiver for file in files for waiver in file.waivers]
    if not waivers:
        return findings
    from checker.waivers.deciding import waived  # noqa: PLC0415 - only where there are waivers

    each = [(finding, waived(finding, waivers, spec, day)) for finding in findings]
    return tuple(replace(finding, waiver=what) if what else finding for finding, what in each)


def waivers_used(
    files: Iterable[WaiverFile], findings: Iterable[Finding], spec: VehicleSpec, day: str, resolve: Resolve
) -> tuple[WaiverUse, ...]:
    """Return what every waiver comes to here, those that cover nothing included."""
    waivers = [waiver for file in files for waiver in file.waivers]
    if not waivers:
        return ()
    from checker.waivers.uses import uses  # noqa: PLC0415 - only where there are waivers

    return uses(waivers, findings, spec, day, lambda standard: bool(resolve(standard)))
