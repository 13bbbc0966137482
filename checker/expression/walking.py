"""Evaluates a tree node by node, and writes down what it read: slower than generated code, but it explains.

A value is None where nobody can tell. Of what was read before a truth value was decided by one operand
(``false && ...``), only the reading of that operand is kept.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from checker.expression.environment import Bound, Env
from checker.expression.functions import FUNCTIONS, METHODS, call
from checker.expression.lookups import look_up
from checker.expression.members import Member, counted, fitment, holds_fittable, members, weighed
from checker.expression.operators import NULL, OPERATORS, as_list, as_map, index, negate, select
from checker.expression.tree import Tree
from checker.record import replace
from checker.values.spreads import Spread
from checker.values.truth import and_, exactly_one, not_, or_

Parts = Iterable[Callable[[], Any]]


def walk(tree: Tree, env: Env) -> Any:
    """Return the value of an expression, None where nobody can tell; never raises for what a spec holds."""
    return _EVALUATE[tree[0]](tree, env)


def iterated(path: Tree, env: Env) -> list[Member] | None:
    """Return the members that a `for_each` makes findings of; None if the map is not stated.

    A member of which nobody says whether it is fitted has `present` None: its `where` is open.
    """
    found = _members(path, env)
    return None if found is None else list(found)


def violated_by_one_end(tree: Tree, env: Env) -> bool:
    """Return whether one stated end, put in place of one spread of the type, makes the expression false.

    It holds for a part of the type only. An uncertain reading of a table is not put in.
    """
    found = replace(env, readings=[])
    if walk(tree, found) is not None:
        return False
    spreads = {path: value for path, value in found.readings if type(value) is Spread}
    return any(
        walk(tree, replace(env, instead={**env.instead, path: end}, readings=[])) is False
        for path, spread in spreads.items()
        for end in spread
        if end is not None
    )


def _located(tree: Tree, env: Env) -> Bound:
    """Return what a chain of names stands for, with its path in the spec, without writing it down."""
    match tree:
        case ("path", _, root, fields, _):
            value, path = env.root(root)
            for field in fields:
                value = select(value, field)
            return Bound(value, path if path is None or not fields else f"{path}.{'.'.join(fields)}")
        case ("ident", _, name):
            return env.root(name)
        case ("select", _, operand, field):
            return _step(_located(operand, env), field)
        case ("index", _, operand, key):
            return _at(_located(operand, env), walk(key, env))
        case _:
            return Bound(walk(tree, env))


def _step(bound: Bound, field: str) -> Bound:
    path = None if bound.path is None else f"{bound.path}.{field}"
    return Bound(select(bound.value, field), path)


def _at(bound: Bound, key: Any) -> Bound:
    if type(key) is str:
        return _step(bound, key)
    path = None if bound.path is None or key is None else f"{bound.path}[{key}]"
    return Bound(None if key is None else index(bound.value, key), path)


def _read(tree: Tree, env: Env) -> Any:
    return env.read(_located(tree, env))


def _decided(env: Env, table: Callable[[Iterator[Any]], Any], parts: Parts, decisive: object) -> Any:
    """Return what the table of truth makes of the parts; keep the readings of the part that decided."""
    marks: list[int] = []

    def judged() -> Iterator[Any]:
        for part in parts:
            marks.append(len(env.readings))
            yield part()

    result = table(judged())
    if result is decisive and marks:
        del env.readings[marks[0] : marks[-1]]
    return result


def _and(tree: Tree, env: Env) -> Any:
    return _decided(env, and_, [partial(walk, operand, env) for operand in tree[2:]], decisive=False)


def _or(tree: Tree, env: Env) -> Any:
    return _decided(env, or_, [partial(walk, operand, env) for operand in tree[2:]], decisive=True)


def _cond(tree: Tree, env: Env) -> Any:
    condition = walk(tree[2], env)
    if condition is True:
        return walk(tree[3], env)
    return walk(tree[4], env) if condition is False else None


def _has(tree: Tree, env: Env) -> Any:
    target = _located(tree[2], env).value
    return None if target is None else select(target, tree[3]) is not None


def _call(tree: Tree, env: Env) -> Any:
    name, arguments = tree[2], tree[3:]
    if name == "lookup":
        return _lookup(arguments, env)
    if name == "fitted" and len(arguments) == 1:
        stated = env.read(fitment(_located(arguments[0], env)))
        return None if stated is None else stated != "not_fitted"
    if name == "size" and len(arguments) == 1:
        return _size(arguments[0], env)
    return call(FUNCTIONS, name, [walk(argument, env) for argument in arguments])


def _method(tree: Tree, env: Env) -> Any:
    if tree[2] == "size" and len(tree) == 4:
        return _size(tree[3], env)
    return call(METHODS, tree[2], [walk(argument, env) for argument in tree[3:]])


def _lookup(arguments: tuple[Tree, ...], env: Env) -> Any:
    table = env.tables.get(arguments[0][2]) if arguments[0][0] == "ident" else None
    if table is None or arguments[1][0] != "map":
        return None
    entries = arguments[1][2:]
    given = {key[2]: walk(value, env) for key, value in zip(entries[::2], entries[1::2], strict=True)}
    results = [number for number, match in enumerate(table.match) if match is None]
    column = table.columns.index(arguments[2][2]) if len(arguments) == 3 else results[0]
    wanted = [
        given.get(name) for name, match in zip(table.columns, table.match, strict=True) if match is not None
    ]
    return look_up(table, wanted, column)


def _size(target: Tree, env: Env) -> Any:
    if holds_fittable(target):
        found = _members(target, env)
        return None if found is None else counted(found)
    return call(FUNCTIONS, "size", [walk(target, env)])


def _members(target: Tree, env: Env) -> Iterator[Member] | None:
    """Return what a macro iterates; members that a filter lets through keep their paths."""
    if target[0] != "macro" or target[2] != "filter":
        return members(_located(target, env), env, fittable=holds_fittable(target))
    found = _members(target[4], env)
    if found is None:
        return None
    kept: list[Member] = []
    for member in found:
        judged = _judged("filter", member, target, env)
        if judged is True:
            item = Bound(member.key) if member.of_map else member.bound
            kept.append(Member(len(kept), item, of_map=False, present=True))
        elif judged is not False:
            return None
    return iter(kept)


def _judged(name: str, member: Member, tree: Tree, env: Env) -> Any:
    inner = env.with_variables(member.variables(tree[3]))
    return weighed(name, member.present, walk(tree[6], inner))


def _macro(tree: Tree, env: Env) -> Any:
    name = tree[2]
    found = _members(tree if name == "filter" else tree[4], env)
    if found is None:
        return None
    if name == "filter":
        return as_list(*(env.read(member.bound) for member in found))
    if name in ("map", "transformList"):
        return _mapped(tree, found, env)
    parts = (partial(_judged, name, member, tree, env) for member in found)
    if name == "exists":
        return _decided(env, or_, parts, decisive=True)
    if name == "all":
        return _decided(env, and_, parts, decisive=False)
    return exactly_one(part() for part in parts)


def _mapped(tree: Tree, found: Iterator[Member], env: Env) -> Any:
    made = []
    for member in found:
        inner = env.with_variables(member.variables(tree[3]))
        wanted = True if tree[5] is None else weighed("filter", member.present, walk(tree[5], inner))
        if wanted is False:
            continue
        if wanted is not True or not member.present:
            return None
        made.append(walk(tree[6], inner))
    return as_list(*made)


_EVALUATE: dict[str, Callable[[Tree, Env], Any]] = {
    "lit": lambda tree, _env: tree[2],
    "null": lambda _tree, _env: NULL,
    "path": _read,
    "ident": _read,
    "select": _read,
    "index": _read,
    "has": _has,
    "list": lambda tree, env: as_list(*(walk(item, env) for item in tree[2:])),
    "map": lambda tree, env: as_map(*(walk(item, env) for item in tree[2:])),
    "not": lambda tree, env: not_(walk(tree[2], env)),
    "neg": lambda tree, env: negate(walk(tree[2], env)),
    "and": _and,
    "or": _or,
    "op": lambda tree, env: OPERATORS[tree[2]](walk(tree[3], env), walk(tree[4], env)),
    "cond": _cond,
    "call": _call,
    "method": _method,
    "macro": _macro,
}
