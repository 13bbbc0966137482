"""Where an expression would be true of an empty list or map: nobody passes by having stated nothing.

``all`` and ``size`` of what may be empty need ``size(x) > 0 &&`` (or another operand that says so), or
``size(x) == 0 ||``, unless they are false of what is empty.
"""

from collections.abc import Callable, Iterable, Iterator

from checker.expression.operators import OPERATORS
from checker.expression.tree import Tree, bare, children, unparse

Report = Callable[[Tree, str], None]  # the node, and its collection as text

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_NEVER = frozenset[Tree]()


def judge_emptiness(tree: Tree, filled: Iterable[Tree], given: Iterable[Tree], report: Report) -> None:
    """Report each ``all`` and ``size`` that would be true of an empty collection.

    `filled` are collections that are never empty, `given` conditions that hold where the tree is read.
    """
    known = frozenset(map(bare, filled)).union(*(_filled_by(condition) for condition in given))
    _visit(tree, known, report, negated=False)


def _visit(tree: Tree, filled: frozenset[Tree], report: Report, *, negated: bool) -> None:
    kind = tree[0]
    if kind == "not":
        _visit(tree[2], filled, report, negated=not negated)
        return
    if kind == "cond":
        _visit(tree[2], filled, report, negated=negated)
        _visit(tree[3], filled | _filled_by(tree[2]), report, negated=negated)
        _visit(tree[4], filled | _emptied_by(tree[2]), report, negated=negated)
        return
    if kind == "and":
        filled = filled.union(*map(_filled_by, tree[2:]))
    elif kind == "or":
        filled = filled.union(*map(_emptied_by, tree[2:]))
    counted = _compared_size(tree)
    if counted is not None:
        collection, symbol, number = counted
        if bool(OPERATORS[symbol](0, number)) is not negated and not _says_empty(symbol, number):
            _ask(tree, collection, filled, report)
        return
    if kind == "macro" and tree[2] == "all" and not negated:
        _ask(tree, tree[4], filled, report)
    uncompared = _sized(tree)
    if uncompared is not None:
        _ask(tree, uncompared, filled, report)
    for child in children(tree):
        _visit(child, filled, report, negated=negated)


def _ask(tree: Tree, collection: Tree, filled: frozenset[Tree], report: Report) -> None:
    if bare(collection) not in filled and not (collection[0] == "list" and len(collection) > 2):
        report(tree, unparse(collection))


def _filled_by(condition: Tree) -> frozenset[Tree]:
    """Return the collections that are not empty where a condition is true."""
    kind = condition[0]
    if kind == "and":
        return _NEVER.union(*map(_filled_by, condition[2:]))
    if kind == "not":
        return _emptied_by(condition[2])
    counted = _compared_size(condition)
    if counted is not None:
        collection, symbol, number = counted
        return frozenset() if OPERATORS[symbol](0, number) else frozenset({bare(collection)})
    return frozenset(map(bare, _witnessed(condition)))


def _witnessed(condition: Tree) -> Iterator[Tree]:
    if condition[0] == "macro" and condition[2] in ("exists", "exists_one", "existsOne"):
        yield condition[4]
    elif condition[0] == "op":
        _, _, symbol, left, right = condition
        if symbol == "in":
            yield right
        elif symbol == "!=" and _is_empty_list(right):
            yield left


def _is_empty_list(tree: Tree) -> bool:
    return tree[0] == "list" and len(tree) == 2


def _emptied_by(condition: Tree) -> frozenset[Tree]:
    """Return the collections that are not empty where a condition is false."""
    kind = condition[0]
    if kind == "or":
        return _NEVER.union(*map(_emptied_by, condition[2:]))
    if kind == "not":
        return _filled_by(condition[2])
    counted = _compared_size(condition)
    if counted is not None and _says_empty(*counted[1:]):
        return frozenset({bare(counted[0])})
    if kind == "op" and condition[2] == "==" and _is_empty_list(condition[4]):
        return frozenset({bare(condition[3])})
    return frozenset()


def _says_empty(symbol: str, number: int) -> bool:
    return (symbol, number) in (("==", 0), ("<=", 0), ("<", 1))


def _compared_size(tree: Tree) -> tuple[Tree, str, int] | None:
    """Return (collection, symbol, number) of ``size(collection) > 0`` and the like."""
    if tree[0] != "op" or tree[2] not in _MIRRORED:
        return None
    for one, other, symbol in ((3, 4, tree[2]), (4, 3, _MIRRORED[tree[2]])):
        collection = _sized(tree[one])
        if collection is not None and tree[other][0] == "lit":
            return collection, symbol, tree[other][2]
    return None


def _sized(tree: Tree) -> Tree | None:
    if tree[0] in ("call", "method") and tree[2] == "size" and len(tree) == 4:
        target: Tree = tree[3]
        is_text = target[0] == "lit" or (target[0] == "path" and target[4] == "string")
        return None if is_text else target
    return None
