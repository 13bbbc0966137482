"""The types of expressions: those of the fields of a spec, and what can be said of them."""

from typing import Any

from checker.record import replace
from checker.schemas.types import FieldType
from checker.text import Text

BOOL = FieldType(kind="bool")
INT = FieldType(kind="int")
DOUBLE = FieldType(kind="double")
STRING = FieldType(kind="string")
DATE = FieldType(kind="string", is_date=True)
DYN = FieldType(kind="dyn")

NUMBERS = ("int", "double")
COLLECTIONS = ("list", "map")

_WORDS = {
    "bool": Text("true or false", "布尔值"),
    "int": Text("a whole number", "整数"),
    "double": Text("a number", "数值"),
    "string": Text("a text", "文本"),
    "list": Text("a list", "列表"),
    "map": Text("a map", "映射"),
    "record": Text("a group of fields", "字段组"),
    "dyn": Text("of any type", "任意类型"),
}


def described(kind: FieldType) -> Text:
    """Return the type in words: "a number", "a date"."""
    return Text("a date", "日期") if kind.is_date else _WORDS[kind.kind]


def list_of(element: FieldType) -> FieldType:
    """Return the type of a list of these."""
    return FieldType(kind="list", element=element)


def type_of_constant(value: Any) -> FieldType:
    """Return the type of a constant."""
    return {bool: BOOL, int: INT, float: DOUBLE, str: STRING}.get(type(value), DYN)


def type_of_list(values: tuple[Any, ...]) -> FieldType:
    """Return the type of a list of constants; of any type if they differ."""
    kinds = {type_of_constant(value) for value in values}
    return list_of(kinds.pop() if len(kinds) == 1 else DYN)


def code(kind: FieldType) -> str:
    """Return the type as the tree's paths carry it (see `checker.expression.tree`)."""
    of = kind if kind.kind == "record" else kind.element
    marks = {"spread": "~", "envelope": "^", None: ""}[kind.range]
    return kind.kind + marks + ("!" if of is not None and of.fittable else "")


def is_number(kind: FieldType) -> bool:
    """Return whether it is a number, a range of them included."""
    return kind.kind in NUMBERS


def unranged(kind: FieldType) -> FieldType:
    """Return the type of one plain number of these, without what is known of this one."""
    return DOUBLE if kind.kind == "double" else INT if kind.kind == "int" else kind


def calculated(left: FieldType, right: FieldType) -> FieldType:
    """Return the type of a sum or product of two numbers of one kind."""
    ranged = "spread" in (left.range, right.range)
    return replace(unranged(left), range="spread" if ranged else None)


def merged(left: FieldType, right: FieldType) -> FieldType | None:
    """Return the type of what is of one or the other; None if they have nothing in common."""
    if left == right or right.kind == "dyn":
        return left
    if left.kind == "dyn":
        return right
    if left.kind != right.kind:
        return None
    if is_number(left):
        return calculated(left, right)
    if left.kind == "string":
        return DATE if left.is_date and right.is_date else STRING
    if left.kind in COLLECTIONS and left.element is not None and right.element is not None:
        element = merged(left.element, right.element)
        return None if element is None else replace(left, element=element, min_items=0)
    return left
