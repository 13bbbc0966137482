"""Markdown says the verdict first, fits into a comment, and shows every text as it is."""

import re

import pytest
from markdown_it import MarkdownIt

from checker.rendering.pipeline.markdown import ROOM, escaped, render_markdown
from tests.rendering import sample
from tests.rendering.pipeline.runs import RUNS, run_of

PARSER = MarkdownIt("commonmark").enable("table")
#: The tags that are written; `<!-- -->` keeps platforms from making a link or a mention.
TAG = re.compile(r"</?(details|summary|sub)( open)?>|<br>|<!-- -->")

LIVE = re.compile(r"\w://|www\.|@\w|#\d|\bGH-\d")


def parsed(run):
    """Return the blocks of a run by a parser of Markdown, and what stands in their lines."""
    blocks = PARSER.parse(render_markdown(run).decode())
    return blocks, [inner for block in blocks for inner in block.children or ()]


def text(name):
    return render_markdown(RUNS[name]()).decode()


def test_the_verdict_is_the_first_thing():
    assert text("every verdict").startswith("### ■ Does not conform: Yunzhou X9\n")
    assert text("every verdict, Chinese").startswith("### ■ 不符合：云舟 X9\n")


def test_what_is_not_met_is_open_and_the_rest_is_folded():
    shown = text("every verdict")

    assert shown.count("<details open>") == 1
    assert shown.count("<details>") >= 1
    assert shown.index("<details open>") < shown.index("<details>")


def test_several_documents_begin_with_a_table():
    shown = text("several documents")

    assert shown.startswith("| Spec |")
    assert "broken.yaml" in shown.splitlines()[4]


def test_it_always_fits_into_a_comment(run):
    assert len(render_markdown(run).decode()) < 65_536


def test_what_does_not_fit_is_said():
    many = render_markdown(run_of(*(sample.judged(),) * 40)).decode()

    assert len(many) < ROOM + 1000
    assert "more than a comment can hold" in many


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<script>", "&lt;script&gt;"),
        ("a|b", "a&#124;b"),
        ("_x_ *y* `z`", "\\_x\\_ \\*y\\* \\`z\\`"),
        ("@team", "@<!-- -->team"),
        ("see #12", "see \\#<!-- -->12"),
        ("a&#12;", "a&amp;\\#<!-- -->12;"),
        ("https://x", "https:<!-- -->//x"),
        ("GH-7", "G<!-- -->H-7"),
        ("www.x.org", "w<!-- -->ww.x.org"),
        ("a\\|b", "a&#92;&#124;b"),
        ("[x](y)", "\\[x\\](y)"),
    ],
)
def test_text_stays_text(typed, shown):
    assert escaped(typed) == shown


def test_hostile_text_makes_no_markup():
    shown = text("hostile text")

    for markup in ("<script", "<img", "<style", "](javascript", "@team"):
        assert markup not in shown
    rows = [line for line in shown.splitlines() if line.startswith(("| ■", "| ▲"))]
    assert rows
    assert {line.count("|") for line in rows} == {5}


def test_nothing_to_say_is_still_a_text():
    assert "icv-checker 0.1.0" in text("nothing")


def test_a_parser_finds_no_tag_but_those_that_are_written(run):
    blocks, inner = parsed(run)
    html = "".join(one.content for one in (*blocks, *inner) if one.type in ("html_block", "html_inline"))

    assert "<" not in TAG.sub("", html)
    for tag in ("details", "summary", "sub"):
        assert html.count(f"<{tag}") == html.count(f"</{tag}>")


def test_a_parser_finds_nothing_that_a_platform_would_make_a_link(run):
    _, inner = parsed(run)

    marks = {"text", "text_special", "softbreak", "html_inline", "strong_open", "strong_close"}
    assert {one.type for one in inner} <= marks
    assert [one.content for one in inner if LIVE.search(one.content)] == []


def test_a_parser_finds_tables_of_four_columns(run):
    kinds = [block.type for block in parsed(run)[0]]
    rows = "".join({"th_open": "c", "td_open": "c", "tr_close": "|"}.get(kind, "") for kind in kinds)

    assert set(rows.split("|")) <= {"cccc", ""}
    assert ("cccc" in rows) == ("| --- |" in render_markdown(run).decode())
