"""GB 44495, GB 44496 and UN R156: whom they concern, from when, and that silence decides nothing."""

import pytest

GB_44495 = "cn/gb-44495-2024.yaml"
GB_44496 = "cn/gb-44496-2024.yaml"
UN_R156 = "un/un-r156.yaml"
FILES = (GB_44495, GB_44496, UN_R156)
CHINESE = (GB_44495, GB_44496)

UPDATABLE = {"software_update": {"possible": True}}
FIXED = {"software_update": {"possible": False, "ota": {"fitment": "not_fitted"}}}


@pytest.mark.parametrize("file", CHINESE)
def test_new_types_from_the_7th_month_and_approved_ones_from_the_25th(file, standard):
    (dates,) = standard(file).dates

    assert (dates.published, dates.new_types, dates.all_vehicles) == (
        "2024-08-23",
        "2026-07-01",
        "2028-01-01",
    )


def test_no_day_is_known_from_which_un_r156_binds(standard):
    (dates,) = standard(UN_R156).dates

    assert (dates.new_types, dates.all_vehicles) == (None, None)


@pytest.mark.parametrize("file", CHINESE)
@pytest.mark.parametrize("case", [("M1", True), ("N3", True), ("O4", False), ("L7", False)])
def test_amendment_1_leaves_trailers_out(case, file, standard, vehicle, holds):
    category, applies = case
    of = standard(file)

    assert holds(of, of.applies_when, vehicle(UPDATABLE, category=category)) is applies


@pytest.mark.parametrize("file", CHINESE)
@pytest.mark.parametrize("base", ["approved_class_2_chassis", "approved_complete_vehicle"])
def test_amendment_1_leaves_converted_special_vehicles_out(base, file, standard, vehicle, holds):
    of = standard(file)

    assert holds(of, of.applies_when, vehicle(UPDATABLE, special_vehicle_on=[base])) is False


@pytest.mark.parametrize("file", [GB_44496, UN_R156])
def test_a_vehicle_without_software_update_is_out(file, standard, vehicle, holds):
    of = standard(file)

    assert holds(of, of.applies_when, vehicle(FIXED)) is False
    assert holds(of, of.applies_when, vehicle({"software_update": {"ota": {}}})) is True


@pytest.mark.parametrize("file", [GB_44496, UN_R156])
def test_whether_software_can_be_updated_is_open_where_nobody_says(file, standard, vehicle, holds):
    of = standard(file)

    assert holds(of, of.applies_when, vehicle({})) is None


@pytest.mark.parametrize("category", ["O1", "R", "S", "T"])
def test_un_r156_takes_in_trailers_and_tractors(category, standard, vehicle, holds):
    of = standard(UN_R156)

    assert holds(of, of.applies_when, vehicle(UPDATABLE, category=category)) is True


@pytest.mark.parametrize("file", FILES)
def test_silence_meets_and_violates_nothing(file, standard, vehicle, holds):
    of, silent = standard(file), vehicle(UPDATABLE)
    asked = [expression for one in of.requirements if one.for_each is None for expression in one.require]

    assert asked
    assert {holds(of, expression, silent) for expression in asked} == {None}


@pytest.mark.parametrize("file", FILES)
def test_every_rule_was_compared_with_the_text(file, standard):
    assert all(one.verified for one in standard(file).requirements)
