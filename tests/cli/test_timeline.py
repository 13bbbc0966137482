"""`icv-checker timeline` as people and programs see it."""

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import EXAMPLES, ROOT

GOLDEN = ROOT / "tests" / "cli" / "golden"
SCHEMA = json.loads((ROOT / "standards/schema/timeline.schema.json").read_text("utf-8"))
SPEC = "examples/l3_highway_pilot.yaml"
DAY = "--as-of=2026-11-20"


@pytest.fixture
def tell(run, monkeypatch):
    """Return what runs the command in the checkout, for a few standards that are quick."""
    monkeypatch.chdir(ROOT)
    return lambda *arguments: run("timeline", *arguments, DAY)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_text(lang, tell, golden):
    named = ("--standard", "gb-44497-2024", "--standard", "gb-44496-2024")
    ran = tell(SPEC, *named, "--lang", lang)

    assert (ran.code, ran.err) == (0, "")
    golden(GOLDEN / f"timeline.{lang}.txt", ran.out)


def test_a_narrow_terminal(run, golden, monkeypatch):
    monkeypatch.chdir(ROOT)
    ran = run("timeline", SPEC, DAY, "--standard", "gb-44497-2024", "--lang", "both", COLUMNS="50")

    assert ran.code == 0
    golden(GOLDEN / "timeline.both.50.txt", ran.out)


@pytest.mark.parametrize("name", ["l3_highway_pilot", "l2_passenger_car", "real/mercedes_drive_pilot_de"])
def test_json_fits_its_schema_and_days_are_in_order(name, tell):
    named = ("--standard", "gb-44496-2024", "--standard", "un-r155", "--standard", "gb-44497-2024")
    result = json.loads(tell(f"{EXAMPLES.name}/{name}.yaml", *named, "--format", "json").out)

    assert not list(Draft202012Validator(SCHEMA).iter_errors(result))
    for configuration in (one for document in result["results"] for one in document["configurations"]):
        for course in configuration["courses"]:
            days = [event["day"] for event in course["events"]]
            assert days == sorted(set(days))
            assert set(days) <= set(configuration["looked_at"])
            for event in course["events"]:
                left = (date.fromisoformat(event["day"]) - date(2026, 11, 20)).days
                assert event["days_left"] == left > 0


def test_the_last_day_of_the_certificate(tell):
    result = json.loads(tell(SPEC, "--standard", "gb-44496-2024", "--format", "json").out)
    courses = result["results"][0]["configurations"][0]["courses"]
    (event,) = (one for one in courses[0]["events"] if one["day"] == "2029-01-20")

    assert [(one["market"], one["kind"], one["own"]) for one in courses] == [
        ("CN", "new-type", True),
        ("CN", "existing-type", False),
    ]
    assert {(turn["before"], turn["after"]) for turn in event["turns"]} == {("pass", "unknown")}
    assert {turn["reasons"][0]["kind"] for turn in event["turns"]} == {"evidence_lapsed"}


def test_one_kind_of_approval(tell):
    result = json.loads(
        tell(SPEC, "--standard", "gb-44497-2024", "--approval", "existing-type", "--format", "json").out
    )

    (course,) = result["results"][0]["configurations"][0]["courses"]
    assert (course["kind"], course["own"]) == ("existing-type", True)


def test_every_configuration_has_its_own(tell):
    out = tell("examples/l2_passenger_car.yaml", "--standard", "un-r155").out
    assert out.count("The same spec, judged on every day") == 3

    out = tell("examples/l2_passenger_car.yaml", "--standard", "un-r155", "--variant", "eu_pro").out
    assert out.count("The same spec, judged on every day") == 1
    assert "2027-02-14  86 days left" in out


def test_nothing_that_applies(tell, spec):
    out = tell(spec(), "--standard", "un-r155").out
    assert "No requirement of a standard in scope applies to this configuration on any known day." in out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("gone.yaml",), 3, "gone.yaml:1:1: there is no such file"),
        (("car.yaml", "--standard", "gb-44497-2023"), 2, "unknown standard"),
        (("car.yaml", "--variant", "x"), 2, "describes one configuration only"),
    ],
)
@pytest.mark.usefixtures("car")
def test_what_is_wrong_is_said(arguments, code, says, run):
    ran = run("timeline", *arguments)

    assert (ran.code, ran.out) == (code, "")
    assert says in ran.err


def test_an_invalid_document_is_in_the_json(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text("schema: icv-vehicle/1\n", "utf-8")
    ran = run("timeline", "bad.yaml", "--format", "json")

    assert ran.code == 3
    result = json.loads(ran.out)
    assert result["results"] == []
    assert result["invalid"][0]["file"] == "bad.yaml"
    assert not list(Draft202012Validator(SCHEMA).iter_errors(result))


def test_the_schema_is_printed(run):
    assert json.loads(run("schema", "timeline").out) == SCHEMA


def test_a_report_has_it_and_it_says_the_same(tell, run, tmp_path):
    named = (SPEC, "--standard", "gb-44496-2024", DAY)
    ran = run("report", *named, "-o", tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text("utf-8")

    assert ran.code == 0
    told = tell(SPEC, "--standard", "gb-44496-2024").out
    for said in ("2029-01-20", "792 days left", "Pass → Unknown", "47 requirements (31 unknown, 16 pass)"):
        assert said in page
        assert said in told


def test_a_check_does_not_pay_for_it(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    result = json.loads(run("check", SPEC, DAY, "--standard", "gb-44497-2024", "--format", "json").out)

    assert "timeline" not in result["results"][0]
