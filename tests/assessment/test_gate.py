"""The gate: silence is not green, and nothing is not conformity."""

import pytest

from checker.assessment.gate import Gate, decide
from checker.model.assessment import Accounts, Approval, Assessment, Judged, Score, Statement
from checker.model.spec import Configuration
from checker.record import replace
from checker.text import Text
from tests.making import spec

NO_TEXT = Text("", "")
EMPTY = Score(0, 0, 0)


def judged(*kinds, provisional=False, score=EMPTY):
    assessments = tuple(
        Assessment(
            spec=spec({}),
            as_of="2026-11-20",
            approval=Approval("new-type", NO_TEXT),
            profile=None,
            scope=NO_TEXT,
            results=(),
            statement=Statement(kind, provisional=provisional, text=NO_TEXT),
            accounts=Accounts(score, EMPTY, EMPTY),
            domains={},
            ladder=(),
            advice=(),
            rules_digest="",
            tool_version="0",
        )
        for kind in kinds
    )
    return Judged("car.yaml", 1, assessments, assessments[0].statement, 0)


@pytest.mark.parametrize(
    ("kind", "gate", "holds"),
    [
        ("conforms", Gate(), True),
        ("conforms_with_waivers", Gate(), True),
        ("undetermined", Gate(), False),
        ("does_not_conform", Gate(), False),
        ("nothing_judged", Gate(), False),
        ("undetermined", Gate(fail_on="fail"), True),
        ("does_not_conform", Gate(fail_on="fail"), False),
        ("nothing_judged", Gate(fail_on="fail"), False),
        ("nothing_judged", Gate(allow_empty=True), True),
        ("does_not_conform", Gate(allow_empty=True), False),
        ("undetermined", Gate(allow_empty=True), False),
    ],
)
def test_statement_and_gate(kind, gate, holds):
    assert decide(judged(kind), gate).holds is holds


def test_every_configuration_must_pass():
    assert not decide(judged("conforms", "undetermined"), Gate()).holds
    assert decide(judged("conforms", "conforms"), Gate()).holds


def test_provisional_is_enough_unless_strict():
    assert decide(judged("conforms", provisional=True), Gate()).holds
    assert not decide(judged("conforms", provisional=True), Gate(strict=True)).holds
    assert decide(judged("conforms"), Gate(strict=True)).holds


@pytest.mark.parametrize(
    ("score", "gate", "holds"),
    [
        (Score(8, 8, 10), Gate(min_score=0.8), True),  # the low end, at the limit
        (Score(7, 7, 10), Gate(min_score=0.8), False),  # high would be 1.0
        (Score(8, 9, 10), Gate(min_decided=0.9), True),
        (Score(8, 8, 10), Gate(min_decided=0.9), False),
        (EMPTY, Gate(min_score=0.0), False),  # no score reaches nothing
        (EMPTY, Gate(min_decided=0.0), False),
        (EMPTY, Gate(), True),
    ],
)
def test_thresholds(score, gate, holds):
    assert decide(judged("conforms", score=score), gate).holds is holds


def test_a_gate_that_lets_through_says_so():
    decision = decide(judged("undetermined"), Gate(fail_on="fail"))

    assert [reason.en for reason in decision.reasons] == [
        "undetermined: not everything that binds could be decided (let through by --fail-on fail)"
    ]
    assert decide(judged("conforms"), Gate()).reasons == ()


def test_each_reason_is_said_once():
    assert len(decide(judged("undetermined", "undetermined"), Gate()).reasons) == 1


def named(*pairs):
    """Return a document with several configurations, each with its statement."""
    each = judged(*(kind for _, kind in pairs))
    specs = [replace(spec({}), configuration=Configuration(key)) for key, _ in pairs]
    assessments = tuple(replace(one, spec=its) for one, its in zip(each.assessments, specs, strict=True))
    return replace(each, assessments=assessments)


def test_a_reason_names_the_configurations_that_it_is_about():
    decision = decide(named(("lite", "conforms"), ("pro", "undetermined"), ("sport", "undetermined")), Gate())

    assert [reason.en for reason in decision.reasons] == [
        "undetermined: not everything that binds could be decided (pro, sport)"
    ]
    assert decision.reasons[0].zh.endswith("（pro、sport）")


def test_a_reason_of_all_configurations_names_none():
    decision = decide(named(("base", "undetermined"), ("full", "undetermined")), Gate())

    assert decision.reasons[0].en.endswith("could be decided")


def test_configurations_that_a_file_does_not_name_have_names_too():
    decision = decide(named(("base", "conforms"), ("full", "does_not_conform")), Gate())

    assert decision.reasons[0] == Text(
        "a binding requirement is not met (all option packages)", "有强制性要求不符合（全部选装包）"
    )
