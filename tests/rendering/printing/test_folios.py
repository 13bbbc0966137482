"""Page numbers are drawn with the font of the installed WeasyPrint, and with no font that is unlike it."""

import io

import pikepdf
import pytest

from checker.rendering import pdf
from checker.rendering.markup import stylesheet
from checker.rendering.pdf import CannotRender
from checker.rendering.printing import folios
from checker.rendering.printing.folios import CannotNumber, Folio, Pen
from tests.rendering.sample import judged

try:
    import weasyprint  # noqa: F401

    from checker.rendering.printing.press import Press
except OSError:
    pytest.skip("Pango is not installed", allow_module_level=True)

FOLIOS = (Folio("Page", "of", "", "en"), Folio("第", "页，共", "页", "zh-CN"))
SINGLE = b"1 beginbfchar\n<0003> <0031>\n<0004> <0032>\nendbfchar"
RANGE = b"1 beginbfrange\n<0003> <0004> <0031>\nendbfrange"


@pytest.fixture(scope="module")
def press():
    return Press(stylesheet("tokens", "common", "pdf"), "2026-11-20")


@pytest.mark.parametrize("folio", FOLIOS, ids=lambda folio: folio.lang)
def test_the_installed_weasyprint_writes_a_font_that_numbers_pages(press, folio):
    data = press.sheets(folio.page(), 1, {}).data
    with pikepdf.open(io.BytesIO(data)) as document:
        ((name, font),) = document.pages[0].Resources.Font.items()
        drawn = Pen(font).drawn(folio.text(1234567890, 1234567890), name, 595)
    shown = drawn.decode().partition("Td <")[2].partition(">")[0]
    assert len(shown) == 4 * len(folio.text(1234567890, 1234567890))


def font(mapped, widths):
    """Return what Pen reads of a font, with its glyphs named so."""
    document = pikepdf.new()
    made = pikepdf.Dictionary(DescendantFonts=[pikepdf.Dictionary(W=widths)])
    if mapped:
        made.ToUnicode = document.make_stream(mapped)
    return document, made


def test_a_text_is_drawn_by_its_glyphs():
    _document, made = font(SINGLE, [3, [500, 600]])
    drawn = Pen(made).drawn("12", "F", 500)
    assert b"<00030004> Tj" in drawn
    assert f"{500 - folios._RIGHT - 7.7:.2f} ".encode() in drawn


@pytest.mark.parametrize(
    ("mapped", "widths"),
    [(RANGE, [3, [500, 600]]), (b"", [3, [500, 600]]), (None, [3, [500, 600]]), (SINGLE, [3, [500]])],
    ids=["range", "empty", "none", "no width"],
)
def test_a_font_that_is_written_in_another_way_is_refused(mapped, widths):
    _document, made = font(mapped, widths)
    with pytest.raises(CannotNumber, match="12"):
        Pen(made).drawn("12", "F", 500)


def test_a_reader_hears_that_the_pages_cannot_be_numbered(monkeypatch):
    def refuse(*_):
        raise CannotNumber

    monkeypatch.setattr(pdf, "printed", refuse)
    with pytest.raises(CannotRender) as caught:
        pdf.render_pdf(judged(), "en")
    assert caught.value.what.en.startswith("The pages cannot be numbered: ")
    assert "weasyprint>=" in caught.value.mend.en
