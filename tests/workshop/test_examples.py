"""Rules that test themselves."""

import pytest

from checker.cache import Cache
from checker.model.finding import Outcome
from checker.packs.digests import digest_of
from checker.packs.entries import entry_of
from checker.packs.folders import RuleFile
from checker.packs.library import Library
from checker.packs.markets import Market, Markets
from checker.packs.numbers import Numbers
from checker.packs.remembering import Remembered
from checker.text import Text
from checker.workshop.examples import OUTCOMES, has_condition, run_examples
from tests.packs.writing import MODELS, WHOLE, changed, load, place_of, vehicle_schema

NAME = Text("China", "中国")
MARKETS = Markets({"CN": NAME}, {"CN": Market(NAME, ("CN",))})


def library_of(yaml: str) -> Library:
    file = RuleFile("rule.yaml", "rule.yaml", digest_of(yaml.encode()))
    vars(file)["data"] = yaml.encode()  # as if it had been read
    standard = load(yaml)
    entry = entry_of(standard, "rule.yaml")
    remembered = Remembered([file], vehicle_schema(), "sha256:0", Cache(None))
    return Library(
        {entry.id: entry}, MARKETS, {entry.id: standard}, Numbers([entry]), vehicle_schema(), remembered
    )


def by_seats(spec, _requirement):
    """Judge `vehicle.seats >= 2` by hand: the evaluators have tests of their own."""
    seats = spec.values["vehicle"].get("seats")
    if spec.values["vehicle"].get("use") == ["robotaxi"]:
        return Outcome.OUT
    return Outcome.OPEN if seats is None else Outcome.HOLDS if seats >= 2 else Outcome.VIOLATED


def run(yaml: str, judge=by_seats):
    library = library_of(yaml)
    return run_examples(library.standards["rule"], library, judge)


def problems(yaml: str):
    return [problem.in_("en") for result in run(yaml) for problem in result.problems]


def test_examples_that_are_as_they_should_be():
    results = run(WHOLE)

    assert [(result.expected, result.got) for result in results] == list(OUTCOMES.items())[:3]
    assert all(result.problems == () for result in results)
    assert {result.requirement for result in results} == {"rule/one"}
    assert [str(result.place) for result in results] == [
        "rule.yaml:16:14",
        "rule.yaml:17:14",
        "rule.yaml:18:17",
    ]


def test_a_wrong_expectation_is_told_where_it_is_written():
    yaml = changed("pass: [{vehicle: {seats: 2}}]", "pass: [{vehicle: {seats: 2}}, {vehicle: {seats: 1}}]")

    at = place_of(yaml, "{vehicle: {seats: 1}}")
    (found,) = problems(yaml)

    assert found.startswith(f"rule.yaml:{at}: rule/one: this example should be 'pass', and is 'fail'")
    assert found.endswith(" (mend the rule, or the example)")


@pytest.mark.parametrize("name", ["pass", "fail", "unknown"])
def test_an_example_that_is_missing(name):
    line = next(line for line in WHOLE.splitlines() if line.strip().startswith(f"{name}: ["))
    (found,) = problems(changed(line + "\n", ""))

    assert found.startswith(f"rule.yaml:12:5: rule/one: no '{name}' example (")


def test_a_rule_without_any_example():
    yaml = WHOLE[: WHOLE.index("    examples:")]

    assert len(problems(yaml)) == 3


def test_where_nothing_can_violate_it_no_example_is_asked_for():
    yaml = changed("fail: [{vehicle: {seats: 1}}]", "fail: {impossible: {en: Never., zh: 不可能。}}")

    assert problems(yaml) == []


CONDITION = "    when: '!(\"robotaxi\" in vehicle.use)'\n    require"


def test_a_condition_asks_for_an_example_that_does_not_meet_it():
    (found,) = problems(changed("    require", CONDITION))

    assert found == (
        "rule.yaml:12:5: rule/one: no 'not_applicable' example"
        " (there is a condition: write one that does not meet it)"
    )


def test_an_example_that_does_not_meet_the_condition():
    yaml = changed("    require", CONDITION) + "      not_applicable: [{vehicle: {use: [robotaxi]}}]\n"

    assert problems(yaml) == []


def test_the_condition_of_the_standard_counts_too():
    (found,) = problems(changed("requirements:", "applies_when: vehicle.seats > 0\nrequirements:"))

    assert "no 'not_applicable' example" in found


def test_an_example_that_names_an_unknown_field():
    yaml = changed("unknown: [{}]", "unknown: [{vehicle: {seets: 2}}]")
    (result,) = [result for result in run(yaml) if result.problems]

    assert result.got is None
    assert [problem.in_("en") for problem in result.problems] == [
        f"rule.yaml:{place_of(yaml, 'seets')}: unknown key 'seets' in vehicle (did you mean 'seats'?)"
    ]


def test_all_that_is_wrong_at_once():
    yaml = changed("unknown: [{}]", "unknown: [{vehicle: {seets: 2}}, {vehicle: {seats: 2}}]")
    yaml = changed("      fail: [{vehicle: {seats: 1}}]\n", "", yaml)

    assert len(problems(yaml)) == 3


def test_everything_is_said_in_chinese_too():
    yaml = changed("pass: [{vehicle: {seats: 2}}]", "pass: [{vehicle: {seats: 1}}]")
    (result,) = [result for result in run(yaml) if result.problems]

    assert (
        result.problems[0].in_("zh").endswith("rule/one：该示例应为“pass”，实际为“fail”（请修改规则或示例）")
    )


@pytest.mark.parametrize(
    ("id_", "conditional"),
    [
        ("seats-for-the-family", True),
        ("works-from-standstill", True),
        ("certificate-of-the-management-system", True),  # by the standard's applies_when
    ],
)
def test_which_requirements_have_a_condition(id_, conditional):
    standard = load((MODELS / "example-100-2030.yaml").read_text(encoding="utf-8"), "example-100-2030.yaml")
    requirement = next(r for r in standard.requirements if r.id.endswith(id_))

    assert has_condition(standard, requirement) is conditional


def test_a_requirement_of_every_vehicle_has_no_condition():
    standard = load(WHOLE)

    assert not has_condition(standard, standard.requirements[0])


@pytest.mark.parametrize(
    ("if_none", "conditional"), [("not_applicable", True), ("unknown", False), ("violated", False)]
)
def test_a_for_each_is_a_condition_where_none_means_not_applicable(if_none, conditional):
    keys = f"    for_each: sensors\n    as: s\n    if_none: {if_none}\n    require"
    standard = load(changed("    require", keys))

    assert has_condition(standard, standard.requirements[0]) is conditional


def test_an_answer_to_a_requirement_that_there_is_not_is_told():
    answer = "reviews: {rule/oen: {verdict: conforms, by: a, date: 2026-01-01}}"
    yaml = changed("pass: [{vehicle: {seats: 2}}]", f"pass: [{{vehicle: {{seats: 2}}, {answer}}}]")

    (found,) = problems(yaml)
    assert found.startswith("rule.yaml:16:")
    assert "there is no such requirement; did you mean 'rule/one'?" in found
    assert problems(yaml.replace("rule/oen", "rule/one")) == []
