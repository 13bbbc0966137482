"""The level ladder: claimed, supported, what blocks."""

import pytest

from checker.assessment.ladder import ladder_of
from checker.model.finding import Finding, Force, Member, Outcome, Verdict
from checker.record import replace
from checker.text import Text
from tests.making import requirement, spec

HOLDS, VIOLATED, OPEN, OUT = Outcome.HOLDS, Outcome.VIOLATED, Outcome.OPEN, Outcome.OUT
VERDICTS = {
    HOLDS: Verdict.PASS,
    VIOLATED: Verdict.FAIL,
    OPEN: Verdict.UNKNOWN,
    OUT: Verdict.NOT_APPLICABLE,
}


def rung(level, *outcomes, keys=("pilot",), provisional=False):
    """A requirement of one level, with one outcome per feature."""
    members = tuple(Member(key, outcome) for key, outcome in zip(keys, outcomes, strict=True))
    worst = min(outcomes, key=(VIOLATED, OPEN, HOLDS, OUT).index)
    return Finding(
        requirement(f"ladder/l{level}-{len(outcomes)}-{id(members)}", rung=level),
        worst,
        VERDICTS[worst],
        Force("voluntary"),
        members,
        provisional=provisional,
    )


def car(level, **more):
    return spec(
        {"automation_features": {"pilot": {"name": "Pilot", "level": level, "fitment": "standard"}, **more}}
    )


def only(spec_, *rungs):
    (step,) = ladder_of(spec_, rungs)
    return step


def test_the_claim_is_supported_when_its_own_set_passes():
    step = only(car(3), rung(3, HOLDS), rung(4, OPEN))

    assert (step.claimed, step.supported, step.blocked_level) == (3, 3, 4)
    assert [f.outcome for f in step.blockers] == [OPEN]


def test_rungs_are_not_cumulative():
    """A robotaxi has no takeover, so it fails level 3's own set and still supports level 4."""
    step = only(car(4), rung(3, VIOLATED), rung(4, HOLDS))

    assert (step.supported, step.blocked_level) == (4, 5)


@pytest.mark.parametrize("outcome", [VIOLATED, OPEN])
def test_the_highest_level_below_the_claim_whose_set_passes(outcome):
    step = only(car(3), rung(1, HOLDS), rung(2, HOLDS), rung(3, outcome))

    assert (step.supported, step.blocked_level) == (2, 3)
    assert len(step.blockers) == 1


def test_a_set_with_nothing_applicable_does_not_support_a_level():
    assert only(car(3), rung(3, OUT)).supported is None


def test_a_level_above_the_claim_is_not_supported_however_well_it_passes():
    assert only(car(2), rung(2, HOLDS), rung(3, HOLDS)).supported == 2


def test_one_open_requirement_holds_back_the_whole_set():
    assert only(car(3), rung(3, HOLDS), rung(3, OPEN)).supported is None


def test_provisional_is_said():
    assert only(car(3), rung(3, HOLDS, provisional=True)).provisional
    assert not only(car(3), rung(3, HOLDS)).provisional


def test_each_feature_has_its_own_step():
    both = {"city": {"name": Text("City", "城市"), "level": 2}}
    steps = ladder_of(car(3, **both), [rung(3, HOLDS, VIOLATED, keys=("pilot", "city"))])

    assert [(s.feature, s.supported) for s in steps] == [("pilot", 3), ("city", None)]
    assert steps[1].name.zh == "城市"


def test_a_feature_that_is_not_fitted_has_no_step():
    fitted = car(3, gone={"name": "x", "level": 2, "fitment": "not_fitted"})

    assert [s.feature for s in ladder_of(fitted, [rung(3, HOLDS)])] == ["pilot"]


def test_nothing_stands_above_level_five():
    step = only(car(5), rung(5, HOLDS))

    assert (step.supported, step.blocked_level, step.blockers) == (5, None, ())


def test_no_rules_no_ladder():
    assert ladder_of(car(3), []) == ()
    assert ladder_of(replace(car(3), values={}), [rung(3, HOLDS)]) == ()
