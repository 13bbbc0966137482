import pytest

from checker.location import Place
from checker.model.finding import Read
from checker.rendering.observed import localized, observation, place_of, shown, unit_of
from checker.rendering.wording import load_words
from checker.text import Text
from checker.values.spreads import Envelope, Spread, Uncertain

WORDS = load_words()


@pytest.mark.parametrize(
    ("value", "path", "en", "zh"),
    [
        (None, "a.b", "not stated", "未填写"),
        (True, "a.b", "yes", "是"),
        (False, "a.b", "no", "否"),
        (10.0, "takeover.request_to_mrm_s", "10 s", "10 s"),
        (0.15, "positioning.accuracy_m", "0.15 m", "0.15 m"),
        (12, "log_retention_months", "12 months", "12 个月"),
        (1640000, "validation_km", "1640000 km", "1640000 km"),
        (1e300, "x", "1e+300", "1e+300"),
        (5, "storage_capacity_events", "5", "5"),
        ("type_1", "dssad.type", "type_1", "type_1"),
        ({"en": "A", "zh": "甲"}, "name", "A", "甲"),
        ({"en": "A"}, "name", "A", "A"),
        ({}, "tests", "0 entries", "0 项"),
        ({"a": 1}, "tests", "1 entry", "1 项"),
        ([], "sensors", "stated to be none", "声明为无"),
        (("obd", "usb"), "interfaces", "obd, usb", "obd、usb"),
        ((1, 2.5), "steps_s", "1 s, 2.5 s", "1 s、2.5 s"),
        (Spread(1.5, 2), "mass_kg", "1.5 to 2 kg", "1.5～2 kg"),
        (Envelope(None, 80), "speed_kmh", "not known to 80 km/h", "未知～80 km/h"),
        (Uncertain(1, 2), "gap_s", "1 to 2 s", "1～2 s"),
    ],
)
def test_shown(value, path, en, zh):
    assert shown(value, path, WORDS) == Text(en, zh)


def test_a_long_list_is_counted():
    assert shown(list(range(20)), "x", WORDS).en.endswith("5, 14 more")


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("vehicle.max_speed_kmh", "km/h"),
        ("runs[0].decel_mps2", "m/s²"),
        ("tests.t.steps_s[3]", "s"),
        ("vehicle.seats", None),
        ("vehicle.s", None),
        ("odd.ambient_celsius", "°C"),
    ],
)
def test_unit_of(path, unit):
    found = unit_of(path, WORDS)
    assert (found.en if found else None) == unit


@pytest.mark.parametrize(
    ("file", "shown_as"),
    [
        ("specs/x9.yaml", "x9.yaml:3:5"),
        ("C:\\specs\\x9.yaml", "x9.yaml:3:5"),
        ("<stdin>", "<stdin>:3:5"),
        ("/", "/:3:5"),
    ],
)
def test_place_of(file, shown_as):
    assert place_of(Place(file, 3, 5)) == shown_as


def test_no_place():
    assert place_of(None) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("A", Text("A", "A")),
        ({"zh": "甲"}, Text("甲", "甲")),
        ({"en": "A", "zh": "甲"}, Text("A", "甲")),
        ({"en": 3}, None),
        ({"fr": "A"}, None),
        ({}, None),
        (None, None),
        (3, None),
    ],
)
def test_localized(value, text):
    assert localized(value) == text


def test_a_stated_value_says_how_it_is_known_and_where():
    it = observation(Read("a.x_s", 4, Place("f.yaml", 2, 3), basis="measured"), WORDS)
    assert (it.said, it.place) == (Text("4 s (measured)", "4 s（实测）"), "f.yaml:2:3")


def test_a_masked_value_says_why_it_does_not_count():
    it = observation(Read("a.x_s", 4, None, basis="assumed", masked="assumed"), WORDS)
    assert it.said == Text("4 s (assumed) does not count: only assumed", "4 s（假定）不采信：仅为假定值")


def test_a_missing_value_has_no_basis():
    it = observation(Read("a.x", None, Place("f.yaml", 2, 3), basis="declared"), WORDS)
    assert (it.value.en, it.known, it.said.en) == ("not stated", None, "not stated")


def test_a_withheld_value_says_so_once():
    it = observation(Read("a.x", None, None, status="withheld"), WORDS)
    assert (it.value, it.known, it.said) == (Text("", ""), *[WORDS("status.withheld")] * 2)
