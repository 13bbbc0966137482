"""Waivers in the JSON result: beside a finding, and each with what it comes to."""

from typing import Any

from checker.model.assessment import Assessment
from checker.model.finding import Finding
from checker.model.waiver import Waiver
from checker.rendering.jsonable import place_data, text_data


def waivers_data(assessment: Assessment) -> dict[str, Any]:
    """Return every waiver that was given with what it comes to, and the files that they stand in."""
    return {
        "waivers": [
            {
                "waiver": _waiver(use.waiver),
                "state": use.state,
                "covers": list(use.covers),
                "text": text_data(use.text),
            }
            for use in assessment.waivers
        ],
        "waiver_files": [
            {"file": file.file, "digest": file.digest, "max_months": file.max_months}
            for file in assessment.waiver_files
        ],
    }


def waived_data(finding: Finding) -> dict[str, Any] | None:
    """Return what the waivers about a fail come to; None where there is none."""
    waived = finding.waiver
    if waived is None:
        return None
    each = zip(waived.waivers, waived.states, strict=True)
    return {
        "state": waived.state,
        "waivers": [{"waiver": _waiver(waiver), "state": state} for waiver, state in each],
        "uncovered": list(waived.uncovered),
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {
        "requirement": waiver.requirement,
        "path": waiver.path,
        "vehicle": waiver.vehicle,
        "configuration": waiver.configuration,
        "permit": waiver.permit,
        "reason": text_data(waiver.reason),
        "approver": waiver.approver,
        "approved": waiver.approved,
        "expires": waiver.expires,
        "last_day": waiver.last_day,
        "over_long": waiver.over_long,
        "reference": waiver.reference,
        "risk": text_data(waiver.risk),
        "place": place_data(waiver.place),
    }
