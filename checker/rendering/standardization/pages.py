"""The state of standardization as one HTML file that loads nothing, and as PDF."""

from markupsafe import Markup

from checker.rendering.html import policy
from checker.rendering.markup import render, stylesheet
from checker.rendering.pdf import STYLES, paged
from checker.rendering.printing.crew import Crew
from checker.rendering.standardization.view import StateReport
from checker.rendering.wording import Words, load_words

_STYLES = ("tokens", "dark", "common", "screen", "print", "catalogue")


def render_state_html(report: StateReport, lang: str = "en", words: Words | None = None) -> bytes:
    """Return the report in UTF-8, in ``en``, ``zh`` or ``both``; the same input gives the same bytes."""
    style = f"\n{stylesheet(*_STYLES)}"
    page = render(
        "catalogue.html.j2",
        report,
        words or load_words(),
        lang,
        medium="html",
        style=Markup(style),  # noqa: S704 - our own files; a test holds that they close no element
        policy=policy(style, ""),
    )
    return page.encode("utf-8")


def render_state_pdf(report: StateReport, lang: str = "en", words: Words | None = None) -> bytes:
    """Return the report as PDF/A-3a and PDF/UA-1; raises as `checker.rendering.pdf.render_pdf` does."""
    with Crew(stylesheet(*STYLES, "catalogue"), report.as_of) as crew:
        return paged("catalogue.pdf.j2", report, lang, words or load_words(), crew)
