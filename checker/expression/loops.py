"""Macros as Python source: one small function each, that iterates a list or a map."""

from typing import NamedTuple

from checker.expression.frames import Frame
from checker.expression.tree import Tree
from checker.expression.writing import Source, write, write_truth


class _Shape(NamedTuple):
    """What a macro starts with, does with one member's result ``r``, and ends with."""

    start: str
    each: tuple[str, ...]
    end: str
    kind: str


_UNKNOWN = "if r is None: return None"
_SHAPES = {
    "exists": _Shape("False", ("if r: return True", "if r is None: result = None"), "result", "bool"),
    "all": _Shape("True", ("if r is False: return False", "if r is None: result = None"), "result", "bool"),
    "exists_one": _Shape("0", (_UNKNOWN, "result += r"), "result == 1", "bool"),
    "filter": _Shape("[]", (_UNKNOWN, "if r: result.append({item})"), "result", "list"),
    "map": _Shape("[]", (_UNKNOWN, "result.append(r)"), "result", "dyn"),
}
_SAME = {"existsOne": "exists_one", "transformList": "map"}


def write_macro(tree: Tree, frame: Frame) -> Source:
    """Return the call of the function that a macro becomes."""
    _, _, macro, variables, target, _, _ = tree
    name = str(_SAME.get(macro, macro))
    shape = _SHAPES[name]
    collection = write(target, frame)
    inner = Frame(frame.module, frame)
    opening, item, fittable = _opening(inner, target, variables)
    judged = _judged(tree, name, inner, fittable=fittable)
    each = [line.format(item=item) for line in shape.each]
    function = frame.module.name("m")
    frame.module.parts.append(
        "\n".join(
            (
                f"def {function}({', '.join(['collection', *inner.taken])}):",
                *(f"    {line}" for line in (*opening[:-1], f"result = {shape.start}", opening[-1])),
                *(f"        {line}" for line in (*_presence(item, fittable=fittable), *inner.lines)),
                *(f"        {line}" for line in (*judged, *each)),
                f"    return {shape.end}",
            )
        )
    )
    text = f"{function}({', '.join([collection.text, *inner.taken])})"
    return Source(text, shape.kind, depth=collection.depth + 1)


def _opening(inner: Frame, target: Tree, variables: tuple[str, ...]) -> tuple[list[str], str, bool]:
    """Return the lines up to and with the loop's head, the name of the item, and whether it is fittable."""
    key, item = inner.module.name("k"), inner.module.name("x")
    code = target[4] if target[0] == "path" else "list" if target[:3:2] == ("macro", "filter") else "dyn"
    unknown = "if collection is None: return None"
    if len(variables) == 2:
        inner.bind(variables[0], key)
        inner.bind(variables[1], item)
        pairs = {"map": "collection.items()", "list": "enumerate(collection)"}.get(code.rstrip("!"))
    else:
        inner.bind(variables[0], key if code.startswith("map") else item)
        pairs = None
    if code in ("map!", "list!"):
        pairs = "collection.items()" if code == "map!" else "enumerate(collection)"
    if pairs is not None:
        return [unknown, f"for {key}, {item} in {pairs}:"], item, code.endswith("!")
    if code in ("map", "list"):
        one = key if code == "map" else item
        return [unknown, f"for {one} in collection:"], one, False
    if len(variables) == 2:
        return ["collection = entries(collection)", unknown, f"for {key}, {item} in collection:"], item, False
    return ["collection = items(collection)", unknown, f"for {item} in collection:"], item, False


def _presence(item: str, *, fittable: bool) -> tuple[str, ...]:
    if not fittable:
        return ()
    return (f"fitment = {item}.get('fitment')", "if fitment == 'not_fitted': continue")


def _judged(tree: Tree, name: str, inner: Frame, *, fittable: bool) -> list[str]:
    condition, body = tree[5:7]
    lines = []
    if name == "map":
        if condition is not None:
            lines = [f"r = {write_truth(condition, inner).text}", "if r is False: continue", _UNKNOWN]
        if fittable:
            lines.append("if fitment is None: return None")
        return [*lines, f"r = {write(body, inner).text}"]
    lines.append(f"r = {write_truth(body, inner).text}")
    if fittable:
        absorbing = "True" if name == "all" else "False"
        lines.append(f"if fitment is None and r is not {absorbing}: r = None")
    return lines
