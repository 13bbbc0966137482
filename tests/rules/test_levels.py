"""The levels of GB/T 40429: each has a set of its own, and only its own level meets it."""

import pytest

FILE = "cn/gb-t-40429-2021.yaml"

LIMITED = {"include": {"drivable_area_type": ["motorway"]}}
UNLIMITED = {"unlimited": True, "include": {"drivable_area_type": []}}
STOPS = {"minimal_risk_condition": ["stop_in_lane"]}
SYSTEM = {"lateral": "system", "longitudinal": "system", "oedr": "system"}

#: A feature as it is at each level; what it does not need to say says that it has it not.
FEATURES = {
    0: {
        "ddt": {"lateral": "driver", "longitudinal": "driver", "oedr": "shared"},
        "ddt_fallback": {"responsible": "driver", "minimal_risk_condition": []},
        "takeover": {"request": False},
        "driver_engagement": {"eyes_on_required": True},
        "odd": LIMITED,
    },
    1: {
        "ddt": {"lateral": "driver", "longitudinal": "system", "oedr": "shared"},
        "ddt_fallback": {"responsible": "driver", "minimal_risk_condition": []},
        "takeover": {"request": False},
        "driver_engagement": {"eyes_on_required": True},
        "odd": LIMITED,
    },
    2: {
        "ddt": {"lateral": "system", "longitudinal": "system", "oedr": "shared"},
        "ddt_fallback": {"responsible": "driver", "minimal_risk_condition": []},
        "takeover": {"request": False},
        "driver_engagement": {"eyes_on_required": True},
        "odd": LIMITED,
    },
    3: {
        "ddt": SYSTEM,
        "ddt_fallback": {"responsible": "fallback_user", **STOPS},
        "takeover": {"request": True},
        "driver_engagement": {"eyes_on_required": False},
        "odd": LIMITED,
    },
    4: {
        "ddt": SYSTEM,
        "ddt_fallback": {"responsible": "system", **STOPS},
        "takeover": {"request": False},
        "driver_engagement": {"eyes_on_required": False},
        "odd": LIMITED,
    },
    5: {
        "ddt": SYSTEM,
        "ddt_fallback": {"responsible": "system", **STOPS},
        "takeover": {"request": False},
        "driver_engagement": {"eyes_on_required": False},
        "odd": UNLIMITED,
    },
}


def feature(level: int, claimed: int = 3) -> dict:
    return {"automation_features": {"pilot": {"name": "Pilot", "level": claimed, **FEATURES[level]}}}


def levels_met(truths: list) -> list[int]:
    sets = {level: [truth for one, truth in truths if one.rung == level] for level in FEATURES}
    return [level for level, its in sets.items() if all(truth is True for truth in its)]


@pytest.mark.parametrize("level", FEATURES)
def test_a_feature_meets_the_set_of_its_own_level_and_of_no_other(level, standard, vehicle, truths):
    assert levels_met(truths(standard(FILE), vehicle(feature(level)))) == [level]


@pytest.mark.parametrize("claimed", FEATURES)
def test_the_claim_decides_nothing(claimed, standard, vehicle, truths):
    assert levels_met(truths(standard(FILE), vehicle(feature(4, claimed)))) == [4]


def test_no_set_is_met_by_a_feature_that_says_nothing(standard, vehicle, truths):
    silent = vehicle({"automation_features": {"pilot": {"name": "Pilot", "level": 2}}})

    assert {truth for _, truth in truths(standard(FILE), silent)} == {None}


@pytest.mark.parametrize("level", FEATURES)
def test_a_set_asks_for_motion_detection_and_fallback(level, standard):
    asked = " ".join(
        expression.source
        for one in standard(FILE).requirements
        if one.rung == level
        for expression in one.require
    )

    assert "ddt" in asked or "steers_and_drives" in asked
    assert "shares_detection" in asked or "detects_alone" in asked
    assert "f.ddt_fallback.responsible" in asked


def test_the_text_names_the_level_and_that_of_sae(standard):
    for one in standard(FILE).requirements:
        if one.rung is not None:
            assert one.text.en.startswith(f"Level {one.rung}, ")
            assert f"SAE J3016 level {one.rung}" in one.text.en
            assert f"{one.rung}级（" in one.text.zh


def test_a_provisional_taxonomy(standard):
    """The text of the standard was not seen, so nothing in it may convict."""
    assert not any(one.verified for one in standard(FILE).requirements)
