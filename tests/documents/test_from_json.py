import json

import pytest

from checker.documents import Document, read_documents
from checker.errors import Invalid


def read(text: str) -> Document:
    (document,) = read_documents(text.encode(), "car.json", name_hint="json", root="any")
    return document


def refused(text: str) -> list[str]:
    with pytest.raises(Invalid) as caught:
        read_documents(text.encode(), "car.json", name_hint="json")
    for problem in caught.value.problems:
        assert problem.mend
        assert "\n" not in problem.in_("both")
    return [problem.in_("en") for problem in caught.value.problems]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": {"b": [1, 2.5, -0, 1e3, 1E-2, true, false, null, "x"]}, "c": {}, "d": []}',
        '  {\r\n\t"a" :\t1 , "b": [ ] , "c": { }\n}\n',
        '{"": "", "é": "\\u00e9\\ud83d\\ude97\\n\\"\\\\\\/"}',
        "[]",
        '"x"',
        "-0.0",
        "9223372036854775807",
        "null",
    ],
)
def test_json_is_read_as_python_reads_it(text: str) -> None:
    data = read(text).data
    assert data == json.loads(text)
    assert repr(data) == repr(json.loads(text))


def test_every_key_and_value_has_its_place() -> None:
    document = read('{\n  "vehicle": {"markets": ["CN", 1.10]},\n  "名": {"k" : -0}\n}\n')
    assert {path: str(place).split(":", 1)[1] for path, place in document.keys.items()} == {
        ("vehicle",): "2:3",
        ("vehicle", "markets"): "2:15",
        ("vehicle", "markets", 0): "2:27",
        ("vehicle", "markets", 1): "2:33",
        ("名",): "3:3",
        ("名", "k"): "3:9",
    }
    assert str(document.places[()]) == "car.json:1:1"
    assert str(document.places[("名", "k")]) == "car.json:3:15"
    assert document.typed == {("vehicle", "markets", 1): "1.10", ("名", "k"): "-0"}


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert str(read('\ufeff{"a": 1}').place(("a",))) == "car.json:1:2"


def test_all_that_does_not_end_the_reading_is_told_at_once() -> None:
    found = refused('{"a": NaN, "a": [Infinity, -Infinity],\n "b": 1e999, "c": "\\u0000", "d": "\\ud800"}')
    assert [problem.split(" (")[0] for problem in found] == [
        "car.json:1:7: NaN is not a number that can be judged",
        "car.json:1:12: the key 'a' stands here again; first at line 1, column 2",
        "car.json:1:18: Infinity is not a number that can be judged",
        "car.json:1:28: -Infinity is not a number that can be judged",
        "car.json:2:7: the number 1e999 is larger than can be calculated with",
        "car.json:2:19: this text holds a NUL character",
        "car.json:2:34: this text holds the control character U+D800",
    ]
    assert 'state the number, or {"status": "unknown", "reason": "..."}' in found[0]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "1:1: the file ends where a value is wanted"),
        ("\n\n", "3:1: the file ends where a value is wanted"),
        ('{"a": 1} {"b": 2}', "1:10: something follows after the end of the JSON value"),
        ('{"a": 1}\n{"b": 2}\n', "2:1: something follows after the end of the JSON value"),
        ('{"a": 1,}', "1:9: a key in double quotes is wanted, not '}'"),
        ("{'a': 1}", "1:2: a key in double quotes is wanted, not '''"),
        ("{a: 1}", "1:2: a key in double quotes is wanted, not 'a'"),
        ("{1: 1}", "1:2: a key in double quotes is wanted, not '1'"),
        ('{"a" 1}', "1:6: a ':' is wanted after the key, not '1'"),
        ('{"a"：1}', "1:5: a ':' is wanted after the key, not '：'"),
        ('{"a": 1 "b": 2}', "1:9: a ',' or '}' is wanted, not '\"'"),
        ('{"a": [1 2]}', "1:10: a ',' or ']' is wanted, not '2'"),
        ('{"a": [1', "1:9: a ',' or ']' is wanted, and the file ends"),
        ('{"a": 1', "1:8: a ',' or '}' is wanted, and the file ends"),
        ("{", "1:2: a key in double quotes is wanted, and the file ends"),
        ('{"a": [1,]}', "1:10: ']' is not a JSON value (remove the comma before it)"),
        ('{"a": // x\n1}', "1:7: '/' is not a JSON value (JSON has no comments; YAML has)"),
        ('{"a": # x\n1}', "1:7: '#' is not a JSON value (JSON has no comments; YAML has)"),
        ('{"a": True}', "1:7: 'True' is not a JSON value"),
        ('{"a": None}', "1:7: 'None' is not a JSON value"),
        ('{"a": yes}', "1:7: 'yes' is not a JSON value"),
        ('{"a": 010}', "1:7: '010' is not a JSON value"),
        ('{"a": +1}', "1:7: '+1' is not a JSON value"),
        ('{"a": .5}', "1:7: '.5' is not a JSON value"),
        ('{"a": 5.}', "1:7: '5.' is not a JSON value"),
        ('{"a": 0x1F}', "1:7: '0x1F' is not a JSON value"),
        ('{"a": 1e}', "1:7: '1e' is not a JSON value"),
        ('{"a": -}', "1:7: '-' is not a JSON value"),
        ("{\"a\": 'x'}", "1:7: ''' is not a JSON value"),
        ('{"a": "x', "1:7: the quote that begins here is not closed"),
        ('{"a": "x\ny"}', "1:9: a line break or tab stands inside the quotes"),
        ('{"a": "x\\y"}', "1:9: this is no escape that JSON knows"),
        ('{"a": "\\u12"}', "1:"),
        ("[]", "1:1: the document is a list, where keys are wanted"),
        ('"x"', "1:1: the document is a single value, where keys are wanted"),
        ("null", "1:1: the document holds nothing"),
    ],
)
def test_what_is_no_json_is_explained(text: str, sentence: str) -> None:
    (problem,) = refused(text)
    assert problem.startswith(f"car.json:{sentence}")


def test_a_control_character_in_a_key_is_not_printed() -> None:
    problems = refused('{"\\u001b[31m": 1, "\\u001b[31m": 2}')
    assert len(problems) == 3
    assert not any("\x1b" in problem for problem in problems)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[" * 200_000, "1:65: maps and lists are nested more than 64 deep"),
        ('{"a":' * 100_000, "1:321: maps and lists are nested more than 64 deep"),
        ("1" * 200_000, "1:1: the number 11111111111111111111... is larger than can be calculated with"),
        ("1e" + "9" * 200_000, "1:1: the number 1e999999999999999999... is larger"),
        ("-" * 200_000, "1:1: '----------------------------------------...' is not a JSON value"),
        ("a" * 200_000, "1:1: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...' is not a JSON value"),
    ],
    ids=["lists", "maps", "digits", "exponent", "signs", "letters"],
)
def test_hostile_json_ends_in_one_sentence(text: str, sentence: str) -> None:
    (problem,) = refused(text)
    assert problem.startswith(f"car.json:{sentence}")
    assert len(problem) < 250


def test_the_number_of_values_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.documents.from_json.MAX_NODES", 100)
    assert refused('{"a": [' + "1," * 200 + "1]}")[0].startswith("car.json:1:202: the file holds more than")
    assert refused("{" + ",".join(f'"k{i}": 1' for i in range(60)) + "}")


def test_problems_are_bounded() -> None:
    assert len(refused('{"b": [' + "NaN," * 500 + "1]}")) == 100
