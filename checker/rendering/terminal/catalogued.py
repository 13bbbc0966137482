"""The catalogue on a terminal: per regime and group, each document with its status and its rules."""

from collections.abc import Iterator, Mapping

from checker.assessment.standardization import Region, Standing, State
from checker.rendering.catalogue import (
    name_of_document,
    told_rules,
    told_status,
    told_tally,
    told_years,
)
from checker.rendering.terminal.columns import pad, width
from checker.rendering.terminal.page import Page
from checker.text import Text

_COVERED, _OPEN = "●", "○"


def list_catalogue(state: State, regions: Mapping[str, Text], page: Page) -> Iterator[str]:
    """Yield the totals, then the documents by regime and group."""
    yield from page.painted("bold", page.say("catalogue.title", date=state.as_of))
    yield from page.wrapped(page.text(told_tally(state.tally, page.words)), "")
    for region in state.regions:
        yield ""
        yield from _region(region, regions[region.market], page)
    if state.beyond:
        yield ""
        yield from page.wrapped(page.say("catalogue.beyond", ids=", ".join(state.beyond)), "")


def _region(region: Region, name: Text, page: Page) -> Iterator[str]:
    yield from page.painted("bold", page.text(name))
    yield from page.hanging(page.text(told_tally(region.tally, page.words)), "  ", "    ")
    if region.years:
        yield from page.hanging(page.text(told_years(region, page.words)), "  ", "    ")
    numbers = max(width(_number(standing, page)) for standing in region.standings)
    for group, tally in region.groups.items():
        yield ""
        counted = page.count("catalogue.group_tally", tally.documents, covered=tally.covered)
        title = page.say(f"catalogue.group.{group}")
        for line in page.hanging(f"{title}  {counted}", "  ", "    "):
            yield line.replace(title, page.style("bold", title), 1)
        for standing in region.standings:
            if standing.document.group == group:
                yield from _standing(standing, min(numbers, page.width // 3), page)


def _number(standing: Standing, page: Page) -> str:
    return page.text(name_of_document(standing.document, page.words).number)


def _standing(standing: Standing, numbers: int, page: Page) -> Iterator[str]:
    document = standing.document
    told = [page.text(told_status(standing, page.words))]
    rules = told_rules(standing, page.words)
    if rules:
        told.append(page.text(rules))
    if document.confidence != "high":
        told.append(page.say(f"terminal.confidence.{document.confidence}"))
    mark = _COVERED if standing.covered else _OPEN
    line = f"{mark} {pad(_number(standing, page), numbers)}  {'  '.join(told)}"
    yield from page.hanging(line, "    ", "      ")
    yield from page.wrapped(page.text(name_of_document(document, page.words).title), "      ")
    if document.note:
        yield from page.wrapped(page.say("catalogue.note", note=document.note), "      ")
