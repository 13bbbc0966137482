"""What has to hold for every rule and every spec."""

import copy
from random import Random

import pytest

from checker.expression.checking import check
from checker.expression.environment import Env
from checker.expression.parser import parse
from checker.expression.scope import Scope
from checker.expression.tree import bare, unparse
from checker.expression.walking import violated_by_one_end, walk
from checker.values.spreads import Spread
from tests.expression.random_rules import SECTIONS, RandomRules
from tests.expression.sample import checked, environment, judged
from tests.expression.test_generating import ON_VEHICLES, random_vehicle

RULES = 150


def scalars(values, path=()):
    """Yield the path of every single value in maps (items of lists are no fields)."""
    for key, value in values.items():
        if isinstance(value, dict):
            yield from scalars(value, (*path, key))
        elif not isinstance(value, list):
            yield (*path, key)


def without(values, path):
    made = copy.deepcopy(values)
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return made


def pairs(seed):
    rules = RandomRules(seed)
    for _ in range(RULES):
        yield parse(rules.truth()), rules.spec(), rules.random


def test_removing_a_value_opens_a_verdict_and_never_turns_it():
    """CEL's == of different types, and size(), aside: the rules have no errors that a value could cause."""
    for tree, spec, random in pairs(1):
        before = walk(tree, Env(values=spec))
        paths = list(scalars(spec))
        for path in random.sample(paths, min(3, len(paths))):
            after = walk(tree, Env(values=without(spec, path)))

            assert after is before or after is None or before is None, (unparse(tree), spec, path)
            if before is None:
                assert after is None, (unparse(tree), spec, path)


def test_hiding_a_value_is_removing_it():
    for tree, spec, random in pairs(2):
        paths = list(scalars(spec))
        for path in random.sample(paths, min(3, len(paths))):
            hidden = walk(tree, Env(values=spec, hidden=".".join(path).__eq__))

            assert hidden is walk(tree, Env(values=without(spec, path))), (unparse(tree), spec, path)


def test_nothing_hidden_that_was_not_read_changes_a_verdict():
    for tree, spec, _ in pairs(3):
        env = Env(values=spec)
        verdict = walk(tree, env)
        read = {path for path, _ in env.readings}
        if verdict is None:
            continue

        def hidden(path, read=read):
            return path not in read

        assert walk(tree, Env(values=spec, hidden=hidden)) is verdict, (unparse(tree), spec)


@pytest.mark.parametrize(
    "source",
    [
        "x.a > 1 || x.b > 1",
        "x.p && x.q && x.a > 2",
        "x.p ? x.q : x.a > 2",
        "x.named.exists(k, m, m.a > 1 && m.p)",
        "x.named.all(k, m, m.a > 1 || m.p)",
        "x.words.all(w, w == x.s)",
    ],
)
def test_a_decided_verdict_rests_on_nothing_missing(source):
    rules = RandomRules(4)
    for _ in range(100):
        env = Env(values=rules.spec())
        if walk(parse(source), env) is not None:
            assert all(value is not None for _, value in env.readings)


def test_checking_again_changes_nothing():
    rules = RandomRules(5)
    scope = Scope(sections=SECTIONS)
    for _ in range(RULES):
        result = check(parse(rules.truth()), scope)
        again = check(parse(unparse(result.tree)), scope)

        if not result.faults:
            assert again.faults == ()
            assert bare(again.tree) == bare(result.tree)


def points(spread):
    low = spread.low if spread.low is not None else spread.high - 5
    high = spread.high if spread.high is not None else spread.low + 5
    kind = type(low)
    return [kind(low + (high - low) * share / 4) for share in range(5)]


def spreads(vehicle):
    for name, value in vehicle.get("vehicle", {}).items():
        if isinstance(value, Spread):
            yield name, value


@pytest.mark.parametrize("source", ON_VEHICLES)
def test_what_is_said_of_a_spread_is_said_of_each_of_its_points(source):
    random = Random(6)
    tree = checked(source)
    for _ in range(60):
        values = random_vehicle(random)
        verdict = judged(source, values)
        for name, spread in spreads(values):
            said = {
                walk(tree, environment({**values, "vehicle": {**values["vehicle"], name: point}}))
                for point in points(spread)
            }
            if verdict is not None:
                assert said == {verdict}, (values, name)


@pytest.mark.parametrize("source", ON_VEHICLES)
def test_who_is_convicted_by_one_end_has_a_vehicle_that_fails(source):
    random = Random(7)
    tree = checked(source)
    for _ in range(60):
        values = random_vehicle(random)
        if not violated_by_one_end(tree, environment(values)):
            continue
        ends = [
            walk(tree, environment({**values, "vehicle": {**values["vehicle"], name: end}}))
            for name, spread in spreads(values)
            for end in spread
            if end is not None
        ]
        members = any(
            isinstance(value, Spread)
            for member in values.get("automation_features", {}).values()
            for value in member.values()
        )

        assert walk(tree, environment(values)) is None
        assert False in ends or members, values
