"""Scores, counts by standard, the level ladder."""

import pytest

from checker.model.assessment import Accounts, LadderStep, Score
from checker.model.finding import Reason
from checker.rendering.terminal.columns import width
from checker.rendering.terminal.numbers import OUT, ladder, scores, standards
from checker.text import Text
from tests.making import finding, standard
from tests.rendering.terminal.paper import NOTHING, assessment, page, result

PILOT = Text("Pilot", "领航")


def accounts(score=NOTHING, readiness=NOTHING, good_practice=NOTHING):
    return assessment(accounts=Accounts(score, readiness, good_practice))


def test_a_score_is_an_interval_with_its_share():
    assert list(scores(accounts(Score(8, 9, 10)), page())) == [
        "Score     80–90 %  90 % decided  binding requirements"
    ]


def test_what_is_decided_is_one_number():
    assert "80 %  100 % decided" in next(scores(accounts(Score(8, 10, 10)), page()))


def test_nothing_at_stake_is_a_dash_never_0_or_100():
    (line,) = scores(accounts(), page())

    assert line.split() == ["Score", "—", "nothing", "at", "stake", "binding", "requirements"]
    assert "0" not in line


def test_99_95_percent_is_not_100():
    assert "99.9 %" in next(scores(accounts(Score(9999, 10000, 10000)), page()))


def test_accounts_with_nothing_at_stake_are_left_out():
    lines = list(scores(accounts(NOTHING, Score(1, 1, 2)), page("zh")))

    assert [line.split()[0] for line in lines] == ["得分", "准备度"]


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_columns_stay_straight(columns, lang):
    given = accounts(Score(8, 9, 10), Score(1, 1, 3), Score(0, 0, 7))
    lines = list(scores(given, page(lang, columns)))

    assert len({width(line.partition("%")[0]) for line in lines}) == 1 or lang == "both"
    assert all(width(line) <= columns or columns == 40 for line in lines)


def test_a_standard_with_its_counts():
    std = standard("r157", number="UN R157", series="01")
    found = result(finding("pass"), finding("fail"), finding("unknown"), std=std, kind="does_not_conform")
    legend, line = standards(assessment(found), page())

    assert legend.replace("\u00a0", " ") == "● Pass  ■ Fail  ▲ Unknown  ◆ Review  ○ Not applicable"
    assert line == "UN R157 (01)  ●   1  ■   1  ▲   1  ◆   0  ○   0  Does not conform"


def test_provisional_is_said():
    lines = list(standards(assessment(result(finding("pass"), kind="conforms", provisional=True)), page()))

    assert lines[-1].endswith("Conforms, provisional")


def test_on_a_narrow_page_the_counts_stand_below():
    lines = list(standards(assessment(result(finding("pass"), kind="does_not_conform")), page(width=40)))

    assert lines[-2:] == ["STD  Does not conform", "  ●   1  ■   0  ▲   0  ◆   0  ○   0"]


def test_what_does_not_apply_says_why_and_which_edition():
    out = [
        result(applies="no", std=standard(f"r-{n}", number="UN R157", series=n), why=[reason])
        for n, reason in (
            ("00", Reason("superseded", Text("r-01 counts", "以 r-01 为准"))),
            ("01", Reason("condition", Text("applies only where a &&\n  b", "仅当 a &&\n  b 时适用"))),
        )
    ]

    assert list(standards(assessment(*out), page())) == [
        "○ UN R157 (00): not applicable (r-01 counts)",
        "○ UN R157 (01): not applicable (applies only where a && b)",
    ]
    assert next(standards(assessment(*out), page("zh"))) == "○ UN R157 (00)：不适用（以 r-01 为准）"


def test_many_that_do_not_apply_are_counted():
    out = [result(applies="no", std=standard(f"s-{n}")) for n in range(OUT + 3)]

    assert list(standards(assessment(*out), page()))[-1] == "… and 3 more"


def step(claimed=3, supported=3, *, provisional=False, blocked=4, blockers=()):
    return LadderStep("pilot", PILOT, claimed, supported, provisional, blocked, blockers)


def test_no_ladder():
    assert list(ladder(assessment(), page())) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (step(), "  Pilot: claims level 3, supported: 3"),
        (step(provisional=True), "  Pilot: claims level 3, supported: 3, provisional"),
        (step(supported=None), "  Pilot: claims level 3, no level is supported yet"),
    ],
)
def test_a_step(given, expected):
    assert list(ladder(assessment(ladder=(given,)), page()))[1:] == [expected]


def test_what_blocks_a_level_can_be_asked_about_by_its_id():
    given = step(blockers=(finding("review", id_="levels/four-is-the-fallback"),))

    assert (
        list(ladder(assessment(ladder=(given,)), page()))[-1]
        == "    level 4 waits for: levels/four-is-the-fallback"
    )
    assert list(ladder(assessment(ladder=(given,)), page("both")))[1:] == [
        "  Pilot: claims level 3, supported: 3 / 领航：申报 3 级，可支持：3",
        "    level 4 waits for / 4 级受阻于: levels/four-is-the-fallback",
    ]
