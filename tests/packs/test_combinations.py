"""Which keys of a requirement go together."""

import pytest

from checker.documents import read_documents
from checker.packs.combinations import combination_problems, if_none, section


def problems(keys: str, kind: str = "standard"):
    yaml = f"kind: {kind}\nrequirements:\n  - id: one\n    {keys}\n"
    (document,) = read_documents(yaml.encode(), "rule.yaml", name_hint="yaml")
    return [problem.in_("en") for problem in combination_problems(document)]


@pytest.mark.parametrize(
    "keys",
    [
        "require: x",
        "weight: 3",
        "obligation: may",
        "for_each: automation_features",
        "for_each: tests\n    if_none: violated",
        "for_each: documents\n    if_none: unknown",
        "for_each: reviews",
        "for_each: sensors\n    if_none: not_applicable",
        "for_each: automation_features\n    if_none: violated",
        "for_each: 3",
    ],
)
def test_what_goes_together(keys):
    assert problems(keys) == []


def test_a_rung_in_a_taxonomy():
    assert problems("rung: 3\n    for_each: automation_features", "taxonomy") == []


@pytest.mark.parametrize(
    ("keys", "kind", "expected"),
    [
        (
            "rung: 3\n    for_each: automation_features",
            "standard",
            "rule.yaml:4:5: only a taxonomy has rungs (say kind: taxonomy, or leave out rung)",
        ),
        (
            "rung: 3",
            "taxonomy",
            "rule.yaml:4:5: a rung is judged for every feature (write for_each: automation_features, as: f)",
        ),
        (
            "rung: 3\n    for_each: sensors\n    if_none: unknown",
            "taxonomy",
            "rule.yaml:4:5: a rung is judged for every feature (write for_each: automation_features, as: f)",
        ),
        (
            "weight: 3\n    rung: 3\n    for_each: automation_features",
            "taxonomy",
            "rule.yaml:4:5: a rung and a `may` have no points (leave out weight)",
        ),
        (
            "weight: 3\n    obligation: may",
            "standard",
            "rule.yaml:4:5: a rung and a `may` have no points (leave out weight)",
        ),
        (
            "for_each: sensors",
            "standard",
            (
                "rule.yaml:4:5: the rule does not say what it means if there is none in 'sensors'"
                " (say if_none: unknown, not_applicable or violated)"
            ),
        ),
        *(
            (
                f"for_each: {shown}\n    if_none: not_applicable",
                "standard",
                (
                    f"rule.yaml:5:14: leaving out all {shown} would take the requirement away"
                    " (say unknown, or violated)"
                ),
            )
            for shown in ("documents", "tests", "reviews")
        ),
    ],
)
def test_what_does_not_go_together(keys, kind, expected):
    assert problems(keys, kind) == [expected]


@pytest.mark.parametrize(
    ("requirement", "expected"),
    [
        ({"for_each": "automation_features"}, "not_applicable"),
        ({"for_each": "documents"}, "unknown"),
        ({"for_each": "tests"}, "unknown"),
        ({"for_each": "sensors"}, None),
        ({"for_each": "tests", "if_none": "violated"}, "violated"),
        ({"for_each": "tests", "if_none": 3}, "unknown"),
    ],
)
def test_what_no_member_means(requirement, expected):
    assert if_none(requirement) == expected


def test_the_section_of_a_path():
    assert section(" automation_features ") == "automation_features"
    assert section("chassis.wires") == "chassis"
