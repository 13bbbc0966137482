"""An example of a rule becomes a vehicle."""

import pytest

from checker.documents import read_documents
from checker.errors import Invalid
from checker.model.standard import Dates
from checker.schemas.quick_check import is_valid
from checker.workshop.specimens import Workbench, example_day, example_spec, minimal_vehicle
from tests.making import spec as made
from tests.making import standard, stated
from tests.packs.writing import vehicle_schema

BASE = """\
example_base:
  vehicle: {category: M1, use: [private]}
  automation_features: {pilot: {name: {en: Pilot, zh: 领航}, level: 3}}
examples:
"""


def numbers(printed):
    return {"GB 44497-2024": ("gb-44497-2024",), "gb-44497-2024": ("gb-44497-2024",)}.get(printed, ())


def specimen(example: str, base: str = BASE):
    (document,) = read_documents(f"{base}  - {example}\n".encode(), "rule.yaml", name_hint="yaml")
    bench = Workbench(document, vehicle_schema(), "CN", numbers, lambda: ("GB 44497-2024",))
    return example_spec(bench, ("examples", 0))


def problems(example: str, base: str = BASE):
    with pytest.raises(Invalid) as caught:
        specimen(example, base)
    return [problem.in_("en") for problem in caught.value.problems]


def test_the_minimal_vehicle_is_valid():
    assert is_valid(minimal_vehicle("CN"), vehicle_schema())


def test_the_minimal_vehicle_says_as_little_as_it_can():
    """Its category is not known: no rule may take for granted what its examples do not state."""
    found = specimen("{}", "examples:\n")

    assert "category" not in found.values["vehicle"]
    assert found.stated["vehicle.category"].status == "unknown"
    assert found.values["vehicle"]["markets"] == ["CN"]


def test_an_example_lies_over_the_base_and_the_base_over_the_minimal_vehicle():
    found = specimen("{vehicle: {seats: 4}, automation_features: {pilot: {level: 4}}}")

    assert found.values["vehicle"]["category"] == "M1"
    assert found.values["vehicle"]["use"] == ["private"]
    assert found.values["vehicle"]["seats"] == 4
    assert found.values["automation_features"]["pilot"]["level"] == 4
    assert found.values["automation_features"]["pilot"]["name"].zh == "领航"


def test_lists_are_replaced_not_merged():
    assert specimen("{vehicle: {use: [robotaxi]}}").values["vehicle"]["use"] == ["robotaxi"]


def test_a_value_takes_the_place_of_a_qualified_one():
    base = BASE.replace("category: M1", "category: M1, seats: {value: 5, basis: measured}")
    found = specimen("{vehicle: {seats: 4}}", base)

    assert found.values["vehicle"]["seats"] == 4
    assert found.stated["vehicle.seats"].basis == "declared"


def test_an_example_that_takes_a_value_back():
    found = specimen("{vehicle: {category: {status: unknown}}}")

    assert "category" not in found.values["vehicle"]


def test_every_value_stands_where_the_author_wrote_it():
    found = specimen("{vehicle: {seats: 4}}")

    assert str(found.stated["vehicle.seats"].place) == "rule.yaml:5:16"
    assert str(found.stated["vehicle.category"].place) == "rule.yaml:2:13"


def test_a_specimen_is_made_the_same_twice():
    example = "{documents: {d: {type: certificate, title: t, covers: [GB 44497-2024]}}}"
    (document,) = read_documents(f"{BASE}  - {example}\n".encode(), "rule.yaml", name_hint="yaml")
    bench = Workbench(document, vehicle_schema(), "CN", numbers)
    first, second = (example_spec(bench, ("examples", 0)) for _ in range(2))

    assert first.values == second.values
    assert first.values["documents"]["d"]["covers"] == ["gb-44497-2024"]
    assert document.data["examples"][0]["documents"]["d"]["covers"] == ["GB 44497-2024"]


@pytest.mark.parametrize(
    ("example", "place", "words"),
    [
        ("{vehicle: {seets: 4}}", "rule.yaml:5:16", "unknown key 'seets' in vehicle (did you mean 'seats'?)"),
        ("{vehicle: {seats: many}}", "rule.yaml:5:16", "vehicle.seats"),
        ("{vehicl: {seats: 4}}", "rule.yaml:5:6", "unknown key 'vehicl'"),
        ("{automation_features: {other: {level: 3}}}", "rule.yaml:5:28", "'name' is missing"),
        ("{vehicle: {max_speed_kmh: {value: 1, ref: t9}}}", "rule.yaml:5:", "t9"),
        (
            "{documents: {d: {type: certificate, title: t, covers: [GB 44497-2023]}}}",
            "rule.yaml:5:",
            "no rules are known for 'GB 44497-2023'; did you mean 'GB 44497-2024'?",
        ),
        (
            "{automation_features: {pilot: {fitment: optional, package: PRO}}}",
            "rule.yaml:5:5",
            (
                "the example has optional equipment: it is several vehicles"
                " (say fitment: standard or not_fitted)"
            ),
        ),
        ("3", "rule.yaml:5:5", ""),
    ],
)
def test_an_example_that_is_no_vehicle(example, place, words):
    found = problems(example)

    assert len(found) == 1, found
    assert found[0].startswith(place)
    assert words in found[0]


def test_all_problems_of_an_example_at_once():
    assert len(problems("{vehicle: {seets: 4, sats: 3}, sensor: {}}")) == 3


def test_a_base_that_is_no_vehicle_is_blamed_itself():
    base = BASE.replace("category: M1", "categry: M1")

    assert problems("{}", base)[0].startswith("rule.yaml:2:13: unknown key 'categry'")


def test_an_example_may_contradict_itself():
    """That is what a rule about contradictions needs."""
    test = "{kind: track, title: t, result: pass, runs: [{id: r, result: fail}]}"

    assert specimen(f"{{tests: {{t: {test}}}}}").notes


# ---- on which day


RULES = standard(dates=(Dates(new_types="2026-01"), Dates(new_types="none"), Dates()))


@pytest.mark.parametrize(
    ("values", "day"),
    [
        ({}, "2026-01-31"),
        ({"spec_date": "2020-05-05"}, "2020-05-05"),
        ({"documents": {"d": {"issued": "2027-03-01"}, "e": {}}}, "2027-03-01"),
        ({"documents": {"d": {"issued": "2020-03-01"}}}, "2026-01-31"),
        ({"tests": {"t": {"date": "2028-03-01"}}}, "2028-03-01"),
        ({"reviews": {"r/x": {"date": "2029-03-01"}}}, "2029-03-01"),
        ({"documents": {"d": {"issued": "2027-03-01"}}, "spec_date": "2030-01-01"}, "2030-01-01"),
    ],
)
def test_the_day_on_which_an_example_is_judged(values, day):
    assert example_day(made(values), RULES) == day


def test_the_day_on_which_a_value_was_found():
    assert example_day(made({}, vehicle__seats=stated(date="2031-01-01")), RULES) == "2031-01-01"


def test_without_any_date_the_day_is_always_the_same():
    assert example_day(made({}), standard()) == "2026-01-01"
