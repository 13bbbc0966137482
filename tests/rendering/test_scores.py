import pytest

from checker.model.assessment import Score
from checker.rendering.scores import interval, interval_of, percent
from checker.rendering.wording import load_words
from checker.text import Text


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (None, "—"),
        (0, "0"),
        (1, "100"),
        (0.5, "50"),
        (2 / 3, "66.7"),
        (0.99999, "99.9"),
        (0.00001, "0.1"),
        (0.1234, "12.3"),
    ],
)
def test_percent(share, shown):
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (Score(0, 0, 0), "—"),
        (Score(0, 0, 8), "0–100 %"),
        (Score(5, 8, 8), "62.5 %"),
        (Score(5, 6, 8), "62.5–87.5 %"),
        (Score(8, 8, 8), "100 %"),
        (Score(9999, 10000, 10000), "99.9 %"),
    ],
)
def test_interval(score, shown):
    assert interval(score) == shown


def test_nothing_at_stake_is_no_score_and_no_bar():
    it = interval_of(Text("Score", "得分"), Score(0, 0, 0), load_words())
    assert (it.text, it.decided, it.low, it.high) == ("—", "—", None, None)
    assert it.alternative == Text("no score", "无得分")


def test_an_interval_can_be_recomputed_from_its_points():
    it = interval_of(Text("Score", "得分"), Score(5, 6, 8), load_words())
    assert it.points.en == "5 of 8 earned, 6 decided"
    assert (it.low, it.high) == (100 * 5 / 8, 100 * (8 - (6 - 5)) / 8)
    assert it.decided == "75 %"
    assert it.alternative.en == "Score: 62.5–87.5 %, 75 % decided"
