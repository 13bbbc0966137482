"""Checks comparisons: whether the two sides go together, and whether it can ever be true."""

from typing import TYPE_CHECKING, Any

from checker.expression.checks.promotion import paired, paired_lists
from checker.expression.faults import did_you_mean
from checker.expression.literals import literal
from checker.expression.operators import OPERATORS
from checker.expression.tree import Tree, unparse
from checker.expression.typing import (
    BOOL,
    COLLECTIONS,
    described,
    is_number,
)
from checker.schemas.types import FieldType
from checker.text import Text
from checker.values import dates
from checker.values.spreads import Spread

if TYPE_CHECKING:
    from checker.expression.checking import Checker

Typed = tuple[Tree, FieldType]

#: The operators that compare.
COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
_ORDER = ("<", "<=", ">", ">=")


def check_comparison(checker: "Checker", offset: int, symbol: str, first: Typed, second: Typed) -> Typed:
    """Check ``==``, ``<`` and the like."""
    first, second = paired(*paired_lists(first, second))
    if go_together(checker, offset, symbol, first, second):
        for side, other in ((first, second), (second, first)):
            judge_constants(checker, side, other)
        if first[1].kind not in COLLECTIONS:
            _judge_possible(checker, offset, symbol, first, second)
    return ("op", offset, symbol, first[0], second[0]), BOOL


def go_together(checker: "Checker", offset: int, symbol: str, first: Typed, second: Typed) -> bool:
    """Return whether the two can be compared; notes it if not."""
    kinds = (first[1].kind, second[1].kind)
    if "record" in kinds:
        checker.fault(
            offset,
            "a group of fields is not compared",
            "字段组不能比较",
            Text("compare one of its fields", "请比较其中的字段"),
        )
        return False
    if "dyn" in kinds:
        return True
    if kinds[0] != kinds[1]:
        one, other = described(first[1]), described(second[1])
        checker.fault(
            offset,
            f"{one.en} is compared with {other.en}",
            f"{one.zh}与{other.zh}不能比较",
            _mend_quotes(first, second) or _mend_quotes(second, first),
        )
        return False
    if symbol in _ORDER and kinds[0] not in ("int", "double", "string"):
        said = described(first[1])
        checker.fault(offset, f"{said.en} has no order", f"{said.zh}没有大小之分")
        return False
    if symbol in _ORDER and (first[1].terms or second[1].terms):
        checker.fault(
            offset,
            "the terms of a list have no order",
            "术语没有大小之分",
            Text("write == or in [...]", "请写 == 或 in [...]"),
        )
        return False
    return True


def _mend_quotes(side: Typed, other: Typed) -> Text | None:
    tree, kind = side
    if tree[0] != "lit":
        return None
    wanted = other[1].kind
    if kind.kind == "string" and wanted in ("bool", "int", "double"):
        return Text(f"write {tree[2]} without quotes", f"请写 {tree[2]}，不加引号")
    if wanted == "string" and kind.kind in ("bool", "int", "double"):
        text = literal(str(literal(tree[2])))
        return Text(f"write {text}", f"请写 {text}")
    return None


def _constants(checker: "Checker", side: Tree) -> list[tuple[int, Any]]:
    """Return the constants that a side consists of, each with its offset."""
    if side[0] == "lit":
        return [(side[1], side[2])]
    if side[0] == "list":
        return [(item[1], item[2]) for item in side[2:] if item[0] == "lit"]
    if side[0] == "path" and side[2] in checker.scope.lists and side[2] not in checker.variables:
        return [(side[1], value) for value in checker.scope.lists[side[2]]]
    return []


def judge_constants(checker: "Checker", side: Typed, other: Typed) -> None:
    """Note constants on one side that the field on the other can never hold."""
    kind = other[1].element or other[1] if other[1].kind in COLLECTIONS else other[1]
    for offset, value in _constants(checker, side[0]):
        judge_constant(checker, offset, value, kind, unparse(other[0]))


def judge_constant(checker: "Checker", offset: int, value: Any, kind: FieldType, where: str) -> None:
    """Note a text that is none of a field's terms, or is no date where a date stands."""
    if type(value) is not str or kind.kind != "string":
        return
    if kind.terms is not None and value not in kind.terms:
        few = Text(f"one of {', '.join(kind.terms)}", f"可用：{'、'.join(kind.terms)}")
        checker.fault(
            offset,
            f"{where} is never {value!r}",
            f"{where} 不可能为“{value}”",
            did_you_mean(value, kind.terms) or (few if len(kind.terms) <= 12 else None),
        )
    elif kind.is_date and not dates.is_day(value):
        checker.fault(
            offset,
            f"{value!r} is not a date",
            f"“{value}”不是日期",
            Text('write year-month-day, as in "2026-07-01"', '请写成 年-月-日，如 "2026-07-01"'),
        )


def _judge_possible(checker: "Checker", offset: int, symbol: str, first: Typed, second: Typed) -> None:
    """Note a comparison that no value of the field can make true."""
    if is_number(first[1]) and is_number(second[1]):
        verdict = OPERATORS[symbol](_extent(first), _extent(second))
    elif first[1].terms and second[1].terms and not set(first[1].terms) & set(second[1].terms):
        verdict = False if symbol == "==" else None
    else:
        verdict = None
    if verdict is False:
        checker.fault(
            offset,
            f"{unparse(('op', offset, symbol, first[0], second[0]))} is never true",
            f"{unparse(('op', offset, symbol, first[0], second[0]))} 不可能成立",
            _limits(first) or _limits(second),
        )


def _extent(side: Typed) -> Any:
    tree, kind = side
    return tree[2] if tree[0] == "lit" else Spread(kind.min, kind.max)


def _limits(side: Typed) -> Text | None:
    tree, kind = side
    if tree[0] == "lit" or (kind.min is None and kind.max is None):
        return None
    text = unparse(tree)
    if kind.max is None:
        return Text(f"{text} is at least {kind.min:g}", f"{text} 不小于 {kind.min:g}")
    if kind.min is None:
        return Text(f"{text} is at most {kind.max:g}", f"{text} 不大于 {kind.max:g}")
    return Text(
        f"{text} lies between {kind.min:g} and {kind.max:g}",
        f"{text} 的取值在 {kind.min:g} 与 {kind.max:g} 之间",
    )
