"""Values, ranges, qualified values, statuses and units, by the project's own schema."""

from typing import Any

import pytest

from checker.location import Place
from checker.text import Text
from checker.values.spreads import Envelope, Spread
from tests.specs.specimens import HEAD, only, qualified, refused

SHIFT = HEAD.count("\n")  # lines before a test's own text


def at(spec: Any, path: str) -> Any:
    """Return the value at a dotted path; None where there is none."""
    value: Any = spec.values
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


# ---- scalars


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("chassis: {power_supply_redundant: true}", "chassis.power_supply_redundant", True),
        ("sensors: {a: {type: lidar, count: 2}}", "sensors.a.count", 2),
        ("sensors: {a: {type: lidar, count: 2.0}}", "sensors.a.count", 2),
        ("sensors: {a: {type: lidar, range_m: 250}}", "sensors.a.range_m", 250.0),
        ("sensors: {a: {type: lidar, range_m: 2.5e2}}", "sensors.a.range_m", 250.0),
        ("spec_date: 2026-11-05", "spec_date", "2026-11-05"),
        ("software_update: {software_ids: {a: {software_version: '1.10'}}}",
         "software_update.software_ids.a.software_version", "1.10"),
        ("data_governance: {important_data_classes: []}", "data_governance.important_data_classes", []),
        ("assistance: {}", "assistance", {}),
    ],
)  # fmt: skip
def test_a_plain_value_is_itself(text: str, path: str, value: object) -> None:
    found = at(only(text), path)
    assert found == value
    assert type(found) is type(value)


def test_an_integer_in_a_number_field_is_a_float_and_a_whole_float_in_an_integer_field_an_int() -> None:
    spec = only("sensors: {a: {type: lidar, range_m: 250, count: 3.0}}")
    assert repr(at(spec, "sensors.a.range_m")) == "250.0"
    assert repr(at(spec, "sensors.a.count")) == "3"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("{en: Pilot, zh: 领航}", Text("Pilot", "领航")),
        ("Pilot", Text("Pilot", "Pilot")),
        ("{zh: 领航}", Text("领航", "领航")),
        ("{en: Pilot}", Text("Pilot", "Pilot")),
        ("{de: Lotse}", Text("Lotse", "Lotse")),
        ("{de: Lotse, zh: 领航}", Text("领航", "领航")),
    ],
)
def test_a_text_for_people_has_both_languages(written: str, text: Text) -> None:
    spec = only(f"automation_features: {{a: {{name: {written}, level: 2}}}}")
    assert at(spec, "automation_features.a.name") == text


# ---- ranges


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("{min: 1795, max: 1932}", 1795.0, 1932.0),
        ("{min: 5}", 5.0, None),
        ("{max: 5}", None, 5.0),
        ("{min: 5, max: 5}", 5.0, 5.0),
    ],
)
def test_a_range_of_the_type_is_a_spread(written: str, low: float | None, high: float | None) -> None:
    value = at(only(f"sensors: {{a: {{type: lidar, range_m: {written}}}}}"), "sensors.a.range_m")
    assert value == Spread(low, high)
    assert type(value) is Spread
    assert all(type(end) in (float, type(None)) for end in value)


def test_a_range_of_operation_is_an_envelope() -> None:
    spec = only("automation_features: {a: {name: A, level: 2, speed_kmh: {min: 0, max: 130}}}")
    value = at(spec, "automation_features.a.speed_kmh")
    assert value == Envelope(0.0, 130.0)
    assert type(value) is Envelope


def test_an_envelope_may_be_a_plain_number() -> None:
    spec = only("automation_features: {a: {name: A, level: 2, speed_kmh: 60}}")
    assert at(spec, "automation_features.a.speed_kmh") == 60.0


def test_the_ends_of_a_whole_number_are_whole() -> None:
    value = at(only("sensors: {a: {type: lidar, channels: {min: 64, max: 128.0}}}"), "sensors.a.channels")
    assert [type(end) for end in value] == [int, int]


def test_a_qualified_range_is_a_range() -> None:
    spec = only("sensors: {a: {type: lidar, range_m: {value: {min: 1, max: 2}, basis: measured}}}")
    assert at(spec, "sensors.a.range_m") == Spread(1.0, 2.0)
    assert spec.stated["sensors.a.range_m"].basis == "measured"


@pytest.mark.parametrize("written", ["{min: 3, max: 2}", "{value: {min: 3, max: 2}}"])
def test_a_minimum_above_the_maximum_is_an_error_at_the_range(written: str) -> None:
    text = f"sensors: {{a: {{type: lidar, range_m: {written}}}}}"
    place = f"car.yaml:{SHIFT + 1}:{text.index('{min') + 1}"
    assert refused(text) == [f"{place}: min 3 is greater than max 2 (put the smaller number first)"]


# ---- qualified values


QUALIFIED = """
sensors:
  a:
    type: lidar
    range_m: {value: 250, basis: supplier, ref: d, date: 2026-03-01, by: Maker, note: {en: n, zh: 注}}
documents: {d: {type: manual, title: D}}
tests: {t: {kind: lab, title: T, result: pass}}
"""


def test_a_qualified_value_is_its_value_and_a_row() -> None:
    spec = only(QUALIFIED)
    assert at(spec, "sensors.a.range_m") == 250.0
    row = spec.stated["sensors.a.range_m"]
    assert (row.basis, row.refs, row.date, row.by) == ("supplier", ("d",), "2026-03-01", "Maker")
    assert row.note == Text("n", "注")
    assert (row.status, row.reason, row.typed) == (None, None, None)
    assert row.place == Place("car.yaml", SHIFT + 5, 5)


def test_several_references_are_kept_in_order() -> None:
    spec = only(QUALIFIED.replace("ref: d", "ref: [t, d]"))
    assert spec.stated["sensors.a.range_m"].refs == ("t", "d")


def test_a_qualified_list_says_the_same_of_each_item() -> None:
    spec = only("cockpit: {driver_monitoring: {detects: {value: [fatigue, absence], basis: measured}}}")
    assert at(spec, "cockpit.driver_monitoring.detects") == ["fatigue", "absence"]
    for path in ("", "[0]", "[1]"):
        assert spec.stated[f"cockpit.driver_monitoring.detects{path}"].basis == "measured"
    first, second = (spec.stated[f"cockpit.driver_monitoring.detects[{i}]"].place.column for i in (0, 1))
    assert second - first == len("fatigue, ")


@pytest.mark.parametrize(
    ("provenance", "basis"),
    [
        ("", "declared"),
        ("provenance: {by: me}", "declared"),
        ("provenance: {default_basis: assumed}", "assumed"),
        ("provenance: {default_basis: measured}", "measured"),
    ],
)
def test_a_value_without_basis_has_the_default_of_the_file(provenance: str, basis: str) -> None:
    text = f"{provenance}\nsensors: {{a: {{type: lidar, range_m: {{value: 3, by: x}}, channels: 4}}}}"
    spec = only(text)
    assert spec.stated["sensors.a.range_m"].basis == basis
    assert spec.stated["sensors.a.channels"].basis == basis


def test_the_date_of_the_file_is_not_the_date_of_its_values() -> None:
    spec = only("provenance: {date: 2026-01-01}\nsensors: {a: {type: lidar, range_m: 3}}")
    assert spec.stated["sensors.a.range_m"].date is None


# ---- statuses


@pytest.mark.parametrize(
    ("written", "status", "reason"),
    [
        ("{status: unknown}", "unknown", None),
        ("{status: unknown, reason: later}", "unknown", Text("later", "later")),
        ("{status: withheld, reason: {en: secret, zh: 保密}}", "withheld", Text("secret", "保密")),
        ("{status: not_applicable, reason: none}", "not_applicable", Text("none", "none")),
    ],
)
def test_a_status_is_no_value_and_a_row(written: str, status: str, reason: Text | None) -> None:
    spec = only(f"sensors: {{a: {{type: lidar, range_m: {written}}}}}")
    assert at(spec, "sensors.a") == {"type": "lidar", "fitment": "standard"}
    row = spec.stated["sensors.a.range_m"]
    assert (row.status, row.reason) == (status, reason)


def test_absent_is_neither_a_value_nor_a_row() -> None:
    spec = only("sensors: {a: {type: lidar}}")
    assert "range_m" not in spec.values["sensors"]["a"]
    assert "sensors.a.range_m" not in spec.stated
    assert spec.stated.get("sensors.a.range_m") is None
    assert "documents" not in spec.values


def test_null_is_refused() -> None:
    (problem,) = refused("chassis: {power_supply_redundant: null}")
    assert problem.startswith(f"car.yaml:{SHIFT + 1}:")


@pytest.mark.parametrize("status", ["unknown", "withheld", "not_applicable"])
def test_a_fitment_may_be_a_status(status: str) -> None:
    spec = only(f"assistance: {{amap: {{fitment: {status}, remarks: asked in May}}}}")
    assert "fitment" not in spec.values["assistance"]["amap"]
    row = spec.stated["assistance.amap.fitment"]
    assert (row.status, row.reason) == (status, Text("asked in May", "asked in May"))
    assert row.place == Place("car.yaml", SHIFT + 1, 21)


# ---- fitment


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("automation_features: {a: {name: A, level: 2}}", "automation_features.a"),
        ("assistance: {aeb: {}}", "assistance.aeb"),
        ("sensors: {a: {type: lidar}}", "sensors.a"),
        ("chassis: {brake_by_wire: {redundant: true}}", "chassis.brake_by_wire"),
        ("connectivity: {v2x: {applications: {glosa: {}}}}", "connectivity.v2x.applications.glosa"),
    ],
)
def test_a_listed_thing_without_fitment_is_standard(text: str, path: str) -> None:
    spec = only(text)
    assert at(spec, f"{path}.fitment") == "standard"
    row = spec.stated[f"{path}.fitment"]
    assert (row.basis, row.status) == ("declared", None)
    assert row.place == spec.stated[path].place


@pytest.mark.parametrize("fitment", ["standard", "not_fitted"])
def test_a_stated_fitment_is_kept(fitment: str) -> None:
    spec = only(f"assistance: {{aeb: {{fitment: {fitment}}}}}")
    assert at(spec, "assistance.aeb.fitment") == fitment


def test_what_is_not_listed_is_not_stated() -> None:
    spec = only("assistance: {aeb: {}}")
    assert "fcw" not in spec.values["assistance"]
    assert "chassis" not in spec.values


# ---- units


@pytest.mark.parametrize(
    ("key", "written", "value", "typed"),
    [
        ("range_m", "{value: 1, unit: km}", 1000.0, "1 km"),
        ("range_m", "{value: 250, unit: m}", 250.0, "250 m"),
        ("range_m", "{value: 10, unit: ft}", 3.048, "10 ft"),
        ("range_m", "{value: {min: 1, max: 2}, unit: km}", Spread(1000.0, 2000.0), "1 - 2 km"),
        ("range_m", "{value: {max: 2}, unit: km}", Spread(None, 2000.0), "... - 2 km"),
        ("frame_rate_hz", "{value: 0.01, unit: kHz}", 10.0, "0.01 kHz"),
    ],
)
def test_a_written_unit_is_converted(key: str, written: str, value: object, typed: str) -> None:
    spec = only(f"sensors: {{a: {{type: lidar, {key}: {written}}}}}")
    assert at(spec, f"sensors.a.{key}") == value
    assert spec.stated[f"sensors.a.{key}"].typed == typed


def test_forty_miles_an_hour() -> None:
    spec = only("automation_features: {a: {name: A, level: 2, speed_kmh: {value: 40, unit: mph}}}")
    assert at(spec, "automation_features.a.speed_kmh") == 64.37376


def test_mixed_units_in_one_spec_each_convert_for_themselves() -> None:
    spec = only(
        "sensors: {a: {type: lidar, range_m: {value: 0.2, unit: km}}, b: {type: lidar, range_m: 200},"
        " c: {type: lidar, range_m: {value: 20000, unit: cm}}}"
    )
    assert {at(spec, f"sensors.{key}.range_m") for key in "abc"} == {200.0}


def test_fahrenheit_has_an_offset() -> None:
    text = "automation_features: {a: {name: A, level: 2, odd: {include: {ambient_celsius: %s}}}}"
    spec = only(text % "{value: {min: 32, max: 212}, unit: Fahrenheit}")
    assert at(spec, "automation_features.a.odd.include.ambient_celsius") == Envelope(0.0, 100.0)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("sensors: {a: {type: lidar, range_m: {value: 3, unit: furlong}}}", "furlong"),
        ("sensors: {a: {type: lidar, range_m: {value: 3, unit: s}}}", "s"),
        ("sensors: {a: {type: lidar, channels: {value: 3, unit: m}}}", "channels"),
        ("chassis: {power_supply_redundant: {value: true, unit: m}}", "power_supply_redundant"),
        ("sensors: {a: {type: lidar, range_m: '200 m'}}", "200 m"),
    ],
)
def test_a_wrong_unit_is_a_problem_with_its_line(text: str, about: str) -> None:
    (problem,) = refused(text)
    assert problem.startswith(f"car.yaml:{SHIFT + 1}:")
    assert about in problem


def test_a_limit_holds_in_the_unit_of_the_field() -> None:
    (problem,) = refused("sensors: {a: {type: lidar, fov_h_deg: {value: 7, unit: rad}}}")
    assert "7 rad is 401.07 in deg, beyond the limit 360" in problem


def test_a_number_that_a_unit_makes_too_large_is_a_problem() -> None:
    (problem,) = refused("sensors: {a: {type: lidar, range_m: {value: 1e308, unit: km}}}")
    assert "too large" in problem


# ---- parameters, and keys of one's own


def test_parameters_are_values_for_people() -> None:
    spec = only(
        "chassis: {parameters: {a_kmh: 3, b: [x, 2], c: {min: 1}, d: {value: true, basis: measured}, e: text,"
        " f: {status: unknown}, g_kmh: {value: 10, unit: m/s}, h: {value: 4, unit: spoons},"
        " i: {value: {max: 2}}}}"
    )
    parameters = at(spec, "chassis.parameters")
    assert parameters == {
        "a_kmh": 3,
        "b": ["x", 2],
        "c": Spread(1, None),
        "d": True,
        "e": "text",
        "g_kmh": 36.0,
        "h": 4,
        "i": Spread(None, 2),
    }
    assert spec.stated["chassis.parameters.d"].basis == "measured"
    assert spec.stated["chassis.parameters.f"].status == "unknown"
    assert spec.stated["chassis.parameters.h"].typed == "4 spoons"


def test_known_parameters_are_read_as_fields() -> None:
    spec = only(
        "tests: {t: {kind: lab, title: T, result: pass, measured: {impact_speed_kmh: 3, own_kmh: 2}}}"
    )
    measured = spec.values["tests"]["t"]["measured"]
    assert repr(measured) == "{'impact_speed_kmh': 3.0, 'own_kmh': 2}"


@pytest.mark.parametrize(
    "text", ["x_own: {a: [1, {b: 2}]}", "perception: {x_own: 3}", "sensors: {x_own: {colour: red}}"]
)
def test_keys_of_ones_own_stay_outside(text: str) -> None:
    spec = only(text)
    assert "x_own" not in str(spec.values)
    assert not any("x_own" in path for path in spec.stated)


# ---- the table beside the values


def test_every_map_list_item_and_leaf_has_a_row() -> None:
    spec = only(QUALIFIED)

    def paths(value: Any, path: str) -> list[str]:
        if isinstance(value, dict):
            below = [paths(item, f"{path}.{key}" if path else key) for key, item in value.items()]
        elif isinstance(value, list):
            below = [paths(item, f"{path}[{index}]") for index, item in enumerate(value)]
        else:
            below = []
        return [path, *(each for some in below for each in some)]

    assert set(paths(spec.values, "")) <= set(spec.stated)
    assert spec.stated[""].place == Place("car.yaml", 1, 1)
    line = HEAD.splitlines()[1]
    assert spec.stated["vehicle.markets"].place == Place("car.yaml", 2, line.index("markets") + 1)
    assert spec.stated["vehicle.markets[0]"].place == Place("car.yaml", 2, line.index("CN") + 1)


def test_one_item_may_stand_for_a_list() -> None:
    text = (
        "reviews: {std/one: {verdict: conforms, by: me, date: 2026-01-01, ref: d}}\n"
        "documents: {d: {type: manual, title: D}}"
    )
    spec = only(text)
    assert spec.values["reviews"]["std/one"]["ref"] == ["d"]
    assert spec.stated["reviews.std/one.ref[0]"].place == spec.stated["reviews.std/one.ref"].place


def test_the_order_is_that_of_the_file() -> None:
    found, _ = qualified("sensors: {b: {type: lidar}, a: {type: radar}}\nchassis: {}")
    assert list(found.values) == ["schema", "vehicle", "sensors", "chassis"]
    assert list(found.values["sensors"]) == ["b", "a"]
    assert [path for path in found.rows if path.count(".") == 1 and path.startswith("sensors")] == [
        "sensors.b",
        "sensors.a",
    ]
    assert (
        found.rows.keys()
        == qualified("sensors: {b: {type: lidar}, a: {type: radar}}\nchassis: {}")[0].rows.keys()
    )


def test_the_document_is_not_changed() -> None:
    _, document = qualified("sensors: {a: {type: lidar, range_m: {value: 1, unit: km}}}")
    assert document.data["sensors"] == {"a": {"type": "lidar", "range_m": {"value": 1, "unit": "km"}}}


def test_leaving_out_a_membership_key_states_that_there_is_none() -> None:
    """A document without `covers` covers nothing; that is not the same as not stated."""
    document = at(only("documents: {d: {type: certificate, title: X}}"), "documents.d")

    assert (document["covers"], document["standards"]) == ([], [])
