import pytest
import yaml

from checker.bundled import bundled
from checker.values.units import Units, units


@pytest.fixture(scope="module")
def known() -> Units:
    return units(yaml.safe_load((bundled("standards") / "units.yaml").read_text("utf-8")))


@pytest.mark.parametrize(
    ("value", "unit", "suffix", "expected"),
    [
        (25, "mph", "kmh", 40.2336),
        (40, "km/h", "kmh", 40),
        (36, "km/h", "mps", 10.0),
        (10, "m/s", "kmh", 36.0),
        (2.8, "m", "mm", 2800.0),
        (1, "inch", "mm", 25.4),
        (2, "years", "months", 24.0),
        (500, "ms", "s", 0.5),
        (2, "min", "s", 120.0),
        (1, "t", "kg", 1000.0),
        (32, "Fahrenheit", "celsius", 0.0),
        (100, "Fahrenheit", "celsius", 37.7777777778),
        (-40, "Fahrenheit", "celsius", -40.0),
        (0, "mph", "kmh", 0.0),
        (77000, "MHz", "ghz", 77.0),
    ],
)
def test_a_value_is_converted_to_the_unit_of_the_key(known, value, unit, suffix, expected):
    assert known.convert(value, unit, suffix) == pytest.approx(expected, rel=1e-11, abs=1e-12)


def test_a_round_result_stays_round(known):
    assert str(known.convert(36, "km/h", "mps")) == "10.0"
    assert str(known.convert(180, "cm", "mm")) == "1800.0"


def test_the_key_s_own_unit_changes_nothing(known):
    assert known.convert(7, "km/h", "kmh") == 7
    assert isinstance(known.convert(7, "km/h", "kmh"), int)


@pytest.mark.parametrize(
    ("unit", "suffix"), [("furlong", "m"), ("kmh", "kmh"), ("Km/h", "kmh"), ("", "s"), ("kg", "s")]
)
def test_an_unknown_unit_is_refused_with_what_is_accepted(known, unit, suffix):
    with pytest.raises(ValueError, match="accepted: ") as refused:
        known.convert(1, unit, suffix)
    assert all(each in str(refused.value) for each in known.accepts(suffix))


def test_an_unknown_ending_accepts_nothing(known):
    assert known.accepts("furlongs") == ()
    with pytest.raises(ValueError, match="accepted: none"):
        known.convert(1, "m", "furlongs")


@pytest.mark.parametrize(
    ("key", "unit"),
    [
        ("max_speed_kmh", "kmh"),
        ("request_to_mrm_s", "s"),
        ("emergency_deceleration_max_mps2", "mps2"),
        ("retention_months", "months"),
        ("agent_density_per_km", None),  # per kilometre is not a length
        ("ratio_vehicles_per_operator", None),
        ("seats", None),
        ("m", None),
        ("s", None),
        ("level_scheme", None),
    ],
)
def test_the_ending_of_a_key_is_its_unit(known, key, unit):
    assert known.unit_of(key) == unit


def test_every_unit_converts_and_the_first_that_is_accepted_is_the_key_s_own(known):
    for suffix, accepted in known.accepted.items():
        assert next(iter(accepted.values())) == (1, 0), suffix
        for unit, (factor, _) in accepted.items():
            assert factor > 0, (suffix, unit)
