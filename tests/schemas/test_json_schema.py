import json

from jsonschema import Draft202012Validator

from checker.bundled import bundled
from checker.documents import read_documents
from checker.schemas.json_schema import json_schema, schema_text
from checker.schemas.leaves import examples

GOLDEN = bundled("standards") / "schema" / "vehicle.schema.json"


def test_the_published_schema_is_the_one_of_the_dictionary(schema, golden):
    golden(GOLDEN, schema_text(schema))


def test_the_text_is_the_schema(schema, as_json):
    assert json.loads(schema_text(schema)) == as_json == json_schema(schema)


def test_it_is_a_json_schema(as_json):
    Draft202012Validator.check_schema(as_json)


def test_every_reference_leads_somewhere(as_json):
    def references(node):
        match node:
            case dict():
                if "$ref" in node:
                    yield node["$ref"]
                for item in node.values():
                    yield from references(item)
            case list():
                for item in node:
                    yield from references(item)

    found = set(references(as_json))
    assert {reference.removeprefix("#/$defs/") for reference in found} <= as_json["$defs"].keys()
    assert as_json["$defs"].keys() <= {reference.removeprefix("#/$defs/") for reference in found}


def test_editors_see_both_languages_and_an_example(as_json):
    row = as_json["$defs"]["section_vehicle"]["properties"]["max_speed_kmh"]
    assert row["title"] == "Maximum design speed"
    assert row["description"].startswith("Maximum design speed / 最高设计车速 [kmh]")
    assert row["examples"]


def fields_of(field, path=()):
    """Yield every field below one, with its path."""
    for key, inside in (field.fields or {}).items():
        yield (*path, key), inside
        yield from fields_of(inside, (*path, key))
    if field.of is not None:
        yield (*path, "*"), field.of
        yield from fields_of(field.of, (*path, "*"))


def test_every_field_is_explained_in_both_languages(schema):
    bare = [path for path, field in fields_of(schema.root) if path[-1] != "*" and not all(field.text)]
    assert bare == []


def test_editors_offer_a_value_for_every_field_that_holds_one(schema):
    """Free text has none to offer; a map or a record offers its keys."""
    open_ended = ("text", "localized", "digest", "record", "map", "list", "parameters", "partial_spec")
    silent = [
        path for path, field in fields_of(schema.root) if not examples(field) and field.type not in open_ended
    ]
    assert silent == []


def test_every_example_of_a_field_is_valid(as_json, validator):
    def rows(node):
        if isinstance(node, dict):
            if isinstance(node.get("examples"), list):
                yield node
            for item in node.values():
                yield from rows(item)

    for row in rows(as_json):
        for example in row["examples"]:
            assert validator.evolve(schema=row).is_valid(example), (row["title"], example)


def test_the_example_specs_are_valid(example, validator):
    document = read_documents(example.read_bytes(), str(example))[0]
    assert list(validator.iter_errors(document.data)) == []


def test_a_spec_without_a_vehicle_is_not(validator):
    assert not validator.is_valid({"schema": "icv-vehicle/1"})


def test_an_override_need_not_say_everything(validator):
    spec = {
        "schema": "icv-vehicle/1",
        "vehicle": {"id": "a", "name": "A", "manufacturer": "B", "category": "M1", "markets": ["CN"]},
        "variants": {"lite": {"name": "Lite", "overrides": {"automation_features": {"pilot": {"level": 2}}}}},
    }
    assert validator.is_valid(spec)
    spec["variants"]["lite"]["overrides"]["automation_features"]["pilot"]["levle"] = 2
    assert not validator.is_valid(spec)
    spec["variants"]["lite"]["overrides"] = {"variants": {}}
    assert not validator.is_valid(spec)


def test_editors_offer_the_words_that_may_stand_at_a_field(as_json):
    """They look for them in no branch of a condition."""
    category = as_json["$defs"]["section_vehicle"]["properties"]["category"]
    offered = [one["body"] for one in category["defaultSnippets"]]

    assert offered == category["else"]["enum"]
    assert [one["label"] for one in as_json["$defs"]["boolean"]["defaultSnippets"]] == ["true", "false"]
    assert "defaultSnippets" not in as_json["$defs"]["text"]
