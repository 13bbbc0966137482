"""What a requirement asks, where it comes from, how sure we are, and what a spec holds for it."""

from collections.abc import Iterator

from checker.model.assessment import Assessment, Judged
from checker.model.finding import Finding, Read
from checker.model.standard import Requirement, Standard
from checker.rendering.observed import observation
from checker.rendering.terminal.listed import headed, told_source
from checker.rendering.terminal.page import Page

_INDENT = "    "


def explain_requirement(standard: Standard, requirement: Requirement, page: Page) -> Iterator[str]:
    """Yield a requirement in full."""
    yield page.style("bold", f"{standard.number}  {headed(requirement)}")
    yield from page.wrapped(page.text(requirement.text), _INDENT)
    for key, source in _expressions(standard, requirement):
        yield from page.wrapped(f"{page.say(f'terminal.explain.{key}')}: {' '.join(source.split())}", _INDENT)
    if requirement.evidence:
        kinds = page.words.join([page.words(f"evidence.{kind}") for kind in requirement.evidence.kinds])
        yield from page.wrapped(page.say("proof.evidence", kind=kinds), _INDENT)
    if requirement.review:
        yield from page.wrapped(page.say("proof.review", question=requirement.review), _INDENT)
    if requirement.remedy:
        remedy = f"{page.say('terminal.explain.remedy')}: {page.text(requirement.remedy)}"
        yield from page.wrapped(remedy, _INDENT)
    yield from page.wrapped(f"{page.say('terminal.explain.rule')}: {requirement.place}", _INDENT)
    for name in requirement.sources:
        told = told_source(standard.sources[name], page)
        yield from page.wrapped(f"{page.say('terminal.explain.source')}: {told}", _INDENT)
    sure = page.say("terminal.explain.verified" if requirement.verified else "terminal.explain.not_verified")
    confidence = page.say(f"terminal.confidence.{requirement.confidence}")
    yield from page.wrapped(f"{sure} ({confidence})", _INDENT)


def _expressions(standard: Standard, requirement: Requirement) -> Iterator[tuple[str, str]]:
    if standard.applies_when:
        yield "applies_when", standard.applies_when.source
    if requirement.for_each:
        yield "for_each", requirement.for_each.path.source
        if requirement.for_each.where:
            yield "where", requirement.for_each.where.source
    if requirement.when:
        yield "when", requirement.when.source
    for expression in requirement.require:
        yield "require", expression.source


def explain_findings(judged: Judged, requirement: Requirement, page: Page) -> Iterator[str]:
    """Yield what each configuration of a document holds for a requirement: every path that was read."""
    for assessment in judged.assessments:
        for finding in _findings(assessment, requirement.id):
            key = assessment.spec.configuration.key
            verdict = page.style(str(finding.verdict), page.say(f"verdict.{finding.verdict}"))
            yield ""
            yield f"{judged.file}{f' [{key}]' if key else ''}: {verdict}"
            yield from _members(finding, page)


def _findings(assessment: Assessment, id_: str) -> list[Finding]:
    blockers = [finding for step in assessment.ladder for finding in step.blockers]
    every = [*(finding for result in assessment.results for finding in result.findings), *blockers]
    return [finding for finding in every if finding.requirement.id == id_]


def _members(finding: Finding, page: Page) -> Iterator[str]:
    for member in finding.members:
        outcome = page.say(f"outcome.{member.outcome}")
        yield f"  {member.key}: {outcome}" if member.key else f"  {outcome}"
        for reason in member.reasons:
            where = f"{reason.place}: " if reason.place else ""
            yield from page.wrapped(where + page.text(reason.text), _INDENT)
        for read in member.reads:
            yield from page.wrapped(_read(read, page), _INDENT)


def _read(read: Read, page: Page) -> str:
    seen = observation(read, page.words)
    known = f" ({page.text(seen.known)})" if seen.known else ""
    return f"{seen.path} = {page.text(seen.value)}{known}  {read.place or ''}".rstrip()
