"""Several vehicles as one page and as one PDF."""

import io
import re
from itertools import pairwise

import pytest

from checker.errors import Problem
from checker.location import Place
from checker.rendering.html import render_html
from checker.rendering.pdf import render_pdf
from checker.rendering.portfolio.refused import PROBLEMS, NotJudged
from checker.text import Text
from tests.rendering.portfolio.fleets import fleet, named, single
from tests.rendering.sample import HOSTILE, hostile, judged, plain
from tests.rendering.test_html import Reader


def read(documents, lang="en"):
    return Reader(render_html(documents, lang).decode())


@pytest.fixture(scope="module", params=["en", "zh", "both"])
def page(request):
    return read(fleet(), request.param)


@pytest.fixture(scope="module")
def text():
    return render_html(fleet()).decode()


class TestHtml:
    """The parts of all vehicles before those of each."""

    def test_every_element_is_closed(self, page):
        assert page.open == []

    def test_ids_are_unique_and_every_inner_link_leads_somewhere(self, page):
        assert len(page.ids) == len(set(page.ids))
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)

    def test_headings_never_skip_a_level(self, page):
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]

        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_only_the_one_script_runs(self, page):
        assert [attrs for tag, attrs in page.elements if tag == "script"] == [{}]
        assert not any(
            name.startswith("on") or name == "style" for _, attrs in page.elements for name in attrs
        )

    def test_the_parts_stand_before_the_first_vehicle(self, text):
        places = [
            text.index(f'id="{name}"') for name in ("portfolio", "levels", "gaps", "variants", "vehicle-1")
        ]

        assert places == sorted(places)

    def test_each_vehicle_has_its_own_report(self, page):
        parts = ("vehicle", "statement", "limits", "scores", "findings", "method")

        assert {f"{part}-{index}" for part in parts for index in (1, 2, 3)} <= set(page.ids)

    def test_a_cell_is_told_without_its_colour(self, text):
        cells = re.findall(r'<td class="(fail|unknown|pass|review)" data-label="[^"]+">(.*?)</td>', text)

        assert cells
        assert all(re.search("[■▲●◆] \\w", cell) for _, cell in cells)

    def test_a_link_of_a_cell_says_where_it_leads(self, text):
        assert '<a href="#v2-gb-44497-2024" aria-label="GB 44497-2024, Single: Does not conform">' in text

    def test_every_bar_has_a_text_in_its_place(self, page):
        drawn = [attrs for tag, attrs in page.elements if tag == "svg"]

        assert all(attrs["role"] == "img" and attrs["aria-label"] for attrs in drawn)

    def test_a_document_that_was_not_judged_is_named_with_what_is_wrong(self):
        problems = tuple(
            Problem(
                Place("bad <b>.yaml", n, 3),
                Text(f"no {n}", f"第 {n} 处"),
                Text("mend it", "请改正") if n == 1 else None,
            )
            for n in range(1, PROBLEMS + 4)
        )
        refused = (NotJudged("bad <b>.yaml", 2, problems), NotJudged("worse.yaml", 1, problems[:1]))
        page = Reader(render_html(fleet(), refused=refused).decode())
        told = " ".join(" ".join(page.text).split())

        assert page.open == []
        assert "2 documents are invalid. They are in no other part of this report." in told
        assert "bad <b>.yaml, document 2 bad <b>.yaml:1:3 no 1 (mend it) bad <b>.yaml:2:3 no 2 " in told
        assert f"no {PROBLEMS} 3 more" in told
        assert "worse.yaml, document 1 bad <b>.yaml:1:3 no 1 (mend it)" in told
        assert {"#refused"} <= set(page.links)

    def test_a_single_vehicle_beside_such_a_document_is_a_report_of_several(self):
        refused = (NotJudged("bad.yaml", 1, (Problem(Place("bad.yaml", 1, 1), Text("no", "否")),)),)
        page = Reader(render_html(single(), refused=refused).decode())

        assert {"refused", "portfolio", "vehicle-1"} <= set(page.ids)
        assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)

    def test_where_all_were_judged_none_is_named(self, page):
        assert "refused" not in page.ids

    def test_the_same_input_gives_the_same_bytes(self):
        assert render_html(fleet(), "both") == render_html(fleet(), "both")

    @pytest.mark.parametrize("one", [judged(), plain(), single()], ids=["two", "none", "one"])
    def test_one_vehicle_alone_has_none_of_it(self, one):
        alone = render_html(one).decode()

        assert "portfolio" not in alone
        assert ".grid" not in alone
        assert render_html([one]) == render_html(one)

    def test_hostile_vehicles_make_no_element(self):
        page = read((hostile(), hostile(), *(named(plain(), text) for text in HOSTILE)), "both")

        assert page.open == []
        assert not {tag for tag, _ in page.elements} & {"img", "link"}
        assert [tag for tag, _ in page.elements].count("script") == 1
        assert all(link.startswith(("#", "https://", "http://example.org/44495")) for link in page.links)
        assert len(page.ids) == len(set(page.ids))


class TestPdf:
    """The same parts on paper."""

    def test_it_has_the_parts_and_both_vehicles(self):
        pytest.importorskip("weasyprint")
        pikepdf = pytest.importorskip("pikepdf")
        with pikepdf.open(io.BytesIO(render_pdf((judged(), single()), "en"))) as document:
            told = document.open_metadata()
            assert (told["pdfaid:part"], told["pdfuaid:part"]) == ("3", "1")
            with document.open_outline() as outline:
                titles = [item.title for item in outline.root]
        assert titles == ["Standards compliance report", "Yunzhou X9", "Single"]
