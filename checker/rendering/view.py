"""The view of a report, one for HTML and PDF: every text and number ready to print, nothing judged."""

from collections.abc import Iterable

from checker.model.assessment import Accounts, Assessment, Judged, StandardResult
from checker.model.finding import Verdict
from checker.record import Record
from checker.rendering import control
from checker.rendering.advice import Advised, advised
from checker.rendering.configurations import Configuration, configurations
from checker.rendering.finding_rows import Row, anchor, row
from checker.rendering.heat import Line, Segment, heat_line, segments
from checker.rendering.issue import BLANK, Issue
from checker.rendering.ladder import Climb, climb
from checker.rendering.limits import Limits, SourceLine, limits_of, source_lines
from checker.rendering.naming import name_of
from checker.rendering.portfolio.refused import NotJudged
from checker.rendering.portfolio.view import Portfolio, portfolio_of
from checker.rendering.register import Exhibit, register
from checker.rendering.scenarios import Matrix, matrices
from checker.rendering.scores import ACCOUNTS, Interval, OpenPoints, interval_of, open_points
from checker.rendering.timeline import Track, tracks
from checker.rendering.verdicts import Count, Stamp, counts, stamp
from checker.rendering.waivers import WaiverLine, waiver_lines
from checker.rendering.wording import Words
from checker.text import Text


class Chapter(Record):
    """One standard that applies: what it is, what it came to, its rows in clause order."""

    anchor: str
    number: Text
    title: Text
    facts: tuple[Text, ...]  # market, legal force, status, dates
    note: Text | None
    sources: tuple[SourceLine, ...]
    statement: Stamp | None  # None: a taxonomy makes none
    counts: tuple[Count, ...]
    intervals: tuple[Text, ...]  # of the accounts in which something is at stake
    rows: tuple[Row, ...]
    id: str  # of the standard, in every vehicle's part the same


class ScoreLine(Record):
    """The three accounts of one standard or domain."""

    label: Text
    anchor: str  # "" where there is nothing to lead to
    accounts: tuple[Interval, ...]


class Vehicle(Record):
    """One judged document, its decisive configuration in full."""

    index: int  # from 1
    name: Text
    statement: Stamp
    counts: tuple[Count, ...]
    control: tuple[control.Entry, ...]
    digest: str
    scope: Text
    configurations: tuple[Configuration, ...]  # empty where there is only one
    limits: Limits
    overall: tuple[Interval, ...]
    standards: tuple[ScoreLine, ...]
    domains: tuple[ScoreLine, ...]
    open_points: tuple[OpenPoints, ...]
    ladder: tuple[Climb, ...]
    timeline: tuple[Track, ...] | None  # None: nobody asked for it
    advice: Advised
    scenarios: tuple[Matrix, ...]
    failures: tuple[tuple[Text, Row], ...]  # the standard's number and the row
    chapters: tuple[Chapter, ...]
    register: tuple[Exhibit, ...]
    waivers: tuple[tuple[str, WaiverLine], ...]  # with the row that each is about, "" where there is none
    score_model: str
    heat: tuple[Line, ...]
    segments: tuple[Segment, ...]  # of the bar of all requirements
    whole: Text  # what that bar says


class Report(Record):
    """Everything that one report says."""

    number: str
    as_of: str
    tool_version: str
    vehicles: tuple[Vehicle, ...]
    portfolio: Portfolio | None  # None: of one vehicle
    issue: Issue


def view(
    judged: Judged | Iterable[Judged], words: Words, issue: Issue = BLANK, refused: Iterable[NotJudged] = ()
) -> Report:
    """Return the view of one or several judged documents; raises ValueError for none.

    Documents that were ``refused`` are named beside those that were judged.
    """
    documents = (judged,) if isinstance(judged, Judged) else tuple(judged)
    if not documents:
        message = "a report needs at least one judged document"
        raise ValueError(message)
    identity = control.report_number(documents)
    first = documents[0].assessments[0]
    return Report(
        number=issue.number or identity,
        as_of=first.as_of,
        tool_version=first.tool_version,
        vehicles=tuple(
            _vehicle(one, index, identity, words, issue) for index, one in enumerate(documents, 1)
        ),
        portfolio=portfolio_of(documents, words, tuple(refused)),
        issue=issue,
    )


def _vehicle(judged: Judged, index: int, identity: str, words: Words, issue: Issue) -> Vehicle:
    decisive = judged.assessments[judged.decisive]
    told = tuple(result for result in decisive.results if result.applies == "yes" and result.findings)
    chapters = tuple(
        _chapter(result, index, words, gated=result.standard.id in decisive.gate) for result in told
    )
    tally = counts((f.verdict for result in told for f in result.findings), words)
    return Vehicle(
        index=index,
        name=control.vehicle_name(decisive),
        statement=stamp(judged.statement, words),
        counts=tally,
        control=control.control_block(judged, identity, words, issue),
        digest=control.digest(decisive.spec.digest),
        scope=decisive.scope,
        configurations=configurations(judged, index, _anchors(told, index), words),
        limits=limits_of(decisive, index, words),
        overall=_accounts(decisive.accounts, words),
        standards=tuple(_standard_score(result, index, words) for result in told),
        domains=tuple(
            ScoreLine(words(f"domain.{domain}"), "", _accounts(accounts, words))
            for domain, accounts in decisive.domains.items()
            if any(score.at_stake for score in (accounts.score, accounts.readiness, accounts.good_practice))
        ),
        open_points=open_points(decisive, words),
        ladder=tuple(climb(step, index, words) for step in decisive.ladder),
        timeline=tracks(judged.timeline, words) if judged.timeline else None,
        advice=advised(decisive, index, _anchors(told, index)),
        scenarios=matrices(decisive, index, _anchors(told, index), words),
        failures=tuple((c.number, r) for c in chapters for r in c.rows if r.verdict == Verdict.FAIL),
        chapters=chapters,
        register=register(decisive, words),
        waivers=_waivers(decisive, index, _anchors(told, index), words),
        score_model=decisive.score_model,
        heat=tuple(heat_line(c.anchor, c.id, c.number, c.rows, words) for c in chapters),
        segments=segments(tally),
        whole=words.join([words("summary.count", word=c.word, n=c.number) for c in tally if c.number]),
    )


def _anchors(told: tuple[StandardResult, ...], index: int) -> frozenset[str]:
    """Return the rows that the report has, so that no link leads nowhere."""
    return frozenset(anchor(f.requirement.id, index) for result in told for f in result.findings)


def _waivers(
    assessment: Assessment, index: int, rows: frozenset[str], words: Words
) -> tuple[tuple[str, WaiverLine], ...]:
    lines = waiver_lines(assessment, words)
    named = ((anchor(line.requirement, index), line) for line in lines)
    return tuple((row if row in rows else "", line) for row, line in named)


def _accounts(accounts: Accounts, words: Words) -> tuple[Interval, ...]:
    scores = zip(ACCOUNTS, (accounts.score, accounts.readiness, accounts.good_practice), strict=True)
    return tuple(interval_of(words(f"account.{name}"), score, words) for name, score in scores)


def _standard_score(result: StandardResult, index: int, words: Words) -> ScoreLine:
    standard = result.standard
    return ScoreLine(name_of(standard, words), anchor(standard.id, index), _accounts(result.accounts, words))


def _chapter(result: StandardResult, index: int, words: Words, *, gated: bool) -> Chapter:
    standard = result.standard
    makes_statement = standard.kind != "taxonomy"
    return Chapter(
        anchor=anchor(standard.id, index),
        number=name_of(standard, words),
        title=standard.title,
        facts=_standard_facts(result, words, gated=gated),
        note=standard.note,
        sources=source_lines(standard, words),
        statement=stamp(result.statement, words) if makes_statement else None,
        counts=tuple(c for c in counts((f.verdict for f in result.findings), words) if c.number),
        intervals=tuple(
            words("report.interval_line", label=it.label, interval=it.text, points=it.points)
            for it in _accounts(result.accounts, words)
            if it.low is not None
        ),
        rows=tuple(row(finding, index, words, standard.domain) for finding in result.findings),
        id=standard.id,
    )


def _standard_facts(result: StandardResult, words: Words, *, gated: bool) -> tuple[Text, ...]:
    standard = result.standard
    facts = [words(f"kind.{standard.kind}"), words("report.market", market=standard.market)]
    facts.append(words("report.in_domain", domain=words(f"domain.{standard.domain}")))
    facts += [words(f"legal.{standard.legal_force}"), words(f"standard_status.{standard.status}")]
    for dates in standard.dates:
        for key in ("published", "new_types", "all_vehicles", "ended"):
            date = getattr(dates, key)
            if date:
                saying = "dates.never" if date == "none" else "dates.on"
                facts.append(words(saying, what=words(f"dates.{key}"), date=date))
    if gated:
        facts.append(words("report.gated"))
    return tuple(dict.fromkeys(facts))
