"""The standards that there are, and one of them with all that it asks."""

from collections.abc import Iterable, Iterator

from checker.assessment.coverage import coverage_of
from checker.model.standard import Requirement, Source, Standard
from checker.rendering.terminal.columns import clip, pad, width
from checker.rendering.terminal.page import Page


def list_standards(standards: Iterable[Standard], page: Page) -> Iterator[str]:
    """Yield a line for each standard."""
    every = list(standards)
    ids = max((len(standard.id) for standard in every), default=0)
    numbers = max((width(standard.number) for standard in every), default=0)
    for standard in every:
        head = f"{pad(standard.id, ids)}  {pad(standard.number, numbers)}  {pad(standard.market, 6)}"
        told = page.count("terminal.requirements", len(standard.requirements))
        yield clip(f"{head}  {pad(told, 16)}  {page.text(standard.title)}", page.width)


def show_standard(standard: Standard, page: Page) -> Iterator[str]:
    """Yield what a rule file holds: coverage, sources, and every requirement in clause order."""
    coverage = coverage_of(standard)
    yield page.style("bold", f"{standard.number}  {page.text(standard.title)}")
    yield f"{standard.id}  {standard.place}"
    if coverage.clauses:
        told = page.say(
            "terminal.coverage",
            transcribed=coverage.transcribed,
            clauses=coverage.clauses,
            persons=coverage.need_a_person,
        )
        yield from page.wrapped(told, "")
    verified = page.say("terminal.verified", n=coverage.requirements, verified=coverage.verified)
    yield from page.wrapped(verified, "")
    for source in standard.sources.values():
        yield from page.wrapped(told_source(source, page), "")
    for requirement in standard.requirements:
        mark = "" if requirement.verified else f"  ({page.say('terminal.not_verified')})"
        yield ""
        yield f"{headed(requirement)}  {page.say(f'obligation.{requirement.obligation}')}{mark}"
        yield from page.wrapped(page.text(requirement.text), "    ")


def told_source(source: Source, page: Page) -> str:
    """Return where we read something, and what kind of reading it was."""
    address = f"  {source.url}" if source.url else ""
    return f"{source.title} ({page.say(f'seen.{source.seen}')}){address}"


def headed(requirement: Requirement) -> str:
    """Return the id of a requirement with its clause as printed."""
    clause = f"  {', '.join(requirement.clause)}" if requirement.clause else ""
    return requirement.id + clause
