import json
import re
from string import Formatter

import pytest

from checker.bundled import bundled
from checker.cache import Cache
from checker.model.catalogue import STATUSES
from checker.model.finding import Outcome, Verdict
from checker.model.spec import BASES
from checker.rendering.wording import Words, load_words
from checker.text import Text

FOLDER = bundled("reports") / "wording"
CATALOGUE = "standards/schema/catalogue.schema.json"
CORRESPONDENCE = "standards/schema/correspondence.schema.json"
EN, ZH = (json.loads((FOLDER / f"{lang}.json").read_text("utf-8")) for lang in ("en", "zh"))


def placeholders(sentence):
    return sorted({name for _, name, _, _ in Formatter().parse(sentence) if name is not None})


def test_both_languages_have_the_same_keys():
    assert list(EN) == list(ZH)


@pytest.mark.parametrize("key", EN)
def test_both_languages_have_the_same_placeholders(key):
    count = {"n"} if key.endswith(".one") else set()  # "this field" needs no number
    assert set(placeholders(EN[key])) - count == set(placeholders(ZH[key])) - count


@pytest.mark.parametrize("key", EN)
def test_placeholders_are_plain_names(key):
    assert all(name.isidentifier() for name in placeholders(EN[key]))


@pytest.mark.parametrize("key", [key for key in EN if key.endswith((".one", ".many"))])
def test_a_plural_has_its_singular(key):
    stem = key.rpartition(".")[0]
    assert {f"{stem}.one", f"{stem}.many"} <= set(EN)


@pytest.mark.parametrize("key", [key for key in EN if re.search("[a-z]", ZH[key])])
def test_chinese_sentences_are_chinese(key):
    """Only symbols, names and units may be the same in both."""
    latin = re.sub(r"\{.*?\}", "", ZH[key])
    allowed = key.startswith(("unit.", "sae.", "observed.unit"))
    assert allowed or not re.search("[A-Za-z]", latin) or re.search("[\u4e00-\u9fff]", latin)


def test_every_key_of_the_templates_exists():
    words = load_words()
    for path in (bundled("reports") / "templates").iterdir():
        text = path.read_text("utf-8")
        for key in re.findall(r'say\("([^"]+)"[,)]', text):
            assert key in words, (path.name, key)
        for key in re.findall(r'say\.count\("([^"]+)"', text):
            assert f"{key}.one" in words, (path.name, key)


def test_every_word_of_the_model_has_a_wording():
    words = load_words()
    for status in STATUSES:
        assert f"catalogue.status.{status}" in words
        assert f"catalogue.count.{status}" in words
    for verdict in Verdict:
        assert f"verdict.{verdict}" in words
    for outcome in Outcome:
        assert f"outcome.{outcome}" in words
    for basis in BASES:
        assert f"basis.{basis}" in words


@pytest.mark.parametrize(
    ("path", "pointer", "prefix"),
    [
        ("standards/schema/standard.schema.json", ("$defs", "domain", "enum"), "domain"),
        ("standards/schema/standard.schema.json", ("properties", "kind", "enum"), "kind"),
        ("standards/schema/standard.schema.json", ("properties", "status", "enum"), "standard_status"),
        ("standards/schema/standard.schema.json", ("properties", "legal_force", "enum"), "legal"),
        (CATALOGUE, ("$defs", "document", "properties", "group", "enum"), "catalogue.group"),
        (CATALOGUE, ("$defs", "document", "properties", "status", "enum"), "catalogue.status"),
        (CATALOGUE, ("$defs", "document", "properties", "stage", "enum"), "catalogue.stage"),
        (CORRESPONDENCE, ("$defs", "pair", "properties", "kind", "enum"), "correspondence.kind"),
    ],
)
def test_every_term_of_the_schemas_has_a_wording(path, pointer, prefix):
    node = json.loads((bundled("standards").parent / path).read_text("utf-8"))
    for key in pointer:
        node = node[key]
    assert all(f"{prefix}.{term}" in EN for term in node)


def test_a_text_fills_each_language_with_its_own():
    words = Words({"k": "{a} in {b}"}, {"k": "{b}中的{a}"})
    assert words("k", a=Text("one", "一"), b=2) == Text("one in 2", "2中的一")


def test_braces_in_a_value_are_only_text():
    words = Words({"k": "{a}"}, {"k": "{a}"})
    assert words("k", a="{b.__class__}").en == "{b.__class__}"


def test_counting():
    words = Words({"k.one": "{n} field", "k.many": "{n} fields"}, {"k.one": "{n} 个", "k.many": "{n} 个"})
    assert [words.count("k", n).en for n in (0, 1, 2)] == ["0 fields", "1 field", "2 fields"]


def test_joining():
    words = load_words()
    assert words.join([Text("a", "甲"), Text("b", "乙")]) == Text("a, b", "甲、乙")


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        load_words()("no.such")


def test_remembered_words_are_those_of_the_files(tmp_path, monkeypatch):
    cache = Cache(tmp_path / "cache")
    first = load_words(cache=cache)
    monkeypatch.setattr("json.loads", None)  # they are not read again

    again = load_words(cache=Cache(tmp_path / "cache"))

    assert again("verdict.pass") == first("verdict.pass") == load_words(cache=cache)("verdict.pass")
