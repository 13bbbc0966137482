"""Several configurations of a document, and several documents of a run."""

from checker.assessment.gate import Decision
from checker.model.assessment import Accounts, Score
from checker.rendering.terminal.several import FAILURES, configuration_name, other_configurations, summary
from checker.text import Text
from tests.making import finding
from tests.rendering.terminal.paper import NOTHING, assessment, judged, page, result

HOLDS, FAILS = Decision(True, ()), Decision(False, ())  # noqa: FBT003


def test_names_of_configurations():
    assert configuration_name(assessment(), page()) == Text("", "")
    assert configuration_name(assessment(configuration="base"), page()).en.startswith(("no option", "base"))
    assert configuration_name(assessment(configuration="sport"), page()) == Text("sport", "sport")


def test_one_configuration_has_no_others():
    assert list(other_configurations(judged(assessment()), page())) == []


def test_another_configuration_is_a_line_with_what_differs():
    decisive = assessment(
        result(finding("fail", id_="s/a"), finding("pass", id_="s/b")), kind="does_not_conform"
    )
    other = assessment(
        result(finding("pass", id_="s/a"), finding("pass", id_="s/b")),
        configuration="sport",
        kind="conforms",
        accounts=Accounts(Score(2, 2, 2), NOTHING, NOTHING),
    )

    assert list(other_configurations(judged(decisive, other), page())) == [
        "Other configurations",
        "  ● sport: Conforms, score 100 %; 1 requirement differs",
    ]


def test_what_is_not_looked_at_does_not_apply():
    decisive = assessment(result(finding("unknown", id_="s/a")))
    other = assessment(
        result(finding("not_applicable", id_="s/a"), finding("not_applicable", id_="s/b")), configuration="x"
    )

    assert "1 requirement differs" in list(other_configurations(judged(decisive, other), page()))[1]


def test_what_fails_only_elsewhere_is_named():
    decisive = assessment(result(finding("fail", id_="s/a")), kind="does_not_conform")
    fails = [finding("fail", id_=f"s/{n}") for n in range(FAILURES + 2)]
    other = assessment(result(finding("fail", id_="s/a"), *fails), configuration="x", kind="does_not_conform")
    lines = list(other_configurations(judged(decisive, other), page()))

    assert lines[2:] == ["      ■ s/0", "      ■ s/1", "      ■ s/2", "      … and 2 more"]


def test_the_summary_of_a_run():
    good = judged(assessment(kind="conforms"), file="good.yaml")
    bad = judged(assessment(kind="does_not_conform"), file="云舟.yaml", document=2)

    assert list(summary([(good, HOLDS), (bad, FAILS)], [("broken.yaml", 1)], page())) == [
        "● good.yaml     Conforms          gate holds",
        "■ 云舟.yaml #2  Does not conform  gate fails",
        "■ broken.yaml   could not be judged",
        "Documents: 3. Gate holds: 1, fails: 1; not judged: 1",
    ]


def test_the_summary_in_chinese():
    lines = list(summary([], [("broken.yaml", 3)], page("zh")))

    assert lines == ["■ broken.yaml #3  无法评价", "共 1 个文档：通过 0，未通过 0，无法评价 1"]
