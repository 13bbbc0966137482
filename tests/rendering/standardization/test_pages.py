"""The state of standardization as HTML and PDF."""

import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from checker.model.assessment import Coverage
from checker.model.standard import Source
from checker.rendering.html import policy
from checker.rendering.standardization.pages import render_state_html, render_state_pdf
from checker.rendering.standardization.view import state_view
from checker.rendering.wording import load_words
from checker.text import Text
from tests.rendering.sample import HOSTILE
from tests.rendering.standardization.states import COVERAGE, REGIONS, empty, shipped_state, standing, state
from tests.rendering.test_html import Reader

ROOT = Path(__file__).parents[3]
WORDS = load_words()


def report(of=None, coverage=COVERAGE):
    return state_view(of or state(), REGIONS, coverage, "sha256:" + "3" * 64, WORDS)


def hostile():
    """Return a report each of whose texts attacks it."""
    told = [
        standing(
            "in_force",
            id=f"d{i}",
            number=text[:3000],
            title=Text(text, text),
            note=Text(text, text),
            url=text[:200],
            issued="2024",
            rules=(text[:100],),
            requirements=1,
            sources=(Source(text, "javascript:alert(1)", "secondary"),),
        )
        for i, text in enumerate(HOSTILE)
    ]
    coverage = {text[:100]: Coverage(None, 1, 0, 1, 1) for text in HOSTILE}
    return report(state(*told), coverage)


@pytest.fixture(scope="module", params=["en", "zh", "both"])
def page(request):
    return Reader(render_state_html(report(), request.param).decode())


class TestHtml:
    """One file that is well made and loads nothing."""

    def test_every_element_is_closed(self, page):
        assert page.open == []

    def test_ids_are_unique_and_every_inner_link_leads_somewhere(self, page):
        assert len(page.ids) == len(set(page.ids))
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)

    def test_headings_never_skip_a_level(self, page):
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]

        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_nothing_is_loaded_and_nothing_runs(self, page):
        tags = {tag for tag, _ in page.elements}

        assert not tags & {"link", "img", "iframe", "object", "embed", "base", "script", "form"}
        assert not any(
            name.startswith("on") or name == "style" for _, attrs in page.elements for name in attrs
        )

    def test_every_bar_has_a_text_in_its_place(self, page):
        drawn = [attrs for tag, attrs in page.elements if tag == "svg"]

        assert drawn
        assert all(attrs["role"] == "img" and attrs["aria-label"] for attrs in drawn)

    def test_every_cell_of_a_table_has_its_column(self, page):
        counted = [tag for tag, _ in page.elements if tag in ("table", "tr", "td", "th", "col", "colgroup")]
        tables = " ".join(counted).split("table")[1:]
        for table in tables:
            rows = [row.split() for row in table.split(" tr")[2:]]
            assert rows
            assert {len(row) for row in rows} == {table.split(" tr")[0].split().count("col")}

    def test_the_policy_allows_this_style_sheet_and_no_script(self):
        text = render_state_html(report()).decode()
        style = re.search("<style>(.*?)</style>", text, re.DOTALL)[1]
        stated = re.search('Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")

        assert stated == policy(style, "")
        assert "unsafe" not in stated

    def test_limits_stand_before_any_chart(self):
        text = render_state_html(report()).decode()

        assert text.index('id="limits"') < text.index("<svg") < text.index('id="region-cn"')

    def test_one_language_has_no_sentence_of_the_other(self):
        assert "本报告的局限" not in render_state_html(report(), "en").decode()
        assert "Limits of this report" not in render_state_html(report(), "zh").decode()
        both = render_state_html(report(), "both").decode()
        assert "Limits of this report" in both
        assert "本报告的局限" in both

    def test_the_same_input_gives_the_same_bytes(self):
        assert render_state_html(report(), "both") == render_state_html(report(), "both")

    def test_a_status_is_a_shape_and_a_word(self):
        text = render_state_html(report()).decode()

        assert '<span class="word pass">●</span> in force since 2026-01-01' in text
        assert '<span class="word review">◆</span> issued, in force from 2027-07-01' in text

    def test_an_empty_catalogue_is_a_page(self):
        page = Reader(render_state_html(report(empty())).decode())

        assert page.open == []
        assert {link[1:] for link in page.links} <= set(page.ids)

    def test_hostile_text_makes_no_element_and_no_link(self):
        text = render_state_html(hostile(), "both").decode()
        page = Reader(text)

        assert page.open == []
        assert not {tag for tag, _ in page.elements} & {"img", "link", "script"}
        assert all(link.startswith("#") for link in page.links)
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
        assert "[U+202E]" in text
        assert "w" * 200 not in text

    @pytest.mark.parametrize("lang", ["en", "zh"])
    def test_what_is_shipped_has_a_row_for_every_document(self, lang):
        of, regions, coverage, digest = shipped_state()
        page = Reader(render_state_html(state_view(of, regions, coverage, digest, WORDS), lang).decode())

        assert sum(name.startswith("d-") for name in page.ids) == of.tally.documents
        assert len(page.ids) == len(set(page.ids))
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


@pytest.fixture(scope="module")
def written():
    pytest.importorskip("weasyprint")
    return render_state_pdf(report(), "en")


class TestPdf:
    """The same, archival and accessible."""

    def test_it_is_archival_tagged_and_dated_by_its_day(self, written):
        pikepdf = pytest.importorskip("pikepdf")
        import io  # noqa: PLC0415

        with pikepdf.open(io.BytesIO(written)) as document:
            told = document.open_metadata()
            assert (told["pdfaid:part"], told["pdfuaid:part"]) == ("3", "1")
            assert "/StructTreeRoot" in document.Root
            assert str(document.Root.Lang) == "en"
            assert str(document.docinfo["/CreationDate"]).startswith("D:20261120")

    def test_another_process_gives_the_same_bytes(self, written, tmp_path):
        program = (
            "import sys; sys.path.insert(0, sys.argv[1])\n"
            "from tests.rendering.standardization.test_pages import report\n"
            "from checker.rendering.standardization.pages import render_state_pdf\n"
            "sys.stdout.buffer.write(render_state_pdf(report(), 'en'))"
        )
        environment = {**os.environ, "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7"}
        command = [sys.executable, "-c", program, str(ROOT)]
        done = subprocess.run(command, capture_output=True, env=environment, cwd=tmp_path, check=True)

        assert done.stdout == written

    def test_hostile_text_is_shown_and_embeds_nothing(self, tmp_path):
        pikepdf = pytest.importorskip("pikepdf")
        if not shutil.which("pdftotext"):
            pytest.skip("poppler-utils is not installed")
        (tmp_path / "r.pdf").write_bytes(render_state_pdf(hostile(), "en"))
        with pikepdf.open(tmp_path / "r.pdf") as document:
            assert not document.attachments
            links = [
                str(a.A.URI)
                for p in document.pages
                for a in p.get("/Annots", [])
                if "/URI" in a.get("/A", {})
            ]
        said = subprocess.run(["pdftotext", tmp_path / "r.pdf", "-"], capture_output=True, check=True).stdout

        assert links == []
        assert "<script>alert(1)</script>" in said.decode()
