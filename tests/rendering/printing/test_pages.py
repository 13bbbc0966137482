"""Pages are read as XML, faster than as HTML, and come to the same elements."""

import io

import pikepdf
import pytest

from checker.rendering.issue import BLANK
from checker.rendering.markup import render
from checker.rendering.printing.pages import tree
from checker.rendering.printing.parts import cut
from checker.rendering.printing.press import Press
from checker.rendering.view import view
from checker.rendering.wording import load_words
from tests.rendering import sample
from tests.rendering.papers import catalogue
from tests.rendering.portfolio.fleets import fleet

try:
    import tinyhtml5
    import weasyprint  # noqa: F401
except (ImportError, OSError):
    pytest.skip("WeasyPrint is not here, or Pango", allow_module_level=True)

WORDS = load_words()
PAGES = {
    "a vehicle": ("report.pdf.j2", lambda: view(sample.judged(), WORDS, BLANK, ())),
    "hostile text": ("report.pdf.j2", lambda: view(sample.hostile(), WORDS, BLANK, ())),
    "several vehicles": ("report.pdf.j2", lambda: view(fleet(), WORDS, BLANK, ())),
    "many findings": ("report.pdf.j2", lambda: view(sample.large(120), WORDS, BLANK, ())),
    "a catalogue": ("catalogue.pdf.j2", catalogue),
}


def said(root):
    return [
        (one.tag, sorted(one.attrib.items()), (one.text or "").strip(), (one.tail or "").strip())
        for one in root.iter()
        if isinstance(one.tag, str)
    ]


@pytest.mark.parametrize("lang", ["en", "both"])
@pytest.mark.parametrize("name", PAGES)
def test_they_are_what_an_html_parser_makes_of_them(name, lang):
    template, report = PAGES[name]
    page = render(template, report(), WORDS, lang, medium="pdf", engine="x", result_digest="")
    parts = cut(page)
    for part in parts:
        one = part.page({})
        assert said(tree(one)) == said(tinyhtml5.parse(one, namespace_html_elements=False))


def test_a_page_that_is_no_xml_is_laid_out_all_the_same():
    sheets = Press("", "2026-11-20").sheets("<html lang=en><title>t</title><h1>Title</h1><p>text", 0, {})
    assert [label for _, label, *_ in sheets.bookmarks] == ["Title"]
    with pikepdf.open(io.BytesIO(sheets.data)) as document:
        assert len(document.pages) == 1
