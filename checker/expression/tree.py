"""The tree of an expression: nested plain tuples, so that it can be printed as Python source and remembered.

Every node is ``(kind, offset, ...)``, where the offset is in characters of the source. Kinds::

    ("lit", offset, value)                        bool, int, float or str
    ("null", offset)
    ("ident", offset, name)
    ("select", offset, operand, field)            offset: of the field's name
    ("has", offset, operand, field)
    ("index", offset, operand, index)
    ("path", offset, root, fields, code)          made by the checker from ident and select
    ("list", offset, *items)
    ("map", offset, *keys and values in turn)
    ("not", offset, operand)   ("neg", offset, operand)
    ("and", offset, *operands) ("or", offset, *operands)
    ("op", offset, symbol, left, right)           == != < <= > >= in + - * / %; offset: of the symbol
    ("cond", offset, condition, then, otherwise)
    ("call", offset, function, *arguments)
    ("method", offset, name, target, *arguments)
    ("macro", offset, name, variables, target, filter or None, body)

The code of a path is the kind of its type (``double``, ``record`` ...), with ``~`` if it may be a spread,
``^`` if it may be an envelope, ``!`` if it is, or holds, things that are fitted or not.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from checker.expression.literals import literal

Tree = tuple[Any, ...]

_NONE = slice(0, 0)
_CHILDREN = {
    "lit": _NONE,
    "null": _NONE,
    "ident": _NONE,
    "path": _NONE,
    "select": slice(2, 3),
    "has": slice(2, 3),
    "index": slice(2, 4),
    "list": slice(2, None),
    "map": slice(2, None),
    "not": slice(2, 3),
    "neg": slice(2, 3),
    "and": slice(2, None),
    "or": slice(2, None),
    "op": slice(3, 5),
    "cond": slice(2, 5),
    "call": slice(3, None),
    "method": slice(3, None),
    "macro": slice(4, 7),
}
#: How tightly a node binds, for brackets.
_BINDING = {"cond": 0, "or": 1, "and": 2, "not": 6, "neg": 6}
_OP_BINDING = {"+": 4, "-": 4, "*": 5, "/": 5, "%": 5}
_RELATION = 3
_ATOM = 7


def children(tree: Tree) -> tuple[Tree, ...]:
    """Return the nodes directly under a node, in the order of the source."""
    return tuple(child for child in tree[_CHILDREN[tree[0]]] if child is not None)


def with_children(tree: Tree, new: Sequence[Tree]) -> Tree:
    """Return the node with other nodes under it, as many as it has."""
    part = _CHILDREN[tree[0]]
    remaining = iter(new)
    replaced = tuple(None if child is None else next(remaining) for child in tree[part])
    start = part.start
    return (*tree[:start], *replaced, *tree[start + len(replaced) :])


def nodes(tree: Tree) -> Iterator[Tree]:
    """Yield the node and all nodes under it."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(children(node)))


def depth(tree: Tree) -> int:
    """Return how many nodes the longest way down passes."""
    deepest = 0
    waiting = [(tree, 1)]
    while waiting:
        node, level = waiting.pop()
        deepest = max(deepest, level)
        waiting.extend((child, level + 1) for child in children(node))
    return deepest


def moved(tree: Tree, offset: int) -> Tree:
    """Return the tree with every node at one offset: that of the name it stands for."""
    below = [moved(child, offset) for child in children(tree)]
    return with_children((tree[0], offset, *tree[2:]), below)


def bare(tree: Tree) -> Tree:
    """Return the tree without its places, so that equal expressions are equal."""
    return moved(tree, 0)


def unparse(tree: Tree) -> str:
    """Return the tree as text that parses to the same tree."""
    return _text(tree, 0)


def _text(tree: Tree, binding: int) -> str:
    text = _plain(tree)
    own = _binding(tree)
    return f"({text})" if own < binding else text


def _binding(tree: Tree) -> int:
    if tree[0] == "op":
        return _OP_BINDING.get(tree[2], _RELATION)
    if tree[0] == "lit" and type(tree[2]) in (int, float) and str(tree[2]).startswith("-"):
        return _BINDING["neg"]
    return _BINDING.get(tree[0], _ATOM)


def _plain(tree: Tree) -> str:
    match tree:
        case ("lit", _, value):
            return literal(value)
        case ("null", _):
            return "null"
        case ("ident", _, name):
            return str(name)
        case ("path", _, root, fields, _):
            return ".".join((root, *(_field(field) for field in fields)))
        case ("select", _, operand, field):
            return f"{_text(operand, _ATOM)}.{_field(field)}"
        case ("has", _, operand, field):
            return f"has({_text(operand, _ATOM)}.{_field(field)})"
        case ("index", _, operand, index):
            return f"{_text(operand, _ATOM)}[{_text(index, 0)}]"
        case ("list", _, *items):
            return f"[{_joined(items)}]"
        case ("map", _, *entries):
            pairs = zip(entries[::2], entries[1::2], strict=True)
            return "{" + ", ".join(f"{_text(key, 0)}: {_text(value, 0)}" for key, value in pairs) + "}"
        case ("not", _, operand):
            return f"!{_text(operand, _BINDING['not'] if operand[0] == 'not' else _ATOM)}"
        case ("neg", _, operand):
            if operand[0] == "lit":
                number = literal(operand[2])
                return f"-{number}" if number.startswith("-") else f"-({number})"
            return f"-{_text(operand, _BINDING['neg'] if operand[0] == 'neg' else _ATOM)}"
        case ("and", _, *operands):
            return " && ".join(_text(operand, _BINDING["and"] + 1) for operand in operands)
        case ("or", _, *operands):
            return " || ".join(_text(operand, _BINDING["or"] + 1) for operand in operands)
        case ("op", _, symbol, left, right):
            own = _binding(tree)
            return f"{_text(left, own)} {symbol} {_text(right, own + 1)}"
        case ("cond", _, condition, then, otherwise):
            return f"{_text(condition, 1)} ? {_text(then, 1)} : {_text(otherwise, 0)}"
        case ("call", _, name, *arguments):
            return f"{name}({_joined(arguments)})"
        case ("method", _, name, target, *arguments):
            return f"{_text(target, _ATOM)}.{name}({_joined(arguments)})"
        case ("macro", _, name, variables, target, condition, body):
            parts = [*variables, *(_text(part, 0) for part in (condition, body) if part is not None)]
            return f"{_text(target, _ATOM)}.{name}({', '.join(parts)})"
        case _:
            raise ValueError(tree[0])


def _field(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else f"`{name}`"


def _joined(trees: Sequence[Tree]) -> str:
    return ", ".join(_text(tree, 0) for tree in trees)
