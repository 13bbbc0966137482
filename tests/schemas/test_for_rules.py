"""The schema that editors complete paths by: it takes what the other takes, and knows every field."""

import copy
import json

import pytest
from jsonschema import Draft202012Validator

from checker.bundled import bundled, data_folder
from checker.cli.main import main
from checker.documents import read_documents
from checker.packs.folders import read_rule_files
from checker.schemas.for_rules import with_fields
from checker.schemas.types import FieldType
from checker.schemas.vehicle import vehicle_type

RULES = json.loads((bundled("standards") / "schema" / "standard.schema.json").read_text("utf-8"))
FILES = [file for file in read_rule_files([data_folder("standards")]) if len(file.data) < 60_000]


@pytest.fixture(scope="module")
def made(schema):
    return with_fields(RULES, schema)


@pytest.fixture(scope="module")
def validator(made):
    return Draft202012Validator(made)


def rule_file(**requirement):
    return {
        "id": "a-1", "number": "A 1", "title": {"en": "A", "zh": "甲"}, "kind": "standard",
        "legal_force": "voluntary", "market": "CN", "domain": "chassis", "status": "draft",
        "sources": {"s": {"title": "T", "seen": "recall"}},
        "requirements": [{"id": "a", "text": {"en": "A", "zh": "甲"}, **requirement}],
    }  # fmt: skip


def test_it_is_a_json_schema_that_needs_nothing_else(made):
    Draft202012Validator.check_schema(made)
    references = set()

    def walk(part):
        if isinstance(part, dict):
            references.update([part["$ref"]] if isinstance(part.get("$ref"), str) else [])
            [walk(inside) for inside in part.values()]
        elif isinstance(part, list):
            [walk(inside) for inside in part]

    walk(made)
    assert {one.removeprefix("#/$defs/") for one in references} <= made["$defs"].keys()


def test_the_schema_of_rule_files_stays_as_it_was(schema):
    before = copy.deepcopy(RULES)
    with_fields(RULES, schema)
    assert before == RULES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.shown)
def test_shipped_files_are_valid(file, validator):
    data = read_documents(file.data, file.shown)[0].data
    assert [error.message for error in validator.iter_errors(data)] == []


def test_any_expression_is_taken_and_every_path_is_offered(made, validator):
    offered = made["$defs"]["expression"]["anyOf"][1]

    assert validator.is_valid(rule_file(require="vehicle.seats > 1 && true"))
    assert not validator.is_valid(rule_file(require=3))
    assert {"vehicle.seats", "data_recording.dssad.type", "f.level", "t.result"} <= set(offered["enum"])
    assert len(offered["enum"]) == len(offered["markdownEnumDescriptions"]) == len(set(offered["enum"]))
    assert "Number of seats" in offered["markdownEnumDescriptions"][offered["enum"].index("vehicle.seats")]
    assert all(" / " in said for said in offered["markdownEnumDescriptions"])


def test_every_path_that_is_offered_is_one_to_the_checker_of_expressions(made, schema):
    spec = vehicle_type(schema)
    members = {"f": "automation_features", "a": "assistance", "s": "sensors", "t": "tests", "d": "documents"}

    def at(path):
        first, *rest = path.split(".")
        found = spec.fields[members.get(first, first)]
        found = found.element if first in members else found
        for key in rest:
            assert isinstance(found, FieldType)
            found = (found.fields or {}).get(key)
        return found

    offered = made["$defs"]["expression"]["anyOf"][1]["enum"]
    assert [path for path in offered if at(path) is None] == []


@pytest.mark.parametrize(
    ("example", "valid"),
    [
        ({"vehicle": {"seats": 2}}, True),
        ({}, True),
        ({"vehicle": {"seets": 2}}, False),
        ({"vehicle": {"category": "M9"}}, False),
        ({"data_recording": {"dssad": {"type": "type_1"}}}, True),
    ],
)
def test_examples_are_parts_of_specs(validator, example, valid):
    assert validator.is_valid(rule_file(require="true", examples={"pass": [example]})) is valid


def test_as_a_command(capsys, made):
    assert main(["schema", "standard", "--fields"]) == 0
    assert json.loads(capsys.readouterr().out) == made
    assert main(["schema", "vehicle", "--fields"]) == 2
    assert "--fields goes with standard" in capsys.readouterr().err
