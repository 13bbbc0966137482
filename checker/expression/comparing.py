"""Checks operators: whether the two sides go together, and whether a comparison can ever be true."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checker.expression.faults import did_you_mean
from checker.expression.naming import BY_MACRO
from checker.expression.operators import OPERATORS
from checker.expression.tree import Tree, literal, unparse
from checker.expression.typing import (
    BOOL,
    COLLECTIONS,
    DYN,
    calculated,
    described,
    is_number,
    list_of,
    merged,
)
from checker.schemas.types import FieldType
from checker.text import Text
from checker.values import dates
from checker.values.spreads import Spread

if TYPE_CHECKING:
    from checker.expression.checking import Checker

Typed = tuple[Tree, FieldType]

_EQUALITY = ("==", "!=")
_ORDER = ("<", "<=", ">", ">=")


def check_operator(checker: "Checker", tree: Tree) -> Typed:
    """Check ``==``, ``<``, ``in``, ``+`` and the like."""
    _, offset, symbol, left, right = tree
    first, second = checker.typed(left), checker.typed(right)
    for side, kind in (first, second):
        refuse_envelope(checker, side, kind)
    if symbol == "in":
        return _membership(checker, offset, first, second)
    if symbol in _EQUALITY or symbol in _ORDER:
        return _comparison(checker, offset, symbol, first, second)
    return _arithmetic(checker, offset, symbol, first, second)


def refuse_envelope(checker: "Checker", tree: Tree, kind: FieldType) -> None:
    """Note it if an envelope stands where a number is wanted."""
    if kind.range == "envelope":
        text = unparse(tree)
        checker.fault(
            tree[1],
            f"{text} is an envelope: the system works in all of it",
            f"{text} 是工作范围：系统在整个范围内工作",
            Text(
                f"write lower({text}), upper({text}) or covers({text}, from, to)",
                f"请写 lower({text})、upper({text}) 或 covers({text}, 下限, 上限)",
            ),
        )


def promoted(tree: Tree, kind: FieldType) -> Typed:
    """Return a whole number as a double, still as an expression of the language."""
    double = replace(kind, kind="double", min=None, max=None)
    if tree[0] == "lit":
        return ("lit", tree[1], float(tree[2])), double
    if tree[0] == "list":
        items = tuple(promoted(item, kind)[0] for item in tree[2:])
        return ("list", tree[1], *items), double
    return ("call", tree[1], "double", tree), double


def paired(first: Typed, second: Typed) -> tuple[Typed, Typed]:
    """Return both, a whole number beside a double as a double."""
    kinds = (first[1].kind, second[1].kind)
    if kinds == ("int", "double"):
        return promoted(*first), second
    return (first, promoted(*second)) if kinds == ("double", "int") else (first, second)


def alike(checker: "Checker", offset: int, values: Sequence[Typed]) -> tuple[list[Tree], FieldType]:
    """Return values of a list or a choice, of one type; notes it if they are not."""
    double = any(kind.kind == "double" for _, kind in values)
    values = [promoted(*value) if double and value[1].kind == "int" else value for value in values]
    result = values[0][1] if values else DYN
    for _, kind in values[1:]:
        common = merged(result, kind)
        if common is None:
            one, other = described(result), described(kind)
            checker.fault(offset, f"{one.en} and {other.en} stand together", f"{one.zh}与{other.zh}混在一起")
            common = DYN
        result = common
    return [tree for tree, _ in values], result


def _comparison(checker: "Checker", offset: int, symbol: str, first: Typed, second: Typed) -> Typed:
    first, second = paired(*_paired_lists(first, second))
    if _go_together(checker, offset, symbol, first, second):
        for side, other in ((first, second), (second, first)):
            judge_constants(checker, side, other)
        if first[1].kind not in COLLECTIONS:
            _judge_possible(checker, offset, symbol, first, second)
    return ("op", offset, symbol, first[0], second[0]), BOOL


def _paired_lists(first: Typed, second: Typed) -> tuple[Typed, Typed]:
    """Return both; a list of whole numbers beside a list of doubles becomes one of doubles."""
    of = [side[1].element.kind if side[1].element else "" for side in (first, second)]
    if of == ["int", "double"] and first[0][0] == "list":
        return _as_doubles(first), second
    if of == ["double", "int"] and second[0][0] == "list":
        return first, _as_doubles(second)
    return first, second


def _as_doubles(side: Typed) -> Typed:
    tree, element = promoted(side[0], side[1].element or DYN)
    return tree, list_of(element)


def _go_together(checker: "Checker", offset: int, symbol: str, first: Typed, second: Typed) -> bool:
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
    if verdict is False and "lit" in (first[0][0], second[0][0]):
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
        if _go_together(checker, offset, "in", (item, kind), (("null", offset), element)):
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
