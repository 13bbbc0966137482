"""What people write in YAML, and what other readers make of it."""

import pytest

from checker.documents import read_documents
from checker.errors import Invalid


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("12:30", "12:30"),
        ("12:30:00", "12:30:00"),
        ("2026-11-20", "2026-11-20"),
        ("2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z"),
        ("1_000", "1_000"),
        ("=", "="),
        ("GB 44497-2024", "GB 44497-2024"),
        ("1.2.3", "1.2.3"),
        (".", "."),
        ("0b11", "0b11"),
        ("+0x1F", "+0x1F"),
        ("１２", "１２"),
        ("tRUE", "tRUE"),
        ("'1.10'", "1.10"),
        ('"true"', "true"),
        ("''", ""),
        ("|\n  a\n  b\n", "a\nb\n"),
    ],
)
def test_text_stays_text(read, typed: str, value: str) -> None:
    document = read(f"key: {typed}\n")
    assert document.data == {"key": value}
    assert document.typed == {}
    assert document.as_typed(("key",)) is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.10", 1.1),
        ("5.10", 5.1),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
        ("1e3", 1000.0),
        ("-1.5E-2", -0.015),
        (".5", 0.5),
        ("5.", 5.0),
        ("+7", 7),
        ("-0", 0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_a_number_or_constant_keeps_what_was_typed(read, typed: str, value: object) -> None:
    document = read(f"key: {typed}\nlist: [a, {typed or 'null'}]\n")
    assert document.data["key"] == value
    assert type(document.data["key"]) is type(value)
    assert document.typed == {("key",): typed, ("list", 1): typed or "null"}
    assert document.as_typed(("key",)) == typed
    assert document.as_typed(("missing",)) is None


@pytest.mark.parametrize("typed", [".nan", ".NaN", ".NAN", ".inf", "-.inf", "+.Inf", "-.INF"])
def test_what_is_no_number_is_refused(problems, typed: str) -> None:
    (problem,) = problems(f"key: {typed}\n")
    assert problem.startswith(f"car.yaml:1:6: {typed} is not a number that can be judged (state the number")


@pytest.mark.parametrize(
    "typed", ["1e999", "-1e999", "99999999999999999999", "9" * 5000, "0x" + "F" * 17, "1." + "0" * 9000]
)
def test_numbers_out_of_reach_are_refused(problems, typed: str) -> None:
    (problem,) = problems(f"key: {typed}\n")
    assert "is larger than can be calculated with" in problem
    assert len(problem) < 200


def test_the_largest_whole_numbers_are_read(read) -> None:
    assert read(f"a: {2**63 - 1}\nb: -{2**63}\n").data == {"a": 2**63 - 1, "b": -(2**63)}


def test_equal_keys_are_refused_and_both_places_named(problems) -> None:
    found = problems("a: 1\nb:\n  c: 1\n  'c': 2\na: 3\na: 4\n")
    assert [problem.removesuffix(" (remove one of the two, or rename it)") for problem in found] == [
        "car.yaml:4:3: the key 'c' stands here again; first at line 3, column 3",
        "car.yaml:5:1: the key 'a' stands here again; first at line 1, column 1",
        "car.yaml:6:1: the key 'a' stands here again; first at line 1, column 1",
    ]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1", 'the key 1 is read as a number, not as text (put it in quotes: "1":)'),
        ("5.10", 'the key 5.10 is read as a number, not as text (put it in quotes: "5.10":)'),
        ("true", 'the key true is read as true or false, not as text (put it in quotes: "true":)'),
        ("null", 'the key null is read as nothing (null), not as text (put it in quotes: "null":)'),
        ("?\n", "a key is missing before the ':' (write the key)"),
        ("? [a, b]\n", "a key must be plain text, not a list, a map or an alias (write the key as a word)"),
        ("? {a: b}\n", "a key must be plain text, not a list, a map or an alias (write the key as a word)"),
        ("? *x\n", "a key must be plain text, not a list, a map or an alias (write the key as a word)"),
    ],
)
def test_a_key_that_is_not_text_is_refused(problems, typed: str, sentence: str) -> None:
    found = problems(f"anchor: &x y\n{typed}: 1\nb: 2\n")
    assert found[0].split(": ", 1)[1] == sentence


def test_norway_and_on_are_keys(read) -> None:
    assert read("NO: 1\non: 2\ny: 3\n2026-01: 4\n").data == {"NO": 1, "on": 2, "y": 3, "2026-01": 4}


def test_a_merge_key_says_what_to_do_instead(problems, read) -> None:
    (problem,) = problems("a: &a {x: 1}\nb:\n  <<: *a\n  y: 2\n")
    assert problem.startswith(
        "car.yaml:3:3: '<<' merges nothing: YAML 1.2 has no merge keys (write the keys out"
    )
    assert read("'<<': 1\n").data == {"<<": 1}


@pytest.mark.parametrize(
    "tag", ["!foo", "!!python/object:os.system", "!!str", "!!binary", "!<tag:x.org,2026:y>"]
)
def test_tags_are_refused(problems, tag: str) -> None:
    (problem,) = problems(f"a: {tag} 1\n")
    assert problem.startswith(f"car.yaml:1:4: the tag '{tag}' is not allowed")


def test_aliases_are_read_and_each_use_is_its_own(read) -> None:
    document = read("a: &a {list: [1.10, x]}\nb: *a\nc: [*a]\n")
    data = document.data
    assert data["b"] == data["a"] == data["c"][0]
    data["b"]["list"].append("changed")
    assert data["a"] == {"list": [1.1, "x"]}
    assert str(document.place(("b", "list"))) == "car.yaml:1:8"
    assert str(document.place(("b",))) == "car.yaml:2:1"
    assert document.as_typed(("c", 0, "list", 0)) == "1.10"


def test_an_anchor_can_be_given_again(read) -> None:
    assert read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").data == {"a": 1, "b": 1, "c": 2, "d": 2}


def test_recursive_and_unknown_aliases_are_refused(problems) -> None:
    assert problems("a: &a [*a]\nb: &b {c: {d: *b}}\nc: *nowhere\n") == [
        "car.yaml:1:8: the alias *a stands inside its own value (write the value out)",
        "car.yaml:2:15: the alias *b stands inside its own value (write the value out)",
        (
            "car.yaml:3:4: the alias *nowhere has no anchor &nowhere before it"
            " (write the value out; text that begins with '*' goes in quotes)"
        ),
    ]


def test_anchors_end_with_their_document(parser) -> None:
    assert parser
    with pytest.raises(Invalid, match=r"car\.yaml:3:4: the alias \*x has no anchor"):
        read_documents(b"a: &x 1\n---\nb: *x\n", "car.yaml")


def test_several_documents_are_each_returned(parser) -> None:
    assert parser
    documents = read_documents(b"%YAML 1.2\n---\na: 1\n...\n---\n# note\na: 2\n---\na: 3\n", "cars.yaml")
    assert [(document.number, document.data) for document in documents] == [
        (1, {"a": 1}),
        (2, {"a": 2}),
        (3, {"a": 3}),
    ]
    assert [str(document.place(("a",))) for document in documents] == [
        "cars.yaml:3:1",
        "cars.yaml:7:1",
        "cars.yaml:9:1",
    ]
    assert str(documents[1].places[()]) == "cars.yaml:7:1"
    assert {document.file for document in documents} == {"cars.yaml"}


def test_an_empty_document_among_others_is_refused(problems) -> None:
    assert problems("a: 1\n---\n---\nb: 1\n") == [
        "car.yaml:3:1: the document holds nothing (write its keys, or remove the '---' line before it)"
    ]


@pytest.mark.parametrize("text", ["", " \n\n", "# only a note\n", "\ufeff", "\ufeff# note"])
def test_an_empty_file_is_refused(problems, text: str) -> None:
    assert problems(text) == ["car.yaml:1:1: the file holds nothing (describe the vehicle or the rule in it)"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("- a: 1\n", "the document is a list, where keys are wanted (remove the '- ' at the root"),
        ("[1]", "the document is a list, where keys are wanted"),
        ("hello\n", "the document is a single value, where keys are wanted (write 'key: value'"),
        ("7\n", "the document is a single value, where keys are wanted"),
        ("~\n", "the document holds nothing"),
        ("汽车：X9\n", "the full-width colon '：' does not end a key"),
    ],
)
def test_another_root_than_a_map_is_refused(problems, text: str, sentence: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f"car.yaml:1:1: {sentence}")


def test_another_root_than_a_map_can_be_asked_for() -> None:
    (document,) = read_documents(b"- 1\n- x\n", "list.yaml", root="any")
    assert document.data == [1, "x"]
    assert document.keys == {(0,): document.place((0,)), (1,): document.place((1,))}


def test_windows_and_old_line_ends_count_as_one(read) -> None:
    for end in ("\n", "\r\n", "\r"):
        document = read(f"a: 1{end}b:{end}  c: x{end}  d: |{end}    t{end}    u{end}e: 2{end}")
        assert document.data == {"a": 1, "b": {"c": "x", "d": "t\nu\n"}, "e": 2}
        assert str(document.place(("b", "c"))) == "car.yaml:3:3"
        assert str(document.place(("e",))) == "car.yaml:7:1"


def test_a_byte_order_mark_counts_as_nothing(read) -> None:
    document = read("\ufeffa: 1\n")
    assert document.data == {"a": 1}
    assert str(document.place(("a",))) == "car.yaml:1:1"
    assert str(document.value_place(("a",))) == "car.yaml:1:4"


def test_columns_are_counted_in_characters(read) -> None:
    document = read("{名称: 云舟, emoji: 🚗, next: x}\n")
    assert str(document.place(("next",))) == "car.yaml:1:20"
    assert str(document.value_place(("next",))) == "car.yaml:1:26"


@pytest.mark.parametrize(
    ("text", "place"),
    [("a:\n\tb: 1\n", "2:1"), ("a:\n  b: 1\n\tc: 2\n", "3:1"), ("a:\n  -\tb: 1\n    c: 2\n", "2:4")],
)
def test_tabs_that_indent_are_named(problems, text: str, place: str) -> None:
    assert problems(text) == [f"car.yaml:{place}: a tab indents this line (indent with spaces)"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("schema：icv\ntitle: x\n", "1:7"),
        ("vehicle:\n  name：X\n  category: M1\n", "2:7"),
        ("vehicle:\n  name：X\n  category：M1\n", "2:7"),
        ("a: 1\nb：2\nc: 3\n", "2:2"),
        ("a: 1\nb：2\n", "2:2"),
        ("a:\n  - name：x\n", "2:9"),
        ("a: {min：1, max: 2}\n", "1:5"),
        ("a: 1\n\nlong_key ：2\n\nc: 3\n", "3:10"),
    ],
)
def test_a_full_width_colon_is_named(problems, text: str, place: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f"car.yaml:{place}: the full-width colon '：' does not end a key (write ': '")


def test_a_full_width_colon_in_text_is_text(read) -> None:
    text = "note: pilot：高速\ntitle: {zh: 云舟：X9}\nlong: |\n  ab：c\nquoted: 'ab：c'\n'a：b': 1\n"
    assert read(text).data == {
        "note": "pilot：高速",
        "title": {"zh": "云舟：X9"},
        "long": "ab：c\n",
        "quoted": "ab：c",
        "a：b": 1,
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n　　b: 1\n", "2:1"),
        ("a:　1\nb: 2\n", "1:3"),
        ("a:\n\xa0 b: 1\n", "2:1"),
        ("a: 1\nb　: 2\n", "2:1"),
    ],
)
def test_a_full_width_space_is_named(problems, text: str, place: str) -> None:
    (problem,) = problems(text)
    assert problem.startswith(f"car.yaml:{place}: this is a full-width or no-break space")


def test_every_problem_is_told_at_once_and_a_syntax_error_ends_the_list(problems) -> None:
    found = problems("a: .nan\na: 1\n2: !x y\nb: *z\nc: [1\nd: 1\n")
    assert [problem.split(": ")[0] for problem in found] == [
        "car.yaml:1:4",
        "car.yaml:2:1",
        "car.yaml:3:1",
        "car.yaml:3:4",
        "car.yaml:4:4",
        "car.yaml:6:2",
    ]
    assert "the ']' of the '[' in line 5 is missing" in found[-1]
