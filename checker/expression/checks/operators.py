"""Checks the operators of an expression: whether their two sides go together."""

from typing import TYPE_CHECKING

from checker.expression.checks.comparisons import COMPARISONS, check_comparison, go_together, judge_constants
from checker.expression.checks.names import BY_MACRO
from checker.expression.checks.promotion import paired, promoted, refuse_envelope
from checker.expression.tree import Tree
from checker.expression.typing import BOOL, DYN, calculated, described, is_number, list_of, merged
from checker.schemas.types import FieldType
from checker.text import Text

if TYPE_CHECKING:
    from checker.expression.checking import Checker

Typed = tuple[Tree, FieldType]


def check_operator(checker: "Checker", tree: Tree) -> Typed:
    """Check ``==``, ``<``, ``in``, ``+`` and the like."""
    _, offset, symbol, left, right = tree
    first, second = checker.typed(left), checker.typed(right)
    for side, kind in (first, second):
        refuse_envelope(checker, side, kind)
    if symbol == "in":
        return _membership(checker, offset, first, second)
    if symbol in COMPARISONS:
        return check_comparison(checker, offset, symbol, first, second)
    return _arithmetic(checker, offset, symbol, first, second)


def _membership(checker: "Checker", offset: int, first: Typed, second: Typed) -> Typed:
    (item, kind), (collection, of) = first, second
    element = of.element or DYN
    if of.kind == "map":
        if element.kind == "record":
            checker.fault(
                offset, "which keys a map has is up to each vehicle", "映射的键由各车型自行确定", BY_MACRO
            )
        elif kind.kind not in ("string", "dyn"):
            checker.fault(offset, "the keys of a map are texts", "映射的键是文本")
    elif of.kind == "list":
        if (kind.kind, element.kind) == ("double", "int") and collection[0] == "list":
            collection, element = promoted(collection, element)
        elif (kind.kind, element.kind) == ("int", "double"):
            item, kind = promoted(item, kind)
        if go_together(checker, offset, "in", (item, kind), (("null", offset), element)):
            judge_constants(checker, (collection, list_of(element)), (item, kind))
            judge_constants(checker, (item, kind), (collection, list_of(element)))
    elif of.kind != "dyn":
        said = described(of)
        mend = Text("write a.contains(b)", "请写 a.contains(b)") if of.kind == "string" else None
        checker.fault(offset, f"in asks for a list, this is {said.en}", f"in 需要列表，实为{said.zh}", mend)
    return ("op", offset, "in", item, collection), BOOL


def _arithmetic(checker: "Checker", offset: int, symbol: str, first: Typed, second: Typed) -> Typed:
    first, second = paired(first, second)
    (left, kind), (right, other) = first, second
    tree = ("op", offset, symbol, left, right)
    if "dyn" in (kind.kind, other.kind):
        return tree, DYN
    if symbol == "+" and kind.kind == other.kind and kind.kind in ("string", "list"):
        common = merged(kind, other)
        if common is not None and not kind.is_date:
            return tree, common
    if not is_number(kind) or not is_number(other):
        _refuse_arithmetic(checker, offset, symbol, kind, other)
        return tree, DYN
    if symbol == "%" and (kind.kind != "int" or kind.range or other.range):
        checker.fault(offset, "% asks for two whole numbers", "% 需要两个整数")
    if symbol in "/%" and right[0] == "lit" and right[2] == 0:
        checker.fault(offset, "division by zero", "除数为零")
    return tree, calculated(kind, other)


def _refuse_arithmetic(
    checker: "Checker", offset: int, symbol: str, kind: FieldType, other: FieldType
) -> None:
    one, two = described(kind), described(other)
    mend = None
    if kind.is_date or other.is_date:
        mend = Text(
            "write add_months(date, n), add_years(date, n) or days_between(a, b)",
            "请写 add_months(日期, n)、add_years(日期, n) 或 days_between(a, b)",
        )
    checker.fault(
        offset, f"{one.en} {symbol} {two.en} has no meaning", f"{one.zh} {symbol} {two.zh} 没有意义", mend
    )
