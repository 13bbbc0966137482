"""Checks calls of named functions and methods."""

from typing import TYPE_CHECKING

from checker.expression.checks.comparisons import judge_constant, judge_constants
from checker.expression.checks.lookups import check_lookup
from checker.expression.checks.promotion import alike, promoted, refuse_envelope
from checker.expression.faults import ExpressionError, did_you_mean
from checker.expression.functions import FUNCTIONS, METHODS, Function, bounds
from checker.expression.regex import check_pattern
from checker.expression.tree import Tree, unparse
from checker.expression.typing import (
    BOOL,
    DATE,
    DOUBLE,
    DYN,
    INT,
    STRING,
    described,
    is_number,
    unranged,
)
from checker.record import replace
from checker.schemas.types import FieldType
from checker.text import Text
from checker.values import dates

if TYPE_CHECKING:
    from checker.expression.checking import Checker

Typed = tuple[Tree, FieldType]

_RESULTS = {"bool": BOOL, "int": INT, "double": DOUBLE, "string": STRING, "date": DATE}
_ENVELOPES = ("lower", "upper", "covers")


def check_call(checker: "Checker", tree: Tree) -> Typed:
    """Check ``name(...)``."""
    _, offset, name, *arguments = tree
    if name == "lookup":
        return check_lookup(checker, tree)
    typed = checker.all_typed(tuple(arguments))
    function = _found(checker, offset, name, FUNCTIONS, len(typed))
    if function is None:
        return ("call", offset, name, *(argument for argument, _ in typed)), DYN
    if name in ("min", "max"):
        return _extreme(checker, offset, name, typed)
    typed = _arguments(checker, name, function, typed)
    if name == "missing":
        judge_constants(checker, typed[0], typed[1])
    elif name == "fitted" and checker.reads:
        checker.reads[-1] += ".fitment"
    result = _result(name, function, typed)
    return ("call", offset, name, *(argument for argument, _ in typed)), result


def check_method(checker: "Checker", tree: Tree) -> Typed:
    """Check ``x.name(...)``."""
    _, offset, name, *arguments = tree
    typed = checker.all_typed(tuple(arguments))
    checked = ("method", offset, name, *(argument for argument, _ in typed))
    target = typed[0][1]
    if name == "contains" and target.kind == "list":
        item = unparse(typed[1][0]) if len(typed) > 1 else "x"
        wanted = f"{item} in {unparse(typed[0][0])}"
        checker.fault(
            offset, "contains is for texts", "contains 用于文本", Text(f"write {wanted}", f"请写 {wanted}")
        )
        return checked, BOOL
    function = _found(checker, offset, name, METHODS, len(typed))
    if function is None:
        return checked, DYN
    typed = _arguments(checker, name, function, typed)
    if name == "matches":
        _pattern(checker, typed[1][0])
    return checked, _result(name, function, typed)


def _found(
    checker: "Checker", offset: int, name: str, table: dict[str, Function], given: int
) -> Function | None:
    function = table.get(name)
    if function is None:
        known = [other for other, known in table.items() if known.in_rules]
        checker.fault(offset, f"unknown function {name!r}", f"未知的函数“{name}”", did_you_mean(name, known))
        return None
    if not function.in_rules:
        checker.fault(
            offset,
            f"{name} is not for rules",
            f"规则中不使用 {name}",
            Text("dates are ISO text and compare with <=", "日期为 ISO 文本，可用 <= 比较"),
        )
        return None
    fewest, most = bounds(function)
    if not fewest <= given <= most:
        wanted = str(fewest) if fewest == most else f"{fewest}-{most}"
        checker.fault(
            offset,
            f"{name} takes {wanted} arguments, not {given}",
            f"{name} 需要 {wanted} 个参数，实有 {given} 个",
        )
        return None
    return function


def _arguments(checker: "Checker", name: str, function: Function, typed: list[Typed]) -> list[Typed]:
    checked = []
    for wanted, (tree, kind) in zip(function.parameters, typed, strict=False):
        if name not in _ENVELOPES or wanted == "plain":
            refuse_envelope(checker, tree, kind)
        checked.append(_argument(checker, name, wanted, tree, kind))
    if name == "covers" and checked[0][1].range == "spread":
        checker.fault(
            checked[0][0][1],
            "covers is for envelopes; this is a spread of the vehicles of the type",
            "covers 用于工作范围；此处为该型式车辆取值的分布",
            Text("compare it", "请直接比较"),
        )
    if name == "covers" and checked[0][1].kind == "double":
        checked = [promoted(*item) if item[1].kind == "int" else item for item in checked]
    return checked


def _argument(checker: "Checker", name: str, wanted: str, tree: Tree, kind: FieldType) -> Typed:
    fits = {
        "number": is_number(kind),
        "plain": is_number(kind),
        "int": kind.kind == "int",
        "string": kind.kind == "string",
        "date": kind.kind == "string",
        "list": kind.kind == "list",
        "record": kind.fittable and kind.kind == "record",
        "sized": kind.kind in ("string", "list", "map"),
        "any": kind.kind in ("bool", "int", "double", "string"),
    }
    if not fits[wanted] and kind.kind != "dyn":
        said, asked = described(kind), _ASKED[wanted]
        checker.fault(
            tree[1], f"{name} asks for {asked.en}, this is {said.en}", f"{name} 需要{asked.zh}，实为{said.zh}"
        )
    elif wanted == "date" and tree[0] == "lit" and not dates.is_day(tree[2]):
        judge_constant(checker, tree[1], tree[2], DATE, name)
    return tree, kind


def _result(name: str, function: Function, typed: list[Typed]) -> FieldType:
    if name == "sum":
        return unranged_spread(typed[0][1].element or DYN)
    if function.result == "same":
        return typed[0][1] if name == "missing" else unranged(typed[0][1])
    if name in ("int", "double") and typed[0][1].range == "spread":
        return replace(_RESULTS[name], range="spread")
    return _RESULTS.get(function.result, DYN)


def unranged_spread(kind: FieldType) -> FieldType:
    """Return the type of a number computed from these: without their limits, still a spread if they are."""
    return replace(unranged(kind), range=kind.range) if is_number(kind) else DYN


def _extreme(checker: "Checker", offset: int, name: str, typed: list[Typed]) -> Typed:
    if len(typed) == 1 and typed[0][1].kind == "list":
        return ("call", offset, name, typed[0][0]), unranged_spread(typed[0][1].element or DYN)
    for tree, kind in typed:
        refuse_envelope(checker, tree, kind)
        _argument(checker, name, "number", tree, kind)
    trees, kind = alike(checker, offset, typed)
    return ("call", offset, name, *trees), unranged_spread(kind)


def _pattern(checker: "Checker", tree: Tree) -> None:
    if tree[0] != "lit" or type(tree[2]) is not str:
        checker.fault(tree[1], "the pattern of matches is a constant text", "matches 的正则表达式须为常量")
        return
    try:
        check_pattern(tree[2], tree[1])
    except ExpressionError as error:
        checker.faults.append(error.fault)


_ASKED = {
    "number": Text("a number", "数值"),
    "plain": Text("a number", "数值"),
    "int": Text("a whole number", "整数"),
    "string": Text("a text", "文本"),
    "date": Text("a date", "日期"),
    "list": Text("a list", "列表"),
    "record": Text("something that is fitted or not", "可装备项"),
    "sized": Text("a list or a text", "列表或文本"),
    "any": Text("one value", "单个值"),
}
