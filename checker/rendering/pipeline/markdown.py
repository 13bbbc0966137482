"""Markdown for a pull request or the summary of a step: the verdict first, the rest folded away."""

import re
from collections.abc import Iterator

from checker.assessment.gate import Decision
from checker.model.assessment import Judged
from checker.record import replace
from checker.rendering.pipeline.phrasing import reasons, reference, said, said_plain
from checker.rendering.pipeline.points import Level, Point, document_points, points_of
from checker.rendering.pipeline.run import Run
from checker.rendering.scores import interval
from checker.rendering.verdicts import SHAPES, stamp
from checker.text import Text, colon

#: A comment on GitHub holds 65,536 characters; a table is cut before that.
ROOM = 60_000
#: Rows of one folded table.
ROWS = 50
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "\\": "&#92;"}
_MARKS = re.compile(r"([`*_\[\]~!#])")
#: What a platform would make a link, a mention or a reference to an issue of.
_LIVE = re.compile(r"(@|://|www(?=\.)|\bGH(?=-\d)|(?<!&)#(?=\d))")
_SECTIONS: tuple[tuple[Level, str, bool], ...] = (
    ("error", "pipeline.errors", True),
    ("warning", "pipeline.warnings", False),
    ("note", "pipeline.notes", False),
)


def render_markdown(run: Run) -> bytes:
    """Return a run as Markdown; documents beyond the room of a comment are named in one line each."""
    blocks = [_overview(run)] if len(run.judged) + len(run.refused) > 1 else []
    left = ROOM - sum(map(len, blocks))
    for block in (*_refused(run), *(_document(*one, run) for one in run.judged)):
        if len(block) > left:
            blocks.append(_say(run, "pipeline.cut"))
            break
        blocks.append(block)
        left -= len(block)
    blocks.append(f"<sub>{_say(run, 'pipeline.made_by', version=run.tool_version, date=run.as_of)}</sub>")
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is: no markup, link, mention or reference comes out of it."""
    for sign, entity in _HTML.items():
        text = text.replace(sign, entity)
    # An entity is shown and never read as a mark; one that was made above has no such mark but its own.
    text = _MARKS.sub(lambda found: f"\\{found[1]}", text.replace("&#", "\0")).replace("\0", "&#")
    return _LIVE.sub(lambda found: f"{found[1][0]}<!-- -->{found[1][1:]}", text)


def _overview(run: Run) -> str:
    heads = [_say(run, f"pipeline.column.{name}") for name in ("file", "statement", "score", "gate")]
    rows = [f"| {' | '.join(heads)} |", "| --- | --- | --- | --- |"]
    for judged, decision in run.judged:
        cells = (
            _name_of(judged),
            _stamped(judged, run),
            escaped(interval(judged.assessments[judged.decisive].accounts.score)),
            _say(run, "terminal.gate.holds" if decision.holds else "terminal.gate.fails"),
        )
        rows.append(f"| {' | '.join(cells)} |")
    for file, number, _ in run.refused:
        cells = (
            _file(file, number),
            f"■ {_say(run, 'pipeline.not_read')}",
            "—",
            _say(run, "terminal.gate.fails"),
        )
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _document(judged: Judged, decision: Decision, run: Run) -> str:
    assessment = judged.assessments[judged.decisive]
    points = document_points(judged, run.words)
    vehicle = points[0].vehicle if points else Text(judged.file, judged.file)
    lines = [
        f"### {_stamped(judged, run)}{colon(run.lang)}{_shown(vehicle, run)}",
        "",
        f"{_name_of(judged)} · {_shown(judged.statement.text, run)}",
        "",
    ]
    scores = zip(
        ("score", "readiness", "good_practice"),
        (assessment.accounts.score, assessment.accounts.readiness, assessment.accounts.good_practice),
        strict=True,
    )
    told = [
        f"{_say(run, f'account.{name}')} **{escaped(interval(score))}**"
        for name, score in scores
        if score.at_stake
    ]
    if told:
        lines += [" · ".join(told), ""]
    if decision.reasons:
        because = "; ".join(_shown(reason, run) for reason in decision.reasons)
        lines += [f"> {because}", ""]
    for level, key, is_open in _SECTIONS:
        lines += _section([one for one in points if one.level == level], key, run, is_open=is_open)
    return "\n".join(lines).rstrip()


def _section(points: list[Point], key: str, run: Run, *, is_open: bool) -> Iterator[str]:
    if not points:
        return
    heads = [_say(run, f"pipeline.column.{name}") for name in ("requirement", "asks", "why", "where")]
    yield f"<details{' open' if is_open else ''}><summary>{_counted(run, key, len(points))}</summary>"
    yield ""
    yield f"| {' | '.join(heads)} |"
    yield "| --- | --- | --- | --- |"
    for point in points[:ROWS]:
        yield _row(point, run)
    yield ""
    if len(points) > ROWS:
        yield _counted(run, "terminal.more", len(points) - ROWS)
        yield ""
    yield "</details>"
    yield ""


def _row(point: Point, run: Run) -> str:
    name = f"{SHAPES[point.verdict]} {escaped(point.rule.rpartition('/')[2])}"
    where = "<br>".join(_file(place.file, 1) + f":{place.line}" for place in point.places[:3])
    why = [escaped(reasons(point, run.words, run.lang))]
    why += [_shown(told, run) for told in point.waiver]
    if point.remedy and point.level == "error":
        why.append(f"→ {_shown(point.remedy, run)}")
    asked = " ".join(
        part for part in (_shown(point.asks, run), f"<sub>{escaped(reference(point))}</sub>") if part
    )
    return f"| {name} | {asked} | {'<br>'.join(one for one in why if one)} | {where} |"


def _refused(run: Run) -> Iterator[str]:
    only_refused = replace(run, judged=())
    by_file: dict[tuple[str, int], list[Point]] = {}
    for point in points_of(only_refused):
        by_file.setdefault((point.file, point.document), []).append(point)
    for (file, number), points in by_file.items():
        lines = [f"### ■ {_say(run, 'pipeline.not_read')}{colon(run.lang)}{_file(file, number)}", ""]
        for point in points[:ROWS]:
            mend = f" ({_shown(point.remedy, run)})" if point.remedy else ""
            place = point.places[0]
            lines.append(
                f"- {place.line}:{place.column} {escaped(reasons(point, run.words, run.lang))}{mend}"
            )
        yield "\n".join(lines)


def _stamped(judged: Judged, run: Run) -> str:
    its = stamp(judged.statement, run.words)
    return f"{its.shape} {_shown(its.word, run)}"


def _name_of(judged: Judged) -> str:
    return _file(judged.file, judged.document)


def _file(file: str, number: int) -> str:
    return escaped(said_plain(file) + (f" #{number}" if number > 1 else ""))


def _shown(text: Text, run: Run) -> str:
    return escaped(said(text, run.lang))


def _say(run: Run, key: str, **values: object) -> str:
    return escaped(said(run.words(key, **values), run.lang))


def _counted(run: Run, key: str, n: int) -> str:
    return escaped(said(run.words.count(key, n), run.lang))
