"""Each way in which YAML cannot be parsed, in a sentence that says what to do."""

from types import SimpleNamespace

import pytest
from yaml.error import MarkedYAMLError

from checker.documents.yaml_syntax import explain


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: b: c\n", "1:5: a second ': ' in one value (put text that holds ': ' in quotes)"),
        ("a: 1\n  b: 2\n", "2:3: this key does not fit to the line above it"),
        ("a:1\nb: 2\n", "2:1: this key does not fit to the line above it"),
        ("a: 1\nb\nc: 2\n", "2:1: this line has no ': ' behind a key"),
        ('a: "x\nb: 1\n', "1:4: the quote that begins here is not closed"),
        ("a: 'x\nb: 1\n", "1:4: the quote that begins here is not closed"),
        ('a: "x\n---\nb"\n', "1:4: the quote that begins here is not closed"),
        ("a: [1, 2\nb: 1\n", "2:2: a ',' or the ']' of the '[' in line 1 is missing before this"),
        ("\na: {b: 1\nc: 1\n", "3:2: a ',' or the '}' of the '{' in line 2 is missing before this"),
        ("a: [1,,2]\n", "1:7: ',' stands where a value is wanted"),
        ("a: ]\n", "1:4: ']' stands where a value is wanted"),
        ("a:\n  b: 1\n c: 2\n", "3:2: this line is indented like none of the lines above"),
        ("a: 1\n- b\n", "2:1: a list item '-' stands where a key is wanted"),
        ("a: 1\n: 2\n", "2:1: a key is missing before the ':'"),
        ("- b\na: 1\n", "2:1: a key stands where a list item '- ' is wanted"),
        ("a: - b\n", "1:4: a list begins on a line of its own"),
        ("a: @x\n", "1:4: a value cannot begin with '@'"),
        ("a: `x`\n", "1:4: a value cannot begin with '`'"),
        ("a: %x\n", "1:4: a value cannot begin with '%'"),
        ('a: "x" == "y"\n', "1:8: something follows after the end of the value"),
        ("a: & 1\n", "1:4: YAML reads '&' as the start of an anchor or alias"),
        ("a: *\n", "1:4: YAML reads '*' as the start of an anchor or alias"),
        ("a: | x\n", "1:4: after '|' the text begins on the next line"),
        ("a: > 3\n", "1:4: after '>' the text begins on the next line"),
        ("a: !x!y 1\n", "1:4: YAML reads what begins with '!' as a tag"),
        ("a: 1\n...\nb\n", "3:1: another document begins here without '---'"),
        ("%YAML 2.0\n---\na: 1\n", "1:1: YAML reads a line that begins with '%' as an instruction"),
        ("%TAG ! x\n---\na: 1\n", "1:1: YAML reads a line that begins with '%' as an instruction"),
        ("a: [", "1:5: the file ends where a value is wanted"),
    ],
)
def test_a_syntax_error_is_explained(problems, text: str, sentence: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f"car.yaml:{sentence}")


def test_an_unknown_escape_is_explained(problems) -> None:
    (problem,) = problems('a: "C:\\dir"\n')
    assert problem.startswith("car.yaml:1:")
    assert "this is no escape that YAML knows in double quotes (write \\\\ for a backslash" in problem


def test_an_error_that_nobody_has_met_keeps_the_words_of_the_parser() -> None:
    mark = SimpleNamespace(index=3)
    offset, what, mend = explain("abcd", MarkedYAMLError(None, None, "found something new", mark))
    assert offset == 3
    assert what.en == "YAML cannot be read here (found something new)"
    assert mend.en.startswith("check the indentation")


def test_an_error_without_a_place_is_at_the_start() -> None:
    assert explain("abcd", MarkedYAMLError(None, None, "lost", None))[0] == 0


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        ("!fitted(x)", "1:10"),
        ("!(a && b)", "1:14"),
        ("'x' == y", "1:14"),
        ('"x" == y', "1:14"),
        ("[1, 2].all(x, x > 1)", "1:16"),
        ("{'a': 1}.a == 1", "1:18"),
        ("a ? b : c", "1:16"),
        ("*x", "1:10"),
        ("&& b", "1:10"),
        ("> 3", "1:10"),
        ("@x", "1:10"),
    ],
)
@pytest.mark.parametrize("key", ["require", "applies_when"])
def test_an_expression_that_yaml_misreads_says_how_to_quote(problems, key, expression, place) -> None:
    line, column = place.split(":")
    column = int(column) + len(key) - len("require")
    found = problems(f"{key}: {expression}\n")
    assert found[0].startswith(f"car.yaml:{line}:{column}: ")
    assert all(
        problem.endswith(" (put the expression in quotes, or on its own line below '>-')")
        for problem in found
    )


@pytest.mark.parametrize(
    "text",
    [
        "requirements:\n  - id: a\n    require:\n      - x\n      - !y\n",
        "requirements:\n  - id: a\n    require:\n    - x\n    - !y\n",
        "requirements:\n  - when: !y\n",
        "let:\n  one: 1\n  big: a ? b : c\n",
        "let: {big: a ? b : c}\n",
        "let:\r\n  one: 1\r\n  big: !x\r\n",
        "a:\n  where: !y\n",
    ],
)
def test_expressions_are_known_wherever_they_stand(problems, text: str) -> None:
    assert problems(text)[0].endswith(" (put the expression in quotes, or on its own line below '>-')")


@pytest.mark.parametrize(
    "text", ["title: !y\n", "require: x\ntitle: !y\n", "when: x\nexamples:\n  a:\n    - !y\n"]
)
def test_what_is_no_expression_is_not_called_one(problems, text: str) -> None:
    assert "expression" not in problems(text)[0]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('require: name == "a #1"\n', "1:21"),
        ("require: matches(x, '#') || y == ' #'\n", "1:36"),
        ("let:\n  a: f(x,\n    y #1)\n", "3:7"),
        ("requirements:\n  - require: [a]\n    when: f(x #1)\n", "3:15"),
    ],
)
def test_an_expression_cut_short_by_a_comment_is_found(problems, text: str, place: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f"car.yaml:{place}: YAML reads what follows ' #' as a comment")


@pytest.mark.parametrize(
    "text",
    [
        "require: x > 3  # clause 4.5\n",
        'require: x == "a"  # note\n',
        "require: 'x == \"a #1\"'\n",
        'require: |\n  x == "a #1"\n',
        "note: (a # b\n",
        "require:\n  - f(x)  # one\n  - '\"' # two\n",
    ],
)
def test_a_comment_behind_a_whole_expression_is_a_comment(read, text: str) -> None:
    assert read(text).data
