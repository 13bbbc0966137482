"""`check --scenarios`: each scenario with what is missing, as short as one reads on a terminal."""

import json

import pytest

from checker.cli.main import main
from tests.v2x_car import CAR

SET = ("--standard", "t-csae-53-2020", "--as-of", "2026-11-20")


@pytest.fixture
def check(tmp_path, capsys, monkeypatch):
    """Return what judges the car and returns what is printed."""
    monkeypatch.setenv("COLUMNS", "100")
    path = tmp_path / "car.yaml"
    path.write_text(CAR, "utf-8")

    def check(*words):
        main(["--lang", "en", "check", str(path), *SET, *words])
        return capsys.readouterr().out

    return check


def scenarios(text):
    lines = text.splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith("Scenarios"))
    return lines[begin : lines.index("", begin)]


def test_how_many_there_are_of_each_verdict(check):
    assert scenarios(check()) == [
        "Scenarios (--scenarios lists them)",
        "  T/CSAE 53-2020: 17 scenarios: 1 unknown, 1 review, 15 not applicable",
    ]


def test_each_with_what_is_missing(check):
    assert scenarios(check("--scenarios"))[2:8] == [
        "    ▲ Forward collision warning  5.2.2  Unknown",
        "        not stated: connectivity.v2x.applications.fcw: application_latency_ms,",
        "          operating_speed_kmh, tasks",
        "    ◆ Green light optimal speed advisory  5.2.14  Review",
        "        looks violated: t-csae-53-2020/green-light-speed-advisory-reaches-its-figures",
        "        not stated: connectivity.v2x.applications.glosa.tasks",
    ]


def test_text_and_json_say_the_same(check):
    """The text is made without all that the JSON explains; what is missing must not suffer from that."""
    (result,) = json.loads(check("--format", "json"))["results"]
    (standard,) = result["configurations"][0]["standards"]
    told = "".join(scenarios(check("--scenarios"))).replace(" ", "")

    for scenario in standard["scenarios"]:
        assert scenario["name"]["en"].replace(" ", "") in told
        for reason in scenario["missing"]:
            assert all(path.rpartition(".")[2] in told for path in reason["paths"])


def test_a_vehicle_without_v2x_hears_nothing_of_scenarios(check, tmp_path):
    head = CAR[: CAR.index("connectivity")]
    (tmp_path / "car.yaml").write_text(head + "connectivity: {v2x: {fitment: not_fitted}}\n", "utf-8")

    assert "Scenarios" not in check("--scenarios")


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Scenarios: Forward collision"), ("zh", "场景：前向碰撞预警")]
)
def test_a_standard_is_listed_with_its_scenarios(lang, said, capsys):
    main(["--lang", lang, "standards", "t-csae-53-2020"])

    assert said in capsys.readouterr().out
