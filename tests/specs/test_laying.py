"""Maps merge, everything else is replaced, and every value keeps the place it was written at."""

from typing import Any

import pytest

from checker.documents import Document, read_documents
from checker.schemas.fields import Field
from checker.specs.laying import lay_over

TEXT = Field("text")
THING = Field(
    "record",
    fields={
        "name": Field("localized"),
        "speed_kmh": Field("number", range="spread"),
        "markets": Field("list", of=TEXT),
        "parameters": Field("parameters"),
    },
)
SPEC = Field("record", fields={"vehicle": THING, "sensors": Field("map", of=THING)})


def read(text: str, file: str = "spec.yaml") -> Document:
    return read_documents(text.encode(), file, name_hint="yaml")[0]


def laid(base: str, top: str) -> Document:
    return lay_over(read(base, "base.yaml"), read(top, "top.yaml"), SPEC)


@pytest.mark.parametrize(
    ("base", "top", "merged"),
    [
        ("vehicle: {name: a}", "vehicle: {speed_kmh: 3}", {"vehicle": {"name": "a", "speed_kmh": 3}}),
        ("vehicle: {name: a}", "vehicle: {name: b}", {"vehicle": {"name": "b"}}),
        ("vehicle: {markets: [CN, DE]}", "vehicle: {markets: [NO]}", {"vehicle": {"markets": ["NO"]}}),
        ("vehicle: {markets: [CN]}", "vehicle: {markets: []}", {"vehicle": {"markets": []}}),
        (
            "sensors: {a: {name: x}}",
            "sensors: {b: {name: y}}",
            {"sensors": {"a": {"name": "x"}, "b": {"name": "y"}}},
        ),
        ("sensors: {a: {name: x}}", "sensors: {}", {"sensors": {"a": {"name": "x"}}}),
        (
            "sensors: {a: {name: x}}",
            "sensors: {a: {speed_kmh: 1}}",
            {"sensors": {"a": {"name": "x", "speed_kmh": 1}}},
        ),
    ],
)
def test_maps_merge_and_the_rest_is_replaced(base: str, top: str, merged: dict[str, Any]) -> None:
    assert laid(base, top).data == merged


@pytest.mark.parametrize(
    ("base", "top", "left"),
    [
        ("{value: 190, basis: measured, ref: t}", "{value: 180}", {"value": 180}),
        ("{value: 190, basis: certified}", "{status: unknown}", {"status": "unknown"}),
        ("{min: 0, max: 130}", "{max: 80}", {"max": 80}),
        ("{min: 0, max: 130}", "80", 80),
        ("80", "{min: 1}", {"min": 1}),
    ],
)
def test_a_qualified_value_is_one_value(base: str, top: str, left: object) -> None:
    merged = laid(f"vehicle: {{speed_kmh: {base}}}", f"vehicle: {{speed_kmh: {top}}}")
    assert merged.data == {"vehicle": {"speed_kmh": left}}


def test_a_text_in_two_languages_is_one_value() -> None:
    merged = laid("vehicle: {name: {en: car, zh: 车}}", "vehicle: {name: {en: taxi}}")
    assert merged.data == {"vehicle": {"name": {"en": "taxi"}}}


@pytest.mark.parametrize(
    ("base", "top", "left"),
    [
        ("{a_m: 1}", "{b_m: 2}", {"a_m": 1, "b_m": 2}),
        ("{a_m: {value: 1, basis: measured}}", "{a_m: {value: 2}}", {"a_m": {"value": 2}}),
        ("{a_m: {min: 1, max: 2}}", "{a_m: {max: 9}}", {"a_m": {"max": 9}}),
        ("{a_m: 1}", "{}", {"a_m": 1}),
    ],
)
def test_parameters_merge_by_name(base: str, top: str, left: object) -> None:
    merged = laid(f"vehicle: {{parameters: {base}}}", f"vehicle: {{parameters: {top}}}")
    assert merged.data == {"vehicle": {"parameters": left}}


def test_keys_of_ones_own_merge() -> None:
    merged = laid("x_note: {a: {b: 1}}", "x_note: {a: {c: 2}}")
    assert merged.data == {"x_note": {"a": {"b": 1, "c": 2}}}


def test_a_section_of_the_wrong_kind_is_kept_for_the_schema_to_refuse() -> None:
    assert laid("vehicle: {name: a}", "vehicle: [1]").data == {"vehicle": [1]}
    assert laid("vehicle: 3", "vehicle: {name: a}").data == {"vehicle": {"name": "a"}}


def test_every_value_keeps_its_place() -> None:
    merged = laid("vehicle:\n  name: a\n  speed_kmh: 7\n", "# top\n\nvehicle: {name: b}\n")
    assert str(merged.place(("vehicle",))) == "top.yaml:3:1"
    assert str(merged.place(("vehicle", "name"))) == "top.yaml:3:11"
    assert str(merged.place(("vehicle", "speed_kmh"))) == "base.yaml:3:3"
    assert str(merged.value_place(("vehicle", "speed_kmh"))) == "base.yaml:3:14"
    assert str(merged.place(("vehicle", "markets"))) == "top.yaml:3:1"
    assert str(merged.place(())) == "top.yaml:3:1"
    assert merged.file == "top.yaml"


def test_places_survive_three_layers() -> None:
    merged = lay_over(laid("a: 1\nb: 1\nc: 1\n", "b: 2\n"), read("c: 3\n", "last.yaml"), SPEC)
    assert merged.data == {"a": 1, "b": 2, "c": 3}
    places = [str(merged.place((key,))) for key in "abc"]
    assert places == ["base.yaml:1:1", "top.yaml:1:1", "last.yaml:1:1"]
    under = lay_over(read("a: 1\nd: 1\n", "first.yaml"), laid("b: 1\n", "c: 2\n"), SPEC)
    places = [str(under.place((key,))) for key in "adbc"]
    assert places == ["first.yaml:1:1", "first.yaml:2:1", "base.yaml:1:1", "top.yaml:1:1"]


def test_places_inside_lists_of_the_lower_file() -> None:
    merged = laid("vehicle: {markets: [CN,\n DE]}", "vehicle: {name: b}")
    assert str(merged.place(("vehicle", "markets", 1))) == "base.yaml:2:2"


def test_the_text_as_typed_is_that_of_the_value_that_counts() -> None:
    merged = laid("vehicle: {name: 1.10}\nsensors: {a: {name: 5.10}}", "vehicle: {name: '2'}")
    assert merged.as_typed(("vehicle", "name")) is None
    assert merged.as_typed(("sensors", "a", "name")) == "5.10"


def test_the_order_is_that_of_the_lower_file_and_then_of_the_upper_one() -> None:
    merged = laid("sensors: {b: {}, a: {}}", "sensors: {c: {}, a: {}, 0a: {}}")
    assert list(merged.data["sensors"]) == ["b", "a", "c", "0a"]


def test_neither_document_is_changed() -> None:
    base, top = read("vehicle: {name: a}"), read("vehicle: {speed_kmh: 1}")
    lay_over(base, top, SPEC)
    assert (base.data, top.data) == ({"vehicle": {"name": "a"}}, {"vehicle": {"speed_kmh": 1}})
