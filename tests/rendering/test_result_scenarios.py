"""The scenario matrix in the JSON: a stranger recomputes every verdict from the findings beside it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.cli.main import main
from tests.v2x_car import CAR

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "standards/schema/result.schema.json").read_text("utf-8"))
WORST_FIRST = ["violated", "open", "holds", "out"]
VERDICTS = ["fail", "unknown", "review", "pass", "not_applicable"]


@pytest.fixture
def run(tmp_path, capsysbinary):
    """Return what judges a spec by some standards and returns them by id."""

    def run(spec, *standards):
        path = tmp_path / "car.yaml"
        path.write_text(spec, "utf-8")
        named = [word for standard in standards for word in ("--standard", standard)]
        main(["check", str(path), "--format", "json", "--as-of", "2026-11-20", *named])
        result = json.loads(capsysbinary.readouterr().out)
        assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(result)] == []
        (configuration,) = result["results"][0]["configurations"]
        return {standard["id"]: standard for standard in configuration["standards"]}

    return run


def of(standard, id_):
    return next(one for one in standard["scenarios"] if one["id"] == id_)


def recomputed(scenario, findings):
    """Return verdict and outcome of a scenario as `$defs/scenario` of the schema tells a stranger to."""
    its = [one for one in findings if one["requirement"] in scenario["requirements"]]
    counted = [one for one in its if one["obligation"] == "shall"] or [
        one for one in its if one["obligation"] == "should"
    ]
    worst = min((one["outcome"] for one in counted), key=WORST_FIRST.index, default=None)
    verdicts = [one["verdict"] for one in counted if one["outcome"] == worst]
    return min(verdicts, key=VERDICTS.index, default=None), worst


def test_every_verdict_is_recomputed(run):
    """T/CSAE 53-2020 shares no requirement among its scenarios, so nothing but the worst is asked."""
    standard = run(CAR, "t-csae-53-2020")["t-csae-53-2020"]

    assert len(standard["scenarios"]) == 17
    for scenario in standard["scenarios"]:
        said = scenario["verdict"], scenario["outcome"]
        assert said == recomputed(scenario, standard["findings"]), scenario["id"]


def test_every_finding_of_a_scenario_set_belongs_to_a_scenario(run):
    for standard in run(CAR, "t-csae-53-2020", "t-csae-157-2020").values():
        named = {id_ for one in standard["scenarios"] for id_ in one["requirements"]}
        assert named == {finding["requirement"] for finding in standard["findings"]}


def test_what_is_missing_is_named_once(run):
    forward = of(run(CAR, "t-csae-53-2020")["t-csae-53-2020"], "forward-collision-warning")

    assert (forward["verdict"], forward["clause"]) == ("unknown", ["5.2.2"])
    assert forward["name"] == {"en": "Forward collision warning", "zh": "前向碰撞预警"}
    (missing,) = forward["missing"]
    assert missing["kind"] == "missing"
    assert missing["paths"] == [
        f"connectivity.v2x.applications.fcw.{name}"
        for name in ("application_latency_ms", "operating_speed_kmh", "tasks")
    ]
    assert missing["place"]["line"] == 10


def test_what_is_violated_is_named(run):
    advisory = of(run(CAR, "t-csae-53-2020")["t-csae-53-2020"], "green-light-speed-advisory")

    assert (advisory["verdict"], advisory["outcome"]) == ("review", "violated")
    assert advisory["violated"] == ["t-csae-53-2020/green-light-speed-advisory-reaches-its-figures"]
    assert advisory["missing"] != []


def test_an_application_that_the_vehicle_does_not_have_is_out(run):
    left = of(run(CAR, "t-csae-53-2020")["t-csae-53-2020"], "left-turn-assist")

    assert (left["verdict"], left["missing"], left["violated"]) == ("not_applicable", [], [])


def test_a_standard_that_names_no_scenarios_has_an_empty_list(run):
    assert run(CAR, "gb-44495-2024")["gb-44495-2024"]["scenarios"] == []


def test_a_vehicle_without_v2x_is_out_of_every_scenario(run):
    spec = CAR[: CAR.index("connectivity")] + "connectivity: {v2x: {fitment: not_fitted}}\n"
    standard = run(spec, "t-csae-53-2020")["t-csae-53-2020"]

    assert standard["applies"] == "no"
    assert {one["verdict"] for one in standard["scenarios"]} == {"not_applicable"}


def test_where_it_is_open_whether_the_set_applies_every_scenario_waits_for_that(run):
    standard = run(CAR[: CAR.index("connectivity")], "t-csae-53-2020")["t-csae-53-2020"]

    assert standard["applies"] == "open"
    assert {one["verdict"] for one in standard["scenarios"]} == {"unknown"}
    assert {tuple(one["missing"][0]["paths"]) for one in standard["scenarios"]} == {
        tuple(standard["why"][0]["paths"])
    }
