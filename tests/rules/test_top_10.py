"""The official list that was not obtained: every output says so, and one YAML file has the place for it."""

import json
from pathlib import Path

import pytest

from checker.cli.main import main

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "standards/cn/wicv-2025-top-10.yaml"
NOT_OBTAINED = ("not been obtained", "not obtained", "尚未取得")

CAR = """\
schema: icv-vehicle/1
vehicle: {id: one, name: One, manufacturer: Maker, category: M1, markets: [CN]}
automation_features: {}
connectivity:
  v2x:
    fitment: standard
    messages_received: [map, spat]
    applications: {glosa: {scenario: green_light_speed_advisory}}
"""

#: What the first lines of the file ask for, with names of nobody's scenarios.
SCENARIOS = "scenarios:\n" + "".join(
    f'  scenario-{n}: {{name: {{en: Scenario {n}, zh: 场景{n}}}, clause: "{n}"}}\n' for n in range(1, 11)
)
OUTLINE = "outline:\n" + "".join(
    f'  - {{clause: "{n}", title: {{en: Scenario {n}, zh: 场景{n}}}}}\n' for n in range(1, 11)
)
SOURCES = "sources:\n  list: {title: The released document, seen: standard_text}\n"
APPLIES = """\
applies_when: fitted(connectivity.v2x)
example_base: {vehicle: {category: M1, markets: [CN]}, connectivity: {v2x: {fitment: standard}}}
"""
REQUIREMENTS = """\
requirements:
  - id: signals-are-received
    clause: ["1", "2"]
    scenario: [scenario-1, scenario-2]
    text: {en: The vehicle receives the phases of the signals., zh: 车辆接收信号灯相位消息。}
    require: |
      "spat" in connectivity.v2x.messages_received
    remedy: {en: Receive SPAT., zh: 补充SPAT消息接收能力。}
    examples:
      pass: [{connectivity: {v2x: {messages_received: [spat]}}}]
      fail: [{connectivity: {v2x: {messages_received: [map]}}}]
      unknown: [{}]
      not_applicable: [{connectivity: {v2x: {fitment: not_fitted, messages_received: [map]}}}]
  - id: reach-is-150-m
    clause: "2"
    scenario: scenario-2
    text: {en: The application communicates over 150 m or more., zh: 应用的通信距离不小于150 m。}
    for_each: connectivity.v2x.applications
    as: a
    if_none: not_applicable
    require: a.communication_range_m >= 150
    remedy: {en: Extend the range., zh: 增大通信距离。}
    examples:
      pass: [{connectivity: {v2x: {applications: {a: {communication_range_m: 150}}}}}]
      fail: [{connectivity: {v2x: {applications: {a: {communication_range_m: 149.9}}}}}]
      unknown: [{connectivity: {v2x: {applications: {a: {}}}}}]
      not_applicable: [{connectivity: {v2x: {applications: {}}}}]
"""


def filled_in(id_: str, requirements: str = REQUIREMENTS) -> str:
    """Return the shipped file with its steps done, in the order in which it tells them."""
    text = SHIPPED.read_text("utf-8")
    text = text.replace("id: wicv-2025-top-10", f"id: {id_}").replace("number: WICV 2025", "number: Our")
    text = text[: text.index("sources:\n  news:")] + OUTLINE + SCENARIOS + SOURCES + APPLIES + requirements
    return text.replace("; official list not obtained", "").replace("；官方清单尚未取得", "")


@pytest.fixture
def folder(tmp_path):
    rules = tmp_path / "rules"
    rules.mkdir()
    (tmp_path / "car.yaml").write_text(CAR, "utf-8")
    return tmp_path


@pytest.fixture
def run(capsys):
    """Return what runs a command and returns its exit code and what it printed."""

    def run(*words: str) -> tuple[int, str]:
        code = main([*words])
        return code, capsys.readouterr().out

    return run


def matrix(folder, run):
    car = str(folder / "car.yaml")
    _, out = run("check", car, "--rules", str(folder / "rules"), "--standard", "ours", "--format", "json")
    (standard,) = json.loads(out)["results"][0]["configurations"][0]["standards"]
    return {one["id"]: one for one in standard["scenarios"]}


def test_a_person_who_has_the_list_fills_it_in_without_code(folder, run):
    (folder / "rules/ours.yaml").write_text(filled_in("ours"), "utf-8")
    rules = ("--rules", str(folder / "rules"))

    assert run("lint", "ours", *rules)[0] == 0
    assert run("test", "ours", *rules)[0] == 0
    shown = matrix(folder, run)
    assert [one["name"]["en"] for one in shown.values()] == [f"Scenario {n}" for n in range(1, 11)]
    assert (shown["scenario-1"]["verdict"], shown["scenario-1"]["provisional"]) == ("pass", False)
    assert shown["scenario-2"]["verdict"] == "unknown"
    (missing,) = shown["scenario-2"]["missing"]
    assert missing["paths"] == ["connectivity.v2x.applications.glosa.communication_range_m"]
    assert shown["scenario-3"]["verdict"] is None


def test_the_names_alone_are_shown_as_names_alone(folder, run):
    note = 'requirements: []\nnote: {en: "Only the names.", zh: 仅有名称。}\n'
    (folder / "rules/ours.yaml").write_text(filled_in("ours", note), "utf-8")

    assert {one["verdict"] for one in matrix(folder, run).values()} == {None}
    _, text = run(
        "check",
        str(folder / "car.yaml"),
        "--rules",
        str(folder / "rules"),
        "--standard",
        "ours",
        "--scenarios",
    )
    assert "10 scenarios: 10 named only" in text


def says_so(text: str) -> bool:
    flat = " ".join(text.split())
    return any(words in flat for words in NOT_OBTAINED)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "words",
    [
        ("check", "car.yaml"),
        ("check", "car.yaml", "--scenarios"),
        ("check", "car.yaml", "--standard", "wicv-2025-top-10"),
        ("check", "car.yaml", "--format", "json"),
        ("standards", "wicv-2025-top-10"),
    ],
)
def test_every_output_says_that_the_list_was_not_obtained(words, lang, folder, run, monkeypatch):
    monkeypatch.chdir(folder)

    assert says_so(run("--lang", lang, *words)[1])


def test_the_list_of_standards_says_so_too(run):
    _, text = run("--lang", "en", "standards")

    assert says_so(text[text.index("wicv-2025-top-10") :][:300])


def test_so_does_a_report(folder, run):
    target = folder / "report.html"
    run("report", str(folder / "car.yaml"), "-o", str(target))
    page = target.read_text("utf-8")

    assert says_so(page[page.index('id="scenarios-1"') : page.index('id="findings-1"')])
    assert says_so(page[page.index('id="limits-1"') : page.index('id="scores-1"')])


def test_nothing_in_the_shipped_file_is_called_one_of_the_ten(standard):
    shipped = standard("cn/wicv-2025-top-10.yaml")

    assert shipped.requirements == shipped.scenarios == shipped.outline == ()
