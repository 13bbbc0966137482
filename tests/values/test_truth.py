import pytest

from checker.values.truth import and_, exactly_one, not_, or_, truth

T, F, U = True, False, None


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (T, T, T, T),
        (T, F, F, T),
        (T, U, U, T),
        (F, T, F, T),
        (F, F, F, F),
        (F, U, F, U),
        (U, T, U, T),
        (U, F, F, U),
        (U, U, U, U),
    ],
)
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


def test_nothing_is_all_true_and_none_true():
    assert and_(()) is True
    assert or_(()) is False
    assert exactly_one(()) is False


@pytest.mark.parametrize(
    ("values", "result"),
    [((T,), T), ((T, F), T), ((T, T), F), ((F, F), F), ((T, U), U), ((U, T, T), U), ((F, U), U)],
)
def test_exactly_one_needs_to_know_them_all(values, result):
    assert exactly_one(values) is result


def test_a_decided_table_reads_no_further():
    def values(*, first):
        yield first
        pytest.fail("read too far")

    assert and_(values(first=False)) is False
    assert or_(values(first=True)) is True
