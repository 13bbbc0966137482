"""A report as one HTML file that loads nothing: no script, no font, no picture, no request."""

import base64
import hashlib
from collections.abc import Iterable

from markupsafe import Markup

from checker.model.assessment import Judged
from checker.rendering.markup import render, stylesheet
from checker.rendering.view import view
from checker.rendering.wording import Words, load_words

_STYLES = ("tokens", "dark", "common", "screen", "print")


def render_html(judged: Judged | Iterable[Judged], lang: str = "en", words: Words | None = None) -> bytes:
    """Return the report in UTF-8, in ``en``, ``zh`` or ``both``; the same input gives the same bytes."""
    words = words or load_words()
    style = f"\n{stylesheet(*_STYLES)}"
    page = render(
        "report.html.j2",
        view(judged, words),
        words,
        lang,
        medium="html",
        style=Markup(style),  # noqa: S704 - our own file; a test holds that it closes no element
        policy=policy(style),
    )
    return page.encode("utf-8")


def policy(style: str) -> str:
    """Return a content security policy that allows this one style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
