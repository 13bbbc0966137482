"""The list to tick off against the official text."""

import re

import pytest
import yaml

from checker.packs.entries import entry_of
from checker.packs.profiles import load_profile
from checker.packs.verifying import with_verified
from checker.rendering.verification import Sheet
from checker.rendering.wording import load_words
from tests.packs.writing import MODELS, load, vehicle_schema

FILE = MODELS / "example-100-2030.yaml"
STANDARD = load(FILE.read_text("utf-8"), str(FILE))


def sheet(lang: str = "en") -> str:
    return Sheet(STANDARD, vehicle_schema(), load_words(), lang).markdown()


def part(requirement: str, lang: str = "en") -> str:
    """Return what is said of one requirement."""
    _, behind = sheet(lang).split(f" `{requirement}` ")
    return behind.split("\n- [ ]")[0].split("\n## ")[0]


def test_every_requirement_is_there_to_be_ticked_off_in_clause_order():
    ids = re.findall(r"^- \[ \] \*\*.*?\*\* `(.*?)`", sheet(), re.MULTILINE)

    assert ids == [requirement.id.partition("/")[2] for requirement in STANDARD.requirements]


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_our_texts_and_digests_are_there_in_both_languages(lang):
    text = sheet(lang).replace("\\", "")

    for requirement in STANDARD.requirements:
        assert requirement.text.en in text
        assert requirement.text.zh in text
        assert f"`{requirement.digest}`" in text


def test_a_requirement_on_members_with_a_threshold():
    said = part("works-from-standstill")

    assert "for each of: `automation_features` (where there is none: not applicable)" in said
    assert "of those where: “Driving automation level that the manufacturer claims” is at least 3" in said
    assert re.search("asks: “.*speed.*” covers 0 to 60", said)
    assert "`covers(f.speed_kmh, 0.0, 60.0)`" in said
    assert "`f.level ≥ 3`" in said


def test_a_table_is_written_out_and_the_proof_named():
    said = part("keeps-the-following-gap")

    assert "following_gap (speed_kmh, gap_s): 10, 1; 60, 1.6; 120, 2.2" in said
    assert "proof: at least measured" in said
    assert "proof: not older than 36 months" in said


def test_sources_and_what_was_seen():
    said = part("certificate-of-the-management-system")

    assert "read in: `notice`, secondary source, confidence low" in said
    assert "**clause not seen**" in sheet()
    assert "- `notice`: Announcement of EX 100-2030; secondary source\n  A newspaper." in sheet()


def test_a_question_for_a_person():
    assert "proof: a person answers: Does the owner's manual" in part("manual-names-the-limits")


def test_in_chinese():
    said = part("works-from-standstill", "zh")

    assert "仅限其中：“" in said
    assert "不小于3" in said
    assert "摘要值：`sha256:" in said


def test_the_block_at_the_end_makes_the_rules_verified():
    """Whoever pastes it, with a name, a day and an edition, has a profile that says so."""
    block = sheet().split("```yaml\n")[1].split("```")[0]
    filled = block.replace("YYYY-MM-DD", "2026-11-20")
    profile = f"id: ours\ntitle: {{en: Ours, zh: 我们的}}\n{filled}"
    entries = {STANDARD.id: entry_of(STANDARD, str(FILE))}

    verified = with_verified(STANDARD, load_profile(profile.encode(), "ours.yaml", entries))

    assert all(requirement.verified for requirement in verified.requirements)
    assert not all(requirement.verified for requirement in STANDARD.requirements)
    assert list(yaml.safe_load(block)["verified"]) == [STANDARD.id]


def test_markdown_of_a_text_is_only_text():
    assert "\\_" in sheet()
    assert "<script" not in sheet()
