"""Waivers on a terminal: every one that was given, and what it comes to."""

from collections.abc import Iterator

from checker.model.assessment import Assessment
from checker.rendering.terminal.page import Page
from checker.rendering.waivers import LOOKS, state_counts, state_word


def waivers(assessment: Assessment, page: Page) -> Iterator[str]:
    """Yield a line for each waiver: where it stands, its state, its requirement, what it comes to."""
    if not assessment.waivers:
        return
    counts = page.say("terminal.waivers", counts=state_counts(assessment, page.words))
    yield from (page.style("bold", line) for line in page.wrapped(counts, ""))
    for use in assessment.waivers:
        waiver = use.waiver
        about = f"{waiver.requirement}  {waiver.path}" if waiver.path else waiver.requirement
        state = page.text(state_word(use, page.words))
        first, *rest = page.hanging(f"{state}  {about}", "  ", "    ")
        yield first.replace(state, page.style(LOOKS[use.state], state), 1)
        yield from rest
        yield from page.hanging(f"{waiver.place}: {page.text(use.text)}", "    ", "      ")
