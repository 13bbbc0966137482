"""Scores as intervals a reader can trust: rounded, but never to a 0 or a 100 that is not exact."""

from collections.abc import Iterator

from checker.assessment.scores import domains_of
from checker.model.assessment import Assessment, Score, StandardResult
from checker.record import Record
from checker.rendering.naming import name_of
from checker.rendering.wording import Words
from checker.text import Text

DASH = "—"
ACCOUNTS = ("score", "readiness", "good_practice")


def percent(share: float | None) -> str:
    """Return the share in per cent with at most one decimal, without the sign; a dash for None."""
    if share is None:
        return DASH
    rounded = round(share * 100, 1)
    if rounded >= 100 and share < 1:
        rounded = 99.9
    if rounded <= 0 and share > 0:
        rounded = 0.1
    return f"{rounded:.1f}".removesuffix(".0")


def interval(score: Score) -> str:
    """Return ``62.5–81 %``, one number where everything is decided, a dash where nothing is at stake."""
    low, high = percent(score.low), percent(score.high)
    if low == DASH:
        return DASH
    return f"{low} %" if low == high else f"{low}–{high} %"


class Interval(Record):
    """One score, ready to print."""

    label: Text
    text: str  # "62.5–81 %", or a dash
    decided: str  # "75 %", or a dash
    points: Text  # "5 of 8 points earned, 6 decided"
    low: float | None  # per cent, for the bar; None: no bar
    high: float | None
    alternative: Text  # what the bar says


def interval_of(label: Text, score: Score, words: Words) -> Interval:
    """Return the score of one account, standard or domain."""
    if score.low is None or score.high is None:
        return Interval(label, DASH, DASH, words("report.no_points"), None, None, words("report.no_score"))
    points = words(
        "report.points", earned=score.earned, decided=score.decided_points, at_stake=score.at_stake
    )
    text, decided = interval(score), f"{percent(score.decided)} %"
    alternative = words("report.bar", label=label, interval=text, decided=decided)
    low, high = round(score.low * 100, 2), round(score.high * 100, 2)
    return Interval(label, text, decided, points, low, high, alternative)


class OpenPoints(Record):
    """A standard of which nobody can tell whether it applies: what it puts at stake, none of it decided."""

    label: Text
    points: tuple[Text, ...]  # "Readiness, Driver assistance: 38"


def open_points(assessment: Assessment, words: Words) -> tuple[OpenPoints, ...]:
    """Return the points in the scores that no printed finding has: those of standards that may not apply."""
    away = ((name_of(r.standard, words), r) for r in assessment.results if r.applies == "open")
    lines = (OpenPoints(name, tuple(_open_points(result, assessment.gate, words))) for name, result in away)
    return tuple(line for line in lines if line.points)


def _open_points(result: StandardResult, gate: tuple[str, ...], words: Words) -> Iterator[Text]:
    domains = domains_of(result.findings, lambda _: result.standard.id in gate)
    for domain, accounts in domains.items():
        for account in ACCOUNTS:
            score = getattr(accounts, account)
            if score.at_stake:
                name, of = words(f"account.{account}"), words(f"domain.{domain}")
                yield words("report.open_points", account=name, domain=of, n=score.at_stake)
