"""Answers of people: one digest for all that a requirement looks at, and what changes it."""

import pytest

from checker.model.finding import Outcome, Verdict
from checker.record import replace
from checker.text import Text
from tests.evaluation.judging import judge, reasons, rule
from tests.making import stated

ASK = Text("Is it good?", "是否合格？")
EACH = {"each": "automation_features", "review": ASK, "id_": "std/one"}
TWO = {"automation_features": {"a": {"level": 3, "x": 1.0}, "b": {"level": 3, "x": 2.0}}}


def answer(digest: str | None, verdict: str = "conforms") -> dict:
    stated_ = {} if digest is None else {"digest": [digest]}
    return {"reviews": {"std/one": {"verdict": verdict, "by": "QA", "date": "2026-11-01", **stated_}}}


def wanted(one, values, **more) -> str:
    digest = judge(one, values, **more).answer_digest
    assert digest is not None
    assert digest.startswith("sha256:")
    return digest


@pytest.mark.parametrize("verdict", ["conforms", "does_not_conform", "not_applicable"])
def test_the_digest_that_a_finding_states_makes_an_answer_current(verdict):
    one = rule("f.x <= 5.0", **EACH)
    finding = judge(one, {**TWO, **answer(wanted(one, TWO), verdict)})

    outcome = {"conforms": "holds", "does_not_conform": "violated", "not_applicable": "out"}[verdict]
    assert [str(member.outcome) for member in finding.members] == [outcome, outcome]
    assert finding.answer_digest is None


def test_one_answer_closes_every_member():
    one = rule("f.x <= 5.0", **EACH)
    open_ = judge(one, TWO)

    assert [member.key for member in open_.members] == ["a", "b"]
    assert open_.verdict is Verdict.REVIEW
    assert judge(one, {**TWO, **answer(open_.answer_digest)}).verdict is Verdict.PASS


def changed(**members):
    return {"automation_features": {**TWO["automation_features"], **members}}


@pytest.mark.parametrize(
    ("values", "current"),
    [
        (changed(), True),
        (changed(a={"level": 3, "x": 1.5}), False),  # a value of the first member
        (changed(b={"level": 3, "x": 1.5}), False),  # or of the last
        (changed(c={"level": 3, "x": 1.0}), False),  # a member came
        ({"automation_features": {"a": {"level": 3, "x": 1.0}}}, False),  # a member went
        (changed(a={"level": 3, "x": 1.0, "name": "another"}), True),  # nothing that the rule reads
        (changed(c={"level": 2, "x": 1.0}), True),  # nothing that the rule is about
    ],
)
def test_what_outdates_an_answer(values, current):
    one = rule("f.x <= 5.0", where="f.level >= 3", **EACH)
    finding = judge(one, {**values, **answer(wanted(one, TWO))})

    assert (finding.outcome is Outcome.HOLDS) is current
    assert (finding.answer_digest is None) is current
    if not current:
        assert set(reasons(finding)) == {"review_outdated"}
        assert finding.answer_digest in finding.reasons[0].text.en


def test_a_requirement_that_was_changed_outdates_an_answer():
    one = rule("f.x <= 5.0", **EACH)
    given = answer(wanted(one, TWO))

    assert judge(replace(one, digest="sha256:another"), {**TWO, **given}).outcome is Outcome.OPEN
    assert judge(replace(one, weight=5), {**TWO, **given}).outcome is Outcome.HOLDS


def test_an_answer_without_a_digest_is_told_so():
    one = rule(review=ASK, id_="std/one")
    (reason,) = judge(one, answer(None)).reasons

    assert reason.kind == "review_outdated"
    assert reason.text.en == (
        "the answer of 2026-11-01 does not say what it was given for; state digest: " + wanted(one, {})
    )


def test_a_withheld_value_is_answered_with_its_digest():
    one = rule("a.x <= 5.0", id_="std/one")
    withheld = {"a__x": stated(status="withheld")}
    digest = wanted(one, {"a": {}}, **withheld)

    assert judge(one, {"a": {}, **answer(digest)}, **withheld).outcome is Outcome.HOLDS
    assert judge(one, {"a": {"x": 9.0}, **answer(digest)}).outcome is Outcome.VIOLATED


@pytest.mark.parametrize(
    ("one", "values"),
    [
        (rule("a.x <= 5.0", id_="std/one"), {"a": {"x": 1.0}}),
        (rule("a.x <= 5.0", id_="std/one"), {"a": {"x": 9.0}}),
        (rule("a.x <= 5.0", id_="std/one"), {"a": {}}),
        (rule("a.x <= 5.0", review=ASK, id_="std/one"), {"a": {}}),  # first the value, then the answer
        (rule("a.x <= 5.0", id_="std/one", verified=False), {"a": {"x": 9.0}}),  # no answer closes that
    ],
)
def test_no_digest_where_an_answer_would_not_close_it(one, values):
    assert judge(one, values).answer_digest is None


def test_an_answer_may_be_given_for_several_configurations():
    one = rule("f.x <= 5.0", **EACH)
    digests = [wanted(one, TWO), wanted(one, changed(b={"level": 3, "x": 1.5}))]
    given = answer(digests[0])
    given["reviews"]["std/one"]["digest"] = digests

    assert judge(one, {**TWO, **given}).verdict is Verdict.PASS
    assert judge(one, {**changed(b={"level": 3, "x": 1.5}), **given}).verdict is Verdict.PASS
    assert judge(one, {**changed(b={"level": 3, "x": 4.5}), **given}).verdict is Verdict.REVIEW
