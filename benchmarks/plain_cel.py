"""Rules of ours in plain CEL, so that other evaluators can judge the same thing."""

from collections.abc import Mapping
from typing import Any

from checker.expression.tree import Tree, children, unparse, with_children
from checker.text import Text
from checker.values.spreads import Envelope, Spread

_PLAIN_CALLS = frozenset(("double", "int", "string", "size"))
_PLAIN_METHODS = frozenset(("startsWith", "endsWith", "contains", "matches", "size"))
_NOT_FITTED: Tree = ("lit", 0, "not_fitted")


class NotPlain(ValueError):
    """An expression that plain CEL cannot say."""


def in_plain_cel(tree: Tree, lists: Mapping[str, tuple[Any, ...]]) -> str:
    """Return the source of an expression of a rule in plain CEL; raises NotPlain."""
    return unparse(_plain(tree, lists))


def _plain(tree: Tree, lists: Mapping[str, tuple[Any, ...]]) -> Tree:
    kind, offset = tree[:2]
    if kind in ("ident", "path") and tree[2] in lists:
        return ("list", offset, *(("lit", offset, item) for item in lists[tree[2]]))
    if kind == "macro":
        return _macro(tree, lists)
    if kind == "call":
        return _call(tree, lists)
    if kind == "method" and tree[2] not in _PLAIN_METHODS:
        raise NotPlain(tree[2])
    if kind == "op" and tree[2] == "in" and _is_fittable(tree[4]):
        raise NotPlain("a key of what is fitted")
    return with_children(tree, [_plain(child, lists) for child in children(tree)])


def _macro(tree: Tree, lists: Mapping[str, tuple[Any, ...]]) -> Tree:
    """Return a macro with one variable that skips what is not fitted, as ours does by itself."""
    _, offset, name, variables, target, condition, body = tree
    if name not in ("exists", "all") or target[0] != "path":
        raise NotPlain(name)
    key = variables[0]
    member: Tree = ("index", offset, target, ("ident", offset, key))
    if len(variables) == 2:
        body = _put_in(body, variables[1], member)
    body = _plain(body, lists)
    if _is_fittable(target):
        if not str(target[4]).startswith("map"):
            raise NotPlain("a list of things")
        absent: Tree = ("op", offset, "==", ("select", offset, member, "fitment"), _NOT_FITTED)
        body = (
            ("or", offset, absent, body) if name == "all" else ("and", offset, ("not", offset, absent), body)
        )
    return ("macro", offset, name, (key,), _plain(target, lists), condition, body)


def _call(tree: Tree, lists: Mapping[str, tuple[Any, ...]]) -> Tree:
    _, offset, name, *arguments = tree
    if name == "size" and _is_fittable(arguments[0]):
        raise NotPlain("how many are fitted")
    plain = [_plain(argument, lists) for argument in arguments]
    match name, plain:
        case "fitted", [thing]:
            return ("op", offset, "!=", ("select", offset, thing, "fitment"), _NOT_FITTED)
        case "lower" | "upper", [value]:  # of a plain number
            return value
        case "covers", [value, low, high]:
            return ("and", offset, ("op", offset, "<=", value, low), ("op", offset, ">=", value, high))
        case "missing", [wanted, stated]:
            item: Tree = ("ident", offset, "item_")
            absent: Tree = ("not", offset, ("op", offset, "in", item, stated))
            return ("macro", offset, "filter", ("item_",), wanted, None, absent)
    if name not in _PLAIN_CALLS:
        raise NotPlain(name)
    return ("call", offset, name, *plain)


def _put_in(tree: Tree, name: str, value: Tree) -> Tree:
    """Return the tree with a value in place of a variable."""
    if tree[0] == "ident" and tree[2] == name:
        return value
    if tree[0] == "path" and tree[2] == name:
        for field in tree[3]:
            value = ("select", tree[1], value, field)
        return value
    return with_children(tree, [_put_in(child, name, value) for child in children(tree)])


def _is_fittable(tree: Tree) -> bool:
    return tree[0] == "path" and str(tree[4]).endswith("!")


def plain_values(value: Any) -> Any:
    """Return the values of a spec as plain CEL takes them: one number for a range, one text for two."""
    if isinstance(value, Spread | Envelope):
        return value.high if value.low is None else value.low
    if isinstance(value, Text):
        return value.en
    if isinstance(value, Mapping):
        return {key: plain_values(item) for key, item in value.items()}
    return [plain_values(item) for item in value] if isinstance(value, list | tuple) else value
