"""Timelines as JSON: language-neutral and versioned."""

from collections.abc import Iterable
from typing import Any

from checker.errors import Invalid
from checker.model.assessment import Judged
from checker.model.timeline import Course, Event, Part, Timeline, Turn
from checker.rendering.json_document import json_document
from checker.rendering.jsonable import statement_data, text_data

SCHEMA = "icv-timeline/1"


def render_timeline_json(
    told: Iterable[tuple[Judged, Iterable[Timeline]]],
    invalid: Iterable[tuple[str, int, Invalid]],
    *,
    tool_version: str,
    as_of: str,
) -> bytes:
    """Return the timelines of a run as UTF-8 JSON that fits ``timeline.schema.json``."""
    results = (
        {
            "file": judged.file,
            "document": judged.document,
            "configurations": [timeline_data(timeline) for timeline in timelines],
        }
        for judged, timelines in told
    )
    return json_document(SCHEMA, results, invalid, tool_version=tool_version, as_of=as_of)


def timeline_data(timeline: Timeline) -> dict[str, Any]:
    """Return one configuration's timeline as JSON-ready data."""
    spec = timeline.spec
    return {
        "configuration": spec.configuration.key,
        "vehicle": spec.values.get("vehicle", {}).get("id"),
        "spec_digest": spec.digest,
        "rules_digest": timeline.rules_digest,
        "scope": text_data(timeline.scope),
        "looked_at": list(timeline.looked_at),
        "courses": [_course(course) for course in timeline.courses],
    }


def _course(course: Course) -> dict[str, Any]:
    return {
        "market": course.market,
        "kind": course.kind,
        "own": course.own,
        "statement": statement_data(course.statement),
        "undated": [standard.id for standard in course.undated],
        "events": [_event(event) for event in course.events],
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "day": event.day,
        "days_left": event.days,
        "parts": [_part(part) for part in event.parts],
        "turns": [_turn(turn) for turn in event.turns],
        "before": statement_data(event.before),
        "after": statement_data(event.after),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "what": part.what,
        "standard": part.standard.id,
        "number": part.standard.number,
        "series": part.standard.series,
        "whole": part.whole,
        "requirements": list(part.requirements),
        "verdicts": {str(verdict): n for verdict, n in part.verdicts.items()},
        "ended_by": part.ended_by,
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "requirement": turn.requirement.id,
        "clause": list(turn.requirement.clause),
        "text": text_data(turn.requirement.text),
        "before": turn.before,
        "after": turn.after,
        "binds": turn.binds,
        "begins": turn.begins,
        "waiver_before": turn.waiver_before,
        "waiver": turn.waiver,
        "reasons": [
            {"kind": reason.kind, "text": text_data(reason.text), "paths": list(reason.paths)}
            for reason in turn.reasons
        ],
    }
