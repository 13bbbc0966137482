"""A report as PDF, made by WeasyPrint with our own fonts; nothing is fetched, no other file is read."""

import contextlib
import io
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from checker.carried.record import RECORD_NAME, RESULT_NAME, Made, Pages, written_record
from checker.model.assessment import Judged
from checker.rendering.issue import BLANK, Issue
from checker.rendering.markup import LANGUAGES, render, stylesheet
from checker.rendering.portfolio.refused import NotJudged
from checker.rendering.printing.book import Job, printed
from checker.rendering.printing.crew import Crew, Heard
from checker.rendering.printing.folios import CannotNumber, Folio
from checker.rendering.view import view
from checker.rendering.wording import Words, load_words
from checker.text import Text

#: What every report as PDF looks like.
STYLES = ("tokens", "common", "pdf")
#: What the report of a vehicle looks like.
REPORT_STYLES = (*STYLES, "summary")
#: No file is attached.
NOTHING: Mapping[str, bytes] = MappingProxyType({})


class CannotRender(Exception):
    """A PDF cannot be made here: what is wrong, and what to do about it."""

    def __init__(self, what: Text, mend: Text) -> None:
        self.what, self.mend = what, mend
        super().__init__(f"{what.en} {mend.en}")


class RendererUnavailable(CannotRender):
    """WeasyPrint or the libraries it needs are not installed."""


class MissingGlyphs(CannotRender):
    """No font on this machine shows some characters of the report."""

    def __init__(self, characters: tuple[str, ...], what: Text, mend: Text) -> None:
        self.characters = characters
        super().__init__(what, mend)


def render_pdf(  # noqa: PLR0913 - what a report may be made from
    judged: Judged | Iterable[Judged],
    lang: str = "en",
    words: Words | None = None,
    *,
    issue: Issue = BLANK,
    refused: Iterable[NotJudged] = (),
    made: Made | None = None,
    heard: Heard = lambda *_: None,
) -> bytes:
    """Return the report as PDF/A-3a and PDF/UA-1, in ``en``, ``zh`` or ``both``.

    ``refused`` are documents that were not judged; a report names them.
    What it was ``made`` from is attached. Equal inputs give equal bytes on one machine. Raises
    RendererUnavailable where WeasyPrint or Pango is missing, and MissingGlyphs where no font shows a
    character.
    """
    words = words or load_words()
    report = view(judged, words, issue, refused)
    styles = (*REPORT_STYLES, "portfolio") if report.portfolio else REPORT_STYLES
    with Crew(stylesheet(*styles), report.as_of) as crew:
        crew.expect(sum(len(chapter.rows) for vehicle in report.vehicles for chapter in vehicle.chapters))
        attached: dict[str, bytes] = {}
        if made:
            pages = Pages("pdf", lang, engine(words), report.number)
            attached = {RESULT_NAME: made.result, RECORD_NAME: written_record(made, pages)}
        digest = made.digest if made else ""
        return paged(
            "report.pdf.j2", report, lang, words, crew, attached=attached, heard=heard, result_digest=digest
        )


def paged(  # noqa: PLR0913 - what reports differ in
    template: str,
    report: object,
    lang: str,
    words: Words,
    crew: Crew,
    *,
    attached: Mapping[str, bytes] = NOTHING,
    heard: Heard = lambda *_: None,
    **more: object,
) -> bytes:
    """Return any report as an archival and accessible PDF, from its template; raises as `render_pdf` does.

    ``attached`` are files by their names; ``more`` is what its template shows beside the report.
    """
    page = render(template, report, words, lang, medium="pdf", engine=engine(words), **more)
    try:
        data, missing = printed(Job(page, _folio(words, lang), attached), crew, heard)
    except CannotNumber as error:
        raise CannotRender(words("pdf.numbers"), words("pdf.install_weasyprint")) from error
    if missing:
        raise _glyphs_error(tuple(missing), words)
    return data


def _folio(words: Words, lang: str) -> Folio:
    said = [words(f"report.{key}") for key in ("page", "page_of", "page_end")]
    before, between, after = (text.in_("en" if lang == "both" else lang) for text in said)
    return Folio(before, between, after, LANGUAGES[lang])


def engine(words: Words | None = None) -> str:
    """Return the name and version of what makes the PDF: its layout depends on both.

    Raises RendererUnavailable where it cannot be made.
    """
    weasyprint = _weasyprint(words or load_words())
    from weasyprint.text.ffi import pango  # noqa: PLC0415 - slow, and only there with Pango

    version = pango.pango_version()
    return (
        f"WeasyPrint {weasyprint.__version__}, "
        f"Pango {version // 10000}.{version // 100 % 100}.{version % 100}"
    )


def _weasyprint(words: Words) -> Any:
    """Import WeasyPrint, whose banner about missing libraries would spoil standard output."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint  # noqa: PLC0415 - half a second, and only for PDF
    except (OSError, ImportError) as error:
        mend = words("pdf.install_pango" if isinstance(error, OSError) else "pdf.install_weasyprint")
        raise RendererUnavailable(words("pdf.unavailable"), mend) from error
    return weasyprint


def _glyphs_error(characters: tuple[str, ...], words: Words) -> MissingGlyphs:
    listed = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters[:20])
    return MissingGlyphs(characters, words("pdf.glyphs", characters=listed), words("pdf.install_fonts"))
