"""Every finding is a point once, with a line, and with what it is to the gate."""

import pytest

from checker.model.finding import Force, Verdict
from checker.record import replace
from checker.rendering.pipeline.points import INVALID, document_points, is_problem, points_of
from checker.rendering.wording import load_words
from tests.rendering import sample
from tests.rendering.pipeline.runs import REFUSED, RUNS, all_of, changed, run_of, waived

WORDS = load_words()


def test_every_point_has_a_place(run):
    assert all(point.places and point.places[0].line >= 1 for point in points_of(run))


def test_no_requirement_is_lost():
    judged = sample.judged()
    wanted = {f.requirement.id for one in judged.assessments for r in one.results for f in r.findings}

    assert wanted <= {point.rule for point in document_points(judged, WORDS)}


def test_configurations_that_agree_are_said_once_and_those_that_differ_apart():
    points = document_points(sample.judged(), WORDS)
    by_rule = {}
    for point in points:
        by_rule.setdefault(point.rule, []).append(point)

    assert [len(one.configurations) for one in by_rule["gb-44497-2024/retention"]] == [2]
    capacity = by_rule["gb-44497-2024/type-1-event-capacity"]
    assert {(one.verdict, len(one.configurations)) for one in capacity} == {
        (Verdict.PASS, 1),
        (Verdict.FAIL, 1),
    }


def test_a_standard_that_may_apply_is_one_point():
    (point,) = [p for p in document_points(sample.judged(), WORDS) if p.rule == "gbt-41630-2022"]

    assert point.verdict is Verdict.UNKNOWN
    assert "assistance.ipa" in point.why[0].en


def level(verdict: Verdict, force: str = "binding", **more: object) -> str:
    def change(finding):
        return replace(all_of(verdict)(finding), force=Force(force), **more)

    return document_points(changed(change), WORDS)[0].level


@pytest.mark.parametrize(
    ("verdict", "force", "expected"),
    [
        (Verdict.FAIL, "binding", "error"),
        (Verdict.FAIL, "not_known", "warning"),
        (Verdict.FAIL, "upcoming", "note"),
        (Verdict.FAIL, "voluntary", "note"),
        (Verdict.UNKNOWN, "binding", "warning"),
        (Verdict.UNKNOWN, "upcoming", "none"),
        (Verdict.PASS, "binding", "none"),
        (Verdict.NOT_APPLICABLE, "binding", "none"),
    ],
)
def test_the_level_is_what_the_finding_does_to_the_statement(verdict, force, expected):
    assert level(verdict, force) == expected


def test_what_is_waived_is_a_note_and_says_until_when():
    points = [p for p in document_points(changed(waived), WORDS) if p.waived]

    assert [point.level for point in points] == ["note"]
    assert "2027-03-31" in points[0].waiver[0].en


def test_a_standard_asked_for_by_name_counts_whatever_its_force():
    judged = changed(lambda f: replace(all_of(Verdict.FAIL)(f), force=Force("voluntary")))
    asked = replace(judged, assessments=(replace(judged.assessments[0], gate=("gb-44497-2024",)),))

    levels = {point.standard: point.level for point in document_points(asked, WORDS)}
    assert levels["GB 44497-2024"] == "error"
    assert levels["GB 44495-2024"] == "note"


def test_an_expired_waiver_is_a_point_of_its_own():
    points = points_of(RUNS["an expired waiver"]())

    assert [str(p.places[0]) for p in points if p.rule == "icv-checker/waiver-expired"] == [
        "waivers.yaml:3:5"
    ]


def test_each_problem_of_a_refused_document_is_an_error():
    (point,) = points_of(run_of(refused=REFUSED))

    assert (point.rule, point.level, str(point.places[0])) == (INVALID, "error", "broken.yaml:2:3")
    assert is_problem(point)
