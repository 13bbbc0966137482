"""What is open in a judged spec -> a checklist."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from re import search
from typing import Any

from checker.evaluation.shortfalls import shown
from checker.exchange.checklist import Asking, Checklist, Exhibit, Gap, Origin, Question
from checker.exchange.fields import gap_digest, value_at
from checker.model.assessment import Assessment, Judged, StandardResult
from checker.model.finding import Finding, Member, Outcome, Reason, Verdict
from checker.model.spec import BASES, VehicleSpec
from checker.model.standard import Proof, Requirement, Standard
from checker.record import Record, fresh
from checker.schemas.fields import VehicleSchema
from checker.text import Text, joined

_EVIDENCE = frozenset(("evidence_missing", "evidence_lapsed", "edition_not_stated"))


class _Seen(Record, frozen=False):
    """What was found of one row, over all configurations."""

    configurations: dict[str, None] = fresh(factory=dict)
    requirements: dict[str, Requirement] = fresh(factory=dict)
    standards: dict[str, None] = fresh(factory=dict)  # whose applicability waits for it
    texts: dict[Text, None] = fresh(factory=dict)
    digests: dict[str, None] = fresh(factory=dict)
    proofs: list[Proof] = fresh(factory=list)
    missing: bool = False


def checklist_of(judged: Judged, schema: VehicleSchema) -> Checklist:
    """Return what is open for a document, over the configurations that were judged."""
    collected = _Collected()
    for assessment in judged.assessments:
        for result in assessment.results:
            collected.take(result, assessment.spec.configuration.key)
    return collected.checklist(judged, schema)


class _Collected:
    def __init__(self) -> None:
        self.questions: dict[str, _Seen] = {}
        self.gaps: dict[str, _Seen] = {}
        self.exhibits: dict[str, _Seen] = {}
        self.asking: dict[str, Asking] = {}
        self.later: dict[str, None] = {}
        self.elsewhere: dict[str, None] = {}

    def take(self, result: StandardResult, configuration: str) -> None:
        """Add what is open in one standard on one configuration."""
        if result.applies == "open":
            for path in (path for reason in result.why if reason.kind == "missing" for path in reason.paths):
                seen = _row(self.gaps, path, configuration)
                seen.missing = True
                seen.standards[result.standard.id] = None
            return
        for finding in result.findings:
            if finding.verdict in (Verdict.UNKNOWN, Verdict.REVIEW) and finding.switched_off is None:
                self._take(finding, configuration)
                self.asking.setdefault(
                    finding.requirement.id, asking_of(finding.requirement, result.standard)
                )

    def _take(self, finding: Finding, configuration: str) -> None:
        one = finding.requirement
        if finding.answer_digest is not None:
            seen = _row(self.questions, one.id, configuration)
            seen.requirements[one.id] = one
            seen.digests[finding.answer_digest] = None
            for reason in _open(finding):
                if reason.kind != "review_outdated":
                    seen.texts[reason.text] = None
            return
        listed = [self._listed(reason, one, configuration) for reason in _open(finding)]
        if one.review and any(listed):
            self.later[one.id] = None
        if not any(listed):
            self.elsewhere[one.id] = None

    def _listed(self, reason: Reason, one: Requirement, configuration: str) -> bool:
        """Put what a reason asks for on the list; False where it asks for nothing that a list can hold."""
        if reason.kind in ("missing", "proof"):
            for path in reason.paths:
                seen = _row(self.gaps, path, configuration)
                seen.requirements[one.id] = one
                seen.missing = seen.missing or reason.kind == "missing"
                if one.proof and (reason.kind == "proof" or _required(path, one)):
                    seen.proofs.append(one.proof)
            return bool(reason.paths)
        if reason.kind in _EVIDENCE:
            seen = _row(self.exhibits, one.id, configuration)
            seen.requirements[one.id] = one
            if reason.kind != "evidence_missing":
                seen.texts[reason.text] = None
            return True
        return False

    def checklist(self, judged: Judged, schema: VehicleSchema) -> Checklist:
        """Return all that was found, in the order in which it is best worked through."""
        specs = {one.spec.configuration.key: one.spec for one in judged.assessments}
        concerned = _configurations(specs)
        gaps = [
            gap
            for path in _in_order(self.gaps, judged.assessments)
            if (gap := _gap(path, self.gaps[path], specs, schema)) is not None
        ]
        unnamed = {id_ for path in self.gaps if schema.field(path) is None for id_ in _ids(self.gaps[path])}
        return Checklist(
            origin=_origin(judged),
            questions=tuple(
                Question(id_, _asks(seen), tuple(seen.digests), concerned(seen), _earlier(id_, specs))
                for id_, seen in self.questions.items()
            ),
            gaps=tuple(gaps),
            exhibits=tuple(
                _exhibit(seen.requirements[id_], tuple(seen.texts), concerned(seen))
                for id_, seen in self.exhibits.items()
            ),
            asking=self.asking,
            later=tuple(self.later),
            elsewhere=tuple(dict.fromkeys((*self.elsewhere, *sorted(unnamed)))),
        )


def asking_of(requirement: Requirement, standard: Standard) -> Asking:
    """Return what a list says of a requirement."""
    number = f"{standard.number} ({standard.series})" if standard.series else standard.number
    return Asking(requirement.id, number, requirement.clause, requirement.obligation, requirement.text)


def _row(rows: dict[str, _Seen], key: str, configuration: str) -> _Seen:
    seen = rows.setdefault(key, _Seen())
    seen.configurations[configuration] = None
    return seen


def _open(finding: Finding) -> Iterator[Reason]:
    members: Iterable[Member] = (one for one in finding.members if one.outcome is Outcome.OPEN)
    return (reason for member in members for reason in member.reasons)


def _asks(seen: _Seen) -> Text:
    """Return the question of a requirement; of one that has none, why a person has to look."""
    (requirement,) = seen.requirements.values()
    if requirement.review is not None:
        return requirement.review
    texts = tuple(seen.texts) or (requirement.text,)
    return joined(texts)


def _earlier(id_: str, specs: Mapping[str, VehicleSpec]) -> str:
    """Return the answer of the spec, which is outdated where its question is asked again; "" without one."""
    spec = next(iter(specs.values()))
    answer = spec.values.get("reviews", {}).get(id_)
    return f"{answer['verdict']} ({answer['by']}, {answer['date']})" if answer else ""


def _exhibit(requirement: Requirement, because: tuple[Text, ...], configurations: tuple[str, ...]) -> Exhibit:
    assert requirement.evidence is not None
    return Exhibit(
        requirement=requirement.id,
        kinds=requirement.evidence.kinds,
        max_age_months=requirement.evidence.max_age_months,
        digest=requirement.digest,
        because=because,
        configurations=configurations,
    )


def _gap(path: str, seen: _Seen, specs: Mapping[str, VehicleSpec], schema: VehicleSchema) -> Gap | None:
    field = schema.field(path)
    if field is None:
        return None
    concerned = [specs[key] for key in seen.configurations]
    bases = [proof.basis for proof in seen.proofs if proof.basis]
    ages = [proof.max_age_months for proof in seen.proofs if proof.max_age_months]
    return Gap(
        path=path,
        field=field,
        decides=_ids(seen),
        applicability=tuple(seen.standards),
        stated=() if seen.missing else tuple(dict.fromkeys(_told(spec, path) for spec in concerned)),
        basis=max(bases, key=BASES.index, default=None),
        max_age_months=min(ages, default=None),
        units=schema.units.accepts(field.unit) if field.unit else (),
        digest=gap_digest(path, field, concerned),
        configurations=_configurations(specs)(seen),
    )


def _required(path: str, requirement: Requirement) -> bool:
    """Return whether it is `require` that reads a field, of whose values alone a proof is asked."""
    name = path.rpartition(".")[2]
    return any(search(rf"\b{name}\b", expression.source) for expression in requirement.require)


def _told(spec: VehicleSpec, path: str) -> str:
    row = spec.stated.get(path)
    known = ", ".join(part for part in (row.basis, row.date) if part) if row else ""
    value: Any = value_at(spec.values, path)
    return f"{shown(value)} ({known})" if known else shown(value)


def _ids(seen: _Seen) -> tuple[str, ...]:
    return tuple(seen.requirements)


def _configurations(specs: Mapping[str, VehicleSpec]) -> Callable[[_Seen], tuple[str, ...]]:
    """Return what names the configurations that a row is about: none where it is about all."""

    def concerned(seen: _Seen) -> tuple[str, ...]:
        return () if len(seen.configurations) == len(specs) else tuple(seen.configurations)

    return concerned


def _in_order(gaps: Mapping[str, _Seen], assessments: tuple[Assessment, ...]) -> list[str]:
    """Return the paths: first what says whether standards apply, then the most decisive."""
    advised: dict[str, int] = {}
    for assessment in assessments:
        for index, advice in enumerate(assessment.advice):
            advised[advice.path] = min(index, advised.get(advice.path, index))
    last = len(advised)

    def rank(path: str) -> tuple[int, int, int, str]:
        seen = gaps[path]
        return -len(seen.standards), advised.get(path, last), -len(seen.requirements), path

    return sorted(gaps, key=rank)


def _origin(judged: Judged) -> Origin:
    spec, assessment = judged.assessments[0].spec, judged.assessments[0]
    name = spec.values.get("vehicle", {}).get("name") or Text(judged.file, judged.file)
    return Origin(
        file=judged.file,
        name=name,
        digest=spec.digest,
        as_of=assessment.as_of,
        configurations=tuple(one.spec.configuration.key for one in judged.assessments),
    )
