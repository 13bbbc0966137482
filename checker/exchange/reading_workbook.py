"""A checklist that came back as a workbook -> its rows."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NoReturn

from checker.errors import Invalid, Problem
from checker.exchange.answers import SHEETS, AnswerFile, Row, Sheet
from checker.exchange.cells import word
from checker.exchange.checklist import FORMAT
from checker.location import Place
from checker.text import Text

#: The first cell of a sheet says what it holds, its first row the keys of its columns; both are hidden.
MARK = "icv:"
ABOUT = "about"
#: Above the first row that a person fills in: the keys, and the headings.
HEADINGS = 2

MAX_UNPACKED = 64 * 1024 * 1024  # bytes
MAX_ROWS = 50_000
_WORDS = frozenset(("verdict", "status", "basis", "covers", "type"))
_DAYS = frozenset(("date", "issued", "valid_until"))
_MAKE = Text(
    "icv-checker checklist SPEC -o FILE.xlsx writes one", "可由 icv-checker checklist SPEC -o FILE.xlsx 生成"
)


def read_workbook(data: bytes, file: str) -> AnswerFile:
    """Return the rows of a checklist; raises Invalid with all that is wrong with its form."""
    _refuse_bombs(data, file)
    sheets = _sheets(data, file)
    head = dict(_pairs(sheets.get(ABOUT, ("", ()))[1]))
    if head.get("checklist") != FORMAT:
        _refuse(file, Text("this workbook is no checklist", "该工作簿不是检查表"), _MAKE)
    rows: list[Row] = []
    problems: list[Problem] = []
    for sheet in SHEETS:
        title, cells = sheets.get(sheet.name, ("", ()))
        for found in _rows(sheet, cells, f"{file}:{title}"):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                rows.append(found)
    if problems:
        raise Invalid(problems)
    return AnswerFile(file, str(head.get("as_of", "")), tuple(rows), typed=True)


#: The cells of a sheet, row by row; a formula is a cell that begins with its sign.
_Cells = tuple[tuple[Any, ...], ...]
#: Formulas that are values.
_TRUTHS = {"=TRUE()": True, "=FALSE()": False}


class _Formula(str):
    __slots__ = ()


def _refuse_bombs(data: bytes, file: str) -> None:
    """Refuse what unpacks to more than a checklist can hold, or names things outside of itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
                _refuse(file, Text("the workbook is too large", "该工作簿过大"), Text("split it", "请拆分"))
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part):
                    _refuse(file, Text("the workbook defines entities", "该工作簿含有实体定义"), _MAKE)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        _refuse(file, Text("this is no workbook (.xlsx)", "这不是工作簿（.xlsx）"), _MAKE)


def _sheets(data: bytes, file: str) -> Mapping[str, tuple[str, _Cells]]:
    """Return the sheets of a checklist by what they hold, each with its title."""
    import warnings  # noqa: PLC0415 - only where a workbook is read

    from openpyxl import load_workbook  # noqa: PLC0415 - slow, and only where a workbook is read

    found: dict[str, tuple[str, _Cells]] = {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what other programs add to a workbook
            book = load_workbook(io.BytesIO(data), read_only=True)
            for sheet in book.worksheets:
                cells = tuple(
                    _values(row) for _, row in zip(range(MAX_ROWS), sheet.iter_rows(), strict=False)
                )
                first = cells[0][0] if cells and cells[0] else None
                if isinstance(first, str) and first.startswith(MARK):
                    found[first.removeprefix(MARK).partition(":")[0]] = (sheet.title, cells)
    except Exception as error:  # noqa: BLE001 - a damaged workbook fails in as many ways as it has parts
        says = f"{type(error).__name__}: {error}"
        _refuse(file, Text(f"the workbook cannot be read ({says})", f"无法读取该工作簿（{says}）"), _MAKE)
    return found


def _values(row: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(_truth(cell.value) if cell.data_type == "f" else cell.value for cell in row)


def _truth(formula: Any) -> Any:
    """Return true or false where a formula is one of them, as LibreOffice writes what was typed as that."""
    return _TRUTHS.get(str(formula).strip().upper(), _Formula(formula))


def _pairs(cells: _Cells) -> Iterator[tuple[str, Any]]:
    for row in cells[1:]:
        if len(row) > 2 and isinstance(row[0], str):
            yield row[0], row[2]


def _rows(sheet: Sheet, cells: _Cells, file: str) -> Iterator[Row | Problem]:
    if not cells:
        return
    keys = [str(key or "").rpartition(":")[2] for key in cells[0]]
    for number, row in enumerate(cells[HEADINGS:], start=HEADINGS + 1):
        there = {
            key: (index, cell)
            for index, (key, cell) in enumerate(zip(keys, row, strict=False), start=1)
            if key in sheet.columns and cell is not None and (not isinstance(cell, str) or cell.strip())
        }
        places = {key: Place(file, number, index) for key, (index, _) in there.items()}
        formulas = [key for key, (_, cell) in there.items() if isinstance(cell, _Formula)]
        for key in formulas:
            what = Text(f"{key}: this cell holds a formula", f"{key}：该单元格为公式")
            yield Problem(places[key], what, Text("write its value", "请填写数值"))
        if there and not formulas:
            plain = {key: _plain(key, cell) for key, (_, cell) in there.items()}
            yield Row(sheet, Place(file, number, 1), plain, places)


def _plain(key: str, cell: Any) -> Any:
    """Return a cell as it would be written in a text file."""
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if key in _WORDS:
        return word(cell)
    if key == "value":
        return cell
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell).strip()
    return text.replace("/", "-") if key in _DAYS else text


def _refuse(file: str, what: Text, mend: Text) -> NoReturn:
    raise Invalid([Problem(Place(file, 1, 1), what, mend)]) from None
