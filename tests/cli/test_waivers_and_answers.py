"""Waivers and answers on the command line, from the file to the exit code."""

import textwrap
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
DAY = "--as-of=2026-11-20"
RULES = """\
id: ours-1
number: OURS 1
title: {en: Ours, zh: 自有}
kind: standard
legal_force: mandatory
market: CN
domain: cloud
status: in_force
dates: {new_types: 2020-01-01}
sources:
  s: {title: Ours, seen: standard_text}
requirements:
  - id: seats-are-enough
    text: {en: It has seats., zh: 有座椅。}
    require: vehicle.seats >= 4
    examples: {pass: [{vehicle: {seats: 4}}], fail: [{vehicle: {seats: 3}}], unknown: [{}]}
"""
ASKS = (
    RULES
    + """\
  - id: seats-are-comfortable
    text: {en: They are comfortable., zh: 舒适。}
    require: vehicle.seats >= 1
    review: {en: Are they?, zh: 是否舒适？}
    examples:
      pass:
        - vehicle: {seats: 4}
          reviews: {ours-1/seats-are-comfortable: {verdict: conforms, by: a, date: 2026-01-01}}
      fail: [{vehicle: {seats: 0}}]
      unknown: [{}]
"""
)
CAR = """\
schema: icv-vehicle/1
vehicle: {id: car, name: Car, manufacturer: Maker, category: M1, markets: [CN], seats: 2}
"""
WAIVER = """\
waivers:
  - requirement: ours-1/seats-are-enough
    reason: A prototype with two seats.
    approver: A. Example
    approved: 2026-10-01
    expires: 2026-12-31
"""


@pytest.fixture
def ours(run: Any, tmp_path: Path, monkeypatch: Any) -> Any:
    """Return a function that runs a command in a folder with our own rules."""
    monkeypatch.chdir(tmp_path)
    Path("rules").mkdir()
    Path("rules/ours-1.yaml").write_text(RULES, "utf-8")
    Path("car.yaml").write_text(CAR, "utf-8")
    Path("w.yaml").write_text(WAIVER, "utf-8")
    return lambda *arguments: run(*arguments, "--rules", "rules")


CHECK = ("check", "car.yaml", "--standard", "ours-1")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ((DAY,), 1),
        ((DAY, "--waivers", "w.yaml"), 0),
        (("--as-of=2026-12-31", "--waivers", "w.yaml"), 0),
        (("--as-of=2027-01-01", "--waivers", "w.yaml"), 1),
        (("--as-of=2026-09-30", "--waivers", "w.yaml"), 1),
        ((DAY, "--waivers", "w.yaml", "--ignore-waivers"), 1),
        ((DAY, "--waivers", "w.yaml", "--min-score", "50"), 1),
        ((DAY, "--waivers", "w.yaml", "--strict"), 0),
        ((DAY, "--waivers", "w.yaml", "--waivers", "w.yaml"), 0),
    ],
)
def test_the_gate(more, code, ours):
    assert ours(*CHECK, *more)[0] == code


def test_a_vehicle_that_conforms_with_waivers_says_so_throughout(ours):
    _, out, _ = ours(*CHECK, DAY, "--waivers", "w.yaml")

    assert "Conforms with waivers in the 1 binding requirement of 1 standard that applies, of which 1" in out
    assert "1 requirement is not met, and it is waived" in out
    assert "waived until 2026-12-31, approved by A. Example: A prototype with two seats." in out
    assert "Waivers: 1 active" in out
    assert "w.yaml:2:5: counts until 2026-12-31, 41 days left" in out
    assert "gate holds: what is not met is waived" in out


def test_it_says_so_in_chinese(ours):
    _, out, _ = ours(*CHECK, DAY, "--waivers", "w.yaml", "--lang", "zh")

    assert "在豁免条件下符合" in out
    assert "1 条要求不符合，已豁免" in out
    assert "有效至 2026-12-31，剩余 41 天" in out


def test_a_report_is_written_with_them(ours):
    code, _, _ = ours(
        "report", "car.yaml", "--standard", "ours-1", DAY, "--waivers", "w.yaml", "-o", "r.html"
    )

    assert code == 0
    assert "waived until 2026-12-31" in Path("r.html").read_text("utf-8")


def test_an_explanation_shows_them(ours):
    code, out, _ = ours("explain", "ours-1/seats-are-enough", "car.yaml", DAY, "--waivers", "w.yaml")

    assert code == 0
    assert "waived until 2026-12-31" in out


def test_a_file_that_is_wrong_is_never_passed_over(ours):
    Path("w.yaml").write_text(WAIVER.replace("seats-are-enough", "seats-are-enuogh"), "utf-8")
    Path("v.yaml").write_text(WAIVER.replace("expires", "expired"), "utf-8")
    for command in (CHECK, ("explain", "ours-1/seats-are-enough", "car.yaml")):
        code, out, err = ours(*command, DAY, "--waivers", "w.yaml", "--waivers", "v.yaml", "--ignore-waivers")
        assert (code, out) == (3, "")
        assert "w.yaml:2:18: 'ours-1' has no requirement 'seats-are-enuogh'" in err
        assert "(did you mean 'seats-are-enough'?)" in err
        assert "v.yaml:6:5: unknown key 'expired' in waivers[0] (did you mean 'expires'?)" in err


def test_a_file_that_is_not_there(ours):
    code, _, err = ours(*CHECK, DAY, "--waivers", "ww.yaml")

    assert code == 3
    assert err == "ww.yaml:1:1: there is no such file (did you mean 'w.yaml'?)\n"


def test_a_standard_that_is_not_known_is_unmatched_and_told(ours):
    Path("w.yaml").write_text(WAIVER.replace("ours-1/", "theirs-1/"), "utf-8")
    code, out, _ = ours(*CHECK, DAY, "--waivers", "w.yaml")

    assert code == 1
    assert "Waivers: 1 unmatched" in out
    assert "there is no standard 'theirs-1' among the rules" in out


def test_the_schema_is_printed(run):
    code, out, _ = run("schema", "waivers")

    assert code == 0
    assert '"urn:icv-checker:schema:waivers:1"' in out


def test_the_example_covers_what_it_says(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    spec, waivers = "examples/l3_highway_pilot.yaml", "examples/waivers/l3_highway_pilot.yaml"
    _, out, _ = run("check", spec, DAY, "--standard", "gb-44497-2024", "--waivers", waivers)

    assert "2 requirements are not met, 2 of them waived" in out
    assert "Waivers: 2 active, 1 unused" in out


# ---- answers of people


def pasted(out: str) -> str:
    """Return the block that an explanation gives to be pasted into the spec."""
    lines = out[out.index("    reviews:") :].splitlines()[:6]
    return textwrap.dedent("\n".join(lines)) + "\n"


EXPLAIN = ("explain", "ours-1/seats-are-comfortable", "car.yaml", DAY)


@pytest.fixture
def asking(ours: Any) -> Any:
    """Return the same with a rule that asks a person, whose answer stands in the spec."""
    Path("rules/ours-1.yaml").write_text(ASKS, "utf-8")
    code, out, _ = ours(*EXPLAIN)
    assert code == 0
    assert "◆ Review" in out
    Path("car.yaml").write_text(CAR + pasted(out), "utf-8")
    return ours


def test_the_printed_block_closes_the_question(asking):
    code, out, err = asking(*EXPLAIN)

    assert (code, err) == (0, "")
    assert "● Pass" in out
    assert "reviews:" not in out.rpartition("● Pass")[2]


@pytest.mark.parametrize(
    ("file", "old", "new", "current"),
    [
        ("car.yaml", "seats: 2", "seats: 3", False),  # a value that is read
        ("car.yaml", "name: Car", "name: Bus", True),
        ("rules/ours-1.yaml", "They are comfortable.", "They are soft.", False),
        ("rules/ours-1.yaml", "Are they?", "Are they soft?", False),
        ("rules/ours-1.yaml", "vehicle.seats >= 1", "vehicle.seats >= 2", False),
        ("rules/ours-1.yaml", "dates: {new_types: 2020-01-01}", "dates: {new_types: 2021-01-01}", True),
    ],
)
def test_an_answer_is_outdated_when_the_text_or_the_values_change(file, old, new, current, asking):
    text = Path(file).read_text("utf-8")
    assert text.count(old) == 1
    Path(file).write_text(text.replace(old, new), "utf-8")
    _, out, _ = asking(*EXPLAIN)

    assert ("● Pass" in out) is current
    assert ("is outdated" in out) is not current
    if not current:  # and the answer that is printed now closes it again
        changed = Path("car.yaml").read_text("utf-8").partition("reviews:")[0]
        Path("car.yaml").write_text(changed + pasted(out), "utf-8")
        assert "● Pass" in asking(*EXPLAIN)[1]


def test_the_digest_is_in_the_json_too(ours):
    Path("rules/ours-1.yaml").write_text(ASKS, "utf-8")
    explained = pasted(ours(*EXPLAIN)[1])
    _, out, _ = ours(*CHECK, DAY, "--format", "json")

    digest = explained.rpartition("digest: ")[2].strip()
    assert f'"answer_digest": "{digest}"' in out
