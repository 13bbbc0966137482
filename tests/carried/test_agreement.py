"""Two summaries beside each other: each thing that differs is found, and named."""

import copy

import pytest

from checker.carried.agreement import compare_summaries
from checker.carried.summary import summary
from tests.carried.sample import result, score


def states(now):
    return {one.item: one for one in compare_summaries(summary(result()), summary(now))}


def test_equal_results_agree_in_everything():
    compared = states(result())
    assert {one.state for one in compared.values()} == {"agrees"}
    assert set(compared) == {
        *("specs", "gate", "spec", "rules", "profile", "waivers", "approval"),
        *("statement", "scores", "verdicts"),
    }
    assert compared["spec"].about == "car.yaml#1 (full)"


@pytest.mark.parametrize(
    ("item", "more", "now"),
    [
        ("spec", {"spec_digest": "sha256:0"}, "sha256:0, base.yaml"),
        ("spec", {"extends": []}, "sha256:" + "a" * 64),
        ("rules", {"rules_digest": "sha256:0"}, "sha256:0"),
        ("profile", {"profile": None}, None),
        ("waivers", {"waiver_files": []}, ""),
        ("approval", {"approval": {"kind": "existing"}}, "existing"),
        ("statement", {"statement": {"kind": "conforms", "provisional": False}}, "conforms"),
        (
            "scores",
            {"accounts": {"score": score(2.5)}},
            "model 1, score 2.5/5/8",
        ),
        ("scores", {"score_model": "2"}, "model 2, score 3/5/8, readiness 3/5/8, good_practice 3/5/8"),
    ],
)
def test_what_differs_is_found_and_nothing_else(item, more, now):
    compared = states(result(**more))
    assert [name for name, one in compared.items() if one.state == "disagrees"] == [item]
    assert compared[item].now == now


def test_a_verdict_that_changed_names_its_standard():
    standards = copy.deepcopy(result()["results"][0]["configurations"][0]["standards"])
    standards[0]["findings"][0]["verdict"] = "fail"
    changed = states(result(standards=standards))["verdicts"]
    assert (changed.report, changed.now) == ("p:1 f:1 r:1 u:1 n:1", "p:0 f:2 r:1 u:1 n:1")
    assert changed.why.en == "in gb-1"


def test_verdicts_that_changed_places_are_not_the_same():
    standards = copy.deepcopy(result()["results"][0]["configurations"][0]["standards"])
    standards[0]["findings"].reverse()
    assert states(result(standards=standards))["verdicts"].state == "disagrees"


def test_rules_that_differ_are_named():
    standards = [
        {"id": "gb-1", "digest": "sha256:0", "findings": []},
        {"id": "gb-3", "digest": "sha256:0", "findings": []},
    ]
    said = states(result(standards=standards, rules_digest="sha256:0"))["rules"].why
    assert said.en == "other rules: gb-1; not here: gb-2; not in the report: gb-3"
    assert said.zh == "规则不同: gb-1；此处没有: gb-2；报告中没有: gb-3".replace(": ", "：")


def test_the_gate_and_the_documents_count_too():
    now = result()
    now["results"][0]["gate"]["holds"] = False
    now["invalid"] = []
    compared = states(now)
    assert compared["gate"].now == "does not hold"
    assert (compared["specs"].report, compared["specs"].now) == ("car.yaml#1, bad.yaml#2", "car.yaml#1")


def test_configurations_that_are_others_are_said():
    now = result()
    now["results"][0]["configurations"] *= 2
    found = [one for one in compare_summaries(summary(result()), summary(now)) if one.state == "disagrees"]
    assert [(one.item, one.now) for one in found] == [("spec", "full, full")]


def test_long_lists_are_cut():
    more = [{"id": f"gb-{n}", "digest": "sha256:0", "findings": []} for n in range(10, 20)]
    said = states(result(standards=more, rules_digest="sha256:0"))["rules"].why
    assert "gb-10, gb-11, gb-12, gb-13, gb-14 +5" in said.en
