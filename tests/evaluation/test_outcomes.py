"""From values to outcome and verdict: DESIGN section 5, sentence by sentence."""

import pytest

from checker.model.finding import Outcome, Verdict
from checker.model.standard import Evidence, Proof
from checker.text import Text
from checker.values.spreads import Spread
from tests.evaluation.judging import judge, reasons, rule
from tests.making import stated

HOLDS, VIOLATED, OPEN, OUT = Outcome.HOLDS, Outcome.VIOLATED, Outcome.OPEN, Outcome.OUT
ASK = Text("Is it so?", "是否如此？")
LIMIT = "a.x <= 40.0"


@pytest.mark.parametrize(
    ("values", "outcome", "verdict"),
    [
        ({"a": {"x": 40.0}}, HOLDS, "pass"),
        ({"a": {"x": 40.1}}, VIOLATED, "fail"),
        ({"a": {}}, OPEN, "unknown"),
        ({}, OPEN, "unknown"),
    ],
)
def test_a_require(values, outcome, verdict):
    finding = judge(rule(LIMIT), values)

    assert (finding.outcome, finding.verdict) == (outcome, Verdict(verdict))


@pytest.mark.parametrize(
    ("values", "outcome"),
    [
        ({"a": {"x": 1.0, "on": True}}, HOLDS),
        ({"a": {"x": 1.0, "on": False}}, OUT),
        ({"a": {"x": 99.0, "on": False}}, OUT),
        ({"a": {"x": 1.0}}, OPEN),  # open, and at stake
        ({"a": {"x": 99.0}}, OPEN),
    ],
)
def test_a_condition(values, outcome):
    assert judge(rule(LIMIT, when="a.on"), values).outcome is outcome


def test_every_expression_of_a_list_must_hold():
    both = rule(LIMIT, "a.on")

    assert judge(both, {"a": {"x": 1.0, "on": True}}).outcome is HOLDS
    assert judge(both, {"a": {"x": 1.0, "on": False}}).outcome is VIOLATED
    assert judge(both, {"a": {"x": 1.0}}).outcome is OPEN
    assert judge(both, {"a": {"x": 99.0}}).outcome is VIOLATED


def test_a_rule_that_is_not_verified_never_fails_and_passes_provisionally():
    unverified = rule(LIMIT, verified=False)

    failed = judge(unverified, {"a": {"x": 99.0}})
    assert (failed.outcome, failed.verdict) == (VIOLATED, Verdict.REVIEW)
    assert reasons(failed) == ["violated", "not_verified"]
    passed = judge(unverified, {"a": {"x": 1.0}})
    assert (passed.verdict, passed.provisional) == (Verdict.PASS, True)
    assert not judge(rule(LIMIT), {"a": {"x": 1.0}}).provisional


# What is not stated, withheld, not applicable


@pytest.mark.parametrize(
    ("status", "verdict", "reason"),
    [
        ("unknown", "unknown", "missing"),
        ("withheld", "review", "withheld"),
        ("not_applicable", "review", "withheld"),
    ],
)
def test_a_status_instead_of_a_value(status, verdict, reason):
    finding = judge(rule(LIMIT), {"a": {}}, a__x=stated(status=status))

    assert (finding.outcome, finding.verdict) == (OPEN, Verdict(verdict))
    assert reasons(finding) == [reason]
    assert finding.reasons[0].paths == ("a.x",)


def test_one_missing_field_beside_a_withheld_one_is_unknown():
    finding = judge(rule(LIMIT, "a.y <= 1.0"), {"a": {}}, a__x=stated(status="withheld"))

    assert finding.verdict is Verdict.UNKNOWN


# Proof


@pytest.mark.parametrize(
    ("basis", "outcome"),
    [("assumed", OPEN), ("declared", OPEN), ("simulated", OPEN), ("measured", HOLDS), ("certified", HOLDS)],
)
def test_a_value_that_is_known_too_weakly_does_not_prove(basis, outcome):
    finding = judge(rule(LIMIT, proof=Proof("measured")), {"a": {"x": 1.0}}, a__x=stated(basis=basis))

    assert finding.outcome is outcome
    if outcome is OPEN:
        assert reasons(finding) == ["proof"]
        assert finding.verdict is Verdict.UNKNOWN


def test_a_weak_value_convicts():
    finding = judge(rule(LIMIT, proof=Proof("measured")), {"a": {"x": 99.0}}, a__x=stated(basis="assumed"))

    assert finding.outcome is VIOLATED


def test_only_the_values_that_decide_need_the_proof():
    either = rule("a.x <= 40.0 || a.y <= 40.0", proof=Proof("measured"))

    assert judge(either, {"a": {"x": 1.0, "y": 1.0}}, a__y=stated(basis="measured")).outcome is HOLDS


@pytest.mark.parametrize(("basis", "outcome"), [("declared", HOLDS), ("assumed", OPEN)])
def test_what_a_vehicle_is_needs_no_measurement(basis, outcome):
    heavy = rule('vehicle.category == "N3" && a.x <= 40.0', proof=Proof("measured"))
    values = {"vehicle": {"category": "N3"}, "a": {"x": 1.0}}

    finding = judge(heavy, values, vehicle__category=stated(basis=basis), a__x=stated(basis="measured"))
    assert finding.outcome is outcome


@pytest.mark.parametrize(("date", "outcome"), [("2025-11-20", HOLDS), ("2025-11-19", OPEN), (None, OPEN)])
def test_a_proof_ages(date, outcome):
    finding = judge(rule(LIMIT, proof=Proof(None, 12)), {"a": {"x": 1.0}}, a__x=stated(date=date))

    assert finding.outcome is outcome


def test_a_value_has_the_date_of_the_test_it_refers_to():
    values = {"a": {"x": 1.0}, "tests": {"t": {"date": "2026-06-01"}}}
    finding = judge(rule(LIMIT, proof=Proof(None, 12)), values, a__x=stated(refs=("t",)))

    assert finding.outcome is HOLDS


def test_what_is_assumed_counts_in_require_but_not_in_a_condition():
    values = {"a": {"x": 1.0, "on": True}}

    assert judge(rule(LIMIT), values, a__x=stated(basis="assumed")).outcome is HOLDS
    finding = judge(rule(LIMIT, when="a.on"), values, a__on=stated(basis="assumed"))
    assert (finding.outcome, reasons(finding)) == (OPEN, ["proof"])


# Spreads


@pytest.mark.parametrize(
    ("spread", "outcome", "reason"),
    [
        (Spread(10.0, 40.0), HOLDS, None),
        (Spread(41.0, 50.0), VIOLATED, "violated"),
        (Spread(10.0, 50.0), VIOLATED, "spread"),  # for a part of the type only
        (Spread(10.0, None), OPEN, "uncertain"),  # the other end is not known
        (Spread(None, 50.0), VIOLATED, "spread"),
        (Spread(None, 40.0), HOLDS, None),
    ],
)
def test_a_spread(spread, outcome, reason):
    finding = judge(rule(LIMIT), {"a": {"x": spread}})

    assert finding.outcome is outcome
    assert reasons(finding) == ([reason] if reason else [])


def test_a_spread_in_a_condition_is_open_never_violated():
    finding = judge(rule("a.on", when=LIMIT), {"a": {"x": Spread(10.0, 50.0), "on": True}})

    assert (finding.outcome, finding.verdict) == (OPEN, Verdict.UNKNOWN)
    assert [(reason.kind, reason.paths) for reason in finding.reasons] == [("uncertain", ("a.x",))]


# Reviews


def answered(verdict, **fields):
    return {"reviews": {"std/one": {"verdict": verdict, "by": "QA", "date": "2026-11-01", **fields}}}


def test_a_question_without_answer_waits_for_a_person():
    finding = judge(rule(review=ASK), {})

    assert (finding.outcome, finding.verdict, reasons(finding)) == (OPEN, Verdict.REVIEW, ["review_open"])


def digest_of(one, values):
    """The digest that a first, outdated answer asks for."""
    finding = judge(one, {**values, **answered("conforms", digest="sha256:old")})
    return finding.reasons[0].text.en.rpartition(" ")[2]


@pytest.mark.parametrize(("verdict", "outcome"), [("conforms", HOLDS), ("does_not_conform", VIOLATED)])
def test_a_current_answer_decides(verdict, outcome):
    one = rule(review=ASK)
    finding = judge(one, answered(verdict, digest=digest_of(one, {})))

    assert finding.outcome is outcome


def test_a_person_may_find_that_a_requirement_does_not_apply():
    finding = judge(rule(review=ASK), answered("not_applicable"), trust=True)

    assert (finding.outcome, finding.verdict) == (OUT, Verdict.NOT_APPLICABLE)
    assert finding.reasons[0].text.en == "QA judged on 2026-11-01 that it does not apply"
    both = judge(rule(LIMIT, review=ASK), {"a": {}, **answered("not_applicable")}, trust=True)
    assert reasons(both) == ["missing"]  # a field is not stated, whoever answered what


def test_an_answer_without_digest_cannot_be_known_to_be_current():
    assert reasons(judge(rule(review=ASK), answered("conforms"))) == ["review_outdated"]
    assert judge(rule(review=ASK), answered("conforms"), trust=True).outcome is HOLDS


def test_an_answer_is_outdated_when_a_value_it_was_given_for_changes():
    one = rule(LIMIT, review=ASK)
    digest = digest_of(one, {"a": {"x": 1.0}})

    def outcome(x):
        return judge(one, {"a": {"x": x}, **answered("conforms", digest=digest)}).outcome

    assert outcome(1.0) is HOLDS
    assert outcome(2.0) is OPEN


def test_a_review_never_outvotes_a_violated_expression():
    one = rule(LIMIT, review=ASK)
    values = {"a": {"x": 99.0}}

    assert judge(one, {**values, **answered("conforms")}, trust=True).outcome is VIOLATED


def test_an_answer_closes_a_withheld_value():
    one = rule(LIMIT)
    finding = judge(one, {"a": {}, **answered("conforms")}, trust=True, a__x=stated(status="withheld"))

    assert finding.outcome is HOLDS


def test_an_answer_does_not_close_a_missing_value():
    assert judge(rule(LIMIT), {"a": {}, **answered("conforms")}, trust=True).outcome is OPEN
    both = rule(LIMIT, review=ASK)
    assert reasons(judge(both, {"a": {}, **answered("conforms")}, trust=True)) == ["missing"]


# Evidence beside an expression


def test_all_that_a_requirement_names_must_hold():
    both = rule(LIMIT, evidence=Evidence(("certificate",)))
    document = {"documents": {"d": {"type": "certificate", "covers": ["std"]}}}

    assert judge(both, {"a": {"x": 1.0}, **document}).outcome is HOLDS
    assert judge(both, {"a": {"x": 1.0}}).outcome is OPEN
    assert judge(both, {"a": {"x": 99.0}, **document}).outcome is VIOLATED
    assert judge(both, {"a": {"x": 99.0}}).outcome is VIOLATED


# Why


def test_a_violation_says_what_was_wanted_and_by_how_much_it_was_missed():
    (reason,) = judge(rule(LIMIT), {"a": {"x": 42.5}}).reasons

    assert reason.text == Text(
        "a.x is 42.5, required <= 40 (missed by 2.5)", "a.x 为 42.5，要求 <= 40（相差 2.5）"
    )
    assert str(reason.place) == "car.yaml:1:1"


def test_what_was_read_is_kept_with_its_place_and_basis():
    (read,) = judge(rule(LIMIT), {"a": {"x": 1.0}}, a__x=stated(basis="measured")).reads

    assert (read.path, read.value, read.basis, str(read.place)) == ("a.x", 1.0, "measured", "car.yaml:1:1")
