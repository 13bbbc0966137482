"""Which configurations belong together, what got worse, and what made it so."""

from typing import Any

import pytest

from checker.comparison.comparing import compare, regressions
from checker.comparison.results import Configuration, Standing, Value
from checker.location import Place
from checker.record import replace
from checker.text import Text

VERDICTS = ("fail", "unknown", "review", "pass", "not_applicable")


def standing(verdict: str = "pass", **more: Any) -> Standing:
    level = {"fail": "error", "unknown": "warning", "review": "warning"}.get(verdict, "none")
    made = Standing("s/r", "4.1", Text("x", "x"), verdict, False, level, "d1", (), None, {})  # noqa: FBT003
    return replace(made, **more)


def car(standings: Any = (), **more: Any) -> Configuration:
    by_id = {f"s/{number}": one for number, one in enumerate(standings)}
    made = Configuration("a.yaml", 1, "a", "", "2026-11-20", "conforms", Text("c", "c"), (0.5, 1.0), by_id)
    return replace(made, **more)


def changes(before: Standing, after: Standing) -> Any:
    (one,) = compare([car([before])], [car([after])])
    return one.changes


@pytest.mark.parametrize("before", VERDICTS)
@pytest.mark.parametrize("after", VERDICTS)
def test_direction_follows_how_bad_the_verdicts_are(before, after):
    badness = {"fail": 2, "unknown": 1, "review": 1, "pass": 0, "not_applicable": 0}
    difference = badness[after] - badness[before]
    expected = "worse" if difference > 0 else "better" if difference < 0 else "other"

    found = changes(standing(before), standing(after))
    assert [change.direction for change in found] == ([] if before == after else [expected])


def test_a_waiver_that_expires_is_worse_and_one_that_is_given_better():
    plain, waived = standing("fail"), standing("fail", waived=True, level="none")

    assert [change.direction for change in changes(waived, plain)] == ["worse"]
    assert [change.direction for change in changes(plain, waived)] == ["better"]


def test_a_waived_fail_is_worse_than_what_was_open():
    (change,) = changes(standing("unknown"), standing("fail", waived=True, level="none"))

    assert change.direction == "worse"


def test_a_fail_that_begins_to_bind_is_worse_though_its_verdict_stays():
    (change,) = changes(standing("fail", level="none"), standing("fail"))

    assert (change.direction, change.force_changed) == ("worse", True)


def test_the_values_that_changed_are_named_with_the_new_place():
    place = Place("a.yaml", 7, 3)
    before = standing("pass", values={"x": Value(5, place), "y": Value(1, place)})
    after = standing("fail", values={"x": Value(4, place), "y": Value(1, place)})

    (change,) = changes(before, after)
    assert [(one.path, one.before.value, one.after.value, one.after.place.line) for one in change.values] == [
        ("x", 5, 4, 7)
    ]
    assert not change.rule_changed


def test_another_digest_is_another_rule():
    (change,) = changes(standing("pass"), standing("fail", digest="d2"))

    assert change.rule_changed


def test_the_worst_comes_first():
    before = car([standing("pass"), standing("fail"), standing("pass"), standing("pass")])
    after = car([standing("unknown"), standing("pass"), standing("fail"), standing("not_applicable")])

    (one,) = compare([before], [after])
    assert [(change.direction, change.after.verdict) for change in one.changes] == [
        ("worse", "fail"),
        ("worse", "unknown"),
        ("better", "pass"),
        ("other", "not_applicable"),
    ]
    assert len(one.worse) == 2


def test_a_requirement_that_is_new_and_not_met_is_worse():
    (one,) = compare([car()], [car([standing("fail")])])

    assert [(change.before, change.direction) for change in one.changes] == [(None, "worse")]


def test_what_was_not_looked_at_had_no_values_that_could_change():
    (one,) = compare([car()], [car([standing("fail", values={"a.b": Value(2, None)})])])

    assert [change.values for change in one.changes] == [()]


def test_a_requirement_that_is_gone_is_better_if_it_was_not_met():
    (one,) = compare([car([standing("fail")])], [car()])

    assert [(change.after, change.direction) for change in one.changes] == [(None, "better")]


def test_vehicles_are_paired_by_id_and_key_before_their_files():
    before = [car(vehicle="a", key="base"), car(vehicle="b", key="base", file="b.yaml")]
    after = [car(vehicle="b", key="base", file="a.yaml"), car(vehicle="c", key="base", file="c.yaml")]

    pairs = [
        (one.before and one.before.vehicle, one.after and one.after.vehicle) for one in compare(before, after)
    ]
    assert pairs == [("b", "b"), (None, "c"), ("a", None)]


def test_two_single_configurations_are_compared_whatever_they_are_called():
    (one,) = compare([car(vehicle="a", file="x")], [car(vehicle="b", file="y")])

    assert one.before
    assert one.after


def test_nothing_against_nothing():
    assert compare([], []) == ()


class TestRegressions:
    def test_what_counts_for_the_gate(self):
        before = car([standing("pass"), standing("pass"), standing("pass")])
        after = car([standing("fail"), standing("unknown"), standing("fail", level="none")])
        compared = compare([before], [after])

        assert len(regressions(compared, fail_on="undetermined")) == 2
        assert len(regressions(compared, fail_on="fail")) == 1

    def test_what_was_bad_already_does_not_count(self):
        compared = compare([car([standing("fail")])], [car([standing("fail")])])

        assert regressions(compared, fail_on="undetermined") == []
