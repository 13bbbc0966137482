"""One requirement on one vehicle: its members, the worst of them, and the verdict formed from that."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from checker.evaluation.bench import WHOLE, Reader, Subject, nobody
from checker.evaluation.editions import Edition
from checker.evaluation.evidence import contradicts
from checker.evaluation.force import Calendar
from checker.evaluation.member import Truths, digest_of, judge_member
from checker.evaluation.reasons import place_of
from checker.evaluation.verdicts import verdict_of, worst
from checker.expression.tree import nodes
from checker.model.finding import Finding, Force, Member, Outcome, Reason, Verdict
from checker.model.standard import Profile, Requirement
from checker.record import Record
from checker.text import Text

#: Returns what a requirement comes to on one subject, given the truths of where, when and require.
Judge = Callable[[Subject, Truths], Member]


class Asked(Record):
    """How a standard is looked at."""

    calendar: Calendar
    edition: Edition
    sold: bool  # whether the vehicle is sold where the standard holds
    profile: Profile | None = None
    explain_all: bool = True  # False: findings come without what was read


def judge_requirement(
    requirement: Requirement, row: Any, reader: Reader, asked: Asked, open_because: tuple[Reason, ...] = ()
) -> Finding:
    """Return the finding of one requirement; ``row`` is what the standard's judge gave for it.

    ``open_because`` says why nobody can tell whether the standard applies: then nothing in it is
    decided, and all that is not out is open.
    """
    force = reader.force(requirement, asked.calendar)
    if force.kind == "ended":
        return _ended(requirement, force)
    off = asked.profile.off.get(requirement.id) if asked.profile else None
    if off is not None:
        return _switched_off(requirement, force, off)

    answered = requirement.id in reader.bench.spec.values.get("reviews", {})
    little = bool(open_because) and not asked.explain_all and not answered
    if little and _stays_open(requirement, row):
        return _open(requirement, force, open_because)

    def digest() -> str:
        return digest_of(requirement, subjects(requirement, row, reader), reader)

    judge: Judge = partial(judge_member, requirement, reader=reader, explain=asked.explain_all, digest=digest)
    if little:
        judge = _out_or_open(judge)
    members: tuple[Member, ...]
    if requirement.for_each is None:
        members = (judge(WHOLE, (True, *row)),)
    else:
        members = tuple(_members(requirement, row, reader, judge, explain=asked.explain_all))
    if open_because:
        members = tuple(
            m if m.outcome is Outcome.OUT else Member(m.key, Outcome.OPEN, open_because, m.reads)
            for m in members
        )
    outcome = worst([member.outcome for member in members])
    if outcome is Outcome.VIOLATED and not requirement.verified:
        members = tuple(_suspected(member) for member in members)
    verdict = verdict_of(outcome, members, verified=requirement.verified)
    waits = verdict is Verdict.REVIEW and outcome is Outcome.OPEN  # for nothing but a person
    return Finding(
        requirement=requirement,
        outcome=outcome,
        verdict=verdict,
        force=force,
        members=members,
        provisional=outcome is Outcome.HOLDS and not requirement.verified,
        answer_digest=digest() if asked.explain_all and waits else None,
    )


def _stays_open(requirement: Requirement, row: Any) -> bool:
    """Return whether a requirement is neither out nor about some members of a map."""
    if requirement.for_each is None:
        return row[0] is not False
    return row is None and requirement.when is None


def _open(requirement: Requirement, force: Force, because: tuple[Reason, ...]) -> Finding:
    """Return the finding on the whole vehicle where nobody can tell whether the standard applies."""
    members = (Member(None, Outcome.OPEN, because),)
    verdict = verdict_of(Outcome.OPEN, members, verified=requirement.verified)
    return Finding(requirement, Outcome.OPEN, verdict, force, members)


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


def subjects(requirement: Requirement, row: Any, reader: Reader) -> tuple[Subject, ...]:
    """Return what a requirement is judged on: the vehicle, or each member that it may be about."""
    each = requirement.for_each
    if each is None:
        return (WHOLE,)
    if not row:
        return ()
    path, members = each.path.source.strip(), reader.members(each.path) or {}
    named = (key for key, *truths in row if truths[0] is not False)
    return tuple(reader.bench.subject(each.name, path, key, members[key]) for key in named)


def _out_or_open(judge: Judge) -> Judge:
    """Return a judge that looks no further than whether a member is out: nothing else will be told of it."""
    return lambda subject, truths: (
        judge(subject, truths) if truths[1] is False else Member(subject.key, Outcome.OPEN)
    )


def _members(
    requirement: Requirement, row: Any, reader: Reader, judge: Judge, *, explain: bool
) -> Iterable[Member]:
    each = requirement.for_each
    assert each is not None
    path = each.path.source.strip()
    named = [(key, truths) for key, *truths in row or () if truths[0] is not False]
    if requirement.when is not None and not named:
        without = reader.value(requirement.when, nobody(requirement), reader.bench.assumed)
        if without is False:
            yield judge(nobody(requirement), (True, False, None, ()))
            return
    if row is None:
        reads = reader.reads((each.path,), WHOLE) if explain else ()
        yield Member(None, Outcome.OPEN, reader.bench.not_stated((path,)), reads)
        return
    members = reader.members(each.path) or {}
    for key, truths in named:
        subject = reader.bench.subject(each.name, path, key, members[key])
        if path == "tests" and contradicts(members[key]) and not _reads_runs(requirement):
            yield _contradicting(key, reader)
            continue
        yield judge(subject, tuple(truths))
    if not named:
        yield _nobody_there(each.if_none, path, reader)


def _reads_runs(requirement: Requirement) -> bool:
    """Return whether a requirement looks at the runs of a test itself."""
    trees = (node for expression in requirement.require for node in nodes(expression.tree))
    return any(
        "runs" in (node[3] if node[0] == "path" else node[3:4])
        for node in trees
        if node[0] in ("path", "select")
    )


def _contradicting(key: str, reader: Reader) -> Member:
    path = f"tests.{key}"
    text = Text(f"{path} says pass, which its own runs contradict", f"{path} 结论为合格，与其试验记录矛盾")
    reason = Reason("test_contradicts", text, (path,), place_of(path, reader.bench.spec))
    return Member(key, Outcome.OPEN, (reason,))


def _nobody_there(if_none: str, path: str, reader: Reader) -> Member:
    outcome = {"unknown": Outcome.OPEN, "not_applicable": Outcome.OUT, "violated": Outcome.VIOLATED}[if_none]
    text = Text(f"{path} holds nothing of the kind that this is about", f"{path} 中没有与该要求相关的条目")
    return Member(None, outcome, (Reason("no_members", text, (path,), place_of(path, reader.bench.spec)),))


def _ended(requirement: Requirement, force: Force) -> Finding:
    text = Text(f"ended on {force.date}", f"已于 {force.date} 失效")
    member = Member(None, Outcome.OUT, (Reason("superseded", text),))
    return Finding(requirement, Outcome.OUT, Verdict.NOT_APPLICABLE, force, (member,))


def _switched_off(requirement: Requirement, force: Force, because: Text) -> Finding:
    text = Text(
        f"not checked: switched off by the profile ({because.en})", f"未检查：评价方案已停用（{because.zh}）"
    )
    member = Member(None, Outcome.OPEN, (Reason("switched_off", text),))
    return Finding(requirement, Outcome.OPEN, Verdict.UNKNOWN, force, (member,), switched_off=because)
