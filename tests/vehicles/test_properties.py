"""What scores promise: silence never earns, a met requirement never costs, order does not matter."""

import copy
import os
import random
from pathlib import Path

import pytest

from checker.documents import read_documents
from checker.model.finding import Outcome
from tests.vehicles.court import EXAMPLES, REAL, findings_of, lows_of

#: Evidence, people's answers and configurations: taking away a lapse or a failed test may well help.
NOT_VALUES = (
    "schema",
    "extends",
    "vehicle.id",
    "documents",
    "tests",
    "approvals",
    "reviews",
    "variants",
    "provenance",
)
NOT_A_VALUE = ("fitment", "package", "basis", "markets")
REMOVED = 8  # values of each file; each is judged again
STATED = (
    12  # fields of each file, those that decide the most first; each is stated with every value it may hold
)
#: Of some files so many orders are tried; ICV_SEEDS=20 for a long run.
SEEDS = range(1, 1 + int(os.environ.get("ICV_SEEDS", "1")))
FILES = [path for path in [*EXAMPLES, *REAL] if "extends:" not in path.read_text("utf-8")]


def data_of(path: Path):
    document = read_documents(path.read_bytes(), path.name)[0]
    return document.data


def leaves(data, path=()):
    """Yield the path of every value: scalars, lists, ranges and qualified values."""
    if not isinstance(data, dict) or {"value", "min", "max", "status"} & set(data):
        yield path
        return
    for key, inner in data.items():
        yield from leaves(inner, (*path, key))


def is_value(path, schema):
    dotted = ".".join(map(str, path))
    field = schema.field(dotted)
    if field is None or field.type == "date" or path[-1] in NOT_A_VALUE:
        return False
    return not any(dotted == name or dotted.startswith(f"{name}.") for name in NOT_VALUES)


def without(data, path):
    data = copy.deepcopy(data)
    here = data
    for key in path[:-1]:
        here = here[key]
    del here[path[-1]]
    return data


def same_ground(before, after):
    """Return the configurations of both, where they are the same and are judged by the same editions."""
    pairs = list(zip(before.assessments, after.assessments, strict=False))
    if len(before.assessments) != len(after.assessments):
        return []
    return [(one, other) for one, other in pairs if forces(one) == forces(other)]


def forces(assessment):
    return {f.requirement.id: f.force.kind for f in findings_of(assessment)}


def holding(assessment):
    return {f.requirement.id for f in findings_of(assessment) if f.outcome is Outcome.HOLDS}


def assert_never_higher(before, after, what):
    for one, other in same_ground(before, after):
        assert holding(other) <= holding(one) | outside(one), what
        for account, low in lows_of(other).items():
            assert low <= lows_of(one).get(account, 0) + 1e-12, (what, account)


def outside(assessment):
    return {f.requirement.id for f in findings_of(assessment) if f.outcome is Outcome.OUT}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_removing_a_value_never_raises_the_low_end(path, court):
    data = data_of(path)
    before = court.judge(data)
    values = [leaf for leaf in leaves(data) if is_value(leaf, court.workplace.schema)]
    assert values
    values = random.Random(7).sample(values, min(len(values), REMOVED))
    tried = 0
    for leaf in values:
        after = court.judge(without(data, leaf))
        if not isinstance(after, Exception):  # what a spec must state cannot be left out
            tried += 1
            assert_never_higher(before, after, ".".join(map(str, leaf)))
    assert tried >= len(values) // 3


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("path", FILES[:3], ids=lambda path: path.stem)
def test_removing_one_value_after_another_never_raises_it(path, seed, court):
    data = data_of(path)
    before = court.judge(data)
    values = [leaf for leaf in leaves(data) if is_value(leaf, court.workplace.schema)]
    random.Random(seed).shuffle(values)
    for leaf in values[:15]:
        less = without(data, leaf)
        after = court.judge(less)
        if not isinstance(after, Exception):
            assert_never_higher(before, after, ".".join(map(str, leaf)))
            data, before = less, after


def candidates(field):
    """Return values that a field may hold."""
    match field.type:
        case "boolean":
            return [True, False]
        case "term":
            return list(field.terms)
        case "integer" | "number":
            return [number for number in (0, 1, 3, 5, 10, 60, 1000) if fits(number, field)]
        case "list" if field.of is not None and field.of.type == "term":
            return [list(field.of.terms)]
    return []


def fits(number, field):
    return (field.min is None or number >= field.min) and (field.max is None or number <= field.max)


def with_(data, path, value):
    data = copy.deepcopy(data)
    here = data
    *parents, last = path.split(".")
    for key in parents:
        here = here.setdefault(key, {})
    here[last] = {"value": value, "basis": "certified", "date": "2026-11-01"}
    return data


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_stating_a_value_that_violates_nothing_never_lowers_the_low_end(path, court):
    data = data_of(path)
    before = court.judge(data)
    stated = 0
    fields = dict.fromkeys(advice.path for one in before.assessments for advice in one.advice)
    for field_path in list(fields)[:STATED]:
        field = court.workplace.schema.field(field_path)
        for value in candidates(field) if field else []:
            after = court.judge(with_(data, field_path, value))
            if isinstance(after, Exception):
                continue
            for one, other in same_ground(before, after):
                if violated(other) <= violated(one):
                    stated += 1
                    for account, low in lows_of(one).items():
                        assert lows_of(other).get(account, 1) >= low - 1e-12, (field_path, value, account)
    assert stated or fields.keys() <= {"vehicle.dates.type_approval"}  # with it other editions count


def violated(assessment):
    return {f.requirement.id for f in findings_of(assessment) if f.outcome is Outcome.VIOLATED}


def turned_around(data):
    if isinstance(data, dict):
        return {key: turned_around(data[key]) for key in reversed(list(data))}
    return data


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_order_of_keys_does_not_matter(path, court):
    data = data_of(path)
    variants = data.get("variants")
    again = turned_around(data)
    if variants:
        again["variants"] = {key: turned_around(variants[key]) for key in variants}
    before, after = court.judge(data), court.judge(again)

    assert before.statement == after.statement
    for one, other in zip(before.assessments, after.assessments, strict=True):
        assert one.accounts == other.accounts
        assert one.domains == other.domains
        assert {f.requirement.id: f.verdict for f in findings_of(one)} == {
            f.requirement.id: f.verdict for f in findings_of(other)
        }


def test_where_nothing_applies_there_is_no_score(court):
    trailer = {"id": "t", "name": "T", "manufacturer": "M", "category": "S", "markets": ["CN"]}
    nothing = {"automation_features": {}, "connectivity": {"v2x": {"fitment": "not_fitted"}}}
    (assessment,) = court.judge({"schema": "icv-vehicle/1", "vehicle": trailer, **nothing}).assessments

    assert all(finding.outcome is Outcome.OUT for result in assessment.results for finding in result.findings)
    assert lows_of(assessment) == {}
    assert assessment.accounts.score.low is None
    assert assessment.accounts.score.high is None
    assert assessment.statement.kind == "nothing_judged"
