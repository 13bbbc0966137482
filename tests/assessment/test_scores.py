"""Points: the table of DESIGN section 5 and the edge cases in which peers go wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.assessment.scores import account_of, accounts_of, domains_of, score_of
from checker.model.assessment import Score
from checker.text import Text
from tests.making import finding

VERDICTS = ("pass", "fail", "unknown", "review", "not_applicable")


def never(_):
    return False


@pytest.mark.parametrize(
    ("verdict", "low", "high"),
    [("pass", 1.0, 1.0), ("fail", 0.0, 0.0), ("unknown", 0.0, 1.0), ("review", 0.0, 1.0)],
)
def test_points_of_one_verdict(verdict, low, high):
    score = score_of([finding(verdict, weight=3)])

    assert (score.low, score.high, score.at_stake) == (low, high, 3)


def test_a_requirement_that_is_out_has_no_points():
    score = accounts_of([finding("not_applicable")], never).score

    assert (score.low, score.high, score.decided) == (None, None, None)


def test_nothing_judged_has_no_score():
    assert accounts_of([], never).score == Score(0, 0, 0)
    assert accounts_of([], never).score.low is None


@pytest.mark.parametrize(
    ("force", "obligation", "account"),
    [
        ("binding", "shall", "score"),
        ("upcoming", "shall", "readiness"),
        ("not_known", "shall", "readiness"),
        ("voluntary", "shall", "good_practice"),
        ("ended", "shall", "good_practice"),
        ("binding", "should", "good_practice"),
        ("upcoming", "should", "good_practice"),
        ("binding", "may", None),
    ],
)
def test_the_account_of_a_requirement(force, obligation, account):
    assert account_of(finding("pass", force=force, obligation=obligation), gated=False) == account


def test_a_standard_asked_for_by_name_counts_as_binding():
    assert account_of(finding("pass", force="upcoming"), gated=True) == "score"


def test_a_rung_and_a_switched_off_requirement_have_no_points():
    assert account_of(finding("fail", rung=3), gated=False) is None
    assert account_of(finding("unknown", switched_off=Text("no", "否")), gated=False) is None


def test_decided_is_the_share_that_is_pass_or_fail():
    findings = [finding("pass", weight=2), finding("fail", weight=1), finding("unknown", weight=5)]

    assert score_of(findings) == Score(earned=2, decided_points=3, at_stake=8)
    assert score_of(findings).decided == 3 / 8


def test_overall_is_a_ratio_of_sums_not_a_mean_of_ratios():
    findings = [
        *(finding("pass", id_=f"a/{i}", domain="cloud") for i in range(9)),
        finding("fail", id_="b/1", domain="computing"),
    ]

    assert accounts_of(findings, never).score.low == 0.9
    by_domain = domains_of(findings, never)
    assert [by_domain[d].score.low for d in ("cloud", "computing")] == [1.0, 0.0]
    assert list(by_domain) == ["cloud", "computing"]


some = st.lists(
    st.tuples(
        st.sampled_from(VERDICTS), st.integers(1, 5), st.sampled_from(("binding", "upcoming", "voluntary"))
    ),
    max_size=12,
)


def made(rows):
    return [finding(v, weight=w, force=f) for v, w, f in rows]


@given(some, st.randoms())
def test_order_does_not_matter(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)

    assert accounts_of(made(rows), never) == accounts_of(made(shuffled), never)


@given(some)
def test_low_and_high_bound_what_the_open_ones_may_become(rows):
    for account in ("score", "readiness", "good_practice"):
        now = getattr(accounts_of(made(rows), never), account)
        best = [("pass" if v in ("unknown", "review") else v, w, f) for v, w, f in rows]
        worst = [("fail" if v in ("unknown", "review") else v, w, f) for v, w, f in rows]
        assert now.high == getattr(accounts_of(made(best), never), account).low
        assert now.low == getattr(accounts_of(made(worst), never), account).low


@given(some)
def test_deciding_an_open_requirement_keeps_low_and_high_inside_the_interval(rows):
    before = accounts_of(made(rows), never).score
    for index, (verdict, weight, force) in enumerate(rows):
        if verdict not in ("unknown", "review"):
            continue
        for decided in ("pass", "fail"):
            after = accounts_of(
                made([*rows[:index], (decided, weight, force), *rows[index + 1 :]]), never
            ).score
            if before.low is not None:
                assert before.low <= after.low <= after.high <= before.high
