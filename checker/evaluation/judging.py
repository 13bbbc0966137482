"""A whole standard on one vehicle: whether it applies, and a finding for each of its requirements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from checker.evaluation.bench import WHOLE, Bench, Judge, Reader, nobody, subject_of
from checker.evaluation.editions import Edition
from checker.evaluation.force import Calendar, force_of
from checker.evaluation.member import judge_member
from checker.evaluation.reasons import open_reasons, place_of
from checker.evaluation.verdicts import verdict_of, worst
from checker.model.finding import Finding, Force, Member, Outcome, Reason, Verdict
from checker.model.standard import Expression, Profile, Requirement, Standard
from checker.text import Text

Applies = Literal["yes", "no", "open"]


@dataclass(frozen=True, slots=True)
class StandardFindings:
    """A standard on one configuration, before anything is summed up."""

    standard: Standard
    applies: Applies
    why: tuple[Reason, ...]  # why not, or which fields would say
    findings: tuple[Finding, ...]  # in clause order


@dataclass(frozen=True, slots=True)
class Asked:
    """How a standard is looked at."""

    calendar: Calendar
    edition: Edition
    sold: bool  # whether the vehicle is sold where the standard holds
    profile: Profile | None = None
    explain_all: bool = True  # False: passes and what is out come without what was read


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


def judge_requirement(
    requirement: Requirement, row: Any, reader: Reader, asked: Asked, open_because: tuple[Reason, ...] = ()
) -> Finding:
    """Return the finding of one requirement; ``row`` is what the standard's judge gave for it.

    ``open_because`` says why nobody can tell whether the standard applies: then nothing in it is
    decided, and all that is not out is open.
    """
    force = force_of(requirement, reader.standard, asked.calendar, reader.condition)
    off = asked.profile.off.get(requirement.id) if asked.profile else None
    if off is not None:
        return _switched_off(requirement, force, off)
    members = tuple(_members(requirement, row, reader, explain=asked.explain_all))
    if open_because:
        members = tuple(
            m if m.outcome is Outcome.OUT else Member(m.key, Outcome.OPEN, open_because, m.reads)
            for m in members
        )
    outcome = worst(member.outcome for member in members)
    if outcome is Outcome.VIOLATED and not requirement.verified:
        members = tuple(_suspected(member) for member in members)
    return Finding(
        requirement=requirement,
        outcome=outcome,
        verdict=verdict_of(outcome, members, verified=requirement.verified),
        force=force,
        members=members,
        provisional=outcome is Outcome.HOLDS and not requirement.verified,
    )


_NOT_VERIFIED = Reason(
    "not_verified",
    Text(
        "looks violated; the rule was not compared with the official text",
        "疑似不符合；该规则未与官方文本核对",
    ),
)


def _suspected(member: Member) -> Member:
    """Return a member that looks violated, with the reason why that is not yet a failure."""
    if member.outcome is not Outcome.VIOLATED:
        return member
    return Member(member.key, member.outcome, (*member.reasons, _NOT_VERIFIED), member.reads)


def _members(requirement: Requirement, row: Any, reader: Reader, *, explain: bool) -> Iterable[Member]:
    each = requirement.for_each
    if each is None:
        when, holds = row
        yield judge_member(requirement, WHOLE, (True, when, holds), reader, explain=explain)
        return
    path = each.path.source.strip()
    if requirement.when is not None and not row:
        without = reader.value(requirement.when, nobody(requirement), reader.bench.assumed)
        if without is False:
            yield judge_member(requirement, nobody(requirement), (True, False, None), reader, explain=explain)
            return
    if row is None:
        reads = reader.reads((each.path,), WHOLE)
        yield Member(None, Outcome.OPEN, tuple(open_reasons(reads, reader.bench.spec)), reads)
        return
    members: Mapping[str, Any] = reader.value(each.path, WHOLE)
    named = [(key, truths) for key, *truths in row if truths[0] is not False]
    for key, truths in named:
        subject = subject_of(requirement, path, key, members[key])
        yield judge_member(requirement, subject, tuple(truths), reader, explain=explain)
    if not named:
        yield _nobody_there(each.if_none, path, reader)


def _nobody_there(if_none: str, path: str, reader: Reader) -> Member:
    outcome = {"unknown": Outcome.OPEN, "not_applicable": Outcome.OUT, "violated": Outcome.VIOLATED}[if_none]
    text = Text(f"{path} has no member that this is about", f"{path} 中没有与该要求相关的条目")
    return Member(None, outcome, (Reason("no_members", text, (path,), place_of(path, reader.bench.spec)),))


def _out_of_scope(standard: Standard, asked: Asked) -> Reason | None:
    if not asked.sold:
        return Reason(
            "market",
            Text(
                f"the vehicle is not sold where {standard.market} rules hold",
                f"车辆的目标市场不适用 {standard.market} 法规",
            ),
            ("vehicle.markets",),
        )
    if asked.edition.state == "ended":
        text = Text(f"the edition that counts is {asked.edition.by}", f"现行适用版本为 {asked.edition.by}")
        return Reason("superseded", text)
    return None


def _does_not_apply(standard: Standard, reader: Reader) -> Reason:
    assert standard.applies_when is not None
    source = standard.applies_when.source.strip()
    reads = reader.reads((standard.applies_when,), WHOLE, reader.bench.assumed)
    text = Text(f"applies only where {source}", f"仅当 {source} 时适用")
    return Reason("condition", text, tuple(read.path for read in reads))


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
        reasons += open_reasons(reads, reader.bench.spec)
    return tuple(reasons)


def _not_applicable(standard: Standard, why: Reason, asked: Asked, reader: Reader) -> StandardFindings:
    members = (Member(None, Outcome.OUT, (why,)),)
    superseded = Force("ended", ended_by=asked.edition.by)
    findings = tuple(
        Finding(
            requirement,
            Outcome.OUT,
            Verdict.NOT_APPLICABLE,
            superseded
            if why.kind == "superseded"
            else force_of(requirement, standard, asked.calendar, reader.condition),
            members,
        )
        for requirement in standard.requirements
    )
    return StandardFindings(standard, "no", (why,), findings)


def _switched_off(requirement: Requirement, force: Force, because: Text) -> Finding:
    text = Text(
        f"not checked: switched off by the profile ({because.en})", f"未检查：评价方案已关闭（{because.zh}）"
    )
    member = Member(None, Outcome.OPEN, (Reason("switched_off", text),))
    return Finding(requirement, Outcome.OPEN, Verdict.UNKNOWN, force, (member,), switched_off=because)
