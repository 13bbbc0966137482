"""Scenarios on a terminal: counted, or each with what is missing."""

import pytest

from checker.model.assessment import StandardResult
from checker.model.waiver import Waived
from checker.record import replace
from checker.rendering.terminal.columns import width
from checker.rendering.terminal.scenarios import scenarios
from checker.rendering.terminal.text import render_text
from tests.making import finding
from tests.rendering.matrix import FIELDS, OBTAINED, SCENARIOS, a_set, need, results
from tests.rendering.terminal.paper import assessment, judged, page, result
from tests.rendering.terminal.test_text import HOLDS


def told(*given: StandardResult, lang="en", columns=100, listed=False):
    return list(scenarios(assessment(*(given or results())), page(lang, columns), listed=listed))


def test_each_set_that_applies_has_a_line():
    assert told() == [
        "Scenarios (--scenarios lists them)",
        ("  SET 1: 7 scenarios: 2 pass, 1 fail, 1 unknown, 1 review, 1 not applicable, 1 named only"),
        "  TOP 10: The official list has not been obtained.",
    ]


def test_each_scenario_is_listed_with_what_is_missing():
    assert told(listed=True) == [
        "Scenarios",
        "  SET 1: 7 scenarios: 2 pass, 1 fail, 1 unknown, 1 review, 1 not applicable, 1 named only",
        "    ● Forward collision warning  5.2.2  Pass, provisional",
        "    ▲ Traffic jam warning  5.2.3  Unknown",
        "        not stated: v2x.applications.jam: range_m, delay_ms",
        "        not stated: v2x.radio",
        "        no test report covers it",
        "    ■ In-vehicle signage  5.2.4  Fail",
        "        not met: set-1/signs-needs-it",
        "    ◆ Near-field payment  5.2.5  Review",
        "        looks violated: set-1/payment-needs-it",
        "    ● Emergency brake warning  5.2.6  Pass",
        "    Not applicable to the vehicle as described: Left turn assist.",
        "    Named only, no requirement of their own was transcribed: Parking.",
        "  TOP 10: The official list has not been obtained.",
    ]


def test_in_both_languages_fields_are_named_once():
    assert "        not stated / 未填写: v2x.radio" in told(lang="both", listed=True)


def test_in_chinese():
    lines = told(lang="zh", listed=True)

    assert "    ▲ 前方拥堵提醒  5.2.3  信息不足" in lines
    assert "        未填写：v2x.applications.jam: range_m, delay_ms" in lines
    assert f"  TOP 10：{OBTAINED.zh}" in lines


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_lines_fit(columns, lang):
    assert all(width(line) <= columns for line in told(lang=lang, columns=columns, listed=True))


def test_a_waiver_is_visible():
    waived = replace(need("fail", "signs"), waiver=Waived("active", (), (), ()))
    lines = told(result(waived, std=a_set(scenarios=SCENARIOS)), listed=True)

    assert "        not met: set-1/signs-needs-it  (waived)" in lines


@pytest.mark.parametrize("applies", ["no", "open"])
def test_a_set_that_does_not_apply_is_told_elsewhere(applies):
    std = a_set(scenarios=SCENARIOS)

    assert "Scenarios" not in text(result(std=std, applies=applies), listed=True)


def text(*given, listed=False):
    return render_text([(judged(assessment(*given)), HOLDS)], [], page(), scenarios=listed)


def test_where_no_scenario_is_named_nothing_is_said():
    assert "Scenarios" not in text(result())
    assert "Scenarios" not in text(result(std=a_set(note=OBTAINED)))


def test_a_set_whose_list_is_not_known_is_told_where_scenarios_are_asked_for():
    std = a_set(number="TOP 10", note=OBTAINED)

    assert "  TOP 10: The official list has not been obtained." in text(result(std=std), listed=True)


def test_the_scenarios_follow_the_standards():
    shown = text(*results())

    assert shown.index("Pass  ■") < shown.index("Scenarios (--scenarios lists them)")
    assert "Forward collision warning" not in shown
    assert "Forward collision warning" in text(*results(), listed=True)


def test_what_is_missing_for_several_in_a_row_is_told_once():
    shared = finding("unknown", id_="set-1/all", scenarios=("ahead", "jam"), reasons=(FIELDS,))
    lines = told(result(shared, std=a_set(scenarios=SCENARIOS[:2])), listed=True)

    assert lines[-4:] == [
        "        not stated: v2x.applications.jam: range_m, delay_ms",
        "        not stated: v2x.radio",
        "    ▲ Traffic jam warning  5.2.3  Unknown",
        "        the same as for the scenario before",
    ]
