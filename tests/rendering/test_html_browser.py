"""HTML reports in a real browser: what their script does, and that nothing is said or asked for."""

import io
import re
import shutil
import subprocess

import pikepdf
import pytest

from checker.rendering.html import render_html
from checker.rendering.standardization.pages import render_state_html
from tests.rendering.browsing import Page, browser
from tests.rendering.papers import catalogue, made
from tests.rendering.portfolio.fleets import single
from tests.rendering.sample import hostile, judged, large, plain

FAIL = "v1-gb-44497-2024-type-1-event-capacity"
CSMS = "v1-gb-44495-2024-csms-certificate"


@pytest.fixture(scope="module")
def started():
    with browser() as one:
        yield one


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    pages = {lang: render_html(judged(), lang) for lang in ("en", "zh")}
    pages["both"] = render_html(judged(), "both", made=made(judged()))
    pages |= {"hostile": render_html(hostile(), "both"), "two": render_html([judged(), judged()])}
    pages |= {"large": render_html(large(240)), "portfolio": render_html((single(), plain()), "both")}
    pages["catalogue"] = render_state_html(catalogue(), "both")
    paths = {}
    for name, data in pages.items():
        paths[name] = folder / f"{name}.html"
        paths[name].write_bytes(data)
    return paths


@pytest.fixture(scope="module")
def tabs(started, files):
    """Return one tab for each report, opened when it is first asked for."""
    opened = {}

    def tab(name, **context):
        key = (name, *sorted(context.items(), key=str)).__repr__()
        if key not in opened:
            opened[key] = Page(started, files[name], **context)
        return opened[key]

    yield tab
    said = {key: page.said for key, page in opened.items() if page.said}
    asked = {url for page in opened.values() for url in page.asked} - {"about:blank"}
    asked = {url for url in asked if url.partition("#")[0] not in {page.address for page in opened.values()}}
    for page in opened.values():
        page.close()
    assert (said, asked) == ({}, set())


@pytest.fixture
def page(tabs):
    return tabs("en").open()


def panel(page):
    if page.tab.locator("#filter-panel").count() and not page.tab.is_visible("#filter-panel"):
        page.tab.click("[data-do=panel]")


def search(page, text):
    page.tab.fill("#filter-q", text)
    stated = "text => new URLSearchParams(location.hash.split('?')[1]).get('q') === text"
    page.tab.wait_for_function(stated, arg=text)


# --- filters ------------------------------------------------------------------------------------------


def test_at_first_everything_is_shown_and_counted(page):
    assert len(page.rows()) == 10
    assert page.text("#filter-count") == "10 of 10 requirements are shown."
    assert not page.tab.is_visible(".filtered")


def test_a_verdict_is_one_click(page):
    panel(page)
    page.tab.check("[name=verdict][value=fail]")
    assert page.rows() == [FAIL]
    assert page.text("#filter-count") == "1 of 10 requirements are shown."
    assert page.fragment() == "#?verdict=fail"
    page.tab.check("[name=verdict][value=review]")
    assert len(page.rows()) == 3


@pytest.mark.parametrize(
    ("name", "value", "number"),
    [
        ("domain", "cybersecurity", 3),
        ("standard", "gb-44495-2024", 3),
        ("force", "upcoming", 1),
        ("obligation", "shall", 10),
    ],
)
def test_each_filter_shows_as_many_as_it_promises(page, name, value, number):
    panel(page)
    page.tab.select_option(f"#filter-{name}", value)
    assert len(page.rows()) == number
    assert f"({number})" in page.tab.eval_on_selector(f"#filter-{name}", "it => it.selectedOptions[0].text")
    assert page.fragment() == f"#?{name}={value}"


def test_filters_narrow_each_other_and_are_taken_off_together(page):
    panel(page)
    page.tab.select_option("#filter-domain", "cybersecurity")
    page.tab.check("[name=verdict][value=fail]")
    assert page.rows() == []
    assert page.text("#filter-count") == "No requirement fits; 10 are filtered out."
    assert not page.tab.is_visible("section.standard")
    page.tab.click("[data-do=clear]")
    assert len(page.rows()) == 10
    assert page.fragment() == ""


def test_what_is_filtered_stands_above_the_findings(page):
    page.open("#?verdict=fail&q=storage")
    said = page.text(".filtered")
    assert "1 of 10" in said
    assert "Fail" in said
    assert "“storage”" in said


# --- search -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4.5.2 a)", 1),
        ("type-1-event-capacity", 1),
        ("STORAGE_CAPACITY", 1),
        ("gb 44495 certificate", 1),
        ("４．５．３", 1),
    ],
)
def test_search_finds_clauses_ids_text_and_every_word(page, text, number):
    search(page, text)
    assert len(page.rows()) == number


def test_search_finds_chinese(tabs):
    page = tabs("zh").open()
    search(page, "断电")
    assert page.rows() == ["v1-gb-44497-2024-survives-power-loss"]


def test_any_requirement_is_two_steps_away(page):
    page.tab.keyboard.press("/")
    assert page.focused() == "filter-q"
    page.tab.keyboard.type("csms-certificate")
    page.tab.keyboard.press("Enter")
    assert page.focused() == CSMS
    assert page.tab.locator(f"#{CSMS}").bounding_box()["y"] > 0


# --- order --------------------------------------------------------------------------------------------


def test_sorting_moves_the_rows_within_their_chapter(page):
    usual = page.rows()
    panel(page)
    page.tab.select_option("#filter-sort", "verdict")
    assert page.rows()[0] == FAIL
    assert page.tab.get_attribute("th[data-sort=verdict] >> nth=0", "aria-sort") == "ascending"
    page.tab.select_option("#filter-sort", "weight")
    weights = page.tab.eval_on_selector_all(
        "#v1-gb-44497-2024 tbody tr", "rows => rows.map(row => row.dataset.weight)"
    )
    assert weights == sorted(weights, reverse=True)
    page.tab.select_option("#filter-sort", "clause")
    assert page.rows() == usual


# --- open points --------------------------------------------------------------------------------------


def test_keys_go_from_one_open_point_to_the_next_and_round(page):
    seen = []
    for _ in range(8):
        page.tab.keyboard.press("n")
        seen.append(page.focused())
    assert seen[0] == FAIL
    assert len(set(seen)) == 7
    assert seen[7] == seen[0]
    page.tab.keyboard.press("p")
    assert page.focused() == seen[6]
    assert page.text("#filter-where") == "Open point 7 of 7."


def test_open_points_are_those_that_are_shown(page):
    page.open("#?domain=cybersecurity")
    page.tab.click("[data-do=next]")
    assert page.focused() == CSMS
    assert page.text("#filter-where") == "Open point 1 of 2."
    page.open("#?verdict=pass").tab.click("[data-do=next]")
    assert page.text("#filter-where") == "No open point is shown."


def test_single_keys_can_be_turned_off_and_type_in_the_search(page):
    page.tab.focus("#filter-q")
    page.tab.keyboard.type("n?/p")
    assert page.tab.input_value("#filter-q") == "n?/p"
    page.open().tab.keyboard.press("?")
    assert page.tab.is_visible("#filter-help")
    page.tab.uncheck("#filter-keys")
    page.tab.click("[data-do=close]")
    page.tab.keyboard.press("n")
    assert page.text("#filter-where") == ""
    assert page.fragment() == "#?keys=off"


# --- the address --------------------------------------------------------------------------------------


def test_the_state_survives_a_reload(page):
    panel(page)
    page.tab.check("[name=verdict][value=unknown]")
    page.tab.select_option("#filter-sort", "weight")
    search(page, "= 100 % & #?")
    before, address = page.rows(), page.fragment()
    page.tab.reload()
    assert (page.rows(), page.fragment()) == (before, address)
    page.tab.wait_for_function("() => document.getElementById('filter-q').value === '= 100 % & #?'")


def test_an_address_leads_to_a_requirement_with_its_filter(page):
    page.open(f"#{CSMS}?verdict=unknown")
    assert page.focused() == CSMS
    assert len(page.rows()) == 4
    assert page.fragment() == f"#{CSMS}?verdict=unknown"


def test_a_link_to_what_is_filtered_out_shows_it(page):
    page.open("#?verdict=pass")
    page.tab.click(f"#statement-1 a[href='#{FAIL}']")
    page.tab.wait_for_function("id => document.activeElement.id === id", arg=FAIL)
    assert len(page.rows()) == 10


def test_a_link_keeps_the_filter_where_it_can(page):
    page.open("#?verdict=fail.unknown")
    page.tab.click(f"#statement-1 a[href='#{FAIL}']")
    page.tab.wait_for_function("id => document.activeElement.id === id", arg=FAIL)
    assert len(page.rows()) == 5
    assert page.fragment() == f"#{FAIL}?verdict=fail.unknown"


@pytest.mark.parametrize(
    "fragment", ["#?verdict=nonsense&domain=<b>&sort=x&lang=fr", "#nowhere?q=", "#?%E0%A4%A", "#??=&&"]
)
def test_a_spoiled_address_shows_everything(page, fragment):
    page.open(fragment)
    assert len(page.rows()) == 10


# --- chapters, languages, colours ---------------------------------------------------------------------


def test_chapters_fold_and_an_open_point_unfolds_its_own(page):
    panel(page)
    page.tab.click("[data-do=fold]")
    assert page.rows() == []
    assert page.tab.is_visible("#v1-gb-44497-2024 .counts")
    page.tab.click("[data-do=next]")
    assert len(page.rows()) == 7
    page.tab.click("#v1-gb-44495-2024 .fold")
    assert page.tab.get_attribute("#v1-gb-44495-2024 .fold", "aria-expanded") == "true"
    assert len(page.rows()) == 10


def test_one_of_two_languages_is_shown(tabs):
    page = tabs("both").open()
    assert page.text("#filter-count").count("/") == 1
    panel(page)
    page.tab.select_option("#filter-lang", "zh")
    assert "Findings by standard" not in page.text("main")
    assert page.text("#filter-count") == "共 10 条要求，显示 10 条。"
    assert page.tab.get_attribute("html", "lang") == "zh-CN"
    page.tab.select_option("#filter-lang", "en")
    assert not re.search("[\u4e00-\u9fff]", page.text("#findings-1"))
    assert page.fragment() == "#?lang=en"
    page.tab.select_option("#filter-lang", "both")
    assert page.fragment() == ""


def paper(page):
    return page.tab.evaluate("getComputedStyle(document.body).backgroundColor")


def test_colours_follow_the_device_or_the_reader(tabs):
    page = tabs("en", color_scheme="dark").open()
    dark = paper(page)
    panel(page)
    page.tab.select_option("#filter-theme", "light")
    assert paper(page) == "rgb(255, 255, 255)" != dark
    light = tabs("en").open("#?theme=dark")
    assert paper(light) == dark


def test_on_paper_there_are_no_controls_and_no_folded_chapter(page):
    panel(page)
    page.tab.click("[data-do=fold]")
    page.tab.emulate_media(media="print")
    try:
        assert not page.tab.is_visible("#filter")
        assert not page.tab.is_visible(".fold")
        assert len(page.rows()) == 10
    finally:
        page.tab.emulate_media(media="screen")


def test_paper_is_white_and_in_the_chosen_language(tabs):
    page = tabs("both").open("#?lang=zh&theme=dark")
    page.tab.emulate_media(media="print")
    try:
        assert paper(page) == "rgb(255, 255, 255)"
        assert page.tab.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
        assert "Findings by standard" not in page.text("main")
    finally:
        page.tab.emulate_media(media="screen")


def printed(page):
    """Return the page as a person prints it who left out the backgrounds: its sheets, as coarse pictures."""
    page.tab.emulate_media(media="null")  # no medium is pretended
    data = page.tab.pdf(format="A4", print_background=False)
    command = ["pdftoppm", "-r", "18", "-"]
    pictures = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    return data, pictures


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler-utils is not installed")
class TestPrinted:
    """What comes out of the printer of a browser."""

    def test_verdicts_keep_their_colours_and_dark_ones_are_not_printed(self, tabs):
        page = tabs("both")
        _, light = printed(page.open())
        _, dark = printed(page.open("#?theme=dark"))

        assert light == dark
        assert bytes((0xFC, 0xEB, 0xE9)) in light  # the tint below what is not met

    def test_it_says_everything_on_as_many_sheets_as_it_needs(self, tabs):
        data, _ = printed(tabs("large").open())
        text = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout

        with pikepdf.open(io.BytesIO(data)) as document:
            assert 240 / 12 < len(document.pages) < 240 / 4
        for words in ("Does not conform", "Limits of this report", "GB 50180-2026", "End of report"):
            assert words in text.decode()


@pytest.mark.parametrize("name", ["en", "zh", "both", "hostile", "large", "portfolio", "catalogue"])
def test_nothing_is_wider_than_a_narrow_window(tabs, name):
    page = tabs(name, viewport={"width": 320, "height": 640}).open()
    assert page.overflow() <= 0
    panel(page)
    assert page.overflow() <= 0


def test_a_number_of_the_heat_map_leads_to_its_requirements(page):
    page.tab.click(".heat a[data-verdict=unknown][data-standard=gb-44497-2024]")
    page.tab.wait_for_function("() => document.activeElement.id === 'v1-gb-44497-2024'")
    assert len(page.rows()) == 3
    assert page.fragment() == "#v1-gb-44497-2024?verdict=unknown&standard=gb-44497-2024"


def test_the_bar_covers_nothing_that_has_the_focus(tabs):
    page = tabs("en", viewport={"width": 320, "height": 640}).open("#v1-gb-44495-2024")
    panel(page)
    page.tab.wait_for_function("() => parseFloat(document.documentElement.style.scrollPaddingTop) > 200")
    page.tab.focus(f"#statement-1 a[href='#{FAIL}']")
    bar, link = (page.tab.locator(it).bounding_box() for it in ("#filter", ":focus"))
    assert link["y"] >= bar["y"] + bar["height"]


def test_escape_closes_the_panel(page):
    panel(page)
    page.tab.focus("#filter-sort")
    page.tab.keyboard.press("Escape")
    assert not page.tab.is_visible("#filter-panel")
    assert page.tab.get_attribute("[data-do=panel]", "aria-expanded") == "false"


# --- what a page must bear ----------------------------------------------------------------------------


def test_without_script_the_page_is_whole_and_has_no_controls(tabs):
    page = tabs("en", java_script_enabled=False).open()
    assert page.tab.locator(".findings tbody tr:visible").count() == 10
    assert page.tab.locator(":is(input, select, button):visible").count() == 0


def test_hostile_text_does_nothing(tabs):
    page = tabs("hostile").open()
    assert len(page.rows()) == 12
    search(page, "<script>alert(1)</script>")
    assert len(page.rows()) >= 1
    page.open("#?q=<img src=x onerror=alert(1)>&verdict=<script>")
    assert page.tab.locator("main img").count() == 0


def test_filters_reach_every_vehicle(tabs):
    page = tabs("two").open("#?verdict=fail")
    assert page.rows() == [FAIL, FAIL.replace("v1-", "v2-")]


MODES = {
    "light": ("en", {}, ""),
    "dark": ("both", {"color_scheme": "dark"}, ""),
    "narrow": ("zh", {"viewport": {"width": 320, "height": 640}}, ""),
    "forced": ("en", {"forced_colors": "active"}, ""),
    "filtered": ("both", {}, "#?verdict=fail.review&q=a&lang=en"),
    "several vehicles": ("portfolio", {"color_scheme": "dark"}, ""),
    "catalogue": ("catalogue", {}, ""),
}


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(tabs, mode):
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="axe-core is not here (pip install axe-playwright-python)",
    )
    name, context, fragment = MODES[mode]
    page = tabs(name, **context).open(fragment)
    panel(page)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    options = {"runOnly": tags, "resultTypes": ["violations"]}
    found = axe.Axe().run(page.tab, options=options).response["violations"]
    assert [(it["id"], [node["target"] for node in it["nodes"]][:3]) for it in found] == []
