import pytest

from checker.model.spec import Configuration
from checker.record import replace
from checker.rendering.control import configuration_name, control_block, report_number, vehicle_name
from checker.rendering.issue import BLANK, Issue
from checker.rendering.wording import load_words
from checker.text import Text
from tests.rendering.sample import assessment, judged

WORDS = load_words()


def block(one=None, issue=BLANK):
    return {label.en: value for label, value in control_block(one or judged(), "ICV-1", WORDS, issue)}


def test_what_an_auditor_looks_for_is_there():
    shown = block()
    assert shown["Report number"] == "ICV-1"
    assert shown["Spec file (as supplied)"] == Text(
        "specs/yunzhou_x9.yaml, document 1", "specs/yunzhou_x9.yaml，第 1 个文档"
    )
    assert shown["Spec SHA-256"] == "d4f02eaafd1a9e9de7d10972ca8e47fa7a985825c3c9c1e249c72683cb3e4f19"
    assert shown["Rule set SHA-256"].startswith("9f86d081")
    assert shown["Profile SHA-256"] == "7" * 64
    assert shown["Assessment date"] == "2026-11-20"
    assert shown["Spec revision"] == "0.9.2, 2026-11-05"
    assert shown["Configuration"].en == "full (all option packages)"
    assert shown["Kind of approval"].en == "new type: the spec states no type approval date"
    assert shown["Rule set"].en == "5 standards, 23 requirements"
    assert shown["Tool"].en == "icv-checker 0.1.0, score model 1"
    assert shown["Supersedes report"] == ""


#: What a report that nobody has issued leaves blank, in its order.
BLANKS = (
    "Revision",
    "Supersedes report",
    "Date of issue",
    "Issued by (name, address)",
    "Customer",
    "Prepared",
    "Reviewed",
    "Approved",
)


def test_what_only_people_know_is_left_blank_and_never_made_up():
    assert [label for label, value in block().items() if value == ""] == list(BLANKS)
    assert "Changes in this revision" not in block()


def test_what_they_say_is_printed_as_they_say_it():
    issue = Issue(
        number="CR-118",
        revision="B",
        supersedes="CR-118 A",
        changes=("capacity measured again", "manual of 2026-11"),
        issued="2026-11-21",
        issued_by="Example Technical Service, 1 Example Road",
        customer="Yunzhou",
        prepared_by="A. Author",
        reviewed_by="B. Reader",
        approved_by="C. Chief",
    )
    shown = block(issue=issue)
    assert {label: shown[label] for label in BLANKS} == {
        "Revision": "B",
        "Supersedes report": "CR-118 A",
        "Date of issue": "2026-11-21",
        "Issued by (name, address)": "Example Technical Service, 1 Example Road",
        "Customer": "Yunzhou",
        "Prepared": "A. Author",
        "Reviewed": "B. Reader",
        "Approved": "C. Chief",
    }
    assert shown["Changes in this revision"] == "capacity measured again; manual of 2026-11"


def test_a_number_of_their_own_stands_beside_that_of_the_inputs():
    shown = block(issue=Issue(number="CR-118"))
    assert (shown["Report number"], shown["Identifier of the inputs"]) == ("CR-118", "ICV-1")
    assert "Identifier of the inputs" not in block()


def test_without_a_profile_there_is_no_digest_of_one():
    one = judged()
    bare = replace(one, assessments=tuple(replace(a, profile=None) for a in one.assessments))
    shown = block(bare)
    assert "Profile SHA-256" not in shown
    assert shown["Profile"].zh.startswith("无")


def test_a_profile_says_what_it_is_for():
    one = judged()
    purpose = Text("For a first access.", "用于首次准入。")
    given = tuple(replace(a, profile=replace(a.profile, purpose=purpose)) for a in one.assessments)
    shown = block(replace(one, assessments=given))
    assert shown["Purpose of the profile"] == purpose
    keys = list(shown)
    assert (
        keys.index("Profile") + 1 == keys.index("Purpose of the profile") == keys.index("Profile SHA-256") - 1
    )


def test_the_files_that_a_spec_extends_are_named():
    one = judged()
    spec = replace(one.assessments[1].spec, extended=("base.yaml", "platform.yaml"))
    extended = replace(one, assessments=(one.assessments[0], replace(one.assessments[1], spec=spec)))
    assert block(extended)["Spec file (as supplied)"].en.endswith("extends base.yaml, platform.yaml")


def test_equal_inputs_have_equal_numbers():
    assert report_number((judged(),)) == report_number((judged(),))
    assert report_number((judged(),)).startswith("ICV-20261120-")


@pytest.mark.parametrize(
    "change",
    [
        {"as_of": "2026-11-21"},
        {"rules_digest": "sha256:0"},
        {"tool_version": "9"},
        {"profile": None},
        {"score_model": "2"},
        {"scope": Text("other", "其他")},
    ],
)
def test_other_inputs_have_other_numbers(change):
    one = judged()
    other = replace(one, assessments=tuple(replace(a, **change) for a in one.assessments))
    assert report_number((one,)) != report_number((other,))


def test_a_number_is_made_of_a_hostile_file_name_too():
    assert report_number((replace(judged(), file="\ud800"),))


@pytest.mark.parametrize(
    ("vehicle", "name"),
    [
        ({"name": "X9", "id": "x"}, "X9"),
        ({"id": "x"}, "x"),
        ({}, "specs/yunzhou_x9.yaml"),
        (None, "specs/yunzhou_x9.yaml"),
    ],
)
def test_vehicle_name(vehicle, name):
    one = assessment()
    assert vehicle_name(replace(one, spec=replace(one.spec, values={"vehicle": vehicle}))).en == name


@pytest.mark.parametrize(
    ("configuration", "name"),
    [
        (Configuration(""), "the only one"),
        (Configuration("base"), "base (no option package)"),
        (Configuration("taxi"), "taxi"),
        (Configuration("taxi", Text("Taxi", "出租车")), "Taxi (taxi)"),
    ],
)
def test_configuration_name(configuration, name):
    one = assessment()
    assert (
        configuration_name(replace(one, spec=replace(one.spec, configuration=configuration)), WORDS).en
        == name
    )
