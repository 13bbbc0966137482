"""Statements of conformity, always with their scope in the same sentence."""

from collections.abc import Collection, Iterable
from typing import cast

from checker.assessment.scores import Gated
from checker.model.assessment import STATEMENTS, Coverage, Statement, StatementKind
from checker.model.finding import Finding, Outcome, Verdict
from checker.model.standard import Standard
from checker.text import Text

WORDS: dict[StatementKind, Text] = {
    "does_not_conform": Text("does not conform", "不符合"),
    "undetermined": Text("undetermined", "尚不能判定"),
    "conforms_with_waivers": Text("conforms with waivers", "在豁免条件下符合"),
    "conforms": Text("conforms", "符合"),
    "not_applicable": Text("not applicable", "不适用"),
    "nothing_judged": Text("nothing judged", "未作判定"),
}
_WORST_FIRST = cast("tuple[StatementKind, ...]", STATEMENTS)
_PROVISIONAL = Text("provisional", "暂定")


def statement_of(standard: Standard, findings: Iterable[Finding], coverage: Coverage) -> Statement:
    """Return the statement for one standard over its applicable `shall`, whatever their force."""
    shall = [f for f in findings if f.outcome is not Outcome.OUT and _counts(f)]
    kind, provisional = _worst({_of_finding(f) for f in shall}), _provisional(shall)
    if standard.kind == "taxonomy" or not shall:
        return Statement("not_applicable", provisional=False, text=WORDS["not_applicable"])
    return _stated(kind, _scope(len(shall), coverage), shall, provisional=provisional)


def whole_of(findings: Iterable[Finding], gated: Gated) -> Statement:
    """Return the statement for the vehicle: the worst over what binds, or may bind, on this day."""
    shall = [
        f
        for f in findings
        if f.outcome is not Outcome.OUT
        and _counts(f)
        and (gated(f) or f.force.kind in ("binding", "not_known"))
    ]
    if not shall:
        text = Text(
            "nothing judged: no requirement that binds on this day applies to this configuration",
            "未作判定：评价基准日没有适用于该配置的强制性要求",
        )
        return Statement("nothing_judged", provisional=False, text=text)
    kind = _worst({_in_the_whole(f, gated=gated(f)) for f in shall})
    standards = len({f.requirement.id.split("/")[0] for f in shall})
    scope = Text(
        f"the {_many(len(shall), 'binding requirement')} of {_many(standards, 'standard')}"
        f" that {'applies' if len(shall) == 1 else 'apply'}",
        f"适用的 {standards} 项标准法规中 {len(shall)} 条强制性要求",
    )
    return _stated(kind, scope, shall, provisional=_provisional(shall))


def worst_statement(statements: tuple[Statement, ...]) -> int:
    """Return the index of the statement that decides: the worst, and provisional before not."""

    def rank(index: int) -> tuple[int, bool]:
        statement = statements[index]
        order = (*STATEMENTS[:2], "nothing_judged", *STATEMENTS[2:])
        return order.index(statement.kind), not statement.provisional

    return min(range(len(statements)), key=rank)


def is_waived(finding: Finding) -> bool:
    """Return whether waivers cover every violated member of a fail on the assessment date."""
    return finding.waiver is not None and finding.waiver.state == "active"


def _counts(finding: Finding) -> bool:
    return finding.requirement.obligation == "shall" and finding.requirement.rung is None


def _of_finding(finding: Finding) -> StatementKind:
    if finding.switched_off:
        return "undetermined"
    match finding.verdict:
        case Verdict.PASS:
            return "conforms"
        case Verdict.FAIL:
            return "conforms_with_waivers" if is_waived(finding) else "does_not_conform"
        case Verdict.UNKNOWN | Verdict.REVIEW:
            return "undetermined"
        case Verdict.NOT_APPLICABLE:
            return "not_applicable"


def _in_the_whole(finding: Finding, *, gated: bool) -> StatementKind:
    kind = _of_finding(finding)
    unsure = kind == "does_not_conform" and finding.force.kind == "not_known" and not gated
    return "undetermined" if unsure else kind


def _worst(kinds: Collection[StatementKind]) -> StatementKind:
    return next((kind for kind in _WORST_FIRST if kind in kinds), "not_applicable")


def _provisional(findings: list[Finding]) -> bool:
    return any(finding.verdict is Verdict.PASS and finding.provisional for finding in findings)


def _stated(kind: StatementKind, scope: Text, shall: list[Finding], *, provisional: bool) -> Statement:
    says = WORDS[kind]
    if kind == "conforms_with_waivers":
        count = sum(is_waived(finding) for finding in shall)
        scope = Text(
            f"{scope.en}, of which {count} {_is(count)} waived", f"{scope.zh}，其中 {count} 条为豁免"
        )
    mark = provisional and kind in ("conforms", "conforms_with_waivers")
    en = f"{says.en} in {scope.en}" if kind != "undetermined" else f"undetermined over {scope.en}"
    zh = f"{says.zh}（范围：{scope.zh}）"
    if mark:
        en, zh = f"{en}; {_PROVISIONAL.en}", f"{says.zh}（{_PROVISIONAL.zh}；范围：{scope.zh}）"
    return Statement(kind, provisional=mark, text=Text(en, zh))


def _scope(count: int, coverage: Coverage) -> Text:
    """Return what was looked at: clauses of the outline where it is known, requirements in any case."""
    looked_at = _many(count, "applicable requirement")
    if coverage.clauses:
        return Text(
            f"the {looked_at}, from {coverage.transcribed} of {coverage.clauses} clauses",
            f"已转化 {coverage.transcribed}/{coverage.clauses} 个条款中的 {count} 条适用要求",
        )
    return Text(
        f"the {looked_at} that {_were(count)} transcribed; the outline is not known",
        f"已转化的 {count} 条适用要求（条款总数未知）",
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _is(count: int) -> str:
    return "is" if count == 1 else "are"
