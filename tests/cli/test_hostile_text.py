"""Text that attacks its reader, from spec, waivers, file name and command line to page and paper.

One spec carries all of it through the whole program; each test looks at one text, or at one way out.
"""

import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from checker.rendering.visible import WORD
from tests.rendering.browsing import Page, browser
from tests.rendering.test_html import Reader

ROOT = Path(__file__).parents[2]
CUT = f"{'w' * (WORD - 1)}… [+{40_001 - WORD}]"

#: What is written, and what a reader gets to see of it.
TEXTS = {
    "a script": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "an image that fails": ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    "a way out of an attribute": ('" onmouseover="alert(1)', '" onmouseover="alert(1)'),
    "a way out of the style": ("</style><script>alert(2)</script>", "</style><script>alert(2)</script>"),
    "a link that is a program": ("javascript:alert(1)", "javascript:alert(1)"),
    "a link to a program in markup": (
        '<a href="javascript:alert(1)">x</a>',
        '<a href="javascript:alert(1)">x</a>',
    ),
    "a file to be attached": (
        '<link rel=attachment href="file:///etc/passwd">',
        '<link rel=attachment href="file:///etc/passwd">',
    ),
    "a link to a file": ("file:///etc/passwd", "file:///etc/passwd"),
    "an image from elsewhere": ("<img src=http://127.0.0.1:9/x.png>", "<img src=http://127.0.0.1:9/x.png>"),
    "a style from elsewhere": (
        "@import url(http://127.0.0.1:9/x.css);",
        "@import url(http://127.0.0.1:9/x.css);",
    ),
    "a template": ("{{ 7 * 7 }}{% raw %}", "{{ 7 * 7 }}{% raw %}"),
    "an entity": ("&lt;b&gt;&#0;", "&lt;b&gt;&#0;"),
    "a word without an end": ("w" * 40_000, CUT),
    "a line turned around": (
        "from \u202eright\u202c to \u2066left\u2069",
        "from [U+202E]right[U+202C] to [U+2066]left[U+2069]",
    ),
    "letters that are not there": ("a\u200bb\ufeffc\u00add", "a[U+200B]b[U+FEFF]c[U+00AD]d"),
    "tags that nobody sees": ("x\U000e0041", "x[U+E0041]"),
}
#: No font of ours has them: a page leaves them to the fonts of its reader.
RARE = {
    "a picture": "\U0001f697",
    "a rare character of extension B": "\U0002a6b2",
    "one of extension H": "\U00031350",
}
NAME = "<img src=x onerror=alert(3)>.json"


def written(folder, texts):
    """Write a spec and its waivers that carry these texts wherever people write; return the command line."""
    spec = yaml.safe_load((ROOT / "examples" / "l3_highway_pilot.yaml").read_text("utf-8"))
    first, *others = texts
    spec["vehicle"] |= {"name": {"en": first, "zh": first}, "manufacturer": others[0], "model": others[1]}
    spec["documents"] |= {
        f"h_{i}": {
            "type": "certificate",
            "title": text,
            "number": text,
            "issuer": text,
            "file": text,
            "remarks": text,
            "covers": ["gb-44497-2024"],
        }
        for i, text in enumerate(texts)
    }
    for feature in spec["automation_features"].values():
        feature["name"] = texts[2]
    (folder / NAME).write_text(json.dumps(spec), "ascii")
    said = {"en": texts[3], "zh": texts[3]}
    waiver = {
        "requirement": "gb-44497-2024/time-stamp-events-are-recorded",
        "reason": said,
        "approver": texts[0],
        "approved": "2026-10-01",
        "expires": "2027-03-31",
    }
    (folder / "waivers.yaml").write_text(json.dumps({"waivers": [waiver]}, ensure_ascii=False), "utf-8")
    command = [
        "report",
        NAME,
        "--standard",
        "GB 44497-2024",
        "--as-of",
        "2026-11-20",
        "--waivers",
        "waivers.yaml",
    ]
    for option in ("--number", "--revision", "--supersedes", "--change", "--issued-by", "--approved-by"):
        command += [option, texts[0]]
    return command


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with the page and the PDF."""
    folder = tmp_path_factory.mktemp("hostile")
    command = written(folder, [text for text, _ in TEXTS.values()])
    ran = subprocess.run(
        [sys.executable, "-m", "checker", *command, "-o", "x.html", "-o", "x.pdf"],
        cwd=folder,
        env=None,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "x.html\nx.pdf\n")
    return folder


@pytest.fixture(scope="module")
def page(folder):
    return Reader((folder / "x.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def tab(folder):
    with browser() as started:
        one = Page(started, folder / "x.html").open("#?theme=dark&q=alert")
        yield one
        one.close()


@pytest.fixture(scope="module")
def paper(folder):
    if not shutil.which("pdftotext"):
        pytest.skip("poppler-utils is not installed")
    done = subprocess.run(["pdftotext", "-raw", folder / "x.pdf", "-"], capture_output=True, check=True)
    return re.sub(r"\s", "", done.stdout.decode())


class TestPage:
    """In a real browser, under the policy of the page."""

    @pytest.mark.parametrize("name", TEXTS)
    def test_the_text_is_shown_and_nothing_else_happens(self, tab, name):
        shown = TEXTS[name][1]
        found = tab.tab.evaluate(
            "wanted => [...document.querySelectorAll('.register th, .register td')]"
            ".filter(cell => cell.textContent.includes(wanted)).length",
            shown,
        )
        assert found >= 1

    def test_the_browser_says_nothing_and_asks_for_nothing(self, tab):
        assert tab.said == []
        assert {url for url in tab.asked if not url.startswith(("file:", "about:"))} == set()
        assert len({url.partition("#")[0] for url in tab.asked if url.startswith("file:")}) == 1

    def test_no_text_became_an_element(self, page, tab):
        tags = {tag for tag, _ in page.elements}
        assert page.open == []
        assert not tags & {"img", "link", "iframe", "object", "embed", "base"}
        assert not any(
            name.startswith("on") or name == "style" for _, attrs in page.elements for name in attrs
        )
        assert tab.tab.evaluate("document.querySelectorAll('main script, main style').length") == 0

    def test_every_link_opens_a_page_or_stays_here(self, page):
        assert {link.partition(":")[0] for link in page.links if not link.startswith("#")} <= {
            "https",
            "http",
        }
        assert not any("127.0.0.1" in link for link in page.links)

    def test_no_character_that_hides_is_left(self, folder):
        text = (folder / "x.html").read_text("utf-8")
        assert not re.search("[\u200b\u202e\u2066\ufeff\u00ad\U000e0041]", text)


class TestPaper:
    """In the PDF."""

    @pytest.mark.parametrize("name", TEXTS)
    def test_the_text_is_shown(self, paper, name):
        assert re.sub(r"\s", "", TEXTS[name][1]) in paper

    def test_no_file_of_the_machine_is_in_it(self, folder):
        pikepdf = pytest.importorskip("pikepdf")
        with pikepdf.open(io.BytesIO((folder / "x.pdf").read_bytes())) as document:
            assert not any("passwd" in name for name in document.attachments)
            held = [bytes(one.get_file().read_bytes()) for one in document.attachments.values()]
            links = [
                str(note.A.get("/URI", note.A.get("/S")))
                for one in document.pages
                for note in one.get("/Annots", [])
                if "/A" in note
            ]
        assert not any(b"root:x:0" in data for data in held)
        assert {link.partition(":")[0] for link in links} <= {"https", "http", "/GoTo"}

    def test_a_word_without_an_end_is_cut_before_it_is_laid_out(self, folder, paper):
        """WeasyPrint would take most of a minute for each place of it."""
        assert "w" * (2 * WORD + 1) not in (folder / "x.html").read_text("utf-8")
        assert "w" * (2 * WORD + 1) not in paper


class TestRare:
    """Characters that no font of ours has."""

    @pytest.fixture(scope="class")
    @staticmethod
    def ran(tmp_path_factory):
        folder = tmp_path_factory.mktemp("rare")
        command = written(folder, [f"<i>{text}</i>" for text in (*RARE.values(), "x")])
        return folder, subprocess.run(
            [sys.executable, "-m", "checker", *command, "-o", "x.html", "-o", "x.pdf"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )

    @pytest.mark.parametrize("name", RARE)
    def test_a_page_shows_them(self, ran, name):
        assert f"&lt;i&gt;{RARE[name]}&lt;/i&gt;" in (ran[0] / "x.html").read_text("utf-8")

    def test_a_pdf_shows_them_or_names_them_and_is_not_written(self, ran):
        folder, done = ran
        if done.returncode == 0:  # this machine has fonts for all of them
            assert (folder / "x.pdf").exists()
            return
        assert not (folder / "x.pdf").exists()
        named = re.findall(r"(\S) \(U\+([0-9A-F]+)\)", done.stderr)
        assert named
        assert {character for character, _ in named} <= set(RARE.values())
        assert all(ord(character) == int(code, 16) for character, code in named)
        assert "HTML" in done.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.json", '"nul\\u0000byte"'),
        ("x.json", '"\\u001b[31mred"'),
        ("x.json", '"half \\ud800 of one"'),
        ("x.json", '"nul\0byte"'),
        ("x.yaml", '"nul\\0byte"'),
        ("x.yaml", '"\\e[31mred"'),
        ("x.yaml", "nul\0byte"),
    ],
    ids=[
        "NUL in JSON",
        "ESC in JSON",
        "half a character",
        "bare NUL",
        "NUL in YAML",
        "ESC in YAML",
        "bare NUL in YAML",
    ],
)
def test_what_is_no_text_is_refused_where_it_stands(run, tmp_path, name, text):
    known = '"id": "a", "manufacturer": "b", "category": "M1", "markets": ["CN"]'
    before = f'{{"schema": "icv-vehicle/1", "vehicle": {{{known},\n'
    (tmp_path / name).write_text(f'{before}"name": {text}}}}}', "utf-8")
    ran = run("report", tmp_path / name, "-o", tmp_path / "x.html")
    assert ran.code == 3
    assert f"{name}:2:" in ran.err
    assert not re.search("[\0\x1b\ud800]", ran.err)
    assert not (tmp_path / "x.html").exists()
