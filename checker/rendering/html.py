"""A report as one HTML file that loads nothing: its style and its script are in it, and no other may run."""

import base64
import hashlib
from collections.abc import Iterable

import jinja2
from markupsafe import Markup

from checker.carried.in_html import as_block
from checker.carried.record import Made, Pages, written_record
from checker.model.assessment import Judged
from checker.rendering.filters import filters
from checker.rendering.issue import BLANK, Issue
from checker.rendering.markup import render, script, stylesheet
from checker.rendering.portfolio.refused import NotJudged
from checker.rendering.timeline_axis import axis
from checker.rendering.verdicts import SHAPES
from checker.rendering.view import view
from checker.rendering.wording import Words, load_words

_STYLES = ("tokens", "dark", "common", "screen", "figures", "filter", "print")


def render_html(  # noqa: PLR0913 - what a report may be made from
    judged: Judged | Iterable[Judged],
    lang: str = "en",
    words: Words | None = None,
    *,
    issue: Issue = BLANK,
    refused: Iterable[NotJudged] = (),
    made: Made | None = None,
) -> bytes:
    """Return the report in UTF-8, in ``en``, ``zh`` or ``both``; the same input gives the same bytes.

    ``refused`` are documents that were not judged; a report names them. A record of what it was ``made`` from
    is in the page.
    """
    words = words or load_words()
    report = view(judged, words, issue, refused)
    styles = (*_STYLES, "portfolio") if report.portfolio else _STYLES
    record = written_record(made, Pages("html", lang, engine(), report.number)) if made else None
    style, program = f"\n{stylesheet(*styles)}", f"\n{script('report')}"
    page = render(
        "report.html.j2",
        report,
        words,
        lang,
        medium="html",
        result_digest=made.digest if made else "",
        record=record and Markup(as_block(record)),  # noqa: S704 - it is escaped there
        style=Markup(style),  # noqa: S704 - our own files; a test holds that they close no element
        program=Markup(program),  # noqa: S704
        policy=policy(style, program),
        filters=filters(report, words),
        shapes=SHAPES,
        axes=lambda track: axis(track, report.as_of, words),
    )
    return page.encode("utf-8")


def engine() -> str:
    """Return the name and version of what fills the page: its bytes depend on both."""
    return f"Jinja {jinja2.__version__}"


def policy(style: str, program: str) -> str:
    """Return a content security policy that allows this style sheet, this script and nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(program)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"
