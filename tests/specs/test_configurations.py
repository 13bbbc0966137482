"""Configurations: variants with packages, or base and full; rules see only resolved ones."""

import pytest

from checker.model.spec import Configuration
from checker.specs import configurations as variants
from checker.text import Text
from tests.specs.specimens import HEAD, configurations, only, refused

SHIFT = HEAD.count("\n")
OPTIONS = """
automation_features: {pilot: {name: P, level: 2, fitment: optional, package: PRO}}
sensors:
  roof: {type: lidar, fitment: optional, package: SKY}
  nose: {type: radar, fitment: standard}
  side: {type: radar, fitment: not_fitted, package: PRO}
"""


def fitments(text: str) -> dict[str, tuple[str, ...]]:
    """Return the fitment of pilot, roof, nose and side in each configuration."""
    return {
        key: (
            spec.values["automation_features"]["pilot"]["fitment"],
            *(sensor["fitment"] for sensor in spec.values["sensors"].values()),
        )
        for key, spec in configurations(text).items()
    }


# ---- without variants


def test_a_file_without_options_has_one_configuration() -> None:
    assert only("sensors: {a: {type: lidar}}").configuration == Configuration("")


def test_a_file_with_options_is_judged_as_base_and_full() -> None:
    assert fitments(OPTIONS) == {
        "base": ("not_fitted", "not_fitted", "standard", "not_fitted"),
        "full": ("standard", "standard", "standard", "not_fitted"),
    }


def test_full_names_all_packages_and_base_none() -> None:
    found = configurations(OPTIONS)
    assert found["base"].configuration == Configuration("base", Text("no option package", "无选装包"))
    assert found["full"].configuration.packages == ("PRO", "SKY")


def test_an_option_without_package_is_in_full_alone() -> None:
    found = configurations("assistance: {aeb: {fitment: optional}}")
    values = {key: spec.values["assistance"]["aeb"]["fitment"] for key, spec in found.items()}
    assert values == {"base": "not_fitted", "full": "standard"}


def test_options_inside_options_are_settled_too() -> None:
    glosa = "{fitment: optional, package: W}"
    text = f"connectivity: {{v2x: {{fitment: optional, package: V, applications: {{a: {glosa}}}}}}}"
    full = configurations(text)["full"].values["connectivity"]["v2x"]
    assert (full["fitment"], full["applications"]["a"]["fitment"]) == ("standard", "standard")


@pytest.mark.parametrize("outer", ["fitment: optional, package: V", "fitment: not_fitted"])
@pytest.mark.parametrize("inner", ["{}", "{fitment: standard}", "{fitment: optional, package: V}"])
def test_a_part_of_what_is_not_fitted_is_not_fitted(outer: str, inner: str) -> None:
    found = configurations(f"connectivity: {{v2x: {{{outer}, applications: {{a: {inner}, b: {{}}}}}}}}")
    for spec in found.values():
        v2x = spec.values["connectivity"]["v2x"]
        assert {part["fitment"] for part in v2x["applications"].values()} == {v2x["fitment"]}


def test_a_part_of_what_may_be_fitted_keeps_its_fitment() -> None:
    spec = configurations("connectivity: {v2x: {fitment: unknown, applications: {a: {}}}}")[""]
    v2x = spec.values["connectivity"]["v2x"]
    assert "fitment" not in v2x
    assert v2x["applications"]["a"]["fitment"] == "standard"


def test_the_configurations_share_nothing_that_differs() -> None:
    found = configurations(OPTIONS)
    base, full = (found[key].values["sensors"]["roof"] for key in ("base", "full"))
    assert (base["fitment"], full["fitment"]) == ("not_fitted", "standard")
    assert {**base, "fitment": 0} == {**full, "fitment": 0}


def test_no_configuration_says_optional() -> None:
    assert not any("optional" in str(spec.values) for spec in configurations(OPTIONS).values())


def test_the_row_of_a_settled_option_is_that_of_the_file() -> None:
    spec = configurations(OPTIONS)["base"]
    assert spec.stated["sensors.roof.fitment"].place.line == SHIFT + 4


def test_an_empty_map_of_variants_names_none() -> None:
    assert list(configurations(OPTIONS + "variants: {}")) == ["base", "full"]


# ---- with variants


VARIANTS = (
    OPTIONS
    + """
variants:
  lite: {name: {en: Lite, zh: 青春版}, packages: []}
  plus: {name: Plus, packages: [PRO]}
  top: {name: Top, packages: [SKY, PRO]}
"""
)


def test_each_variant_is_a_configuration_with_its_packages() -> None:
    assert fitments(VARIANTS) == {
        "lite": ("not_fitted", "not_fitted", "standard", "not_fitted"),
        "plus": ("standard", "not_fitted", "standard", "not_fitted"),
        "top": ("standard", "standard", "standard", "not_fitted"),
    }
    found = configurations(VARIANTS)
    assert found["lite"].configuration == Configuration("lite", Text("Lite", "青春版"), ())
    assert found["top"].configuration == Configuration("top", Text("Top", "Top"), ("SKY", "PRO"))


def test_a_variant_without_packages_has_none() -> None:
    (spec,) = configurations(OPTIONS + "variants: {v: {name: V}}").values()
    assert spec.values["sensors"]["roof"]["fitment"] == "not_fitted"


def test_values_know_nothing_of_variants() -> None:
    for spec in configurations(VARIANTS).values():
        assert "variants" not in spec.values
        assert not any(path.startswith("variants") for path in spec.stated)


def test_a_variant_has_its_own_identity() -> None:
    text = 'variants: {eu: {name: E, trim: T, markets: [DE], type: T1, variant: V1, version: "01"}}'
    (spec,) = configurations(text).values()
    vehicle = spec.values["vehicle"]
    assert vehicle["markets"] == ["DE"]
    assert (vehicle["type"], vehicle["variant"], vehicle["version"]) == ("T1", "V1", "01")
    assert vehicle["manufacturer"] == "Maker"
    assert vehicle["name"] == Text("Car", "Car")
    assert spec.stated["vehicle.markets"].place.line == SHIFT + 1
    assert spec.stated["vehicle.manufacturer"].place.line == 2


OVERRIDES = """
data_governance: {storage_region: [CN], retention_months: {value: 6, basis: measured}, user_deletion: true}
variants:
  cn: {name: C}
  eu:
    name: E
    overrides:
      data_governance:
        storage_region: [EU]
        retention_months: {value: 3}
      assistance: {aeb: {}}
"""


def test_overrides_are_laid_over_the_file() -> None:
    found = configurations(OVERRIDES)
    assert found["cn"].values["data_governance"]["storage_region"] == ["CN"]
    governance = found["eu"].values["data_governance"]
    assert governance == {"storage_region": ["EU"], "retention_months": 3.0, "user_deletion": True}
    assert "assistance" not in found["cn"].values
    assert found["eu"].values["assistance"]["aeb"]["fitment"] == "standard"


def test_an_overridden_value_is_known_no_better_than_it_says() -> None:
    found = configurations(OVERRIDES)
    assert found["cn"].stated["data_governance.retention_months"].basis == "measured"
    assert found["eu"].stated["data_governance.retention_months"].basis == "declared"


def test_places_of_overrides_are_in_the_variant() -> None:
    stated = configurations(OVERRIDES)["eu"].stated
    assert stated["data_governance.storage_region"].place.line == SHIFT + 9
    assert stated["data_governance.user_deletion"].place.line == SHIFT + 2


def test_overrides_win_over_the_identity_of_their_own_variant() -> None:
    text = "variants: {v: {name: V, markets: [DE], overrides: {vehicle: {markets: [NO]}}}}"
    assert configurations(text)["v"].values["vehicle"]["markets"] == ["NO"]


def test_an_override_may_bring_a_package_of_its_own() -> None:
    text = (
        "variants: {v: {name: V, packages: [X],"
        " overrides: {sensors: {a: {type: lidar, fitment: optional, package: X}}}}}"
    )
    assert configurations(text)["v"].values["sensors"]["a"]["fitment"] == "standard"


# ---- based_on


LINE = (
    OPTIONS
    + """
variants:
  a: {name: A, packages: [PRO], markets: [DE], overrides: {perception: {fusion: x, collaborative: true}}}
  b: {name: B, based_on: a, overrides: {perception: {fusion: y}}}
  c: {name: C, based_on: b, packages: [SKY]}
"""
)


def test_a_variant_takes_over_what_it_does_not_say_itself() -> None:
    found = configurations(LINE)
    assert [spec.configuration.packages for spec in found.values()] == [("PRO",), ("PRO",), ("SKY",)]
    assert [spec.values["vehicle"]["markets"] for spec in found.values()] == [["DE"]] * 3
    assert [spec.values["perception"]["fusion"] for spec in found.values()] == ["x", "y", "y"]
    assert all(spec.values["perception"]["collaborative"] for spec in found.values())
    assert found["c"].configuration.name == Text("C", "C")


def test_order_does_not_matter_for_what_a_variant_is_based_on() -> None:
    text = OPTIONS + "variants: {b: {name: B, based_on: a}, a: {name: A, packages: [PRO]}}"
    assert [spec.configuration.packages for spec in configurations(text).values()] == [("PRO",), ("PRO",)]


@pytest.mark.parametrize(
    "variants_", ["{a: {name: A, based_on: a}}", "{a: {name: A, based_on: b}, b: {name: B, based_on: a}}"]
)
def test_a_circle_of_variants_is_an_error(variants_: str) -> None:
    problems = refused(f"variants: {variants_}")
    assert all("based on itself in the end" in problem for problem in problems)
    assert len(problems) == variants_.count("based_on")


def test_a_variant_based_on_none_is_an_error_with_a_suggestion() -> None:
    (problem,) = refused("variants:\n  lite: {name: A}\n  pro: {name: B, based_on: lit}\n")
    assert problem == f"car.yaml:{SHIFT + 3}:28: there is no variant 'lit' (did you mean 'lite'?)"


# ---- what is wrong with variants


def test_a_package_that_nothing_comes_with_is_an_error() -> None:
    (problem,) = refused(OPTIONS + "variants: {a: {name: A, packages: [PRO, SKYE]}}")
    assert "nothing comes with the package 'SKYE' (did you mean 'SKY'?)" in problem


def test_packages_where_the_file_has_none_are_an_error() -> None:
    (problem,) = refused("variants: {a: {name: A, packages: [PRO]}}")
    assert "write `package` beside the fitment" in problem


def test_an_option_that_no_package_brings_is_an_error_where_there_are_variants() -> None:
    text = "assistance: {aeb: {fitment: optional}}\nvariants: {a: {name: A}, b: {name: B}}"
    (problem,) = refused(text)
    assert problem.startswith(f"car.yaml:{SHIFT + 1}:29: assistance.aeb: optional, but no package brings it")


def test_an_override_that_breaks_the_schema_is_refused_at_its_line() -> None:
    (problem,) = refused("variants:\n  v:\n    name: V\n    overrides: {perception: {fusion: [1]}}\n")
    assert problem.startswith(f"car.yaml:{SHIFT + 4}:")


def test_what_two_variants_share_is_complained_of_once() -> None:
    text = (
        "sensors: {s: {type: lidar, used_by: [nobody]}}\nvariants: {a: {name: A}, b: {name: B}, c: {name: C}}"
    )
    assert len(refused(text)) == 1


def test_an_override_that_leaves_a_reference_dangling_is_refused() -> None:
    text = "variants: {v: {name: V, overrides: {sensors: {s: {type: lidar, used_by: [pilot]}}}}}"
    (problem,) = refused(text)
    assert "'pilot' is not in `automation_features` or `assistance`" in problem


def test_too_many_variants_of_too_long_a_file_end_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variants, "MAX_WORK", 100)
    (problem,) = refused("variants: {a: {name: A}, b: {name: B}}")
    assert "2 variants of so long a file are too many" in problem


def test_one_broken_variant_does_not_hide_what_is_wrong_with_another() -> None:
    found = refused(
        "variants:\n  a: {name: A, based_on: z}\n  b: {name: B, overrides: {sensors: {s: {count: 2}}}}\n"
        "  c: {name: C, overrides: {sensors: {s: {type: lidar, used_by: [pilot]}}}}\n"
    )
    assert [problem.split(":")[1] for problem in found] == ["4", "5", "6"]
