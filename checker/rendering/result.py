"""The result as JSON: language-neutral, versioned, and enough to recompute every score."""

from collections.abc import Iterable, Mapping
from typing import Any

from checker.assessment.gate import Decision
from checker.errors import Invalid
from checker.model.assessment import (
    Accounts,
    Assessment,
    Judged,
    LadderStep,
    Score,
    StandardResult,
)
from checker.model.finding import Finding, Member, Read, Reason
from checker.rendering.json_document import json_document
from checker.rendering.jsonable import coverage_data
from checker.rendering.jsonable import place_data as _place
from checker.rendering.jsonable import statement_data as _statement
from checker.rendering.jsonable import text_data as _text
from checker.rendering.profile import profile_data
from checker.rendering.result_scenarios import scenarios_data
from checker.rendering.result_waivers import waived_data, waivers_data

SCHEMA = "icv-result/1"


def render_json(
    judged: Iterable[tuple[Judged, Decision]],
    invalid: Iterable[tuple[str, int, Invalid]],
    *,
    tool_version: str,
    as_of: str,
) -> bytes:
    """Return the result of a run as UTF-8 JSON that fits ``result.schema.json``."""
    results = (_judged(one, decision) for one, decision in judged)
    return json_document(SCHEMA, results, invalid, tool_version=tool_version, as_of=as_of)


def _judged(judged: Judged, decision: Decision) -> dict[str, Any]:
    return {
        "file": judged.file,
        "document": judged.document,
        "statement": _statement(judged.statement),
        "decisive": judged.assessments[judged.decisive].spec.configuration.key,
        "gate": {"holds": decision.holds, "reasons": [_text(reason) for reason in decision.reasons]},
        "configurations": [assessment_data(assessment) for assessment in judged.assessments],
    }


def assessment_data(assessment: Assessment) -> dict[str, Any]:
    """Return one configuration's assessment as JSON-ready data."""
    spec, profile = assessment.spec, assessment.profile
    return {
        "configuration": spec.configuration.key,
        "name": _text(spec.configuration.name),
        "packages": list(spec.configuration.packages),
        "vehicle": spec.values.get("vehicle", {}).get("id"),
        "spec_digest": spec.digest,
        "extends": list(spec.extended),
        "as_of": assessment.as_of,
        "approval": {"kind": assessment.approval.kind, "reason": _text(assessment.approval.reason)},
        "profile": profile and profile_data(profile),
        "scope": _text(assessment.scope),
        "counts_as_binding": list(assessment.gate),
        "rules_digest": assessment.rules_digest,
        "tool_version": assessment.tool_version,
        "score_model": assessment.score_model,
        "statement": _statement(assessment.statement),
        "accounts": _accounts(assessment.accounts),
        "domains": {domain: _accounts(its) for domain, its in assessment.domains.items()},
        "ladder": [_step(step) for step in assessment.ladder],
        "advice": [{"path": one.path, "decides": list(one.decides)} for one in assessment.advice],
        "notes": [_reason(note) for note in assessment.notes],
        **waivers_data(assessment),
        "standards": [_standard(result) for result in assessment.results],
    }


def _standard(result: StandardResult) -> dict[str, Any]:
    standard = result.standard
    return {
        "id": standard.id,
        "number": standard.number,
        "series": standard.series,
        "title": _text(standard.title),
        "market": standard.market,
        "digest": standard.digest,
        "note": _text(standard.note),
        "applies": result.applies,
        "why": [_reason(reason) for reason in result.why],
        "statement": _statement(result.statement),
        "accounts": _accounts(result.accounts),
        "coverage": coverage_data(result.coverage),
        "findings": [_finding(finding) for finding in result.findings],
        "scenarios": scenarios_data(result, _reason),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    requirement, force = finding.requirement, finding.force
    return {
        "requirement": requirement.id,
        "clause": list(requirement.clause),
        "text": _text(requirement.text),
        "domain": requirement.domain,
        "obligation": requirement.obligation,
        "weight": requirement.weight,
        "verified": requirement.verified,
        "digest": requirement.digest,
        "verdict": str(finding.verdict),
        "outcome": str(finding.outcome),
        "provisional": finding.provisional,
        "switched_off": _text(finding.switched_off),
        "force": {"kind": force.kind, "date": force.date, "days": force.days, "ended_by": force.ended_by},
        "waiver": waived_data(finding),
        "answer_digest": finding.answer_digest,
        "remedy": _text(requirement.remedy),
        "members": [_member(member) for member in finding.members],
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "key": member.key,
        "outcome": str(member.outcome),
        "reasons": [_reason(reason) for reason in member.reasons],
        "reads": [_read(read) for read in member.reads],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "kind": reason.kind,
        "text": _text(reason.text),
        "paths": list(reason.paths),
        "place": _place(reason.place),
    }


def _read(read: Read) -> dict[str, Any]:
    return {
        "path": read.path,
        "value": _plain(read.value),
        "basis": read.basis,
        "status": read.status,
        "masked": read.masked,
        "place": _place(read.place),
    }


def _step(step: LadderStep) -> dict[str, Any]:
    return {
        "feature": step.feature,
        "name": _text(step.name),
        "claimed": step.claimed,
        "supported": step.supported,
        "provisional": step.provisional,
        "blocked_level": step.blocked_level,
        "blockers": [finding.requirement.id for finding in step.blockers],
    }


def _accounts(accounts: Accounts) -> dict[str, Any]:
    return {
        "score": _score(accounts.score),
        "readiness": _score(accounts.readiness),
        "good_practice": _score(accounts.good_practice),
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "earned": score.earned,
        "decided_points": score.decided_points,
        "at_stake": score.at_stake,
        "low": score.low,
        "high": score.high,
        "decided": score.decided,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if hasattr(value, "_asdict"):  # a spread or an envelope
        return value._asdict()
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
