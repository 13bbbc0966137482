"""The digest of a requirement changes with what a reader relies on, and with nothing else."""

from json import loads
from pathlib import Path

import pytest

from checker.packs.digests import DIGESTED, digest_of, requirement_digest

RULE = {
    "id": "std/one",
    "clause": "4.1",
    "text": {"en": "It is so.", "zh": "如此。"},
    "when": "is_m1",
    "require": "vehicle.seats >= least",
    "weight": 2,
}
NAMED = {
    "is_m1": "vehicle.category in categories",
    "least": "2 + 0",
    "categories": ["M1"],
    "other": "vehicle.seats >= 1",
}


def digest(rule=RULE, named=NAMED, **changes):
    return requirement_digest({**rule, **changes}, named)


def test_a_digest_says_how_it_was_made():
    assert digest().startswith("sha256:")
    assert len(digest()) == len("sha256:") + 64


def test_the_digest_of_a_rule_is_what_it_was_in_every_version():
    """A profile that says who compared a rule holds this value: changing it makes every rule unverified."""
    assert digest() == "sha256:dd1acb6e24b9d3efebbb850852ecfa6522ec2fd4bcdf119359eda39cc800b882"


def test_the_order_of_keys_makes_no_difference():
    assert digest(dict(reversed(RULE.items()))) == digest()


@pytest.mark.parametrize("require", ["vehicle.seats >= least\n", "  vehicle.seats >= least"])
def test_how_yaml_lays_out_an_expression_makes_no_difference(require):
    assert digest(require=require) == digest()


@pytest.mark.parametrize(
    "change",
    [
        {"weight": 5},
        {"remedy": {"en": "Mend it.", "zh": "整改。"}},
        {"examples": {"pass": [{}]}},
        {"dates": {"new_types": "2026-01-01"}},
        {"title": {"en": "Title", "zh": "标题"}},
        {"domain": "cloud"},
    ],
)
def test_what_does_not_say_what_is_required_makes_no_difference(change):
    assert digest(**change) == digest()


@pytest.mark.parametrize(
    "change",
    [
        {"id": "std/two"},
        {"clause": "4.2"},
        {"text": {"en": "It is so!", "zh": "如此。"}},
        {"text": {"en": "It is so.", "zh": "如此！"}},
        {"obligation": "should"},
        {"when": "true"},
        {"require": "vehicle.seats > least"},
        {"require": ["vehicle.seats >= least", "true"]},
        {"evidence": {"kind": "certificate"}},
        {"review": {"en": "Is it?", "zh": "是否？"}},
        {"proof": {"basis": "measured"}},
        {"for_each": "tests", "as": "t"},
    ],
)
def test_what_says_what_is_required_makes_a_difference(change):
    assert digest(**change) != digest()


@pytest.mark.parametrize(
    "change",
    [{"is_m1": "vehicle.category in categories || true"}, {"categories": ["M1", "N1"]}, {"least": "3 + 0"}],
)
def test_what_an_expression_names_makes_a_difference(change):
    """Also by way of another name: is_m1 names categories."""
    assert digest(named=NAMED | change) != digest()


def test_what_no_expression_names_makes_no_difference():
    assert digest(named=NAMED | {"other": "false"}) == digest()


def test_names_that_name_each_other_end():
    assert digest(named={"is_m1": "is_m1 || least", "least": "is_m1"}).startswith("sha256:")


def test_every_digested_key_is_a_key_of_the_schema():
    schema = loads((Path(__file__).parents[2] / "standards/schema/standard.schema.json").read_text())

    assert set(DIGESTED) <= schema["$defs"]["requirement"]["properties"].keys()


def test_the_digest_of_bytes():
    assert digest_of(b"") == "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_saying_what_holds_anyway_makes_no_difference():
    rule = {"id": "a/b", "text": {"en": "A", "zh": "甲"}, "require": "vehicle.seats > 1"}

    assert requirement_digest({**rule, "obligation": "shall"}, {}) == requirement_digest(rule, {})
    assert requirement_digest({**rule, "obligation": "may"}, {}) != requirement_digest(rule, {})
