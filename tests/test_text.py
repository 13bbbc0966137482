"""Words in both languages."""

import pytest

from checker.text import Text, colon


@pytest.mark.parametrize(("lang", "said"), [("en", "rule"), ("zh", "规则"), ("both", "rule / 规则")])
def test_a_text_in_a_language(lang, said):
    assert Text("rule", "规则").in_(lang) == said


def test_what_both_languages_call_the_same_is_said_once():
    assert Text("PDF", "PDF").in_("both") == "PDF"


@pytest.mark.parametrize(("lang", "mark"), [("en", ": "), ("zh", "："), ("both", ": ")])
def test_the_colon_of_a_language(lang, mark):
    assert colon(lang) == mark
