"""Profiles: what they choose, switch off and verify."""

import pytest

from checker.errors import Invalid
from checker.model.standard import Profile
from checker.packs.profiles import load_profile, profile_names, read_profiles
from checker.packs.verifying import with_verified
from checker.record import replace
from checker.text import Text
from tests.making import requirement, standard
from tests.packs.test_numbers import entry
from tests.packs.writing import STANDARDS
from tests.shipped import shipped

ENTRIES = {name: entry(name, name) for name in ("gb-1-2024", "gb-2-2024")}
DIGEST = "sha256:" + "0" * 64
WHOLE = f"""
id: purpose
title: {{en: Purpose, zh: 用途}}
purpose: {{en: For tests., zh: 用于测试。}}
standards: [gb-1-2024, gb-2-2024]
off:
  gb-1-2024/one: {{en: Agreed., zh: 已商定。}}
gate: [gb-2-2024]
verified:
  gb-1-2024:
    by: A. Reviewer
    on: 2026-10-01
    edition: GB 1-2024, first printing
    requirements: {{two: "{DIGEST}"}}
"""


def load(yaml: str) -> Profile:
    return load_profile(yaml.encode(), "profile.yaml", ENTRIES)


def problems(yaml: str) -> list[str]:
    with pytest.raises(Invalid) as caught:
        load(yaml)
    return [problem.in_("en") for problem in caught.value.problems]


def test_a_whole_profile():
    profile = load(WHOLE)

    assert profile.id == "purpose"
    assert profile.title == Text("Purpose", "用途")
    assert profile.purpose == Text("For tests.", "用于测试。")
    assert profile.digest.startswith("sha256:")
    assert profile.standards == ("gb-1-2024", "gb-2-2024")
    assert profile.off == {"gb-1-2024/one": Text("Agreed.", "已商定。")}
    assert profile.gate == ("gb-2-2024",)
    assert profile.verified == {"gb-1-2024": (("two", DIGEST),)}
    assert profile.compared == {"gb-1-2024": ("A. Reviewer", "2026-10-01", "GB 1-2024, first printing")}


def test_the_smallest_profile():
    profile = load("id: all\ntitle: {en: All, zh: 全部}\n")

    assert profile.standards == ()
    assert profile.off == profile.verified == profile.compared == {}
    assert profile.gate == ()
    assert profile.purpose is None


def test_the_digest_is_that_of_the_bytes():
    assert load(WHOLE).digest != load(WHOLE + "# a comment\n").digest


HEAD = "id: p\ntitle: {en: a, zh: b}\n"


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (
            HEAD + "standards: [gb-1-2023]",
            "profile.yaml:3:13: unknown standard 'gb-1-2023' (did you mean 'gb-1-2024'?)",
        ),
        (HEAD + "gate: [gb-9]", "profile.yaml:3:8: unknown standard 'gb-9'"),
        (
            HEAD + "standards: [gb-1-2024]\ngate: [gb-2-2024]",
            "profile.yaml:4:8: 'gb-2-2024' is in the gate and not among the standards (add it to standards)",
        ),
        (
            HEAD + "off: {gb-1-2024/tow: {en: a, zh: b}}",
            "profile.yaml:3:7: unknown requirement 'tow' (did you mean 'two'?)",
        ),
        (HEAD + "off: {gb-9/two: {en: a, zh: b}}", "profile.yaml:3:7: unknown standard 'gb-9'"),
        (HEAD + "off: {gb-1-2024/one: {en: a}}", "profile.yaml:3:7: 'zh' is missing in off.gb-1-2024/one"),
        (HEAD + "off: {gb-1-2024/one: reason}", "profile.yaml:3:7: off.gb-1-2024/one"),
        (HEAD + "of: {}", "profile.yaml:3:1: unknown key 'of'"),
        (HEAD + "purpose: For tests.", "profile.yaml:3:1: purpose"),
        ("id: p\ntitle: {en: a, zh: b}\nstandards: []", "profile.yaml:3:1: standards"),
        (
            "id: P!\ntitle: {en: a, zh: b}\n",
            "profile.yaml:1:1: id: 'P!' is not lower-case words with hyphens",
        ),
        ("id: p\n", "profile.yaml:1:1: 'title' is missing"),
        (
            WHOLE.replace("2026-10-01", "2026-02-30"),
            "profile.yaml:12:5: verified.gb-1-2024.on: there is no day",
        ),
        (WHOLE.replace("two:", "three:"), "profile.yaml:14:20: unknown requirement 'three'"),
        (WHOLE.replace(DIGEST, "sha256:1"), "profile.yaml:14:20: verified.gb-1-2024.requirements.two"),
        (
            WHOLE.replace("  gb-1-2024:\n", "  gb-9-2024:\n"),
            "profile.yaml:10:3: unknown standard 'gb-9-2024'",
        ),
    ],
)
def test_what_is_wrong_with_a_profile(yaml, expected):
    found = problems(yaml)

    assert any(line.startswith(expected) for line in found), found


def test_all_problems_at_once():
    assert len(problems(HEAD + "standards: [a, b]\ngate: [c]\nof: {}\n")) == 5


@pytest.mark.parametrize("yaml", ["", "---\nid: p\n---\nid: q\n", "[1]", "3"])
def test_what_is_no_profile(yaml):
    assert len(problems(yaml)) == 1


ONE = requirement("std/one", verified=False, digest="sha256:1")
TWO = requirement("std/two", verified=False, digest="sha256:2")
STANDARD = standard("std", ONE, TWO)


def verifying(**digests: str) -> Profile:
    return Profile("p", Text("p", "p"), "sha256:0", verified={"std": tuple(digests.items())})


def test_a_compared_requirement_is_verified():
    judged = with_verified(STANDARD, verifying(one="sha256:1"))

    assert judged.requirements == (replace(ONE, verified=True), TWO)


def test_a_requirement_that_was_changed_since_is_not():
    assert with_verified(STANDARD, verifying(one="sha256:2")) == STANDARD


def test_a_requirement_that_is_verified_by_its_sources_stays_so():
    known = standard("std", replace(ONE, verified=True))

    assert with_verified(known, verifying(one="sha256:old")) == known


@pytest.mark.parametrize("profile", [None, Profile("p", Text("p", "p"), "sha256:0"), verifying()])
def test_without_a_record_nothing_changes(profile):
    assert with_verified(STANDARD, profile) is STANDARD


# ---- what is shipped


def test_the_shipped_profiles_load():
    entries = shipped().library.entries
    found = [profile.id for profile in read_profiles(STANDARDS, entries)]

    assert found == sorted(file.stem for file in (STANDARDS / "profiles").glob("*.yaml"))


# ---- the profiles of a folder


def folder(path, **files):
    (path / "profiles").mkdir()
    for name, yaml in files.items():
        (path / "profiles" / f"{name}.yaml").write_text(yaml, "utf-8")
    return path


def test_a_folder_of_profiles_is_read_by_id(tmp_path):
    made = folder(tmp_path, b="id: b\ntitle: {en: B, zh: 乙}\n", a="id: a\ntitle: {en: A, zh: 甲}\n")

    assert [profile.id for profile in read_profiles(made, ENTRIES)] == ["a", "b"]
    assert profile_names(made) == ["a", "b"]


def test_the_problems_of_all_profiles_are_told(tmp_path):
    made = folder(tmp_path, a=HEAD + "gate: [gb-9]", b=HEAD + "of: {}")

    with pytest.raises(Invalid) as caught:
        read_profiles(made, ENTRIES)

    files = [problem.place.file.rpartition("/")[2] for problem in caught.value.problems]
    assert files == ["a.yaml", "b.yaml"]


def test_a_folder_without_profiles_has_none(tmp_path):
    assert read_profiles(tmp_path, ENTRIES) == ()
    assert profile_names(tmp_path) == []
