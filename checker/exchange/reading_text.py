"""A checklist in YAML or JSON that came back -> its rows."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from checker.documents import Document, read_documents
from checker.errors import Invalid, Problem
from checker.exchange.answers import SHEETS, AnswerFile, Row, Sheet
from checker.exchange.checklist import FORMAT
from checker.schemas.did_you_mean import did_you_mean
from checker.text import Text

_HEAD = ("checklist", "spec", "standards", "as_of")
_NOT_A_CHECKLIST = Text("this is no checklist", "这不是检查表")
_MAKE = Text(
    "icv-checker checklist writes one: it begins with checklist: " + FORMAT,
    "可由 icv-checker checklist 生成，其首行为 checklist: " + FORMAT,
)


def read_text(data: bytes, file: str, form: Literal["yaml", "json"]) -> AnswerFile:
    """Return the rows of a checklist; raises Invalid with all that is wrong with its form."""
    documents = read_documents(data, file, name_hint=form)
    document = documents[0]
    if len(documents) != 1 or document.data.get("checklist") != FORMAT:
        raise Invalid([Problem(document.place(("checklist",)), _NOT_A_CHECKLIST, _MAKE)])
    problems = list(_unknown(document, (), document.data, (*_HEAD, *(one.name for one in SHEETS))))
    rows: list[Row] = []
    for sheet in SHEETS:
        listed = document.data.get(sheet.name)
        if listed is None:
            continue
        if not isinstance(listed, list):
            problems.append(_not_rows(document, sheet))
            continue
        for index, cells in enumerate(listed):
            if isinstance(cells, dict):
                problems += _unknown(document, (sheet.name, index), cells, sheet.columns)
                rows.append(_row(document, sheet, index, cells))
            else:
                problems.append(_not_rows(document, sheet, index))
    if problems:
        raise Invalid(problems)
    as_of = document.data.get("as_of")
    return AnswerFile(file, as_of if isinstance(as_of, str) else "", tuple(rows))


def _row(document: Document, sheet: Sheet, index: int, cells: Mapping[str, Any]) -> Row:
    there = {name: cell for name, cell in cells.items() if cell is not None and cell not in ("", [], {})}
    if "value" in cells and cells["value"] in ([], {}) and cells["value"] is not None:
        there["value"] = cells["value"]  # stated to be none
    places = {name: document.place((sheet.name, index, name)) for name in there}
    return Row(sheet, document.place((sheet.name, index)), there, places)


def _unknown(
    document: Document, path: tuple[str | int, ...], cells: Mapping[str, Any], known: tuple[str, ...]
) -> Iterator[Problem]:
    for name in cells:
        if name not in known:
            what = Text(f"unknown key '{name}'", f"未知键“{name}”")
            yield Problem(document.place((*path, name)), what, did_you_mean(name, known))


def _not_rows(document: Document, sheet: Sheet, index: int | None = None) -> Problem:
    path = (sheet.name,) if index is None else (sheet.name, index)
    what = Text(f"'{sheet.name}' is a list of rows, each a map", f"“{sheet.name}”应为列表，每行一个映射")
    return Problem(document.place(path), what)
