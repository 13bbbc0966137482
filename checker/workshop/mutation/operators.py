"""The fixed list of small changes to an expression, each a mistake that somebody could make."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from checker.expression.literals import literal
from checker.expression.tree import Tree, children, nodes, unparse, with_children
from checker.values.dates import is_day

SWAPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "!=", "!=": "=="}
MOVED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
MANY = 8  # items; nobody writes an example for each of a longer enumeration
_LOGIC = {"and": "or", "or": "and"}
_SYMBOLS = {"and": "&&", "or": "||"}
_MEASURED = ("op", "call", "method", "map")  # where a constant stands beside what it is compared with


class Mutation(NamedTuple):
    """One change to an expression."""

    operator: str  # "comparison swapped", "boundary moved" ...
    offset: int  # in the source of the expression
    was: str
    now: str
    tree: Tree  # the whole expression, changed


def mutations(tree: Tree, steps: Mapping[str, float]) -> Iterator[Mutation]:
    """Yield every change to a parsed expression, in the order of the source.

    `steps` gives the smallest sensible step of a number by the last name of the path beside it.
    """
    if not _is_equality(tree):
        yield Mutation("negated", tree[1], unparse(tree), unparse(_negated(tree)), _negated(tree))
    yield from _within(tree, steps, None)


def _within(tree: Tree, steps: Mapping[str, float], step: float | None) -> Iterator[Mutation]:
    """Yield the changes to a node and to all below it, each with the node as it would be."""
    if tree[0] in _MEASURED:
        step = min((steps[name] for name in _names(tree) if name in steps), default=step)
    yield from _own(tree, step)
    below = children(tree)
    for at, child in enumerate(below):
        if _asks(tree, at) and not _is_comparison(child) and child[0] not in _LOGIC:
            now = _negated(child)
            changed = with_children(tree, [*below[:at], now, *below[at + 1 :]])
            yield Mutation("negated", child[1], unparse(child), unparse(now), changed)
        for inner in _within(child, steps, step):
            changed = with_children(tree, [*below[:at], inner.tree, *below[at + 1 :]])
            yield inner._replace(tree=changed)


def _own(tree: Tree, step: float | None) -> Iterator[Mutation]:
    match tree:
        case ("op", offset, symbol, left, right) if symbol in SWAPPED:
            for operator, other in (("comparison swapped", SWAPPED), ("boundary moved", MOVED)):
                if symbol in other:
                    compared: Tree = ("op", offset, other[symbol], left, right)
                    yield Mutation(operator, offset, unparse(tree), unparse(compared), compared)
        case ("and" | "or" as kind, offset, *operands):
            swapped: Tree = (_LOGIC[kind], *tree[1:])
            yield Mutation("and/or swapped", offset, _SYMBOLS[kind], _SYMBOLS[_LOGIC[kind]], swapped)
            if kind == "and":
                yield from _dropped("conjunct dropped", tree, operands)
        case ("list", _, *items) if len(items) > 1:
            yield from _dropped("list item dropped", tree, items)
        case ("lit", offset, value):
            for neighbour in _neighbours(value, step):
                now = ("lit", offset, neighbour)
                yield Mutation("constant moved", offset, literal(value), literal(neighbour), now)
        case _:
            return


def _dropped(operator: str, tree: Tree, items: list[Tree]) -> Iterator[Mutation]:
    for at in droppable(len(items)):
        item = items[at]
        rest = [*items[:at], *items[at + 1 :]]
        now = rest[0] if len(rest) == 1 and operator == "conjunct dropped" else (*tree[:2], *rest)
        yield Mutation(operator, item[1], unparse(item), "", now)


def droppable(count: int) -> Iterator[int]:
    """Yield which items of a list are dropped, one at a time: each; of many the first, middle and last."""
    yield from range(count) if count <= MANY else (0, count // 2, count - 1)


def _neighbours(value: object, step: float | None) -> Iterator[float | int | str]:
    """Yield a constant one step up and one step down; a day before and after a date."""
    if isinstance(value, str):
        if is_day(value):
            with suppress(OverflowError):  # at the end of the calendar
                day = date.fromisoformat(value)
                yield from ((day + timedelta(days)).isoformat() for days in (1, -1))
    elif not isinstance(value, bool) and isinstance(value, int | float):
        yield from moved(value, step)


def moved(value: float, step: float | None = None) -> Iterator[float | int]:
    """Yield a number one step up and one step down; without a step by 1, or by a tenth of a fraction."""
    by = step or (1 if float(value).is_integer() else 0.1)
    for changed in (value + by, value - by):
        yield int(changed) if isinstance(value, int) and float(changed).is_integer() else round(changed, 9)


def _names(tree: Tree) -> Iterator[str]:
    return (node[-1] for node in nodes(tree) if node[0] in ("ident", "select"))


def _asks(tree: Tree, at: int) -> bool:
    """Return whether a truth value is asked of this child of a node."""
    kind = tree[0]
    if kind == "macro":
        return at > 0 and (tree[2] not in ("map", "transformList") or at < len(children(tree)) - 1)
    return kind in _LOGIC or (kind == "cond" and at == 0)


def _negated(tree: Tree) -> Tree:
    return tree[2] if tree[0] == "not" else ("not", tree[1], tree)


def _is_comparison(tree: Tree) -> bool:
    return bool(tree[0] == "op" and tree[2] in SWAPPED)


def _is_equality(tree: Tree) -> bool:
    """Return whether swapping the comparison is negating it."""
    return bool(tree[0] == "op" and tree[2] in ("==", "!="))
