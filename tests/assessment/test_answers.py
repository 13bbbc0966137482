"""Answers of people that no requirement asked for are told, not passed over."""

from checker.assessment.answers import stray_answers
from checker.location import Place
from checker.model.finding import Reason
from checker.record import replace
from checker.text import Text
from tests.making import requirement, spec, standard

STD = standard("std", requirement("std/holds-five"), requirement("std/locks"))
ANSWER = {"verdict": "conforms", "by": "QA", "date": "2026-01-01"}
LIBRARY = {"std": ("std",), "other": ("other",)}


def stray(*keys, notes=()):
    vehicle = replace(spec({"reviews": dict.fromkeys(keys, ANSWER)}), notes=notes)
    return [reason.text.en for reason in stray_answers(vehicle, [STD], lambda name: LIBRARY.get(name, ()))]


def test_an_answer_to_a_requirement_is_none():
    assert stray("std/holds-five", "std/locks") == []
    assert list(stray_answers(spec({}), [STD], lambda _: ())) == []


def test_a_misspelt_requirement_is_told_with_what_was_meant():
    (said,) = stray("std/hold-five")

    assert said.startswith("the answer to 'std/hold-five' counts for nothing: there is no such requirement")
    assert said.endswith("; did you mean 'std/holds-five'?")


def test_a_standard_that_there_is_not():
    (said,) = stray("nowhere/zzz")

    assert said == "the answer to 'nowhere/zzz' counts for nothing: there is no such requirement"


def test_of_a_standard_that_was_not_looked_at_nothing_is_said():
    assert stray("other/anything") == []


def test_it_says_where():
    vehicle = spec({"reviews": {"std/x": ANSWER}})
    (reason,) = stray_answers(vehicle, [STD], lambda _: ())

    assert (reason.kind, reason.place, reason.paths) == (
        "requirement_unknown",
        Place("car.yaml", 1, 1),
        ("reviews.std/x",),
    )


def test_what_loading_noted_is_not_said_again():
    noted = Reason(
        "standard_unknown", Text("did you mean 'std'?", "是否应为“std”？"), (), Place("car.yaml", 1, 1)
    )

    assert stray("stdd/x", notes=(noted,)) == []
