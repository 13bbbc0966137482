"""SARIF 2.1.0 (OASIS): for code scanning only what is a problem, or everything with its kind."""

import json
from typing import Any, Literal

from checker.location import Place
from checker.model.finding import Verdict
from checker.rendering.pipeline.addresses import fingerprints, uri
from checker.rendering.pipeline.phrasing import message, reference, said
from checker.rendering.pipeline.points import Point, is_problem, points_of
from checker.rendering.pipeline.run import Run
from checker.rendering.pipeline.sarif_rules import rules_of

Profile = Literal["github", "full"]
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: SARIF's kinds of a result; only a fail has a level (section 3.27.10 of the standard).
_KINDS: dict[Verdict, str] = {
    Verdict.FAIL: "fail",
    Verdict.UNKNOWN: "open",
    Verdict.REVIEW: "review",
    Verdict.PASS: "pass",
    Verdict.NOT_APPLICABLE: "notApplicable",
}
#: Platforms show that many places of a result.
_RELATED = 20


def render_sarif(run: Run, profile: Profile = "github") -> bytes:
    """Return a run as SARIF.

    ``github``: what is not met, undecided or waived, each a result with a level, because code scanning makes
    an alert of every result. ``full``: every requirement, with the kinds pass, fail, open, review and
    notApplicable.
    """
    points = points_of(run)
    if profile == "github":
        points = [point for point in points if is_problem(point)]
    rules = rules_of(points, run.words, run.lang)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    names = fingerprints(points)
    results = [
        _result(point, name, index[point.rule], run, profile)
        for point, name in zip(points, names, strict=True)
    ]
    driver = {
        "name": "icv-checker",
        "semanticVersion": run.tool_version,
        "rules": rules,
    }
    sarif_run = {
        "tool": {"driver": driver},
        "language": "zh-CN" if run.lang == "zh" else "en-US",
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "icv-checker/"},
        "invocations": [{"executionSuccessful": not run.refused and not run.unusable}],
        "results": results,
        "properties": {"asOf": run.as_of, "documents": [_document(*one, run) for one in run.judged]},
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [sarif_run]}
    return json.dumps(log, ensure_ascii=False, indent=2).encode() + b"\n"


def _document(judged: Any, decision: Any, run: Run) -> dict[str, Any]:
    return {
        "file": judged.file,
        "document": judged.document,
        "statement": judged.statement.kind,
        "text": said(judged.statement.text, run.lang),
        "gateHolds": decision.holds,
    }


def _result(point: Point, name: str, index: int, run: Run, profile: Profile) -> dict[str, Any]:
    kind = "fail" if profile == "github" else _KINDS[point.verdict]
    result: dict[str, Any] = {
        "ruleId": point.rule,
        "ruleIndex": index,
        "kind": kind,
        "level": point.level if kind == "fail" else "none",
        "message": {"text": message(point, run.words, run.lang)},
        "locations": [_location(point.places[0])],
        "partialFingerprints": {"icvPoint/v1": name},
        "properties": _properties(point, run),
    }
    others = point.places[1:_RELATED]
    if others:
        result["relatedLocations"] = [_location(place) for place in others]
    if point.waived:
        justification = " ".join(said(told, run.lang) for told in point.waiver)
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(place.file)},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }


def _properties(point: Point, run: Run) -> dict[str, Any]:
    return {
        "verdict": str(point.verdict),
        "force": said(point.force, run.lang),
        "reference": reference(point),
        "vehicle": said(point.vehicle, run.lang),
        "document": point.document,
        "configurations": [said(one, run.lang) for one in point.configurations],
    }
