"""The text of the example vehicles as people see it, word by word; read the difference before renewing it."""

import re

import pytest

from tests.cli.conftest import EXAMPLES, ROOT

GOLDEN = ROOT / "tests" / "cli" / "golden"
#: One standard each: more rules do not change these pages, only changed ones do.
VEHICLES = {
    "l2_passenger_car": "un-r155",
    "l3_highway_pilot": "gb-44497-2024",
    "l4_robotaxi": "gb-44497-2024",
    "real/arcfox_bj7001a61nbev": "gb-44497-2024",
    "real/mercedes_drive_pilot_de": "un-r157-01",
}


@pytest.mark.parametrize("vehicle", VEHICLES)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_check(vehicle, lang, run, golden, monkeypatch):
    monkeypatch.chdir(ROOT)
    file = f"{EXAMPLES.name}/{vehicle}.yaml"
    ran = run("check", file, "--standard", VEHICLES[vehicle], "--as-of", "2026-11-20", "--lang", lang)

    assert (ran.code, ran.err) == (1, "")
    golden(GOLDEN / f"{vehicle.replace('/', '_')}.{lang}.txt", ran.out)


@pytest.mark.parametrize(("columns", "lang"), [("60", "both"), ("40", "zh")])
def test_narrow_terminals(columns, lang, run, golden, monkeypatch):
    monkeypatch.chdir(ROOT)
    arguments = ("--standard", "gb-44497-2024", "--as-of", "2026-11-20", "--lang", lang)
    ran = run("check", "examples/l3_highway_pilot.yaml", *arguments, COLUMNS=columns)

    golden(GOLDEN / f"l3_highway_pilot.{lang}.{columns}.txt", ran.out)


def test_colours(run, golden, monkeypatch):
    monkeypatch.chdir(ROOT)
    arguments = ("--standard", "gb-44497-2024", "--as-of", "2026-11-20")
    ran = run("check", "examples/l3_highway_pilot.yaml", *arguments, FORCE_COLOR="1")

    golden(GOLDEN / "l3_highway_pilot.colour.txt", ran.out.replace("\x1b", "<ESC>"))


def test_several_files(run, golden, monkeypatch):
    monkeypatch.chdir(ROOT)
    files = [f"examples/real/{name}.yaml" for name in ("arcfox_bj7001a61nbev", "gone", "apollo_rt6")]
    ran = run("check", *files, "--standard", "gb-44497-2024", "--as-of", "2026-11-20")

    assert ran.code == 3
    golden(
        GOLDEN / "several.txt",
        "\n".join(ran.out.splitlines()[-5:]) + "\n" + ran.err.replace(str(ROOT), "<here>"),
    )


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("violated", ("gb-44497-2024/time-stamp-events-are-recorded", "examples/l3_highway_pilot.yaml")),
        (
            "of_each_feature",
            ("gb-t-40429-2021/level-3-system-detects-and-responds", "examples/l3_highway_pilot.yaml"),
        ),
        ("too_weak", ("gb-44497-2024/risk-record-ends-5-s-after", "examples/l3_highway_pilot.yaml")),
        ("alone", ("un-r155/threats-of-annex-5-are-considered",)),
    ],
)
def test_explain(name, arguments, run, golden, monkeypatch):
    monkeypatch.chdir(ROOT)
    for lang in ("en", "zh"):
        ran = run("explain", *arguments, "--as-of", "2026-11-20", "--lang", lang)

        assert (ran.code, ran.err) == (0, "")
        out = re.sub(r"(standards/\S+\.yaml):\d+:\d+", r"\1:LINE", ran.out)  # rules move; sense stays
        golden(GOLDEN / f"explain_{name}.{lang}.txt", out)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_help(lang, run, golden):
    golden(GOLDEN / f"help.{lang}.txt", run("check", "--help", "--lang", lang, COLUMNS="80").out)
