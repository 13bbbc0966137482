"""Page numbers, drawn on finished pages: how many there are is known only when all parts are laid out."""

import re
from typing import Any

from checker.record import Record

#: A page of its own whose only text holds every sign of a page number: its font draws the numbers.
PAGE = (
    '<!DOCTYPE html><html lang="{lang}"><head><title>-</title></head>'
    '<body class="folio"><p>{signs}</p></body></html>'
)
_SIZE = 7  # points
_RIGHT = 17 / 25.4 * 72
_BASELINE = 38.6
_COLOUR = "0.294 0.353 0.404"
_MAPPED = re.compile(rb"^<([0-9a-f]{4})> <([0-9a-f]{4})>\s*$", re.MULTILINE)


class CannotNumber(Exception):
    """A font does not say how it draws a page number: it is not written as it should be."""


class Folio(Record):
    """How a page is numbered: ``Page 3 of 12``."""

    before: str
    between: str
    after: str
    lang: str

    def page(self) -> str:
        """Return the page whose font has all signs."""
        signs = f"{self.before} 0123456789 {self.between} {self.after}"
        return PAGE.format(lang=self.lang, signs=signs)

    def text(self, number: int, pages: int) -> str:
        """Return what stands on a page."""
        return f"{self.before} {number} {self.between} {pages} {self.after}".strip()


class Pen:
    """Draws text with a font of a PDF, written as WeasyPrint writes fonts."""

    def __init__(self, font: Any) -> None:
        mapped = _MAPPED.findall(font.ToUnicode.read_bytes() if "/ToUnicode" in font else b"")
        self.font = font
        self._glyphs = {chr(int(code, 16)): int(gid, 16) for gid, code in mapped}
        self._widths = dict(_widths(font.DescendantFonts[0].W))

    def drawn(self, text: str, name: str, width: float) -> bytes:
        """Return what draws a text in the lower right corner of a page so wide, as no content of it.

        Raises CannotNumber for a text with a sign that the font does not name, or of which it has no width.
        """
        try:
            glyphs = [self._glyphs[sign] for sign in text]
            wide = sum(self._widths[glyph] for glyph in glyphs) * _SIZE / 1000
        except KeyError as error:
            raise CannotNumber(text) from error
        start = width - _RIGHT - wide
        shown = "".join(f"{glyph:04x}" for glyph in glyphs)
        return (
            f"/Artifact <</Type /Pagination /Subtype /Footer>> BDC BT {_COLOUR} rg /{name} {_SIZE} Tf "
            f"{start:.2f} {_BASELINE} Td <{shown}> Tj ET EMC"
        ).encode()


def _widths(array: Any) -> Any:
    """Yield glyphs and widths of ``[3 [500 520] 9 [610]]``."""
    flat = list(array)
    for first, row in zip(flat[::2], flat[1::2], strict=True):
        for step, width in enumerate(row):
            yield int(first) + step, float(width)
