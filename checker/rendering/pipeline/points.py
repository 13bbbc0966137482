"""What a run found, as the one list that every format of a pipeline is written from."""

from collections.abc import Iterable, Iterator
from typing import Literal

from checker.assessment.statements import is_waived, whole_of
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.model.assessment import Assessment, Judged, StandardResult
from checker.model.finding import Finding, Reason, Verdict
from checker.model.standard import Requirement, Standard
from checker.record import Record, replace
from checker.rendering.control import configuration_name, vehicle_name
from checker.rendering.finding_rows import force_text
from checker.rendering.naming import name_of
from checker.rendering.pipeline.run import Run
from checker.rendering.waivers import beside
from checker.rendering.wording import Words
from checker.text import Text

#: What a point is to the gate: it breaks it, leaves it undecided, is worth a note, or is nobody's worry.
Level = Literal["error", "warning", "note", "none"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note", "none")
#: The rules of the tool itself, beside the ids of requirements and standards.
INVALID = "icv-checker/invalid-spec"
UNUSABLE = "icv-checker/invalid-file"
_VALID = Text("What the check needs has to be valid.", "检查所需的文件应有效。")

_OF_STATEMENT: dict[str, Level] = {
    "does_not_conform": "error",
    "undetermined": "warning",
    "conforms_with_waivers": "note",
}


class Point(Record):
    """What one rule came to on one document."""

    rule: str  # full id of a requirement; id of a standard that may apply; "icv-checker/..." for the rest
    standard: str  # as printed: "UN R157 (01)"; empty for what no standard asks
    clause: str  # as printed, or empty
    asks: Text
    verdict: Verdict
    level: Level
    why: tuple[Text, ...]
    remedy: Text | None
    force: Text
    waiver: tuple[Text, ...]  # until when, who approved it, why; empty where none is about this
    waived: bool  # a waiver covers it on this day
    places: tuple[Place, ...]  # at least one; the first is the point's own
    file: str
    document: int  # from 1
    vehicle: Text
    configurations: tuple[Text, ...]  # empty where the document has only one
    requirement: Requirement | None = None
    its_standard: Standard | None = None


def points_of(run: Run) -> list[Point]:
    """Return what every document of a run came to, in the order of the run and of its rules."""
    judged = [point for one, _ in run.judged for point in document_points(one, run.words)]
    points = judged + [point for refused in run.refused for point in _refused(*refused, words=run.words)]
    for problem in run.unusable.problems if run.unusable else ():
        file = problem.place.file
        points.append(_problem(problem, UNUSABLE, _VALID, file, 1))
    return points


def document_points(judged: Judged, words: Words) -> list[Point]:
    """Return the points of one document; what several configurations share is said once."""
    merged: dict[tuple[object, ...], Point] = {}
    several = len(judged.assessments) > 1
    for assessment in judged.assessments:
        named = (configuration_name(assessment, words),) if several else ()
        for point in _assessed(assessment, judged, words):
            key = (point.rule, point.verdict, point.level, point.why, point.places)
            before = merged.get(key)
            names = (*before.configurations, *named) if before else named
            merged[key] = replace(before or point, configurations=tuple(dict.fromkeys(names)))
    return list(merged.values())


def is_problem(point: Point) -> bool:
    """Return whether somebody has to look at a point: whatever is not simply met, or of no weight today."""
    return point.level != "none"


def _assessed(assessment: Assessment, judged: Judged, words: Words) -> Iterator[Point]:
    for result in assessment.results:
        if result.applies == "open":
            yield _applicability(result, assessment, judged, words)
        else:
            for finding in result.findings:
                yield _requirement(finding, result, assessment, judged, words)
    for note in assessment.notes:
        yield _remark(f"icv-checker/{note.kind.replace('_', '-')}", note.text, note.place, judged, words)
    for use in assessment.waivers:
        if use.state != "active" or use.waiver.over_long:
            state = use.state if use.state != "active" else "over-long"
            yield _remark(f"icv-checker/waiver-{state}", use.text, use.waiver.place, judged, words)


def _requirement(
    finding: Finding, result: StandardResult, assessment: Assessment, judged: Judged, words: Words
) -> Point:
    rule, standard = finding.requirement, result.standard
    return Point(
        rule=rule.id,
        standard=name_of(standard, words).en,
        clause=", ".join(rule.clause),
        asks=rule.text,
        verdict=finding.verdict,
        level=_level(finding, gated=standard.id in assessment.gate),
        why=_because(finding.reasons) or ((finding.switched_off,) if finding.switched_off else ()),
        remedy=rule.remedy,
        force=force_text(finding.force, words),
        waiver=tuple(beside(finding, words)),
        waived=is_waived(finding),
        places=_places(finding, judged),
        file=judged.file,
        document=judged.document,
        vehicle=vehicle_name(assessment),
        configurations=(),
        requirement=rule,
        its_standard=standard,
    )


def _level(finding: Finding, *, gated: bool) -> Level:
    """Return what a finding does to the statement for the vehicle; a fail of what does not bind is a note."""
    level = _OF_STATEMENT.get(whole_of((finding,), lambda _: gated).kind, "none")
    if level == "none" and finding.verdict is Verdict.FAIL:
        return "note"
    return level


def _applicability(result: StandardResult, assessment: Assessment, judged: Judged, words: Words) -> Point:
    standard = result.standard
    name = name_of(standard, words)
    gated = standard.id in assessment.gate
    levels = [_level(finding, gated=gated) for finding in result.findings]
    return Point(
        rule=standard.id,
        standard=name.en,
        clause="",
        asks=words("terminal.applicability", number=name),
        verdict=Verdict.UNKNOWN,
        level=min(levels, key=LEVELS.index, default="none"),
        why=_because(result.why),
        remedy=None,
        force=words("force.not_known"),
        waiver=(),
        waived=False,
        places=_with_fallback((reason.place for reason in result.why), judged),
        file=judged.file,
        document=judged.document,
        vehicle=vehicle_name(assessment),
        configurations=(),
        its_standard=standard,
    )


def _remark(rule: str, says: Text, place: Place | None, judged: Judged, words: Words) -> Point:
    return Point(
        rule=rule,
        standard="",
        clause="",
        asks=words("pipeline.remark"),
        verdict=Verdict.REVIEW,
        level="note",
        why=(says,),
        remedy=None,
        force=Text("", ""),
        waiver=(),
        waived=False,
        places=_with_fallback((place,), judged),
        file=judged.file,
        document=judged.document,
        vehicle=vehicle_name(judged.assessments[judged.decisive]),
        configurations=(),
    )


def _refused(file: str, document: int, invalid: Invalid, *, words: Words) -> Iterator[Point]:
    for problem in invalid.problems:
        yield _problem(problem, INVALID, words("pipeline.invalid"), file, document)


def _problem(problem: Problem, rule: str, asks: Text, file: str, document: int) -> Point:
    return Point(
        rule=rule,
        standard="",
        clause="",
        asks=asks,
        verdict=Verdict.FAIL,
        level="error",
        why=(problem.what,),
        remedy=problem.mend,
        force=Text("", ""),
        waiver=(),
        waived=False,
        places=(problem.place,),
        file=file,
        document=document,
        vehicle=Text(file, file),
        configurations=(),
    )


def _because(reasons: Iterable[Reason]) -> tuple[Text, ...]:
    return tuple(dict.fromkeys(reason.text for reason in reasons))


def _places(finding: Finding, judged: Judged) -> tuple[Place, ...]:
    """Return where the reasons stand, else where what was read stands."""
    reasons = [reason.place for reason in finding.reasons if reason.place]
    return _with_fallback(reasons or [read.place for read in finding.reads], judged)


def _with_fallback(places: Iterable[Place | None], judged: Judged) -> tuple[Place, ...]:
    """Return the places, each once; where there is none, the vehicle's own: no finding is without a line."""
    found = tuple(dict.fromkeys(place for place in places if place))
    if found:
        return found
    stated = judged.assessments[judged.decisive].spec.stated
    whole = stated.get("vehicle") or stated.get("vehicle.id")
    return (whole.place if whole else Place(judged.file, 1, 1),)
