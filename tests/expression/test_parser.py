"""Text to tree and back; errors with their place."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.expression.faults import ExpressionError, did_you_mean, line_and_column
from checker.expression.lexer import MAX_LENGTH
from checker.expression.literals import quoted
from checker.expression.parser import MAX_DEPTH, parse
from checker.expression.tree import bare, depth, nodes, unparse
from tests.expression.random_rules import RandomRules


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("a.b >= 3", ("op", 4, ">=", ("select", 2, ("ident", 0, "a"), "b"), ("lit", 7, 3))),
        ("!a && b", ("and", 0, ("not", 0, ("ident", 1, "a")), ("ident", 6, "b"))),
        ("a && b && c", ("and", 0, ("ident", 0, "a"), ("ident", 5, "b"), ("ident", 10, "c"))),
        ("-2.5", ("lit", 0, -2.5)),
        ("-a", ("neg", 0, ("ident", 1, "a"))),
        ("a ? 1 : 2", ("cond", 0, ("ident", 0, "a"), ("lit", 4, 1), ("lit", 8, 2))),
        ("f(1)", ("call", 0, "f", ("lit", 2, 1))),
        ("a.f(1)", ("method", 2, "f", ("ident", 0, "a"), ("lit", 4, 1))),
        ("a.all(x, x)", ("macro", 2, "all", ("x",), ("ident", 0, "a"), None, ("ident", 9, "x"))),
        (
            "a.exists(k, v, v)",
            ("macro", 2, "exists", ("k", "v"), ("ident", 0, "a"), None, ("ident", 15, "v")),
        ),
        ("has(a.b)", ("has", 0, ("ident", 4, "a"), "b")),
        ("a[0]", ("index", 1, ("ident", 0, "a"), ("lit", 2, 0))),
        ("{'a': [1,],}", ("map", 0, ("lit", 1, "a"), ("list", 6, ("lit", 7, 1)))),
        ("a // a comment\n", ("ident", 0, "a")),
    ],
)
def test_tree(source, tree):
    assert parse(source) == tree


def test_a_map_with_a_filter_before_its_result():
    tree = parse("a.map(x, x > 1, x * 2)")

    assert tree[3:4] == (("x",),)
    assert unparse(tree[5]) == "x > 1"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("(a || b) && c", "(a || b) && c"),
        ("a || (b && c)", "a || b && c"),
        ("a - (b - c)", "a - (b - c)"),
        ("(a - b) - c", "a - b - c"),
        ("(a ? b : c) ? d : (e ? f : g)", "(a ? b : c) ? d : e ? f : g"),
        ("!(a == b)", "!(a == b)"),
        ("-(1)", "-(1)"),
        ("- -1", "--1"),
        ("(a + b).size()", "(a + b).size()"),
        ("r'\\d'", '"\\\\d"'),
        ("'\\u4e2d\\n\\x07'", '"中\\n\\a"'),
        ("a.`b-c`.d", "a.`b-c`.d"),
        ("x.map(a, a > 1, a)", "x.map(a, a > 1, a)"),
        ("has(a.b)", "has(a.b)"),
        ("0x1F", "31"),
        ("1e3", "1000.0"),
        ("true ? null : [{}]", "true ? null : [{}]"),
    ],
)
def test_unparse(source, text):
    assert unparse(parse(source)) == text


@pytest.mark.parametrize(
    ("source", "offset", "what", "mend"),
    [
        ("", 0, "a value is missing before the end", None),
        ("a &&", 4, "a value is missing before the end", None),
        ("a and b", 2, "unexpected 'and'", "write &&"),
        ("(a or b)", 3, ") is missing before 'or'", "write ||"),
        ("a = 3", 2, "unexpected character '='", "write =="),
        ("a & b", 2, "unexpected character '&'", "write &&"),
        ("a >= 3kmh", 5, "3kmh is not a number",
         "write the number alone; the unit is part of the field's name"),
        ("a == “中”", 5, "unexpected character '“'", 'write "'),
        ("a ≥ 3", 2, "unexpected character '≥'", "write >="),
        ("车速 > 3", 0, "unexpected character '车'", None),
        ("a == '中' && b ==", 16, "a value is missing before the end", None),
        ("a == 'x", 5, "a text is not closed", "end it with '"),
        ("'\\q'", 1, "\\ is no escape of a text", "write \\\\ for a backslash"),
        ("'\\uD800'", 1, "\\uD800 is no escape of a text", "write \\\\ for a backslash"),
        ("(a", 2, ") is missing before the end", None),
        ("[1, 2", 5, ", or ] is missing before the end", None),
        ("f(1 2)", 4, ", or ) is missing before '2'", None),
        ("{1 2}", 3, ": is missing before '2'", None),
        ("a ? b", 5, ": is missing before the end", None),
        ("a.", 2, "a field's name is missing after the dot", None),
        ("if", 0, "'if' is a reserved word of the language", "choose another name"),
        ("has(a)", 0, "has is written has(a.b)", None),
        ("a.exists(1, true)", 2, "exists is written exists(x, ...)", None),
        ("a.exists(x)", 2, "exists is written exists(x, ...)", None),
        ("a.filter(k, v, true)", 2, "filter is written filter(x, ...)", None),
        ("9223372036854775808", 0, "9223372036854775808 is too large a number", None),
        ("1e999", 0, "1e999 is too large a number", None),
        ("5u", 0, "5u is not a number", "write the number alone; the unit is part of the field's name"),
        ("a b", 2, "unexpected 'b'", None),
        ("(" * 101 + "a" + ")" * 101, 100, "an expression is nested more than 100 deep",
         "name its parts under let"),
        ("!" * 100 + "a", 0, "an expression is nested more than 100 deep", "name its parts under let"),
        ("a" + " + 1" * 100, 398, "an expression is nested more than 100 deep", "name its parts under let"),
        ("a.all(b, b.all(c, c.all(d, d.all(e, e))))", 29, "more than 3 macros in one another",
         "use for_each, or name a part under let"),
        ("a" * (MAX_LENGTH + 1), MAX_LENGTH, f"an expression is longer than {MAX_LENGTH} characters",
         "name its parts under let"),
    ],
)  # fmt: skip
def test_refused(source, offset, what, mend):
    with pytest.raises(ExpressionError) as caught:
        parse(source)

    error = caught.value
    assert (error.offset, error.what.en, error.mend and error.mend.en) == (offset, what, mend)


def test_the_longest_that_is_allowed():
    assert depth(parse("(" * 99 + "a" + ")" * 99)) == 1
    assert depth(parse("a" + " + 1" * (MAX_DEPTH - 1))) == MAX_DEPTH
    assert parse("a" + " && a" * 1000)[0] == "and"


def test_whatever_is_unparsed_parses_to_the_same_tree():
    rules = RandomRules(7)
    for _ in range(300):
        tree = parse(rules.truth())

        assert bare(parse(unparse(tree))) == bare(tree)
        assert eval(repr(tree)) == tree


def tree_or_error(source):
    """Return the tree, or None where the text was refused at a place in it."""
    try:
        return parse(source)
    except ExpressionError as error:
        return None if 0 <= error.offset <= len(source) else pytest.fail(str(error.offset))


@given(st.text())
def test_any_text_is_a_tree_or_an_error(source):
    tree = tree_or_error(source)

    assert tree is None or bare(parse(unparse(tree))) == bare(tree)


@given(st.text())
def test_any_text_can_be_quoted(text):
    assert parse(quoted(text))[2] == text


def test_every_piece_of_a_rule_ends_in_a_tree_or_an_error():
    random = Random(3)
    source = "vehicle.a >= 3.5 && !x.exists(k, f, f.b in ['q', \"中\"]) ? {'a': -1} : lookup(t, r'\\d')"
    for _ in range(500):
        start, end = sorted(random.sample(range(len(source)), 2))
        tree = tree_or_error(source[:start] + source[end:])

        assert tree is None or list(nodes(tree))


@pytest.mark.parametrize(
    ("source", "offset", "place"),
    [
        ("a && b", 5, (0, 5)),
        ("a &&\n  中文 && b", 11, (1, 6)),
        ("a &&\n\nb", 6, (2, 0)),
        ("a", 1, (0, 1)),
    ],
)
def test_an_offset_as_line_and_column(source, offset, place):
    assert line_and_column(source, offset) == place


def test_did_you_mean():
    assert did_you_mean("takeover", ["take_over", "level"]).en == "did you mean 'take_over'?"
    assert did_you_mean("zzz", ["take_over"]) is None
