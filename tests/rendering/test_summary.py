"""The page for a manager: one page of a PDF, whatever the vehicle, and behind the limits of the report."""

import re
import shutil
import subprocess

import pytest

from checker.record import replace
from checker.rendering.html import render_html
from checker.rendering.pdf import render_pdf
from tests.rendering.crowded import DOMAINS, crowded
from tests.rendering.sample import judged, plain
from tests.rendering.test_html import Reader


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module", params=["en", "zh", "both"])
def paper(request, tmp_path_factory):
    """Return the file of a crowded report and the page on which each chapter begins."""
    pytest.importorskip("weasyprint")
    if not shutil.which("pdfinfo"):
        pytest.skip("poppler-utils is not installed")
    path = tmp_path_factory.mktemp("summary") / "r.pdf"
    path.write_bytes(render_pdf(crowded(), request.param))
    places = said("pdfinfo", "-dests", path)
    return path, {
        name: int(page) for page, name in re.findall(r"^ *(\d+) \[.*\] \"(.*)\"$", places, re.MULTILINE)
    }


def test_it_is_one_page_for_a_vehicle_with_too_much_of_everything(paper):
    path, pages = paper
    assert pages["scores-1"] == pages["summary-1"] + 1
    page = str(pages["summary-1"])
    text = said("pdftotext", "-f", page, "-l", page, path, "-")
    assert text.count("%") > len(DOMAINS)
    assert text.count("2027-01-01") >= 2
    assert "…" in text


def test_the_first_page_is_one_page_and_has_its_number(paper):
    path, _ = paper
    first, second = (said("pdftotext", "-f", page, "-l", page, path, "-") for page in ("1", "2"))
    assert re.search("Page 1 of|第 1 页，共", first)
    assert re.search("Contents|目录", second)
    assert "ICV-20261120-" in first


@pytest.fixture(scope="module")
def text():
    return render_html(replace(judged(), timeline=crowded().timeline)).decode()


class TestPlace:
    """Where it stands, and what it holds."""

    def test_the_limits_come_before_any_score(self, text):
        body = text[text.index('<header class="cover"') :]
        places = [
            body.index(f'id="{name}-1"') for name in ("statement", "limits", "summary", "scores", "findings")
        ]
        assert places == sorted(places)
        before = re.sub(r"<svg.*?</svg>", "", body[: places[2]], flags=re.DOTALL)
        assert not re.search(r"[\d.]+(–[\d.]+)? %", before)

    def test_the_first_page_leads_to_it(self, text):
        cover = text[text.index('<header class="cover"') : text.index("</header>")]
        assert '<a href="#summary-1">Summary on one page</a>' in cover

    def test_domains_are_told_from_the_lowest_score(self, text):
        part = text[text.index('id="summary-1"') : text.index('id="scores-1"')]
        assert part.index("Cybersecurity") < part.index("Data recording")

    def test_it_says_what_limits_it(self, text):
        assert (
            "Read it within its limits: rules for 51 of 102 known clauses, 4 requirements undecided" in text
        )

    def test_each_day_says_what_is_then(self, text):
        rows = re.findall(r'<table class="coming">.*?</table>', text, re.DOTALL)[0]
        assert rows.count('<th scope="row">2027-01-01</th>') == 3
        assert "3 more days." in text

    def test_a_vehicle_to_which_nothing_applies_has_no_bars(self):
        page = Reader(render_html(plain()).decode())
        assert not [tag for tag, _ in page.elements if tag == "svg"]
        assert "Nothing is violated" in " ".join(page.text)
