"""Which few fields to state first, and what each of them means."""

from collections.abc import Callable, Iterator

from checker.model.assessment import Advice, Assessment
from checker.rendering.terminal.columns import pad, width
from checker.rendering.terminal.page import Page
from checker.text import Text

FIELDS = 5


def advised(assessment: Assessment, page: Page, describe: Callable[[str], Text | None]) -> Iterator[str]:
    """Yield the fields that decide the most: how many requirements, the path, what it means.

    A field that decides nothing by itself stands above the one that it decides together with.
    """
    best = _best(assessment.advice)
    decided = sum(len(one.decides) for one in best)
    if not decided:
        return
    words = page.words.count("terminal.decided", decided)
    yield from page.painted("bold", page.count("terminal.advice", len(best), decided=words))
    told = {one.path: page.text(means) if (means := describe(one.path)) else "" for one in best}
    paths = max(width(one.path) for one in best)
    one_line = 8 + paths + 2 + max(width(means) for means in told.values()) <= page.width
    for one in best:
        head = f"  {str(len(one.decides)) if one.decides else '+':>4}  "
        if one_line:
            yield f"{head}{pad(one.path, paths)}  {told[one.path]}".rstrip()
        else:
            yield head + one.path
            yield from page.wrapped(told[one.path], " " * len(head))


def _best(advice: tuple[Advice, ...]) -> list[Advice]:
    """Return the first fields, without those at the end that decide nothing yet."""
    best = list(advice[:FIELDS])
    while best and not best[-1].decides:
        best.pop()
    return best
