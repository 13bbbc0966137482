import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.bundled import bundled
from checker.documents import Document, read_documents
from checker.errors import Problem
from checker.schemas.quick_check import is_valid
from checker.schemas.validation import explain

TESTS = Path(__file__).parents[1]
HIGHWAY_PILOT = TESTS.parent / "examples" / "l3_highway_pilot.yaml"
CASES = yaml.safe_load((TESTS / "data" / "invalid_specs.yaml").read_text("utf-8"))
DRAFT_CASES = TESTS.parents[1] / "shared" / "vocabulary" / "examples_invalid" / "cases.yaml"
MINIMAL = """\
schema: icv-vehicle/1
vehicle:
  id: car
  name: Car
  manufacturer: Maker
  category: M1
  markets: [CN]
"""


def read(text: str, name: str = "spec.yaml") -> Document:
    return read_documents(text.encode(), name)[0]


def broken(case: dict[str, Any]) -> Document:
    data = copy.deepcopy(read(HIGHWAY_PILOT.read_text("utf-8")).data)
    inside = data
    *path, last = case["path"]
    for key in path:
        inside = inside[key]
    if case.get("drop"):
        del inside[last]
    else:
        inside[last] = case["value"]
    return read(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [problem.in_("en") for problem in problems]
    return problems[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_broken_spec_is_refused_at_its_place_with_a_sentence(case, schema, as_json):
    document = broken(case)
    problem = only(explain(document, as_json))
    assert problem.place == document.place(tuple(case["at"]))
    assert problem.what == (case["en"], case["zh"])
    assert problem.mend == ((case["mend_en"], case["mend_zh"]) if "mend_en" in case else None)
    assert not is_valid(document.data, schema)


@pytest.mark.skipif(not DRAFT_CASES.is_file(), reason="the vocabulary is not beside this checkout")
def test_no_broken_spec_of_the_vocabulary_is_left_out():
    drafted = yaml.safe_load(DRAFT_CASES.read_text("utf-8"))
    assert len(drafted) == 20
    assert {case["name"] for case in drafted} <= {case["name"] for case in CASES}


def test_no_sentence_is_jsonschema_s_own():
    for case in CASES:
        for words in ("is not of type", "required property", "Additional properties", "does not match", "[]"):
            assert words not in case["en"]
        assert not {"{", "}"} & set(case["en"])


def test_the_example_specs_have_no_problem(example, as_json, schema):
    document = read_documents(example.read_bytes(), str(example))[0]
    assert explain(document, as_json) == ()
    assert is_valid(document.data, schema)


@pytest.mark.parametrize(
    ("typed", "what", "mend"),
    [
        ("1.10", "text is wanted here, not the number 1.10", 'put it in quotes: "1.10"'),
        ("5.10", "text is wanted here, not the number 5.10", 'put it in quotes: "5.10"'),
        ("010", "text is wanted here, not the number 010", 'put it in quotes: "010"'),
        ("1e3", "text is wanted here, not the number 1e3", 'put it in quotes: "1e3"'),
        ("true", "text is wanted here, not true", 'put it in quotes: "true"'),
        ("True", "text is wanted here, not True (read as true)", 'put it in quotes: "True"'),
        ("0x1F", "text is wanted here, not the number 0x1F", 'put it in quotes: "0x1F"'),
        ("[a]", "text is wanted here, not a list", "write it without brackets: a"),
        ("{a: b}", "text is wanted here, not a map", None),
    ],
)
def test_what_was_typed_is_quoted_where_text_is_wanted(as_json, typed, what, mend):
    problem = only(explain(read(f"{MINIMAL}spec_version: {typed}\n"), as_json))
    assert problem.what.en == f"spec_version: {what}"
    assert (problem.mend and problem.mend.en) == mend
    assert (problem.place.line, problem.place.column) == (8, 1)


def test_what_was_typed_is_quoted_in_chinese_too(as_json):
    problem = only(explain(read(f"{MINIMAL}spec_version: 1.10\n"), as_json))
    assert problem.what.zh == "spec_version：此处应为文本，而不是数字 1.10"
    assert problem.mend.zh == '请加引号："1.10"'


@pytest.mark.parametrize(
    ("value", "mend"),
    [
        ('"200 km/h"', "write 200: the key says km/h"),
        ('"200km/h"', "write 200: the key says km/h"),
        ('"200 KM/H"', "write 200: the key says km/h"),
        ('"125 mph"', "write {value: 125, unit: mph}"),
        ('"200"', "write it without quotes: 200"),
        ('"-1.5"', "write it without quotes: -1.5"),
        ("fast", "write a number"),
    ],
)
def test_a_number_with_its_unit_as_text_says_what_to_write(as_json, value, mend):
    document = read(MINIMAL + f"  max_speed_kmh: {value}\n")
    assert only(explain(document, as_json)).mend.en == mend


@pytest.mark.parametrize(
    ("value", "mend"),
    [
        ("2026/7/1", "write 2026-07-01"),
        ("2026年7月1日", "write 2026-07-01"),
        ("2026.07.01", "write 2026-07-01"),
        ("2026-7-1", "write 2026-07-01"),
        ("2026-02-30", "2026-02 has 28 days"),
        ("2028-02-30", "2028-02 has 29 days"),
        ("2026-00-10", "a year has 12 months"),
        ("2026-07", "write year-month-day: 2026-07-01"),
    ],
)
def test_a_date_says_what_to_write(as_json, value, mend):
    assert only(explain(read(f'{MINIMAL}spec_date: "{value}"\n'), as_json)).mend.en == mend


def test_all_problems_come_at_once_in_the_order_of_the_file(as_json):
    text = MINIMAL.replace("category: M1", "category: M9").replace("[CN]", "[China, DE]")
    problems = explain(read(f"{text}  seats: six\n  colour: red\nsensor: {{}}\n"), as_json)
    assert [problem.place.line for problem in problems] == [6, 7, 8, 9, 10]
    assert [problem.in_("en") for problem in problems][-1] == (
        "spec.yaml:10:1: unknown key 'sensor' (did you mean 'sensors'?)"
    )


def test_a_place_is_that_of_the_value_s_own_document(as_json):
    first, second = read_documents(f"{MINIMAL}---\n{MINIMAL}  seats: null\n".encode(), "two.yaml")
    assert explain(first, as_json) == ()
    assert only(explain(second, as_json)).place.line == 16


def test_json_has_places_too(as_json):
    vehicle = '"id": "a", "name": "A", "manufacturer": "B",\n  "category": "M0", "markets": ["CN"]'
    text = '{"schema": "icv-vehicle/1",\n "vehicle": {' + vehicle + "}}"
    document = read_documents(text.encode(), "spec.json", name_hint="json")[0]
    assert (
        only(explain(document, as_json))
        .in_("en")
        .startswith("spec.json:3:3: vehicle.category: 'M0' is not one")
    )


def test_keys_of_one_s_own_are_welcome_everywhere(as_json):
    text = MINIMAL + "  x_colour: {any: [thing, 1, null]}\nx_note: hello\nsensors: {x_plan: [1]}\n"
    assert explain(read(text), as_json) == ()


def test_an_unknown_key_that_is_like_nothing_says_what_is_known(as_json):
    problem = only(explain(read(f"{MINIMAL}perception: {{zzz: 1}}\n"), as_json))
    assert problem.mend.en.startswith("known here: ")
    assert problem.mend.en.endswith("a key of your own begins with x_")


def test_a_missing_key_says_what_it_means(as_json):
    problem = only(explain(read(MINIMAL.replace("  name: Car\n", "")), as_json))
    assert problem.in_("en") == (
        "spec.yaml:2:1: 'name' is missing in vehicle (add 'name': Name of the vehicle type)"
    )
    assert problem.mend.zh == "请补充“name”：车型名称"


@pytest.mark.parametrize("key", ["tests", "documents", "automation_features", "sensors"])
def test_a_map_s_key_is_formed_like_a_key(as_json, key):
    member = {
        "tests": "{kind: lab, title: T, result: pass}",
        "documents": "{type: manual, title: T}",
        "automation_features": "{name: N, level: 2}",
        "sensors": "{type: lidar}",
    }[key]
    problem = only(explain(read(f"{MINIMAL}{key}: {{My-Own: {member}}}\n"), as_json))
    assert problem.mend.en == "write my_own"


def test_values_that_are_qualified_blame_the_branch_that_was_meant(as_json):
    text = MINIMAL + "  max_speed_kmh: {value: {min: low, max: 200}, basis: measured, date: 2026-02-30}\n"
    problems = explain(read(text), as_json)
    assert sorted(problem.what.en for problem in problems) == [
        "vehicle.max_speed_kmh.date: there is no day '2026-02-30' in the calendar",
        "vehicle.max_speed_kmh.value.min: a number is wanted here, not the text 'low'",
    ]


# --- any JSON Schema of the product is explained


def rules(text: str) -> tuple[Problem, ...]:
    file = bundled("standards") / "schema" / "standard.schema.json"
    return explain(read(text, "rule.yaml"), yaml.safe_load(file.read_text("utf-8")))


def test_a_rule_file_is_explained_by_its_own_schema():
    problems = [problem.in_("en") for problem in rules("id: a-1\nnumber: 12\nkind: standrd\n")]
    assert (
        'rule.yaml:2:1: number: text is wanted here, not the number 12 (put it in quotes: "12")' in problems
    )
    assert any(
        "kind: 'standrd' is not one of the words" in line and "did you mean 'standard'?" in line
        for line in problems
    )
    assert any("'requirements' is missing" in line for line in problems)


@pytest.mark.parametrize(
    ("schema", "text", "what"),
    [
        ({"const": 3}, "a: 4", "a: only 3 may stand here, not 4"),
        ({"maxLength": 2}, "a: abc", "a has 3 characters; at most 2 may stand here"),
        ({"maxItems": 1}, "a: [1, 2]", "a has 2 items; at most 1 may stand here"),
        ({"maxProperties": 1}, "a: {b: 1, c: 2}", "a has 2 items; at most 1 may stand here"),
        ({"exclusiveMinimum": 0}, "a: 0", "a: 0 must be above 0"),
        ({"exclusiveMaximum": 0}, "a: 0", "a: 0 must be below 0"),
        ({"pattern": r"\S"}, 'a: " "', "a is an empty text"),
        ({"pattern": "^x"}, "a: yes", "a: 'yes' is not of the form that is wanted here"),
        ({"minProperties": 1}, "a: {}", "a is empty"),
        ({"multipleOf": 2}, "a: 3", "a: 3 is not what the schema asks for (multipleOf)"),
        ({"anyOf": [{"required": ["b"]}, {"required": ["c"]}]}, "a: {d: 1}", "one of b, c is needed in a"),
        ({"not": {"required": ["b", "c"]}}, "a: {b: 1, c: 1}", "'b' and 'c' exclude each other in a"),
        ({"dependentRequired": {"b": ["c"]}}, "a: {b: 1}", "'b' needs 'c' beside it in a"),
        (
            {"oneOf": [{"type": "string"}, {"type": "number"}]},
            "a: true",
            "a: true has none of the forms that may stand here",
        ),
        ({"not": {}}, "a: 1", "'a' cannot stand in the document"),
        ({"type": ["string", "number"]}, "a: []", "a: text or a number is wanted here, not a list"),
        (
            {"oneOf": [{"type": "string"}, {"type": "object", "required": ["b"]}]},
            "a: {c: 1}",
            "'b' is missing in a",
        ),
        (
            {"anyOf": [{"type": "string"}, {"type": "object", "properties": {"b": {"type": "number"}}}]},
            "a: {b: x}",
            "a.b: a number is wanted here, not the text 'x'",
        ),
    ],
)
def test_every_keyword_has_a_sentence(schema, text, what):
    problem = only(explain(read(text), {"properties": {"a": schema}}))
    assert problem.what.en == what
    assert problem.what.zh


def test_what_should_be_true_or_false_says_so(as_json):
    problem = only(explain(read(MINIMAL + "  driver_seat: 1\n"), as_json))
    assert problem.what.zh == "vehicle.driver_seat：此处应为 true 或 false，而不是数字 1"
    assert problem.mend.en == "write true or false"


def test_a_number_without_a_unit_written_with_one(as_json):
    problem = only(explain(read(MINIMAL + "  seats: 5 seats\n"), as_json))
    assert problem.mend.en == "write the number alone: 5"


def test_where_no_key_is_known_none_is_suggested():
    problem = only(explain(read("a: 1"), {"additionalProperties": False}))
    assert (problem.what.en, problem.mend) == ("unknown key 'a'", None)


def test_where_nothing_may_stand():
    problem = only(explain(read("a: {b: null}"), {"properties": {"a": {"enum": ["c"]}}}))
    assert problem.what.en == "a: a map is not one of the words that may stand here"


def test_long_texts_are_shortened():
    problem = only(explain(read(f"a: {'x' * 500}"), {"properties": {"a": {"enum": ["b"]}}}))
    assert len(problem.what.en) < 150


def test_a_document_that_is_null_is_explained():
    document = read_documents(b"a: null", "a.yaml")[0]
    problem = only(explain(document, {"properties": {"a": {"type": "string"}}}))
    assert problem.mend.en == "give it a value, or leave the key out"
