"""What a requirement asks, where it comes from, how sure we are, and what a spec holds for it."""

from collections.abc import Iterator

from checker.expression.tree import unparse
from checker.model.assessment import Assessment, Judged
from checker.model.finding import Finding, Read, Verdict
from checker.model.standard import Dates, Expression, Requirement, Standard
from checker.rendering.observed import observation
from checker.rendering.terminal.listed import headed, told_source
from checker.rendering.terminal.page import Page, plain
from checker.rendering.terminal.style import SYMBOLS
from checker.rendering.waivers import beside
from checker.text import Text

_INDENT, _DEEPER = "    ", "      "


def explain_requirement(standard: Standard, requirement: Requirement, page: Page) -> Iterator[str]:
    """Yield a requirement in full: what it asks, when, how it is proved, and where we read it."""
    obligation = page.say(f"obligation.{requirement.obligation}")
    head = f"{headed(requirement)}  {obligation}"
    yield from (page.style("bold", line) for line in page.hanging(head, "", "  "))
    yield from page.wrapped(f"{standard.number}  {page.text(standard.title)}", "  ")
    yield from page.wrapped(page.text(requirement.text), "  ")
    for key, said in _facts(standard, requirement, page):
        told = page.reason(page.words(f"terminal.explain.{key}", said=said))
        yield from page.hanging(told, _INDENT, _DEEPER)
    sure = "verified" if requirement.verified else "not_verified"
    confidence = page.words(f"terminal.confidence.{requirement.confidence}")
    yield from page.hanging(page.say(f"terminal.explain.{sure}", confidence=confidence), _INDENT, _DEEPER)


def _facts(standard: Standard, requirement: Requirement, page: Page) -> Iterator[tuple[str, str | Text]]:
    """Yield what else there is to say: the wording's key, and what fills it."""
    for key, expression in _expressions(standard, requirement):
        yield key, " ".join(expression.source.split())
        if _has_names(expression):
            yield "in_full", unparse(expression.tree)
    yield from (("proof", said) for said in _proof(requirement, page))
    for dates in requirement.dates or standard.dates:
        yield from (("dates", said) for said in _dates(dates, page))
    if requirement.remedy:
        yield "remedy", requirement.remedy
    yield "rule", str(requirement.place)
    yield from (("source", told_source(standard.sources[name], page)) for name in requirement.sources)


def _expressions(standard: Standard, requirement: Requirement) -> Iterator[tuple[str, Expression]]:
    if standard.applies_when:
        yield "applies_when", standard.applies_when
    if requirement.for_each:
        yield "for_each", requirement.for_each.path
        if requirement.for_each.where:
            yield "where", requirement.for_each.where
    if requirement.when:
        yield "when", requirement.when
    yield from (("require", expression) for expression in requirement.require)


def _has_names(expression: Expression) -> bool:
    """Return whether a name of the rule file stands in an expression for something longer."""
    return len(unparse(expression.tree)) > len(" ".join(expression.source.split())) + len(_SPACES)


_SPACES = "()()"  # brackets and spaces that are only written differently


def _proof(requirement: Requirement, page: Page) -> Iterator[Text]:
    words = page.words
    if requirement.proof and requirement.proof.basis:
        yield words("proof.basis", basis=words(f"basis.{requirement.proof.basis}"))
    if requirement.proof and requirement.proof.max_age_months:
        yield words.count("proof.age", requirement.proof.max_age_months)
    if requirement.evidence:
        kinds = [words(f"evidence.{kind}") for kind in requirement.evidence.kinds]
        yield words("proof.evidence", kind=words.join(kinds))
        if requirement.evidence.max_age_months:
            yield words.count("proof.age", requirement.evidence.max_age_months)
    if requirement.review:
        yield words("proof.review", question=requirement.review)


def _dates(dates: Dates, page: Page) -> Iterator[Text]:
    words = page.words
    for key in ("new_types", "all_vehicles", "ended"):
        date = getattr(dates, key)
        if date is not None:
            what = words(f"dates.{key}")
            yield (
                words("dates.never", what=what) if date == "none" else words("dates.on", what=what, date=date)
            )


def explain_findings(judged: Judged, requirement: Requirement, page: Page) -> Iterator[str]:
    """Yield what each configuration of a document holds for a requirement: every path that was read."""
    for assessment in judged.assessments:
        for finding in _findings(assessment, requirement.id):
            key = assessment.spec.configuration.key
            yield ""
            yield f"{plain(judged.file)}{f' [{key}]' if key else ''}  {_verdict(finding, page)}"
            yield from _members(finding, page)
            for told in beside(finding, page.words):
                yield from page.hanging(page.text(told), "  ", "    ")
            yield from _answer(finding, assessment.as_of, page)


def _answer(finding: Finding, as_of: str, page: Page) -> Iterator[str]:
    """Yield what a person who answers writes into the spec, ready to be pasted."""
    if finding.answer_digest is None:
        return
    yield from page.wrapped(page.say("terminal.explain.answer"), "  ")
    yield "    reviews:"
    yield f"      {finding.requirement.id}:"
    verdicts = page.say("terminal.explain.or")
    yield f"        verdict: conforms  # {verdicts} does_not_conform, not_applicable"
    yield f"        by: {page.say('terminal.explain.you')}"
    yield f"        date: {as_of}"
    yield f"        digest: {finding.answer_digest}"


def _verdict(finding: Finding, page: Page) -> str:
    word = page.words(f"verdict.{finding.verdict}")
    if finding.verdict is Verdict.PASS and finding.provisional:
        word = page.words("verdict.provisional", word=word)
    verdict = page.style(str(finding.verdict), f"{SYMBOLS[finding.verdict]} {page.text(word)}")
    return f"{verdict}{page.beside(page.say(f'force.{finding.force.kind}'))}"


def _findings(assessment: Assessment, id_: str) -> list[Finding]:
    """Return the findings of a requirement; those of the level ladder are found at its steps."""
    blockers = [finding for step in assessment.ladder for finding in step.blockers]
    every = [*(finding for result in assessment.results for finding in result.findings), *blockers]
    return [finding for finding in every if finding.requirement.id == id_]


def _members(finding: Finding, page: Page) -> Iterator[str]:
    for member in finding.members:
        outcome = page.say(f"outcome.{member.outcome}")
        yield f"  {member.key}: {outcome}" if member.key else f"  {outcome}"
        for reason in member.reasons:
            where = f"{reason.place}: " if reason.place else ""
            yield from page.hanging(where + page.reason(reason.text), _INDENT, _DEEPER)
        for read in member.reads:
            yield from page.hanging(_read(read, page), _INDENT, _DEEPER)


def _read(read: Read, page: Page) -> str:
    seen = observation(read, page.words)
    return (
        f"{read.place}: {seen.path} = {page.text(seen.said)}"
        if read.place
        else f"{seen.path} = {page.text(seen.said)}"
    )
