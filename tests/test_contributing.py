"""The rule that CONTRIBUTING shows is a rule: it loads, and its examples have the outcomes that they say."""

import re
from pathlib import Path
from typing import Any

import pytest

from checker.cli.main import main
from checker.expression.functions import FUNCTIONS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MODEL = (ROOT / "standards" / "cn" / "gb-44497-2024.yaml").read_text("utf-8")


def shown_rule() -> str:
    (block,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    return block


@pytest.fixture
def tried(tmp_path: Path, capsys: Any) -> Any:
    """Return a function that tests a requirement alone in a rule file: exit code, and what is printed."""

    def tried(requirement: str) -> tuple[int, str]:
        head = MODEL.split("\nrequirements:\n")[0].replace("gb-44497-2024", "my-standard")
        head = head.replace("number: GB 44497-2024", "number: My standard")
        folder = tmp_path / "mine"
        folder.mkdir(exist_ok=True)
        (folder / "my-standard.yaml").write_text(f"{head}\nrequirements:\n{requirement}", "utf-8")
        code = main(["test", "--lang", "en", "--rules", str(folder), "my-standard"])
        printed = capsys.readouterr()
        return code, printed.out + printed.err

    return tried


def test_the_rule_on_the_page_passes_its_examples(tried):
    code, said = tried(shown_rule())
    assert code == 0, said
    assert "4 examples of 1 requirement" in said


@pytest.mark.parametrize("outcome", ["pass", "fail", "unknown", "not_applicable"])
def test_every_kind_of_example_is_needed(tried, outcome):
    without = re.sub(rf"^ +{outcome}: .*\n", "", shown_rule(), flags=re.MULTILINE)
    code, said = tried(without)
    assert code in (1, 3), said
    assert "my-standard.yaml:" in said


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("storage_capacity_events: 5}", "storage_capacity_events: 3}"),  # a passing example that fails
        ("storage_capacity_events >= 5", "storage_capacity_event >= 5"),  # a misspelt field in the rule
        ("storage_capacity_events: 4}", "storage_capacity_evnts: 4}"),  # a misspelt field in an example
        ("type: type_2", "type: type_3"),  # a word outside the enumeration
    ],
)
def test_a_mistake_is_told_with_its_line(tried, good, bad):
    rule = shown_rule()
    assert good in rule
    code, said = tried(rule.replace(good, bad))
    assert code in (1, 3), said
    assert re.search(r"my-standard\.yaml:\d+:\d+: ", said), said
    assert "Traceback" not in said


def test_every_function_on_the_page_is_one_of_the_language():
    told = set(re.findall(r"`(\w+)\(", PAGE)) | {
        "add_years",
        "add_months",
        "days_between",
        "min",
        "max",
        "sum",
    }
    assert told <= set(FUNCTIONS) | {"lookup", "missing"}
