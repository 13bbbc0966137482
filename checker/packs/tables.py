"""The tables and lists of a standard."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.model.standard import Table
from checker.text import Text

ORDERED = ("linear", "next_higher", "unstated")  # what is between two rows has a meaning


def read_table(data: dict[str, Any]) -> Table:
    """Return a table that `table_problems` finds nothing wrong with."""
    columns = data["columns"]
    return Table(
        columns=tuple(columns),
        rows=tuple(tuple(row) for row in data["rows"]),
        match=tuple(None if match == "value" else match for match in columns.values()),
        beyond=data.get("beyond", "unknown"),
    )


def table_problems(document: Document, table: Any, path: Path_) -> Iterator[Problem]:
    """Yield what is wrong with a table whose columns and rows have the right shape."""
    if not is_table(table):
        return
    columns: dict[str, str] = table["columns"]
    place = document.value_place((*path, "columns"))
    if "value" not in columns.values():
        what = Text("the table has no result column", "表格没有结果列")
        yield Problem(
            place, what, Text("say `value` for the column that is looked up", "请将待查列标为 value")
        )
    if set(columns.values()) == {"value"}:
        what = Text("the table has no key column", "表格没有键列")
        yield Problem(
            place, what, Text("say how the key columns match: exact, linear ...", "请注明键列的匹配方式")
        )
    good = []
    for index, row in enumerate(table["rows"]):
        problem = _row_problem(document, columns, row, (*path, "rows", index))
        if problem:
            yield problem
        elif all(_kind(cell) != "other" for cell in row):
            good.append(index)
    yield from _key_problems(document, columns, table["rows"], (good, path))


def list_problems(document: Document, items: Any, path: Path_) -> Iterator[Problem]:
    """Yield the items of a list that are not of the kind of its first one."""
    if not isinstance(items, list):
        return
    for index, item in enumerate(items):
        if _kind(item) != _kind(items[0]):
            what = Text(
                f"'{item}' is {_NAMES[_kind(item)].en}, the first item is {_NAMES[_kind(items[0])].en}",
                f"“{item}”是{_NAMES[_kind(item)].zh}，而首项是{_NAMES[_kind(items[0])].zh}",
            )
            mend = Text(
                "the items of a list are of one kind; quote a number that is meant as text",
                "列表各项须为同一类型；作文本的数字请加引号",
            )
            yield Problem(document.place((*path, index)), what, mend)


_NAMES = {
    "text": Text("text", "文本"),
    "number": Text("a number", "数值"),
    "bool": Text("true or false", "布尔值"),
    "other": Text("neither text nor number", "既非文本也非数值"),
}


def _kind(value: Any) -> str:
    if isinstance(value, bool):  # Python counts True as 1; we do not
        return "bool"
    return "text" if isinstance(value, str) else "number" if isinstance(value, (int, float)) else "other"


def is_table(table: Any) -> bool:
    """Return whether columns and rows are there, in the right shape."""
    if not isinstance(table, dict):
        return False
    columns, rows = table.get("columns"), table.get("rows")
    return isinstance(columns, dict) and isinstance(rows, list) and all(isinstance(row, list) for row in rows)


def _row_problem(document: Document, columns: dict[str, str], row: list[Any], path: Path_) -> Problem | None:
    if len(row) != len(columns):
        what = Text(
            f"the row has {len(row)} cells, the table {len(columns)} columns",
            f"该行有 {len(row)} 个单元格，而表格有 {len(columns)} 列",
        )
        return Problem(document.place(path), what, Text("give one cell per column", "每列填写一个单元格"))
    for index, (column, match) in enumerate(columns.items()):
        if match in ORDERED and _kind(row[index]) != "number":
            what = Text(
                f"'{row[index]}' in the column '{column}' is not a number; {match} reads between numbers",
                f"“{column}”列中的“{row[index]}”不是数值；{match} 仅适用于数值",
            )
            return Problem(
                document.place((*path, index)), what, Text("say `exact` for text", "文本列请用 exact")
            )
    return None


def _key_problems(
    document: Document, columns: dict[str, str], rows: list[list[Any]], good: tuple[list[int], Path_]
) -> Iterator[Problem]:
    """Yield rows with the key of an earlier one, and numbers that do not rise from row to row."""
    indexes, path = good
    keys = [at for at, match in enumerate(columns.values()) if match != "value"]
    seen: dict[tuple[Any, ...], int] = {}
    for index in indexes:
        key = tuple(rows[index][at] for at in keys)
        first = seen.setdefault(key, index)
        if first != index:
            what = Text(
                f"row {index + 1} has the key of row {first + 1}",
                f"第 {index + 1} 行与第 {first + 1} 行的键相同",
            )
            yield Problem(
                document.place((*path, "rows", index)), what, Text("keep one of them", "请只保留一行")
            )
    rising = [at for at in keys if list(columns.values())[at] in ORDERED]
    if len(keys) == len(rising) == 1:
        yield from _order_problems(document, rows, indexes, (rising[0], path))


def _order_problems(
    document: Document, rows: list[list[Any]], indexes: list[int], column: tuple[int, Path_]
) -> Iterator[Problem]:
    at, path = column
    for before, index in pairwise(indexes):
        if rows[index][at] < rows[before][at]:
            what = Text(
                f"{rows[index][at]} comes after {rows[before][at]}",
                f"{rows[index][at]} 排在 {rows[before][at]} 之后",
            )
            yield Problem(
                document.place((*path, "rows", index, at)),
                what,
                Text("sort the rows upwards", "请按升序排列各行"),
            )
