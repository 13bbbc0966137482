"""On an empty-but-valid spec no requirement of any shipped rule passes."""

import pytest

from checker.model.finding import Outcome
from tests.shipped import shipped
from tests.vehicles.court import findings_of

WORKPLACE = shipped()
MARKETS = sorted(WORKPLACE.library.markets.markets)
CATEGORIES = WORKPLACE.schema.field("vehicle.category").terms
STANDARDS = tuple(WORKPLACE.library.entries)


def empty(market="CN", category=None, **sections):
    category = category or {"status": "unknown"}
    identity = {"id": "empty", "name": "Empty", "manufacturer": "Nobody"}
    vehicle = identity | {"category": category, "markets": [market]}
    return {"schema": "icv-vehicle/1", "vehicle": vehicle, **sections}


def passed(court, spec, **asked):
    judged = court.judge(spec, **asked)
    assert not isinstance(judged, Exception), judged
    return [
        finding.requirement.id
        for assessment in judged.assessments
        for finding in findings_of(assessment)
        if finding.outcome is Outcome.HOLDS
    ]


@pytest.mark.parametrize("market", MARKETS)
def test_in_every_market(market, court):
    assert passed(court, empty(market)) == []


@pytest.mark.parametrize("category", CATEGORIES)
@pytest.mark.parametrize("market", ["CN", "DE"])
def test_in_every_category(market, category, court):
    assert passed(court, empty(market, category)) == []


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("approval", ["new-type", "existing-type"])
@pytest.mark.parametrize("day", ["2020-01-01", "2026-11-20", "2040-01-01"])
def test_by_every_standard_whatever_the_day_and_approval(standard, approval, day, court):
    spec = empty("CN", "M1")

    assert passed(court, spec, standard=[standard], market=["CN", "EU"], approval=approval, as_of=day) == []


@pytest.mark.parametrize("level", range(6))
def test_a_feature_of_which_only_the_level_is_stated_supports_none(level, court):
    feature = {"pilot": {"name": "Pilot", "level": level, "level_scheme": "gbt40429"}}
    judged = court.judge(empty("CN", "M1", automation_features=feature))
    (assessment,) = judged.assessments

    assert assessment.ladder[0].supported is None
    assert passed(court, empty("CN", "M1", automation_features=feature)) == []


@pytest.mark.parametrize("section", WORKPLACE.schema.sections)
def test_a_section_that_holds_nothing_is_no_evidence_either(section, court):
    if section in ("vehicle", "variants"):
        pytest.skip("cannot be empty")
    feature = {"pilot": {"name": "Pilot", "level": 3, "level_scheme": "gbt40429"}}
    sections = {"automation_features": feature} | {section: {}}

    for market in ("CN", "DE"):
        assert passed(court, empty(market, "M1", **sections)) == []
