"""Documents, tests and approvals of the spec as evidence for a requirement."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from checker.evaluation.proof import too_old
from checker.model.finding import Outcome, Reason
from checker.model.spec import VehicleSpec
from checker.model.standard import Evidence, Requirement
from checker.record import Record
from checker.text import Text

#: Printed number, id or alias -> the ids of the editions that it fits.
Resolve = Callable[[str], tuple[str, ...]]

_KINDS = {
    "certificate": "certificate",
    "type_approval": "certificate",
    "test_report": "test_report",
    "audit_report": "analysis",
    "analysis": "analysis",
    "declaration": "declaration",
}
_KIND_NAMES = {
    "certificate": Text("certificate", "证书"),
    "test_report": Text("test report", "检验报告"),
    "declaration": Text("declaration", "声明"),
    "analysis": Text("analysis", "分析报告"),
}
State = Literal["holds", "negative", "inconclusive", "aside", "contradicts"]


class Item(Record):
    """One document, test or approval of a spec."""

    path: str  # "documents.d_csms"
    kind: str
    covers: tuple[str, ...]  # as stated: ids and printed numbers
    data: Mapping[str, Any]
    date: str | None
    series: str | None = None


def items(spec: VehicleSpec) -> Iterator[Item]:
    """Yield what the spec offers as evidence, in its order."""
    for key, data in _members(spec, "documents"):
        kind = _KINDS.get(data.get("type", ""))
        if kind:
            stated = (*data.get("covers", ()), *data.get("standards", ()))
            yield Item(f"documents.{key}", kind, stated, data, data.get("issued"), data.get("series"))
    for key, data in _members(spec, "tests"):
        covers = tuple(data.get("covers", ()))
        yield Item(f"tests.{key}", "test_report", covers, data, data.get("date"), data.get("series"))
    for key, data in _members(spec, "approvals"):
        document = spec.values.get("documents", {}).get(data.get("document"), {})
        covers = (data["standard"],) if "standard" in data else ()
        date = data.get("date") or document.get("issued")
        yield Item(f"approvals.{key}", "certificate", covers, {**document, **data}, date, data.get("series"))


def _members(spec: VehicleSpec, section: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    members = spec.values.get(section, {})
    return ((key, data) for key, data in members.items() if isinstance(data, Mapping))


class Question(Record):
    """What evidence is looked for: whose, on which day, for which member."""

    requirement: Requirement
    evidence: Evidence
    as_of: str
    resolve: Resolve
    series: Mapping[str, str | None]  # standard id -> its series
    member: str | None = None  # path of the member: "automation_features.pilot"
    reads: Callable[[], Iterable[str]] = tuple  # paths that the requirement reads; few questions need them


def judge_evidence(
    question: Question, offered: Sequence[Item], spec: VehicleSpec
) -> tuple[Outcome, tuple[Reason, ...]]:
    """Return the outcome of the evidence that the spec offers, and why."""
    usable: list[tuple[Item, State]] = []
    reasons: list[Reason] = []
    for item in offered:
        match = item.kind in question.evidence.kinds and _covers(item, question)
        if match is False or not _about(item, question, spec):
            continue
        if match is None:
            reasons.append(_edition_not_stated(item, spec))
        else:
            replaced = any(item.path.split(".")[1] in _replaced(other) for other in offered)
            state = "aside" if replaced else _state(item, question)
            if state == "aside":
                reasons.append(_lapsed(item, spec))
            else:
                usable.append((item, state))
    for state, outcome in _WORST_FIRST:
        worst = [item for item, its in usable if its == state]
        if worst:
            if outcome is Outcome.HOLDS:
                return outcome, ()
            return outcome, tuple(_negative(item, outcome, spec) for item in worst)
    return Outcome.OPEN, tuple(reasons) or (_absent(question),)


_WORST_FIRST: tuple[tuple[State, Outcome], ...] = (
    ("negative", Outcome.VIOLATED),
    ("contradicts", Outcome.OPEN),
    ("inconclusive", Outcome.OPEN),
    ("holds", Outcome.HOLDS),
)


def _replaced(item: Item) -> tuple[str, ...]:
    stated = item.data.get("replaces", ())
    return (stated,) if isinstance(stated, str) else tuple(stated)


def _covers(item: Item, question: Question) -> bool | None:
    """Return whether an item covers the requirement; None where its edition is not stated."""
    standard = question.requirement.id.split("/")[0]
    unclear = False
    for printed in item.covers:
        if "/" in printed and printed == question.requirement.id:
            return True
        ids = question.resolve(printed)
        if len(ids) > 1 and item.series is not None:
            ids = tuple(i for i in ids if question.series.get(i) == item.series)
        if ids == (standard,):
            return True
        unclear = unclear or standard in ids
    return None if unclear else False


def _about(item: Item, question: Question, spec: VehicleSpec) -> bool:
    """Return whether an item speaks of this configuration, and of this member where it names one."""
    variants = item.data.get("variants") or (item.data.get("variant"),)
    if spec.configuration.key not in variants and None not in variants:
        return False
    subjects = tuple(item.data.get("subject", ()))
    subjects += tuple(f"automation_features.{key}" for key in item.data.get("features", ()))
    if not subjects:
        return True
    if question.member is not None:
        return any(_within(question.member, s) or _within(s, question.member) for s in subjects)
    reads = question.reads()
    return not reads or any(_within(path, s) for path in reads for s in subjects)


def _within(path: str, parent: str) -> bool:
    return path == parent or path.startswith(parent + ".")


def _state(item: Item, question: Question) -> State:
    data, as_of = item.data, question.as_of
    status, result = data.get("status"), data.get("result")
    if status in ("suspended", "withdrawn") or result == "fail":
        return "negative"
    if status in ("draft", "superseded") or result == "not_run":
        return "aside"
    if has_lapsed(data, as_of) or data.get("valid_from", as_of) > as_of:
        return "aside"
    if item.date is not None and item.date > as_of:
        return "aside"
    months = question.evidence.max_age_months
    if months is not None and too_old(item.date, as_of, months):
        return "aside"
    if result == "inconclusive":
        return "inconclusive"
    return "contradicts" if contradicts(data) else "holds"


def has_lapsed(document: Mapping[str, Any], as_of: str) -> bool:
    """Return whether a document has expired, by what it says or by its dates; it is valid on its last day."""
    until: str = document.get("valid_until", as_of)
    return document.get("status") == "expired" or until < as_of


def contradicts(test: Mapping[str, Any]) -> bool:
    """Return whether a test says pass beside a run that failed or was inconclusive."""
    results = {run.get("result") for run in test.get("runs", ())}
    return test.get("result") == "pass" and bool(results & {"fail", "inconclusive"})


def _absent(question: Question) -> Reason:
    kinds = [_KIND_NAMES[kind] for kind in question.evidence.kinds]
    en, zh = " or ".join(kind.en for kind in kinds), "或".join(kind.zh for kind in kinds)
    standard = question.requirement.id.split("/")[0]
    return Reason(
        "evidence_missing",
        Text(
            f"the spec names no {en} that covers {standard}, or this requirement of it",
            f"规格文件中没有覆盖 {standard} 或其中本条要求的{zh}",
        ),
        ("documents",),
    )


def _lapsed(item: Item, spec: VehicleSpec) -> Reason:
    return Reason(
        "evidence_lapsed",
        Text(
            f"{item.path} does not count on this day: draft, not run, replaced, lapsed or too old",
            f"{item.path} 在评价基准日不予采信：为草稿、未进行、已被代替、已失效或过旧",
        ),
        (item.path,),
        _place(item, spec),
    )


def _edition_not_stated(item: Item, spec: VehicleSpec) -> Reason:
    return Reason(
        "edition_not_stated",
        Text(
            f"{item.path} names a standard of which there are several editions: state which (series)",
            f"{item.path} 所列标准有多个版本：请注明版本（系列）",
        ),
        (item.path,),
        _place(item, spec),
    )


def _negative(item: Item, outcome: Outcome, spec: VehicleSpec) -> Reason:
    if outcome is Outcome.VIOLATED:
        text = Text(
            f"{item.path} was failed, suspended or withdrawn", f"{item.path} 结论为不合格，或已被暂停、撤销"
        )
    elif contradicts(item.data):
        text = Text(
            f"{item.path} says pass beside a run that failed or was inconclusive",
            f"{item.path} 结论为合格，但其中有未通过或结论不明的试验",
        )
    else:
        text = Text(f"{item.path} was inconclusive", f"{item.path} 结论不明")
    return Reason("evidence_negative", text, (item.path,), _place(item, spec))


def _place(item: Item, spec: VehicleSpec) -> Any:
    row = spec.stated.get(item.path)
    return row.place if row else None
