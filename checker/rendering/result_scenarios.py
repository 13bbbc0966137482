"""The scenario matrix in the JSON result: each scenario of a standard, its verdict, and what is missing."""

from collections.abc import Callable
from typing import Any

from checker.assessment.scenarios import scenarios_of
from checker.model.assessment import StandardResult
from checker.model.finding import Reason
from checker.rendering.jsonable import text_data


def scenarios_data(result: StandardResult, reason: Callable[[Reason], Any]) -> list[dict[str, Any]]:
    """Return what each scenario that a standard names comes to; empty where it names none."""
    return [
        {
            "id": one.scenario.id,
            "name": text_data(one.scenario.name),
            "clause": list(one.scenario.clause),
            "verdict": one.verdict and str(one.verdict),
            "outcome": one.outcome and str(one.outcome),
            "provisional": one.provisional,
            "requirements": [finding.requirement.id for finding in one.findings],
            "violated": [finding.requirement.id for finding in one.unmet],
            "missing": [reason(why) for why in one.missing],
        }
        for one in scenarios_of(result)
    ]
