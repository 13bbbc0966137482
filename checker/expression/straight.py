"""Expressions that read the same paths whatever a spec holds: what they wait for is known without a walk."""

from collections.abc import Iterator

from checker.expression.tree import Tree

#: Functions of which a part of what is given to them is read, or none.
_OF_THEIR_OWN = frozenset(("fitted", "lookup", "size"))


class _Winding(Exception):
    """Something in the expression is read only if something else holds."""


def straight_paths(tree: Tree) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    """Return the root and the keys of each path that an expression reads, in the order of reading.

    None where some may not be read: then only a walk tells. A straight expression reads all of them as long
    as it is not false, and nobody can tell what it comes to where one of them is not stated.
    """
    try:
        return tuple(path for operand in _conjunction(tree) for path in _paths(operand))
    except _Winding:
        return None


def _conjunction(tree: Tree) -> Iterator[Tree]:
    if tree[0] == "and":
        for operand in tree[2:]:
            yield from _conjunction(operand)
    else:
        yield tree[2] if tree[0] == "not" else tree


def _paths(tree: Tree) -> Iterator[tuple[str, tuple[str, ...]]]:
    match tree:
        case ("path", _, root, fields, _):
            yield root, tuple(fields)
        case ("lit", *_):
            return
        case ("list", _, *items) if all(item[0] == "lit" for item in items):
            return
        case ("op", _, _, left, right):
            yield from _paths(left)
            yield from _paths(right)
        case ("neg", _, operand):
            yield from _paths(operand)
        case ("call", _, name, *arguments) if name not in _OF_THEIR_OWN:
            for argument in arguments:
                yield from _paths(argument)
        case _:
            raise _Winding
