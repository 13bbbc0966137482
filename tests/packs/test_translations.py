"""Every text is there in both languages."""

import pytest

from checker.documents import read_documents
from checker.packs.translations import SAID, translation_problems


def problems(yaml: str):
    (document,) = read_documents(yaml.encode(), "rule.yaml", name_hint="yaml")
    return [problem.in_("en") for problem in translation_problems(document)]


@pytest.mark.parametrize(
    "text",
    [
        "{en: It is so., zh: 如此。}",
        "{en: DSSAD, zh: 自动驾驶数据记录系统（DSSAD）}",
        "{en: The sign 前方施工 is recognised., zh: 识别“前方施工”标志。}",
        "{en: It is so.}",
        "3",
        "{en: 3, zh: 4}",
    ],
)
def test_texts_in_both_languages(text):
    assert problems(f"title: {text}\nrequirements:\n  - text: {text}\n") == []


@pytest.mark.parametrize("key", SAID)
def test_a_text_that_was_not_translated(key):
    assert problems(f"requirements:\n  - {key}: {{en: It is so., zh: It is so!}}\n") == [
        f"rule.yaml:2:{len(key) + 23}: the Chinese {key} holds no Chinese (translate it)"
    ]


@pytest.mark.parametrize("key", ["title", "note"])
def test_the_file_itself_is_translated(key):
    assert problems(f"{key}: {{en: 示例, zh: 示例}}\n") == [
        f"rule.yaml:1:{len(key) + 4}: the English {key} is Chinese (translate it)"
    ]


def test_an_english_text_that_is_chinese():
    (found,) = problems("note: {en: 如此而已OK, zh: 如此。}\n")

    assert "the English note is Chinese" in found


def test_a_text_in_neither_language_is_told_twice():
    assert len(problems("note: {en: OK, zh: OK}\n")) == 2


@pytest.mark.parametrize("yaml", ["{}", "requirements: 3", "requirements: [3]", "title: [a]"])
def test_what_has_the_wrong_shape_is_the_schemas_business(yaml):
    assert problems(yaml) == []
