"""The record of a comparison in a profile, which stays as its author wrote it."""

import pytest
import yaml

from checker.errors import Invalid
from checker.packs.recording import record_lines, with_record

DIGEST = f"sha256:{'a' * 64}"
OTHER = f"sha256:{'b' * 64}"
WHO = ('Li "Reader" 李', "2026-11-20", "first print: 2024")
HEAD = """\
# Of our house.
id: ours
title: {en: Ours, zh: 我们的}   # both
"""
EARLIER = """\
verified:
  # compared by hand
  un-r155:
    by: Someone
    on: 2026-01-01
    edition: paper
    requirements:
      one: {other}
""".replace("{other}", OTHER)


def recorded(text: str, standard: str = "rule", digests: dict[str, str] | None = None) -> str:
    made = with_record(text, "ours.yaml", standard, WHO, digests or {"one": DIGEST})
    assert made is not None
    return made


def record(by: str = WHO[0]) -> dict:
    return {"by": by, "on": WHO[1], "edition": WHO[2], "requirements": {"one": DIGEST}}


def read(text: str) -> dict:
    return yaml.load(text, yaml.BaseLoader)


def test_the_first_record_is_put_at_the_end():
    made = recorded(HEAD)

    assert made.startswith(HEAD)
    assert read(made)["verified"] == {"rule": record()}


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_however_the_file_ends(end):
    assert read(recorded(HEAD.rstrip() + end))["verified"] == {"rule": record()}


def test_another_standard_is_put_behind_those_that_are_there():
    made = recorded(HEAD + EARLIER + "\ngate: [rule]  # binding\n")

    assert made.startswith(HEAD + EARLIER)
    assert made.endswith("\ngate: [rule]  # binding\n")
    assert list(read(made)["verified"]) == ["un-r155", "rule"]


def test_an_earlier_record_of_the_standard_is_replaced():
    text = HEAD + EARLIER + "\ngate: [rule]  # binding\n"
    made = recorded(text, "un-r155")

    assert read(made)["verified"] == {"un-r155": record()}
    assert "# compared by hand" in made
    assert made.endswith("\ngate: [rule]  # binding\n")
    assert recorded(made, "un-r155") == made


def test_a_record_between_others():
    two = recorded(HEAD + EARLIER, "un-r156")
    three = recorded(two, "un-r157-00")
    made = recorded(three, "un-r156", {"other": OTHER})

    assert list(read(made)["verified"]) == ["un-r155", "un-r156", "un-r157-00"]
    assert read(made)["verified"]["un-r156"]["requirements"] == {"other": OTHER}
    assert read(made)["verified"]["un-r157-00"] == record()


@pytest.mark.parametrize(
    "text",
    [
        "{id: ours, title: {en: Ours, zh: 我们的}}\n",
        HEAD + "verified: {}\n",
        HEAD
        + f"verified: {{un-r155: {{by: A, on: 2026-01-01, edition: b, requirements: {{one: '{OTHER}'}}}}}}\n",
        HEAD + EARLIER.replace("  ", "    "),
        HEAD + EARLIER + "...\n",
    ],
)
def test_what_is_written_in_another_way_is_left_to_its_author(text):
    made = with_record(text, "ours.yaml", "rule", WHO, {"one": DIGEST})

    assert made is None or read(made)["verified"]["rule"] == record()


def test_a_file_that_cannot_be_read():
    with pytest.raises(Invalid):
        with_record("id: [", "ours.yaml", "rule", WHO, {"one": DIGEST})


def test_the_lines_are_yaml():
    lines = ["verified:", *record_lines("rule", WHO, {"one": DIGEST})]

    assert read("\n".join(lines))["verified"] == {"rule": record()}
