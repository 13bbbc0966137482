"""A comparison on a terminal: what got worse in full, what got better by name."""

from collections.abc import Iterator, Sequence

from checker.comparison.comparing import Change, Comparison
from checker.rendering.comparison import causes, grouped, heading, score_of, verdict_now, verdict_then
from checker.rendering.terminal.page import Page, plain
from checker.rendering.terminal.style import OF_STATEMENT, SYMBOLS, symbol_of

#: Of what did not get worse so many are named; the rest is counted.
NAMED = 10


def render_compared(compared: Sequence[Comparison], page: Page) -> str:
    """Return comparisons as text, one block each."""
    blocks = ["\n".join(_one(comparison, page)) for comparison in compared]
    return "\n\n\n".join(blocks) + "\n" if blocks else page.say("comparison.nothing") + "\n"


def _one(compared: Comparison, page: Page) -> Iterator[str]:
    yield from page.painted("bold", plain(page.text(heading(compared, page.words))))
    before, after = compared.before, compared.after
    if before and after:
        look, shape = OF_STATEMENT[after.statement], symbol_of(after.statement)
        told = page.say(
            "comparison.statement",
            before=page.words(f"statement.{before.statement}"),
            after=page.words(f"statement.{after.statement}"),
        )
        yield from page.painted(look, f"{shape} {told}")
        yield from page.wrapped(
            page.say("comparison.score", before=score_of(before), after=score_of(after)), "  "
        )
        if before.as_of != after.as_of:
            yield from page.wrapped(
                page.say("comparison.dates", before=before.as_of, after=after.as_of), "  "
            )
        if not compared.changes:
            yield from page.wrapped(page.say("comparison.same"), "  ")
    for key, look, changes in grouped(compared):
        yield ""
        yield from page.painted(look, f"{SYMBOLS[look]} {page.count(key, len(changes))}")
        shown = changes if changes[0].direction == "worse" else changes[:NAMED]
        for change in shown:
            yield from _change(change, page)
        if len(changes) > len(shown):
            yield "  " + page.style("dim", page.say("terminal.also", n=len(changes) - len(shown)))


def _change(change: Change, page: Page) -> Iterator[str]:
    turned = page.say(
        "comparison.turned", before=verdict_then(change, page.words), after=verdict_now(change, page.words)
    )
    yield from page.hanging(f"{change.requirement}{page.beside(turned)}", "  ", "      ")
    if change.direction == "better":
        return
    standing = change.after or change.before
    if standing and change.direction == "worse":
        yield from page.wrapped(page.text(standing.text), "    ")
    for cause in causes(change, page.words):
        yield from page.hanging(page.text(cause), "    ", "      ")
