"""Statements of conformity: the table of DESIGN section 5."""

import pytest

from checker.assessment.statements import WORDS, statement_of, whole_of, worst_statement
from checker.model.assessment import STATEMENTS, Coverage, Statement
from checker.rendering.wording import load_words
from checker.text import Text
from tests.making import finding, standard

COVERAGE = Coverage(clauses=34, transcribed=17, need_a_person=5, requirements=20, verified=20)
UNKNOWN_OUTLINE = Coverage(None, 0, 0, 20, 20)
STD = standard()


def never(_):
    return False


def always(_):
    return True


def of(*findings, std=STD):
    return statement_of(std, findings, COVERAGE)


@pytest.mark.parametrize(
    ("verdict", "provisional", "kind", "marked"),
    [
        ("pass", False, "conforms", False),
        ("pass", True, "conforms", True),
        ("fail", False, "does_not_conform", False),
        ("unknown", False, "undetermined", False),
        ("review", False, "undetermined", False),
        ("not_applicable", False, "not_applicable", False),
    ],
)
@pytest.mark.parametrize("force", ["binding", "upcoming", "voluntary", "not_known"])
def test_a_standards_statement_whatever_its_force(verdict, provisional, kind, marked, force):
    statement = of(finding(verdict, provisional=provisional, force=force))

    assert (statement.kind, statement.provisional) == (kind, marked)


@pytest.mark.parametrize(
    ("verdict", "force", "kind"),
    [
        ("pass", "binding", "conforms"),
        ("pass", "not_known", "conforms"),
        ("fail", "binding", "does_not_conform"),
        ("fail", "not_known", "undetermined"),  # nobody can say that it binds
        ("unknown", "binding", "undetermined"),
        ("unknown", "not_known", "undetermined"),
        ("review", "binding", "undetermined"),
        ("fail", "upcoming", "nothing_judged"),  # listed, no effect on the gate
        ("fail", "voluntary", "nothing_judged"),
        ("not_applicable", "binding", "nothing_judged"),
    ],
)
def test_the_whole(verdict, force, kind):
    assert whole_of([finding(verdict, force=force)], never).kind == kind


@pytest.mark.parametrize("force", ["binding", "upcoming", "voluntary", "not_known"])
def test_a_standard_asked_for_by_name_counts_as_binding_in_the_whole(force):
    assert whole_of([finding("fail", force=force)], always).kind == "does_not_conform"


@pytest.mark.parametrize("obligation", ["should", "may"])
def test_should_and_may_do_not_reach_a_statement(obligation):
    failed = finding("fail", obligation=obligation)

    assert of(failed).kind == "not_applicable"
    assert whole_of([failed], never).kind == "nothing_judged"


def test_the_worst_requirement_decides():
    passed, failed, open_ = finding("pass"), finding("fail"), finding("unknown")

    assert of(passed, open_).kind == "undetermined"
    assert of(passed, open_, failed).kind == "does_not_conform"


def test_nothing_applicable_is_not_conformity():
    assert whole_of([], never).kind == "nothing_judged"
    assert whole_of([finding("not_applicable")], never).kind == "nothing_judged"


def test_what_is_switched_off_leaves_its_standard_at_best_undetermined():
    off = finding("unknown", switched_off=Text("not our product", "不属本产品"))

    assert of(finding("pass"), off).kind == "undetermined"
    assert whole_of([finding("pass"), off], never).kind == "undetermined"


def test_provisional_stands_only_beside_a_conforms():
    passed = finding("pass", provisional=True)

    assert of(passed).provisional
    assert not of(passed, finding("fail")).provisional
    assert "provisional" in of(passed).text.en
    assert "暂定" in of(passed).text.zh


def test_a_taxonomy_has_no_statement():
    assert of(finding("pass"), std=standard(kind="taxonomy")).kind == "not_applicable"


def test_the_scope_is_in_the_same_sentence():
    assert of(finding("pass")).text == Text(
        "conforms in the 1 applicable requirement, from 17 of 34 clauses",
        "符合（范围：已转化 17/34 个条款中的 1 条适用要求）",
    )
    assert "outline is not known" in statement_of(STD, [finding("pass")], UNKNOWN_OUTLINE).text.en


@pytest.mark.parametrize(
    ("kinds", "decides"),
    [
        (("conforms", "does_not_conform", "undetermined"), 1),
        (("conforms", "undetermined"), 1),
        (("conforms", "nothing_judged"), 1),
        (("nothing_judged", "undetermined"), 1),
        (("conforms", "conforms"), 0),
    ],
)
def test_the_worst_configuration_decides(kinds, decides):
    statements = tuple(Statement(kind, provisional=False, text=Text("", "")) for kind in kinds)

    assert worst_statement(statements) == decides


def test_provisional_decides_between_equals():
    sure = Statement("conforms", provisional=False, text=Text("", ""))
    provisional = Statement("conforms", provisional=True, text=Text("", ""))

    assert worst_statement((sure, provisional)) == 1


@pytest.mark.parametrize("kind", [*STATEMENTS, "nothing_judged"])
def test_a_statement_uses_the_word_of_the_outputs(kind):
    """The sentence of a statement and the badge beside it say the same word."""
    assert kind in WORDS
    word, said = load_words()(f"statement.{kind}"), WORDS[kind]

    assert (word.en.lower(), word.zh) == (said.en.lower(), said.zh)
