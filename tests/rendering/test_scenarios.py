"""The scenario matrix of a report: columns by verdict, what is missing, and what there is no row for."""

import re

import pytest

from checker.model.finding import Outcome
from checker.model.waiver import Waived
from checker.record import replace
from checker.rendering.html import render_html
from checker.rendering.scenario_words import COLUMNS, together
from checker.rendering.view import view
from checker.rendering.wording import load_words
from checker.text import Text
from tests.making import finding
from tests.rendering.matrix import (
    FIELDS,
    OBTAINED,
    SCENARIOS,
    a_set,
    findings,
    hostile_matrix,
    matrix_of,
    need,
)
from tests.rendering.sample import judged
from tests.rendering.terminal.paper import result
from tests.rendering.test_html import Reader

WORDS = load_words()


def matrices(one):
    return {str(matrix.number.en): matrix for matrix in view(one, WORDS).vehicles[0].scenarios}


@pytest.fixture(scope="module")
def shown():
    return matrices(matrix_of())


def line(matrix, name):
    return next(one for one in matrix.lines if one.name.en == name)


def section(one, lang="en"):
    text = render_html(one, lang).decode("utf-8")
    return text[text.index('id="scenarios-1"') : text.index('id="findings-1"')]


# ---- fields of one map together


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ([], ()),
        (["a.b"], ("a.b",)),
        (["as_of"], ("as_of",)),
        (["a.b.c", "a.b.d", "a.e"], ("a.b: c, d", "a.e")),
        (["a.e", "a.b.c", "a.f"], ("a: e, f", "a.b.c")),
    ],
)
def test_fields_of_one_map_stand_together(paths, said):
    assert together(paths) == said


# ---- the view


def test_a_vehicle_without_scenario_sets_has_no_matrix():
    assert view(judged(), WORDS).vehicles[0].scenarios == ()
    assert 'id="scenarios-1"' not in render_html(judged()).decode("utf-8")


def test_every_set_is_told_of(shown):
    assert list(shown) == ["SET 1", "SET 2", "SET 3", "TOP 10"]


def test_scenarios_of_a_standard_that_is_no_set_are_shown_too():
    std = replace(a_set(scenarios=SCENARIOS, number="TRACK"), kind="standard")

    assert list(matrices(matrix_of(result(*findings(), std=std)))) == ["TRACK"]


def test_a_line_for_each_scenario_that_the_vehicle_has(shown):
    assert [(one.name.en, one.clause, one.verdict) for one in shown["SET 1"].lines] == [
        ("Forward collision warning", "5.2.2", "pass"),
        ("Traffic jam warning", "5.2.3", "unknown"),
        ("In-vehicle signage", "5.2.4", "fail"),
        ("Near-field payment", "5.2.5", "review"),
        ("Emergency brake warning", "5.2.6", "pass"),
    ]


def test_each_line_has_one_mark_in_the_column_of_its_verdict(shown):
    for one in shown["SET 1"].lines:
        assert [cell.look for cell in one.cells] == list(COLUMNS)
        assert [cell.look for cell in one.cells if cell.shape] == [one.verdict]


def test_the_shapes_alone_tell_the_verdicts_apart(shown):
    marks = {cell.look: cell.shape for one in shown["SET 1"].lines for cell in one.cells if cell.shape}

    assert len(set(marks.values())) == len(marks) == 4


def test_only_a_pass_that_is_not_verified_is_provisional(shown):
    assert [one.name.en for one in shown["SET 1"].lines if one.provisional] == ["Forward collision warning"]


def test_what_is_missing_fields_first(shown):
    jam = line(shown["SET 1"], "Traffic jam warning")

    assert jam.fields == ("v2x.applications.jam: range_m, delay_ms", "v2x.radio")
    assert [need.en for need in jam.needs] == ["no test report covers it"]


def test_what_is_not_met_and_what_looks_so_are_told_apart_and_lead_to_their_rows(shown):
    (fails,) = line(shown["SET 1"], "In-vehicle signage").unmet
    (looks,) = line(shown["SET 1"], "Near-field payment").unmet

    assert (fails.says.en, fails.id, fails.anchor) == (
        "not met:",
        "signs-needs-it",
        "v1-set-1-signs-needs-it",
    )
    assert (looks.says.en, looks.says.zh) == ("looks violated:", "疑似不符合：")


def test_a_waiver_is_visible_in_the_matrix():
    waived = replace(need("fail", "signs"), waiver=Waived("active", (), (), ()))
    (unmet,) = matrices(matrix_of(result(waived, std=a_set(scenarios=SCENARIOS))))["SET-1"].lines[0].unmet

    assert unmet.waiver == Text("waived", "已豁免")


def test_what_the_vehicle_does_not_have_and_what_is_only_named(shown):
    matrix = shown["SET 1"]

    assert matrix.out.en.endswith("as described: Left turn assist.")
    assert matrix.named.zh == "仅列名称，未转化其自身要求：泊车。"


def test_the_scenarios_are_counted(shown):
    assert shown["SET 1"].said == Text(
        "7 scenarios: 2 pass, 1 fail, 1 unknown, 1 review, 1 not applicable, 1 named only",
        "共 7 个场景：符合 2 个、不符合 1 个、信息不足 1 个、待人工确认 1 个、不适用 1 个、仅列名称 1 个",
    )


def test_a_set_that_does_not_apply_says_why(shown):
    assert (shown["SET 2"].away, shown["SET 2"].said.en) == (True, "applies only where v2x")
    assert shown["SET 2"].lines == ()


def test_a_set_of_which_it_is_open_whether_it_applies_says_what_would_tell(shown):
    assert shown["SET 3"].said.en == "whether it applies is open (state it)"
    assert shown["SET 3"].lines == ()


def test_a_set_whose_list_is_not_known_shows_its_note(shown):
    top = shown["TOP 10"]

    assert (top.note, top.said, top.lines, top.anchor) == (OBTAINED, None, (), "")


# ---- the page


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_the_page_is_sound(lang):
    page = Reader(render_html(matrix_of(), lang).decode("utf-8"))

    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_the_matrix_is_found_from_the_contents():
    assert "#scenarios-1" in Reader(render_html(matrix_of()).decode("utf-8")).links


def test_the_table_can_be_heard():
    """Rows and columns have their headings, and the table says what it is."""
    text = section(matrix_of())
    table = text[text.index("<table") : text.index("</table>")]

    assert "<caption>SET 1: scenarios, what they come to, and what is missing</caption>" in table
    assert len(re.findall('<th scope="col"', table)) == len(COLUMNS) + 2
    assert len(re.findall('<th scope="row"', table)) == 5
    widths = [len(re.findall("<t[hd]", row)) for row in re.findall("<tr.*?</tr>", table, re.DOTALL)]
    assert set(widths) == {len(COLUMNS) + 2}


def test_fields_are_named_once_in_both_languages():
    assert section(matrix_of(), "both").count("v2x.radio") == 1


def test_the_mark_has_its_word_where_columns_have_no_room():
    assert 'data-label="Unknown">▲' in section(matrix_of())


@pytest.mark.parametrize(("lang", "said"), [("en", OBTAINED.en), ("zh", OBTAINED.zh), ("both", OBTAINED.zh)])
def test_the_page_says_that_an_official_list_was_not_obtained(lang, said):
    assert said in section(matrix_of(), lang)


def test_names_and_reasons_from_files_do_nothing():
    page = Reader(render_html(hostile_matrix()).decode("utf-8"))

    assert page.open == []
    assert not {tag for tag, _ in page.elements} & {"link", "img"}
    assert sum(tag == "script" for tag, _ in page.elements) == 1  # our own
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)


def test_every_outcome_has_its_column():
    """A scenario with a verdict is a line or a name: none is lost."""
    of = {
        Outcome.VIOLATED: "fail",
        Outcome.OPEN: "unknown",
        Outcome.HOLDS: "pass",
        Outcome.OUT: "not_applicable",
    }
    for outcome, verdict in of.items():
        std = a_set(scenarios=SCENARIOS[:1])
        matrix = matrices(matrix_of(result(need(verdict, "ahead", outcome=outcome), std=std)))["SET-1"]
        assert len(matrix.lines) + (matrix.out is not None) + (matrix.named is not None) == 1


def test_what_is_missing_for_several_in_a_row_is_told_once():
    """A shared need would else be told as often as there are scenarios."""
    shared = finding("unknown", id_="set-1/all", scenarios=("ahead", "jam", "signs"), reasons=(FIELDS,))
    std = a_set(scenarios=SCENARIOS[:3])
    first, second, third = matrices(matrix_of(result(shared, need("pass", "signs"), std=std)))["SET-1"].lines

    assert first.fields == ("v2x.applications.jam: range_m, delay_ms", "v2x.radio")
    assert [(one.fields, [str(n.en) for n in one.needs]) for one in (second, third)] == [
        ((), ["the same as for the scenario before"])
    ] * 2


def test_two_that_lack_nothing_do_not_lack_the_same():
    std = a_set(scenarios=SCENARIOS[:2])
    one, other = matrices(matrix_of(result(need("pass", "ahead"), need("pass", "jam"), std=std)))[
        "SET-1"
    ].lines

    assert one.needs == other.needs == ()
