import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from checker.record import replace
from checker.rendering.html import policy, render_html
from tests.rendering.sample import HOSTILE, hostile, judged, large, plain

VOID = {"meta", "col", "link", "br", "img", "rect", "input"}


class Reader(HTMLParser):
    """Reads a page: its elements, links, ids, and whether it is well nested."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.elements, self.links, self.ids, self.text, self.open = [], [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.links += [value for name, value in attrs if name in ("href", "src")]
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))


def read(one, lang="en"):
    return Reader(render_html(one, lang).decode("utf-8"))


@pytest.fixture(scope="module", params=["en", "zh", "both"])
def page(request):
    return read(judged(), request.param)


def test_every_element_is_closed(page):
    assert page.open == []


def test_ids_are_unique_and_every_inner_link_leads_somewhere(page):
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_headings_never_skip_a_level(page):
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_is_loaded_and_only_our_script_runs(page):
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"link", "img", "iframe", "object", "embed", "base"}
    assert [attrs for tag, attrs in page.elements if tag == "script"] == [{}]
    assert not any(name.startswith("on") or name == "style" for _, attrs in page.elements for name in attrs)


def test_the_policy_allows_this_style_sheet_and_this_script_alone():
    text = render_html(judged()).decode("utf-8")
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)[1]
    program = re.search("<script>(.*?)</script>", text, re.DOTALL)[1]
    stated = re.search('Content-Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")
    assert stated == policy(style, program)
    assert "default-src 'none'" in stated
    assert "unsafe" not in stated


def test_no_control_shows_itself_without_the_script(page):
    controls = {"form", "dialog"}
    assert all("hidden" in attrs for tag, attrs in page.elements if tag == "form")
    assert all("open" not in attrs for tag, attrs in page.elements if tag in controls)
    assert page.elements.count(("p", {"class": "filtered", "hidden": None})) == 1


def test_a_row_says_what_it_is_found_by(page):
    rows = [attrs for tag, attrs in page.elements if tag == "tr" and "data-weight" in attrs]
    assert len(rows) == 10
    assert {"domain": "data_recording", "force": "binding", "obligation": "shall", "weight": "3"}.items() <= {
        name.removeprefix("data-"): value for name, value in rows[1].items()
    }.items()


def test_what_can_be_chosen_is_there_and_counted(page):
    values = [attrs["value"] for tag, attrs in page.elements if tag == "option"]
    assert {"data_recording", "gb-44495-2024", "upcoming", "shall", "verdict", "dark"} <= set(values)
    assert "connectivity" not in values


def test_the_language_is_chosen_only_where_there_are_two():
    offered = {
        lang: 'id="filter-lang"' in render_html(judged(), lang).decode() for lang in ("en", "zh", "both")
    }
    assert offered == {"en": False, "zh": False, "both": True}


def test_where_nothing_is_found_there_is_nothing_to_filter():
    assert "form" not in {tag for tag, _ in read(plain()).elements}


def test_the_page_says_its_language():
    languages = {"en": "en", "zh": "zh-CN", "both": "en"}
    for lang, tag in languages.items():
        assert dict(read(judged(), lang).elements)["html"]["lang"] == tag


def test_one_language_has_no_sentence_of_the_other():
    assert "判定" not in render_html(plain(), "en").decode("utf-8")
    assert "Limits of this report" not in render_html(plain(), "zh").decode("utf-8")


def test_both_languages_mark_the_chinese():
    text = render_html(judged(), "both").decode("utf-8")
    assert '<span class="zh" lang="zh-CN">本报告的局限</span>' in text


def test_limits_stand_before_any_score():
    text = render_html(judged()).decode("utf-8")
    assert text.index('id="limits-1"') < text.index('id="scores-1"') < text.index('id="findings-1"')
    said = re.sub("<(style|script|title)>.*?</\\1>", "", text, flags=re.DOTALL)
    assert "%" not in said.split('id="limits-1"')[0].replace("23.5–82.4 %", "")


def test_a_verdict_is_a_shape_a_word_and_a_class():
    text = render_html(judged()).decode("utf-8")
    assert 'class="fail"><td class="word">■ Fail</td>' in text
    assert '<p class="word">■ Does not conform</p>' in text


def test_a_finding_says_required_observed_where_proof_and_remedy():
    text = " ".join(read(judged()).text)
    for said in (
        "data_recording.dssad.storage_capacity_events >= 5",
        "yunzhou_x9.yaml:118:31",
        "(measured)",
        "Proof asked: at least measured",
        "Remedy: Enlarge the storage",
        "4 is 1 below the limit of 5.",
    ):
        assert said in text


def test_the_glossary_explains_every_verdict(page):
    terms = [
        attrs["class"] for tag, attrs in page.elements if tag == "span" and "word " in attrs.get("class", "")
    ]
    assert {"word pass", "word fail", "word unknown", "word review", "word not_applicable"} <= set(terms)
    assert "glossary-1" in page.ids


def test_figures_say_what_they_show(page):
    figures = [attrs for tag, attrs in page.elements if tag == "svg"]
    assert figures
    assert all(attrs["role"] == "img" and attrs["aria-label"] for attrs in figures)


def test_nothing_judged_is_said():
    text = " ".join(read(plain()).text)
    assert "Nothing judged" in text
    assert "No standard applies." in text
    assert not re.search(r"(?<!\d)0(–100)? %", text)
    assert "100 %" not in text


def test_several_vehicles_begin_with_a_list_of_them():
    page = read([judged(), plain()])
    assert {"vehicle-1", "vehicle-2", "limits-1", "limits-2"} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_the_same_input_gives_the_same_bytes():
    assert render_html(judged(), "both") == render_html(judged(), "both")


@pytest.fixture(scope="module", params=["en", "zh", "both"])
def attacked(request):
    return render_html(hostile(), request.param).decode("utf-8")


def test_hostile_text_makes_no_element(attacked):
    page = Reader(attacked)
    assert page.open == []
    assert not {tag for tag, _ in page.elements} & {"img", "link"}
    assert attacked.count("<style>") == attacked.count("<script") == 1


def test_hostile_links_are_text(attacked):
    allowed = ("#", "https://", "http://example.org/44495")
    assert all(link.startswith(allowed) for link in Reader(attacked).links)


def test_hostile_text_is_shown(attacked):
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in attacked
    assert "{{ 7 * 7 }}{% raw %}" in attacked
    assert "[U+202E]" in attacked
    assert "nul[U+0000]byte" in attacked


def test_no_hidden_character_reaches_the_page(attacked):
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]", attacked)


def test_a_word_of_forty_thousand_letters_is_clipped(attacked):
    assert "w" * 200 not in attacked
    assert "… [+39841]" in attacked


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_is_only_a_name(text):
    one = plain()
    spec = replace(one.assessments[0].spec, values={"vehicle": {"name": text}})
    page = read(replace(one, assessments=(replace(one.assessments[0], spec=spec),)))
    assert page.open == []
    assert [tag for tag, _ in page.elements].count("script") == 1


def test_size_grows_with_the_findings_and_no_faster():
    small, large_ = len(render_html(large(60))), len(render_html(large(600)))
    assert large_ < 11 * small
