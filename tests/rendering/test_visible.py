import pytest

from checker.rendering.visible import LIMIT, WORD, safe_link, visible


def test_ordinary_text_is_left_alone():
    text = "Type Ⅱ: “≥ 15 s”, 配备Ⅰ型系统（含选装包）§ 4.2.2.3 a) · Müller\n\tsecond line"
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("nul\x00byte", "nul[U+0000]byte"),
        ("a\u202eb\u202c", "a[U+202E]b[U+202C]"),
        ("\u2066i\u2069", "[U+2066]i[U+2069]"),
        ("zero\u200bwidth\ufeff", "zero[U+200B]width[U+FEFF]"),
        ("esc\x1b[31m", "esc[U+001B][31m"),
        ("lone \ud800 surrogate", "lone [U+D800] surrogate"),
        ("tag \U000e0041", "tag [U+E0041]"),
        ("soft\u00adhyphen", "soft[U+00AD]hyphen"),
        ("line\u2028separator", "line[U+2028]separator"),
        ("crlf\r\nline", "crlf\nline"),
        ("cr\rline", "cr[U+000D]line"),
    ],
)
def test_hidden_characters_are_shown(text, shown):
    assert visible(text) == shown
    shown.encode("utf-8")


def test_a_long_word_is_clipped_with_a_mark():
    assert visible("w" * 40_000) == f"{'w' * (WORD - 1)}… [+{40_001 - WORD}]"


def test_a_word_at_the_limit_is_left_alone():
    assert visible("w" * WORD) == "w" * WORD


def test_chinese_has_no_long_words():
    text = "符合性声明，" * 100
    assert visible(text) == text


def test_a_long_text_is_clipped_with_a_mark():
    text = visible("word " * 1000)
    assert text.endswith(f"… [+{5000 - LIMIT}]")
    assert len(text) < LIMIT + 20


def test_no_word_of_any_text_is_longer_than_twice_the_limit():
    for hostile in ("\u202e" * 5000, "\u2028" * 5000, "w" * 100 + "\x00" * 4000, "\x00w" * 3000):
        assert max(len(word) for word in visible(hostile).split()) <= 2 * WORD


def test_clipping_twice_changes_nothing():
    once = visible("w" * 40_000 + "\u202e")
    assert visible(once) == once


def test_a_megabyte_is_cut_before_it_grows():
    assert len(visible("\x00w" * 500_000)) < 2 * len(visible("\x00w" * 5_000))


@pytest.mark.parametrize(
    "address",
    [
        "https://unece.org/r157",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG",
        "mailto:a@example.org",
        "#v1-r157",
    ],
)
def test_safe_links(address):
    assert safe_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " https://example.org",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "../x",
        "vbscript:x",
        "https://example.org/\u202e",
        "https://example.org/\x00",
        'https://example.org/"onclick=',
        "icv-font:x",
    ],
)
def test_unsafe_links(address):
    assert safe_link(address) is None
