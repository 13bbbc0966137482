"""What verifying came to, in words and as JSON."""

import json

import pytest
from jsonschema import Draft202012Validator

from checker.bundled import bundled
from checker.carried.agreement import Item
from checker.rendering.agreement import _ITEMS, render_agreement, render_agreement_json
from checker.rendering.wording import load_words
from checker.text import Text

SCHEMA = json.loads((bundled("standards") / "schema" / "verification.schema.json").read_text("utf-8"))
WORDS = load_words()


def told(*items, lang="en"):
    return render_agreement(items, "r.pdf", "ICV-1", WORDS, lang)


def test_every_item_has_a_name_and_no_other():
    assert set(SCHEMA["properties"]["items"]["items"]["properties"]["item"]["enum"]) == set(_ITEMS)


@pytest.mark.parametrize(
    ("items", "end"),
    [
        ((Item("tool", "agrees"),), "report, specs and rules agree in all that was compared\n"),
        (
            (Item("tool", "agrees"), Item("pages", "not_compared")),
            "what was compared agrees; 1 of 2 were not compared\n",
        ),
        ((Item("tool", "disagrees"), Item("pages", "not_compared")), "1 of 2 disagree\n"),
    ],
)
def test_the_last_line_says_what_it_comes_to(items, end):
    assert told(*items).endswith(f"\n\n{end}")


@pytest.mark.parametrize(
    ("item", "report", "now", "en", "zh"),
    [
        (
            *("statement", "conforms, provisional", "does_not_conform"),
            ("report: Conforms, provisional", "now: Does not conform"),
            ("报告：符合（暂定）", "现在：不符合"),
        ),
        (
            "gate",
            "holds",
            "does not hold",
            ("report: holds", "now: does not hold"),
            ("报告：通过", "现在：未通过"),
        ),
        ("approval", "new-type", None, ("report: new type", "now: -"), ("报告：新申请车型", "现在：-")),
        (
            *("verdicts", "p:1 f:0 r:0 u:2 n:0", "p:3 f:0 r:0 u:0 n:0"),
            ("report: Pass 1, Fail 0",),
            ("报告：符合 1、不符合 0",),
        ),
        ("spec", "sha256:a, b.yaml", "sha256:b", ("report: sha256:a, b.yaml",), ("现在：sha256:b",)),
        ("statement", "made up", "conforms", ("report: made up",), ("报告：made up",)),
    ],
)
def test_what_differs_is_said_in_words(item, report, now, en, zh):
    one = Item(item, "disagrees", "car.yaml#1", report, now)
    assert all(f"    {line}" in told(one) for line in en)
    assert all(f"    {line}" in told(one, lang="zh") for line in zh)


def test_what_lies_behind_it_stands_below():
    one = Item("pages", "not_compared", why=Text("left out", "已略过"))
    assert told(one).splitlines()[2:4] == [
        "○ not compared  report, written again, byte by byte",
        "    left out",
    ]


def test_a_report_moves_no_cursor():
    one = Item("spec", "disagrees", "a\x1b[2J#1", "x\u202ey", "{about} z", Text("w\rv", "w\rv"))
    text = told(one)
    assert not set("\x1b\u202e\r") & set(text)
    assert "[U+001B][2J" in text
    assert "now: {about} z" in text


def test_the_json_fits_its_schema():
    Draft202012Validator.check_schema(SCHEMA)
    items = [Item("spec", "disagrees", "a#1", "x", None, Text("w", "v")), Item("pages", "agrees")]
    made = json.loads(render_agreement_json(items, "r.pdf", "ICV-1", tool_version="0.1.0", agrees=False))
    Draft202012Validator(SCHEMA).validate(made)
    assert made["items"][0]["why"] == {"en": "w", "zh": "v"}
