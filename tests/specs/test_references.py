"""A key that names something else in the spec has to find it."""

import pytest

from tests.specs.specimens import HEAD, configurations, only, refused

SHIFT = HEAD.count("\n")
THINGS = """
documents: {report: {type: test_report, title: R}, cert: {type: certificate, title: C}}
tests: {drive: {kind: track, title: T, result: pass, report: report}}
automation_features: {pilot: {name: P, level: 3, sensors: [nose], tests: [drive], documents: [cert]}}
sensors: {nose: {type: radar, used_by: [pilot]}}
"""


def test_references_that_find_their_thing_are_fine() -> None:
    assert only(THINGS).values["automation_features"]["pilot"]["sensors"] == ["nose"]


@pytest.mark.parametrize(
    ("right", "wrong", "what", "mend"),
    [
        ("report: report", "report: repot", "'repot' is not in `documents`", "'report'"),
        ("sensors: [nose]", "sensors: [noze]", "pilot.sensors: 'noze' is not in `sensors`", "'nose'"),
        ("tests: [drive]", "tests: [driving]", "pilot.tests: 'driving' is not in `tests`", "'drive'"),
        ("documents: [cert]", "documents: [drive]", "'drive' is not in `documents`", "known here: cert"),
        ("used_by: [pilot]", "used_by: [pilots]",
         "sensors.nose.used_by: 'pilots' is not in `automation_features` or `assistance`", "'pilot'"),
    ],
)  # fmt: skip
def test_a_dangling_reference_is_an_error_with_a_suggestion(
    right: str, wrong: str, what: str, mend: str
) -> None:
    (problem,) = refused(THINGS.replace(right, wrong))
    assert what in problem
    assert mend in problem


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("functional_safety: {safety_case: case}", "documents"),
        ("organisation: {processes: {csms: {type: csms, certificate: case}}}", "documents"),
        ("approvals: {a: {standard: UN R157, document: case}}", "documents"),
        ("approvals: {a: {standard: UN R157, features: [case]}}", "automation_features"),
        ("approvals: {a: {standard: UN R157, variants: [case]}}", "variants"),
        ("tests: {t: {kind: lab, title: T, result: pass, variant: case}}", "variants"),
        ("tests: {t: {kind: lab, title: T, result: pass, replaces: [case]}}", "tests"),
        ("documents: {d: {type: manual, title: D, replaces: [case]}}", "documents"),
        ("cybersecurity: {tara: {documents: [case]}}", "documents"),
        ("cybersecurity: {controls: {c: {implemented: true, tests: [case]}}}", "tests"),
        ("reviews: {std/one: {verdict: conforms, by: me, date: 2026-01-01, ref: case}}", "documents"),
        ("chassis: {power_supply_redundant: {value: true, ref: case}}", "documents"),
        ("chassis: {power_supply_redundant: {value: true, ref: [case]}}", "tests"),
        ("chassis: {power_supply_redundant: {status: unknown, ref: case}}", "tests"),
        ("cockpit: {driver_monitoring: {detects: {value: [fatigue], ref: case}}}", "tests"),
    ],
)
def test_every_kind_of_reference_is_looked_up(text: str, section: str) -> None:
    (problem,) = refused(text)
    assert "'case' is not in" in problem
    assert f"`{section}`" in problem
    assert problem.startswith(f"car.yaml:{SHIFT + 1}:{text.rindex('case') + 1}: ")


def test_every_key_of_a_list_is_looked_up_at_its_own_place() -> None:
    first, second = refused("chassis: {power_supply_redundant: {value: true, ref: [one,\n two]}}")
    assert first.startswith(f"car.yaml:{SHIFT + 1}:")
    assert second.startswith(f"car.yaml:{SHIFT + 2}:2:")


def test_an_empty_section_says_what_to_do() -> None:
    (problem,) = refused("functional_safety: {safety_case: case}")
    assert problem.endswith("(add it to `documents`)")


def test_a_variant_of_the_file_may_be_named() -> None:
    text = "tests: {t: {kind: lab, title: T, result: pass, variant: pro}}\nvariants: {pro: {name: P}}"
    assert list(configurations(text)) == ["pro"]


# ---- subjects


@pytest.mark.parametrize(
    "subject", ["automation_features.pilot", "sensors.nose", "sensors", "vehicle.markets"]
)
def test_a_subject_is_a_path_of_the_spec(subject: str) -> None:
    only(THINGS.replace("result: pass,", f"result: pass, subject: [{subject}],"))


@pytest.mark.parametrize(
    ("subject", "mend"),
    [
        ("automation_features.pilott", "did you mean 'automation_features.pilot'?"),
        ("assistance.aeb", ""),
        ("pilot", ""),
    ],
)
def test_a_subject_that_is_no_path_of_the_spec_is_an_error(subject: str, mend: str) -> None:
    (problem,) = refused(
        THINGS.replace("result: pass,", f"result: pass, subject: [sensors.nose, {subject}],")
    )
    assert f"tests.drive.subject[1]: '{subject}' is no path of this spec" in problem
    assert mend in problem
