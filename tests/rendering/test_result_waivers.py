"""Waivers in the JSON of real runs: they fit the schema, and nothing but statements differs by them."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from checker.cli.main import main
from checker.model.waiver import Waived, WaiverState

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "standards/schema/result.schema.json").read_text("utf-8"))
SPEC = "examples/l3_highway_pilot.yaml"
FILE = "examples/waivers/l3_highway_pilot.yaml"
TIMES, POSITION, POWER = (
    "gb-44497-2024/time-stamp-events-are-recorded",
    "gb-44497-2024/position-is-right-to-two-thousandths-of-a-degree",
    "gb-44497-2024/storage-survives-power-loss",
)


@pytest.fixture
def run(capsysbinary: Any, monkeypatch: Any) -> Any:
    monkeypatch.chdir(ROOT)

    def run(*arguments: str, day: str = "2026-11-20") -> Any:
        main(["check", "--format", "json", "--as-of", day, "--standard", "gb-44497-2024", *arguments])
        result = json.loads(capsysbinary.readouterr().out)
        errors = list(Draft202012Validator(SCHEMA).iter_errors(result))
        assert [f"{list(error.absolute_path)}: {error.message}" for error in errors] == []
        return result["results"][0]

    return run


def findings(one: Any) -> dict[str, Any]:
    (configuration,) = one["configurations"]
    return {f["requirement"]: f for standard in configuration["standards"] for f in standard["findings"]}


@pytest.mark.parametrize(
    ("day", "states"),
    [
        ("2026-09-30", {TIMES: "upcoming", POSITION: "upcoming", POWER: "unused"}),
        ("2026-10-01", {TIMES: "active", POSITION: "active", POWER: "unused"}),
        ("2027-01-01", {TIMES: "active", POSITION: "active", POWER: "expired"}),
        ("2027-03-31", {TIMES: "active", POSITION: "active", POWER: "expired"}),
        ("2027-04-01", {TIMES: "expired", POSITION: "expired", POWER: "expired"}),
    ],
)
def test_each_waiver_says_what_it_comes_to_on_the_day(day, states, run):
    one = run(SPEC, "--waivers", FILE, day=day)
    (configuration,) = one["configurations"]
    by_id = findings(one)

    assert {use["waiver"]["requirement"]: use["state"] for use in configuration["waivers"]} == states
    for use in configuration["waivers"]:
        beside = by_id[use["waiver"]["requirement"]]["waiver"]
        assert (beside is not None) is bool(use["covers"])
        if beside:
            assert beside["state"] == use["state"]
            assert beside["waivers"] == [{"waiver": use["waiver"], "state": use["state"]}]
    assert configuration["waiver_files"] == [
        {"file": FILE, "digest": configuration["waiver_files"][0]["digest"], "max_months": 12}
    ]
    waived = set(states.values()) >= {"active"}
    assert one["statement"]["kind"] == ("undetermined" if waived else "does_not_conform")


def without_waivers(value: Any) -> Any:
    """Return a result without all that waivers may change: themselves, statements, and the gate."""
    if isinstance(value, dict):
        left_out = ("waiver", "waivers", "waiver_files", "statement", "gate")
        return {key: without_waivers(inside) for key, inside in value.items() if key not in left_out}
    return [without_waivers(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("day", ["2026-11-20", "2027-04-01"])
def test_no_verdict_and_no_score_differs(day, run):
    plain, waived = run(SPEC, day=day), run(SPEC, "--waivers", FILE, day=day)

    assert waived != plain
    assert without_waivers(waived) == without_waivers(plain)


def test_ignored_waivers_are_read_and_come_to_nothing(run):
    assert run(SPEC, "--waivers", FILE, "--ignore-waivers") == run(SPEC)


def test_without_waivers_there_is_room_for_them(run):
    one = run(SPEC)

    assert (one["configurations"][0]["waivers"], one["configurations"][0]["waiver_files"]) == ([], [])
    assert {finding["waiver"] for finding in findings(one).values()} == {None}


def test_the_schema_knows_the_words_of_the_model():
    definitions = SCHEMA["$defs"]

    assert definitions["use"]["properties"]["state"]["enum"] == list(get_args(WaiverState))
    assert definitions["waived"]["properties"]["state"]["enum"] == list(
        get_args(Waived.__annotations__["state"])
    )
