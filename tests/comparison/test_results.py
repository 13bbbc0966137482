"""A result is read back as it was written, and what is no result is refused."""

import json
from pathlib import Path

import pytest

from checker.assessment.gate import Gate, decide
from checker.comparison.results import load_result, result_of
from checker.errors import Invalid
from checker.rendering.pipeline.points import document_points
from checker.rendering.result import render_json
from checker.rendering.wording import load_words
from tests.rendering import sample
from tests.rendering.pipeline.runs import changed, waived

ROOT = Path(__file__).parents[2]


def written(judged):
    return render_json([(judged, decide(judged, Gate()))], (), tool_version="0.1.0", as_of=sample.AS_OF)


def test_a_result_of_the_sample_is_read_back():
    configurations = result_of(json.loads(written(sample.judged())))

    assert [one.key for one in configurations] == ["base", "full"]
    full = configurations[1].standings
    assert full["gb-44497-2024/type-1-event-capacity"].verdict == "fail"
    assert (
        full["gb-44497-2024/type-1-event-capacity"]
        .values["data_recording.dssad.storage_capacity_events"]
        .value
        == 4
    )


def test_a_result_of_another_version_says_so_and_nothing_else():
    with pytest.raises(Invalid) as caught:
        load_result(b'{\n  "schema": "icv-result/0", "other": 1\n}', "old.json")

    (problem,) = caught.value.problems
    assert problem.in_("en") == (
        "old.json:2:3: this result is of another version: icv-result/0, where this one reads icv-result/1 "
        "(write it again: icv-checker check SPEC --format json)"
    )


@pytest.mark.parametrize("make", [sample.judged, lambda: changed(waived)])
def test_levels_are_those_of_the_other_formats(make):
    judged = make()
    levels = {
        (point.rule, tuple(text.en for text in point.configurations)): point.level
        for point in document_points(judged, load_words())
        if point.requirement
    }
    notes = {"note": "none"}  # a note is nothing to the gate

    found = {
        standing.requirement: standing.level
        for standing in result_of(json.loads(written(judged)))[-1].standings.values()
    }
    assert {
        rule: notes.get(level, level) for (rule, its), level in levels.items() if not its or len(its) > 1
    } == {rule: found[rule] for (rule, its), _ in levels.items() if not its or len(its) > 1}


def test_what_is_no_result_is_refused_with_its_place():
    with pytest.raises(Invalid) as refused:
        load_result(b'{"schema": "icv-result/1", "results": []}', "r.json")

    assert "r.json:1:" in str(refused.value)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"schema: icv-vehicle/1\n", "1:1"),  # a spec in YAML
        (b"", "1:1"),
        (b"[1]", "1:1"),
        (b'{"schema": "icv-vehicle/1"}', "1:2"),  # a spec in JSON
        (b"\xef\xbb\xbf\n{}", "2:1"),
        (b'{"schema": 1}', "1:2"),
    ],
)
def test_what_is_another_file_is_told_how_a_result_is_written(data, place):
    with pytest.raises(Invalid) as caught:
        load_result(data, "car.yaml")

    (problem,) = caught.value.problems
    assert problem.in_("en") == (
        f"car.yaml:{place}: this is no result of `check` "
        "(write one and name it here: icv-checker check SPEC --write json=FILE)"
    )
    assert problem.in_("zh") == (
        f"car.yaml:{place}: 这不是 check 命令的结果文件"
        "（请先生成结果文件并在此指定：icv-checker check SPEC --write json=文件）"
    )


def test_a_reason_is_told_once_with_its_first_place():
    result = json.loads(written(sample.judged()))
    findings = [f for one in result["results"][0]["configurations"][1]["standards"] for f in one["findings"]]
    finding = next(f for f in findings if f["requirement"] == "gb-44497-2024/type-1-event-capacity")
    (member,) = finding["members"]
    (reason,) = member["reasons"]
    member["reasons"] = [{**reason, "place": None}, reason, {**reason, "place": None}]

    (why,) = result_of(result)[1].standings[finding["requirement"]].why
    assert why.text.en == reason["text"]["en"]
    assert why.place.line == reason["place"]["line"]


def test_broken_json_is_refused():
    with pytest.raises(Invalid):
        load_result(b'{"schema": ', "r.json")
