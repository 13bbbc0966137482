"""Every sentence that the terminal asks for exists, and every sentence for the terminal is asked for."""

import json
import re

import pytest

from checker.bundled import bundled
from checker.rendering.wording import load_words
from tests.rendering.terminal.paper import WORDS

SOURCES = sorted((bundled("reports").parent / "checker" / "rendering" / "terminal").glob("*.py"))
EVERY = json.loads((bundled("reports") / "wording" / "en.json").read_text("utf-8"))
CALL = re.compile(r'(?:say|words|count|told)\(\s*(f?)"([a-z_]+\.[^"]+)"')
KEY = re.compile(r'(f?)"(terminal\.[^" ]+)"')


def named(pattern):
    """Return every key that the code names, with whether it holds placeholders."""
    found = (match for path in SOURCES for match in pattern.finditer(path.read_text("utf-8")))
    return sorted({(bool(match[1]), match[2]) for match in found})


def fits(is_pattern, key):
    """Return what matches the keys that the code may mean."""
    text = re.sub(r"\\\{.*?\\\}", "[a-z0-9_-]+", re.escape(key)) if is_pattern else re.escape(key)
    return re.compile(rf"{text}(\.one|\.many)?").fullmatch


@pytest.mark.parametrize(("is_pattern", "key"), named(CALL))
def test_every_key_that_the_code_names_exists(is_pattern, key):
    assert any(fits(is_pattern, key)(known) for known in EVERY), key


@pytest.mark.parametrize("key", [key for key in EVERY if key.startswith("terminal.")])
def test_every_sentence_for_the_terminal_is_used(key):
    assert any(fits(is_pattern, used)(key) for is_pattern, used in named(KEY)), key


def test_the_words_are_those_of_this_installation():
    assert WORDS("terminal.gate.holds") == load_words()("terminal.gate.holds")
