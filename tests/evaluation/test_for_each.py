"""One finding over the members of a map: the worst decides."""

import pytest

from checker.model.finding import Outcome
from tests.evaluation.judging import judge, reasons, rule

HOLDS, VIOLATED, OPEN, OUT = Outcome.HOLDS, Outcome.VIOLATED, Outcome.OPEN, Outcome.OUT


def features(**members):
    return {"automation_features": members}


def outcome(one, values):
    return judge(one, values).outcome


EACH = {"each": "automation_features"}


@pytest.mark.parametrize(
    ("speeds", "expected"),
    [((60, 60), HOLDS), ((60, 70), VIOLATED), ((60, None), OPEN), ((70, None), VIOLATED)],
)
def test_the_worst_member_decides(speeds, expected):
    members = {f"f{i}": {} if speed is None else {"speed": float(speed)} for i, speed in enumerate(speeds)}

    assert outcome(rule("f.speed <= 60.0", **EACH), features(**members)) is expected


def test_where_chooses_members_and_an_open_where_is_an_open_member():
    one = rule("f.ok", where="f.level >= 3", **EACH)

    assert outcome(one, features(a={"level": 3, "ok": True}, b={"level": 2, "ok": False})) is HOLDS
    assert outcome(one, features(a={"level": 3, "ok": True}, b={"ok": False})) is OPEN


@pytest.mark.parametrize(
    ("if_none", "expected"), [("unknown", OPEN), ("not_applicable", OUT), ("violated", VIOLATED)]
)
def test_no_member_at_all(if_none, expected):
    one = rule("f.ok", where="f.level >= 3", if_none=if_none, **EACH)

    assert outcome(one, features()) is expected
    assert outcome(one, features(a={"level": 2})) is expected


@pytest.mark.parametrize("if_none", ["unknown", "not_applicable", "violated"])
def test_an_absent_map_is_open_whatever_if_none_says(if_none):
    finding = judge(rule("f.ok", if_none=if_none, **EACH), {})

    assert (finding.outcome, reasons(finding)) == (OPEN, ["missing"])
    assert finding.reasons[0].paths == ("automation_features",)


def test_a_condition_that_needs_no_member_decides_without_one():
    one = rule("f.ok", when="vehicle.heavy", **EACH)

    assert outcome(one, {"vehicle": {"heavy": False}}) is OUT
    assert outcome(one, {"vehicle": {"heavy": False}, **features()}) is OUT
    assert outcome(one, {"vehicle": {"heavy": True}}) is OPEN


def test_a_condition_that_needs_no_member_decides_where_no_member_is_meant():
    one = rule("f.ok", when="vehicle.heavy", where="f.level >= 3", if_none="unknown", **EACH)

    assert outcome(one, {"vehicle": {"heavy": False}, **features(a={"level": 2})}) is OUT
    assert outcome(one, {"vehicle": {"heavy": True}, **features(a={"level": 2})}) is OPEN
    assert outcome(one, {"vehicle": {}, **features(a={"level": 2})}) is OPEN


def test_members_that_are_not_fitted_are_skipped():
    one = rule("f.ok", **EACH)
    gone = {"fitment": "not_fitted", "ok": False}

    assert outcome(one, features(a={"ok": True}, b=gone)) is HOLDS
    assert outcome(one, features(b=gone)) is OUT


def test_when_is_judged_per_member_and_out_only_if_all_are_out():
    one = rule("f.ok", when="f.level >= 3", **EACH)

    assert outcome(one, features(a={"level": 3, "ok": True}, b={"level": 2})) is HOLDS
    assert outcome(one, features(a={"level": 2}, b={"level": 2})) is OUT
    assert outcome(one, features(a={"level": 2}, b={"level": 3, "ok": False})) is VIOLATED


def test_members_keep_the_order_of_the_spec_and_their_keys():
    finding = judge(rule("f.ok", **EACH), features(z={"ok": True}, a={"ok": True}))

    assert [member.key for member in finding.members] == ["z", "a"]


def test_the_key_of_the_member_can_be_read():
    assert outcome(rule("key == 'pilot'", **EACH), features(pilot={})) is HOLDS


def test_the_reasons_are_those_of_the_members_that_made_the_outcome():
    finding = judge(rule("f.ok", **EACH), features(a={"ok": True}, b={}, c={}))

    assert [r.paths for r in finding.reasons] == [
        ("automation_features.b.ok",),
        ("automation_features.c.ok",),
    ]


@pytest.mark.parametrize(
    ("require", "expected"),
    [("f.result == 'pass'", OPEN), ("f.runs.exists(r, r.result == 'pass')", HOLDS)],
)
def test_a_test_that_its_own_runs_contradict_is_open_unless_the_runs_are_read(require, expected):
    values = {"tests": {"t": {"result": "pass", "runs": [{"result": "pass"}, {"result": "fail"}]}}}

    assert outcome(rule(require, each="tests"), values) is expected
