"""Ten requirements decided over the enriched fleet in plain code, of which `checker` has no part.

Each function reads the condition of a regulation for itself and returns a verdict. Three truths are used:
yes, no, and None for "the file does not say". To see the counts: python -m tests.vehicles.independent_counts
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from tests.vehicles.enriched_fleet import fleet

TODAY = "2026-11-20"
PASS, FAIL, REVIEW, UNKNOWN, OUT = "pass", "fail", "review", "unknown", "not_applicable"
VERDICTS = (PASS, FAIL, REVIEW, UNKNOWN, OUT)
Spec = dict[str, Any]
Truth = bool | None

CHINA, UNITED_STATES = frozenset(["CN"]), frozenset(["US"])
EUROPEAN_UNION = frozenset(
    "EU AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 - a list of codes is read more easily
)
OTHER_PARTIES_OF_1958 = frozenset(
    "AL AM AU AZ BA BY CH EG GB GE JP KR KZ MD ME MK MY NG NO NZ PH PK RS RU SM TH TN TR UA ZA".split()  # noqa: SIM905
)
UN_REGULATIONS = EUROPEAN_UNION | OTHER_PARTIES_OF_1958
MOTOR_VEHICLES = {"M1", "M2", "M3", "N1", "N2", "N3"}


# --- what a file says ---------------------------------------------------------------------------------------


def said(spec: Spec, path: str) -> Any:
    """Return what stands at a path; None where nothing does."""
    here: Any = spec
    for key in path.split("."):
        if not isinstance(here, dict) or key not in here:
            return None
        here = here[key]
    return here


def sold_in(spec: Spec, countries: frozenset[str]) -> bool:
    return bool(set(spec["vehicle"]["markets"]) & countries)


def category(spec: Spec) -> str:
    return str(spec["vehicle"]["category"])


def has(spec: Spec, path: str) -> Truth:
    """Return whether a thing is fitted; what is listed without a word on that is."""
    thing = said(spec, path)
    if thing is None:
        return None
    fitment = thing.get("fitment", "standard")
    return None if fitment == "unknown" else bool(fitment == "standard")


def every(truths: Iterable[Truth]) -> Truth:
    listed = list(truths)
    return False if False in listed else None if None in listed else True


def one(truths: Iterable[Truth]) -> Truth:
    listed = list(truths)
    return True if True in listed else None if None in listed else False


def no_more(value: Any, limit: float) -> Truth:
    """Return whether a number, or the whole of a range, is at most so much; None where a part of it is."""
    if value is None:
        return None
    low, high = (value.get("min"), value.get("max")) if isinstance(value, dict) else (value, value)
    if high is not None and high <= limit:
        return True
    return False if low is not None and low > limit else None


def wholly_in(low: float, high: float, works: Any) -> Truth:
    """Return whether a system works over a whole range of speeds."""
    if works is None:
        return None
    begins, ends = (works.get("min"), works.get("max")) if isinstance(works, dict) else (works, works)
    return every([None if begins is None else begins <= low, None if ends is None else ends >= high])


def verdict(holds: Truth) -> str:
    return UNKNOWN if holds is None else PASS if holds else FAIL


# --- the ten ------------------------------------------------------------------------------------------------


def event_data_recorder(spec: Spec) -> str:
    """Regulation (EU) 2019/2144, Article 6(1) and Annex II row E5.

    Cars and vans have to have one by now; heavy vehicles where their type is of 2026-01-07 or later (date
    code D), all of them from 2029-01-07 only.
    """
    if not sold_in(spec, EUROPEAN_UNION) or category(spec) not in MOTOR_VEHICLES:
        return OUT
    if category(spec) not in ("M1", "N1"):
        approved = said(spec, "vehicle.dates.type_approval")
        if approved is None:
            return UNKNOWN
        if approved < "2026-01-07":
            return OUT
    return verdict(has(spec, "data_recording.edr"))


def failed_update_is_recovered(spec: Spec) -> str:
    """UN R156, 1 and 7.2.2.1.1: vehicles of categories M, N, O, R, S and T that are updated over the air."""
    over_the_air = has(spec, "software_update.ota")
    can_be_updated = one([said(spec, "software_update.possible"), over_the_air])
    if not sold_in(spec, UN_REGULATIONS) or False in (over_the_air, can_be_updated):
        return OUT
    return UNKNOWN if over_the_air is None else verdict(said(spec, "software_update.rollback_or_safe_state"))


def cybersecurity_is_managed(spec: Spec) -> str:
    """GB 44495-2024 with Amendment 1, 1 and 5.2.

    Categories M and N, without the special vehicles that were converted from something already approved;
    shown by an inspection report or a certificate that is in force.
    """
    if (
        not sold_in(spec, CHINA)
        or category(spec) not in MOTOR_VEHICLES
        or said(spec, "vehicle.special_vehicle_on")
    ):
        return OUT
    paper = said(spec, "documents.csms") or {"type": "none", "covers": []}
    if paper["type"] not in ("certificate", "test_report") or "GB 44495-2024" not in paper["covers"]:
        return UNKNOWN
    if paper.get("status") == "withdrawn":
        return FAIL
    lapsed = (
        paper.get("status") == "draft" or paper.get("valid_until", TODAY) < TODAY or paper["issued"] > TODAY
    )
    return UNKNOWN if lapsed else PASS


def emergency_braking_stays_on(spec: Spec) -> str:
    """FMVSS No. 127, S3 and S5.4.2: passenger cars, trucks and buses up to 4,536 kg gross mass.

    No control switches it off, but in the modes that the standard lets through.
    """
    light: Truth = category(spec) == "N1"
    if category(spec) in ("M1", "M2", "M3", "N2"):
        light = no_more(said(spec, "vehicle.masses.max_laden_kg"), 4536)
    if not sold_in(spec, UNITED_STATES) or light is False:
        return OUT
    switch = said(spec, "assistance.aeb.driver_can_disable")
    permitted = said(spec, "assistance.aeb.off_only_in_permitted_modes")
    return UNKNOWN if light is None else verdict(one([None if switch is None else not switch, permitted]))


def speeds_against_vehicles(spec: Spec) -> str:
    """GB 39901-2025, 4.1 a): 10 to 80 km/h on M1, 10 to 60 km/h on N1, in every load state."""
    fitted = has(spec, "assistance.aeb")
    if not sold_in(spec, CHINA) or category(spec) not in ("M1", "N1") or fitted is False:
        return OUT
    works = said(spec, "assistance.aeb.targets.vehicle.operating_speed_kmh")
    enough = wholly_in(10, 80 if category(spec) == "M1" else 60, works)
    return (
        UNKNOWN if fitted is None else verdict(every([enough, said(spec, "assistance.aeb.all_load_states")]))
    )


def heavy_vehicle_brakes_for_a_stationary_one(spec: Spec) -> str:
    """UN R131, 01 series, for types that were approved before its 02 series of 2025-09-01 took its place.

    What is written of it is not taken from its text: a miss is for a person to look into, never a failure.
    """
    approved = said(spec, "vehicle.dates.type_approval")
    fitted = has(spec, "assistance.aeb")
    if not sold_in(spec, UN_REGULATIONS) or category(spec) not in MOTOR_VEHICLES - {"M1", "N1"}:
        return OUT
    if approved is None or approved >= "2025-09-01" or fitted is False:
        return OUT
    runs = runs_of(spec, "un-r131-01", {"stationary_vehicle"})
    if fitted is None or not runs:
        return UNKNOWN
    possible = {every(stops_in_time(run, strict=strict) for run in runs) for strict in strict_rows(spec)}
    if False in possible:
        return REVIEW
    return UNKNOWN if None in possible or spans_8000_kg(spec) else PASS


def strict_rows(spec: Spec) -> set[bool | None]:
    """Return which rows of the table may be meant: the strict first one, the second, or nobody can tell."""
    brakes = said(spec, "chassis.brake_actuation")
    if category(spec) == "N3" or brakes == "pneumatic":
        return {True}
    if category(spec) == "M3":
        return {None if brakes is None else brakes != "hydraulic"}
    if category(spec) == "M2":
        return {None if brakes is None else False}
    mass = said(spec, "vehicle.masses.max_laden_kg")
    ends = list(mass.values()) if isinstance(mass, dict) else [mass]
    return {True if end is not None and end > 8000 else False if end and brakes else None for end in ends}


def spans_8000_kg(spec: Spec) -> bool:
    """Return whether the mass of a lorry leaves open which row is meant."""
    mass = said(spec, "vehicle.masses.max_laden_kg")
    uncertain = category(spec) == "N2" and said(spec, "chassis.brake_actuation") != "pneumatic"
    return uncertain and no_more(mass, 8000) is None


def stops_in_time(run: Spec, *, strict: bool | None) -> Truth:
    if strict is None:
        return None
    one_mode, two_modes, taken_off = (1.4, 0.8, 20) if strict else (0.8, 0, 10)
    measured = run["measured"]
    return every(
        None if measured.get(name) is None else measured[name] >= least
        for name, least in (
            ("one_mode_to_emergency_braking_s", one_mode),
            ("two_modes_to_emergency_braking_s", two_modes),
            ("speed_reduction_kmh", taken_off),
        )
    )


def lateral_acceleration(spec: Spec) -> str:
    """UN R171, 1 and 5.3.7.1.2: at most 3 m/s2 on M1 and N1, 2.5 m/s2 on heavier ones, for each of them."""
    features = said(spec, "automation_features")
    if not sold_in(spec, UN_REGULATIONS) or category(spec) not in MOTOR_VEHICLES:
        return OUT
    if features is None:
        return UNKNOWN
    fitted = [feature for feature in features.values() if feature.get("fitment") != "not_fitted"]
    systems = [(feature, is_driver_assistance(feature)) for feature in fitted]
    if one(truth for _, truth in systems) is False:
        return OUT
    if True not in [truth for _, truth in systems]:
        return UNKNOWN
    limit = 3 if category(spec) in ("M1", "N1") else 2.5
    each = [
        no_more(said(feature, LATERAL), limit) if truth else None
        for feature, truth in systems
        if truth is not False
    ]
    return verdict(every(each))


LATERAL = "lane_keeping.declared_lateral_acceleration_mps2"


def is_driver_assistance(feature: Spec) -> Truth:
    only_r79 = feature.get("un_r79_only")
    return every([feature["level"] == 2, None if only_r79 is None else not only_r79])


def impact_speed_on_a_car(spec: Spec) -> str:
    """UN R152, 5.2.1.4, 6.4 and 6.5: each run stays within the table of impact speeds, or two like it do."""
    targets = said(spec, "assistance.aeb.approval_targets")
    fitted = has(spec, "assistance.aeb")
    if not sold_in(spec, UN_REGULATIONS) or category(spec) not in ("M1", "N1") or fitted is False:
        return OUT
    if targets is not None and "vehicle" not in targets:
        return OUT
    runs = runs_of(spec, "un-r152", {"stationary_vehicle", "slower_vehicle"})
    if fitted is None or targets is None or not runs:
        return UNKNOWN
    in_range = [run for run in runs if 10 <= run["conditions"]["subject_speed_kmh"] <= 60]
    each = [one([hits_gently(run, spec), two_like(run, runs, spec)]) for run in in_range]
    return verdict(every(each))


#: Relative speed, and the highest impact speed at maximum mass and in running order, as in the regulation.
IMPACT = {
    "M1": [(40, 0, 0), (42, 10, 0), (45, 15, 15), (50, 25, 25), (55, 30, 30), (60, 35, 35)],
    "N1": [(38, 0, 0), (40, 10, 0), (42, 15, 0), (45, 20, 15), (50, 30, 25), (55, 35, 30), (60, 40, 35)],
}


def hits_gently(run: Spec, spec: Spec) -> Truth:
    impact = run["measured"].get("relative_impact_speed_kmh")
    done = run["conditions"]
    closing = done["subject_speed_kmh"] - done["target_speed_kmh"]
    laden, running_order = next(limits for speed, *limits in IMPACT[category(spec)] if speed >= closing)
    return no_more(impact, running_order if done["mass_state"] == "running_order" else laden)


def two_like(run: Spec, runs: list[Spec], spec: Spec) -> Truth:
    """Return whether two runs of the same scenario, load and speed (within 2 km/h) met the table.

    Nobody can tell while one of them has no result.
    """
    done = run["conditions"]
    alike = [
        other
        for other in runs
        if other["conditions"]["scenario"] == done["scenario"]
        and other["conditions"]["mass_state"] == done["mass_state"]
        and abs(other["conditions"]["subject_speed_kmh"] - done["subject_speed_kmh"]) <= 2
        and other["conditions"]["subject_speed_kmh"] - other["conditions"]["target_speed_kmh"] <= 60
    ]
    met = [hits_gently(other, spec) for other in alike]
    return None if None in met else met.count(True) >= 2


def runs_of(spec: Spec, standard: str, scenarios: set[str]) -> list[Spec]:
    """Return the runs of these scenarios in the test, where it was run and is for this standard."""
    test = said(spec, "tests.braking")
    if test is None or standard not in test["covers"] or test["result"] == "not_run":
        return []
    return [run for run in test["runs"] if run["conditions"]["scenario"] in scenarios]


def five_events(spec: Spec) -> str:
    """GB 44497-2024, 1, 4.1 and 4.5.2 a): at level 3 or higher a type I recorder stores five, as measured."""
    features = said(spec, "automation_features")
    if not sold_in(spec, CHINA) or category(spec) not in MOTOR_VEHICLES:
        return OUT
    automated = None if features is None else any(f["level"] >= 3 for f in features.values())
    kind = said(spec, "data_recording.dssad.type")
    if automated is False or kind == "type_2":
        return OUT
    if automated is None or kind is None:
        return UNKNOWN
    stated = said(spec, "data_recording.dssad.storage_capacity_events")
    if stated is None:
        return UNKNOWN
    qualified = isinstance(stated, dict)
    events = stated["value"] if qualified else stated
    ends = list(events.values()) if isinstance(events, dict) else [events]
    if min(ends) < 5:
        return FAIL  # for a part of the type at least
    known_below = not isinstance(events, dict) or "min" in events
    complete = not isinstance(events, dict) or len(events) == 2 or known_below
    return PASS if complete and qualified and stated["basis"] == "measured" else UNKNOWN


def blind_spot_speeds(spec: Spec) -> str:
    """UN R151, 1 and 5.3: N3, and N2 above 8 t; M2, M3 and lighter N2 where a system is fitted.

    It works from standstill to 30 km/h, from 15 lux. Only a summary of it was read: a miss is for a person
    to look into.
    """
    heavy: Truth = category(spec) == "N3"
    if category(spec) == "N2":
        light = no_more(said(spec, "vehicle.masses.max_laden_kg"), 8000)
        heavy = None if light is None else not light
    if category(spec) in ("M2", "M3", "N2"):
        heavy = one([heavy, has(spec, "assistance.bsis")])
    if not sold_in(spec, UN_REGULATIONS) or heavy is False:
        return OUT
    speeds = wholly_in(0, 30, said(spec, "assistance.bsis.operating_speed_kmh"))
    lux = said(spec, "assistance.bsis.works_from_lux")
    dim_enough = no_more(lux, 15)
    if isinstance(lux, dict) and lux["max"] > 15:
        dim_enough = False  # for a part of the type
    holds = every([speeds, dim_enough])
    return UNKNOWN if heavy is None else REVIEW if holds is False else verdict(holds)


TEN: dict[str, Callable[[Spec], str]] = {
    "eu-2019-2144/event-data-recorder-is-fitted": event_data_recorder,
    "un-r156/failed-updates-are-recovered": failed_update_is_recovered,
    "gb-44495-2024/cybersecurity-is-managed-in-the-company": cybersecurity_is_managed,
    "us-fmvss-127/cannot-be-switched-off": emergency_braking_stays_on,
    "gb-39901-2025/works-against-vehicles-ahead": speeds_against_vehicles,
    "un-r131-01/warns-and-slows-for-a-stationary-vehicle": heavy_vehicle_brakes_for_a_stationary_one,
    "un-r171/declared-lateral-acceleration-is-within-the-limit": lateral_acceleration,
    "un-r152/impact-on-a-car-keeps-to-the-table": impact_speed_on_a_car,
    "gb-44497-2024/type-1-event-capacity": five_events,
    "un-r151/works-from-standstill-to-30-kmh-above-15-lux": blind_spot_speeds,
}


def counts() -> dict[str, Counter[str]]:
    """Return how many vehicles come to each verdict, for each of the ten requirements."""
    vehicles = fleet()
    return {name: Counter(decide(vehicle) for vehicle in vehicles) for name, decide in TEN.items()}


def main() -> None:
    for name, its in counts().items():
        print(f"{name:60}", *(f"{word} {its[word]:5}" for word in VERDICTS))  # noqa: T201 - a script


if __name__ == "__main__":
    main()
