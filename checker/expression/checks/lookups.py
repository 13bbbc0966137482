"""Checks look-ups in the tables of a standard."""

from typing import TYPE_CHECKING

from checker.expression.checks.promotion import promoted, refuse_envelope
from checker.expression.faults import did_you_mean
from checker.expression.tree import Tree
from checker.expression.typing import DYN, described, is_number, type_of_list
from checker.model.standard import Table
from checker.schemas.types import FieldType
from checker.text import Text

if TYPE_CHECKING:
    from checker.expression.checking import Checker

Typed = tuple[Tree, FieldType]


def check_lookup(checker: "Checker", tree: Tree) -> Typed:
    """Check ``lookup(table, {"column": value})``."""
    _, offset, _, *arguments = tree
    if len(arguments) not in (2, 3) or arguments[0][0] != "ident" or arguments[1][0] != "map":
        wanted = 'lookup(table, {"column": value})'
        checker.fault(offset, f"lookup is written {wanted}", f"lookup 应写作 {wanted}")
        return tree, DYN
    name = arguments[0]
    table = checker.scope.tables.get(name[2])
    if table is None:
        checker.fault(
            name[1],
            f"unknown table {name[2]!r}",
            f"未知的表格“{name[2]}”",
            did_you_mean(name[2], checker.scope.tables),
        )
        return tree, DYN
    keys = _keys(checker, table, arguments[1])
    column = _column(checker, offset, table, arguments[2:])
    result = DYN if column is None else _cells(table, column)
    return ("call", offset, "lookup", name, keys, *arguments[2:]), result


def _keys(checker: "Checker", table: Table, given: Tree) -> Tree:
    wanted = [name for name, match in zip(table.columns, table.match, strict=True) if match is not None]
    entries: list[Tree] = []
    seen = []
    for key, value in zip(given[2::2], given[3::2], strict=True):
        name = key[2] if key[0] == "lit" else None
        if name not in wanted:
            checker.fault(
                key[1],
                f"the table has no column {name!r} to search by",
                f"该表没有可供查询的列“{name}”",
                did_you_mean(str(name), wanted)
                or Text(f"search by {', '.join(wanted)}", f"请按{'、'.join(wanted)}查询"),
            )
            continue
        seen.append(name)
        entries += (key, _key(checker, table, table.columns.index(name), value))
    for name in wanted:
        if name not in seen:
            checker.fault(given[1], f"the column {name!r} is not given", f"未给出列“{name}”的值")
    return ("map", given[1], *entries)


def _key(checker: "Checker", table: Table, column: int, value: Tree) -> Tree:
    tree, kind = checker.typed(value)
    refuse_envelope(checker, tree, kind)
    cells = _cells(table, column)
    if is_number(cells) and kind.kind == "int":
        return promoted(tree, kind)[0]
    if kind.kind not in (cells.kind, "dyn") and cells.kind != "dyn":
        said, asked = described(kind), described(cells)
        name = table.columns[column]
        checker.fault(
            tree[1],
            f"the column {name!r} holds {asked.en}, this is {said.en}",
            f"列“{name}”为{asked.zh}，此处为{said.zh}",
        )
    return tree


def _column(checker: "Checker", offset: int, table: Table, given: list[Tree]) -> int | None:
    results = [name for name, match in zip(table.columns, table.match, strict=True) if match is None]
    if not given and len(results) == 1:
        return table.columns.index(results[0])
    name = given[0][2] if given and given[0][0] == "lit" else None
    if name in results:
        return table.columns.index(name)
    english = f"the table has no result {name!r}" if given else "the table has several results"
    chinese = f"该表没有结果列“{name}”" if given else "该表有多个结果列"
    mend = Text(f"name one of {', '.join(results)}", f"请指明其一：{'、'.join(results)}")
    checker.fault(given[0][1] if given else offset, english, chinese, mend)
    return None


def _cells(table: Table, column: int) -> FieldType:
    cells = tuple(row[column] for row in table.rows)
    if all(type(cell) in (int, float) for cell in cells):
        unsettled = "unstated" in table.match and table.match[column] is None
        return FieldType(kind="double", range="spread" if unsettled else None)
    return type_of_list(cells).element or DYN
