"""A comparison as Markdown, for the pull request that changes a spec or a rule."""

from collections.abc import Iterator, Sequence

from checker.comparison.comparing import Change, Comparison
from checker.rendering.comparison import causes, grouped, heading, score_of, verdict_now, verdict_then
from checker.rendering.pipeline.markdown import ROWS, escaped
from checker.rendering.pipeline.phrasing import said
from checker.rendering.verdicts import SHAPES
from checker.rendering.wording import Words


def render_compared_markdown(compared: Sequence[Comparison], words: Words, lang: str) -> bytes:
    """Return comparisons as Markdown: those with changes in full, the others counted in a line."""
    changed = [one for one in compared if one.changes or not (one.before and one.after)]
    blocks = ["\n".join(_one(one, words, lang)) for one in changed]
    same = len(compared) - len(changed)
    if same:
        blocks.append(escaped(said(words.count("comparison.unchanged", same), lang)))
    return ("\n\n".join(blocks or [escaped(said(words("comparison.nothing"), lang))]) + "\n").encode()


def _one(compared: Comparison, words: Words, lang: str) -> Iterator[str]:
    yield f"### {escaped(said(heading(compared, words), lang))}"
    before, after = compared.before, compared.after
    if before and after:
        told = words(
            "comparison.statement",
            before=words(f"statement.{before.statement}"),
            after=words(f"statement.{after.statement}"),
        )
        score = words("comparison.score", before=score_of(before), after=score_of(after))
        yield ""
        yield f"**{escaped(said(told, lang))}** · {escaped(said(score, lang))}"
    for key, look, changes in grouped(compared):
        worse = changes[0].direction == "worse"
        heading_text = f"{SHAPES[look]} {escaped(said(words.count(key, len(changes)), lang))}"
        yield ""
        yield f"<details{' open' if worse else ''}><summary>{heading_text}</summary>"
        yield ""
        for change in changes[:ROWS]:
            yield _line(change, words, lang)
        if len(changes) > ROWS:
            yield f"- {escaped(said(words('terminal.also', n=len(changes) - ROWS), lang))}"
        yield ""
        yield "</details>"


def _line(change: Change, words: Words, lang: str) -> str:
    turned = words("comparison.turned", before=verdict_then(change, words), after=verdict_now(change, words))
    why = "; ".join(escaped(said(cause, lang)) for cause in causes(change, words))
    name = escaped(change.requirement)
    return f"- **{name}** ({escaped(said(turned, lang))})" + (f": {why}" if why else "")
