"""CSV holds every point and nothing that a spreadsheet would run."""

import csv
import io

from checker.rendering.pipeline.points import points_of
from checker.rendering.pipeline.table import COLUMNS, render_csv
from tests.rendering.pipeline.runs import RUNS


def rows(run):
    return list(csv.DictReader(io.StringIO(render_csv(run).decode("utf-8-sig"), newline="")))


def test_every_point_is_a_row(run):
    found = rows(run)

    assert len(found) == len(points_of(run))
    assert all(set(row) == set(COLUMNS) for row in found)


def test_no_cell_is_a_formula(run):
    for row in rows(run):
        assert [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_a_spreadsheet_sees_that_it_is_utf_8():
    data = render_csv(RUNS["every verdict, Chinese"]())

    assert data.startswith(b"\xef\xbb\xbf")
    assert "云舟" in data.decode("utf-8-sig")


def test_the_columns_keep_their_names_in_every_language():
    english, chinese = (render_csv(RUNS[name]()) for name in ("every verdict", "every verdict, Chinese"))

    assert english.splitlines()[0] == chinese.splitlines()[0]
