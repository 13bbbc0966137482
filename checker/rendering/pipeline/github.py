"""Annotations of GitHub: workflow commands that mark lines of the files of a pull request."""

from collections import Counter

from checker.rendering.pipeline.addresses import relative_path
from checker.rendering.pipeline.phrasing import message, reference, said, said_plain
from checker.rendering.pipeline.points import LEVELS, Point, is_problem, points_of
from checker.rendering.pipeline.run import Run
from checker.rendering.terminal.gated import decided

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
#: GitHub shows ten of each kind in a step; the rest would only make the log long.
SHOWN = 10


def render_github(run: Run) -> bytes:
    """Return workflow commands, the worst first; of what GitHub would not show only the number."""
    points = sorted(
        (point for point in points_of(run) if is_problem(point)), key=lambda one: LEVELS.index(one.level)
    )
    tally = Counter(point.level for point in points)
    seen: Counter[str] = Counter()
    lines = []
    for point in points:
        seen[point.level] += 1
        if seen[point.level] <= SHOWN:
            lines.append(_command(point, run))
    for level, count in tally.items():
        if count > SHOWN:
            told = run.words("pipeline.more", n=count - SHOWN, level=run.words(f"pipeline.level.{level}"))
            lines.append(said(told, run.lang))
    for judged, decision in run.judged:
        told = run.words("pipeline.statement", file=judged.file, statement=judged.statement.text)
        lines += [said(told, run.lang), said(decided(decision, run.words), run.lang)]
    return ("\n".join(lines) + "\n").encode()


def _command(point: Point, run: Run) -> str:
    place = point.places[0]
    title = f"{point.rule} {point.clause}".strip()
    properties = {
        "file": relative_path(place.file),
        "line": str(place.line),
        "col": str(place.column),
        "title": said_plain(title),
    }
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = message(point, run.words, run.lang)
    if point.standard:
        text = f"{text} ({reference(point)})"
    return f"::{_COMMANDS[point.level]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
