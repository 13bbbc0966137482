"""`matches`: what Python's and Google's engines say, in linear time."""

import re
from random import Random

import pytest

from checker.expression.faults import ExpressionError
from checker.expression.regex import check_pattern, matches


@pytest.mark.parametrize(
    ("text", "pattern", "found"),
    [
        ("hubba", "ubb", True),
        ("hubba", "^ubb", False),
        ("hubba", "bba$", True),
        ("hubba", "^hubba$", True),
        ("hubb", "^hubba?$", True),
        ("", "", True),
        ("", "^$", True),
        ("M1", "^[MN][1-3]G?$", True),
        ("O1", "^[MN][1-3]G?$", False),
        ("a.b", r"a\.b", True),
        ("axb", r"a\.b", False),
        ("a\nb", "a.b", False),
        ("12-34", r"^\d{2}-\d{2}$", True),
        ("12-345", r"^\d{2}-\d{2}$", False),
        ("aaa", "^a{2,}$", True),
        ("a", "^a{2,}$", False),
        ("aaaa", "^a{1,3}$", False),
        ("ab", "^(?:a|b)+$", True),
        ("中文", "^[^a-z]+$", True),
        ("x-y", r"^[\w-]+$", True),
        ("]", "^[]]$", True),
        ("a b", r"^\w\s\w$", True),
        ("ab", r"^\W+$", False),
        ("a", "a|", True),
        ("aab", "^a*?b$", True),
        ("ab", "(^a)(b$)", True),
        ("ba", "a^b", False),
        ("\t", r"^\t$", True),
    ],
)
def test_matches(text, pattern, found):
    assert matches(text, pattern) is found
    assert (re.search(pattern, text) is not None) is found


@pytest.mark.parametrize(
    "pattern",
    [
        *("(a", "a)", "[a", "*a", "a{2", "a{3,2}", "a{99999}", "[z-a]", "\\", "a**{"),
        *(r"(a)\1", "(?=a)", "(?i)a", "(?P<n>a)", r"\b", "[[:alpha:]]"),
        *("a" * 501, "(((a{99}){99}){99})", "((((){999}){999}){999})", "(" * 60 + ")" * 60),
    ],
)
def test_refused(pattern):
    with pytest.raises(ExpressionError) as caught:
        check_pattern(pattern, 7)

    assert caught.value.offset == 7
    assert matches("a", pattern) is None


def random_pattern(random, depth=3):
    if depth == 0:
        return random.choice(("a", "b", ".", "[ab]", "[^a]", r"\w"))
    inner = random_pattern(random, depth - 1)
    other = random_pattern(random, depth - 1)
    return random.choice(
        (
            inner + other,
            f"({inner}|{other})",
            f"({inner})*",
            f"(?:{inner})+",
            f"({inner})?",
            f"({inner}){{1,2}}",
            inner,
        )
    )


def test_random_patterns_match_as_in_python():
    random = Random(11)
    for _ in range(400):
        pattern = random.choice(("", "^")) + random_pattern(random) + random.choice(("", "$"))
        for _ in range(5):
            text = "".join(random.choice("abc") for _ in range(random.randint(0, 6)))

            assert matches(text, pattern) is (re.search(pattern, text) is not None), (pattern, text)


def test_what_takes_python_forever_is_done_at_once():
    """Backtracking would take 2 to the power of 2000 steps."""
    assert matches("a" * 2000 + "!", "^(a+)+$") is False
