"""Makes values of one type: a whole number beside a double becomes a double, and stays valid CEL."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.expression.tree import Tree, unparse
from checker.expression.typing import DYN, described, list_of, merged
from checker.record import replace
from checker.schemas.types import FieldType
from checker.text import Text

if TYPE_CHECKING:
    from checker.expression.checking import Checker

Typed = tuple[Tree, FieldType]


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


def paired_lists(first: Typed, second: Typed) -> tuple[Typed, Typed]:
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
