"""A scenario is judged by the worst that it needs, and says what would decide it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.assessment.scenarios import scenarios_of
from checker.evaluation.verdicts import ORDER
from checker.model.finding import Outcome, Reason, Verdict
from checker.model.standard import Scenario
from checker.text import Text
from tests.making import finding, missing, standard
from tests.rendering.terminal.paper import result

ONE, TWO = "left-turn", "right-turn"
SCENARIOS = tuple(Scenario(id_, Text(id_, id_)) for id_ in (ONE, TWO))


def matrix(*findings, scenarios=SCENARIOS):
    return scenarios_of(result(*findings, std=standard("std", scenarios=scenarios)))


def first(*findings):
    return matrix(*findings)[0]


def need(verdict, *ids, **fields):
    return finding(verdict, scenarios=ids or (ONE,), **fields)


def suspected():
    """A rule that looks violated and was not compared with the official text."""
    return need("review", outcome=Outcome.VIOLATED)


def test_a_standard_without_scenarios():
    assert matrix(finding("pass"), scenarios=()) == ()


def test_scenarios_stand_in_the_order_of_the_standard():
    one, two = matrix(need("pass", TWO), need("fail", ONE))

    assert (one.scenario.id, one.verdict) == (ONE, Verdict.FAIL)
    assert (two.scenario.id, two.verdict) == (TWO, Verdict.PASS)


@pytest.mark.parametrize(
    ("verdicts", "worst"),
    [
        (["pass", "pass"], "pass"),
        (["pass", "fail", "unknown"], "fail"),
        (["pass", "unknown", "review"], "unknown"),
        (["pass", "review"], "review"),
        (["pass", "not_applicable"], "pass"),
        (["not_applicable", "not_applicable"], "not_applicable"),
    ],
)
def test_the_worst_decides(verdicts, worst):
    assert first(*map(need, verdicts)).verdict == worst


def test_what_looks_violated_outweighs_what_is_open():
    found = first(need("unknown", reasons=(missing("a.b"),)), suspected())

    assert (found.outcome, found.verdict) == (Outcome.VIOLATED, Verdict.REVIEW)


def test_a_failure_outweighs_what_looks_violated():
    assert first(suspected(), need("fail")).verdict == Verdict.FAIL


def test_a_scenario_of_which_nothing_was_transcribed_has_no_verdict():
    assert (first().verdict, first().outcome, first().missing) == (None, None, ())


def test_recommendations_decide_only_where_nothing_else_does():
    fails = need("fail", obligation="should")

    assert first(need("pass"), fails).verdict == Verdict.PASS
    assert first(fails).verdict == Verdict.FAIL
    assert first(need("fail", obligation="may")).verdict is None


def test_all_its_requirements_are_named_whatever_they_decide():
    its = (need("pass", id_="std/a"), need("fail", id_="std/b", obligation="should"))

    assert first(*its).findings == its


class TestProvisional:
    """A pass is as sure as what it rests on."""

    def test_a_pass_of_one_rule_that_is_not_verified(self):
        assert first(need("pass"), need("pass", provisional=True)).provisional

    def test_a_pass_of_rules_that_are(self):
        assert not first(need("pass")).provisional

    def test_a_failure_is_not_provisional(self):
        assert not first(need("fail"), need("pass", provisional=True)).provisional

    def test_nor_does_a_recommendation_make_it_so(self):
        assert not first(need("pass"), need("pass", provisional=True, obligation="should")).provisional


class TestShared:
    """What several scenarios need is named once and counts for each of them."""

    @pytest.mark.parametrize("verdict", ["fail", "unknown", "review"])
    def test_it_counts_for_each(self, verdict):
        shared = need(verdict, ONE, TWO)
        own = [need("pass", ONE), need("pass", TWO)]

        assert [one.verdict for one in matrix(shared, *own)] == [verdict, verdict]

    def test_not_for_a_scenario_that_is_out_by_what_it_alone_needs(self):
        """An application that the vehicle does not have needs none of the messages that all share."""
        found = matrix(need("unknown", ONE, TWO), need("not_applicable", ONE), need("pass", TWO))

        assert [one.verdict for one in found] == [Verdict.NOT_APPLICABLE, Verdict.UNKNOWN]

    def test_where_there_is_nothing_else_it_decides_alone(self):
        assert [one.verdict for one in matrix(need("pass", ONE, TWO))] == ["pass", "pass"]


class TestMissing:
    """What would decide a scenario: fields once and together, then everything else."""

    def test_fields_of_several_requirements(self):
        found = first(
            need("unknown", id_="std/a", reasons=(missing("x.range_m", "x.delay_ms"),)),
            need("unknown", id_="std/b", reasons=(missing("x.delay_ms", "x.rate_hz"),)),
        )

        (reason,) = found.missing
        assert reason.paths == ("x.range_m", "x.delay_ms", "x.rate_hz")
        assert reason.text.en == "not stated: x.range_m, x.delay_ms, x.rate_hz"
        assert reason.text.zh == "未填写：x.range_m, x.delay_ms, x.rate_hz"

    def test_other_reasons_follow_once(self):
        report = Reason("evidence_missing", Text("no test report covers it", "缺少试验报告"))
        found = first(
            need("unknown", id_="std/a", reasons=(report,)),
            need("unknown", id_="std/b", reasons=(report, missing("x.range_m"))),
        )

        assert [reason.kind for reason in found.missing] == ["missing", "evidence_missing"]

    def test_what_is_violated_is_named_beside_it(self):
        open_, fails = need("unknown", reasons=(missing("a.b"),)), need("fail", id_="std/fails")
        found = first(open_, fails, need("pass"))

        assert found.unmet == (fails,)
        assert [reason.paths for reason in found.missing] == [("a.b",)]

    def test_recommendations_are_not_missing_where_they_do_not_decide(self):
        assert (
            first(need("pass"), need("unknown", obligation="should", reasons=(missing("x"),))).missing == ()
        )

    def test_nothing_is_missing_of_what_is_out(self):
        shared = need("unknown", ONE, TWO, reasons=(missing("x"),))
        one, _ = matrix(shared, need("not_applicable", ONE))

        assert one.missing == ()


@given(st.lists(st.sampled_from(list(Outcome)), min_size=1, max_size=5))
def test_the_outcome_is_that_of_section_5(outcomes):
    verdicts = {
        Outcome.VIOLATED: "fail",
        Outcome.OPEN: "unknown",
        Outcome.HOLDS: "pass",
        Outcome.OUT: "not_applicable",
    }
    found = first(*(need(verdicts[outcome]) for outcome in outcomes))

    assert found.outcome is min(outcomes, key=ORDER.index)
    assert found.verdict == verdicts[found.outcome]


def test_the_order_of_the_requirements_makes_no_difference():
    verdicts = ["pass", "fail", "unknown", "not_applicable"]
    for some in product(verdicts, repeat=3):
        its = [need(verdict) for verdict in some]
        assert first(*its).verdict == first(*reversed(its)).verdict
