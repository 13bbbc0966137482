"""The 1,189 real vehicles, with what nobody publishes made up by the number of the row.

The data know markets, kerb mass and top speed, and of 63 vehicles whether they are updated over the air; the
category is M1 throughout. That decides next to nothing. What is added here is therefore invented, the same
for whoever reads this file, and says nothing of the vehicles that are named. Markets stay as they are.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

FLEET = Path(__file__).parents[1] / "data" / "open_ev_data.jsonl.gz"
SAY_NOTHING = "say nothing"

CATEGORIES = ["M1"] * 6 + ["N1", "N1", "M2", "M3", "N2", "N2", "N3", "O2"]
APPROVED = [SAY_NOTHING, "2021-05-01", "2022-07-06", "2025-08-31", "2025-09-01", "2026-01-06", "2026-01-07"]
LADEN_KG = [SAY_NOTHING, 3500, 4536, 4537, 8000, 8001, 18000, {"min": 4000, "max": 5000}]
LADEN_KG += [{"min": 7500, "max": 9000}, {"min": 4600}, {"max": 4500}, {"min": 8001}]
CONVERTED_FROM = [SAY_NOTHING] * 4 + [[], ["approved_class_2_chassis"], ["approved_complete_vehicle"]]
FITMENT = [
    SAY_NOTHING,
    {},
    {"fitment": "standard"},
    {"fitment": "not_fitted"},
    {"fitment": "unknown"},
]
TRUTH = [SAY_NOTHING, True, False]
ENVELOPES = [SAY_NOTHING, 40, {"min": 10, "max": 80}, {"min": 10, "max": 79.9}, {"min": 0, "max": 60}]
ENVELOPES += [{"min": 10.1, "max": 80}, {"min": 0}, {"min": 11}, {"max": 29.9}, {"max": 130}]
ENVELOPES += [{"min": 0, "max": 130}] * 5
LUX = [SAY_NOTHING, 15, 15, 15.1, {"min": 10, "max": 15}, {"min": 10, "max": 20}, {"max": 15}]
BRAKES = [SAY_NOTHING, "hydraulic", "pneumatic", "air_over_hydraulic"]

CSMS = {"type": "certificate", "title": "Certificate", "covers": ["GB 44495-2024"], "issued": "2026-02-01"}
CYBERSECURITY_PAPERS = [
    SAY_NOTHING,
    CSMS,
    CSMS | {"valid_until": "2026-11-20"},
    CSMS | {"valid_until": "2026-11-19"},
    CSMS | {"issued": "2026-11-21"},
    CSMS | {"status": "withdrawn"},
    CSMS | {"status": "draft"},
    CSMS | {"covers": ["GB 44496-2024"]},
    CSMS | {"type": "declaration"},
    CSMS | {"type": "test_report"},
]

ASSIST = {"name": "Assist", "level": 2, "un_r79_only": False}
PILOT = {"name": "Pilot", "level": 3}


def _keeping_lane(up_to: Any) -> dict[str, Any]:
    return ASSIST | {"lane_keeping": {"declared_lateral_acceleration_mps2": up_to}}


FEATURES = [
    SAY_NOTHING,
    {},
    {"assist": ASSIST},
    {"assist": _keeping_lane(2.5)},
    {"assist": _keeping_lane(3)},
    {"assist": _keeping_lane(3.1)},
    {"assist": _keeping_lane(3.1) | {"un_r79_only": True}},
    {"assist": {"name": "Assist", "level": 2}},
    {"assist": _keeping_lane(3.1) | {"fitment": "not_fitted"}},
    {"pilot": PILOT},
    {"pilot": PILOT | {"level": 4}, "assist": _keeping_lane(2)},
    {"pilot": PILOT, "assist": _keeping_lane(3), "other": _keeping_lane(2.6)},
]
RECORDERS = [SAY_NOTHING, "type_1", "type_1_and_2", "type_2"]
MEASURED, DECLARED = {"basis": "measured"}, {"basis": "declared"}
EVENTS = [
    SAY_NOTHING,
    5,
    {"value": 5, **MEASURED},
    {"value": 4, **DECLARED},
    {"value": 9, **DECLARED},
    {"value": {"min": 4, "max": 6}, **MEASURED},
    {"value": {"min": 5}, **MEASURED},
    {"value": {"max": 4}, **MEASURED},
    {"value": {"min": 5, "max": 8}, **MEASURED},
]

SPEEDS_KMH = [5, 10, 36, 40, 41, 42, 45, 52, 60, 61]
IMPACTS_KMH = [SAY_NOTHING, 0, 0, 10, 15, 25, 30, 35]


def fleet() -> list[dict[str, Any]]:
    """Return every vehicle, as it may stand in a file of its own."""
    with gzip.open(FLEET, "rt", encoding="utf-8") as lines:
        return [_enriched(json.loads(line), row) for row, line in enumerate(lines)]


def _pick(row: int, what: str, choices: list[Any]) -> Any:
    """Return one of the choices: always the same for a row, whatever is picked for it elsewhere."""
    digest = hashlib.sha256(f"{what} of row {row}".encode()).digest()
    return choices[int.from_bytes(digest[:4]) % len(choices)]


def _enriched(real: dict[str, Any], row: int) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(json.dumps(real))

    def add(path: str, value: Any) -> None:
        here = spec
        *parents, last = path.split(".")
        if value is SAY_NOTHING:
            return
        for key in parents:
            here = here.setdefault(key, {})
        here[last] = value

    spec["vehicle"]["category"] = _pick(row, "category", CATEGORIES)
    add("vehicle.dates.type_approval", _pick(row, "approval", APPROVED))
    add("vehicle.masses.max_laden_kg", _pick(row, "mass", LADEN_KG))
    add("vehicle.special_vehicle_on", _pick(row, "conversion", CONVERTED_FROM))
    if "software_update" not in real:
        add("software_update.ota", _pick(row, "ota", FITMENT))
    add("software_update.possible", _pick(row, "update", TRUTH))
    add("software_update.rollback_or_safe_state", _pick(row, "rollback", TRUTH))
    add("data_recording.edr", _pick(row, "edr", FITMENT))
    add("data_recording.dssad.type", _pick(row, "recorder", RECORDERS))
    add("data_recording.dssad.storage_capacity_events", _pick(row, "events", EVENTS))
    add("documents.csms", _pick(row, "paper", CYBERSECURITY_PAPERS))
    add("automation_features", _pick(row, "features", FEATURES))
    add("chassis.brake_actuation", _pick(row, "brakes", BRAKES))
    add("assistance.aeb", dict(_pick(row, "aeb", [{}, *FITMENT[1:]])))
    add(
        "assistance.aeb.approval_targets",
        _pick(row, "targets", [SAY_NOTHING, ["vehicle"], ["vehicle"], ["cyclist"]]),
    )
    add("assistance.aeb.driver_can_disable", _pick(row, "switch", TRUTH))
    add("assistance.aeb.off_only_in_permitted_modes", _pick(row, "modes", TRUTH))
    add("assistance.aeb.targets.vehicle.operating_speed_kmh", _pick(row, "aeb speeds", ENVELOPES))
    add("assistance.aeb.all_load_states", _pick(row, "loads", [*TRUTH, True, True]))
    add("assistance.bsis", dict(_pick(row, "bsis", [{}, *FITMENT[1:]])))
    add("assistance.bsis.operating_speed_kmh", _pick(row, "bsis speeds", ENVELOPES))
    add("assistance.bsis.works_from_lux", _pick(row, "lux", LUX))
    add("tests", _pick(row, "tested", [SAY_NOTHING, {"braking": _test(row)}, {"braking": _test(row)}]))
    return spec


def _test(row: int) -> dict[str, Any]:
    """Return a test of emergency braking for a car that stands or is slower, with one to four runs."""
    light = _pick(row, "category", CATEGORIES) in ("M1", "N1")
    covers = _pick(row, "covers", ["un-r156", *["un-r152" if light else "un-r131-01"] * 5])
    result = _pick(row, "result", ["inconclusive", "inconclusive", "inconclusive", "not_run"])
    runs = [_run(row, number) for number in range(_pick(row, "runs", [1, 1, 2, 3, 4]))]
    test = {"kind": "track", "title": "Emergency braking", "covers": [covers], "result": result, "runs": runs}
    return {key: value for key, value in test.items() if value}


def _run(row: int, number: int) -> dict[str, Any]:
    def pick(what: str, choices: list[Any]) -> Any:
        return _pick(row, f"{what} of run {number}", choices)

    # Most runs of a test are of one kind, at nearly one speed: one may miss where two others meet.
    alike = pick("likeness", [0, 0, 0, 1])
    conditions = {
        "scenario": _pick(
            row, f"scenario {alike}", ["stationary_vehicle", "stationary_vehicle", "slower_vehicle"]
        ),
        "mass_state": _pick(row, f"load {alike}", ["running_order", "maximum"]),
        "subject_speed_kmh": _pick(row, f"speed {alike}", SPEEDS_KMH) + pick("error", [0, 0, 0.5]),
        "target_speed_kmh": _pick(row, f"target {alike}", [0, 0, 20]),
    }
    if conditions["scenario"] == "stationary_vehicle":
        conditions["target_speed_kmh"] = 0
    measured = {
        "relative_impact_speed_kmh": pick("impact", IMPACTS_KMH),
        "one_mode_to_emergency_braking_s": pick("first mode", [0.7, 0.8, *[1.4] * 6]),
        "two_modes_to_emergency_braking_s": pick("second mode", [0, -0.1, *[0.8] * 6]),
        "speed_reduction_kmh": pick("reduction", [SAY_NOTHING, 9, 10, *[20] * 6]),
    }
    measured = {key: value for key, value in measured.items() if value is not SAY_NOTHING}
    return {"conditions": conditions, "measured": measured}
