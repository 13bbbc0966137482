"""The few fields that would decide the most requirements."""

from hypothesis import given
from hypothesis import strategies as st

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


def plainly(waits):
    """Return the advice by its definition, counting everything again each time."""
    advice = []
    while waits := {key: fields for key, fields in waits.items() if fields}:
        paths = sorted({path for fields in waits.values() for path in fields})
        waiting = {path: [len(fields) for fields in waits.values() if path in fields] for path in paths}
        best = min(
            paths, key=lambda path: (-sum(1 / n for n in waiting[path]), -waiting[path].count(1), path)
        )
        advice.append(Advice(best, tuple(key for key, fields in waits.items() if fields == {best})))
        waits = {key: fields - {best} for key, fields in waits.items()}
    return tuple(advice)


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1), max_size=12))
def test_it_is_what_its_definition_says(fields):
    waits = {f"s/{number}": its for number, its in enumerate(fields)}
    findings = [open_(key, missing(*sorted(its))) for key, its in waits.items()]

    assert advice_of(findings) == plainly(waits)


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1), max_size=12))
def test_stating_every_field_decides_every_requirement(fields):
    findings = [open_(f"s/{number}", missing(*its)) for number, its in enumerate(fields)]
    decided = [key for advice in advice_of(findings) for key in advice.decides]

    assert sorted(decided) == sorted(finding.requirement.id for finding in findings)
