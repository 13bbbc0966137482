"""How a table of a standard is read."""

import pytest

from checker.expression.lookups import look_up
from checker.model.standard import Table
from checker.values.spreads import Spread, Uncertain

ROWS = ((10, 1.0), (20, 2.0), (40, 8.0))


def table(match, beyond="unknown"):
    return Table(("speed_kmh", "gap_s"), ROWS, (match, None), beyond)


@pytest.mark.parametrize(
    ("match", "beyond", "speed", "said"),
    [
        ("exact", "unknown", 10.0, 1.0),
        ("exact", "unknown", 10, 1.0),
        ("exact", "unknown", 15.0, None),
        ("exact", "hold", 50.0, None),
        ("exact", "unknown", Spread(10.0, 20.0), None),
        ("linear", "unknown", 10.0, 1.0),
        ("linear", "unknown", 15.0, 1.5),
        ("linear", "unknown", 30.0, 5.0),
        ("linear", "unknown", 5.0, None),
        ("linear", "unknown", 41.0, None),
        ("linear", "hold", 5.0, 1.0),
        ("linear", "hold", 41.0, 8.0),
        ("linear", "unknown", Spread(15.0, 30.0), Spread(1.5, 5.0)),
        ("linear", "unknown", Spread(15.0, None), None),
        ("linear", "unknown", Spread(15.0, 50.0), None),
        ("linear", "hold", Spread(15.0, 50.0), Spread(1.5, 8.0)),
        ("next_higher", "unknown", 10.0, 1.0),
        ("next_higher", "unknown", 10.1, 2.0),
        ("next_higher", "unknown", 5.0, 1.0),
        ("next_higher", "unknown", 41.0, None),
        ("next_higher", "hold", 41.0, 8.0),
        ("next_higher", "unknown", Spread(5.0, 30.0), Spread(1.0, 8.0)),
        ("unstated", "unknown", 20.0, 2.0),
        ("unstated", "unknown", 30.0, Uncertain(2.0, 8.0)),
        ("unstated", "unknown", Spread(20.0, 30.0), Uncertain(2.0, 8.0)),
        ("unstated", "unknown", 5.0, None),
        ("unstated", "hold", 50.0, 8.0),
        ("linear", "unknown", "10", None),
        ("linear", "unknown", None, None),
    ],
)
def test_one_column(match, beyond, speed, said):
    result = look_up(table(match, beyond), (speed,), 1)

    assert result == said
    assert type(result) is type(said)


def test_an_uncertain_key_makes_an_uncertain_result():
    result = look_up(table("linear"), (Uncertain(10.0, 20.0),), 1)

    assert result == Uncertain(1.0, 2.0)
    assert type(result) is Uncertain


def test_interpolation_leaves_no_dust():
    dusty = Table(("speed_kmh", "gap_s"), ((7.2, 1.0), (28.8, 1.3)), ("linear", None))

    assert look_up(dusty, (14.4,), 1) == 1.1


TWO = Table(
    ("category", "speed_kmh", "mass_kg", "limit_m", "class"),
    (
        ("M1", 0, 1000, 1, "a"),
        ("M1", 0, 2000, 2, "a"),
        ("M1", 10, 1000, 3, "b"),
        ("M1", 10, 2000, 4, "b"),
        ("N1", 0, 1000, 9, "c"),
    ),
    ("exact", "linear", "next_higher", None, None),
)


@pytest.mark.parametrize(
    ("wanted", "column", "said"),
    [
        (("M1", 0.0, 1000.0), 3, 1.0),
        (("M1", 5.0, 1000.0), 3, 2.0),
        (("M1", 5.0, 1500.0), 3, 3.0),
        (("M1", 5.0, 2500.0), 3, None),
        (("M1", 0.0, 1500.0), 4, "a"),
        (("M1", 5.0, 1500.0), 4, None),  # nothing lies between two texts
        (("N1", 0.0, 900.0), 3, 9.0),
        (("N1", 5.0, 900.0), 3, None),
        (("N3", 0.0, 1000.0), 3, None),
        (("M1", Spread(0.0, 10.0), 1000.0), 3, Spread(1.0, 3.0)),
        (("M1", 0.0), 3, None),
    ],
)
def test_several_columns(wanted, column, said):
    assert look_up(TWO, wanted, column) == said


def test_texts_beyond_and_between():
    words = Table(("speed_kmh", "word"), ((0, "low"), (50, "low"), (100, "high")), ("unstated", None), "hold")

    assert look_up(words, (25.0,), 1) == "low"
    assert look_up(words, (75.0,), 1) is None
    assert look_up(words, (Spread(0.0, 50.0),), 1) == "low"
    assert look_up(words, (Spread(0.0, 100.0),), 1) is None
