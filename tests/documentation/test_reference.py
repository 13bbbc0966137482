"""The reference leaves nothing out, and names nothing that there is not."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.api import load_standards
from checker.cli import exits
from checker.cli.arguments import COMMANDS
from checker.cli.shared_options import FORMATS
from checker.expression.functions import FUNCTIONS, METHODS
from checker.expression.parser import MACROS
from checker.expression.walking import walk
from checker.model.assessment import STATEMENTS
from checker.model.finding import Verdict
from checker.settings.keys import KEYS
from tests.documentation.pages import FRONT, ROOT, blocks
from tests.expression.sample import checked, environment

REFERENCE = ROOT / "docs" / "reference"
HEAD = yaml.safe_load("""
    {id: shown, number: Shown, title: {en: Shown, zh: 示例}, kind: standard, market: CN, status: in_force,
    legal_force: voluntary, domain: cockpit, sources: {page: {title: The page, seen: secondary}}}
    """)


def page(name: str) -> str:
    return (REFERENCE / name).read_text("utf-8")


def first_column(text: str) -> set[str]:
    """Return the code in the first cell of each row of the tables."""
    cells = re.findall(r"^\| (`[^|]*?) +\|", text, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def section(text: str, title: str) -> str:
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def test_every_command_is_there_and_no_other():
    assert first_column(page("commands.md")) == set(COMMANDS)


@pytest.mark.parametrize("name", [*FRONT, "docs/reference/exit-codes.md"])
def test_every_exit_code_is_there(name):
    text = (ROOT / name).read_text("utf-8")
    told = {int(code) for code in re.findall(r"^\| ([0-9]) \|", text, re.MULTILINE)}
    assert told == {exits.HOLDS, exits.GATE, exits.USAGE, exits.INVALID, exits.INTERNAL, exits.MACHINE}


def test_every_format_is_there():
    assert first_column(section(page("formats.md"), "What `check` prints")) == set(FORMATS)


def test_every_key_of_the_project_file_is_there_and_in_the_example():
    text = page("project-file.md")
    assert first_column(text) == set(KEYS)
    (example, *_) = (block.body for block in blocks(text) if block.language == "toml")
    assert set(re.findall(r"^([\w-]+) =", example, re.MULTILINE)) == set(KEYS)


@pytest.mark.parametrize(
    ("title", "of"),
    [
        ("Keys of the file", lambda schema: schema["properties"]),
        ("Keys of a requirement", lambda schema: schema["$defs"]["requirement"]["properties"]),
    ],
)
def test_every_key_of_a_rule_file_is_there(title: str, of: Callable[[Any], Any]):
    schema = json.loads((ROOT / "standards/schema/standard.schema.json").read_text("utf-8"))
    assert first_column(section(page("rule-file.md"), title)) == set(of(schema))


def test_every_section_of_a_spec_is_there():
    fields = yaml.safe_load((ROOT / "standards/vehicle/spec.yaml").read_text("utf-8"))
    told = re.findall(r"`([a-z_]+)`", section(page("spec.md"), "Sections"))
    assert set(told) == {*fields["sections"], "schema"}


def test_every_verdict_and_statement_is_there():
    text = page("verdicts.md").lower()
    for verdict in Verdict:
        assert f" {verdict.value.replace('_', ' ')} |" in text
    for kind in (*STATEMENTS, "nothing_judged"):
        assert kind.replace("_", " ") in section(text, "statement of conformity")


class TestExpressions:
    TEXT = page("expressions.md")

    def shown(self, title: str) -> dict[str, str]:
        """Return name -> example of a table."""
        rows = re.findall(r"^\| `([^`]+)` \|.*\| `([^`]+)` \|$", section(self.TEXT, title), re.MULTILINE)
        return {re.search(r"(\w+)(\(|$)", name)[1]: example for name, example in rows}

    @pytest.mark.parametrize(
        ("title", "wanted"),
        [
            ("Functions", {name for name, function in FUNCTIONS.items() if function.in_rules}),
            ("Methods of a text", {name for name, function in METHODS.items() if function.in_rules}),
            ("Macros", set(MACROS) - {"existsOne", "transformList"}),  # other spellings
        ],
    )
    def test_each_is_there_with_an_example_that_loads(self, title, wanted, tmp_path: Path):
        shown = self.shown(title)
        assert set(shown) == wanted
        for name, example in shown.items():
            assert name in example
        (data,) = (yaml.safe_load(block.body) for block in blocks(self.TEXT))
        rows = [
            {
                "id": f"shown-{number}",
                "text": {"en": f"No. {number}.", "zh": f"第{number}条。"},
                "require": example,
            }
            for number, example in enumerate(shown.values())
        ]
        file = tmp_path / "shown.yaml"
        file.write_text(yaml.safe_dump(HEAD | data | {"requirements": rows}, allow_unicode=True), "utf-8")
        assert load_standards(str(tmp_path))

    def test_what_is_not_stated_has_the_values_of_the_table(self):
        """`x` is what a spec does not state."""
        rows = re.findall(
            r"^\| `([^`]+)` \| (\w+)", section(self.TEXT, "What is not stated is unknown"), re.MULTILINE
        )
        assert len(rows) == 4
        for expression, told in rows:
            tree = checked(expression.replace("x", "vehicle.doors"))
            assert walk(tree, environment({"vehicle": {}})) is {"unknown": None, "false": False}[told], (
                expression
            )

    def test_what_it_says_is_refused_is_refused(self, tmp_path: Path):
        for refused in (
            "has(vehicle.seats)",
            "assistance.dam.warnings.all(w, w == 'visual')",
            "assistance.dfm.operating_speed_kmh >= 65.0",
            "documents.exists(id, d, d.title != '')",
        ):
            rows = [{"id": "refused", "text": {"en": "Refused.", "zh": "拒绝。"}, "require": refused}]
            file = tmp_path / "shown.yaml"
            file.write_text(yaml.safe_dump(HEAD | {"requirements": rows}, allow_unicode=True), "utf-8")
            with pytest.raises(Exception, match=r"shown\.yaml"):
                load_standards(str(tmp_path))
