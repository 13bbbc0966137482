"""Short rule files for tests, and what the loader says of them."""

from pathlib import Path

import pytest

from checker.errors import Invalid
from checker.model.standard import Standard
from checker.packs.loading import load_standard
from tests.shipped import vehicle_schema

STANDARDS = Path(__file__).parents[2] / "standards"
MODELS = Path(__file__).parents[1] / "data/packs"

HEAD = """\
id: rule
number: EX 1-2030
title: {en: Example, zh: 示例}
kind: standard
legal_force: mandatory
market: CN
domain: data_recording
status: in_force
sources:
  text: {title: The text, seen: standard_text}
"""

ONE = """\
requirements:
  - id: one
    text: {en: It is so., zh: 如此。}
    require: vehicle.seats >= 2
    examples:
      pass: [{vehicle: {seats: 2}}]
      fail: [{vehicle: {seats: 1}}]
      unknown: [{}]
"""

WHOLE = HEAD + ONE


def load(yaml: str, file: str = "rule.yaml") -> Standard:
    return load_standard(yaml.encode(), file, vehicle_schema())


def problems(yaml: str, file: str = "rule.yaml") -> list[str]:
    """Return what is said of a rule file, a line each; empty if it is good."""
    try:
        load(yaml, file)
    except Invalid as invalid:
        return [problem.in_("en") for problem in invalid.problems]
    return []


def changed(old: str, new: str, yaml: str = WHOLE) -> str:
    """Return the rule file with one part replaced; fails where there is no such part."""
    assert yaml.count(old) == 1, old
    return yaml.replace(old, new)


def requiring(*keys: str) -> str:
    """Return a rule file whose one requirement has these keys in the place of its `require`."""
    return changed("    require: vehicle.seats >= 2\n", "".join(f"    {key}\n" for key in keys))


def place_of(yaml: str, word: str) -> str:
    """Return line:column of the first place of a word in a file."""
    before = yaml[: yaml.index(word)]
    return f"{before.count(chr(10)) + 1}:{len(before) - (before.rfind(chr(10)) + 1) + 1}"


def the_problem(yaml: str) -> str:
    found = problems(yaml)
    if len(found) != 1:
        pytest.fail(f"{len(found)} problems:\n" + "\n".join(found))
    return found[0]
