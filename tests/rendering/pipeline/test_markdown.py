"""Markdown says the verdict first, fits into a comment, and shows every text as it is."""

import pytest

from checker.rendering.pipeline.markdown import ROOM, escaped, render_markdown
from tests.rendering import sample
from tests.rendering.pipeline.runs import RUNS, run_of


def text(name):
    return render_markdown(RUNS[name]()).decode()


def test_the_verdict_is_the_first_thing():
    assert text("every verdict").startswith("### ■ Does not conform: Yunzhou X9\n")
    assert text("every verdict, Chinese").startswith("### ■ 不符合: 云舟 X9\n")


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
        ("see #12", "see \\#12"),
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
