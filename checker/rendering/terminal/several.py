"""Several configurations of one document, and several documents of one run."""

from collections.abc import Iterator, Sequence

from checker.assessment.gate import Decision
from checker.model.assessment import Assessment, Judged
from checker.model.finding import Finding, Verdict
from checker.rendering.scores import interval
from checker.rendering.terminal.columns import pad, width
from checker.rendering.terminal.page import Page, plain
from checker.rendering.terminal.style import OF_STATEMENT, SYMBOLS, symbol_of
from checker.text import Text

FAILURES = 3  # of another configuration that the decisive one does not have; the rest is counted


def configuration_name(assessment: Assessment, page: Page) -> Text:
    """Return the name of a configuration; empty where there is only one."""
    configuration = assessment.spec.configuration
    if configuration.name:
        return configuration.name
    known = f"configuration.{configuration.key}"
    if configuration.key and known in page.words:
        return page.words(known)
    return Text(configuration.key, configuration.key)


def other_configurations(judged: Judged, page: Page) -> Iterator[str]:
    """Yield a line for each configuration that did not decide: its statement, score and what differs."""
    if len(judged.assessments) == 1:
        return
    decisive = judged.assessments[judged.decisive]
    yield from page.painted("bold", page.say("terminal.others"))
    for index, assessment in enumerate(judged.assessments):
        if index != judged.decisive:
            line = page.say(
                "terminal.other",
                name=configuration_name(assessment, page),
                statement=page.words(f"statement.{assessment.statement.kind}"),
                score=interval(assessment.accounts.score),
                differ=page.words.count("terminal.differ", len(_differing(assessment, decisive))),
            )
            symbol, look = symbol_of(assessment.statement.kind), OF_STATEMENT[assessment.statement.kind]
            for told in page.hanging(f"{symbol} {line}", "  ", "    "):
                yield told.replace(symbol, page.style(look, symbol), 1)
            yield from _only_here(assessment, decisive, page)


def _only_here(assessment: Assessment, decisive: Assessment, page: Page) -> Iterator[str]:
    """Yield the requirements that fail in this configuration and not in the decisive one."""
    known = _findings(decisive)
    failed = [
        id_
        for id_, finding in _findings(assessment).items()
        if finding.verdict is Verdict.FAIL and not (id_ in known and known[id_].verdict is Verdict.FAIL)
    ]
    for id_ in failed[:FAILURES]:
        yield "      " + page.style("fail", f"{SYMBOLS['fail']} {id_}")
    if len(failed) > FAILURES:
        yield "      " + page.style("dim", page.say("terminal.also", n=len(failed) - FAILURES))


def _findings(assessment: Assessment) -> dict[str, Finding]:
    return {f.requirement.id: f for result in assessment.results for f in result.findings}


def _differing(one: Assessment, other: Assessment) -> list[str]:
    """Return the requirements whose verdict is not the same; what is not looked at does not apply."""
    here, there = _findings(one), _findings(other)
    out = Verdict.NOT_APPLICABLE

    def verdict(of: dict[str, Finding], id_: str) -> Verdict:
        return of[id_].verdict if id_ in of else out

    return [id_ for id_ in {**there, **here} if verdict(here, id_) is not verdict(there, id_)]


def summary(
    judged: Sequence[tuple[Judged, Decision]], refused: Sequence[tuple[str, int]], page: Page
) -> Iterator[str]:
    """Yield a line for each document of a run, and how many passed the gate."""
    rows = [
        (
            one.statement.kind,
            plain(f"{one.file}{_number(one.document)}"),
            page.say(f"statement.{one.statement.kind}"),
            page.say("terminal.gate.holds" if decision.holds else "terminal.gate.fails"),
        )
        for one, decision in judged
    ]
    unread = [plain(f"{file}{_number(number)}") for file, number in refused]
    longest = max((width(name) for name in (*(name for _, name, _, _ in rows), *unread)), default=0)
    longest = min(longest, page.width // 2)
    words = max((width(says) for _, _, says, _ in rows), default=0)
    for kind, name, says, gate in rows:
        symbol = page.style(OF_STATEMENT[kind], symbol_of(kind))
        yield f"{symbol} {pad(name, longest)}  {pad(says, words)}  {gate}"
    for name in unread:
        symbol = page.style("fail", SYMBOLS["fail"])
        yield f"{symbol} {pad(name, longest)}  {page.say('terminal.refused')}"
    held = sum(decision.holds for _, decision in judged)
    counts = {"held": held, "failed": len(judged) - held, "refused": len(refused)}
    yield from page.painted("bold", page.say("terminal.summary", n=len(judged) + len(refused), **counts))


def _number(document: int) -> str:
    return f" #{document}" if document > 1 else ""
