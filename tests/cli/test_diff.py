"""`diff` and `impact` as they are typed."""

import json
import shutil
from pathlib import Path

import pytest

from checker.cli import exits
from checker.cli.main import main
from tests.cli.test_waivers_and_answers import CAR, RULES

ROOT = Path(__file__).parents[2]
SPEC = str(ROOT / "examples/l3_highway_pilot.yaml")
MARKETS = ("cn", "eu", "un", "us")
RECORDING = Path("cn/gb-44497-2024.yaml")
ASKED = ("--standard", "gb-44497-2024", "--as-of", "2026-11-20")


@pytest.fixture
def worse(tmp_path):
    text = Path(SPEC).read_text("utf-8")
    edited = text.replace("storage_capacity_events: {value: 6", "storage_capacity_events: {value: 2")
    assert edited != text
    path = tmp_path / "worse.yaml"
    path.write_text(edited, "utf-8")
    return str(path)


@pytest.fixture
def before(tmp_path):
    path = tmp_path / "before.json"
    main(["check", SPEC, *ASKED, "--write", f"json={path}"])
    return str(path)


def test_nothing_changed(before, capsys):
    assert main(["diff", before, SPEC, *ASKED]) == exits.HOLDS
    assert "No verdict changed" in capsys.readouterr().out


def test_what_got_worse_is_named_with_the_value_and_its_line(before, worse, capsys):
    assert main(["diff", before, worse, *ASKED]) == exits.GATE
    shown = capsys.readouterr().out.partition("yunzhou_x9")[2]
    assert "1 requirement is newly not met" in shown
    assert "gb-44497-2024/type-1-event-capacity  (Pass → Fail)" in shown
    assert "storage_capacity_events: 6 → 2" in " ".join(shown.split())


def test_what_got_better_is_no_failure(before, worse, capsys):
    assert main(["diff", worse, before, *ASKED]) == exits.HOLDS
    assert "1 requirement is newly met" in capsys.readouterr().out


def test_as_data_and_for_a_pull_request(before, worse, capfdbinary):
    capfdbinary.readouterr()
    main(["diff", before, worse, *ASKED, "--format", "json"])
    (one,) = json.loads(capfdbinary.readouterr().out)["comparisons"]
    assert [change["direction"] for change in one["changes"]] == ["worse"]

    main(["diff", before, worse, *ASKED, "--format", "markdown", "--lang", "zh"])
    assert "变为不符合" in capfdbinary.readouterr().out.decode()


def test_a_result_of_another_kind_is_refused(tmp_path, capsys):
    path = tmp_path / "x.json"
    path.write_text('{"schema": "icv-result/1", "odd": 1}', "utf-8")

    assert main(["diff", str(path), SPEC]) == exits.INVALID
    assert "odd" in capsys.readouterr().err


def only_data_recording(folder, names):
    """Leave out every rule file but one: others would be read anew from their copies."""
    return [name for name in names if Path(folder).name in MARKETS and name != RECORDING.name]


def test_a_rule_that_asks_for_more_flips_a_verdict(tmp_path, capsys):
    rules = tmp_path / "standards"
    shutil.copytree(ROOT / "standards", rules, ignore=only_data_recording)
    file = rules / RECORDING
    file.write_text(
        file.read_text("utf-8").replace("storage_capacity_events >= 5", "storage_capacity_events >= 9"),
        "utf-8",
    )

    assert main(["impact", "--rules", str(rules), SPEC, *ASKED]) == exits.GATE
    shown = capsys.readouterr().out
    assert "type-1-event-capacity" in shown
    assert "the requirement itself has changed" in shown


@pytest.mark.parametrize(
    ("lang", "why"), [("en", "vehicle.seats is 2, required >= 4"), ("zh", "vehicle.seats 为 2")]
)
def test_what_is_newly_looked_at_names_the_line_of_its_value(lang, why, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("ours").mkdir()
    Path("ours/ours-1.yaml").write_text(RULES, "utf-8")
    Path("car.yaml").write_text(CAR.replace("seats:", "\n  seats:"), "utf-8")

    assert main(["impact", "--rules", "ours", "car.yaml", "--lang", lang]) == exits.GATE
    assert f"    car.yaml:3:3: {why}" in capsys.readouterr().out


def test_the_same_rules_change_nothing(capsys):
    assert main(["impact", "--rules", str(ROOT / "standards"), SPEC, *ASKED]) == exits.HOLDS
    assert "No verdict changed" in capsys.readouterr().out


def test_impact_without_other_rules_is_refused(capsys):
    assert main(["impact", SPEC]) == exits.USAGE
    assert "--rules" in capsys.readouterr().err
