"""The fictional vehicles: each standard meets one that passes most of it and one that violates some."""

from typing import NamedTuple

import pytest

from checker.model.finding import Outcome, Verdict
from tests.vehicles.court import EXAMPLES, REAL, ROOT, Court

#: Where no vehicle passes more than half of what can be decided without a person, and why.
NOT_PASSED = {
    "eu-2012-347": "withdrawn: it counts for no vehicle of today",
    "miit-l3-permits-2025-12": "permits of two real models, which are looked at by name",
    "wicv-2025-top-10": "its list was not obtained: no requirements",
}

#: Where no vehicle violates anything, and why.
NOT_VIOLATED = {
    "eu-2012-347": "withdrawn: it counts for no vehicle of today",
    "miit-l3-permits-2025-12": "permits of two real models, which are looked at by name",
    "wicv-2025-top-10": "its list was not obtained: no requirements",
}

#: The market by which a standard is judged alone, for each regime.
MARKETS = {"CN": "CN", "EU": "EU", "UNECE": "EU", "US": "US"}


class Met(NamedTuple):
    """What one standard came to on one configuration of one vehicle."""

    vehicle: str
    share: float | None  # of passes, among what needs no person to decide; None where there is nothing
    violated: int  # "fail", or "looks violated" by a rule that is not verified


@pytest.fixture(scope="module")
def library():
    return Court().workplace.library


def standards():
    entries = Court().workplace.library.entries.values()
    return sorted(entry.id for entry in entries if entry.kind != "taxonomy")


@pytest.fixture(scope="module", params=standards())
def met(request, court, library):
    standard = request.param
    market = MARKETS[library.entries[standard].market]
    return standard, [
        measured(vehicle, findings)
        for path in EXAMPLES
        for vehicle, findings in judged(court, path, standard, market)
    ]


def judged(court, path, standard, market):
    for document in court.judge_all(path, standard=[standard], market=[market]):
        for assessment in document.assessments:
            findings = [f for r in assessment.results if r.standard.id == standard for f in r.findings]
            yield assessment.spec.values["vehicle"]["id"], findings


def measured(vehicle, findings):
    violated = sum(f.outcome is Outcome.VIOLATED for f in findings)
    passed = sum(f.verdict is Verdict.PASS for f in findings)
    decidable = violated + passed + sum(f.verdict is Verdict.UNKNOWN for f in findings)
    return Met(vehicle, passed / decidable if decidable else None, violated)


def test_one_example_passes_most_of_each_standard(met):
    standard, each = met
    best = max((one.share for one in each if one.share is not None), default=0.0)

    assert (best <= 0.5) == (standard in NOT_PASSED), f"{standard}: at best {best:.0%}"


def test_one_example_violates_some_of_each_standard(met):
    standard, each = met
    violating = {one.vehicle for one in each if one.violated}

    assert (not violating) == (standard in NOT_VIOLATED), f"{standard}: {sorted(violating)}"


def test_no_exception_is_left_over(library):
    assert {*NOT_PASSED, *NOT_VIOLATED} <= set(library.entries)
    assert all({**NOT_PASSED, **NOT_VIOLATED}.values())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_says_at_its_head_that_it_is_made_up(path):
    assert path.read_text(encoding="utf-8").startswith("# Fictional vehicle")


def test_the_driver_pilot_fails_two_requirements_on_its_data_recorder(court):
    """The story that the README tells."""
    path = ROOT / "examples" / "l3_highway_pilot.yaml"
    ((_, findings),) = judged(court, path, "gb-44497-2024", "CN")

    assert [f.requirement.id for f in findings if f.verdict is Verdict.FAIL] == [
        "gb-44497-2024/time-stamp-events-are-recorded",
        "gb-44497-2024/position-is-right-to-two-thousandths-of-a-degree",
    ]


def test_the_real_vehicles_are_not_among_the_fictional_ones():
    assert not {path.stem for path in EXAMPLES} & {path.stem for path in REAL}
