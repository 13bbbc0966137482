"""The same spec on every day on which something may change: what begins or ends, and what that does to it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from checker.assessment.assessing import Request, Rules, assess
from checker.assessment.statements import whole_of
from checker.evaluation.changing import changing_days
from checker.evaluation.force import ApprovalKind
from checker.model.assessment import Assessment, StandardResult, Statement
from checker.model.finding import Finding, Outcome, Verdict
from checker.model.spec import VehicleSpec
from checker.model.standard import Standard
from checker.model.timeline import Course, Event, Part, Timeline, Turn
from checker.record import replace
from checker.values.dates import NotADate, day_after, days_between

#: Returns what a configuration comes to on a day, judged as asked for or as another kind of approval.
OnDay = Callable[[str, ApprovalKind | None], Assessment]


def timeline_of(spec: VehicleSpec, rules: Rules, request: Request) -> Timeline:
    """Return what changes for a configuration from the assessment date on, in each of its markets.

    The vehicle is judged as it is asked for; unless a kind of approval is asked for, as the other one too.
    """
    days = _days(spec, rules, request)
    lean = replace(request, explain_all=False)

    def on(day: str, kind: ApprovalKind | None) -> Assessment:
        return assess(spec, rules, replace(lean, as_of=day, approval=kind or request.approval))

    kinds: list[ApprovalKind | None] = [None]
    own = on(request.as_of, None)
    if request.approval is None:
        kinds.append("existing-type" if own.approval.kind == "new-type" else "new-type")
    courses = [
        course
        for kind in kinds
        for course in _courses(
            [
                own if kind is None and day == request.as_of else on(day, kind)
                for day in (request.as_of, *days)
            ],
            own=kind is None,
        )
    ]
    order = list(dict.fromkeys(course.market for course in courses))
    courses.sort(key=lambda course: order.index(course.market))
    return Timeline(
        spec, request.as_of, days, tuple(courses), rules.scope, rules.digest, request.tool_version
    )


def _days(spec: VehicleSpec, rules: Rules, request: Request) -> tuple[str, ...]:
    """Return the days after the assessment date on which something may change, in their order."""
    in_market = (standard for standard in rules.standards if standard.market in rules.regimes)
    days = set(changing_days(spec, in_market, rules.resolve))
    for waiver in (waiver for file in request.waivers for waiver in file.waivers):
        days.add(waiver.approved)
        try:
            days.add(day_after(waiver.last_day))
        except NotADate:  # it counts until the end of the calendar
            continue
    return tuple(sorted(day for day in days if day > request.as_of))


def _courses(assessments: list[Assessment], *, own: bool) -> Iterator[Course]:
    """Yield the course of each market in which something applies on some day."""
    today = assessments[0]
    results = [result for assessment in assessments for result in assessment.results]
    for market in dict.fromkeys(r.standard.market for r in results if _concerns(r)):
        views = [_in_market(assessment, market) for assessment in assessments]
        statements = [
            _statement(view, assessment) for view, assessment in zip(views, assessments, strict=True)
        ]
        moves = zip(assessments[1:], pairwise(views), pairwise(statements), strict=True)
        events = (
            _event(after.as_of, today, view, statement, frozenset(today.gate))
            for after, view, statement in moves
        )
        yield Course(
            market=market,
            kind=today.approval.kind,
            own=own,
            statement=statements[0],
            events=tuple(event for event in events if event),
            undated=tuple(_undated(views[0])),
        )


def _concerns(result: StandardResult) -> bool:
    """Return whether a standard asks something of this vehicle, or may."""
    return any(finding.outcome is not Outcome.OUT for finding in result.findings)


def _in_market(assessment: Assessment, market: str) -> tuple[StandardResult, ...]:
    return tuple(result for result in assessment.results if result.standard.market == market)


def _statement(results: Iterable[StandardResult], assessment: Assessment) -> Statement:
    gate = assessment.gate
    findings = [finding for result in results for finding in result.findings]
    return whole_of(findings, lambda finding: _standard_id(finding) in gate)


def _standard_id(finding: Finding) -> str:
    return finding.requirement.id.partition("/")[0]


def _undated(results: Iterable[StandardResult]) -> Iterator[Standard]:
    """Yield the standards that apply and of which some requirement binds nobody knows when."""
    for result in results:
        forces = [f.force for f in result.findings if f.outcome is not Outcome.OUT]
        if any(f.kind == "not_known" or (f.kind == "upcoming" and f.date is None) for f in forces):
            yield result.standard


def _event(
    day: str,
    today: Assessment,
    results: tuple[tuple[StandardResult, ...], tuple[StandardResult, ...]],
    statements: tuple[Statement, Statement],
    gate: frozenset[str],
) -> Event | None:
    """Return what changes on a day; None where nothing does."""
    pairs = list(zip(*results, strict=True))
    parts = [part for before, after in pairs for part in _parts(before, after)]
    turns = [turn for before, after in pairs for turn in _turns(before, after, gate)]
    before, after = statements
    if not parts and not turns and (before.kind, before.provisional) == (after.kind, after.provisional):
        return None
    return Event(
        day=day,
        days=days_between(today.as_of, day),
        parts=tuple(sorted(parts, key=lambda part: part.what == "begins")),
        turns=tuple(sorted(turns, key=lambda turn: list(Verdict).index(turn.after))),
        before=before,
        after=after,
    )


def _moves(before: StandardResult, after: StandardResult) -> Iterator[tuple[Finding, Finding]]:
    return zip(before.findings, after.findings, strict=True)


def _begins(before: Finding, after: Finding) -> bool:
    asks = after.outcome is not Outcome.OUT
    return asks and after.force.kind == "binding" and before.force.kind != "binding"


def _ends(before: Finding, after: Finding) -> bool:
    asked = before.outcome is not Outcome.OUT
    return asked and after.force.kind == "ended" and before.force.kind != "ended"


def _parts(before: StandardResult, after: StandardResult) -> Iterator[Part]:
    ended = [(old, new) for old, new in _moves(before, after) if _ends(old, new)]
    if ended:
        asked = sum(old.outcome is not Outcome.OUT for old in before.findings)
        by = ended[0][1].force.ended_by
        ids = tuple(new.requirement.id for _, new in ended)
        yield Part("ends", after.standard, ids, len(ended) == asked, {}, by)
    begun = [new for old, new in _moves(before, after) if _begins(old, new)]
    if begun:
        asks = sum(new.outcome is not Outcome.OUT for new in after.findings)
        tally = Counter(new.verdict for new in begun)
        verdicts = {verdict: tally[verdict] for verdict in Verdict if tally[verdict]}
        ids = tuple(new.requirement.id for new in begun)
        yield Part("begins", after.standard, ids, len(begun) == asks, verdicts)


def _turns(before: StandardResult, after: StandardResult, gate: frozenset[str]) -> Iterator[Turn]:
    """Yield what comes to something else, and what fails and begins to bind; what ended is told as a part."""
    for old, new in _moves(before, after):
        begins = _begins(old, new)
        waivers = [f.waiver.state if f.waiver else None for f in (old, new)]
        turned = old.verdict is not new.verdict or waivers[0] != waivers[1]
        if _ends(old, new) or not (turned or (begins and new.verdict is Verdict.FAIL)):
            continue
        yield Turn(
            requirement=new.requirement,
            before=old.verdict,
            after=new.verdict,
            binds=new.force.kind == "binding" or _standard_id(new) in gate,
            begins=begins,
            reasons=new.reasons,
            waiver_before=waivers[0],
            waiver=waivers[1],
        )
