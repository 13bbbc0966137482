"""One configuration against the standards in scope, on one day."""

from collections.abc import Callable, Iterable

from checker.assessment.advice import advice_of
from checker.assessment.answers import stray_answers
from checker.assessment.ladder import ladder_of
from checker.assessment.scores import accounts_of, domains_of, sum_of
from checker.assessment.statements import statement_of, whole_of, worst_statement
from checker.assessment.waivers import waived_findings, waivers_used
from checker.evaluation.bench import Bench, Judge, Reader
from checker.evaluation.editions import Edition, editions, families
from checker.evaluation.evidence import Resolve
from checker.evaluation.force import ApprovalKind, Calendar
from checker.evaluation.judging import StandardFindings, judge_standard
from checker.evaluation.requirement import Asked
from checker.model.assessment import Approval, Assessment, Coverage, Judged, StandardResult
from checker.model.finding import Finding
from checker.model.spec import VehicleSpec
from checker.model.standard import Profile, Standard
from checker.model.waiver import WaiverFile
from checker.packs.coverage import coverage_of
from checker.record import Record
from checker.text import Text


class Rules(Record):
    """The rules that a vehicle is judged by."""

    standards: tuple[Standard, ...]  # in the order in which they are reported
    judge: Callable[[str], Judge]  # standard id -> its generated function
    resolve: Resolve  # printed number -> ids of editions
    regimes: frozenset[str]  # of the vehicle's markets: "CN", "UNECE" ...
    scope: Text  # why these
    digest: str  # of their files
    coverage: Callable[[Standard], Coverage] = coverage_of  # by the standard's outline


class Request(Record):
    """What is asked: on which day, for which approval, how strictly."""

    as_of: str  # ISO day
    tool_version: str
    approval: ApprovalKind | None = None
    profile: Profile | None = None
    gate: frozenset[str] = frozenset()  # standards that count as binding here
    explain_all: bool = True  # False: findings come without what was read
    waivers: tuple[WaiverFile, ...] = ()


def assess(spec: VehicleSpec, rules: Rules, request: Request) -> Assessment:
    """Judge one configuration of a vehicle; the same inputs give the same assessment."""
    calendar = Calendar(
        request.as_of, request.approval, spec.values.get("vehicle", {}).get("dates", {}).get("type_approval")
    )
    bench = Bench.of(spec, request.as_of, rules.resolve, {s.id: s.series for s in rules.standards})
    stand = _editions(rules, calendar, bench)
    judged = [
        judge_standard(
            standard,
            rules.judge(standard.id),
            bench,
            Asked(
                calendar=calendar,
                edition=stand[standard.id],
                sold=standard.market in rules.regimes or standard.kind == "taxonomy",
                profile=request.profile,
                explain_all=request.explain_all,
            ),
        )
        for standard in rules.standards
    ]
    results = tuple(_result(of, spec, rules, request) for of in judged if of.standard.kind != "taxonomy")
    findings = [finding for result in results for finding in result.findings]

    def gated(finding: Finding) -> bool:
        return bool(request.gate) and finding.requirement.id.split("/")[0] in request.gate

    return Assessment(
        spec=spec,
        as_of=request.as_of,
        approval=_approval(calendar),
        profile=request.profile,
        scope=rules.scope,
        results=results,
        statement=whole_of(findings, gated),
        accounts=sum_of(result.accounts for result in results),
        domains=domains_of(findings, gated),
        ladder=ladder_of(spec, [f for of in judged for f in of.findings if f.requirement.rung is not None]),
        advice=advice_of(_worth_deciding(results)),
        rules_digest=rules.digest,
        tool_version=request.tool_version,
        notes=(*spec.notes, *stray_answers(spec, rules.standards, rules.resolve)),
        gate=tuple(sorted(request.gate)),
        waivers=waivers_used(request.waivers, findings, spec, request.as_of, rules.resolve),
        waiver_files=request.waivers,
    )


def judged_of(file: str, document: int, assessments: tuple[Assessment, ...]) -> Judged:
    """Return one document with all its configurations; the worst decides."""
    decisive = worst_statement(tuple(assessment.statement for assessment in assessments))
    return Judged(file, document, assessments, assessments[decisive].statement, decisive)


def _editions(rules: Rules, calendar: Calendar, bench: Bench) -> dict[str, Edition]:
    named = bench.editions_named()
    stand: dict[str, Edition] = {}
    for family in families(rules.standards):
        stand |= editions(family, calendar, named, lambda s, e: Reader(bench, s).condition(e))
    return stand


def _result(of: StandardFindings, spec: VehicleSpec, rules: Rules, request: Request) -> StandardResult:
    judged = tuple(finding for finding in of.findings if finding.requirement.rung is None)
    findings = waived_findings(judged, request.waivers, spec, request.as_of)
    coverage = rules.coverage(of.standard)
    return StandardResult(
        standard=of.standard,
        applies=of.applies,
        why=of.why,
        findings=findings,
        statement=statement_of(of.standard, findings, coverage),
        accounts=accounts_of(findings, lambda _: of.standard.id in request.gate),
        coverage=coverage,
    )


def _worth_deciding(results: Iterable[StandardResult]) -> Iterable[Finding]:
    """Return the findings of the standards that are known to apply."""
    return (finding for result in results if result.applies == "yes" for finding in result.findings)


def _approval(calendar: Calendar) -> Approval:
    if calendar.approval:
        return Approval(calendar.approval, Text("asked for with --approval", "由 --approval 指定"))
    day = calendar.type_approved
    if day and day <= calendar.as_of:
        return Approval(
            "existing-type",
            Text(
                f"type approved on {day}: existing for what binds new types after that day, new for the rest",
                f"型式批准日期 {day}：对此后才对新车型实施的要求按已获批车型，其余按新申请车型",
            ),
        )
    return Approval(
        "new-type",
        Text("no type-approval date is stated", "未填写型式批准日期"),
    )
