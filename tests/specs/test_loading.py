"""The bytes of a file to its vehicles: formats, several documents, problems all at once."""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.documents import Document, read_documents
from checker.errors import Invalid
from checker.model.spec import Configuration, VehicleSpec
from tests.specs.specimens import EXAMPLES, HEAD, load, only, refused

SHARED = Path(__file__).parents[3] / "shared"
CASES = SHARED / "vocabulary" / "examples_invalid" / "cases.yaml"
VEHICLE = {"id": "car", "name": "Car", "manufacturer": "Maker", "category": "M1", "markets": ["CN"]}
SPEC = {"schema": "icv-vehicle/1", "vehicle": VEHICLE}


def specs(text: str | bytes, file: str = "car.yaml") -> tuple[VehicleSpec, ...]:
    """Return the configurations of the one document of a file."""
    (loaded,) = load(text, file)
    assert not isinstance(loaded, Invalid), loaded
    return loaded


def problems(text: str | bytes, file: str = "car.yaml", **options: Any) -> list[str]:
    (loaded,) = load(text, file, **options)
    assert isinstance(loaded, Invalid)
    return [problem.in_("en") for problem in loaded.problems]


# ---- what comes out


def test_the_smallest_spec() -> None:
    (spec,) = specs(HEAD)
    assert spec.file == "car.yaml"
    assert spec.document == 1
    assert spec.configuration == Configuration("")
    assert spec.digest == "sha256:" + hashlib.sha256(HEAD.encode()).hexdigest()
    assert (spec.extended, spec.notes) == ((), ())
    assert list(spec.values) == ["schema", "vehicle"]


def test_json_is_read_by_the_name_of_the_file() -> None:
    (spec,) = specs(json.dumps(SPEC), "car.json")
    assert spec.values["vehicle"]["markets"] == ["CN"]
    assert str(spec.stated["vehicle"].place).startswith("car.json:1:")


def test_json_under_any_other_name_is_read_as_yaml() -> None:
    assert specs(json.dumps(SPEC), "<stdin>")[0].values == specs(json.dumps(SPEC), "CAR.JSON")[0].values


def test_standard_input_is_called_so() -> None:
    (spec,) = specs(HEAD, "<stdin>")
    assert spec.file == "<stdin>"
    assert str(spec.stated["vehicle"].place) == "<stdin>:2:1"


def test_the_same_bytes_give_the_same_spec() -> None:
    data = (EXAMPLES / "l2_passenger_car.yaml").read_bytes()
    one, other = load(data, "a.yaml"), load(data, "a.yaml")
    assert one == other
    assert not isinstance(one[0], Invalid)
    assert not isinstance(other[0], Invalid)
    assert [list(spec.stated) for spec in one[0]] == [list(spec.stated) for spec in other[0]]
    assert json.dumps(one[0][0].values) == json.dumps(other[0][0].values)


# ---- several documents


def test_every_document_of_a_file_is_loaded() -> None:
    other = HEAD.replace("id: car", "id: van")
    loaded = load(f"{HEAD}---\n{other}")
    found = [spec for document in loaded if not isinstance(document, Invalid) for spec in document]
    assert [(spec.document, spec.values["vehicle"]["id"]) for spec in found] == [(1, "car"), (2, "van")]
    assert found[0].digest == found[1].digest


def test_a_bad_document_does_not_hide_the_others() -> None:
    first, second, third = load(f"{HEAD}---\n{HEAD}vehicel: {{}}\n---\n{HEAD}")
    assert not isinstance(first, Invalid)
    assert isinstance(second, Invalid)
    assert not isinstance(third, Invalid)
    assert third[0].document == 3
    assert second.problems[0].place.line == 6


def test_each_document_extends_for_itself(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("chassis: {power_supply_redundant: true}\n", encoding="utf-8")
    good, bad = load(
        f"extends: base.yaml\n{HEAD}---\nextends: other.yaml\n{HEAD}", str(tmp_path / "car.yaml")
    )
    assert not isinstance(good, Invalid)
    assert good[0].values["chassis"]["power_supply_redundant"] is True
    assert good[0].extended == (str(tmp_path / "base.yaml"),)
    assert isinstance(bad, Invalid)


# ---- extends, seen from outside


def test_what_a_spec_extends_need_not_be_a_whole_spec(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(HEAD.replace("id: car, ", ""), encoding="utf-8")
    (spec,) = specs("extends: base.yaml\nvehicle: {id: van}\n", str(tmp_path / "van.yaml"))
    assert spec.values["vehicle"]["id"] == "van"
    assert "extends" not in spec.values
    assert spec.stated["vehicle.id"].place.file == str(tmp_path / "van.yaml")
    assert spec.stated["vehicle.category"].place.file == str(tmp_path / "base.yaml")


def test_what_is_wrong_in_a_base_is_said_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(f"{HEAD}chassis: {{power_supply: true}}\n", encoding="utf-8")
    (problem,) = problems("extends: base.yaml\n", str(tmp_path / "car.yaml"))
    assert problem.startswith(f"{tmp_path / 'base.yaml'}:3:")


def test_files_come_from_the_caller() -> None:
    asked: list[str] = []

    def read(path: str) -> bytes:
        asked.append(path)
        return HEAD.encode()

    (loaded,) = load("extends: base.yaml\n", "car.yaml", read_file=read)
    assert not isinstance(loaded, Invalid)
    assert asked == ["base.yaml"]


# ---- problems

BOMB = b"a0: &a0 [x]\n" + b"".join(
    b"a%d: &a%d [%s]\n" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 9)
)


def test_a_file_that_cannot_be_read_is_one_invalid() -> None:
    (invalid,) = load(b"a: 1\na: 2\n")
    assert isinstance(invalid, Invalid)
    (problem,) = invalid.problems
    assert str(problem.place) == "car.yaml:2:1"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"- 1\n",
        b"text",
        b"a: &x [*x]\n",
        "schema: 车".encode("gbk"),
        b"\xff\xfes\x00",
        b"\x00\x01\x02",
        b"a:\n\tb: 1\n",
        b"[" * 5000,
        BOMB,
    ],
    ids=["empty", "list", "text", "loop", "gbk", "utf-16", "binary", "tab", "deep", "bomb"],
)  # fmt: skip
@pytest.mark.parametrize("file", ["car.yaml", "car.json"])
def test_a_hostile_file_is_one_invalid(data: bytes, file: str) -> None:
    (invalid,) = load(data, file)
    assert isinstance(invalid, Invalid)
    assert invalid.problems


def test_all_problems_of_the_schema_come_at_once_in_the_order_of_the_file() -> None:
    found = refused("chassis: {power_supply_redundant: 3}\nsensors: {a: {type: lidr}}\nvehicel: {}\n")
    assert [problem.split(":")[1] for problem in found] == ["3", "4", "5"]


def test_all_problems_behind_the_schema_come_at_once() -> None:
    found = refused(
        "sensors: {a: {type: lidar, range_m: {min: 2, max: 1}}}\nfunctional_safety: {safety_case: case}\n"
    )
    assert len(found) == 2


def test_an_unknown_key_is_refused_with_a_suggestion() -> None:
    (problem,) = refused("cyber_security: {}")
    assert "cybersecurity" in problem


def test_keys_of_ones_own_are_welcome() -> None:
    only("x_cost: {a: 1}")


def test_an_unfinished_spec_loads() -> None:
    """A level 3 feature without ODD, takeover request or DSSAD is for rules to judge."""
    spec = only("automation_features: {pilot: {name: P, level: 3}}")
    assert spec.values["automation_features"]["pilot"]["level"] == 3


def test_norway_is_a_market() -> None:
    (spec,) = specs(HEAD.replace("[CN]", "[NO, CN]"))
    assert spec.values["vehicle"]["markets"] == ["NO", "CN"]


@pytest.mark.parametrize("typed", ["1.10", "5.10", "010", "1e3"])
def test_a_number_where_text_is_wanted_is_quoted_as_typed(typed: str) -> None:
    (problem,) = refused(f"software_update: {{software_ids: {{a: {{software_version: {typed}}}}}}}")
    assert typed in problem


def test_a_date_is_a_date() -> None:
    assert only("spec_date: 2026-02-28").values["spec_date"] == "2026-02-28"
    (problem,) = refused("spec_date: 2026-02-30")
    assert "2026-02-30" in problem


# ---- the twenty broken ones


def broken() -> list[Any]:
    if not CASES.exists():
        reason = "the broken specs are not beside this checkout"
        return [pytest.param({}, marks=pytest.mark.skip(reason=reason))]
    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in cases]


def plain(text: str, file: str = "car.yaml") -> Document:
    return read_documents(text.encode(), file, name_hint="json" if file.endswith("json") else "yaml")[0]


@pytest.mark.parametrize("case", broken())
def test_a_broken_spec_is_refused_at_the_right_place(case: dict[str, Any]) -> None:
    data = plain((EXAMPLES / "l3_highway_pilot.yaml").read_text(encoding="utf-8")).data
    *above, key = case["path"]
    owner = data
    for name in above:
        owner = owner.setdefault(name, {})
    if case.get("drop"):
        del owner[key]
    else:
        owner[key] = case["value"]
    written = json.dumps(data, indent=1, ensure_ascii=False)
    (loaded,) = load(written, "car.json")
    assert isinstance(loaded, Invalid), f"{case['name']} was accepted"
    at = (*(int(part) if part.isdigit() else part for part in case["at"].split("/") if part),)
    wanted = plain(written, "car.json").place((*at, key)).line
    assert wanted in [problem.place.line for problem in loaded.problems]


# ---- real vehicles


def test_eleven_hundred_and_eighty_nine_real_vehicles_load() -> None:
    data = Path(__file__).parents[1] / "data" / "open_ev_data.jsonl.gz"
    lines = gzip.decompress(data.read_bytes()).splitlines()
    assert len(lines) == 1189
    for number, line in enumerate(lines, start=1):
        (spec,) = specs(line, f"{number}.json")
        stated = json.loads(line)["vehicle"]
        assert spec.values["vehicle"]["id"] == stated["id"]
        assert spec.values["vehicle"].get("seats") == stated.get("seats")
        assert spec.stated["vehicle.id"].basis == "declared"
