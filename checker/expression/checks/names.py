"""Checks the names of an expression: sections and fields of the spec, variables, lists and lets."""

from typing import TYPE_CHECKING

from checker.expression.faults import did_you_mean
from checker.expression.scope import EVIDENCE, Variable
from checker.expression.tree import Tree, moved
from checker.expression.typing import DATE, DYN, code, described, type_of_list
from checker.record import replace
from checker.schemas.types import FieldType
from checker.text import Text

if TYPE_CHECKING:
    from checker.expression.checking import Checker

Typed = tuple[Tree, FieldType]

BY_MACRO = Text(
    "write x.exists(key, member, ...) or for_each: the keys are up to each vehicle",
    "请使用 x.exists(key, member, ...) 或 for_each：键名由各车型自行确定",
)
_FOR_PEOPLE = Text(
    "promote the value to a field of the vehicle schema, with its unit and a description in both languages",
    "请将该值提升为车辆规格文件的字段，并给出单位和中英文说明",
)
_AS_EVIDENCE = Text(
    "ask for `evidence`, or iterate them with for_each",
    "请使用 evidence，或用 for_each 逐项检查",
)


def is_known(checker: "Checker", name: str) -> bool:
    """Return whether a name already stands for something."""
    scope = checker.scope
    homes = (checker.variables, scope.sections, scope.lists, scope.lets, scope.tables, ("as_of",))
    return any(name in home for home in homes)


def check_path(checker: "Checker", tree: Tree) -> Typed:
    """Check a chain of names and note what it reads."""
    checked, kind, read = _located(checker, tree)
    if read is not None:
        checker.reads.append(read)
    if checked[0] == "path" and kind.min_items:
        checker.filled.append(checked)
    return checked, kind


def read_as(checker: "Checker", tree: Tree) -> str | None:
    """Return the path of a checked chain of names, members of maps as ``*``; None if it is none."""
    if tree[0] == "path":
        variable = checker.variables.get(tree[2])
        if variable is None and tree[2] not in checker.scope.sections:
            return None
        root = tree[2] if variable is None else variable.path
        return None if root is None else ".".join((root, *tree[3]))
    if tree[0] in ("select", "index"):
        inner = read_as(checker, tree[2])
        return None if inner is None else f"{inner}.{tree[3] if tree[0] == 'select' else '*'}"
    if tree[0] == "macro" and tree[2] == "filter":
        return read_as(checker, tree[4])
    return None


def _located(checker: "Checker", tree: Tree) -> tuple[Tree, FieldType, str | None]:
    if tree[0] == "ident":
        checked, kind = _root(checker, tree)
    elif tree[0] == "select":
        checked, kind = _selected(checker, tree)
    elif tree[0] == "index":
        checked, kind = _indexed(checker, tree)
    else:
        return (*checker.typed(tree), None)
    return checked, kind, read_as(checker, checked)


def _root(checker: "Checker", tree: Tree) -> Typed:
    _, offset, name = tree
    scope = checker.scope
    if name in checker.variables:
        variable = checker.variables[name]
        if name in scope.variables:
            _refuse_evidence(checker, offset, variable)
        kind = variable.type
    elif name == "as_of":
        kind = DATE
    elif name in scope.lists:
        kind = type_of_list(scope.lists[name])
        checker.filled.append(("path", offset, name, (), code(kind)))
    elif name in scope.lets:
        return _let(checker, offset, name)
    elif name in scope.sections:
        kind = scope.sections[name]
        if name in EVIDENCE and scope.role != "for_each":
            _refuse_section(checker, offset, name)
        if _is_forbidden(checker, offset, name, kind):
            return tree, DYN
    else:
        _unknown(checker, offset, name)
        return tree, DYN
    return ("path", offset, name, (), code(kind)), kind


def _let(checker: "Checker", offset: int, name: str) -> Typed:
    """Put the expression in the place of its name; it may use the names before it, not the variables."""
    scope = checker.scope
    earlier = {}
    for other, tree in scope.lets.items():
        if other == name:
            break
        earlier[other] = tree
    outer, variables = checker.scope, checker.variables
    checker.scope = replace(scope, lets=earlier)
    checker.variables = dict(scope.variables)
    typed = checker.typed(moved(scope.lets[name], offset))
    checker.scope, checker.variables = outer, variables
    return typed


def _selected(checker: "Checker", tree: Tree) -> Typed:
    _, offset, operand, field = tree
    inner, kind, _ = _located(checker, operand)
    if kind.kind == "record" and kind.fields is not None:
        found = kind.fields.get(field)
        if found is None and not field.startswith("x_"):
            _unknown_field(checker, offset, field, inner, kind)
            return tree, DYN
        found = found or FieldType(kind="dyn", forbidden=True)
    elif kind.kind == "map" and kind.element is not None and kind.element.kind != "record":
        found = kind.element
    elif kind.kind == "map":
        checker.fault(offset, f"{field!r} is a key of a map", f"“{field}”是映射的键", BY_MACRO)
        return tree, DYN
    elif kind.kind in ("dyn", "record"):
        found = DYN
    else:
        said = described(kind)
        checker.fault(offset, f"{said.en} has no field {field!r}", f"{said.zh}没有字段“{field}”")
        return tree, DYN
    if _is_forbidden(checker, offset, field, found):
        return tree, DYN
    return _extended(inner, field, offset, found), found


def _extended(inner: Tree, field: str, offset: int, kind: FieldType) -> Tree:
    if inner[0] == "path":
        return ("path", inner[1], inner[2], (*inner[3], field), code(kind))
    return ("select", offset, inner, field)


def _indexed(checker: "Checker", tree: Tree) -> Typed:
    _, offset, operand, key = tree
    if key[0] == "lit" and type(key[2]) is str:
        return _selected(checker, ("select", key[1], operand, key[2]))
    inner, kind, _ = _located(checker, operand)
    key, key_kind = checker.typed(key)
    wanted = {"map": "string", "list": "int"}.get(kind.kind)
    if wanted is None and kind.kind != "dyn":
        said = described(kind)
        checker.fault(offset, f"{said.en} has no members", f"{said.zh}没有成员")
        return tree, DYN
    if wanted is not None and key_kind.kind not in (wanted, "dyn"):
        said = described(key_kind)
        checker.fault(key[1], f"a member is not found by {said.en}", f"不能用{said.zh}查找成员")
    return ("index", offset, inner, key), kind.element or DYN


def _unknown(checker: "Checker", offset: int, name: str) -> None:
    scope = checker.scope
    if name in scope.tables:
        checker.fault(
            offset,
            f"{name!r} is a table",
            f"“{name}”是表格",
            Text(f"write lookup({name}, {{...}})", f"请写 lookup({name}, {{...}})"),
        )
        return
    known = (*checker.variables, *scope.sections, *scope.lists, *scope.lets, "as_of")
    checker.fault(offset, f"unknown name {name!r}", f"未知的名称“{name}”", did_you_mean(name, known))


def _unknown_field(checker: "Checker", offset: int, field: str, inner: Tree, kind: FieldType) -> None:
    where = read_as(checker, inner)
    fields = tuple(kind.fields or ())
    mend = did_you_mean(field, fields)
    if mend is None and len(fields) <= 10:
        mend = Text(f"the fields are {', '.join(fields)}", f"现有字段：{'、'.join(fields)}")
    at = ("", "") if where is None else (f" in {where}", f"{where} 中")
    checker.fault(offset, f"unknown field {field!r}{at[0]}", f"{at[1]}未知的字段“{field}”", mend)


def _is_forbidden(checker: "Checker", offset: int, name: str, kind: FieldType) -> bool:
    if not kind.forbidden:
        return False
    checker.fault(
        offset, f"{name!r} is for people: no rule reads it", f"“{name}”供人阅读，规则不得读取", _FOR_PEOPLE
    )
    return True


def _refuse_evidence(checker: "Checker", offset: int, variable: Variable) -> None:
    root = (variable.path or "").split(".")[0]
    if root in EVIDENCE and checker.scope.role in ("when", "applies_when", "dates_when"):
        _refuse_section(checker, offset, root)


def _refuse_section(checker: "Checker", offset: int, name: str) -> None:
    role = checker.scope.role
    checker.fault(offset, f"{role} does not read {name}", f"{role} 不得读取 {name}", _AS_EVIDENCE)
