"""The scenarios of a result on a terminal: a line for each set, or each scenario with what is missing."""

from collections.abc import Iterator

from checker.assessment.scenarios import scenarios_of
from checker.model.assessment import Assessment, StandardResult
from checker.model.finding import Verdict
from checker.model.scenario import ScenarioResult
from checker.rendering.naming import numbered
from checker.rendering.scenario_words import counted, fields_of, names, needs_of, with_same
from checker.rendering.terminal.page import Page
from checker.rendering.terminal.style import SYMBOLS
from checker.rendering.waivers import waiver_mark
from checker.text import colon


def scenarios(assessment: Assessment, page: Page, *, listed: bool) -> Iterator[str]:
    """Yield what the scenarios came to, set by set; each of them where they are to be ``listed``."""
    yield from page.painted("bold", page.say("terminal.scenarios_listed" if listed else "terminal.scenarios"))
    for result in assessment.results:
        if result.applies == "yes" and (result.standard.scenarios or result.standard.kind == "scenario_set"):
            yield from _set(result, page, listed=listed)


def _set(result: StandardResult, page: Page, *, listed: bool) -> Iterator[str]:
    shown = scenarios_of(result)
    told = counted(shown, page.words) or result.standard.note
    said = f"{numbered(result.standard)}{colon(page.lang)}{page.text(told) if told else '—'}"
    yield from page.hanging(said, "  ", "    ")
    if not listed:
        return
    for one, same in with_same(shown):
        yield from _headed(one, page)
        for line in [page.say("scenarios.same")] if same else _missing(one, page):
            yield from page.hanging(line, "        ", "          ")
    for rest in (names(shown, Verdict.NOT_APPLICABLE, page.words), names(shown, None, page.words)):
        if rest:
            yield from (page.style("dim", line) for line in page.hanging(page.text(rest), "    ", "    "))


def _headed(one: ScenarioResult, page: Page) -> Iterator[str]:
    word = page.words(f"verdict.{one.verdict}")
    if one.provisional:
        word = page.words("verdict.provisional", word=word)
    clause = f"  {', '.join(one.scenario.clause)}" if one.scenario.clause else ""
    head = f"{SYMBOLS[str(one.verdict)]} {page.text(one.scenario.name)}{clause}  {page.text(word)}"
    for line in page.hanging(head, "    ", "      "):
        yield page.style(str(one.verdict), line)


def _missing(one: ScenarioResult, page: Page) -> Iterator[str]:
    """Yield what is not met, and what is missing."""
    for finding in one.unmet:
        key = "unmet" if finding.verdict is Verdict.FAIL else "suspected"
        mark = waiver_mark(finding, page.words)
        beside = page.beside(page.text(mark)) if mark else ""
        yield f"{page.say(f'scenarios.{key}')} {finding.requirement.id}{beside}"
    yield from (
        page.reason(page.words("scenarios.fields", fields=fields)) for fields in fields_of(one.missing)
    )
    yield from (page.reason(need) for need in needs_of(one.missing))
