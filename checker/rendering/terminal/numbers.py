"""The numbers of a result: scores, counts by standard, the level ladder."""

from collections.abc import Iterator

from checker.model.assessment import Assessment, LadderStep, Score, StandardResult
from checker.model.finding import Verdict
from checker.rendering.naming import numbered
from checker.rendering.scores import interval, percent
from checker.rendering.terminal.columns import clip, pad, width
from checker.rendering.terminal.page import Page
from checker.rendering.terminal.style import OF_STATEMENT, SYMBOLS
from checker.text import Text

_SHOWN = (Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW, Verdict.NOT_APPLICABLE)
OUT = 8  # standards that do not apply; the rest is counted


def scores(assessment: Assessment, page: Page) -> Iterator[str]:
    """Yield the accounts that have something at stake; the score in any case."""
    accounts = assessment.accounts
    every = {key: getattr(accounts, key) for key in ("score", "readiness", "good_practice")}
    shown = {key: score for key, score in every.items() if key == "score" or score.at_stake}
    names = {key: page.say(f"account.{key}") for key in shown}
    longest = max(width(name) for name in names.values())
    for key, score in shown.items():
        line = f"{pad(names[key], longest)}  {pad(interval(score), 10, right=True)}"
        parts = [line, _decided(score, page), page.say(f"terminal.account.{key}")]
        yield _fitting(parts, page)


def _fitting(parts: list[str], page: Page) -> str:
    """Return as many parts of a line as fit, from the first."""
    line = parts[0]
    for part in parts[1:]:
        if width(line) + 2 + width(part) > page.width:
            break
        line = f"{line}  {part}"
    return line.rstrip()


def _decided(score: Score, page: Page) -> str:
    if score.decided is None:
        return page.say("report.no_points")
    return page.say("terminal.share", share=percent(score.decided))


def standards(assessment: Assessment, page: Page) -> Iterator[str]:
    """Yield a line for each standard: how many requirements of each verdict, and the statement."""
    shown = [result for result in assessment.results if result.applies != "no"]
    if shown:
        legend = "  ".join(f"{SYMBOLS[v]}\N{NO-BREAK SPACE}{page.say(f'verdict.{v}')}" for v in _SHOWN)
        yield from (page.style("dim", line) for line in page.wrapped(legend, ""))
    longest = min(max((width(numbered(result.standard)) for result in shown), default=0), page.width // 3)
    for result in shown:
        yield from _standard(result, longest, page)
    out = [result for result in assessment.results if result.applies == "no"]
    for result in out[:OUT]:
        why = result.why[0].text if result.why else Text("", "")
        line = page.say("terminal.not_applicable", number=numbered(result.standard), why=why)
        yield page.style("dim", clip(f"{SYMBOLS['not_applicable']} {' '.join(line.split())}", page.width))
    if len(out) > OUT:
        yield page.style("dim", page.say("terminal.also", n=len(out) - OUT))


def _standard(result: StandardResult, longest: int, page: Page) -> Iterator[str]:
    counts = [(verdict, sum(f.verdict is verdict for f in result.findings)) for verdict in _SHOWN]
    cells = [f"{SYMBOLS[verdict]} {count:>3}" for verdict, count in counts]
    painted = "  ".join(page.style(str(v), cell) for (v, _), cell in zip(counts, cells, strict=True))
    kind = result.statement.kind
    word = page.words(f"statement.{kind}")
    if result.statement.provisional:
        word = page.words("statement.provisional", word=word)
    said = page.style(OF_STATEMENT[kind], page.text(word))
    head = pad(clip(numbered(result.standard), longest), longest)
    if longest + 2 + width("  ".join(cells)) + 2 + width(page.text(word)) <= page.width:
        yield f"{head}  {painted}  {said}"
    else:
        yield f"{head}  {said}"
        yield f"  {painted}"
    if not result.findings and result.standard.note:
        yield from page.wrapped(page.text(result.standard.note), "  ")


def ladder(assessment: Assessment, page: Page) -> Iterator[str]:
    """Yield, for each driving-automation feature, the levels claimed and supported, and what blocks one."""
    if assessment.ladder:
        yield from page.painted("bold", page.say("terminal.ladder"))
    for step in assessment.ladder:
        yield from page.hanging(_claim(step, page), "  ", "    ")
        if step.blockers and step.blocked_level is not None:
            names = ", ".join(finding.requirement.id for finding in step.blockers)
            blocked = page.words("terminal.blocked", level=step.blocked_level, names=names)
            yield from page.hanging(page.reason(blocked), "    ", "      ")


def _claim(step: LadderStep, page: Page) -> str:
    if step.supported is None:
        return page.say("terminal.claim_unsupported", feature=step.name, claimed=step.claimed)
    supported = Text(str(step.supported), str(step.supported))
    if step.provisional:
        supported = page.words("statement.provisional", word=supported)
    return page.say("terminal.claim", feature=step.name, claimed=step.claimed, supported=supported)
