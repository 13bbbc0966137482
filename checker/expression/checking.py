"""Checks an expression against the vehicle schema when a rule is loaded: no vehicle meets its faults."""

from collections.abc import Callable

from checker.expression.checks import emptiness, operators, promotion
from checker.expression.checks import names as paths
from checker.expression.checks.calls import check_call, check_method
from checker.expression.faults import Fault
from checker.expression.scope import Checked, Scope, Variable
from checker.expression.tree import Tree
from checker.expression.typing import (
    BOOL,
    COLLECTIONS,
    DYN,
    INT,
    STRING,
    calculated,
    described,
    is_number,
    list_of,
    type_of_constant,
)
from checker.schemas.types import FieldType
from checker.text import Text

#: With the names of `let` replaced.
MAX_NODES = 5_000
Typed = tuple[Tree, FieldType]


def check(tree: Tree, scope: Scope) -> Checked:
    """Return the checked expression with its type and every fault that was found in it."""
    checker = Checker(scope)
    tree, kind = checker.typed(tree)
    checker.judge_result(tree, kind)
    if not checker.faults:
        emptiness.judge_emptiness(tree, checker.filled, scope.given, checker.report_emptiness)
    faults = tuple(sorted(dict.fromkeys(checker.faults), key=lambda fault: fault.offset))
    return Checked(tree, kind, tuple(dict.fromkeys(checker.reads)), faults)


class Checker:
    """Checks one expression: goes down the tree, gathers faults, and gives back a tree with types."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.variables = dict(scope.variables)
        self.faults: list[Fault] = []
        self.reads: list[str] = []
        self.filled: list[Tree] = []  # collections that are never empty
        self._nodes = 0

    def fault(self, offset: int, english: str, chinese: str, mend: Text | None = None) -> None:
        """Note a fault."""
        self.faults.append(Fault(offset, Text(english, chinese), mend))

    def typed(self, tree: Tree) -> Typed:
        """Return the checked node and its type; of any type once a fault was found in it."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            if self._nodes == MAX_NODES + 1:
                self.fault(tree[1], "an expression is too large", "表达式过大", _SMALLER)
            return tree, DYN
        return _CHECKS[tree[0]](self, tree)

    def all_typed(self, trees: tuple[Tree, ...]) -> list[Typed]:
        """Return the checked nodes and their types."""
        return [self.typed(tree) for tree in trees]

    def judge_result(self, tree: Tree, kind: FieldType) -> None:
        """Note it if the whole is not what its place in the rule asks for."""
        if kind.kind == "dyn":
            return
        if self.scope.role == "for_each":
            if kind.kind != "map" or tree[0] != "path":
                self.fault(tree[1], "for_each asks for the path of a map", "for_each 需要映射的路径")
        elif kind.kind != "bool":
            said = described(kind)
            self.fault(
                tree[1],
                f"{self.scope.role} asks for true or false, this is {said.en}",
                f"{self.scope.role} 需要布尔值，此处为{said.zh}",
                Text("compare it with something", "请将其与某个值比较"),
            )

    def report_emptiness(self, tree: Tree, collection: str) -> None:
        """Note that an expression says nothing of an empty collection."""
        self.fault(
            tree[1],
            f"this may be true of an empty {collection}, about which the rule says nothing",
            f"{collection} 为空时此式可能为真，而规则未说明为空的含义",
            Text(f"write size({collection}) > 0 && before it", f"请在前面加上 size({collection}) > 0 &&"),
        )

    def logic(self, tree: Tree) -> Typed:
        """Check ``!``, ``&&`` and ``||``."""
        operands = self.all_typed(tree[2:])
        for operand, kind in operands:
            self.want_bool(operand, kind)
        return (*tree[:2], *(operand for operand, _ in operands)), BOOL

    def want_bool(self, tree: Tree, kind: FieldType) -> None:
        """Note it if this is not a truth value."""
        if kind.kind not in ("bool", "dyn"):
            said = described(kind)
            self.fault(
                tree[1],
                f"true or false is wanted here, this is {said.en}",
                f"此处需要布尔值，实为{said.zh}",
                Text("compare it with something", "请将其与某个值比较"),
            )

    def choice(self, tree: Tree) -> Typed:
        """Check ``a ? b : c``."""
        condition, kind = self.typed(tree[2])
        self.want_bool(condition, kind)
        then, otherwise = self.all_typed(tree[3:])
        (first, second), kind = promotion.alike(self, tree[1], [then, otherwise])
        return ("cond", tree[1], condition, first, second), kind

    def items(self, tree: Tree) -> Typed:
        """Check a list ``[a, b]``."""
        items, kind = promotion.alike(self, tree[1], self.all_typed(tree[2:]))
        return ("list", tree[1], *items), list_of(kind)

    def macro(self, tree: Tree) -> Typed:
        """Check ``x.exists(key, member, ...)`` and its kind."""
        _, offset, name, names, target, condition, body = tree
        target, kind = self.typed(target)
        if kind.kind not in (*COLLECTIONS, "dyn"):
            said = described(kind)
            self.fault(
                offset,
                f"{name} asks for a list or a map, this is {said.en}",
                f"{name} 需要列表或映射，实为{said.zh}",
            )
            kind = DYN
        outer = dict(self.variables)
        self.variables.update(self._bound(offset, names, target, kind))
        if condition is not None:
            condition, condition_kind = self.typed(condition)
            self.want_bool(condition, condition_kind)
        body, body_kind = self.typed(body)
        if name not in ("map", "transformList"):
            self.want_bool(body, body_kind)
        self.variables = outer
        checked = ("macro", offset, name, names, target, condition, body)
        return checked, self._result(name, kind, body_kind)

    def _result(self, name: str, kind: FieldType, body: FieldType) -> FieldType:
        if name == "filter":
            return list_of(STRING if kind.kind == "map" else kind.element or DYN)
        return list_of(body) if name in ("map", "transformList") else BOOL

    def _bound(
        self, offset: int, names: tuple[str, ...], target: Tree, kind: FieldType
    ) -> dict[str, Variable]:
        for name in names:
            if paths.is_known(self, name) or names.count(name) > 1:
                self.fault(
                    offset,
                    f"the name {name!r} is taken",
                    f"名称“{name}”已被使用",
                    Text("choose another name", "请换一个名称"),
                )
        where = paths.read_as(self, target)
        member = Variable(kind.element or DYN, None if where is None else f"{where}.*")
        key = Variable({"map": STRING, "list": INT}.get(kind.kind, DYN), None)
        if len(names) == 2:
            return {names[0]: key, names[1]: member}
        return {names[0]: key if kind.kind == "map" else member}

    def negated(self, tree: Tree) -> Typed:
        """Check ``-x``."""
        operand, kind = self.typed(tree[2])
        if not is_number(kind) and kind.kind != "dyn":
            self.fault(tree[1], "only a number has a sign", "只有数值才能取负")
        promotion.refuse_envelope(self, operand, kind)
        return ("neg", tree[1], operand), calculated(kind, kind) if is_number(kind) else kind

    def refused(self, tree: Tree) -> Typed:
        """Refuse what has no place in a rule."""
        english, chinese, mend = _REFUSED[tree[0]]
        self.fault(tree[1], english, chinese, mend)
        return tree, DYN


_SMALLER = Text("split the requirement, or use a list", "请拆分该要求，或使用 lists")
_REFUSED = {
    "has": (
        "has() is not for rules: what is not stated is open, never a reason to pass",
        "规则中不使用 has()：未说明的内容是未决，不能作为通过的理由",
        Text("read the field itself", "请直接读取该字段"),
    ),
    "null": (
        "null is not for rules: no spec holds it",
        "规则中不使用 null：规格文件中不会出现",
        Text("read the field itself; what is not stated is open", "请直接读取该字段；未说明即为未决"),
    ),
    "map": (
        "a map is only for lookup",
        "映射只用于 lookup",
        Text('write lookup(table, {"column": value})', '请写 lookup(表名, {"列名": 值})'),
    ),
}
_CHECKS: dict[str, Callable[[Checker, Tree], Typed]] = {
    "lit": lambda _checker, tree: (tree, type_of_constant(tree[2])),
    "null": Checker.refused,
    "has": Checker.refused,
    "map": Checker.refused,
    "path": paths.check_path,
    "ident": paths.check_path,
    "select": paths.check_path,
    "index": paths.check_path,
    "list": Checker.items,
    "not": Checker.logic,
    "and": Checker.logic,
    "or": Checker.logic,
    "neg": Checker.negated,
    "op": operators.check_operator,
    "cond": Checker.choice,
    "call": check_call,
    "method": check_method,
    "macro": Checker.macro,
}
