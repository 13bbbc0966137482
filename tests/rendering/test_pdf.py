import gc
import hashlib
import io
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from checker.record import replace
from checker.rendering import pdf
from checker.rendering.pdf import MissingGlyphs, RendererUnavailable, render_pdf
from checker.rendering.printing.press import fetcher
from checker.text import Text
from tests.rendering.papers import paper
from tests.rendering.sample import plain

try:
    import weasyprint
except OSError:
    pytest.skip("Pango is not installed", allow_module_level=True)

ROOT = Path(__file__).parents[2]
poppler = pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler-utils is not installed")


@pytest.fixture(scope="module", params=["en", "zh", "both"])
def made(request):
    return paper(request.param)


@pytest.fixture(scope="module")
def english():
    return paper("en")


@pytest.fixture(scope="module")
def attacked():
    return paper("hostile")


def opened(data):
    return pikepdf.open(io.BytesIO(data))


def fonts_of(data):
    with opened(data) as document:
        return {
            str(font.BaseFont).partition("+")[2]
            for page in document.pages
            for font in page.resources.get("/Font", {}).values()
        }


def test_only_our_fonts_are_embedded(made):
    assert fonts_of(made) == {"ICV-Sans-SC", "ICV-Sans-SC-Bold"}


@poppler
def test_all_fonts_are_embedded_with_their_unicode(made, tmp_path):
    (tmp_path / "r.pdf").write_bytes(made)
    listing = subprocess.run(
        ["pdffonts", tmp_path / "r.pdf"], capture_output=True, text=True, check=True
    ).stdout
    rows = listing.splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


@poppler
def test_the_text_can_be_read_out(tmp_path):
    (tmp_path / "r.pdf").write_bytes(paper("zh"))
    text = subprocess.run(["pdftotext", "-layout", tmp_path / "r.pdf", "-"], capture_output=True, check=True)
    said = text.stdout.decode("utf-8")
    for words in ("不符合", "本报告的局限", "云舟 X9", "报告结束", "4.5.2 a)", "第 2 页，共"):
        assert words in said


def test_it_says_that_it_is_archival_and_accessible(made):
    with opened(made) as document:
        said = document.Root.Metadata.read_bytes()
        assert b'pdfaid:part="3"' in said
        assert b'pdfaid:conformance="A"' in said
        assert b'pdfuaid:part="1"' in said
        assert said.count(b"</rdf:RDF>") == 1
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root


def test_it_says_its_language(made, request):
    lang = request.node.callspec.params["made"]
    with opened(made) as document:
        assert str(document.Root.Lang) == {"en": "en", "zh": "zh-CN", "both": "en"}[lang]


def test_bookmarks_lead_to_the_chapters(english):
    with opened(english) as document, document.open_outline() as outline:
        (root,) = outline.root
        assert root.title == "Yunzhou X9"
        titles = [item.title for item in root.children]
    assert "2  Limits of this report" in titles or any("Limits" in title for title in titles)
    assert len(titles) == 13


def test_dates_are_those_of_the_assessment(english):
    with opened(english) as document:
        assert str(document.docinfo["/CreationDate"]).startswith("D:20261120")
        assert str(document.docinfo["/ModDate"]).startswith("D:20261120")


def test_two_processes_give_the_same_bytes(english, tmp_path):
    program = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1])\n"
        "from tests.rendering.sample import judged\n"
        "from checker.rendering.pdf import render_pdf\n"
        "print(hashlib.sha256(render_pdf(judged(), 'en')).hexdigest())"
    )
    environment = {**os.environ, "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7", "LANG": "zh_CN.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", program, str(ROOT)],
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(english).hexdigest()


def test_hostile_text_embeds_no_file_and_makes_no_link(attacked):
    with opened(attacked) as document:
        assert "/EmbeddedFiles" not in document.Root.get("/Names", {})
        assert not document.attachments
        addresses = [
            str(annotation.A.URI)
            for page in document.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation and "/URI" in annotation.A
        ]
    assert addresses
    assert all(address.startswith(("https://", "http://example.org/44495")) for address in addresses)


def test_hostile_text_is_shown_and_clipped(attacked, tmp_path):
    if not shutil.which("pdftotext"):
        pytest.skip("poppler-utils is not installed")
    (tmp_path / "r.pdf").write_bytes(attacked)
    done = subprocess.run(["pdftotext", "-raw", tmp_path / "r.pdf", "-"], capture_output=True, check=True)
    said = done.stdout.decode("utf-8")
    assert "<script>alert(1)</script>" in said
    assert "nul[U+0000]byte" in said
    assert "[+39841]" in said.replace("\n", "")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:9/x",
        "https://example.org",
        "data:text/plain,x",
        "icv-font:../x",
    ],
)
def test_the_fetcher_refuses_everything_but_our_fonts(address):
    with pytest.raises(ValueError, match="not fetched"):
        fetcher().fetch(address)


def test_the_fetcher_serves_our_fonts():
    answer = fetcher().fetch("icv-font:ICVSansSC-Bold.ttf")
    assert answer.read(4) == b"\x00\x01\x00\x00"


def test_even_markup_that_got_through_would_embed_nothing(monkeypatch):
    page = (
        '<html lang="en"><title>t</title><link rel=attachment href="file:///etc/hostname">'
        '<link rel=stylesheet href="file:///etc/x.css"><img alt="" src="file:///etc/hostname"><h1>t</h1></html>'
    )
    monkeypatch.setattr(pdf, "render", lambda *_arguments, **_named: page)
    with opened(render_pdf(plain(), "en")) as document:
        assert not document.attachments


def named(text):
    one = plain()
    spec = replace(one.assessments[0].spec, values={"vehicle": {"name": text}})
    return replace(one, assessments=(replace(one.assessments[0], spec=spec),))


def test_a_character_that_no_font_has_is_an_error_that_names_it():
    with pytest.raises(MissingGlyphs) as caught:
        render_pdf(named("Car \U00012345 and \U0001fad0"), "en")
    assert "\U00012345" in caught.value.characters
    assert "U+12345" in caught.value.what.en
    assert "U+12345" in caught.value.what.zh
    assert "HTML" in caught.value.mend.en


def test_names_outside_gb2312_are_shown():
    assert fonts_of(render_pdf(named("昇腾 喆堃 Škoda Ø ≥ 15 °C"), "zh")) <= {
        "ICV-Sans-SC",
        "ICV-Sans-SC-Bold",
        "ICV-Sans-Latin",
        "ICV-Sans-Latin-Bold",
    }


def test_the_log_and_the_garbage_collector_are_left_as_they_were():
    log = logging.getLogger("weasyprint")
    before = log.handlers[:], log.propagate, gc.isenabled()
    render_pdf(plain(), "en")
    assert (log.handlers, log.propagate, gc.isenabled()) == before


@pytest.mark.parametrize(
    ("fault", "mended_by"),
    [
        ("OSError('cannot load library libgobject-2.0-0')", "apt install libpango"),
        ("ImportError('no weasyprint')", "pip install"),
    ],
)
def test_without_its_libraries_the_user_is_told_what_to_install(tmp_path, fault, mended_by):
    """WeasyPrint prints a banner to standard output when Pango is missing; nobody must see it."""
    (tmp_path / "weasyprint.py").write_text(f"print('banner')\nraise {fault}\n")
    program = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]\n"
        "from checker.rendering.pdf import RendererUnavailable, render_pdf\n"
        "from tests.rendering.sample import plain\n"
        "try:\n    render_pdf(plain())\n"
        "except RendererUnavailable as error:\n    print(error.what.en, '|', error.mend.en)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "banner" not in done.stdout
    assert mended_by in done.stdout
    assert done.stderr == ""


def test_the_message_names_every_platform():
    words = pdf.load_words()
    for command in ("apt install", "dnf install", "brew install", "pacman -S"):
        assert command in words("pdf.install_pango").en
        assert command in words("pdf.install_pango").zh


def test_an_error_reads_as_what_and_how_to_mend():
    assert (
        str(RendererUnavailable(Text("It is missing.", "缺少。"), Text("Install it.", "请安装。")))
        == "It is missing. Install it."
    )


def test_the_engine_is_named():
    assert pdf.engine().startswith(f"WeasyPrint {weasyprint.__version__}, Pango 1.")
