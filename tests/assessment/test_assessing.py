"""A whole vehicle: scope, editions, profiles, gates, ladder, and the properties of the scores."""

import pytest

from checker.assessment.assessing import Request, Rules, assess, judged_of
from checker.evaluation.bench import Bench, Reader
from checker.evaluation.rows import row_of
from checker.model.finding import Verdict
from checker.model.standard import Dates, Profile
from checker.text import Text
from checker.values.spreads import Spread
from tests.evaluation.judging import expression, rule
from tests.making import spec, standard

DAY = "2026-11-20"
BINDING = (Dates(new_types="2020-01-01"),)
CAR = {"vehicle": {"category": "M1"}, "a": {"x": 1.0}}


def judge_by_walking(std, vehicle):
    """Return what a generated judge returns, for any standard of a test."""

    def judge(_values, _conditions, as_of):
        reader = Reader(Bench.of(vehicle, as_of, lambda printed: (printed,), {}), std)
        applies = True if std.applies_when is None else reader.condition(std.applies_when)
        return applies, tuple(row_of(requirement, reader) for requirement in std.requirements)

    return judge


def run(values, *standards, regimes=("CN",), **request):
    vehicle = spec(values)
    by_id = {std.id: std for std in standards}
    rules = Rules(
        standards=standards,
        judge=lambda id_: judge_by_walking(by_id[id_], vehicle),
        resolve=lambda printed: tuple(i for i in by_id if printed in (i, by_id[i].number)),
        regimes=frozenset(regimes),
        scope=Text("these", "这些"),
        digest="sha256:rules",
    )
    return assess(vehicle, rules, Request(DAY, "0", **request))


def std_of(id_, *requirements, **fields):
    return standard(id_, *requirements, **({"dates": BINDING} | fields))


MET = rule("a.x <= 1.0", id_="s/met")
MISSED = rule("a.x <= 0.5", id_="s/missed")
OPEN = rule("a.y <= 0.5", id_="s/open")


def verdicts(assessment):
    return {f.requirement.id: str(f.verdict) for r in assessment.results for f in r.findings}


def test_a_vehicle_is_judged_by_every_requirement_in_clause_order():
    assessment = run(CAR, std_of("s", MET, MISSED, OPEN))

    assert verdicts(assessment) == {"s/met": "pass", "s/missed": "fail", "s/open": "unknown"}
    assert assessment.statement.kind == "does_not_conform"
    assert assessment.accounts.score.low == 1 / 3
    assert assessment.as_of == DAY


@pytest.mark.parametrize(
    ("regimes", "fields", "applies", "why"),
    [
        (("UNECE",), {}, "no", "market"),
        (("CN",), {"applies_when": expression("vehicle.category == 'N1'")}, "no", "condition"),
        (("CN",), {"applies_when": expression("vehicle.heavy")}, "open", "missing"),
        (("CN",), {"applies_when": expression("vehicle.category == 'M1'")}, "yes", None),
        (("CN",), {}, "yes", None),
    ],
)
def test_whether_a_standard_applies(regimes, fields, applies, why):
    (result,) = run(CAR, std_of("s", MET, **fields), regimes=regimes).results

    assert result.applies == applies
    assert [reason.kind for reason in result.why] == ([why] if why else [])
    assert result.findings[0].verdict == {"no": "not_applicable", "open": "unknown", "yes": "pass"}[applies]


@pytest.mark.parametrize(
    ("mass", "applies", "verdict"),
    [
        ((4000.0, 4536.0), "yes", "pass"),
        ((4000.0, 5000.0), "open", "unknown"),
        ((4537.0, 5000.0), "no", "not_applicable"),
    ],
)
def test_a_range_may_leave_open_whether_a_standard_applies(mass, applies, verdict):
    light = std_of("s", MET, applies_when=expression("vehicle.mass_kg <= 4536.0"))
    (result,) = run(CAR | {"vehicle": {"mass_kg": Spread(*mass)}}, light).results

    assert (result.applies, str(result.findings[0].verdict)) == (applies, verdict)
    why = {
        "yes": [],
        "open": [("uncertain", ("vehicle.mass_kg",))],
        "no": [("condition", ("vehicle.mass_kg",))],
    }
    assert [(reason.kind, reason.paths) for reason in result.why] == why[applies]


def test_an_open_standard_stays_at_stake_so_that_deleting_a_field_helps_nobody():
    heavy = std_of("s", MISSED, applies_when=expression("vehicle.heavy"))

    said = run({**CAR, "vehicle": {"heavy": True}}, heavy).accounts.score
    silent = run(CAR, heavy).accounts.score
    assert (said.low, silent.low, silent.high) == (0.0, 0.0, 1.0)


def test_what_is_out_stays_out_while_applicability_is_open():
    never = rule("a.x <= 0.5", id_="s/never", when="a.x > 5.0")
    assessment = run(CAR, std_of("s", never, applies_when=expression("vehicle.heavy")))

    assert verdicts(assessment) == {"s/never": "not_applicable"}


def test_only_the_edition_that_counts_is_judged():
    old = std_of("r-00", rule("a.x <= 0.5", id_="r-00/one"), dates=(Dates(new_types="2021-01-22"),))
    new = std_of(
        "r-01", rule("a.x <= 1.0", id_="r-01/one"), dates=(Dates(new_types="2023-09-01"),), replaces=("r-00",)
    )
    assessment = run(CAR, old, new)

    assert verdicts(assessment) == {"r-00/one": "not_applicable", "r-01/one": "pass"}
    ended = assessment.results[0]
    assert (ended.applies, ended.why[0].kind, ended.findings[0].force.ended_by) == (
        "no",
        "superseded",
        "r-01",
    )
    assert assessment.statement.kind == "conforms"


def test_an_existing_type_of_which_neither_date_nor_edition_is_stated_leaves_it_open():
    old = std_of("r-00", rule("a.x <= 1.0", id_="r-00/one"))
    new = std_of("r-01", rule("a.x <= 1.0", id_="r-01/one"), replaces=("r-00",))
    assessment = run(CAR, old, new, approval="existing-type")

    assert [result.applies for result in assessment.results] == ["open", "open"]
    assert assessment.results[0].why[0].paths == ("vehicle.dates.type_approval",)


def test_an_approval_names_its_edition():
    old = std_of("r-00", rule("a.x <= 0.5", id_="r-00/one"))
    new = std_of("r-01", rule("a.x <= 1.0", id_="r-01/one"), replaces=("r-00",))
    values = {**CAR, "approvals": {"a": {"standard": "r-00"}}}
    assessment = run(values, old, new, approval="existing-type")

    assert verdicts(assessment) == {"r-00/one": "fail", "r-01/one": "pass"}


def test_a_later_edition_is_upcoming_and_does_not_reach_the_whole():
    old = std_of("r-00", rule("a.x <= 1.0", id_="r-00/one"))
    new = std_of(
        "r-01", rule("a.x <= 0.5", id_="r-01/one"), dates=(Dates(new_types="2027-01-01"),), replaces=("r-00",)
    )
    assessment = run(CAR, old, new)

    assert [r.findings[0].force.kind for r in assessment.results] == ["binding", "upcoming"]
    assert assessment.statement.kind == "conforms"
    assert assessment.accounts.readiness.low == 0.0


def test_a_standard_asked_for_by_name_counts_as_binding():
    upcoming = std_of("s", MISSED, dates=(Dates(new_types="2028-01-01"),))

    assert run(CAR, upcoming).statement.kind == "nothing_judged"
    gated = run(CAR, upcoming, gate=frozenset({"s"}))
    assert gated.statement.kind == "does_not_conform"
    assert gated.accounts.score.low == 0.0


def test_a_profile_switches_off_and_the_standard_is_at_best_undetermined():
    profile = Profile("p", Text("p", "p"), "sha256:p", off={"s/missed": Text("not ours", "非本产品")})
    assessment = run(CAR, std_of("s", MET, MISSED), profile=profile)

    off = assessment.results[0].findings[1]
    assert (off.verdict, off.reasons[0].kind) == (Verdict.UNKNOWN, "switched_off")
    assert assessment.statement.kind == "undetermined"
    assert assessment.accounts.score.at_stake == 1


def test_a_taxonomy_feeds_the_ladder_and_nothing_else():
    rung = rule("f.on", id_="t/rung", each="automation_features", rung=3)
    taxonomy = std_of("t", rung, kind="taxonomy")
    values = {**CAR, "automation_features": {"pilot": {"level": 3, "on": True}}}
    assessment = run(values, std_of("s", MET), taxonomy, regimes=("UNECE",))

    assert [(s.feature, s.claimed, s.supported) for s in assessment.ladder] == [("pilot", 3, 3)]
    assert [result.standard.id for result in assessment.results] == ["s"]


def test_advice_names_what_decides_the_most():
    more = rule("a.y <= 1.0", "a.z", id_="s/more")
    assessment = run(CAR, std_of("s", OPEN, more))

    assert [(a.path, a.decides) for a in assessment.advice] == [("a.y", ("s/open",)), ("a.z", ("s/more",))]


def test_an_unverified_rule_leaves_the_vehicle_undetermined_at_worst_and_provisional_at_best():
    suspected = rule("a.x <= 0.5", id_="s/suspected", verified=False)
    provisional = rule("a.x <= 1.0", id_="s/provisional", verified=False)

    assert run(CAR, std_of("s", suspected)).statement.kind == "undetermined"
    passed = run(CAR, std_of("s", provisional)).statement
    assert (passed.kind, passed.provisional) == ("conforms", True)


def test_approval_and_its_reason_are_told():
    asked = run(CAR, std_of("s", MET), approval="existing-type").approval
    dated = run({**CAR, "vehicle": {"dates": {"type_approval": "2025-05-05"}}}, std_of("s", MET)).approval
    silent = run(CAR, std_of("s", MET)).approval

    assert (asked.kind, dated.kind, silent.kind) == ("existing-type", "existing-type", "new-type")
    assert "2025-05-05" in dated.reason.en


def test_the_worst_configuration_decides_the_document():
    good, bad = run(CAR, std_of("s", MET)), run(CAR, std_of("s", MISSED))

    assert judged_of("car.yaml", 1, (good, bad)).decisive == 1
    assert judged_of("car.yaml", 1, (good, bad)).statement == bad.statement


def test_the_same_inputs_give_the_same_assessment():
    assert run(CAR, std_of("s", MET, OPEN)) == run(CAR, std_of("s", MET, OPEN))


@pytest.mark.parametrize("explain_all", [True, False])
def test_passes_come_with_what_was_read_where_it_is_asked_for(explain_all):
    (finding,) = run(CAR, std_of("s", MET), explain_all=explain_all).results[0].findings

    assert bool(finding.reads) is explain_all


def test_a_requirement_that_has_ended_is_not_applicable():
    over = rule("a.x <= 0.5", id_="s/over", dates=(Dates(new_types="2020-01-01", ended="2026-01-01"),))

    assert verdicts(run(CAR, std_of("s", MET, over))) == {"s/met": "pass", "s/over": "not_applicable"}
