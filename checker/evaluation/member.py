"""One requirement on one subject: every way in which it is proved, and the worst of them."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from checker.evaluation.bench import Reader, Subject
from checker.evaluation.evidence import Question, judge_evidence
from checker.evaluation.proof import proof_mask
from checker.evaluation.reasons import condition_reasons, interval_reason, open_reasons, proof_reason
from checker.evaluation.reviews import Answer, answer_to, review_digest
from checker.evaluation.shortfalls import of_member, shortfalls
from checker.evaluation.verdicts import PERSONAL, worst
from checker.expression.walking import violated_by_one_end, walk
from checker.model.finding import Member, Outcome, Read, Reason
from checker.model.standard import Expression, Requirement
from checker.record import made_when_read
from checker.text import Text
from checker.values.spreads import Spread

#: What one way of proving came to.
Way = tuple[Outcome, tuple[Reason, ...]]
Truth = bool | None
#: Of where, when and require, and what it waits for where that is known without a walk.
Truths = tuple[Truth, Truth, Truth, tuple[str, ...]]


def judge_member(  # noqa: PLR0913 - what is judged, on whom, and how it is told
    requirement: Requirement,
    subject: Subject,
    truths: Truths,
    reader: Reader,
    *,
    explain: bool,
    digest: Callable[[], str],
) -> Member:
    """Return a requirement's outcome on one subject.

    ``digest`` is what an answer of a person has to state, see `digest_of`.
    """
    where, when, holds, waits = truths
    if when is False:
        return _out(requirement, subject, reader, explain=explain)
    if where is None or when is None:
        reads: tuple[Read, ...] = ()
        because = reader.bench.not_stated(waits) if waits and not reader.bench.assumes else ()
        if explain or not because:
            reads = reader.reads(_conditions(requirement), subject, reader.bench.assumed)
            because = because or condition_reasons(reads, reader.bench.spec)
        outcome, reasons = _answered(requirement, Outcome.OPEN, because, digest, reader)
        return Member(subject.key, outcome, reasons, reads if explain else ())
    ways = list(_ways(requirement, subject, (holds, waits), reader))
    if len(ways) == 1:
        outcome, reasons = ways[0]
    else:
        outcome = worst([outcome for outcome, _ in ways])
        reasons = tuple(reason for its, found in ways for reason in found if its is outcome)
    outcome, reasons = _answered(requirement, outcome, reasons, digest, reader)
    reads = reader.reads((*_conditions(requirement), *requirement.require), subject) if explain else ()
    return Member(subject.key, outcome, reasons, reads)


def _out(requirement: Requirement, subject: Subject, reader: Reader, *, explain: bool) -> Member:
    """Return a member whose condition is not met; why is said when somebody asks, if nobody wants it all."""
    conditions = partial(_conditions, requirement)
    if explain:
        reads = reader.reads(conditions(), subject, reader.bench.assumed)
        return Member(subject.key, Outcome.OUT, (_condition_not_met(conditions(), reads),), reads)
    held = {"key": subject.key, "outcome": Outcome.OUT, "reads": ()}
    return made_when_read(Member, held, lambda _: (_condition_not_met(conditions(), ()),))


def digest_of(requirement: Requirement, subjects: Iterable[Subject], reader: Reader) -> str:
    """Return the digest that an answer of a person has to state: one for all that a requirement looks at."""
    expressions = (*_conditions(requirement), *requirement.require)
    return review_digest(
        requirement, (read for subject in subjects for read in reader.reads(expressions, subject))
    )


def _conditions(requirement: Requirement) -> tuple[Expression, ...]:
    where = requirement.for_each.where if requirement.for_each else None
    return tuple(expression for expression in (where, requirement.when) if expression is not None)


def _condition_not_met(conditions: tuple[Expression, ...], reads: tuple[Read, ...]) -> Reason:
    source = " && ".join(expression.source for expression in conditions)
    paths = tuple(read.path for read in reads)
    return Reason("condition", Text(f"only where {source}", f"仅当 {source} 时适用"), paths)


def _ways(
    requirement: Requirement, subject: Subject, required: tuple[Truth, tuple[str, ...]], reader: Reader
) -> Iterator[Way]:
    """Yield what each way of proving that the requirement names came to."""
    holds, waits = required
    if waits:
        yield Outcome.OPEN, reader.bench.not_stated(waits)
    elif requirement.require:
        yield _required(requirement, subject, holds, reader)
    if requirement.evidence:
        question = Question(
            requirement=requirement,
            evidence=requirement.evidence,
            as_of=reader.bench.as_of,
            resolve=reader.bench.resolve,
            series=reader.bench.series,
            member=subject.path,
            reads=lambda: [
                r.path for r in reader.reads((*_conditions(requirement), *requirement.require), subject)
            ],
        )
        yield judge_evidence(question, reader.bench.offered, reader.bench.spec)
    if requirement.review:
        asks = requirement.review
        text = Text(f"for a person to judge: {asks.en}", f"待人工确认：{asks.zh}")
        yield Outcome.OPEN, (Reason("review_open", text, (f"reviews.{requirement.id}",)),)


def _required(requirement: Requirement, subject: Subject, holds: Truth, reader: Reader) -> Way:
    if holds is False:
        return Outcome.VIOLATED, tuple(_violations(requirement, subject, reader))
    if holds is None:
        return _unknown(requirement, subject, reader)
    if requirement.proof is None:
        return Outcome.HOLDS, ()
    mask = proof_mask(requirement.proof, reader.bench.spec, reader.bench.as_of)
    if all(reader.value(expression, subject, mask) is True for expression in requirement.require):
        return Outcome.HOLDS, ()
    reads = reader.reads(requirement.require, subject, mask)
    proof = requirement.proof
    return Outcome.OPEN, (proof_reason(reads, proof.basis, proof.max_age_months, reader.bench.spec),)


def _unknown(requirement: Requirement, subject: Subject, reader: Reader) -> Way:
    """Return what a `require` comes to that nobody can tell: ranges may still violate it."""
    spec = reader.bench.spec
    waiting = [(e, env) for e in requirement.require if walk(e.tree, env := reader.env(subject)) is None]
    ranged = [(e, env) for e, env in waiting if any(type(read.value) is Spread for read in env.readings)]
    partly = [e for e, env in ranged if violated_by_one_end(e.tree, env)]
    if partly:
        return Outcome.VIOLATED, (interval_reason(reader.reads(partly, subject), spec, violated=True),)
    reads = reader.read_in(env for _, env in waiting)
    reasons = tuple(open_reasons(reads, spec))
    return Outcome.OPEN, reasons or (interval_reason(reads, spec, violated=False),)


def _violations(requirement: Requirement, subject: Subject, reader: Reader) -> Iterator[Reason]:
    for expression in requirement.require:
        env = reader.env(subject)
        if walk(expression.tree, env) is not False:
            continue
        reads = reader.read_in((env,))
        place = next((read.place for read in reads if read.value is not None), None)
        tree = expression.tree
        if requirement.for_each is not None and subject.path is not None:
            tree = of_member(tree, requirement.for_each.name, subject.path)
        for text in shortfalls(tree, lambda part: walk(part, reader.env(subject))):
            yield Reason("violated", text, tuple(read.path for read in reads), place)


def _answered(
    requirement: Requirement,
    outcome: Outcome,
    reasons: tuple[Reason, ...],
    digest: Callable[[], str],
    reader: Reader,
) -> Way:
    """Return the outcome with what a person answered; an answer never outvotes a violated expression."""
    personal = tuple(reason for reason in reasons if reason.kind in PERSONAL)
    if outcome is not Outcome.OPEN or not personal:
        return outcome, reasons
    answer = answer_to(requirement, digest, reader.bench.spec, trust=reader.bench.trust_answers)
    if answer is None:
        return outcome, reasons
    rest = tuple(reason for reason in reasons if reason.kind not in PERSONAL)
    if not answer.current:
        return outcome, (*rest, _outdated(requirement, answer))
    if answer.verdict == "does_not_conform":
        return Outcome.VIOLATED, (_negative(requirement, answer),)
    if rest:
        return Outcome.OPEN, rest
    if answer.verdict == "not_applicable":
        return Outcome.OUT, (_dismissed(requirement, answer),)
    return Outcome.HOLDS, ()


def _dismissed(requirement: Requirement, answer: Answer) -> Reason:
    text = Text(
        f"{answer.by} judged on {answer.date} that it does not apply",
        f"{answer.by} 于 {answer.date} 判定为不适用",
    )
    return Reason("condition", text, (f"reviews.{requirement.id}",), answer.place)


def _outdated(requirement: Requirement, answer: Answer) -> Reason:
    unsaid = Text(
        f"the answer of {answer.date} does not say what it was given for; state digest: {answer.wanted}",
        f"{answer.date} 的人工结论未注明所依据的要求和数值；请填写 digest: {answer.wanted}",
    )
    changed = Text(
        f"the answer of {answer.date} is outdated: the requirement or the values changed; answer again and "
        f"state digest: {answer.wanted}",
        f"{answer.date} 的人工结论已过期：要求或数值有变化；请重新确认并填写 digest: {answer.wanted}",
    )
    text = changed if answer.stated else unsaid
    return Reason("review_outdated", text, (f"reviews.{requirement.id}",), answer.place)


def _negative(requirement: Requirement, answer: Answer) -> Reason:
    text = Text(
        f"{answer.by} judged on {answer.date} that it does not conform",
        f"{answer.by} 于 {answer.date} 判定为不符合",
    )
    return Reason("review_negative", text, (f"reviews.{requirement.id}",), answer.place)
