"""Lays out one part with WeasyPrint and our own fonts; nothing is fetched, no other file is read."""

import contextlib
import gc
import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from checker.bundled import bundled
from checker.record import Record
from checker.rendering.printing.archival import archival, attachments
from checker.rendering.printing.finishing import finish
from checker.rendering.printing.pages import page_class

_FONTS = "icv-font:"
_NOTDEF = re.compile(r"\.notdef glyph .*U\+([0-9A-F]+)")
_VARIANT = {"pdf_variant": "pdf/a-3a", "pdf_tags": True, "uncompressed_pdf": True}


class Sheets(Record):
    """The pages of one part."""

    data: bytes  # a PDF
    pages: int
    anchors: dict[str, tuple[int, float, float]]  # page, from 0, and the point on it
    bookmarks: list[tuple[int, str, int, float, float]]  # level, label, page and point
    missing: str  # characters that no font shows


class Press:
    """Prints parts in one style; what it knows of style and fonts, it reads once."""

    def __init__(self, style: str, day: str) -> None:
        import weasyprint  # noqa: PLC0415 - half a second, and only for PDF

        self._fetcher, self._day = fetcher(), day
        self._fonts = weasyprint.text.fonts.FontConfiguration()
        self._page = page_class()
        self._style = weasyprint.CSS(string=style, url_fetcher=self._fetcher, font_config=self._fonts)

    def sheets(self, page: str, number: int, attached: Mapping[str, bytes]) -> Sheets:
        """Return the pages of a part, the first of which has the number 0."""
        with _collected_later(), _missing_glyphs() as missing:
            return self._printed(page, number, attached, missing)

    def _printed(self, page: str, number: int, attached: Mapping[str, bytes], missing: set[str]) -> Sheets:
        document = self._page(page, self._fetcher).render(
            stylesheets=[self._style], font_config=self._fonts, **_VARIANT
        )
        archival(document.metadata, self._day)
        with warnings.catch_warnings():
            # WeasyPrint leaves the closing of its colour profile to the interpreter.
            warnings.simplefilter("ignore", ResourceWarning)
            data = document.write_pdf(
                attachments=attachments(attached, self._day),
                finisher=lambda _, pdf: finish(pdf, number),
                **_VARIANT,
            )
        points = list(enumerate(document.pages))
        return Sheets(
            data,
            len(points),
            {
                name: (at, *_point(page, place))
                for at, page in reversed(points)
                for name, place in page.anchors.items()
            },
            [
                (level, label, at, *_point(page, place))
                for at, page in points
                for level, label, place, _ in page.bookmarks
            ],
            "".join(sorted(missing)),
        )


def _point(page: Any, place: tuple[float, ...]) -> tuple[float, float]:
    return round(place[0] * 0.75, 2), round((page.height - place[1]) * 0.75, 2)


def fetcher() -> Any:
    """Return a fetcher that knows our fonts and refuses everything else, files and the network included."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - see Press

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
    """Keep the garbage collector out of the way: layout makes millions of objects, and garbage at its end.

    What was there before is not looked through: that would take longer than what there is to find.
    """
    enabled, thawed = gc.isenabled(), not gc.get_freeze_count()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()  # so that the next part finds the memory of this one
        if thawed:
            gc.unfreeze()
        if enabled:
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
