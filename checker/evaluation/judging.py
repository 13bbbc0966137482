"""A whole standard on one vehicle: whether it applies, and a finding for each of its requirements."""

from typing import Literal

from checker.evaluation.bench import WHOLE, Bench, Judge, Reader
from checker.evaluation.reasons import condition_reasons, place_of
from checker.evaluation.requirement import Asked, judge_requirement
from checker.expression.tree import unparse
from checker.expression.walking import walk
from checker.model.finding import Finding, Force, Member, Outcome, Reason, Verdict
from checker.model.standard import Expression, Standard
from checker.record import Record
from checker.text import Text

Applies = Literal["yes", "no", "open"]


class StandardFindings(Record):
    """A standard on one configuration, before anything is summed up."""

    standard: Standard
    applies: Applies
    why: tuple[Reason, ...]  # why not, or which fields would say
    findings: tuple[Finding, ...]  # in clause order


def judge_standard(standard: Standard, judge: Judge, bench: Bench, asked: Asked) -> StandardFindings:
    """Return a finding for each requirement of a standard."""
    reader = Reader(bench, standard)
    out = _out_of_scope(standard, asked)
    if out is not None:
        return _not_applicable(standard, out, asked, reader)
    applies, rows = judge(bench.spec.values, bench.conditions, bench.as_of)
    if applies is False:
        return _not_applicable(standard, _does_not_apply(standard, reader), asked, reader)
    why = _open_applicability(standard, asked, reader, applies=applies)
    findings = tuple(
        judge_requirement(requirement, row, reader, asked, why)
        for requirement, row in zip(standard.requirements, rows, strict=True)
    )
    return StandardFindings(standard, "open" if why else "yes", why, findings)


def _out_of_scope(standard: Standard, asked: Asked) -> Reason | None:
    if not asked.sold:
        return Reason(
            "market",
            Text(
                f"the vehicle is not sold where {standard.market} rules hold",
                f"车型的目标市场不适用 {standard.market} 法规",
            ),
            ("vehicle.markets",),
        )
    if asked.edition.state == "ended":
        text = Text(f"the edition that counts is {asked.edition.by}", f"现行适用版本为 {asked.edition.by}")
        return Reason("superseded", text)
    return None


def _does_not_apply(standard: Standard, reader: Reader) -> Reason:
    assert standard.applies_when is not None
    reads = reader.reads((standard.applies_when,), WHOLE, reader.bench.assumed)
    source = _unmet(standard.applies_when, reader)
    text = Text(f"applies only where {source}", f"仅当 {source} 时适用")
    return Reason("condition", text, tuple(read.path for read in reads))


def _unmet(condition: Expression, reader: Reader) -> str:
    """Return the parts of a condition that do not hold: those that do would not tell why it fails."""
    if condition.tree[0] != "and":
        return condition.source.strip()
    env = reader.env(WHOLE, reader.bench.assumed)
    unmet = [part for part in condition.tree[2:] if walk(part, env) is False]
    return " && ".join(f"({unparse(part)})" if part[0] == "or" else unparse(part) for part in unmet)


def _open_applicability(
    standard: Standard, asked: Asked, reader: Reader, *, applies: bool | None
) -> tuple[Reason, ...]:
    """Return why nobody can tell whether a standard applies; empty if it does."""
    reasons: list[Reason] = []
    if asked.edition.state == "open":
        path = "vehicle.dates.type_approval"
        text = Text(
            f"which edition counts is open: state {path}, or the series in approvals",
            f"适用版本未定：请填写 {path}，或在 approvals 中注明系列",
        )
        reasons.append(Reason("missing", text, (path,), place_of(path, reader.bench.spec)))
    if applies is None:
        expression: Expression | None = standard.applies_when
        assert expression is not None
        reads = reader.reads((expression,), WHOLE, reader.bench.assumed)
        reasons += condition_reasons(reads, reader.bench.spec)
    return tuple(reasons)


def _not_applicable(standard: Standard, why: Reason, asked: Asked, reader: Reader) -> StandardFindings:
    members = (Member(None, Outcome.OUT, (why,)),)
    superseded = Force("ended", ended_by=asked.edition.by)
    findings = tuple(
        Finding(
            requirement,
            Outcome.OUT,
            Verdict.NOT_APPLICABLE,
            superseded if why.kind == "superseded" else reader.force(requirement, asked.calendar),
            members,
        )
        for requirement in standard.requirements
    )
    return StandardFindings(standard, "no", (why,), findings)
