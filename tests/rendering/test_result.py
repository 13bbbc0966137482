"""The JSON of real runs fits its published schema, and anybody can recompute the scores from it alone."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from checker.cli.main import main
from checker.model.assessment import STATEMENTS, StatementKind
from checker.model.finding import Force, Member, Outcome, Read, ReasonKind, Verdict
from checker.model.spec import BASES
from checker.model.waiver import Waived, WaiverState

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "standards/schema/result.schema.json").read_text("utf-8"))
EXAMPLES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("examples", "examples/real")
    for path in (ROOT / folder).glob("*.yaml")
)
AS_OF = "2026-11-20"


@pytest.fixture
def run(capsysbinary: Any, monkeypatch: Any) -> Any:
    """Return a function that runs `check --format json` in the checkout and returns the result."""
    monkeypatch.chdir(ROOT)

    def run(*arguments: str) -> Any:
        main(["check", "--format", "json", "--as-of", AS_OF, *arguments])
        return json.loads(capsysbinary.readouterr().out)

    return run


@pytest.fixture(scope="module")
def results() -> Any:
    """Return the result of each example by its name, all from one run of the command."""
    command = [sys.executable, "-m", "checker", "check", "--format", "json", "--as-of", AS_OF, *EXAMPLES]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()
    result = json.loads(done.stdout)
    assert (result["as_of"], result["invalid"]) == (AS_OF, [])
    return {one["file"]: {**result, "results": [one]} for one in result["results"]}


def problems(result: Any) -> list[str]:
    return [
        f"{list(error.absolute_path)}: {error.message}"[:300]
        for error in Draft202012Validator(SCHEMA).iter_errors(result)
    ]


def recomputed(findings: list[Any], counts_as_binding: list[str]) -> dict[str, tuple[Any, ...]]:
    """Return the three accounts as `$defs/score` of the schema tells a stranger to compute them."""
    accounts = {"score": [0, 0, 0], "readiness": [0, 0, 0], "good_practice": [0, 0, 0]}
    for finding in findings:
        counted = (
            finding["verdict"] != "not_applicable"
            and finding["obligation"] != "may"
            and not finding["switched_off"]
        )
        if not counted:
            continue
        named = finding["requirement"].split("/")[0] in counts_as_binding
        force = finding["force"]["kind"]
        if finding["obligation"] == "shall" and (named or force == "binding"):
            account = accounts["score"]
        elif finding["obligation"] == "shall" and force in ("upcoming", "not_known"):
            account = accounts["readiness"]
        else:
            account = accounts["good_practice"]
        account[0] += finding["weight"] * (finding["verdict"] == "pass")
        account[1] += finding["weight"] * (finding["verdict"] in ("pass", "fail"))
        account[2] += finding["weight"]
    return {name: (*points, *shares(*points)) for name, points in accounts.items()}


def shares(earned: int, decided: int, at_stake: int) -> tuple[float | None, ...]:
    if not at_stake:
        return None, None, None
    return earned / at_stake, (earned + at_stake - decided) / at_stake, decided / at_stake


def printed(accounts: Any) -> dict[str, tuple[Any, ...]]:
    fields = ("earned", "decided_points", "at_stake", "low", "high", "decided")
    return {name: tuple(account[field] for field in fields) for name, account in accounts.items()}


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("example", EXAMPLES)
def test_results_of_the_examples_fit_the_schema(example, results):
    assert problems(results[example]) == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_scores_are_recomputed_from_the_json_alone(example, results):
    for configuration in results[example]["results"][0]["configurations"]:
        named = configuration["counts_as_binding"]
        everything = [f for standard in configuration["standards"] for f in standard["findings"]]
        assert recomputed(everything, named) == printed(configuration["accounts"])
        for standard in configuration["standards"]:
            assert recomputed(standard["findings"], named) == printed(standard["accounts"])
        for domain, accounts in configuration["domains"].items():
            its = [f for f in everything if f["domain"] == domain]
            assert recomputed(its, named) == printed(accounts)


def test_a_standard_asked_for_by_name_counts_as_binding(run):
    result = run("examples/l3_highway_pilot.yaml", "--standard", "GB 44497-2024")
    configuration = result["results"][0]["configurations"][0]
    assert configuration["counts_as_binding"] == ["gb-44497-2024"]
    everything = [f for standard in configuration["standards"] for f in standard["findings"]]
    accounts = printed(configuration["accounts"])
    assert recomputed(everything, ["gb-44497-2024"]) == accounts
    assert recomputed(everything, []) != accounts
    assert problems(result) == []


def test_the_assessment_date_is_recorded_in_every_configuration(results):
    configurations = [c for result in results.values() for c in result["results"][0]["configurations"]]
    assert len(configurations) > len(EXAMPLES)  # files with option packages are judged as base and full
    assert {c["as_of"] for c in configurations} == {AS_OF}


def test_another_date_gives_another_force(run):
    def forces(day: str) -> set[tuple[str, str]]:
        result = run("examples/l3_highway_pilot.yaml", "--as-of", day)
        assert result["as_of"] == day
        configuration = result["results"][0]["configurations"][0]
        findings = [f for standard in configuration["standards"] for f in standard["findings"]]
        return {(f["requirement"], f["force"]["kind"]) for f in findings}

    assert forces("2024-01-01") != forces(AS_OF)


WAIVERS = """
waivers:
  - requirement: gb-44497-2024/time-stamp-events-are-recorded
    reason: {en: The new recorder comes in March., zh: 新记录装置三月到货。}
    approver: A. Example
    approved: 2026-10-01
    expires: 2026-12-31
  - requirement: gb-44497-2024/light-vehicle-has-a-recorder-of-type-1-or-2
    reason: It passes.
    approver: A. Example
    approved: 2026-10-01
    expires: 2026-12-31
"""


def test_waivers_are_in_the_result_and_change_no_score(run, results, tmp_path):
    file = tmp_path / "waivers.yaml"
    file.write_text(WAIVERS, "utf-8")
    result = run("examples/l3_highway_pilot.yaml", "--waivers", str(file))
    assert problems(result) == []
    (waived,) = result["results"][0]["configurations"]
    (bare,) = results["examples/l3_highway_pilot.yaml"]["results"][0]["configurations"]
    assert [one["state"] for one in waived["waivers"]] == ["active", "unused"]
    beside = [f for s in waived["standards"] for f in s["findings"] if f["waiver"]]
    assert [(f["requirement"], f["verdict"], f["waiver"]["state"]) for f in beside] == [
        ("gb-44497-2024/time-stamp-events-are-recorded", "fail", "active")
    ]
    assert [one["file"] for one in waived["waiver_files"]] == [str(file)]
    assert waived["accounts"] == bare["accounts"]
    assert (bare["waivers"], bare["waiver_files"]) == ([], [])


def test_a_refused_file_is_a_result_too(run, tmp_path):
    bad = tmp_path / "bad.yaml"
    bad.write_text("vehicle: {category: M1, catgory: M1}\n", "utf-8")
    result = run(str(bad), "examples/l4_robotaxi.yaml")
    assert problems(result) == []
    assert [one["file"] for one in result["invalid"]] == [str(bad)]
    assert [one["file"] for one in result["results"]] == ["examples/l4_robotaxi.yaml"]


@pytest.mark.parametrize("example", EXAMPLES[:1])
def test_the_same_run_gives_the_same_bytes(example, capsysbinary, monkeypatch):
    monkeypatch.chdir(ROOT)
    outputs = []
    for _ in range(2):
        main(["check", "--format", "json", "--as-of", AS_OF, example])
        outputs.append(capsysbinary.readouterr().out)
    assert outputs[0] == outputs[1]


def definition(*path: str) -> Any:
    found: Any = SCHEMA["$defs"]
    for key in path:
        found = found[key]
    return [word for word in found["enum"] if word is not None]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("statement", "properties", "kind"), get_args(StatementKind)),
        (("finding", "properties", "verdict"), Verdict),
        (("finding", "properties", "outcome"), Outcome),
        (("member", "properties", "outcome"), Outcome),
        (("reason", "properties", "kind"), get_args(ReasonKind)),
        (("read", "properties", "basis"), BASES),
        (("waived", "properties", "state"), get_args(Waived.__annotations__["state"])),
        (("use", "properties", "state"), get_args(WaiverState)),
    ],
)
def test_the_schema_knows_the_words_of_the_model(path, words):
    assert definition(*path) == [str(word) for word in words]


def test_the_schema_knows_every_force_and_every_mask():
    def literals(record: type, field: str) -> set[str]:
        return {word for word in _flat(record.__annotations__[field]) if isinstance(word, str)}

    force = SCHEMA["$defs"]["finding"]["properties"]["force"]["properties"]["kind"]["enum"]
    assert set(force) == literals(Force, "kind")
    assert set(definition("read", "properties", "masked")) == literals(Read, "masked")
    assert "outcome" in Member.__annotations__
    assert set(STATEMENTS) < set(get_args(StatementKind))


def _flat(annotation: Any) -> Any:
    if not get_args(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from _flat(inner)


def test_every_object_of_the_schema_is_closed_and_described():
    def look(schema: Any, path: str) -> Any:
        if isinstance(schema, list):
            for index, item in enumerate(schema):
                yield from look(item, f"{path}[{index}]")
        if not isinstance(schema, dict):
            return
        if schema.get("type") == "object" and "properties" in schema:
            if schema.get("additionalProperties") is not False:
                yield f"{path}: open"
            if set(schema["required"]) != set(schema["properties"]):
                yield f"{path}: a property may be missing"
        if "description" in schema and not str(schema.get("x-zh", "")):
            yield f"{path}: no Chinese"
        for key, value in schema.items():
            yield from look(value, f"{path}/{key}")

    assert list(look(SCHEMA, "")) == []
