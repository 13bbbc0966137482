"""From when the requirements bind: what the standards say of it, requirement by requirement."""

import pytest

GB_44497 = "cn/gb-44497-2024.yaml"
UN_R155 = "un/un-r155.yaml"

#: GB 44497 clause 8: images and video, storage on a loss of power, and reading bind from the 25th month.
LATER = ("4.4.2.1 table 4, 7 and 8", "4.5.4", "4.6", "6.5.3", "Annex A", "B.")


def is_later(clauses: tuple[str, ...]) -> bool:
    return any(clause.startswith(LATER) for clause in clauses)


def test_what_gb_44497_puts_off_to_2028(standard):
    of = standard(GB_44497)
    put_off = {one.id for one in of.requirements if one.dates and one.dates[0].new_types == "2028-01-01"}

    assert put_off == {one.id for one in of.requirements if is_later(one.clause)}


def test_what_gb_44497_asks_for_at_once(standard):
    of = standard(GB_44497)

    assert [dates.new_types for dates in of.dates] == ["2026-01-01"]
    assert {one.id.split("/")[1] for one in of.requirements if one.dates and not is_later(one.clause)} == {
        "third-parties-can-read-the-data-until-2028"
    }


def test_the_reading_of_the_first_stage_ends_with_it(standard):
    (stage,) = next(one.dates for one in standard(GB_44497).requirements if one.clause == ("8",))

    assert (stage.new_types, stage.ended) == ("2026-01-01", "2028-01-01")


def test_gb_44497_does_not_regulate_existing_types(standard):
    of = standard(GB_44497)

    assert [dates.all_vehicles for dates in of.dates] == ["none"]
    assert {dates.all_vehicles for one in of.requirements for dates in one.dates} == {"none"}


@pytest.mark.parametrize("category", ["M1", "M2", "M3", "N1", "N2", "N3"])
def test_un_r155_binds_cars_and_lorries_in_the_european_union(category, standard, vehicle, holds):
    (dates,) = standard(UN_R155).dates

    assert (dates.new_types, dates.all_vehicles) == ("2022-07-06", "2024-07-07")
    assert holds(standard(UN_R155), dates.when, vehicle({}, category=category)) is True


@pytest.mark.parametrize("category", ["O3", "L7"])
def test_un_r155_applies_to_trailers_and_light_vehicles_on_dates_not_known(
    category, standard, vehicle, holds
):
    of, light = standard(UN_R155), vehicle({}, category=category)

    assert holds(of, of.applies_when, light) is True
    assert holds(of, of.dates[0].when, light) is False


@pytest.mark.parametrize("case", [("M1", 3, True), ("M1", 2, False), ("L7", 3, False)])
def test_gb_44497_applies_to_automated_driving_in_m_and_n(case, standard, vehicle, holds):
    category, level, applies = case
    of = standard(GB_44497)
    features = {"automation_features": {"pilot": {"name": "Pilot", "level": level}}}

    assert holds(of, of.applies_when, vehicle(features, category=category)) is applies


def test_gb_44497_is_open_where_no_features_are_stated(standard, vehicle, holds):
    of = standard(GB_44497)

    assert holds(of, of.applies_when, vehicle({})) is None
