"""The published schemas of our own files: rule authors and their editors rely on them."""

from json import dumps, loads
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from checker.cache import Cache
from checker.expression.functions import FUNCTIONS
from checker.expression.parser import MACROS
from checker.model import standard as model
from checker.model.spec import BASES
from checker.packs.loading import load_standard
from checker.packs.references import RESERVED
from checker.schemas.vehicle import load_vehicle_schema
from tests.packs.writing import STANDARDS

NAMES = ("standard", "profile", "markets", "waivers", "catalogue", "correspondence", "checklist")


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = loads((STANDARDS / f"schema/{name}.schema.json").read_text(encoding="utf-8"))
    return found


def parts(value: Any, path: str = "$"):
    """Yield every map in a schema with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, inside in value.items():
            yield from parts(inside, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inside in enumerate(value):
            yield from parts(inside, f"{path}[{index}]")


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_json_schema(name):
    found = schema(name)

    Draft202012Validator.check_schema(found)
    assert found["$id"] == f"urn:icv-checker:schema:{name}:1"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_it_is_anywhere_else(name):
    """An editor without network must be able to use it."""
    assert all(part["$ref"].startswith("#/$defs/") for _, part in parts(schema(name)) if "$ref" in part)


@pytest.mark.parametrize("name", NAMES)
def test_no_key_is_let_through_unknown(name):
    for path, part in parts(schema(name)):
        said_above = path in ("$.$defs.waiver.then", "$.$defs.waiver.else")
        if said_above or path.endswith((".if", "if.properties")) or path == "$.if":
            continue
        if "properties" in part:
            assert part.get("additionalProperties") is False, path


@pytest.mark.parametrize("name", NAMES)
def test_editors_show_both_languages(name):
    """They show the Markdown, and know nothing of x-zh."""
    for path, part in parts(schema(name)):
        if isinstance(part.get("x-zh"), str) and isinstance(part.get("description"), str):
            shown = part["markdownDescription"]
            first = part["description"].replace("`", "")
            assert shown.replace("`", "") == f"{first}\n\n{part['x-zh']}" or path == "$", path


@pytest.mark.parametrize(
    "name", ["standard", "profile", "waivers", "catalogue", "correspondence", "checklist"]
)
def test_every_key_of_the_file_is_explained_in_both_languages(name):
    found = schema(name)
    keys = dict(found["properties"])
    if name == "standard":
        keys |= found["$defs"]["requirement"]["properties"]
    for key, part in keys.items():
        shared = found["$defs"].get(part.get("$ref", "").rpartition("/")[2], {})
        assert part.get("title"), key
        assert part.get("description", shared.get("description")), key
        assert part.get("x-zh", shared.get("x-zh")), key


@pytest.mark.parametrize("name", NAMES)
def test_every_pattern_is_said_in_words(name):
    for path, part in parts(schema(name)):
        if isinstance(part.get("pattern"), str) and part["pattern"] != "\\S":
            assert part.get("x-form", {}).keys() == {"en", "zh"}, path


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_valid(name):
    found = schema(name)
    for path, part in parts(found):
        for example in part.get("examples", []) if isinstance(part.get("examples"), list) else []:
            validator = Draft202012Validator({**part, "$defs": found.get("$defs", {})})
            assert list(validator.iter_errors(example)) == [], path


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("properties", "kind"), get_args(model.Kind)),
        (("properties", "status"), get_args(model.Standard.__annotations__["status"])),
        (("properties", "legal_force"), get_args(model.Standard.__annotations__["legal_force"])),
        (("$defs", "confidence"), get_args(model.Confidence)),
        (("$defs", "requirement", "properties", "obligation"), get_args(model.Obligation)),
        (
            ("$defs", "requirement", "properties", "if_none"),
            get_args(model.ForEach.__annotations__["if_none"]),
        ),
        (("$defs", "requirement", "properties", "proof", "properties", "basis"), BASES),
        (
            ("properties", "sources", "additionalProperties", "properties", "seen"),
            get_args(model.Seen),
        ),
    ],
)
def test_its_words_are_those_of_the_model(path, words):
    part = schema("standard")
    for key in path:
        part = part[key]

    assert tuple(part["enum"]) == tuple(words)


def test_functions_and_reserved_words_of_the_language_are_no_names():
    assert FUNCTIONS.keys() <= RESERVED
    assert MACROS.keys() <= RESERVED


def shared(found, part):
    """Return a part with what its reference says, as editors show it."""
    while "$ref" in part:
        part = {
            **found["$defs"][part["$ref"].rpartition("/")[2]],
            **{k: part[k] for k in part if k != "$ref"},
        }
    return part


@pytest.mark.parametrize("name", ["standard"])
def test_every_key_inside_is_explained_with_an_example(name):
    """What an editor shows beside a key and offers behind it: a word of a list, a default or an example."""
    found = schema(name)
    bare = []
    for path, part in parts(found):
        if path.endswith(".if") or path == "$":
            continue
        for key, inside in part.get("properties", {}).items():
            told = shared(found, inside) if isinstance(inside, dict) else {}
            if not (told.get("description") or told.get("title")) or not told.get("x-zh"):
                bare.append(f"{path}.{key}: a sentence in each language")
            if not told.keys() & {"examples", "enum", "default"}:
                bare.append(f"{path}.{key}: an example")
    assert bare == []


def test_the_expressions_that_editors_offer_are_expressions():
    examples = schema("standard")["$defs"]["expression"]["examples"]
    rule = {"id": "a", "text": {"en": "A", "zh": "甲"}, "require": examples}
    data = {
        "id": "a-1", "number": "A 1", "title": {"en": "A", "zh": "甲"}, "kind": "standard",
        "legal_force": "voluntary", "market": "CN", "domain": "chassis", "status": "draft",
        "sources": {"s": {"title": "T", "seen": "recall"}},
        "lists": {"required_elements": ["vin"]},
        "tables": {
            "following_gap": {
                "columns": {"speed_kmh": "linear", "gap_s": "value"}, "rows": [[7.2, 1.0], [60, 1.6]],
            },
        },
        "requirements": [rule],
    }  # fmt: skip
    vehicle = load_vehicle_schema(STANDARDS, Cache(None))

    assert len(load_standard(dumps(data).encode(), "a-1.yaml", vehicle).requirements[0].require) == len(
        examples
    )
