"""The examples that a newcomer runs: they load, say that they are fictional, and keep their sources."""

from pathlib import Path

import pytest

from checker.errors import Invalid
from checker.model.spec import VehicleSpec
from tests.specs.specimens import EXAMPLES, load

FILES = sorted([*EXAMPLES.glob("*.yaml"), *(EXAMPLES / "real").glob("*.yaml")])
FICTIONAL = [file for file in FILES if file.parent == EXAMPLES]
REAL = [file for file in FILES if file.parent == EXAMPLES / "real"]


def name(file: Path) -> str:
    return file.stem


def loaded(file: Path) -> dict[str, VehicleSpec]:
    """Return every configuration by its key; of a second document behind its number: ``2/c12``."""
    specs = {}
    for number, found in enumerate(load(file.read_bytes(), str(file)), start=1):
        assert not isinstance(found, Invalid), found
        before = "" if number == 1 else f"{number}/"
        specs |= {f"{before}{spec.configuration.key}": spec for spec in found}
    return specs


def test_there_are_fictional_and_real_ones() -> None:
    assert (len(FICTIONAL), len(REAL)) == (8, 4)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_every_configuration_of_every_example_loads(file: Path) -> None:
    for spec in loaded(file).values():
        assert spec.values["vehicle"]["markets"]
        assert "'optional'" not in str(spec.values)


@pytest.mark.parametrize("file", FICTIONAL, ids=name)
def test_a_fictional_vehicle_says_so_in_its_first_line(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("# Fictional vehicle")


@pytest.mark.parametrize("file", REAL, ids=name)
def test_a_real_vehicle_names_its_sources_and_claims_no_measurement(file: Path) -> None:
    for spec in loaded(file).values():
        provenance = spec.values["provenance"]
        assert provenance["default_basis"] == "declared"
        assert "https://" in provenance["note"].en
        assert {row.basis for row in spec.stated.values()} == {"declared"}


@pytest.mark.parametrize(
    ("file", "keys"),
    [
        ("l2_passenger_car", ["cn_lite", "cn_pro", "eu_pro"]),
        ("l2_passenger_car_taxi", ["base", "full"]),
        ("l3_highway_pilot", [""]),
        ("l4_robotaxi", [""]),
        ("real/apollo_rt6", [""]),
        ("real/arcfox_bj7001a61nbev", [""]),
        ("real/changan_sc7000aaarbev", [""]),
        ("real/mercedes_drive_pilot_de", ["base", "full"]),
    ],
)
def test_its_configurations(file: str, keys: list[str]) -> None:
    assert list(loaded(EXAMPLES / f"{file}.yaml")) == keys


def test_the_european_variant_differs_as_it_says() -> None:
    found = loaded(EXAMPLES / "l2_passenger_car.yaml")
    eu, cn = found["eu_pro"].values, found["cn_pro"].values
    assert eu["vehicle"]["markets"] == ["EU", "NO"]
    assert eu["connectivity"]["emergency_call"]["type"] == "ecall_112"
    assert eu["assistance"]["islc"]["fitment"] == "standard"
    assert cn["assistance"]["islc"]["fitment"] == "not_fitted"
    assert (eu["connectivity"]["v2x"]["fitment"], cn["connectivity"]["v2x"]["fitment"]) == (
        "not_fitted",
        "standard",
    )
    assert sorted(eu["cloud"]["platforms"]) == ["cn_telematics", "eu_telematics"]


def test_the_taxi_extends_the_car_without_its_variants() -> None:
    spec = loaded(EXAMPLES / "l2_passenger_car_taxi.yaml")["full"]
    assert [Path(file).name for file in spec.extended] == ["l2_passenger_car.yaml"]
    assert spec.values["vehicle"]["use"] == ["ride_hailing"]
    assert spec.values["automation_features"]["highway_assist"]["fitment"] == "not_fitted"
    assert spec.values["assistance"]["aeb"]["fitment"] == "standard"
    assert spec.stated["vehicle.max_speed_kmh"].basis == "measured"


def test_the_tests_that_contradict_themselves_are_named() -> None:
    notes = [spec.notes for spec in loaded(EXAMPLES / "l3_highway_pilot.yaml").values()]
    assert [[note.paths for note in some if note.kind == "test_contradicts"] for some in notes] == [
        [("tests.t_alks_441.result",), ("tests.t_dssad_triggers.result",)]
    ]


def test_no_fact_that_the_schema_knows_hides_in_parameters() -> None:
    for file in FILES:
        for spec in loaded(file).values():
            names = {path.split(".")[-1] for path in spec.stated if ".parameters." in path}
            assert names <= {"electric_power_steering_dual_winding", "total_sensors_stated"}


def test_the_licence_of_the_real_vehicles_is_beside_them() -> None:
    data = Path(__file__).parents[1] / "data"
    notice = (data / "NOTICE.md").read_text(encoding="utf-8")
    assert "OpenEV Data" in notice
    assert "CDLA-Permissive-2.0" in notice
    licence = (data / "CDLA-Permissive-2.0.txt").read_text(encoding="utf-8")
    assert licence.startswith("Community Data License Agreement - Permissive - Version 2.0")
