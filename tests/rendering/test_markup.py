import re

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from checker.bundled import bundled
from checker.rendering.markup import environment, script, shown, stylesheet
from checker.text import Text


@pytest.mark.parametrize(
    ("value", "lang", "markup"),
    [
        ("<b>", "en", "&lt;b&gt;"),
        (Text("<b>", "<i>"), "zh", "&lt;i&gt;"),
        (Text("a&b", "a&b"), "both", "a&amp;b"),
        (
            Text("<a>", "甲"),
            "both",
            '<span lang="en">&lt;a&gt;</span> <span class="zh" lang="zh-CN">甲</span>',
        ),
        (Markup("<b>"), "en", "<b>"),
        (3, "en", "3"),
        (2.5, "en", "2.5"),
        ("\x00", "en", "[U+0000]"),
    ],
)
def test_shown(value, lang, markup):
    assert str(shown(value, lang)) == markup


@pytest.mark.parametrize("value", [None, True, [], {}, ("a", "b")])
def test_a_value_that_nobody_should_read_is_an_error(value):
    with pytest.raises(TypeError, match="template prints"):
        shown(value, "en")


def test_every_expression_of_a_template_is_cleaned_and_escaped():
    template = environment("en").from_string('<p title="{{ x }}">{{ x }}{{ y | plain }}</p>')
    assert (
        template.render(x='"\u202e<', y=Text("&", "无"))
        == '<p title="&#34;[U+202E]&lt;">&#34;[U+202E]&lt;&amp;</p>'
    )


def test_a_missing_name_is_an_error():
    with pytest.raises(UndefinedError):
        environment("en").from_string("{{ missing }}").render()


def test_no_template_turns_escaping_off():
    for path in (bundled("reports") / "templates").iterdir():
        text = path.read_text("utf-8")
        assert "safe" not in text.replace("safe_link", "")
        assert "autoescape" not in text
        assert " style=" not in text
        assert "<script" not in text.replace("<script>{{ program }}</script>", "")


def test_no_style_loads_anything_but_our_fonts():
    for path in (bundled("reports") / "styles").iterdir():
        text = path.read_text("utf-8")
        assert "@import" not in text
        assert "</" not in text
        assert all(part.startswith('"icv-font:') for part in text.split("url(")[1:])


def test_stylesheets_are_joined_in_order():
    both = stylesheet("tokens", "common")
    assert both.index(":root") < both.index("table-layout: fixed")


def test_no_script_leaves_its_element_or_makes_markup_or_asks_for_anything():
    for path in (bundled("reports") / "scripts").iterdir():
        text = script(path.stem)
        assert text.isascii() or "</" not in text
        assert not any(
            part in text
            for part in ("</", "<!--", "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(")
        )
        assert not any(part in text for part in ("fetch(", "XMLHttpRequest", "import(", "http:", "https:"))


def test_the_script_finds_every_sentence_that_it_says():
    template = (bundled("reports") / "templates" / "filter.j2").read_text("utf-8")
    said = set(re.findall(r'say\(\s*(?:shown \? )?"(\w+)"', script("report")))
    assert said
    assert all(f'spoken("{name}"' in template for name in said)


def test_every_element_that_the_script_asks_for_is_there():
    folder = bundled("reports") / "templates"
    template = "".join((folder / name).read_text("utf-8") for name in ("filter.j2", "filter_help.j2"))
    asked = set(re.findall(r'(?:at|getElementById)\("([\w-]+)"\)', script("report")))
    assert asked
    assert all(f'id="{name}"' in template for name in asked)


def test_a_long_address_is_not_clipped():
    link = "https://example.org/?" + "&".join(f"q{n}=long" for n in range(60))
    made = environment("en").from_string('<a href="{{ x | address }}">{{ x }}</a>').render(x=link)
    assert link.replace("&", "&amp;") in made
    assert "[+" in made.partition(">")[2]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", 'https://x/"onclick="', "https://x/\u202e"]
)
def test_an_address_that_is_not_safe_leads_nowhere(link):
    assert environment("en").from_string('<a href="{{ x | address }}">').render(x=link) == '<a href="">'
