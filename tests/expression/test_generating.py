"""The generated function of a whole standard: its shape, and that it says what the tree walk says."""

from random import Random

import pytest

from checker.expression.checking import check
from checker.expression.environment import Bound
from checker.expression.generating import Loop, Plan, Program, generate, generate_expression, program
from checker.expression.members import weighed
from checker.expression.parser import parse
from checker.expression.walking import iterated, walk
from checker.location import Place
from checker.model.standard import Expression, ForEach
from checker.record import replace
from checker.values.spreads import Envelope, Spread
from checker.values.truth import and_
from tests.expression.sample import (
    AS_OF,
    LISTS,
    SCOPE,
    TABLES,
    checked,
    environment,
    evaluated,
    same,
    scope_for,
)
from tests.making import requirement, standard

FEATURES = check(parse("automation_features"), SCOPE.in_role("for_each")).tree
F = scope_for("f", "automation_features")


def judge_of(written):
    names = {}
    exec(compile(generate(written), "generated", "exec"), names)
    return names["judge"]


def run(written, values, conditions=None):
    return judge_of(written)(values, values if conditions is None else conditions, AS_OF)


def plan(*require, when=None, loop=None, scope=SCOPE):
    return Plan(
        None if when is None else checked(when, scope.in_role("when")),
        tuple(checked(source, scope) for source in require),
        loop,
    )


def per_feature(*require, when=None, where=None):
    loop = Loop(FEATURES, "f", None if where is None else checked(where, F.in_role("where")))
    return plan(*require, when=when, loop=loop, scope=F)


M1 = {"vehicle": {"category": "M1", "seats": 5}}


@pytest.mark.parametrize(
    ("applies_when", "values", "result"),
    [
        (None, M1, (True, ((True, True, ()),))),
        ("vehicle.category == 'M1'", M1, (True, ((True, True, ()),))),
        ("vehicle.category == 'N1'", M1, (False, ())),
        ("vehicle.category == 'N1'", {"vehicle": {"seats": 5}}, (None, ((True, True, ()),))),
    ],
)
def test_what_does_not_apply_is_not_judged(applies_when, values, result):
    applies = None if applies_when is None else checked(applies_when, SCOPE.in_role("applies_when"))

    assert run(Program((plan("vehicle.seats >= 2"),), applies), values) == result


@pytest.mark.parametrize(
    ("written", "row"),
    [
        (plan("vehicle.seats >= 2", when="vehicle.category == 'M1'"), (True, True, ())),
        (plan("vehicle.seats >= 9", when="vehicle.category == 'M1'"), (True, False, ())),
        (plan("vehicle.seats >= 2", when="vehicle.category == 'N1'"), (False, None, ())),
        (plan("vehicle.seats >= 9", when="vehicle.driver_seat"), (None, False, ("vehicle.driver_seat",))),
        (plan("vehicle.doors >= 9", when="vehicle.driver_seat"), (None, None, ("vehicle.driver_seat",))),
        (plan("vehicle.seats >= 2", "vehicle.doors >= 2"), (True, None, ("vehicle.doors",))),
        (plan("vehicle.doors >= 2", when="vehicle.category == 'M1'"), (True, None, ("vehicle.doors",))),
        (plan("vehicle.doors >= 2 || vehicle.driver_seat"), (True, None, ())),  # only a walk tells
        (plan("vehicle.seats >= 9", "vehicle.doors >= 2"), (True, False, ())),
        (plan(when="vehicle.category == 'M1'"), (True, None, ())),
        (plan(), (True, None, ())),
    ],
)
def test_a_row(written, row):
    assert run(Program((written,)), M1) == (True, (row,))


def test_a_row_for_each_member():
    values = {
        "vehicle": {"seats": 5},
        "automation_features": {
            "low": {"fitment": "standard", "level": 2},
            "high": {"fitment": "standard", "level": 3, "gap_s": 1.0},
            "gone": {"fitment": "not_fitted", "level": 4},
            "open": {"level": 3},
            "silent": {"fitment": "standard"},
        },
    }
    written = per_feature("f.gap_s >= 2", "key != 'x'", when="vehicle.seats > 2", where="f.level >= 3")

    assert run(Program((written,)), values) == (
        True,
        (
            (
                ("low", False, None, None, ()),
                ("high", True, True, False, ()),
                ("open", None, True, None, ()),
                ("silent", None, True, None, ("automation_features.silent.level",)),
            ),
        ),
    )
    assert run(Program((written,)), {}) == (True, (None,))
    assert run(Program((written,)), {"automation_features": {}}) == (True, ((),))


def test_conditions_read_the_other_values():
    values = {"vehicle": {"seats": 5}, "automation_features": {"p": {"fitment": "standard", "level": 3}}}
    masked = {"vehicle": {}, "automation_features": {"p": {}}}
    written = Program(
        (
            plan("vehicle.seats >= 2", when="vehicle.seats >= 2"),
            per_feature("f.level >= 3", when="vehicle.seats >= 2", where="f.level >= 3"),
        ),
        checked("vehicle.seats >= 2", SCOPE.in_role("applies_when")),
    )

    assert run(written, values, masked) == (
        None,
        (
            (None, True, ("vehicle.seats",)),
            (("p", None, None, True, ("automation_features.p.level", "vehicle.seats")),),
        ),
    )


def test_a_macro_inside_a_for_each_sees_the_member_and_the_date():
    values = {
        "automation_features": {
            "a": {"fitment": "standard", "level": 3},
            "b": {"fitment": "standard", "level": 2},
        }
    }
    written = per_feature(
        "automation_features.exists(id, g, g.level > f.level && id != key && as_of > '2026-01-01')"
    )

    assert run(Program((written,)), values) == (
        True,
        ((("a", True, True, False, ()), ("b", True, True, True, ())),),
    )


def test_names_that_look_alike_are_kept_apart():
    values = {"a": {"b_c": 1}, "a_b": {"c": 2}, "judge": {"rows": 3}}

    assert evaluated(parse("a.b_c == 1 && a_b.c == 2 && judge.rows == 3"), values) is True


def test_a_deep_expression_is_computed_in_steps():
    source = "(" * 90 + "vehicle.seats" + " + 1)" * 90 + " > 3"
    nested = "vehicle.driver_seat"
    for number in range(45):
        nested = f"!({nested} {'&&' if number % 2 else '||'} vehicle.seats > 9)"

    assert evaluated(checked(source), M1) is True
    for driver_seat in (True, False):
        values = {"vehicle": {"seats": 5, "driver_seat": driver_seat}}
        assert evaluated(parse(nested), values) is evaluated(checked(nested), values)


def test_hostile_texts_stay_texts():
    text = "\"'\\n\n{x} %s __import__('os')"
    quoted = "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"

    assert evaluated(parse(f"vehicle.model == {quoted}"), {"vehicle": {"model": text}}) is True


def test_the_same_condition_is_computed_once():
    source = generate(
        Program(tuple(plan("vehicle.seats >= 2", when="vehicle.category == 'M1'") for _ in range(5)))
    )

    assert source.count("== 'M1'") == 1
    assert source.count("get('seats')") == 1


def expression(source, scope=SCOPE):
    return Expression(source, checked(source, scope), Place("r.yaml", 1, 1))


def test_the_program_of_a_standard():
    loop = ForEach(Expression("automation_features", FEATURES, Place("r.yaml", 1, 1)), "f", None, "unknown")
    made = standard(
        "std",
        requirement(require=(expression("vehicle.seats >= 2"),), when=expression("vehicle.driver_seat")),
        requirement("std/two", for_each=loop, require=(expression("f.level >= 3", F),)),
        applies_when=expression("vehicle.category == 'M1'"),
    )

    assert run(program(made), M1) == (True, ((None, True, ("vehicle.driver_seat",)), None))


def random_feature(random):
    feature = {
        "fitment": random.choice(("standard", "standard", "not_fitted")),
        "level": random.randint(0, 5),
        "gap_s": random.choice((1.0, 2.0, Spread(0.5, 1.5), Spread(1.5, None))),
        "speed_kmh": random.choice((Envelope(0.0, 60.0), Envelope(10.0, None), Envelope(0.0, 130.0))),
        "use": random.sample(("highway", "urban"), random.randint(0, 2)),
        "ddt": {"oedr": random.choice(("system", "driver"))},
    }
    return {key: value for key, value in feature.items() if random.random() > 0.2}


def random_vehicle(random):
    vehicle = {
        "category": random.choice(("M1", "N1", "N3")),
        "seats": random.randint(1, 9),
        "doors": random.choice((4, Spread(2, 5), Spread(None, 3))),
        "mass_kg": random.choice((2000.0, Spread(1000.0, 3600.0), Spread(3600.0, 4000.0))),
        "max_speed_kmh": random.choice((30.0, 130.0)),
        "driver_seat": random.random() < 0.5,
    }
    features = {f"f{number}": random_feature(random) for number in range(random.randint(0, 3))}
    values = {"vehicle": {key: value for key, value in vehicle.items() if random.random() > 0.2}}
    return values if random.random() < 0.1 else {**values, "automation_features": features}


ON_VEHICLES = (
    "vehicle.seats >= 5",
    "vehicle.driver_seat && vehicle.category != 'N3'",
    "!(vehicle.doors > 3) && vehicle.mass_kg <= 3500",
    "vehicle.doors >= 3 || vehicle.mass_kg <= 3500",
    "vehicle.mass_kg / 2 + 100 <= lookup(stop, {'speed_kmh': vehicle.max_speed_kmh}) * 50",
    "vehicle.category in ['M1', 'N1'] ? vehicle.driver_seat : vehicle.seats > 2",
    "automation_features.exists(id, h, h.level >= 3 && h.gap_s >= 1.2)",
    "size(automation_features) > 0 && automation_features.all(id, h, h.ddt.oedr == 'system')",
    "automation_features.exists_one(id, h, 'urban' in h.use)",
    "size(automation_features) >= 2",
    "!automation_features.exists(id, h, covers(h.speed_kmh, 0, 60) || fitted(h))",
)
ON_FEATURES = (
    "f.level >= 3 && vehicle.seats > 1",
    "f.gap_s > 1.0",
    "f.gap_s >= lookup(gap, {'speed_kmh': upper(f.speed_kmh)})",
    "f.level >= 3 ? f.ddt.oedr == 'system' : vehicle.driver_seat",
    "automation_features.exists(id, g, g.level > f.level && id != key)",
    "f.use.exists(u, u == 'highway' || f.level > 3)",
    "min(f.gap_s, 1.0) >= 1 && lower(f.speed_kmh) <= 5",
)


def walked(plan_, values):
    """Return the row of a plan as the tree walk has it."""
    env = environment(values)
    loop = plan_.for_each
    if loop is None:
        return row_of(plan_, env)
    members = iterated(loop.path, env)
    return None if members is None else tuple(member_row(plan_, loop, member, env) for member in members)


def row_of(plan_, env):
    when, require = truths_of(plan_, env)
    return (
        when,
        require,
        waits(() if plan_.when is None else (plan_.when,), plan_, (True, when, require), env),
    )


def truths_of(plan_, env):
    when = True if plan_.when is None else walk(plan_.when, env)
    return when, None if when is False else and_(walk(tree, env) for tree in plan_.require)


def waits(conditions, plan_, truths, env):
    """Return the paths that a walk reads and that are not stated."""
    where, when, require = truths
    decided = when is False or (where and when and require is not None)
    fresh = replace(env, readings=[])
    for tree in () if decided else plan_.require if where and when else conditions:
        walk(tree, fresh)
    return tuple(dict.fromkeys(path for path, value in fresh.readings if value is None))


def member_row(plan_, loop, member, env):
    inner = env.with_variables({loop.name: member.bound, "key": Bound(member.key)})
    where = weighed("exists", member.present, walk(loop.where, inner))
    if where is False:
        return (member.key, False, None, None, ())
    when, require = truths_of(plan_, inner)
    conditions = (loop.where, plan_.when)
    return member.key, where, when, require, waits(conditions, plan_, (where, when, require), inner)


def truths(row):
    """Return a row without what it waits for."""
    if row is None:
        return None
    return row[:-1] if row and not isinstance(row[0], tuple) else tuple(member[:-1] for member in row)


def waiting(row):
    """Return what is waited for by a row, or by each member of one."""
    if row is None:
        return []
    return [row[-1]] if row and not isinstance(row[0], tuple) else [member[-1] for member in row]


def test_generated_code_says_what_the_tree_walk_says():
    random, said = Random(20261120), 0
    for _ in range(30):
        pick, member = random.choice, random.choice
        written = Program(
            tuple(plan(pick(ON_VEHICLES), pick(ON_VEHICLES), when=pick(ON_VEHICLES)) for _ in range(4))
            + tuple(
                per_feature(member(ON_FEATURES), when=pick(ON_VEHICLES), where=member(ON_FEATURES))
                for _ in range(4)
            ),
            None,
            LISTS,
            TABLES,
        )
        judge = judge_of(written)
        for _ in range(40):
            values = random_vehicle(random)
            _, rows = judge(values, values, AS_OF)

            wanted = [walked(plan_, values) for plan_ in written.requirements]
            assert [truths(row) for row in rows] == [truths(row) for row in wanted], values
            for row, want in zip(rows, wanted, strict=True):
                assert all(one in ((), other) for one, other in zip(waiting(row), waiting(want), strict=True))
                said += sum(one != () for one in waiting(row))
    assert said > 200


def test_without_waits_only_the_outcome_is_said():
    written = Program((plan("vehicle.doors >= 2"), per_feature("f.gap_s > 1.0")))
    names = {}
    exec(compile(generate(written, waits=False), "generated", "exec"), names)
    values = {"automation_features": {"a": {"fitment": "standard"}}}

    assert names["judge"](values, values, AS_OF) == (True, ((True, None, ()), (("a", True, True, None, ()),)))


def test_the_source_is_the_same_each_time():
    tree = checked(ON_VEHICLES[2])

    assert generate_expression(tree, LISTS, TABLES) == generate_expression(tree, LISTS, TABLES)
    assert same(0.0, 0.0)
    assert not same(0.0, -0.0)
