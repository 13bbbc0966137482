"""Every score of a report follows from the findings that it prints."""

import shutil
import subprocess
from pathlib import Path

import pytest

from checker.api import assess, load_spec, load_standards
from checker.assessment.scores import accounts_of, domains_of, sum_of
from checker.model.finding import Force, Outcome, Verdict
from checker.record import replace
from checker.rendering.control import report_number
from checker.rendering.html import render_html
from checker.rendering.pdf import render_pdf
from checker.text import Text
from tests.rendering import recomputing
from tests.rendering.sample import finding, judged, requirement

ROOT = Path(__file__).parents[2]


def scored():
    """Return the sample with findings of every kind that a score treats in its own way."""
    one = judged().assessments[1]
    first, second, *rest = one.results
    off = Text("elsewhere", "另行判定")
    more = (
        ("should", {"obligation": "should", "weight": 4}, Verdict.PASS, {}),
        ("may", {"obligation": "may", "weight": 5}, Verdict.FAIL, {}),
        ("rung", {"rung": 3, "weight": 5}, Verdict.FAIL, {}),
        ("voluntary", {"weight": 2}, Verdict.FAIL, {"force": Force("voluntary")}),
        ("ended", {"weight": 3}, Verdict.PASS, {"force": Force("ended", ended_by="GB 1-2030")}),
        ("undated", {"weight": 5}, Verdict.PASS, {"force": Force("not_known")}),
        ("coming", {"weight": 2}, Verdict.FAIL, {"force": Force("upcoming")}),
        (
            "elsewhere",
            {"domain": "chassis", "weight": 3},
            Verdict.FAIL,
            {"force": Force("upcoming", "2027-01-01", 42)},
        ),
        ("kept", {"domain": "chassis", "weight": 2, "verified": False}, Verdict.PASS, {"provisional": True}),
        ("off", {"weight": 5}, Verdict.NOT_APPLICABLE, {"switched_off": off, "outcome": Outcome.OPEN}),
    )
    added = tuple(
        finding(
            requirement(f"gb-44497-2024/{name}", f"9.{i}", "It is so.", "应如此。", **rule), verdict, **beside
        )
        for i, (name, rule, verdict, beside) in enumerate(more)
    )
    gate = (second.standard.id,)
    voluntary = tuple(replace(f, force=Force("voluntary")) for f in second.findings)
    results = (replace(first, findings=(*first.findings, *added)), replace(second, findings=voluntary), *rest)

    def gated(one):
        return one.requirement.id.split("/")[0] in gate

    results = tuple(replace(r, accounts=accounts_of(r.findings, gated)) for r in results)
    every = [f for r in results for f in r.findings]
    whole = replace(
        one,
        results=results,
        gate=gate,
        accounts=sum_of(r.accounts for r in results),
        domains=domains_of(every, gated),
    )
    return replace(judged(), assessments=(whole,), decisive=0)


def agrees(text):
    """Return how many domains there are, after each was compared with what the findings come to."""
    scores, told = recomputing.chapters(text)
    sums = recomputing.recomputed(scores, told)
    whole = sums.pop("")
    assert recomputing.printed_whole(scores)[:3] == tuple(
        (recomputing.interval(points), recomputing.points_said(points)) for points in whole.values()
    )
    printed = recomputing.printed_domains(scores.partition("By domain")[2])
    assert printed == {
        domain: tuple(recomputing.interval(points) for points in its.values()) for domain, its in sums.items()
    }
    return len(printed)


def test_the_sample_treats_every_kind_in_its_own_way():
    accounts = scored().assessments[0].accounts
    assert [
        (a.earned, a.decided_points, a.at_stake)
        for a in (accounts.score, accounts.readiness, accounts.good_practice)
    ] == [
        (6, 9, 19),
        (5, 10, 11),
        (7, 9, 9),
    ]


def test_from_the_visible_text_of_a_page():
    assert agrees(recomputing.of_page(render_html(scored()))) == 3


def test_from_the_text_of_a_pdf(tmp_path):
    pytest.importorskip("weasyprint")
    if not shutil.which("pdftotext"):
        pytest.skip("poppler-utils is not installed")
    one = scored()
    (tmp_path / "r.pdf").write_bytes(render_pdf(one))
    done = subprocess.run(["pdftotext", "-raw", tmp_path / "r.pdf", "-"], capture_output=True, check=True)
    assert agrees(recomputing.of_pdf(done.stdout.decode(), report_number((one,)))) == 3


def test_another_verdict_would_be_noticed():
    text = recomputing.of_page(render_html(scored())).replace("● Pass 4.1 ", "■ Fail 4.1 ")
    with pytest.raises(AssertionError, match=r"of 19 earned"):
        agrees(text)


def test_of_a_vehicle_and_all_its_standards():
    standards = load_standards()
    (spec,) = load_spec(str(ROOT / "examples" / "l3_highway_pilot.yaml"), standards)
    assert agrees(recomputing.of_page(render_html(assess(spec, standards, as_of="2026-11-20")))) > 5
