"""What changed in a text that was written anew, in the text of its author; and edits in YAML and JSON."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.documents import read_documents
from checker.exchange.answers import VALUES, Row
from checker.exchange.edits import Edit, NoRoom, edited
from checker.exchange.merging import carried_over
from checker.exchange.writing_json import json_with
from checker.exchange.writing_yaml import yaml_with
from checker.location import Place

YES = True
ROW = Row(VALUES, Place("open.yaml", 1, 1), {}, {})


def put(path: str, value: Any) -> Edit:
    return Edit(tuple(path.split(".")), value, ROW)


def lines(*each: str) -> str:
    return "".join(f"{one}\n" for one in each)


@pytest.mark.parametrize(
    ("own", "old", "new", "made"),
    [
        ("a b", "a b", "a x b", "a x b"),
        ("A b", "a b", "a x b", "A x b"),  # the author writes a as A
        ("A b c", "a b c", "a b x", "A b x"),
        ("a1 a2 b", "a b", "a x b", "a1 a2 x b"),  # on two lines
        ("ab c", "a b c", "a b x c", "ab x c"),  # or two on one
        ("A b", "a b", "x b", "x b"),  # where both touch a line, the change stands
        ("a B", "a b", "x a b", "x a B"),
        ("A", "a", "a x", "A x"),
        ("A B C", "a b c", "a b c", "A B C"),
        ("", "", "x", "x"),
        ("A b", "a b", "", ""),
    ],
)
def test_only_what_changed_changes(own, old, new, made):
    texts = (lines(*text.split()) for text in (own, old, new))

    assert carried_over(*texts) == lines(*made.split())


LINE = st.sampled_from("abcde")
TEXT = st.lists(LINE, max_size=12).map(lambda each: lines(*each))


@given(TEXT, TEXT)
def test_without_a_layout_of_its_own_it_is_the_new_text(old, new):
    assert carried_over(old, old, new) == new


@given(TEXT, TEXT)
def test_without_a_change_it_is_the_text_of_the_author(own, old):
    assert carried_over(own, old, old) == own


# ---- YAML

SPEC = """\
# head
a: 1.10   # as typed
b: { c: 1, d: [1,2] }  # flow
n:
  x: true
  y:
    z: 0o17   # octal

    # at the end of y

# before h
h: "q"
day: 2026-02-30
word: NO
text: >-
  folded
  text
list:
    - 1
    - {a: 1}

# tail
"""


def same(text: str, *edits: Edit) -> str:
    """Return the text with edits; our own reader reads in it what was wanted, and nothing else."""
    (document,) = read_documents(text.encode(), "x.yaml")
    made, plain = yaml_with(text, edits)
    for one in (made, plain):
        assert read_documents(one.encode(), "x.yaml")[0].data == edited(document.data, edits)
    return made


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(), after.splitlines()
    return [one for one in old if one not in new], [one for one in new if one not in old]


@pytest.mark.parametrize(
    ("edit", "gone", "there"),
    [
        (put("n.new", YES), [], ["  new: true"]),
        (put("n.y.new", {"value": 40, "by": 'Li: "x"'}), [], ['    new: {value: 40, by: "Li: \\"x\\""}']),
        (put("h", "x y"), ['h: "q"'], ['h: "x y"']),
        (put("n.x", not YES), ["  x: true"], ["  x: false"]),
        (put("q.r.s", [1, "1"]), [], ["q:", "  r:", '    s: [1, "1"]']),
        (
            put("documents.d", {"type": "x", "title": "标题 #1"}),
            [],
            ["documents:", "  d:", "    type: x", '    title: "标题 #1"'],
        ),
        (put("a", 1.5), ["a: 1.10   # as typed"], ["a: 1.5    # as typed"]),
        (put("day", "2026-03-01"), ["day: 2026-02-30"], ["day: 2026-03-01"]),
        (put("word", "off"), ["word: NO"], ['word: "off"']),
        (put("text", "12"), ["text: >-", "  folded", "  text"], ['text: "12"']),
    ],
)
def test_one_edit_changes_its_own_lines(edit, gone, there):
    assert changed(SPEC, same(SPEC, edit)) == (gone, there)


def test_a_map_between_braces_stays_between_them():
    made = same(SPEC, put("b.e", "no"))

    assert 'b: {c: 1, d: [1, 2], e: "no"}' in made
    assert "# flow" in made


def test_what_follows_a_block_stays_behind_it():
    made = same(SPEC, put("n.y.new", 1))

    assert (
        made.index("# octal")
        < made.index("    new: 1")
        < made.index("# at the end of y")
        < made.index("# before h")
    )


def test_the_end_of_the_file_stays_its_end():
    assert same(SPEC, put("z", 1)).endswith("    - {a: 1}\nz: 1\n\n# tail\n")


@pytest.mark.parametrize(
    "text",
    [
        "a: 1",  # no line end
        "a: 1\n\n\n",
        "---\na: 1\n",
        "---\na: 1\n...\n",
        "# only\na: {}\n",
        "{a: 1}\n",
        '{"a": 1, "b": {"c": [1,\n  2]}}\n',
        "a:\n- 1\n- 2\n# end of the list\n",
        "a:\n  - b: 1\n    c: 2\n  - b: 3\n",
        "a: 'it''s'  # q\n",
        'a: "\\u4e2d\\n"\n',
        "a: |\n  one\n  two\n\n",
        "? a\n: 1\n",
        "a: [1,\n    2,\n    3]   # many\n",
        "a:    1\nb:   2\n",
    ],
)
def test_edits_in_odd_files(text):
    made = same(text, put("new", "x: y"))

    assert 'new: "x: y"' in made or '"new": "x: y"' in made


def test_two_edits_below_one_new_map():
    made = same("a: 1\n", put("m.n.o", 1), put("m.n.p", {"value": 1}), put("m.q", [1]))

    assert made == "a: 1\nm:\n  n:\n    o: 1\n    p: {value: 1}\n  q: [1]\n"


SCALARS = st.one_of(
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9, allow_nan=False).filter(lambda value: "e" not in repr(value)),
    st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30),
    st.sampled_from(
        ["one\ntwo", "- a", "a # b", "'", "null", "~", "0x1f", "1e5", "=1+1", " x ", "*a", "&b", "!c"]
    ),
)
VALUES_OF = st.one_of(
    SCALARS, st.lists(SCALARS, max_size=3), st.dictionaries(st.sampled_from("pqr"), SCALARS, max_size=3)
)


@given(VALUES_OF, st.sampled_from(["n.new", "new", "b.new", "h", "n.y.z", "m.n.o", "documents.d"]))
def test_any_value_is_read_again_as_it_was_given(value, path):
    (document,) = read_documents(SPEC.encode(), "x.yaml")
    edit = put(path, value)
    made, _ = yaml_with(SPEC, [edit])

    assert read_documents(made.encode(), "x.yaml")[0].data == edited(document.data, [edit])


@pytest.mark.parametrize("text", ["a: [", "a: *b\n"])
def test_what_cannot_be_edited(text):
    with pytest.raises(ValueError, match=r"."):
        yaml_with(text, [put("b", 1)])


# ---- JSON and plain data


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ('{"a": 1}', '{"a": 1, "b": {"c": "中"}}'),
        ('{"a":1}\n', '{"a":1,"b":{"c":"中"}}\n'),
        ('{\n  "a": 1.10\n}\n', '{\n  "a": 1.1,\n  "b": {\n    "c": "中"\n  }\n}\n'),
        ('{\n\t"x": [1, 2],\n\t"a": 1\n}', '{\n\t"x": [1, 2],\n\t"a": 1,\n\t"b": {\n\t\t"c": "中"\n\t}\n}'),
    ],
)
def test_json_keeps_its_layout(text, made):
    assert json_with(text, [put("b.c", "中")])[0] == made
    assert json.loads(made)["b"] == {"c": "中"}


def test_the_data_that_were_given_stay_as_they_are():
    data = {"a": {"b": 1}}

    assert edited(data, [put("a.c", 2), put("d.e", 3)]) == {"a": {"b": 1, "c": 2}, "d": {"e": 3}}
    assert data == {"a": {"b": 1}}


def test_nothing_is_put_below_what_is_no_map():
    with pytest.raises(NoRoom) as error:
        edited({"a": [1]}, [put("a.b", 2)])

    assert error.value.what.en == "'a' is no map, so nothing can be put below it"
