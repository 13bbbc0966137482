import itertools

import pytest

from checker.values.truth import and_, exactly_one, not_, or_, truth
from tests.truth_tables import MANY, PAIRS, F, T, U


@pytest.mark.parametrize(("left", "right", "both", "either"), PAIRS)
def test_kleene_table(left, right, both, either):
    assert and_((left, right)) is both
    assert or_((left, right)) is either


@pytest.mark.parametrize(("value", "opposite"), [(T, F), (F, T), (U, U)])
def test_the_opposite_of_unknown_is_unknown(value, opposite):
    assert not_(value) is opposite


@pytest.mark.parametrize("value", [1, 0, "true", [], 1.0])
def test_what_is_no_truth_value_is_unknown(value):
    assert truth(value) is None
    assert not_(value) is None
    assert and_((value, True)) is None
    assert or_((value, False)) is None


@pytest.mark.parametrize(("values", "any_", "every", "one"), MANY)
def test_of_many(values, any_, every, one):
    for order in set(itertools.permutations(values)):
        assert or_(order) is any_
        assert and_(order) is every
        assert exactly_one(order) is one


def test_a_decided_table_reads_no_further():
    def values(*, first):
        yield first
        pytest.fail("read too far")

    assert and_(values(first=False)) is False
    assert or_(values(first=True)) is True
