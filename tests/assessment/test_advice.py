"""The few fields that would decide the most requirements."""

from checker.assessment.advice import advice_of
from checker.model.assessment import Advice
from checker.model.finding import Reason
from checker.text import Text
from tests.making import finding, missing


def open_(id_, *reasons, verdict="unknown"):
    return finding(verdict, id_=id_, reasons=reasons)


def test_the_field_that_most_wait_for_comes_first():
    advice = advice_of([open_("s/1", missing("a")), open_("s/2", missing("b")), open_("s/3", missing("b"))])

    assert advice == (Advice("b", ("s/2", "s/3")), Advice("a", ("s/1",)))


def test_a_requirement_is_decided_by_the_last_field_it_waits_for():
    advice = advice_of([open_("s/1", missing("a", "b")), open_("s/2", missing("a"))])

    assert advice == (Advice("a", ("s/2",)), Advice("b", ("s/1",)))


def test_what_waits_for_more_than_fields_is_not_advised_on():
    proof = Reason("proof", Text("too weak", "不足"), ("a",))

    assert advice_of([open_("s/1", missing("a"), proof)]) == ()
    assert advice_of([open_("s/1", missing("a"), verdict="review")]) == ()
    assert advice_of([finding("fail")]) == ()


def test_ties_are_broken_by_name_so_that_outputs_do_not_wander():
    advice = advice_of([open_("s/1", missing("b")), open_("s/2", missing("a"))])

    assert [a.path for a in advice] == ["a", "b"]
