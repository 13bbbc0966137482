"""A checklist as a workbook (XLSX): drop-downs, both languages, and what is given locked."""

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins

from checker.exchange.checklist import FORMAT, Checklist
from checker.exchange.reading_workbook import ABOUT, HEADINGS, MARK
from checker.rendering.checklists.columns import Column, Line, Page, Pages
from checker.rendering.checklists.saying import RANGE_IN_A_CELL, Said
from checker.rendering.terminal.columns import width
from checker.rendering.wording import Words
from checker.text import Text

_LISTS = "lists"
_LINE = 15  # points of a line of text
_HIGHEST = 20  # lines of a row
_FORMS = {"text": "@", "day": "yyyy-mm-dd", "any": "General"}
_THIN = Side(style="thin", color="BFBFBF")
_EDGE = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="1F3864")
_FILL_IN = PatternFill("solid", fgColor="FFF8DC")
_GIVEN = PatternFill("solid", fgColor="F2F2F2")
_TOP = Alignment(vertical="top", wrap_text=True)
_UNBROKEN = Alignment(vertical="top")
_FACE = "Calibri"  # said wherever a font is: without it spreadsheets fall back to one of their own
_NARROW = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.75, footer=0.35)  # inches
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")


def render_checklist_workbook(checklist: Checklist, words: Words, lang: str, file: str) -> bytes:  # noqa: ARG001 - a workbook is in both languages
    """Return the list as it is written to ``file``; the same list gives the same bytes."""
    book = Workbook()
    said = Said(words, RANGE_IN_A_CELL)
    _about(book.active, checklist, said, file)
    lists = _Lists(book)
    for page in Pages(checklist, said):
        title = words(f"checklist.{page.name}")
        _sheet(book.create_sheet(_title(title)), page, lists)
    lists.finish()
    book.properties.creator = "icv-checker"
    book.properties.title = _text(said.title(checklist).in_("both"))
    book.properties.created = datetime.fromisoformat(f"{checklist.origin.as_of}T00:00:00")
    stream = io.BytesIO()
    book.save(stream)
    return _repacked(stream.getvalue(), checklist.origin.as_of)


class _Lists:
    """The words of all drop-downs, on a hidden sheet: a cell rule holds only 255 characters itself."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[tuple[str, ...], str] = {}

    def range_of(self, choices: tuple[str, ...]) -> str:
        """Return where the words of a drop-down stand, as a formula names it."""
        if choices not in self._known:
            letter = get_column_letter(len(self._known) + 1)
            self._known[choices] = f"{_LISTS}!${letter}$1:${letter}${len(choices)}"
        return self._known[choices]

    def finish(self) -> None:
        """Write the words down."""
        sheet = self._book.create_sheet(_LISTS)
        for column, choices in enumerate(self._known, start=1):
            for row, word in enumerate(choices, start=1):
                _put(sheet, row, column, word)
        sheet.sheet_state = "hidden"
        sheet.protection.sheet = True


def _about(sheet: Any, checklist: Checklist, said: Said, file: str) -> None:
    words = said.words
    sheet.title = _title(words("checklist.about"))
    origin = checklist.origin
    _put(sheet, 1, 1, f"{MARK}{ABOUT}")
    rows = [
        ("", said.title(checklist), ""),
        ("", said.how(checklist, file), ""),
        ("", said.made_from(checklist), ""),
        *(("", note, "") for note in said.notes(checklist)),
        ("checklist", words("checklist.about"), FORMAT),
        ("as_of", words("checklist.column.date"), origin.as_of),
        ("digest", words("checklist.column.digest"), origin.digest),
    ]
    for number, (key, text, value) in enumerate(rows, start=2):
        _put(sheet, number, 1, key)
        told = _put(sheet, number, 2, text.in_("both") if value else f"{text.en}\n{text.zh}")
        told.alignment = _TOP
        _put(sheet, number, 3, value)
        lines = _lines(text.en, 100) + _lines(text.zh, 100) if not value else 1
        sheet.row_dimensions[number].height = _LINE * min(lines, _HIGHEST)
    sheet.cell(2, 2).font = Font(name=_FACE, bold=True, size=14)
    sheet.row_dimensions[2].height = 3 * _LINE
    sheet.column_dimensions["A"].hidden = True
    sheet.column_dimensions["B"].width = 100
    sheet.column_dimensions["C"].width = 30
    sheet.row_dimensions[1].hidden = True
    _print_on(sheet, pages=1)
    _protect(sheet)


def _sheet(sheet: Any, page: Page, lists: _Lists) -> None:
    for number, column in enumerate(page.columns, start=1):
        _put(sheet, 1, number, f"{MARK}{page.name}:{column.key}" if number == 1 else column.key)
        head = _put(sheet, 2, number, _heading(column))
        head.font = Font(name=_FACE, bold=True, color="FFFFFF")
        head.fill, head.alignment, head.border = _HEAD, _TOP, _EDGE
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[1].hidden = True
    sheet.row_dimensions[2].height = 2.2 * _LINE
    rules: dict[tuple[str, ...], DataValidation] = {}
    for number, line in enumerate(page.lines, start=HEADINGS + 1):
        _line(sheet, number, page.columns, line)
        for key, choices in line.choices.items():
            if choices and key not in line.closed:
                index = next(i for i, one in enumerate(page.columns, start=1) if one.key == key)
                _rule(sheet, rules, choices, lists).add(sheet.cell(number, index))
    sheet.freeze_panes = sheet.cell(HEADINGS + 1, 2)
    last = get_column_letter(len(page.columns))
    sheet.auto_filter.ref = f"A{HEADINGS}:{last}{HEADINGS + max(1, len(page.lines))}"
    sheet.print_title_rows, sheet.print_title_cols = f"{HEADINGS}:{HEADINGS}", "A:A"
    shown = [number for number, column in enumerate(page.columns, start=1) if column.key != "digest"]
    sheet.print_area = f"A{HEADINGS}:{get_column_letter(shown[-1])}{HEADINGS + max(1, len(page.lines))}"
    _print_on(sheet, pages=2 if any(column.filled for column in page.columns) else 1)
    _protect(sheet)


def _print_on(sheet: Any, *, pages: int) -> None:
    """Lay a sheet out for A4 across, its columns on so many pages side by side, numbered."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = _NARROW
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"


def _rule(
    sheet: Any, rules: dict[tuple[str, ...], DataValidation], choices: tuple[str, ...], lists: _Lists
) -> DataValidation:
    if choices not in rules:
        rules[choices] = DataValidation(
            type="list", formula1=lists.range_of(choices), allow_blank=True, showErrorMessage=True
        )
        sheet.add_data_validation(rules[choices])
    return rules[choices]


def _line(sheet: Any, number: int, columns: Iterable[Column], line: Line) -> None:
    highest = 1
    for index, column in enumerate(columns, start=1):
        text = line.cells.get(column.key, "")
        cell = _put(sheet, number, index, text)
        cell.alignment, cell.border = _UNBROKEN if column.key == "digest" else _TOP, _EDGE
        open_ = column.filled and column.key not in line.closed
        cell.fill = _FILL_IN if open_ else _GIVEN
        if open_:
            cell.protection = Protection(locked=False)
            cell.number_format = _FORMS[line.forms.get(column.key, "text")]
        if column.key != "digest":
            highest = max(highest, _lines(text, column.width))
    sheet.row_dimensions[number].height = _LINE * min(highest, _HIGHEST)


def _heading(column: Column) -> str:
    en, zh = column.heading
    return en if en == zh else f"{en}\n{zh}"


def _title(text: Text) -> str:
    """Return the title of a sheet in both languages, of which 31 characters are kept."""
    return f"{text.en} {text.zh}"[:31]


def _put(sheet: Any, row: int, column: int, text: str) -> Any:
    """Write text into a cell as text, whatever a spreadsheet would take it for."""
    cell = sheet.cell(row, column)
    if text:
        cell.value = _text(text)
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@'\t\r"
    return cell


def _text(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def _lines(text: str, columns: int) -> int:
    return sum(1 + width(line) // max(1, columns - 2) for line in text.split("\n"))


def _protect(sheet: Any) -> None:
    """Lock what is given, without a password: against mistakes, not against people."""
    sheet.protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "autoFilter", "sort"):
        setattr(sheet.protection, allowed, False)  # False: not forbidden


def _repacked(data: bytes, day: str) -> bytes:
    """Return the workbook without the time of its making: the same list gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rb"\g<1>" + f"{day}T00:00:00Z".encode() + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.compress_type, entry.create_system, entry.external_attr = (
                zipfile.ZIP_DEFLATED,
                3,
                0o644 << 16,
            )
            new.writestr(entry, part)
    return stream.getvalue()
