"""The fixed list of changes to an expression."""

import pytest

from checker.expression.parser import parse
from checker.expression.tree import bare, unparse
from checker.workshop.mutation.operators import MANY, mutations
from tests.expression.random_rules import RandomRules


def changed(source: str, operator: str, **steps: float) -> list[str]:
    return [unparse(m.tree) for m in mutations(parse(source), steps) if m.operator == operator]


@pytest.mark.parametrize(
    ("symbol", "swapped"),
    [("<", ">"), (">", "<"), ("<=", ">="), (">=", "<="), ("==", "!="), ("!=", "==")],
)
def test_comparisons_are_swapped(symbol, swapped):
    assert changed(f"a.b {symbol} 3", "comparison swapped") == [f"a.b {swapped} 3"]


@pytest.mark.parametrize(("symbol", "moved"), [("<", "<="), ("<=", "<"), (">", ">="), (">=", ">")])
def test_boundaries_are_moved(symbol, moved):
    assert changed(f"a.b {symbol} 3", "boundary moved") == [f"a.b {moved} 3"]


def test_an_equality_has_no_boundary():
    assert changed("a.b == 3", "boundary moved") == []


@pytest.mark.parametrize(
    ("source", "steps", "moved"),
    [
        ("a.speed_kmh >= 60.0", {"speed_kmh": 0.1}, ["a.speed_kmh >= 60.1", "a.speed_kmh >= 59.9"]),
        ("a.speed_kmh >= 60", {"speed_kmh": 0.1}, ["a.speed_kmh >= 60.1", "a.speed_kmh >= 59.9"]),
        ("a.seats >= 2", {"seats": 1}, ["a.seats >= 3", "a.seats >= 1"]),
        ("a.seats >= 2", {}, ["a.seats >= 3", "a.seats >= 1"]),
        ("a.b <= 0.25", {}, ["a.b <= 0.35", "a.b <= 0.15"]),
        ("lower(a.v_kmh) <= 5.0", {"v_kmh": 0.5}, ["lower(a.v_kmh) <= 5.5", "lower(a.v_kmh) <= 4.5"]),
        ('a.day >= "2026-03-01"', {}, ['a.day >= "2026-03-02"', 'a.day >= "2026-02-28"']),
        ('a.b == "text"', {}, []),
        ("a.b == true", {}, []),
    ],
)  # fmt: skip
def test_constants_go_one_step_up_and_one_down(source, steps, moved):
    assert changed(source, "constant moved", **steps) == moved


def test_each_constant_takes_the_step_of_what_it_is_compared_with():
    source = "a.mass_kg >= 100.0 && a.time_s <= 1.0"

    moved = changed(source, "constant moved", mass_kg=10, time_s=0.01)

    assert moved == [
        "a.mass_kg >= 110.0 && a.time_s <= 1.0",
        "a.mass_kg >= 90.0 && a.time_s <= 1.0",
        "a.mass_kg >= 100.0 && a.time_s <= 1.01",
        "a.mass_kg >= 100.0 && a.time_s <= 0.99",
    ]


def test_the_last_day_of_the_calendar_only_moves_where_it_can():
    assert changed('a.day <= "9999-12-31"', "constant moved") == []


def test_logic_is_swapped_and_conjuncts_are_dropped():
    source = "a.b && (a.c || a.d)"

    assert changed(source, "and/or swapped") == ["a.b || (a.c || a.d)", "a.b && (a.c && a.d)"]
    assert changed(source, "conjunct dropped") == ["a.c || a.d", "a.b"]
    assert changed("a.b && a.c && a.d", "conjunct dropped") == ["a.c && a.d", "a.b && a.d", "a.b && a.c"]


def test_truth_values_are_negated_where_one_is_asked():
    assert changed("a.b", "negated") == ["!a.b"]
    assert changed("!a.b", "negated") == ["a.b"]
    assert changed("a.b && a.c > 1", "negated") == ["!(a.b && a.c > 1)", "!a.b && a.c > 1"]
    assert changed("a.exists(k, m, m.b)", "negated") == [
        "!a.exists(k, m, m.b)",
        "a.exists(k, m, !m.b)",
    ]
    assert changed("a.b == 2", "negated") == []  # swapping does that


def test_list_items_are_dropped_one_at_a_time():
    assert changed('a.b in ["x", "y"]', "list item dropped") == ['a.b in ["y"]', 'a.b in ["x"]']
    assert changed('a.b in ["x"]', "list item dropped") == []


def test_of_a_long_list_the_first_the_middle_and_the_last_are_dropped():
    items = [f'"i{number}"' for number in range(MANY + 1)]
    source = f"a.b in [{', '.join(items)}]"

    dropped = [m.was for m in mutations(parse(source), {}) if m.operator == "list item dropped"]

    assert dropped == ['"i0"', '"i4"', '"i8"']


def test_a_change_says_where_it_stands_and_what_became_of_what():
    (swap,) = [m for m in mutations(parse("a.b && a.c >= 3"), {}) if m.operator == "comparison swapped"]

    assert (swap.offset, swap.was, swap.now) == (11, "a.c >= 3", "a.c <= 3")


@pytest.mark.parametrize("seed", range(200))
def test_every_change_is_an_expression_and_another_one(seed):
    tree = parse(RandomRules(seed).truth(3))
    found = list(mutations(tree, {}))

    for change in found:
        assert bare(change.tree) != bare(tree)
        assert bare(parse(unparse(change.tree))) == bare(change.tree)
    assert [m.tree for m in mutations(tree, {})] == [m.tree for m in found]
