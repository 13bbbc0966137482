"""The truth tables of the language, in full, through both evaluators."""

import itertools

import pytest

from checker.expression.parser import parse
from checker.values.spreads import Spread
from tests.expression.sample import evaluated, judged
from tests.truth_tables import MANY, PAIRS, F, T, U


def stating(**values):
    """Return a spec that states those of the values that are known."""
    return {"v": {name: value for name, value in values.items() if value is not None}}


@pytest.mark.parametrize(("a", "b", "both", "either"), PAIRS)
def test_and_or(a, b, both, either):
    values = stating(a=a, b=b)

    assert evaluated(parse("v.a && v.b"), values) is both
    assert evaluated(parse("v.a || v.b"), values) is either
    assert evaluated(parse("!(!v.a || !v.b)"), values) is both
    assert evaluated(parse("!(!v.a && !v.b)"), values) is either


@pytest.mark.parametrize(
    ("a", "b", "c", "all_three", "any_of_three"),
    [
        (T, T, T, T, T),
        (T, T, F, F, T),
        (T, T, U, U, T),
        (T, F, U, F, T),
        (T, U, U, U, T),
        (F, F, F, F, F),
        (F, F, U, F, U),
        (F, U, U, F, U),
        (U, U, U, U, U),
    ],
)
def test_three_operands_in_any_order(a, b, c, all_three, any_of_three):
    for one, two, three in itertools.permutations((a, b, c)):
        values = stating(a=one, b=two, c=three)

        assert evaluated(parse("v.a && v.b && v.c"), values) is all_three
        assert evaluated(parse("v.a || v.b || v.c"), values) is any_of_three


@pytest.mark.parametrize(
    ("condition", "then", "otherwise", "value"),
    [
        (T, T, F, T),
        (T, F, T, F),
        (T, U, T, U),
        (T, T, U, T),
        (F, T, F, F),
        (F, F, T, T),
        (F, T, U, U),
        (F, U, T, T),
        (U, T, T, U),  # as in CEL: an error in the condition is an error, whatever the branches say
        (U, F, F, U),
        (U, U, U, U),
    ],
)
def test_choice(condition, then, otherwise, value):
    values = stating(a=condition, b=then, c=otherwise)

    assert evaluated(parse("v.a ? v.b : v.c"), values) is value


@pytest.mark.parametrize(("members", "exists", "every", "one"), MANY)
def test_macros(members, exists, every, one):
    for order in set(itertools.permutations(members)):
        listed = {"list": [{} if value is None else {"p": value} for value in order]}
        mapped = {"map": {f"k{n}": item for n, item in enumerate(listed["list"])}}
        for name, value in (("exists", exists), ("all", every), ("exists_one", one), ("existsOne", one)):
            assert evaluated(parse(f"list.{name}(x, x.p)"), listed) is value
            assert evaluated(parse(f"map.{name}(k, map[k].p)"), mapped) is value
            assert evaluated(parse(f"map.{name}(k, x, x.p)"), mapped) is value


@pytest.mark.parametrize("name", ["exists", "all", "exists_one", "filter", "map"])
@pytest.mark.parametrize("collection", [{}, {"list": 5}, {"list": "text"}, {"list": True}])
def test_what_is_not_stated_or_no_collection_is_not_iterated(name, collection):
    assert evaluated(parse(f"list.{name}(x, true)"), collection) is None


@pytest.mark.parametrize(
    ("members", "kept"),
    [
        ((), []),
        ((T, F, T), [0, 2]),
        ((F, F), []),
        ((T, U), None),
        ((F, U), None),
    ],
)
def test_filter_and_map(members, kept):
    items = [{"n": n} | ({} if value is None else {"p": value}) for n, value in enumerate(members)]

    assert evaluated(parse("list.filter(x, x.p).map(x, x.n)"), {"list": items}) == kept
    assert evaluated(parse("list.map(x, x.p, x.n)"), {"list": items}) == kept


FITMENTS = {"yes": {"fitment": "standard"}, "no": {"fitment": "not_fitted"}, "open": {}}


@pytest.mark.parametrize(
    ("fitment", "level", "exists", "every", "one"),
    [
        ("yes", 3, T, T, T),
        ("yes", 2, F, F, F),
        ("yes", U, U, U, U),
        ("no", 3, F, T, F),
        ("no", 2, F, T, F),
        ("no", U, F, T, F),
        ("open", 3, U, T, U),
        ("open", 2, F, U, F),
        ("open", U, U, U, U),
    ],
)
def test_a_member_counts_as_far_as_it_is_fitted(fitment, level, exists, every, one):
    member = FITMENTS[fitment] | ({} if level is None else {"level": level})
    values = {"automation_features": {"m": member}}
    emptied = "size(automation_features) == 0 || "

    assert judged("automation_features.exists(k, m, m.level >= 3)", values) is exists
    assert judged(emptied + "automation_features.all(k, m, m.level >= 3)", values) is every
    assert judged("automation_features.exists_one(k, m, m.level >= 3)", values) is one


@pytest.mark.parametrize(
    ("mass", "less", "at_most", "equal"),
    [
        (U, U, U, U),
        (1999.0, T, T, F),
        (2000.0, F, T, T),
        (2001.0, F, F, F),
        (Spread(1000.0, 1999.0), T, T, F),
        (Spread(1000.0, 2000.0), U, T, U),
        (Spread(1000.0, 3000.0), U, U, U),
        (Spread(2000.0, 2000.0), F, T, T),
        (Spread(2000.0, 3000.0), F, U, U),
        (Spread(2001.0, 3000.0), F, F, F),
        (Spread(None, 1999.0), T, T, F),
        (Spread(None, 2000.0), U, T, U),
        (Spread(None, 3000.0), U, U, U),
        (Spread(1000.0, None), U, U, U),
        (Spread(2000.0, None), F, U, U),
        (Spread(2001.0, None), F, F, F),
    ],
)
def test_a_spread_against_a_number(mass, less, at_most, equal):
    values = {"vehicle": {} if mass is None else {"mass_kg": mass}}
    opposite = {True: False, False: True, None: None}

    for source, value in (
        ("vehicle.mass_kg < 2000", less),
        ("2000 > vehicle.mass_kg", less),
        ("vehicle.mass_kg <= 2000", at_most),
        ("2000 >= vehicle.mass_kg", at_most),
        ("vehicle.mass_kg >= 2000", opposite[less]),
        ("vehicle.mass_kg > 2000", opposite[at_most]),
        ("vehicle.mass_kg == 2000", equal),
        ("vehicle.mass_kg != 2000", opposite[equal]),
        ("vehicle.mass_kg in [2000]", equal),
    ):
        assert judged(source, values) is value, source
        assert judged(f"!({source})", values) is opposite[value], source
