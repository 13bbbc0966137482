"""GitLab's code quality report: a subset of Code Climate's issues."""

import json
from typing import Any

from checker.rendering.pipeline.addresses import fingerprints, relative_path
from checker.rendering.pipeline.phrasing import message, reference
from checker.rendering.pipeline.points import Level, Point, is_problem, points_of
from checker.rendering.pipeline.run import Run

_SEVERITIES: dict[Level, str] = {"error": "critical", "warning": "major", "note": "info"}


def render_gitlab(run: Run) -> bytes:
    """Return what is a problem as a JSON list; GitLab compares the fingerprints of two runs."""
    points = [point for point in points_of(run) if is_problem(point)]
    names = fingerprints(points)
    issues = [_issue(point, name, run) for point, name in zip(points, names, strict=True)]
    return json.dumps(issues, ensure_ascii=False, indent=2).encode() + b"\n"


def _issue(point: Point, name: str, run: Run) -> dict[str, Any]:
    place = point.places[0]
    told = " ".join(part for part in (reference(point), message(point, run.words, run.lang)) if part)
    return {
        "description": told,
        "check_name": point.rule,
        "fingerprint": name,
        "severity": _SEVERITIES[point.level],
        "location": {"path": relative_path(place.file), "lines": {"begin": place.line}},
    }
