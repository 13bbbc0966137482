"""However a text is written, it is read as the same text: by our reader, and by readers of YAML 1.1."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml.nodes import ScalarNode

from checker.documents import read_documents
from checker.workshop.formatting.texts import is_plain, written

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=30)
SIGNS = ".:#-'\"\\[]{},&*!|>%@?~=+：，"
WORDS = ["a", "<<", "1", "e", "0x", "0o", "null", "true", "NO", "中", " ", "\u3000", "\xa0", "\u2028"]
TRICKY = st.lists(st.sampled_from([*SIGNS, *WORDS]), max_size=8).map("".join)


def node(text, style):
    return ScalarNode("tag:yaml.org,2002:str", text, style=style)


def source(text):
    """Return a text in quotes, as an author may have it."""
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000).rstrip("\n")


def is_readable(text):
    """Return whether our reader takes a text at all, however it is written: not every character may stand."""
    try:
        return read_documents(f"a: {source(text)}\n".encode(), "a.yaml")[0].data == {"a": text}
    except Exception:  # noqa: BLE001 - it says so
        return False


@settings(max_examples=300, deadline=None)
@given(text=TRICKY | TEXTS, flow=st.booleans(), quoted=st.booleans())
@example(text="12:30", flow=False, quoted=False)
@example(text="- a", flow=False, quoted=False)
@example(text="a,b", flow=True, quoted=False)
@example(text="1_000", flow=False, quoted=False)
@example(text="0b11", flow=False, quoted=False)
def test_a_text_is_read_as_it_was(text, flow, quoted):
    if not is_readable(text):
        return
    made = written(node(text, '"'), source(text), flow=flow, quoted=quoted)
    line = f"{{a: {made}, b: c}}" if flow else f"a: {made}"

    wanted = {"a": text, "b": "c"} if flow else {"a": text}
    assert read_documents(f"{line}\n".encode(), "a.yaml")[0].data == wanted
    assert yaml.compose(line).value[0][1].value == text
    again = yaml.compose(line).value[0][1]
    assert written(again, made, flow=flow, quoted=quoted) == made


@settings(max_examples=200, deadline=None)
@given(TRICKY)
def test_what_is_plain_is_text_to_old_readers_too(text):
    if is_plain(text, flow=True):
        read = yaml.safe_load(f"[{text}]")
        assert read == [text] or type(read[0]).__name__ in ("date", "datetime")  # days are text to our files


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "GB/T 44464-2024",
        "Annex A",
        "vehicle.seats >= 2",
        "中文，标点",
        "it's",
        "a#b",
        "x:y",
        "2026-01-01",
    ],
)
def test_plain_in_any_place(text):
    assert is_plain(text, flow=True)
    assert is_plain(text, flow=False)


@pytest.mark.parametrize("text", ["a, b", "f(x, {a: 1})", "[a]", "a}", "x in [1]", "a:{"])
def test_plain_on_a_line_of_its_own_only(text):
    assert not is_plain(text, flow=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " a",
        "a ",
        "1",
        "-1.5",
        "1e3",
        "0x1F",
        "true",
        "Null",
        "~",
        "yes",
        "off",
        "1:30",
        "---",
        ".inf",
        "- a",
    ],
)
def test_never_plain(text):
    assert not is_plain(text, flow=False)


def test_the_quotes_that_need_no_escapes():
    assert written(node("a: b", "'"), "'a: b'", flow=False, quoted=False) == '"a: b"'
    assert written(node('say: "a"', '"'), '"say: \\"a\\""', flow=False, quoted=False) == "'say: \"a\"'"
    assert written(node("a\\: 'b'", "'"), "", flow=False, quoted=False) == "'a\\: ''b'''"


def test_escapes_of_an_author_stay():
    assert written(node("a\tb", '"'), '"a\\tb"', flow=False, quoted=False) == '"a\\tb"'


def test_what_has_no_quotes_gets_them_only_where_they_are_asked_for():
    assert written(node("5.10", ""), "5.10", flow=False, quoted=False) == "5.10"
    assert written(node("5.10", ""), "5.10", flow=False, quoted=True) == '"5.10"'
