"""Waivers reach statements and nothing else: DESIGN's table, and no verdict and no score that differs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.assessment.assessing import judged_of
from checker.assessment.gate import Gate, decide
from checker.assessment.scores import accounts_of, domains_of
from checker.assessment.statements import statement_of, whole_of
from checker.assessment.waivers import waived_findings, waivers_used
from checker.model.assessment import Coverage
from checker.model.finding import Finding
from checker.model.standard import Dates, Profile
from checker.record import replace
from checker.text import Text
from tests.assessment.test_assessing import CAR, MET, MISSED, OPEN, run, std_of, verdicts
from tests.evaluation.judging import rule
from tests.making import finding, standard
from tests.waivers.granting import CAR as X9
from tests.waivers.granting import DAY, each, expired, file_of, upcoming, waiver

COVERAGE = Coverage(34, 17, 5, 20, 20)
GRANTED = {"none": (), "expired": (expired(),), "upcoming": (upcoming(),), "active": (waiver(),)}


def with_(granted: str, *findings: Finding) -> tuple[Finding, ...]:
    files = (file_of(*GRANTED[granted]),)
    return waived_findings(findings, files, X9, DAY)


def never(_: Finding) -> bool:
    return False


def always(_: Finding) -> bool:
    return True


# ---- the statement table


@pytest.mark.parametrize("force", ["binding", "upcoming", "voluntary", "not_known"])
@pytest.mark.parametrize(
    ("verdict", "granted", "kind"),
    [
        ("pass", "active", "conforms"),
        ("fail", "none", "does_not_conform"),
        ("fail", "expired", "does_not_conform"),
        ("fail", "upcoming", "does_not_conform"),
        ("fail", "active", "conforms_with_waivers"),
        ("unknown", "active", "undetermined"),
        ("review", "active", "undetermined"),
        ("not_applicable", "active", "not_applicable"),
    ],
)
def test_the_statement_of_a_standard(verdict, granted, kind, force):
    findings = with_(granted, finding(verdict, force=force))

    assert statement_of(standard(), findings, COVERAGE).kind == kind


@pytest.mark.parametrize(
    ("verdict", "granted", "force", "kind"),
    [
        ("pass", "active", "binding", "conforms"),
        ("fail", "none", "binding", "does_not_conform"),
        ("fail", "expired", "binding", "does_not_conform"),
        ("fail", "upcoming", "binding", "does_not_conform"),
        ("fail", "active", "binding", "conforms_with_waivers"),
        ("fail", "none", "not_known", "undetermined"),
        ("fail", "expired", "not_known", "undetermined"),
        ("fail", "active", "not_known", "conforms_with_waivers"),
        ("fail", "active", "upcoming", "nothing_judged"),  # listed
        ("fail", "active", "voluntary", "nothing_judged"),
        ("unknown", "active", "binding", "undetermined"),
        ("review", "active", "binding", "undetermined"),
        ("not_applicable", "active", "binding", "nothing_judged"),
    ],
)
def test_the_statement_of_the_whole(verdict, granted, force, kind):
    assert whole_of(with_(granted, finding(verdict, force=force)), never).kind == kind


@pytest.mark.parametrize("force", ["binding", "upcoming", "voluntary", "not_known"])
@pytest.mark.parametrize(
    ("granted", "kind"), [("active", "conforms_with_waivers"), ("expired", "does_not_conform")]
)
def test_a_standard_asked_for_by_name(granted, kind, force):
    assert whole_of(with_(granted, finding("fail", force=force)), always).kind == kind


@pytest.mark.parametrize("obligation", ["should", "may"])
def test_waived_or_not_should_and_may_reach_no_statement(obligation):
    (failed,) = with_("active", finding("fail", obligation=obligation))

    assert failed.waiver.state == "active"  # listed all the same
    assert whole_of([failed], never).kind == "nothing_judged"


@pytest.mark.parametrize(
    ("others", "kind"),
    [
        (("pass",), "conforms_with_waivers"),
        (("pass", "unknown"), "undetermined"),
        (("pass", "review"), "undetermined"),
        (("unknown", "fail"), "does_not_conform"),  # that one is not waived
        (("not_applicable",), "conforms_with_waivers"),
    ],
)
def test_the_worst_still_decides(others, kind):
    findings = with_("active", finding("fail"), *(finding(v, id_=f"std/{i}") for i, v in enumerate(others)))

    assert whole_of(findings, never).kind == kind
    assert statement_of(standard(), findings, COVERAGE).kind == kind


def test_provisional_stands_beside_conforms_with_waivers():
    findings = with_("active", finding("fail"), finding("pass", id_="std/two", provisional=True))
    whole = whole_of(findings, never)

    assert (whole.kind, whole.provisional) == ("conforms_with_waivers", True)
    assert whole.text == Text(
        "conforms with waivers in the 2 binding requirements of 1 standard that apply, of which 1 is waived; "
        "provisional",
        "在豁免条件下符合（暂定；范围：适用的 1 项标准法规中 2 条强制性要求，其中 1 条为豁免）",
    )


def test_the_sentence_says_how_many_are_waived():
    files = (file_of(waiver(), waiver("std/two")),)
    findings = waived_findings((finding("fail"), finding("fail", id_="std/two")), files, X9, DAY)

    assert statement_of(standard(), findings, COVERAGE).text.en == (
        "conforms with waivers in the 2 applicable requirements, from 17 of 34 clauses, of which 2 are waived"
    )
    assert "waived" not in whole_of(with_("expired", finding("fail")), never).text.en


# ---- a whole assessment


def assessed(*granted, values=CAR, standards=None, **request):
    files = (file_of(*granted),) if granted else ()
    return run(values, *(standards or [std_of("s", MET, MISSED)]), waivers=files, **request)


def test_a_vehicle_conforms_with_waivers_and_passes_the_gate():
    assessment = assessed(waiver("s/missed"))
    decision = decide(judged_of("car.yaml", 1, (assessment,)), Gate())

    assert assessment.statement.kind == "conforms_with_waivers"
    assert verdicts(assessment) == {"s/met": "pass", "s/missed": "fail"}
    assert decision.holds
    assert [reason.en for reason in decision.reasons] == ["what is not met is waived"]


@pytest.mark.parametrize("granted", [(), (expired("s/missed"),), (upcoming("s/missed"),), (waiver("s/met"),)])
def test_without_an_active_waiver_the_gate_does_not_hold(granted):
    assessment = assessed(*granted)

    assert assessment.statement.kind == "does_not_conform"
    assert not decide(judged_of("car.yaml", 1, (assessment,)), Gate()).holds


def test_a_score_below_what_is_asked_is_not_waived():
    judged = judged_of("car.yaml", 1, (assessed(waiver("s/missed")),))

    assert judged.assessments[0].accounts.score.low == 0.5
    assert not decide(judged, Gate(min_score=0.6)).holds


def test_every_waiver_is_told_in_its_order():
    every = (waiver("s/missed"), waiver("s/met"), expired("s/missed"), waiver("t/none"), waiver(vehicle="no"))
    assessment = assessed(*every)

    assert [use.waiver for use in assessment.waivers] == list(every)
    assert [use.state for use in assessment.waivers] == [
        "active",
        "unused",
        "expired",
        "unmatched",
        "unmatched",
    ]
    assert assessment.waiver_files[0].waivers == every
    assert assessed().waivers == assessed().waiver_files == ()


def test_what_is_switched_off_or_does_not_apply_uses_no_waiver():
    profile = Profile("p", Text("p", "p"), "sha256:p", off={"s/missed": Text("not ours", "非本产品")})
    (off,) = assessed(waiver("s/missed"), profile=profile).waivers
    (away,) = assessed(waiver("s/missed"), regimes=("EU",)).waivers

    assert (off.state, away.state) == ("unused", "unused")


def test_the_level_ladder_knows_no_waivers():
    rung = rule("f.on", id_="t/rung", each="automation_features", rung=3)
    values = {**CAR, "automation_features": {"pilot": {"level": 3, "on": False}}}
    standards = [std_of("s", MET), std_of("t", rung, kind="taxonomy")]
    assessment = assessed(waiver("t/rung"), values=values, standards=standards)

    assert assessment.waivers[0].state == "unmatched"
    assert assessment.ladder[0].blockers[0].waiver is None
    assert assessment.ladder == assessed(values=values, standards=standards).ladder


def test_a_waiver_for_one_feature_leaves_the_other():
    both = rule("f.on", id_="s/both", each="automation_features")
    values = {"automation_features": {"a": {"on": False}, "b": {"on": False}}}

    def kind(*paths: str | None) -> str:
        granted = [waiver("s/both", path=path) for path in paths]
        return assessed(*granted, values=values, standards=[std_of("s", both)]).statement.kind

    assert kind("automation_features.a") == "does_not_conform"
    assert kind("automation_features.a", "automation_features.b") == "conforms_with_waivers"
    assert kind(None) == "conforms_with_waivers"


# ---- no output differs in verdict or score

OUTCOMES = ("violated", "open", "holds", "out")
DAYS = st.dates().map(str)


@st.composite
def findings_and_waivers(draw: Any) -> tuple[tuple[Finding, ...], Any, str]:
    made = []
    for index in range(draw(st.integers(1, 6))):
        fields = {
            "force": draw(st.sampled_from(["binding", "upcoming", "not_known", "voluntary"])),
            "obligation": draw(st.sampled_from(["shall", "shall", "should", "may"])),
            "weight": draw(st.integers(1, 5)),
            "domain": draw(st.sampled_from(["cloud", "chassis"])),
        }
        verdict = draw(st.sampled_from(["pass", "fail", "fail", "unknown", "review", "not_applicable"]))
        made.append(finding(verdict, id_=f"std/r{index}", **fields))
    members = draw(st.dictionaries(st.sampled_from("abc"), st.sampled_from(OUTCOMES), min_size=1))
    several = each(**members)
    made.append(replace(several, requirement=replace(several.requirement, id="std/several")))
    ids = st.sampled_from([one.requirement.id for one in made] + ["std/none", "other/r0"])
    paths = st.sampled_from([None, "automation_features.a", "automation_features.b", "automation_features.z"])
    one = st.builds(
        waiver,
        ids,
        approved=DAYS,
        expires=DAYS,
        path=paths,
        vehicle=st.sampled_from([None, "x9", "x8"]),
        line=st.integers(1, 99),
    )
    return tuple(made), draw(st.lists(one, max_size=8)), draw(DAYS)


@given(findings_and_waivers())
def test_no_verdict_and_no_score_differs_with_and_without_waivers(drawn):
    plain, granted, day = drawn
    files = (file_of(*granted),)
    waived = waived_findings(plain, files, X9, day)

    assert tuple(replace(one, waiver=None) for one in waived) == plain
    assert accounts_of(waived, never) == accounts_of(plain, never)
    assert accounts_of(waived, always) == accounts_of(plain, always)
    assert domains_of(waived, never) == domains_of(plain, never)
    for one in waived:
        assert one.waiver is None or str(one.verdict) == "fail"
    for gated in (never, always):
        before, after = whole_of(plain, gated).kind, whole_of(waived, gated).kind
        assert before == after or (before, after) in [
            ("does_not_conform", "conforms_with_waivers"),
            ("does_not_conform", "undetermined"),
            ("undetermined", "conforms_with_waivers"),
        ]
    told = waivers_used(files, waived, X9, day, lambda standard: (standard,) if standard == "std" else ())
    assert [use.waiver for use in told] == granted
    for use in told:
        assert bool(use.covers) <= (use.state in ("active", "expired", "upcoming"))


@given(findings_and_waivers())
def test_a_fail_is_waived_exactly_if_each_violated_member_has_a_waiver_that_counts(drawn):
    plain, granted, day = drawn
    for one in waived_findings(plain, (file_of(*granted),), X9, day):
        its = [w for w in granted if w.requirement == one.requirement.id and w.vehicle in (None, "x9")]
        counting = [w for w in its if w.approved <= day <= w.expires]
        keys = [member.key for member in one.members if member.outcome == "violated"]
        covered = [
            any(w.path is None or (key and w.path == f"automation_features.{key}") for w in counting)
            for key in keys
        ]
        expected = str(one.verdict) == "fail" and bool(keys) and all(covered)
        assert (one.waiver is not None and one.waiver.state == "active") is expected


@given(st.sampled_from([MET, MISSED, OPEN]), DAYS, DAYS, DAYS)
def test_a_whole_assessment_keeps_its_verdicts_and_scores(requirement, approved, expires, dated):
    standards = [std_of("s", MET, MISSED, OPEN, dates=(Dates(new_types=dated),))]
    one = waiver(requirement.id, approved=approved, expires=expires)
    plain, waived = assessed(standards=standards), assessed(one, standards=standards)

    assert verdicts(plain) == verdicts(waived)
    assert plain.accounts == waived.accounts
    assert plain.domains == waived.domains
    assert plain.advice == waived.advice
    assert plain.ladder == waived.ladder
    for before, after in zip(plain.results, waived.results, strict=True):
        assert before.accounts == after.accounts
