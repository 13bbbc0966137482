"""Documents, tests and approvals as evidence: every sentence of DESIGN section 5 that speaks of them."""

import pytest

from checker.evaluation.evidence import Question, items, judge_evidence
from checker.model.finding import Outcome
from checker.model.standard import Evidence
from tests.making import requirement, spec

DAY = "2026-11-20"
EDITIONS = {
    "UN R157": ("r-00", "r-01"),
    "r-00": ("r-00",),
    "r-01": ("r-01",),
    "GB 1-2024": ("std",),
    "std": ("std",),
}
HOLDS, VIOLATED, OPEN = Outcome.HOLDS, Outcome.VIOLATED, Outcome.OPEN


def judge(values, *, kinds=("certificate",), id_="std/one", configuration="", **question):
    asked = Question(
        requirement=requirement(id_),
        evidence=Evidence(kinds, question.pop("max_age_months", None)),
        as_of=DAY,
        resolve=lambda printed: EDITIONS.get(printed, ()),
        series={"r-00": "00", "r-01": "01"},
        **question,
    )
    vehicle = spec(values, configuration=configuration)
    return judge_evidence(asked, tuple(items(vehicle)), vehicle)


def outcome(document, **more):
    return judge(
        {"documents": {"d": {"type": "certificate", "title": "x", "covers": ["std"], **document}}}, **more
    )[0]


def kind(values, **more):
    return [reason.kind for reason in judge(values, **more)[1]]


def test_nothing_offered_is_open():
    assert judge({})[0] is OPEN
    assert kind({}) == ["evidence_missing"]


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"status": "valid"},
        {"valid_until": DAY},  # a certificate is valid on its last day
        {"valid_from": DAY},
        {"issued": DAY},
        {"covers": ["std/one"]},
        {"covers": ["GB 1-2024"]},
        {"covers": ["other", "std"]},
        {"type": "type_approval"},
    ],
)
def test_what_counts(document):
    assert outcome(document) is HOLDS


@pytest.mark.parametrize(
    "document",
    [
        {"status": "draft"},
        {"status": "expired"},
        {"status": "superseded"},
        {"valid_until": "2026-11-19"},
        {"valid_from": "2026-11-21"},
        {"issued": "2026-11-21"},
        {"covers": ["std/two"]},
        {"covers": ["other"]},
        {"type": "declaration"},
        {"type": "photo"},
        {"variant": "sport"},
    ],
)
def test_what_does_not_count_leaves_it_open(document):
    assert outcome(document) is OPEN


@pytest.mark.parametrize("document", [{"status": "suspended"}, {"status": "withdrawn"}])
def test_what_was_taken_back_is_violated(document):
    assert outcome(document) is VIOLATED


def test_the_worst_of_what_counts_decides():
    good = {"type": "certificate", "covers": ["std"]}
    bad = {**good, "status": "withdrawn"}
    old = {**good, "status": "expired"}

    assert judge({"documents": {"a": good, "b": bad}})[0] is VIOLATED
    assert judge({"documents": {"a": good, "b": old}})[0] is HOLDS


def test_an_item_that_another_replaces_is_set_aside():
    bad = {"type": "certificate", "covers": ["std"], "status": "withdrawn"}
    new = {"type": "certificate", "covers": ["std"], "replaces": ["a"]}

    assert judge({"documents": {"a": bad, "b": new}})[0] is HOLDS


@pytest.mark.parametrize(
    ("result", "expected"),
    [("pass", HOLDS), ("fail", VIOLATED), ("inconclusive", OPEN), ("not_run", OPEN)],
)
def test_the_result_of_a_test(result, expected):
    test = {"kind": "track", "title": "x", "covers": ["std"], "result": result}

    assert judge({"tests": {"t": test}}, kinds=("test_report",))[0] is expected


@pytest.mark.parametrize("run", ["fail", "inconclusive"])
def test_a_pass_beside_a_run_that_says_otherwise_is_open(run):
    test = {"covers": ["std"], "result": "pass", "runs": [{"result": "pass"}, {"result": run}]}

    assert judge({"tests": {"t": test}}, kinds=("test_report",))[0] is OPEN


def test_a_printed_number_that_fits_several_editions_counts_for_none():
    document = {"type": "type_approval", "standards": ["UN R157"]}

    assert judge({"documents": {"d": document}}, id_="r-01/one")[0] is OPEN
    assert kind({"documents": {"d": document}}, id_="r-01/one") == ["edition_not_stated"]


def test_the_series_of_an_approval_says_which_edition():
    values = {"approvals": {"a": {"standard": "UN R157", "series": "01"}}}

    assert judge(values, id_="r-01/one")[0] is HOLDS
    assert judge(values, id_="r-00/one")[0] is OPEN


def test_an_approval_is_as_good_as_its_document():
    approval = {"standard": "std", "document": "d"}
    document = {"type": "type_approval", "title": "x", "status": "withdrawn"}

    assert judge({"approvals": {"a": approval}, "documents": {"d": document}})[0] is VIOLATED


@pytest.mark.parametrize(
    ("subject", "member", "expected"),
    [
        (["automation_features.pilot"], "automation_features.pilot", HOLDS),
        (["automation_features.pilot"], "automation_features.city", OPEN),
        (["automation_features"], "automation_features.city", HOLDS),
        (["automation_features.pilot.takeover"], "automation_features.pilot", HOLDS),
        ([], "automation_features.city", HOLDS),
        (["automation_features.pilot"], None, HOLDS),  # of the whole vehicle, and nothing is read
    ],
)
def test_a_test_counts_for_the_member_that_it_names(subject, member, expected):
    test = {"covers": ["std"], "result": "pass", "subject": subject}

    assert judge({"tests": {"t": test}}, kinds=("test_report",), member=member)[0] is expected


def test_a_test_of_something_else_does_not_speak_for_what_is_read():
    test = {"covers": ["std"], "result": "pass", "subject": ["automation_features.pilot"]}
    values = {"tests": {"t": test}}

    assert judge(values, kinds=("test_report",), reads=lambda: ("data_recording.dssad.type",))[0] is OPEN
    assert (
        judge(values, kinds=("test_report",), reads=lambda: ("automation_features.pilot.level",))[0] is HOLDS
    )


def test_an_approval_of_some_features_speaks_for_these():
    values = {"approvals": {"a": {"standard": "std", "features": ["pilot"]}}}

    assert judge(values, member="automation_features.pilot")[0] is HOLDS
    assert judge(values, member="automation_features.city")[0] is OPEN


def test_evidence_for_a_variant_counts_for_that_variant_only():
    document = {"variant": "sport"}

    assert outcome(document, configuration="sport") is HOLDS
    assert outcome(document, configuration="base") is OPEN


def test_an_approval_for_some_variants_counts_for_those_only():
    approval = {"approvals": {"a": {"standard": "GB 1-2024", "variants": ["sport", "city"]}}}

    assert judge(approval, configuration="city")[0] is HOLDS
    assert judge(approval, configuration="base")[0] is OPEN


@pytest.mark.parametrize(
    ("issued", "expected"),
    [("2023-11-20", HOLDS), ("2023-11-19", OPEN), (None, OPEN)],
)
def test_evidence_ages(issued, expected):
    document = {"issued": issued} if issued else {}

    assert outcome(document, max_age_months=36) is expected


def test_a_lapsed_certificate_says_which():
    document = {"type": "certificate", "covers": ["std"], "valid_until": "2026-01-01"}
    _, reasons = judge({"documents": {"d_old": document}})

    assert [(r.kind, r.paths) for r in reasons] == [("evidence_lapsed", ("documents.d_old",))]
    assert str(reasons[0].place) == "car.yaml:1:1"
