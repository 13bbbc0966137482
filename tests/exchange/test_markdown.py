"""The list as Markdown, for those who read and print it."""

import re

import pytest

from checker.record import replace
from checker.rendering.checklists.markdown import render_checklist_markdown
from checker.rendering.wording import load_words
from checker.text import Text
from tests.exchange.desk import CAR

LOOKS = "ours-1/looks-pleasant"


def written(made, lang="en"):
    return render_checklist_markdown(made, load_words(), lang, "open.md").decode()


def test_a_box_for_each_row(desk):
    made = desk.list()

    assert written(made).count("- [ ] ") == made.open == 8


def test_a_question_has_its_digest_and_its_answers(desk):
    text = written(desk.list())

    assert f"- [ ] **OURS 1 4.3 `{LOOKS}`**" in text
    assert "  Does it look pleasant?  \n  外观是否美观？\n" in text
    assert "☐ Conforms" in text or "☐ conforms" in text
    assert re.search(r"Digest: `sha256:[0-9a-f]{64}`", text)


def test_a_field_says_what_fits_it_and_what_waits_for_it(desk):
    text = written(desk.list())

    assert "a number, in km/h, at least 0; a range as 10..20" in text
    assert "What waits for it: `ours-1/seats-are-enough`, `ours-1/seats-are-comfortable`" in text
    assert "at least measured; not older than 36 months" in text  # so that no second round is needed


def test_in_chinese(desk):
    text = written(desk.list(), "zh")

    assert text.startswith("# 检查表：样车 的待办事项\n")
    assert "## 人工确认" in text
    assert "☐ 不符合" in text
    assert "还有 1 个问题可供人工确认：ours-1/seats-are-comfortable" in text
    assert "填写人：" in text


def test_what_is_open_elsewhere_is_told(desk):
    made = replace(desk.list(), elsewhere=("a/b", "c/d"))

    assert "2 requirements are open for reasons that no list can close" in written(made)


def test_nothing_open(desk):
    made = replace(desk.list(), questions=(), gaps=(), exhibits=())

    assert written(made).count("nothing is open here") == 3


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "[x](javascript:y)", "a | b\n# head", "*b* `c` ![i](j)", "&lt; ~~x~~"],
)
def test_no_text_becomes_markup(desk, hostile):
    made = desk.list()
    question = replace(made.questions[0], asks=Text(hostile, hostile))
    text = written(
        replace(made, questions=(question,), origin=replace(made.origin, name=Text(hostile, hostile)))
    )
    bare = re.sub(r"\\.", "", text)

    assert not re.search(r"[<>|~&]|\]\(|!\[", bare.replace("- [ ]", ""))
    assert text.count("\n# ") == 0


def test_the_empty_form_goes_by_requirement_in_the_order_of_the_clauses(desk):
    text = written(desk.blank())

    heads = re.findall(r"^### .*`ours-1/(.*)`$", text, re.MULTILINE)
    assert heads == [
        "seats-are-enough",
        "seats-are-comfortable",
        "looks-pleasant",
        "speed-is-limited",
        "is-certified",
        "is-tested",
        "asks-for-takeover",
        "warns-visually",
        "works-at-city-speed",
    ]
    comfortable = text.partition("seats-are-comfortable`")[2].partition("###")[0]
    assert "Are the seats comfortable? / 座椅是否舒适？" in comfortable
    assert "`vehicle.seats`" in comfortable
    assert "icv-checker checklist SPEC" in text


def test_configurations_are_named(desk):
    variants = "variants:\n  slim: {name: Slim, overrides: {vehicle: {seats: 2}}}\n  wide: {name: Wide}\n"
    desk.spec.write_text(CAR + variants, "utf-8")

    assert "Configurations: `wide`" in written(desk.list())
