import pytest

from checker.model.finding import Force, Member, Outcome, Read, Reason, Verdict
from checker.model.standard import Evidence, Proof
from checker.record import replace
from checker.rendering.finding_rows import OBSERVED, anchor, force_text, proof_asked, row
from checker.rendering.verdicts import SHAPES
from checker.rendering.wording import load_words
from checker.text import Text
from tests.rendering.sample import at, finding, requirement

WORDS = load_words()
RULE = requirement("gb-1-2024/is-so", "4.1 a)", "It is so.", "应如此。", require="a.b >= 5")


def test_every_verdict_has_a_shape_of_its_own():
    assert set(SHAPES) == set(Verdict)
    assert len(set(SHAPES.values())) == len(SHAPES)


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_a_shape_and_a_word(verdict):
    made = row(finding(RULE, verdict), 1, WORDS)
    assert made.shape == SHAPES[verdict]
    assert made.word == WORDS(f"verdict.{verdict}")


def test_what_a_row_says_of_its_rule():
    made = row(finding(RULE, Verdict.PASS), 2, WORDS, RULE.domain)
    assert (made.anchor, made.id, made.clause) == ("v2-gb-1-2024-is-so", "is-so", "4.1 a)")
    assert made.expressions == ("a.b >= 5",)
    assert made.facts == (Text("shall", "应"), Text("weight 1", "权重 1"))


def test_a_domain_that_is_not_that_of_the_standard_is_said():
    told = [fact.en for fact in row(finding(RULE, Verdict.PASS), 1, WORDS, "chassis").facts]
    assert told == ["shall", "weight 1", "domain: Data recording"]


def test_a_clause_that_was_not_seen_is_a_dash():
    assert row(finding(replace(RULE, clause=()), Verdict.PASS), 1, WORDS).clause == "—"


def test_several_clauses():
    assert row(finding(replace(RULE, clause=("4.1", "4.2")), Verdict.PASS), 1, WORDS).clause == "4.1, 4.2"


def test_a_provisional_pass_says_so():
    made = row(finding(RULE, Verdict.PASS, provisional=True), 1, WORDS)
    assert made.word == Text("Pass, provisional", "符合（暂定）")


def test_everything_unusual_is_said():
    rule = replace(RULE, obligation="should", weight=4, rung=3, verified=False)
    off = Text("not needed", "不需要")
    unusual = finding(rule, Verdict.UNKNOWN, force=Force("voluntary"), switched_off=off)
    made = row(unusual, 1, WORDS, rule.domain)
    assert [fact.en for fact in made.facts] == [
        "should",
        "weight 4",
        "level 3 set",
        "voluntary",
        "rule not compared with the official text",
        "switched off by the profile, not checked: not needed",
    ]


@pytest.mark.parametrize(
    ("verdict", "outcome", "kind", "shown"),
    [
        (Verdict.FAIL, Outcome.VIOLATED, "violated", True),
        (Verdict.REVIEW, Outcome.VIOLATED, "not_verified", True),
        (Verdict.UNKNOWN, Outcome.OPEN, "evidence_lapsed", True),
        (Verdict.UNKNOWN, Outcome.OPEN, "missing", False),
        (Verdict.UNKNOWN, Outcome.OPEN, "proof", False),
        (Verdict.REVIEW, Outcome.OPEN, "review_open", False),
        (Verdict.PASS, Outcome.HOLDS, "condition", False),
    ],
)
def test_a_remedy_stands_only_where_something_is_to_be_mended(verdict, outcome, kind, shown):
    rule = replace(RULE, remedy=Text("Mend it.", "改。"))
    reason = Reason(kind, Text("So it is.", "如此。"))
    made = row(finding(rule, verdict, outcome=outcome, reason=reason), 1, WORDS)
    assert (made.remedy is not None) is shown


def test_a_question_that_a_reason_asks_is_not_asked_twice():
    rule = replace(RULE, review=Text("Is it so?", "是否？"))
    reason = Reason("review_open", Text("for a person to judge: Is it so?", "待人工判断：是否？"))
    assert row(finding(rule, Verdict.REVIEW, reason=reason), 1, WORDS).proof == ()


def test_many_reads_are_counted():
    reads = [Read(f"a.b{i}", i, at(i + 1)) for i in range(OBSERVED + 3)]
    made = row(finding(RULE, Verdict.PASS, reads=reads), 1, WORDS)
    assert (len(made.observed), made.more) == (OBSERVED, 3)


def test_the_members_that_made_the_outcome_are_shown_and_all_are_named():
    reason = Reason("violated", Text("Too short.", "过短。"))
    members = (
        Member("pilot", Outcome.VIOLATED, (reason,), (Read("f.pilot.x", 1, at(1)),)),
        Member("assist", Outcome.HOLDS, (), (Read("f.assist.x", 9, at(2)),)),
    )
    made = row(finding(RULE, Verdict.FAIL, members=members), 1, WORDS)
    assert [it.path for it in made.observed] == ["f.pilot.x"]
    assert [member.en for member in made.members] == ["pilot: not met", "assist: met"]
    assert made.why == (reason.text,)


def test_equal_reasons_are_said_once():
    reason = Reason("missing", Text("Not stated.", "未说明。"))
    members = tuple(Member(key, Outcome.OPEN, (reason,)) for key in "ab")
    assert len(row(finding(RULE, Verdict.UNKNOWN, members=members), 1, WORDS).why) == 1


@pytest.mark.parametrize(
    ("force", "en", "zh"),
    [
        (Force("binding"), "binding", "现行强制"),
        (
            Force("upcoming", "2027-01-01", 42),
            "upcoming from 2027-01-01, 42 days left",
            "将于 2027-01-01 实施，尚余 42 天",
        ),
        (
            Force("upcoming", "2026-11-21", 1),
            "upcoming from 2026-11-21, 1 day left",
            "将于 2026-11-21 实施，尚余 1 天",
        ),
        (Force("upcoming", "2027-01"), "upcoming from 2027-01", "将于 2027-01 实施"),
        (Force("upcoming"), "upcoming, no date yet", "即将实施，日期未定"),
        (Force("voluntary"), "voluntary", "非强制"),
        (Force("not_known"), "force not known", "实施日期不明"),
        (Force("ended"), "ended", "已失效"),
        (
            Force("ended", ended_by="un-r157-01"),
            "superseded; un-r157-01 counts instead",
            "已被代替，现以 un-r157-01 为准",
        ),
    ],
)
def test_force(force, en, zh):
    assert force_text(force, WORDS) == Text(en, zh)


def test_proof_asked():
    rule = replace(
        RULE,
        proof=Proof("measured", 1),
        evidence=Evidence(("certificate", "analysis"), 36),
        review=Text("Is it?", "是否？"),
    )
    assert [it.en for it in proof_asked(finding(rule, Verdict.PASS), WORDS)] == [
        "at least measured",
        "not older than 1 month",
        "evidence: certificate or analysis",
        "not older than 36 months",
        "a person answers: Is it?",
    ]


def test_no_proof_asked():
    assert proof_asked(finding(RULE, Verdict.PASS), WORDS) == []


def test_an_anchor_holds_nothing_but_letters_digits_and_hyphens():
    assert anchor('GB/T 1"><b>', 3) == "v3-gb-t-1-b-"


def test_a_map_is_not_printed_as_a_count():
    reads = [
        Read("automation_features", {"pilot": {}}, at(1)),
        Read("automation_features.pilot.level", 3, at(2)),
    ]
    made = row(finding(RULE, Verdict.PASS, reads=reads), 1, WORDS)
    assert [it.path for it in made.observed] == ["automation_features.pilot.level"]
