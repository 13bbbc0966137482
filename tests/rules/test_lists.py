"""The lists of the rule files: as long as those of the standards, and made of what a spec can state."""

from itertools import pairwise
from pathlib import Path

import pytest

from checker.documents import read_documents
from tests.shipped import vehicle_schema

STANDARDS = Path(__file__).parents[2] / "standards"
SCHEMA = vehicle_schema()
DSSAD = "data_recording.dssad"


def lists_of(file: str) -> dict[str, list[str]]:
    path = STANDARDS / file
    (document,) = read_documents(path.read_bytes(), str(path), name_hint="yaml")
    return document.data["lists"]


def terms_of(field: str) -> tuple[str, ...]:
    found = SCHEMA.field(field)
    assert found is not None, field
    assert found.of is not None, field
    return found.of.terms or ()


GB_44497 = {
    # list -> (how many the standard has, the field that states them)
    "time_period_events": (3, "events"),
    "time_stamp_events": (6, "events"),
    "identity_elements": (5, "elements"),
    "event_elements": (10, "elements"),
    "follow_up_elements": (7, "elements"),
    "motion_elements": (4, "elements"),
    "attitude_elements": (2, "elements"),
    "lateral_request_elements": (7, "elements"),
    "longitudinal_request_elements": (7, "elements"),
    "gear_and_light_request_elements": (8, "elements"),
    "object_elements": (6, "elements"),
    "driver_state_elements": (3, "elements"),
    "reading_protocols": (2, "readout.protocols"),
}
UN_R155 = {
    "life_phases": (3, "organisation.processes.any.phases"),
    "annex_5_vehicle_mitigations": (19, "cybersecurity.mitigations"),
    "annex_5_outside_mitigations": (9, "cybersecurity.mitigations"),
}


@pytest.mark.parametrize("name", GB_44497)
def test_lists_of_gb_44497(name):
    count, field = GB_44497[name]
    items = lists_of("cn/gb-44497-2024.yaml")[name]

    assert len(items) == count
    assert set(items) <= set(terms_of(f"{DSSAD}.{field}"))


@pytest.mark.parametrize("name", UN_R155)
def test_lists_of_un_r155(name):
    count, field = UN_R155[name]
    items = lists_of("un/un-r155.yaml")[name]

    assert len(items) == count
    assert set(items) <= set(terms_of(field))


def test_no_element_of_gb_44497_is_left_out():
    """Tables 1 to 5 have 23, 6, 23, 8 and 8 items; a brake pedal is recorded by its position or its state."""
    assert len(terms_of(f"{DSSAD}.elements")) == 23 + 6 + 23 + 8 + 8 + 1


def test_elements_of_grade_b_are_elements():
    assert set(terms_of(f"{DSSAD}.elements_not_called")) < set(terms_of(f"{DSSAD}.elements"))


def test_mitigations_of_annex_5_are_those_of_its_parts_b_and_c():
    lists = lists_of("un/un-r155.yaml")
    used = {*lists["annex_5_vehicle_mitigations"], *lists["annex_5_outside_mitigations"]}

    assert used == set(terms_of("cybersecurity.mitigations"))
    assert used == set(terms_of("cybersecurity.mitigations_replaced"))
    assert used == {f"M{number}" for number in range(1, 25)} - {"M17"}


#: Table A1: how many items each threat has; 14 and 30 are not in it, and 22 begins with its second item.
ITEMS_OF_THREATS = (
    "1:3 2:1 3:5 4:2 5:5 6:3 7:2 8:2 9:1 10:1 11:4 12:4 13:1 15:2 16:3 17:1 18:3 19:3 20:5 21:1"
)
ITEMS_OF_THREATS += " 23:1 24:1 25:2 26:3 27:1 28:2 29:2 31:1 32:1"


def test_threats_of_annex_5():
    threats = lists_of("un/un-r155.yaml")["annex_5_threats"]
    counts = [map(int, row.split(":")) for row in ITEMS_OF_THREATS.split()]
    counted = {f"{threat}.{item}" for threat, items in counts for item in range(1, items + 1)}

    assert len(threats) == 67
    assert set(threats) == counted | {"22.2"}


def test_threats_of_annex_5_stand_in_its_order():
    numbers = [
        tuple(map(int, threat.split("."))) for threat in lists_of("un/un-r155.yaml")["annex_5_threats"]
    ]

    assert all(one < after for one, after in pairwise(numbers))
