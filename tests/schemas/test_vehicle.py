import re
import shutil
from pathlib import Path

import pytest
import yaml

from checker.bundled import bundled
from checker.cache import Cache
from checker.errors import Invalid
from checker.schemas.fields import TYPES, Field
from checker.schemas.json_schema import json_schema
from checker.schemas.vehicle import load_vehicle_schema, read_vehicle_schema, vehicle_type

SECTIONS = {
    *("vehicle", "automation_features", "assistance", "sensors", "perception", "computing", "chassis"),
    *("cockpit", "connectivity", "cloud", "cybersecurity", "software_update", "data_governance"),
    *("data_recording", "functional_safety", "approvals", "tests", "documents", "organisation", "reviews"),
    "variants",
}


def walk(field: Field, path: str = ""):
    yield path, field
    for key, item in (field.fields or {}).items():
        yield from walk(item, f"{path}.{key}".lstrip("."))
    if field.of is not None:
        yield from walk(field.of, f"{path}[]")


def test_every_section_of_the_plan_is_there(schema):
    assert set(schema.sections) == SECTIONS
    assert schema.root.fields.keys() >= SECTIONS


def test_every_field_is_described_in_both_languages(schema):
    for path, field in walk(schema.root):
        assert field.type in TYPES, path
        if path.endswith("[]"):
            continue
        assert field.text.en, path
        assert re.search("[\u4e00-\u9fff]", field.text.zh), path
        assert not field.text.en.endswith("."), path


def test_every_number_that_may_be_a_range_says_of_which_kind(schema):
    for path, field in walk(schema.root):
        if field.range:
            assert field.type in ("number", "integer"), path
            assert field.range in ("spread", "envelope"), path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("automation_features.pilot.speed_kmh", "envelope"),
        ("automation_features.pilot.odd.include.rainfall_mmh", "envelope"),
        ("assistance.aeb.operating_speed_kmh", "envelope"),
        ("vehicle.masses.kerb_kg", "spread"),
        ("vehicle.dimensions.length_mm", "spread"),
        ("automation_features.pilot.takeover.request_to_mrm_s", "spread"),
        ("automation_features.pilot.level", None),
    ],
)
def test_operation_is_an_envelope_and_everything_else_a_spread(schema, path, kind):
    assert schema.field(path).range == kind


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("vehicle.markets[0]", "text"),
        ("automation_features.any.ddt.oedr", "term"),
        ("tests.t.runs[3].measured.impact_speed_kmh", "number"),
        ("reviews.gb-44497-2024/type-1-event-capacity.verdict", "term"),
        ("data_recording.dssad.type", "term"),
        ("variants.pro.overrides", "partial_spec"),
    ],
)
def test_a_field_is_found_by_its_path(schema, path, expected):
    assert schema.field(path).type == expected


@pytest.mark.parametrize(
    "path", ["vehicle.sped_kmh", "x_mine", "vehicle.seats.min", "vehicle[0]", "vehicle.x_own.y"]
)
def test_what_a_spec_cannot_have_has_no_field(schema, path):
    assert schema.field(path) is None


def test_a_path_may_be_given_as_keys(schema):
    assert schema.field(("vehicle", "markets", 0)) == schema.field("vehicle.markets[0]")


def test_the_unit_is_the_ending_of_the_key(schema):
    assert schema.field("vehicle.max_speed_kmh").unit == "kmh"
    assert schema.field("automation_features.a.odd.include.agent_density_per_km").unit is None


#: Numbers that are a ratio, a rate or a count per something.
WITHOUT_A_UNIT = {"surface_friction", "ratio_vehicles_per_operator", "agent_density_per_km"}


def test_a_number_s_key_ends_in_its_unit(schema):
    for path, field in walk(schema.root):
        key = path.rpartition(".")[2]
        if field.type == "number" and key not in WITHOUT_A_UNIT:
            assert field.unit, f"{path}: end the key in a unit of standards/units.yaml, or add the unit there"


def test_what_is_said_of_evidence_is_plain_and_what_is_said_of_the_vehicle_is_not(schema):
    assert schema.field("documents.d.valid_until").plain
    assert schema.field("tests.t.measured.impact_speed_kmh").plain
    assert schema.field("vehicle.markets").plain
    assert not schema.field("vehicle.seats").plain
    assert not schema.field("cockpit.driver_monitoring.detects").plain
    assert schema.field("cockpit.driver_monitoring.detects").of.plain


def test_references_name_sections(schema):
    for path, field in walk(schema.root):
        assert set(field.ref) <= set(schema.sections), path


def test_every_fitment_is_the_same_and_fills_itself_in(schema):
    for path, field in walk(schema.root):
        if field.fields and "fitment" in field.fields:
            assert field.fields["fitment"].terms == ("standard", "optional", "not_fitted"), path


def test_what_is_remembered_is_what_was_read(tmp_path, schema):
    cache = Cache(tmp_path / "cache")
    first = load_vehicle_schema(bundled("standards"), cache)
    assert first == load_vehicle_schema(bundled("standards"), cache) == schema
    assert list((tmp_path / "cache").iterdir())


def test_an_edited_dictionary_is_read_again(tmp_path):
    folder = tmp_path / "standards"
    shutil.copytree(bundled("standards"), folder)
    cache = Cache(tmp_path / "cache")
    load_vehicle_schema(folder, cache)
    file = folder / "vehicle" / "perception.yaml"
    own = "\n  new_field_m: {type: number, en: A new field, zh: 新字段}\n"
    file.write_text(file.read_text("utf-8") + own, "utf-8")
    assert load_vehicle_schema(folder, cache).field("perception.new_field_m").unit == "m"


def small(tmp_path: Path, **files: str) -> Path:
    """Write a dictionary of the fewest files that loads, with some of them replaced."""
    vehicle = tmp_path / "vehicle"
    vehicle.mkdir(exist_ok=True)
    (tmp_path / "units.yaml").write_text("kmh: {quantity: velocity, accepts: {km/h: 1}}", "utf-8")
    contents = {
        "kinds": "note: {type: text, en: A note, zh: 备注}",
        "spec": "type: record\nen: A spec\nzh: 规格\nsections: [vehicle]\nrequired: [vehicle]\nfields: {}",
        "vehicle": "type: record\nen: Vehicle\nzh: 车辆\nfields: {}",
    } | files
    for name, text in contents.items():
        (vehicle / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path


def test_the_smallest_dictionary_loads(tmp_path):
    assert read_vehicle_schema(small(tmp_path))[0].field("vehicle").type == "record"


@pytest.mark.parametrize(
    ("files", "line", "what", "mend"),
    [
        (
            {"vehicle": "type: record\nen: a\nzh: b\nfields:\n  a: {en: A, zh: B}"},
            5,
            "a field needs a `type`",
            None,
        ),
        (
            {"vehicle": "type: record\nen: a\nzh: b\nfields:\n  a: {type: nunber, en: A, zh: B}"},
            5,
            "unknown type 'nunber'",
            "did you mean 'number'?",
        ),
        (
            {"vehicle": "type: record\nen: a\nzh: b\nfields:\n  a: {type: text, en: A}"},
            5,
            "a field needs `en` and `zh`",
            None,
        ),
        (
            {"vehicle": "type: record\nen: a\nzh: b\nfields:\n  a: {type: text, maxx: 1, en: A, zh: B}"},
            5,
            "unknown key 'maxx' of a field",
            "did you mean 'max'?",
        ),
        (
            {"vehicle": "type: record\nen: a\nzh: b\nrequired: [b]\nfields: {}"},
            4,
            "'b' is required but is no field",
            None,
        ),
        ({"vehicle": "type: map\nen: a\nzh: b"}, 1, "a map needs `of`", None),
        (
            {"vehicle": "type: record\nbased_on: notes\nen: a\nzh: b"},
            2,
            "unknown type 'notes'",
            "did you mean 'note'?",
        ),
        (
            {
                "kinds": "a: {type: record, en: A, zh: B}",
                "vehicle": "type: map\nen: a\nzh: b\nplain: true\nof: {type: a}",
            },
            5,
            "the kind 'a' is not plain",
            None,
        ),
        ({"extra": "type: record\nen: a\nzh: b"}, 1, "'extra' is not among the sections of spec.yaml", None),
        (
            {"kinds": "a:\n  type: list\n  en: A\n  zh: B\n  of: {type: a}"},
            5,
            "the kind 'a' holds itself",
            None,
        ),
    ],
)
def test_a_mistake_in_the_dictionary_is_shown_at_its_line(tmp_path, files, line, what, mend):
    with pytest.raises(Invalid) as refused:
        read_vehicle_schema(small(tmp_path, **files))
    found = refused.value.problems[0]
    assert (found.place.line, found.what.en) == (line, what)
    if mend:
        assert found.mend is not None
        assert mend in found.mend.en


def test_a_file_that_cannot_be_read_is_shown_at_its_line(tmp_path):
    with pytest.raises(Invalid) as refused:
        read_vehicle_schema(small(tmp_path, vehicle="type: record\nen: [a\n", spec="a: 1\na: 2\n"))
    assert {Path(problem.place.file).stem for problem in refused.value.problems} == {"vehicle", "spec"}


def test_a_member_that_is_none_where_absent_is_marked_for_editors(tmp_path):
    text = (
        "type: record\nen: a\nzh: b\nfields:\n  a: {type: list, of: {type: text}, absent: none, en: A, zh: B}"
    )
    schema = read_vehicle_schema(small(tmp_path, vehicle=text))[0]
    assert schema.field("vehicle.a").absent_none
    assert vehicle_type(schema).fields["vehicle"].fields["a"].absent_none
    assert json_schema(schema)["$defs"]["section_vehicle"]["properties"]["a"]["x-absent"] == "none"


def test_all_mistakes_are_shown_at_once(tmp_path):
    folder = small(
        tmp_path, vehicle="type: record\nen: a\nzh: b\nfields:\n  a: {type: t}\n  b: {type: u}\n  c: {}"
    )
    with pytest.raises(Invalid) as refused:
        read_vehicle_schema(folder)
    assert [problem.place.line for problem in refused.value.problems] == [5, 6, 7]


def test_a_section_without_a_file_is_a_mistake(tmp_path):
    spec = "type: record\nen: A\nzh: B\nsections: [vehicle, gone]\nfields: {}"
    with pytest.raises(Invalid, match="the section 'gone' has no file"):
        read_vehicle_schema(small(tmp_path, spec=spec))


def test_rules_see_types(schema):
    types = vehicle_type(schema)
    assert types.kind == "record"
    vehicle = types.fields["vehicle"].fields
    assert vehicle["category"].terms[0] == "M1"
    assert vehicle["max_speed_kmh"].kind == "double"
    assert vehicle["max_speed_kmh"].range == "spread"
    assert vehicle["seats"].kind == "int"
    assert vehicle["seats"].step == 1
    assert vehicle["dates"].fields["type_approval"].is_date
    assert vehicle["markets"].element.kind == "string"
    feature = types.fields["automation_features"].element
    assert feature.fittable
    assert feature.fields["ddt"].fields["oedr"].terms[0] == "driver"
    assert types.fields["tests"].element.fields["runs"].element.fields["measured"].kind == "record"


@pytest.mark.parametrize("key", ["variants", "title", "provenance", "schema"])
def test_what_is_for_people_is_forbidden_to_rules(schema, key):
    assert vehicle_type(schema).fields[key].forbidden


def test_parameters_are_forbidden_to_rules_everywhere(schema):
    def fields(type_, seen):
        if id(type_) in seen:
            return
        seen.add(id(type_))
        for key, item in (type_.fields or {}).items():
            yield key, item
            yield from fields(item, seen)
        if type_.element:
            yield from fields(type_.element, seen)

    found = [item for key, item in fields(vehicle_type(schema), set()) if key == "parameters"]
    assert found
    assert all(item.forbidden for item in found)


def test_the_files_are_plain_yaml_for_any_tool():
    for file in (bundled("standards") / "vehicle").glob("*.yaml"):
        assert isinstance(yaml.safe_load(file.read_text("utf-8")), dict), file
