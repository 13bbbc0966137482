"""CSV: a row for each requirement, for a spreadsheet or a script."""

import csv
import io

from checker.rendering.pipeline.phrasing import reasons, said, said_plain
from checker.rendering.pipeline.points import Point, points_of
from checker.rendering.pipeline.run import Run

COLUMNS = (
    "file",
    "document",
    "vehicle",
    "configurations",
    "standard",
    "clause",
    "requirement",
    "domain",
    "obligation",
    "weight",
    "force",
    "verdict",
    "level",
    "verified",
    "asks",
    "why",
    "remedy",
    "waiver",
    "line",
    "column",
)
#: A spreadsheet reads a cell that begins so as a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Tells a spreadsheet that Chinese is UTF-8.
_MARK = b"\xef\xbb\xbf"


def render_csv(run: Run) -> bytes:
    """Return a run as RFC 4180 CSV in UTF-8 with a byte order mark; the names of the columns never change."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for point in points_of(run):
        cells = _cells(point, run)
        writer.writerow([_safe(cells[column]) for column in COLUMNS])
    return _MARK + out.getvalue().encode("utf-8", "replace")


def _cells(point: Point, run: Run) -> dict[str, object]:
    rule, words, lang = point.requirement, run.words, run.lang
    return {
        "file": point.file,
        "document": point.document,
        "vehicle": said(point.vehicle, lang),
        "configurations": ", ".join(said(one, lang) for one in point.configurations),
        "standard": point.standard,
        "clause": point.clause,
        "requirement": point.rule,
        "domain": rule.domain if rule else "",
        "obligation": rule.obligation if rule else "",
        "weight": rule.weight if rule else "",
        "force": said(point.force, lang),
        "verdict": str(point.verdict),
        "level": point.level,
        "verified": "" if rule is None else "yes" if rule.verified else "no",
        "asks": said(point.asks, lang),
        "why": reasons(point, words, lang),
        "remedy": said(point.remedy, lang) if point.remedy else "",
        "waiver": " ".join(said(told, lang) for told in point.waiver),
        "line": point.places[0].line,
        "column": point.places[0].column,
    }


def _safe(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    text = said_plain(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
