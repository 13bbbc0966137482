"""A page: one language or both, and nothing that could harm a terminal."""

import pytest

from checker.rendering.terminal.page import plain
from checker.rendering.terminal.style import OF_STATEMENT, SYMBOLS, Style, symbol_of
from checker.text import Text
from tests.rendering.terminal.paper import page


def test_say_and_count():
    assert page().say("terminal.gate.fails") == "gate fails"
    assert page("zh").say("terminal.gate.fails") == "未通过"
    assert page("both").say("terminal.gate.fails") == "gate fails / 未通过"
    assert [page().count("terminal.failures", n) for n in (1, 2)] == [
        "1 requirement is not met",
        "2 requirements are not met",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (Text("not stated: a.b", "未填写：a.b"), "not stated / 未填写: a.b"),  # named once
        (Text("not stated: a, b", "未填写：a、b"), "not stated: a, b / 未填写：a、b"),
        (Text("too old", "过旧"), "too old / 过旧"),
        (Text("a: ", "b："), "a:  / b："),
    ],
)
def test_a_reason_in_both_languages(text, expected):
    assert page("both").reason(text) == expected
    assert page("en").reason(text) == text.en
    assert page("zh").reason(text) == text.zh


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain 云舟", "plain 云舟"),
        ("\x1b[31mred", "[U+001B][31mred"),
        ("two\nlines", "two lines"),
        ("turned \u202earound", "turned [U+202E]around"),
        ("40\u00a0km", "40\u00a0km"),
    ],
)
def test_plain(text, expected):
    assert plain(text) == expected


def test_lines_of_a_page_are_plain():
    assert list(page().wrapped("\x1b[2J", "")) == ["[U+001B][2J"]
    assert list(page().hanging("a\tb", "", "  ")) in (["a\tb"], ["a[U+0009]b"], ["a b"])


def test_style():
    assert Style(colour=False)("fail", "x") == "x"
    assert Style(colour=True)("fail", "x") == "\x1b[1;31mx\x1b[0m"


def test_every_statement_has_a_symbol_of_its_colour():
    assert {symbol_of(kind) for kind in OF_STATEMENT} <= set(SYMBOLS.values())
    assert symbol_of("does_not_conform") == SYMBOLS["fail"]
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
