"""SARIF fits the schema of OASIS and what code scanning asks beside it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from checker.location import Place
from checker.rendering.pipeline.addresses import relative_path, uri
from checker.rendering.pipeline.sarif import render_sarif
from tests.rendering import sample
from tests.rendering.pipeline.runs import RUNS, run_of

SCHEMA = Path(__file__).parents[2] / "data/schemas/sarif-schema-2.1.0.json"


def results(run, profile="github"):
    return json.loads(render_sarif(run, profile))["runs"][0]["results"]


@pytest.mark.parametrize("profile", ["github", "full"])
def test_it_fits_the_official_schema(run, profile):
    validator = Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))

    assert [error.message for error in validator.iter_errors(json.loads(render_sarif(run, profile)))] == []


@pytest.mark.parametrize("profile", ["github", "full"])
def test_code_scanning_finds_what_it_needs(run, profile):
    its = json.loads(render_sarif(run, profile))["runs"][0]
    rules = its["tool"]["driver"]["rules"]

    assert len({rule["id"] for rule in rules}) == len(rules)
    assert all(len(rule["properties"]["tags"]) <= 20 for rule in rules)
    assert all(len(rule["shortDescription"]["text"]) <= 1024 for rule in rules)
    for result in its["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] >= 1
        assert place["artifactLocation"]["uri"]
        assert result["message"]["text"].strip()
    names = [result["partialFingerprints"]["icvPoint/v1"] for result in its["results"]]
    assert len(set(names)) == len(names)


def test_for_code_scanning_every_result_is_a_problem(run):
    assert {result["level"] for result in results(run)} <= {"error", "warning", "note"}


def test_in_full_only_a_fail_has_a_level(run):
    for result in results(run, "full"):
        assert (result["level"] == "none") == (result["kind"] != "fail")


def test_in_full_every_kind_is_there():
    kinds = {result["kind"] for result in results(RUNS["every verdict"](), "full")}

    assert kinds == {"pass", "fail", "open", "review", "notApplicable"}


def test_all_pass_makes_no_alert():
    assert results(RUNS["all pass"]()) == []


def test_what_is_waived_is_suppressed_with_its_reason_and_still_there():
    (result,) = [one for one in results(RUNS["waived"]()) if one.get("suppressions")]

    assert result["level"] == "note"
    assert "Li Example" in result["suppressions"][0]["justification"]


def test_a_refused_document_is_an_error_and_the_run_was_not_successful():
    log = json.loads(render_sarif(RUNS["only refused"]()))["runs"][0]

    assert [one["level"] for one in log["results"]] == ["error"]
    assert log["invocations"] == [{"executionSuccessful": False}]


def test_a_fingerprint_stays_when_lines_move():
    before = sample.judged()
    moved = {name["partialFingerprints"]["icvPoint/v1"] for name in results(run_of(before), "full")}
    again = {
        name["partialFingerprints"]["icvPoint/v1"] for name in results(run_of(before, lang="zh"), "full")
    }

    assert moved == again


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("specs/x9.yaml", "specs/x9.yaml"),
        ("./specs/x9.yaml", "specs/x9.yaml"),
        ("specs\\x9.yaml", "specs/x9.yaml"),
        ("/srv/x 9.yaml", "file:///srv/x%209.yaml"),
        ("C:\\cars\\x9.yaml", "file:///C:/cars/x9.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("车/云舟.yaml", "%E8%BD%A6/%E4%BA%91%E8%88%9F.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_a_file_is_a_uri(file, address):
    assert uri(file) == address


def test_platforms_see_the_path_of_the_repository():
    assert relative_path(".\\specs\\x9.yaml") == "specs/x9.yaml"
    assert str(Place("x.yaml", 1, 2)) == "x.yaml:1:2"
