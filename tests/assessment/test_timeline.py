"""The timeline: which days are told, and what they do; the judge of every day is `assess` itself."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.assessment.assessing import Request, Rules, assess
from checker.assessment.timeline import timeline_of
from checker.model.finding import Outcome, Verdict
from checker.model.standard import Dates, Evidence, Proof
from checker.model.waiver import WaiverFile
from checker.record import replace
from checker.text import Text
from checker.values.dates import day_after
from tests.assessment.test_assessing import judge_by_walking
from tests.evaluation.judging import rule
from tests.making import spec, standard, stated
from tests.waivers.granting import waiver

DAY = "2026-11-20"
CAR = {"vehicle": {"category": "M1"}, "a": {"x": 1.0}}
MET = rule("a.x <= 1.0", id_="s/met")
MISSED = rule("a.x <= 0.5", id_="s/missed")
OPEN = rule("a.y <= 0.5", id_="s/open")
CERTIFIED = rule(id_="s/certified", evidence=Evidence(("certificate",)))


def asked(values, *standards, regimes=("CN",), rows=None, **request):
    """Return what `assess` and `timeline_of` take."""
    vehicle = spec(values, **(rows or {}))
    by_id = {std.id: std for std in standards}
    rules = Rules(
        standards=standards,
        judge=lambda id_: judge_by_walking(by_id[id_], vehicle),
        resolve=lambda printed: tuple(i for i in by_id if printed in (i, by_id[i].number)),
        regimes=frozenset(regimes),
        scope=Text("these", "这些"),
        digest="sha256:rules",
    )
    return vehicle, rules, Request(**({"as_of": DAY, "tool_version": "0"} | request))


def waiver_file(*waivers):
    return WaiverFile("w.yaml", "sha256:2", 12, waivers)


def course(values, *standards, kind="new-type", market="CN", **more):
    timeline = timeline_of(*asked(values, *standards, **more))
    (found,) = (one for one in timeline.courses if (one.kind, one.market) == (kind, market))
    return found


def told(of):
    """Return each event in short: the day, what begins and ends, what turns, the statements."""
    return [
        (
            event.day,
            [(part.what, part.standard.id, len(part.requirements), part.whole) for part in event.parts],
            [(turn.requirement.id, str(turn.before), str(turn.after)) for turn in event.turns],
            (event.before.kind, event.after.kind),
        )
        for event in of.events
    ]


def dated(id_, *requirements, **fields):
    entry = {key: fields.pop(key) for key in ("new_types", "all_vehicles", "ended") if key in fields}
    return standard(id_, *requirements, dates=(Dates(**entry),), **fields)


# ---- dates of standards and requirements


def test_a_standard_begins_and_what_fails_counts_from_that_day():
    of = course(CAR, dated("s", MET, MISSED, OPEN, new_types="2027-01-01"))

    assert told(of) == [
        (
            "2027-01-01",
            [("begins", "s", 3, True)],
            [("s/missed", "fail", "fail")],
            ("nothing_judged", "does_not_conform"),
        )
    ]
    (event,) = of.events
    assert event.days == 42
    assert event.parts[0].verdicts == {Verdict.FAIL: 1, Verdict.UNKNOWN: 1, Verdict.PASS: 1}
    assert (event.turns[0].begins, event.turns[0].binds) == (True, True)
    assert of.own


@pytest.mark.parametrize(
    ("dates", "kind", "days"),
    [
        ({"new_types": "2027-01-01"}, "new-type", ["2027-01-01"]),
        ({"new_types": "2027-01-01"}, "existing-type", []),
        ({"new_types": "2026-01-01", "all_vehicles": "2028-07"}, "existing-type", ["2028-07-31"]),
        ({"new_types": "2026-01-01", "all_vehicles": "2028-07"}, "new-type", []),
        ({"new_types": "2027-02"}, "new-type", ["2027-02-28"]),
        ({"new_types": DAY}, "new-type", []),  # has begun
        ({"new_types": "2026-11-21"}, "new-type", ["2026-11-21"]),
        ({"new_types": "none", "all_vehicles": "none"}, "new-type", []),
        ({"new_types": "2027-01-01", "ended": "2029-01-01"}, "new-type", ["2027-01-01", "2029-01-01"]),
        ({}, "new-type", []),
    ],
)
def test_which_days_are_told(dates, kind, days):
    assert [event.day for event in course(CAR, dated("s", MET, **dates), kind=kind).events] == days


def test_a_requirement_has_dates_of_its_own():
    late = replace(MISSED, dates=(Dates(new_types="2028-01-01"),))
    of = course(CAR, dated("s", MET, late, new_types="2027-01-01"))

    assert [(day, parts) for day, parts, *_ in told(of)] == [
        ("2027-01-01", [("begins", "s", 1, False)]),
        ("2028-01-01", [("begins", "s", 1, False)]),
    ]


def test_what_asks_nothing_of_this_vehicle_is_not_told():
    other = rule("a.x <= 1.0", id_="s/other", when="vehicle.category == 'N1'")
    assert course(CAR, dated("s", MET), dated("t", other, new_types="2027-01-01")).events == ()
    elsewhere = dated("u", MET, new_types="2027-01-01", market="EU")
    assert [one.market for one in timeline_of(*asked(CAR, dated("s", MET), elsewhere)).courses] == [
        "CN",
        "CN",
    ]


def test_voluntary_standards_begin_on_no_day():
    assert course(CAR, dated("s", MISSED, new_types="2027-01-01", legal_force="voluntary")).events == ()


def test_a_standard_whose_date_nobody_knows_is_named():
    of = course(CAR, dated("s", MET), dated("t", rule("a.x <= 1.0", id_="t/met"), new_types="2020-01-01"))

    assert [one.id for one in of.undated] == ["s"]


def test_a_later_edition_takes_over():
    old = dated("s-1", rule("a.x <= 1.0", id_="s-1/met"), new_types="2020-01-01")
    new = dated("s-2", rule("a.x <= 0.5", id_="s-2/missed"), new_types="2027-07-01", replaces=("s-1",))
    of = course(CAR, old, new)

    assert told(of) == [
        (
            "2027-07-01",
            [("ends", "s-1", 1, True), ("begins", "s-2", 1, True)],
            [("s-2/missed", "fail", "fail")],
            ("conforms", "does_not_conform"),
        )
    ]
    assert of.events[0].parts[0].ended_by == "s-2"


def test_a_day_is_told_where_nothing_fails():
    of = course(CAR, dated("s", MET, new_types="2027-01-01"))
    assert told(of) == [("2027-01-01", [("begins", "s", 1, True)], [], ("nothing_judged", "conforms"))]


# ---- validity and age of evidence and proof


def certificate(**fields):
    return {"documents": {"d": {"type": "certificate", "title": "x", "covers": ["s"], **fields}}} | CAR


@pytest.mark.parametrize(
    ("fields", "evidence", "events"),
    [
        ({"valid_until": "2027-03-01"}, None, [("2027-03-02", "pass", "unknown")]),
        ({"valid_until": "9999-12-31"}, None, []),
        ({"valid_from": "2027-03-01"}, None, [("2027-03-01", "unknown", "pass")]),
        ({"issued": "2027-03-01"}, None, [("2027-03-01", "unknown", "pass")]),
        ({"issued": "2026-01-31"}, 13, [("2027-03-01", "pass", "unknown")]),
        ({"issued": "2026-01-31", "valid_until": "2026-11-20"}, 13, [("2026-11-21", "pass", "unknown")]),
        ({"valid_until": "2026-11-19"}, None, []),
        (
            {"valid_from": "2027-01-01", "valid_until": "2027-12-31"},
            None,
            [("2027-01-01", "unknown", "pass"), ("2028-01-01", "pass", "unknown")],
        ),
    ],
)
def test_a_certificate_begins_and_lapses(fields, evidence, events):
    one = replace(CERTIFIED, evidence=Evidence(("certificate",), evidence))
    of = course(certificate(**fields), dated("s", one, new_types="2020-01-01"))

    assert [(e.day, str(t.before), str(t.after)) for e in of.events for t in e.turns] == events
    assert all(not event.parts for event in of.events)


def test_what_lapses_is_said():
    of = course(certificate(valid_until="2027-03-01"), dated("s", CERTIFIED, new_types="2020-01-01"))

    (turn,) = of.events[0].turns
    assert [reason.kind for reason in turn.reasons] == ["evidence_lapsed"]
    assert turn.reasons[0].paths == ("documents.d",)
    assert (turn.binds, turn.begins) == (True, False)


@pytest.mark.parametrize(
    ("row", "days"),
    [
        ({"date": "2026-01-15"}, ["2027-01-16"]),
        ({"refs": ("t",)}, ["2027-02-02"]),
        ({}, []),
    ],
)
def test_a_proof_grows_too_old(row, days):
    one = rule("a.x <= 1.0", id_="s/met", proof=Proof("measured", 12))
    values = CAR | {"tests": {"t": {"date": "2026-02-01"}}}
    rows = {"a__x": stated(basis="measured", **row)}
    of = course(values, dated("s", one, new_types="2020-01-01"), rows=rows)

    assert [event.day for event in of.events] == days


@pytest.mark.parametrize(
    ("require", "days"),
    [
        ("a.until >= as_of", ["2027-01-02"]),
        ("add_months(a.until, 2) >= as_of", ["2027-03-02"]),
        ("a.until >= add_years(as_of, -1)", ["2028-01-02"]),
        ("a.until <= as_of", ["2027-01-01"]),
    ],
)
def test_an_expression_that_reads_the_assessment_date(require, days):
    values = {"vehicle": {"category": "M1"}, "a": {"until": "2027-01-01"}}
    of = course(values, dated("s", rule(require, id_="s/dated"), new_types="2020-01-01"))

    assert [event.day for event in of.events] == days


# ---- waivers, gates, kinds of approval, markets


def test_a_waiver_lapses():
    file = waiver_file(waiver("s/missed", approved="2026-12-01", expires="2027-01-31"))
    of = course(CAR, dated("s", MISSED, new_types="2020-01-01"), waivers=(file,))

    turns = [(e.day, t.waiver_before, t.waiver, e.after.kind) for e in of.events for t in e.turns]
    assert turns == [
        ("2026-12-01", "upcoming", "active", "conforms_with_waivers"),
        ("2027-02-01", "active", "expired", "does_not_conform"),
    ]


def test_a_standard_that_was_asked_for_counts_from_the_start():
    of = course(CAR, dated("s", MISSED, new_types="2027-01-01"), gate=frozenset({"s"}))

    assert of.statement.kind == "does_not_conform"
    assert told(of)[0][3] == ("does_not_conform", "does_not_conform")


@pytest.mark.parametrize(
    ("values", "request_", "kinds"),
    [
        (CAR, {}, [("new-type", True), ("existing-type", False)]),
        (CAR, {"approval": "existing-type"}, [("existing-type", True)]),
        (
            {"vehicle": {"dates": {"type_approval": "2021-01-01"}}, "a": {"x": 1.0}},
            {},
            [("existing-type", True), ("new-type", False)],
        ),
    ],
)
def test_the_vehicles_own_kind_of_approval_comes_first(values, request_, kinds):
    timeline = timeline_of(*asked(values, dated("s", MET, new_types="2020-01-01"), **request_))

    assert [(one.kind, one.own) for one in timeline.courses] == kinds


def test_each_market_has_its_own_course():
    here = dated("s", MISSED, new_types="2027-01-01")
    there = dated("t", rule("a.x <= 1.0", id_="t/met"), new_types="2028-01-01", market="EU")
    timeline = timeline_of(*asked(CAR, here, there, regimes=("CN", "EU"), approval="new-type"))

    assert [(one.market, [e.day for e in one.events]) for one in timeline.courses] == [
        ("CN", ["2027-01-01"]),
        ("EU", ["2028-01-01"]),
    ]
    assert timeline.courses[1].events[0].after.kind == "conforms"


def test_only_distinct_days_are_judged():
    same = [dated(f"s{n}", replace(MET, id=f"s{n}/met"), new_types="2027-01-01") for n in range(5)]

    assert timeline_of(*asked(CAR, *same)).looked_at == ("2027-01-01",)


# ---- properties

SOON = st.dates(min_value=date(2026, 11, 1), max_value=date(2026, 12, 20))
ISO = SOON.map(lambda day: day.isoformat())
MAYBE = st.none() | ISO | st.just("none")


@st.composite
def worlds(draw):
    """Draw a vehicle with documents, standards in two editions, and a request."""
    new, every = sorted((draw(ISO), draw(ISO)))
    old = dated("s-1", rule("a.x <= 1.0", id_="s-1/met"), new_types="2020-01-01", all_vehicles=draw(MAYBE))
    late = replace(rule("a.x <= 0.5", id_="s-2/missed"), dates=(Dates(draw(MAYBE), draw(MAYBE)),))
    newer = dated(
        "s-2", late, rule("a.y <= 0.5", id_="s-2/open"), new_types=new, all_vehicles=every, replaces=("s-1",)
    )
    evidence = Evidence(("certificate",), draw(st.sampled_from((None, 1, 2))))
    proof = Proof("measured", draw(st.sampled_from((1, 2))))
    until = rule("a.until >= add_months(as_of, -1)", id_="s/until")
    third = dated(
        "s",
        replace(CERTIFIED, evidence=evidence),
        rule("a.x <= 1.0", id_="s/proved", proof=proof),
        until,
        new_types="2020-01-01",
    )
    dates = {key: draw(ISO) for key in ("valid_until", "valid_from", "issued") if draw(st.booleans())}
    values = certificate(**dates)
    values["a"] = {"x": 1.0, "until": draw(ISO)}
    if draw(st.booleans()):
        values["vehicle"] = {"category": "M1", "dates": {"type_approval": draw(ISO)}}
    file = waiver_file(waiver("s-2/missed", approved=draw(ISO), expires="2026-12-15"))
    return asked(
        values,
        old,
        newer,
        third,
        rows={"a__x": stated(basis="measured", date=draw(ISO))},
        approval=draw(st.sampled_from((None, "new-type", "existing-type"))),
        waivers=(file,) if draw(st.booleans()) else (),
    )


def shape(assessment):
    """Return all that a timeline tells of a day."""
    findings = [f for result in assessment.results for f in result.findings]
    states = [
        (
            f.requirement.id,
            f.verdict,
            f.force.kind == "binding" and f.outcome is not Outcome.OUT,
            f.waiver and f.waiver.state,
        )
        for f in findings
    ]
    return states, assessment.statement.kind, assessment.statement.provisional


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_no_other_day_changes_anything_and_each_is_judged_as_assess_does(world):
    vehicle, rules, request = world
    own = next(one for one in timeline_of(*world).courses if one.own)
    events = {event.day: event for event in own.events}
    days = [request.as_of]
    while days[-1] < "2027-02-22":
        days.append(day_after(days[-1]))
    judged = {day: assess(vehicle, rules, replace(request, as_of=day)) for day in days}

    assert own.statement == judged[request.as_of].statement
    for before, after in pairwise(days):
        if shape(judged[before]) != shape(judged[after]):
            assert after in events, (before, after)
    for day, event in events.items():
        before = max(d for d in days if d < day)
        assert (event.before.kind, event.after) == (judged[before].statement.kind, judged[day].statement)
        verdicts = {f.requirement.id: f.verdict for r in judged[day].results for f in r.findings}
        assert all(turn.after is verdicts[turn.requirement.id] for turn in event.turns)


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_events_are_in_order_after_the_assessment_date_and_say_something(world):
    for of in timeline_of(*world).courses:
        days = [event.day for event in of.events]
        assert days == sorted(set(days))
        assert all(event.days > 0 and event.day > DAY for event in of.events)
        for event in of.events:
            statements = event.before.kind, event.after.kind
            assert (
                event.parts
                or event.turns
                or statements[0] != statements[1]
                or (event.before.provisional != event.after.provisional)
            )
