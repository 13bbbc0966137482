"""The scenarios of a rule file: named at its head, and needed by its requirements."""

import pytest

from checker.model.standard import Scenario
from checker.packs.library import load_library
from checker.text import Text
from tests.packs.writing import STANDARDS, WHOLE, changed, load, place_of, the_problem, vehicle_schema
from tests.shipped import remembered

SCENARIOS = """\
scenarios:
  left-turn: {name: {en: Left turn assist, zh: 左转辅助}, clause: "5.2"}
  right-turn: {name: {en: Right turn assist, zh: 右转辅助}, clause: ["5.3", "A.1"]}
  roundabout: {name: {en: Roundabout, zh: 环形路口}}
"""
NAMED = changed("requirements:\n", f"{SCENARIOS}requirements:\n")
SET = changed("kind: standard\n", "kind: scenario_set\n", NAMED)


def needed_by(scenario: str, yaml: str = NAMED) -> str:
    """Return the rule file whose one requirement names this as its scenario."""
    return changed("    require:", f"    scenario: {scenario}\n    require:", yaml)


def named(yaml: str) -> tuple[str, ...]:
    (one,) = load(yaml).requirements
    return one.scenarios


def test_a_rule_file_without_scenarios():
    standard = load(WHOLE)

    assert standard.scenarios == ()
    assert standard.requirements[0].scenarios == ()


def test_scenarios_keep_their_order_their_names_and_their_clauses():
    assert load(NAMED).scenarios == (
        Scenario("left-turn", Text("Left turn assist", "左转辅助"), ("5.2",)),
        Scenario("right-turn", Text("Right turn assist", "右转辅助"), ("5.3", "A.1")),
        Scenario("roundabout", Text("Roundabout", "环形路口")),
    )


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("roundabout", ("roundabout",)),
        ("[right-turn, left-turn]", ("right-turn", "left-turn")),
        ("all", ("left-turn", "right-turn", "roundabout")),
    ],
)
def test_a_requirement_is_a_need_of_one_scenario_of_some_or_of_all(said, meant):
    assert named(needed_by(said)) == meant


def test_a_requirement_of_a_standard_may_belong_to_no_scenario():
    assert named(NAMED) == ()


def test_the_scenario_is_no_part_of_what_a_person_has_compared():
    (with_it,), (without,) = load(needed_by("left-turn")).requirements, load(NAMED).requirements

    assert with_it.digest == without.digest


def test_a_scenario_that_there_is_not():
    yaml = needed_by("left-trun")

    assert the_problem(yaml) == (
        f"rule.yaml:{place_of(yaml, 'left-trun')}: unknown scenario 'left-trun' (did you mean 'left-turn'?)"
    )


def test_one_scenario_of_a_list_that_there_is_not():
    yaml = needed_by("[left-turn, roundabuot]")

    assert the_problem(yaml) == (
        f"rule.yaml:{place_of(yaml, 'roundabuot')}: unknown scenario 'roundabuot'"
        " (did you mean 'roundabout'?)"
    )


def test_all_stands_alone():
    assert "unknown scenario 'all'" in the_problem(needed_by("[left-turn, all]"))


@pytest.mark.parametrize("said", ["left-turn", "all"])
def test_a_scenario_in_a_file_that_names_none(said):
    assert the_problem(needed_by(said, WHOLE)).endswith(
        "the file names no scenarios (write them under `scenarios:`, or leave out scenario)"
    )


def test_no_scenario_is_called_all():
    yaml = changed("  roundabout:", "  all:", NAMED)

    assert the_problem(yaml) == (
        f"rule.yaml:{place_of(yaml, 'all: {')}: no scenario is called 'all': the word stands for each of them"
        " (give it another id)"
    )


def test_in_a_scenario_set_every_requirement_says_which_scenario_needs_it():
    assert the_problem(SET).endswith(
        "the requirement does not say which scenario needs it"
        " (say scenario: an id of `scenarios`, a list, or all)"
    )
    assert named(needed_by("left-turn", SET)) == ("left-turn",)


def test_a_scenario_set_whose_scenarios_are_not_known_needs_none():
    assert load(changed("kind: standard\n", "kind: scenario_set\n")).scenarios == ()


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{clause: '5'}", "name"),
        ("{name: Left}", "Left"),
        ("{name: {en: L, zh: 左}, claus: '5'}", "clause"),
        ("left", "left"),
    ],
)
def test_a_scenario_that_is_written_wrongly(row, says):
    yaml = changed("requirements:\n", f"scenarios: {{left-turn: {row}}}\nrequirements:\n")

    assert says in the_problem(yaml)


def test_scenarios_are_remembered(tmp_path):
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "rule.yaml").write_text(needed_by("all"), "utf-8")
    folders = [STANDARDS, rules]

    for _ in range(2):  # read, then remembered
        library = load_library(folders, vehicle_schema(), remembered())
        standard = library.standards["rule"]
        assert standard.scenarios == load(NAMED).scenarios
        assert standard.requirements[0].scenarios == ("left-turn", "right-turn", "roundabout")
