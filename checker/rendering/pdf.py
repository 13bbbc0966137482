"""A report as PDF, made by WeasyPrint with our own fonts; nothing is fetched, no other file is read."""

import contextlib
import gc
import io
import logging
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from checker.bundled import bundled
from checker.carried.record import RECORD_NAME, RESULT_NAME, Made, Pages, written_record
from checker.model.assessment import Judged
from checker.rendering.archival import archival, attachments
from checker.rendering.issue import BLANK, Issue
from checker.rendering.markup import render, stylesheet
from checker.rendering.portfolio.refused import NotJudged
from checker.rendering.view import view
from checker.rendering.wording import Words, load_words
from checker.text import Text

#: What every report as PDF looks like.
STYLES = ("tokens", "common", "pdf")
#: No file is attached.
NOTHING: Mapping[str, bytes] = MappingProxyType({})
_FONTS = "icv-font:"
_NOTDEF = re.compile(r"\.notdef glyph .*U\+([0-9A-F]+)")


class Dated(Protocol):
    """What a report for a PDF has at least: the day that it is about."""

    @property
    def as_of(self) -> str:
        """An ISO day."""


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
) -> bytes:
    """Return the report as PDF/A-3a and PDF/UA-1, in ``en``, ``zh`` or ``both``.

    ``refused`` are documents that were not judged; a report names them.
    What it was ``made`` from is attached. Equal inputs give equal bytes on one machine. Raises
    RendererUnavailable where WeasyPrint or Pango is missing, and MissingGlyphs where no font shows a
    character.
    """
    words = words or load_words()
    _weasyprint(words)
    report = view(judged, words, issue, refused)
    styles = (*STYLES, "summary", "portfolio") if report.portfolio else (*STYLES, "summary")
    attached: dict[str, bytes] = {}
    if made:
        pages = Pages("pdf", lang, engine(words), report.number)
        attached = {RESULT_NAME: made.result, RECORD_NAME: written_record(made, pages)}
    digest = made.digest if made else ""
    return paged("report.pdf.j2", report, lang, words, styles, attached=attached, result_digest=digest)


def paged(  # noqa: PLR0913 - what reports differ in
    template: str,
    report: Dated,
    lang: str,
    words: Words,
    styles: tuple[str, ...] = STYLES,
    *,
    attached: Mapping[str, bytes] = NOTHING,
    **more: object,
) -> bytes:
    """Return any report as an archival and accessible PDF, from its template; raises as `render_pdf` does.

    ``attached`` are files by their names; ``more`` is what its template shows beside the report.
    """
    weasyprint = _weasyprint(words)
    page = render(template, report, words, lang, medium="pdf", engine=engine(words), **more)
    with _collected_later(), _missing_glyphs() as missing:
        data = _write(weasyprint, page, report.as_of, styles, attached)
    if missing:
        raise _glyphs_error(tuple(sorted(missing)), words)
    return data


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


def _write(
    weasyprint: Any, page: str, day: str, styles: tuple[str, ...], attached: Mapping[str, bytes]
) -> bytes:
    fetch = _fetcher()
    fonts = weasyprint.text.fonts.FontConfiguration()
    style = weasyprint.CSS(string=stylesheet(*styles), url_fetcher=fetch, font_config=fonts)
    document = weasyprint.HTML(string=page, url_fetcher=fetch, base_url=None).render(
        stylesheets=[style], font_config=fonts, pdf_variant="pdf/a-3a", pdf_tags=True
    )
    archival(document.metadata, day)
    with warnings.catch_warnings():
        # WeasyPrint leaves the closing of its colour profile to the interpreter.
        warnings.simplefilter("ignore", ResourceWarning)
        written = document.write_pdf(
            pdf_variant="pdf/a-3a", pdf_tags=True, attachments=attachments(attached, day)
        )
    assert isinstance(written, bytes)
    return written


def _fetcher() -> Any:
    """Return a fetcher that knows our fonts and refuses everything else, files and the network included."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - see _weasyprint

    folder = bundled("reports") / "fonts"
    known = {f"{_FONTS}{path.name}": path for path in folder.glob("*.ttf")}

    class OwnFonts(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
        """Serves the fonts of the report."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            """Return one of our fonts; raises ValueError for anything else."""
            del headers
            if url not in known:
                message = f"not fetched: {url}"
                raise ValueError(message)
            return URLFetcherResponse(url, known[url].read_bytes(), {"Content-Type": "font/ttf"})

    return OwnFonts()


@contextlib.contextmanager
def _collected_later() -> Iterator[None]:
    """Keep the garbage collector out of the way: layout makes millions of objects and no garbage."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextlib.contextmanager
def _missing_glyphs() -> Iterator[set[str]]:
    """Collect the characters that WeasyPrint draws as empty boxes; its log goes nowhere else."""
    found: set[str] = set()

    class Listener(logging.Handler):
        """Hears of missing glyphs."""

        def emit(self, record: logging.LogRecord) -> None:
            """Note the character that a record names."""
            match = _NOTDEF.search(record.getMessage())
            if match:
                found.add(chr(int(match[1], 16)))

    log, listener = logging.getLogger("weasyprint"), Listener()
    before = log.handlers[:], log.propagate
    log.handlers, log.propagate = [listener], False
    try:
        yield found
    finally:
        log.handlers, log.propagate = before


def _glyphs_error(characters: tuple[str, ...], words: Words) -> MissingGlyphs:
    listed = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters[:20])
    return MissingGlyphs(characters, words("pdf.glyphs", characters=listed), words("pdf.install_fonts"))
