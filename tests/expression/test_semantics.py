"""What an expression of a rule says of a spec; each case through the tree walk and through generated code."""

import pytest

from checker.values.spreads import Envelope, Spread, Uncertain
from tests.expression.sample import AS_OF, judged

CAR = {
    "vehicle": {"category": "M1", "seats": 5, "use": ["private"], "markets": ["CN"], "built": "2026-07-01"}
}


def features(**members):
    return {"automation_features": members}


FITTED = {"fitment": "standard"}
L3 = {**FITTED, "level": 3}
L2 = {**FITTED, "level": 2}
NOT_FITTED_L3 = {"fitment": "not_fitted", "level": 3}
NOBODY_SAYS_L3 = {"level": 3}  # fitment: unknown


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("vehicle.seats >= 5", True),
        ("vehicle.seats >= 6", False),
        ("vehicle.doors >= 4", None),
        ("vehicle.doors != 4", None),
        ("!vehicle.driver_seat", None),
        ("vehicle.driver_seat || !vehicle.driver_seat", None),
        ("vehicle.doors >= 4 || vehicle.seats >= 5", True),
        ("vehicle.doors >= 4 && vehicle.seats >= 6", False),
        ("vehicle.doors >= 4 && vehicle.seats >= 5", None),
        ("vehicle.driver_seat ? vehicle.seats > 4 : vehicle.seats > 4", None),
        ("vehicle.category in ['M1', 'N1']", True),
        ("vehicle.category in classes", True),
        ("'taxi' in vehicle.use", False),
        ("'EU' in vehicle.markets", False),
        ("4.0 in vehicle.gears_kmh", None),
        ("vehicle.model in ['a']", None),
        ("car", True),
        ("private_car", True),
        ("vehicle.seats > 4.5", True),
        ("vehicle.built <= as_of", True),
        ("add_years(vehicle.built, 3) <= as_of", False),
        ("add_months(vehicle.built, 4) <= as_of", True),
        ("days_between(vehicle.built, as_of) == 142", True),
        ("days_between(vehicle.built, as_of) > vehicle.doors", None),
        ("min(vehicle.seats, 3) == 3", True),
        ("max(vehicle.seats, 3, 9.5) == 9.5", True),
        ("sum(vehicle.gears_kmh) > 1.0", None),
        ("vehicle.model.startsWith('x')", None),
        ("vehicle.category.matches('^M[1-3]$')", True),
        ("size(vehicle.model) > 0", None),
        ("double(vehicle.seats) / 2 == 2.5", True),
        ("vehicle.seats / 2 == 2", True),
        ("string(vehicle.seats) == '5'", True),
        ("int('7') > vehicle.seats", True),
        ("vehicle.seats % 2 == 1 && -vehicle.seats < 0", True),
    ],
)
def test_missing_means_unknown(source, value):
    assert judged(source, CAR) is value


@pytest.mark.parametrize(
    ("source", "mass", "value"),
    [
        ("vehicle.mass_kg <= 3500", 3500.0, True),
        ("vehicle.mass_kg <= 3500", Spread(1000.0, 3500.0), True),
        ("vehicle.mass_kg <= 3500", Spread(3501.0, 4000.0), False),
        ("vehicle.mass_kg <= 3500", Spread(3000.0, 4000.0), None),
        ("vehicle.mass_kg <= 3500", Spread(None, 3000.0), True),
        ("vehicle.mass_kg <= 3500", Spread(3000.0, None), None),
        ("!(vehicle.mass_kg <= 3500)", Spread(3000.0, 4000.0), None),
        ("!(vehicle.mass_kg <= 3500)", Spread(3501.0, 4000.0), True),
        ("vehicle.mass_kg == 3500", Spread(3000.0, 4000.0), None),
        ("vehicle.mass_kg != 3500", Spread(3000.0, 3400.0), True),
        ("upper(vehicle.mass_kg) <= 3500", Spread(3000.0, 4000.0), False),
        ("lower(vehicle.mass_kg) <= 3500", Spread(3000.0, None), True),
        ("upper(vehicle.mass_kg) <= 3500", Spread(3000.0, None), None),
        ("upper(vehicle.mass_kg) <= 3500", 3500.0, True),
        ("vehicle.mass_kg + 100 <= 3500", Spread(3000.0, 3400.0), True),
        ("vehicle.mass_kg * 2 <= 3500 - vehicle.mass_kg", Spread(1000.0, 1100.0), True),
        ("vehicle.mass_kg / vehicle.mass_kg == 1", Spread(1000.0, 1100.0), None),
        ("-vehicle.mass_kg < 0", Spread(1000.0, 1100.0), True),
        ("min(vehicle.mass_kg, 1050) <= 1050", Spread(1000.0, 1100.0), True),
        ("vehicle.mass_kg in [1000, 2000]", Spread(1500.0, 1600.0), False),
        ("vehicle.mass_kg in [1000, 2000]", Spread(1500.0, 2600.0), None),
    ],
)
def test_a_spread_is_judged_whole(source, mass, value):
    assert judged(source, {"vehicle": {"mass_kg": mass}}) is value


def test_a_whole_number_may_be_a_spread_beside_a_double():
    assert judged("vehicle.doors > 1.5", {"vehicle": {"doors": Spread(2, 5)}}) is True
    assert judged("vehicle.doors + 1 > 2", {"vehicle": {"doors": Spread(2, 5)}}) is True


def test_two_spreads():
    values = {
        "sensors": {
            "a": {**FITTED, "range_m": Spread(1.0, 2.0)},
            "b": {**FITTED, "range_m": Spread(3.0, 4.0)},
        }
    }

    assert (
        judged("sensors.exists(k, s, s.range_m > sensors['a'].range_m)".replace("['a']", "[k]"), values)
        is None
    )
    assert judged("sensors.exists(k, s, sensors.exists(l, t, s.range_m > t.range_m))", values) is True


@pytest.mark.parametrize(
    ("source", "speed", "value"),
    [
        ("covers(f.speed_kmh, 0, 60)", Envelope(0.0, 60.0), True),
        ("covers(f.speed_kmh, 0, 60)", Envelope(0.0, 59.0), False),
        ("covers(f.speed_kmh, 0, 60)", Envelope(0.0, None), None),
        ("covers(f.speed_kmh, 30, 30)", 30.0, True),
        ("covers(f.speed_kmh, 0, vehicle.max_speed_kmh)", Envelope(0.0, 60.0), None),
        ("lower(f.speed_kmh) <= 0 && upper(f.speed_kmh) >= 60", Envelope(0.0, 60.0), True),
    ],
)
def test_an_envelope_is_read_by_its_ends(source, speed, value):
    values = features(pilot={**L3, "speed_kmh": speed})

    assert judged(f"automation_features.exists(id, f, {source})", values) is value


EXISTS = "automation_features.exists(id, f, f.level >= 3)"
ALL = "size(automation_features) > 0 && automation_features.all(id, f, f.level >= 3)"
ONE = "automation_features.exists_one(id, f, f.level >= 3)"
NAMES = "automation_features.filter(id, automation_features[id].level >= 3) == ['a']"
LEVELS = "automation_features.transformList(id, f, f.level) == [3]"


@pytest.mark.parametrize(
    ("values", "exists", "every", "one", "names", "levels"),
    [
        ({}, None, None, None, None, None),
        (features(), False, False, False, False, False),
        (features(a=L3), True, True, True, True, True),
        (features(a=L2), False, False, False, False, False),
        (features(a=L3, b=L2), True, False, True, True, False),
        (features(a=L3, b=L3), True, True, False, False, False),
        (features(a=FITTED), None, None, None, None, None),
        (features(a=L3, b=FITTED), True, None, None, None, None),
        (features(a=NOT_FITTED_L3), False, False, False, False, False),
        (features(a=L3, b={"fitment": "not_fitted"}), True, True, True, True, True),
        (features(a=NOBODY_SAYS_L3), None, None, None, None, None),
        (features(a=L3, b=NOBODY_SAYS_L3), True, True, None, None, None),
        (features(a=L3, b={"level": 2}), True, None, True, True, None),
    ],
)
def test_macros_see_what_is_stated_and_fitted(values, exists, every, one, names, levels):  # noqa: PLR0917
    assert judged(EXISTS, values) is exists
    assert judged(ALL, values) is every
    assert judged(ONE, values) is one
    assert judged(NAMES, values) is names
    assert judged(LEVELS, values) is levels


@pytest.mark.parametrize(
    ("members", "value"),
    [
        ({"a": FITTED, "b": {"fitment": "not_fitted"}}, 1),
        ({"a": FITTED, "b": {}}, Uncertain(1, 2)),
        ({}, 0),
        (None, None),
    ],
)
def test_size_counts_what_is_fitted(members, value):
    values = {} if members is None else {"sensors": members}
    comparison = {1: True, None: None, 0: False}.get(value if not isinstance(value, Uncertain) else 1)

    assert judged("size(sensors) > 0", values) is comparison
    assert judged("size(sensors) >= 2", values) is (
        None if value is None or isinstance(value, Uncertain) else False
    )


@pytest.mark.parametrize(
    ("aeb", "value"),
    [
        ({"fitment": "standard"}, True),
        ({"fitment": "not_fitted"}, False),
        ({"default_on": True}, None),
        (None, None),
    ],
)
def test_fitted(aeb, value):
    assert judged("fitted(assistance.aeb)", {"assistance": {} if aeb is None else {"aeb": aeb}}) is value


@pytest.mark.parametrize(
    ("elements", "value"),
    [(["speed", "brake", "x"], True), (["speed"], False), ([], False), (None, None)],
)
def test_missing(elements, value):
    dssad = {} if elements is None else {"elements": elements}

    assert (
        judged("missing(wanted, data_recording.dssad.elements) == []", {"data_recording": {"dssad": dssad}})
        is value
    )


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("lookup(gap, {'speed_kmh': 10}) == 1", True),
        ("lookup(gap, {'speed_kmh': 35}) == 1.3", True),
        ("lookup(gap, {'speed_kmh': 200}) == 2.2", True),
        ("lookup(gap, {'speed_kmh': 0}) == 1", True),
        ("lookup(gap, {'speed_kmh': vehicle.mass_kg}) <= 1.6", True),
        ("lookup(gap, {'speed_kmh': vehicle.mass_kg}) <= 1.2", None),
        ("lookup(gap, {'speed_kmh': vehicle.max_speed_kmh}) <= 1.2", None),
        ("lookup(stop, {'speed_kmh': 60}) == 40", True),
        ("lookup(stop, {'speed_kmh': 30}) <= 40", True),
        ("lookup(stop, {'speed_kmh': 30}) <= 20", None),
        ("lookup(stop, {'speed_kmh': 61}) <= 40", None),
        ("upper(lookup(stop, {'speed_kmh': 30})) <= 40", None),
        ("lookup(class_, {'category': vehicle.category, 'mass_kg': 1500}, 'limit') == 20", True),
        ("lookup(class_, {'category': vehicle.category, 'mass_kg': 1000}, 'name') == 'a'", True),
        ("lookup(class_, {'category': vehicle.category, 'mass_kg': 5}, 'name') == 'a'", True),
        ("lookup(class_, {'category': vehicle.category, 'mass_kg': 2500}, 'limit') == 20", None),
        ("lookup(class_, {'category': 'N3', 'mass_kg': 1000}, 'limit') == 20", None),
    ],
)
def test_lookup(source, value):
    values = {"vehicle": {"category": "M1", "mass_kg": Spread(10.0, 60.0)}}

    assert judged(source, values) is value


def test_a_filtered_list_of_records():
    trailers = [{"mass_kg": 700.0, "braked": False}, {"mass_kg": Spread(800.0, 900.0), "braked": True}]
    values = {"vehicle": {"trailers": trailers}}

    assert judged("vehicle.trailers.filter(t, t.braked).exists(t, t.mass_kg > 750)", values) is True
    assert judged("vehicle.trailers.filter(t, t.mass_kg > 850).exists(t, t.braked)", values) is None
    assert judged("size(vehicle.trailers.filter(t, !t.braked)) == 1", values) is True
    assert judged("vehicle.trailers.exists(i, t, i == 1 && t.braked)", values) is True
    assert judged("sum(vehicle.trailers.map(t, t.mass_kg)) <= 1600", values) is True
    assert judged("vehicle.trailers[0].mass_kg == 700 && vehicle.trailers[2].braked", values) is None


def test_the_date_of_the_assessment_is_a_variable():
    assert judged(f"as_of == '{AS_OF}'", {}) is True


def test_maps_of_plain_values_may_be_read_by_key():
    values = {"vehicle": {"limits": {"a": 1.0}}}

    assert judged("vehicle.limits.a <= 1 && 'a' in vehicle.limits", values) is True
    assert judged("vehicle.limits['b'] <= 1", values) is None
    assert judged("vehicle.limits.exists(k, k == 'a')", values) is True
    assert judged("size(vehicle.limits) == 1", values) is True


def test_a_macro_in_a_list_of_fittable_things():
    seats = [{"fitment": "standard", "heated": True}, {"fitment": "not_fitted"}, {"heated": False}]
    values = {"cabin": {"seats": seats}}

    assert judged("cabin.seats.exists(s, s.heated)", values) is True
    assert judged("size(cabin.seats) > 0 && cabin.seats.all(s, s.heated)", values) is None
    assert judged("size(cabin.seats.map(s, s.heated, s.heated)) == 1", values) is True
    assert judged("size(cabin.seats.map(s, !s.heated, s.heated)) == 1", values) is None
    assert judged("cabin.seats.map(s, s.heated) == [true]", {"cabin": {"seats": seats[:2]}}) is True
    assert judged("cabin.seats.map(s, s.heated, 1) == [1]", {"cabin": {"seats": seats[:2]}}) is True
