"""The standards that there are, and one of them with all that it asks."""

from collections.abc import Iterable, Iterator

from checker.model.standard import Requirement, Source, Standard
from checker.packs.coverage import coverage_of
from checker.rendering.naming import numbered
from checker.rendering.terminal.columns import pad, width
from checker.rendering.terminal.page import Page
from checker.text import Text


def list_standards(standards: Iterable[Standard], page: Page) -> Iterator[str]:
    """Yield two lines for each standard: how it is called here and in print, and its title."""
    every = list(standards)
    ids = max((len(standard.id) for standard in every), default=0)
    numbers = max((width(numbered(standard)) for standard in every), default=0)
    for standard in every:
        count = page.count("terminal.requirements", len(standard.requirements))
        head = f"{pad(numbered(standard), numbers)}  {pad(standard.market, 5)}  {count}"
        yield f"{page.style('bold', pad(standard.id, ids))}  {head}"
        yield from page.wrapped(page.text(standard.title), "    ")


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
    if standard.note:
        yield from page.wrapped(page.text(standard.note), "")
    if standard.scenarios:
        named = page.words.join([scenario.name for scenario in standard.scenarios])
        yield from page.wrapped(page.say("terminal.scenarios_of", names=named), "")
    for source in standard.sources.values():
        yield from page.wrapped(page.text(told_source(source, page)), "")
    for requirement in standard.requirements:
        mark = "" if requirement.verified else page.beside(page.say("terminal.not_verified"))
        yield ""
        yield f"{headed(requirement)}  {page.say(f'obligation.{requirement.obligation}')}{mark}"
        yield from page.wrapped(page.text(requirement.text), "    ")


def told_source(source: Source, page: Page) -> Text:
    """Return where we read something, and what kind of reading it was."""
    address = f"  {source.url}" if source.url else ""
    seen = page.words(f"seen.{source.seen}")
    return page.words("terminal.source", title=source.title, seen=seen, address=address)


def headed(requirement: Requirement) -> str:
    """Return the id of a requirement with its clause as printed."""
    clause = f"  {', '.join(requirement.clause)}" if requirement.clause else ""
    return requirement.id + clause
