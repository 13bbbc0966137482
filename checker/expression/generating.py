"""A whole standard as the source of one Python function: fast, and held equal to the tree walk by tests.

The source defines ``judge(values, conditions, as_of)``. `values` are the nested maps of a spec;
`conditions` are the same maps without the assumed values, which ``applies_when``, ``when`` and ``where``
read. It returns ``(applies, rows)``:

- ``applies`` is True, False or None (nobody can tell); where it is False, ``rows`` is empty;
- ``rows`` has an entry for each requirement, in order: ``(when, require, waits)``. ``when`` is True where
  there is none; ``require`` is the conjunction of all its expressions, None where there is none or `when` is
  False. ``waits`` are the paths that are waited for where `when` or else `require` is None; empty where only
  a walk tells, see `checker.expression.straight`;
- a requirement with `for_each` has instead None, where the map is not stated, or a tuple of
  ``(key, where, when, require, waits)`` for each member that is not said to be not fitted. ``where`` is True
  where there is none, and None where nobody says whether the member is fitted; where it is False, the rest is
  None and ().
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from checker.expression import runtime
from checker.expression.frames import Frame, Module
from checker.expression.source import Source, conjunction
from checker.expression.tree import Tree, bare
from checker.expression.waiting import write_unstated
from checker.expression.writing import write, write_truth
from checker.model.standard import Requirement, Standard, Table

_HEAD = f"from checker.expression.runtime import {', '.join(runtime.__all__)}"


class Loop(NamedTuple):
    """The `for_each` of a requirement."""

    path: Tree
    name: str
    where: Tree | None = None


class Plan(NamedTuple):
    """What is evaluated of one requirement."""

    when: Tree | None = None
    require: tuple[Tree, ...] = ()
    for_each: Loop | None = None


class Program(NamedTuple):
    """What is evaluated of one standard."""

    requirements: tuple[Plan, ...]
    applies_when: Tree | None = None
    lists: Mapping[str, tuple[Any, ...]] = {}
    tables: Mapping[str, Table] = {}


def program(standard: Standard) -> Program:
    """Return what is evaluated of a standard."""
    applies = standard.applies_when
    return Program(
        tuple(map(_plan, standard.requirements)),
        applies.tree if applies else None,
        standard.lists,
        standard.tables,
    )


def _plan(requirement: Requirement) -> Plan:
    when, loop = requirement.when, requirement.for_each
    return Plan(
        when.tree if when else None,
        tuple(expression.tree for expression in requirement.require),
        Loop(loop.path.tree, loop.name, loop.where.tree if loop.where else None) if loop else None,
    )


def generate(standard: Program, *, waits: bool = True) -> str:
    """Return Python source that defines ``judge``; without ``waits`` it says of nothing why it is open."""
    module = Module(standard.lists, standard.tables, waits=waits)
    frame = Frame(module)
    applies = _condition(standard.applies_when, frame)
    loads, frame.lines = frame.lines, []
    conditions: dict[Tree, tuple[str, str]] = {}
    rows = [_row(plan, frame, conditions) for plan in standard.requirements]
    lines = [
        *loads,
        f"applies = {applies}",
        "if applies is False: return False, ()",
        *frame.lines,
        f"return applies, ({''.join(f'{row}, ' for row in rows)})",
    ]
    return _assembled(module, "judge(values, conditions, as_of)", lines)


def generate_expression(
    tree: Tree, lists: Mapping[str, tuple[Any, ...]] | None = None, tables: Mapping[str, Table] | None = None
) -> str:
    """Return Python source that defines ``evaluate(values, as_of)``: the value of one expression."""
    module = Module(lists or {}, tables or {})
    frame = Frame(module)
    value = write(tree, frame)
    return _assembled(module, "evaluate(values, as_of)", [*frame.lines, f"return {value.text}"])


def _assembled(module: Module, signature: str, lines: list[str]) -> str:
    body = "\n".join(f"    {line}" for line in lines)
    return "\n".join((_HEAD, *module.parts, f"def {signature}:", body, ""))


def _condition(tree: Tree | None, frame: Frame) -> str:
    if tree is None:
        return "True"
    frame.side = "conditions"
    text = write_truth(tree, frame).text
    frame.side = "values"
    return text


def _required(plan: Plan, frame: Frame) -> str:
    if not plan.require:
        return "None"
    return conjunction([write_truth(tree, frame) for tree in plan.require], frame).text


def _row(plan: Plan, frame: Frame, conditions: dict[Tree, tuple[str, str]]) -> str:
    if plan.for_each is not None:
        return _loop(plan, plan.for_each, frame)
    required = _required(plan, frame)
    waits = write_unstated(plan.require, frame, "values")
    name = frame.temporary()
    if plan.when is None:
        return (
            f"((True, True, ()) if ({name} := {required}) "
            f"else (True, None, {waits}) if {name} is None else (True, False, ()))"
        )
    key = bare(plan.when)
    if key not in conditions:
        conditions[key] = _condition_with_waits(plan.when, frame)
    when, because = conditions[key]
    waits = f"{waits} if {when} and {name} is None else {because}" if waits != "()" else because
    return f"((False, None, ()) if {when} is False else ({when}, ({name} := {required}), {waits}))"


def _condition_with_waits(tree: Tree, frame: Frame) -> tuple[str, str]:
    """Write a condition; return the names of its truth, and of the paths that it waits for."""
    when = frame.assigned(_condition(tree, frame))
    waits = write_unstated((tree,), frame, "conditions")
    return when, frame.assigned(f"{waits} if {when} is None else ()") if waits != "()" else waits


def _loop(plan: Plan, loop: Loop, frame: Frame) -> str:
    """Write a function that judges all members, and return its call."""
    members, masked = _both_sides(loop.path, frame)
    inner = Frame(frame.module, frame)
    inner.bind(loop.name, "member", "values")
    inner.bind(loop.name, "masked", "conditions")
    inner.bind("key", "key")
    fittable = loop.path[0] == "path" and str(loop.path[4]).endswith("!")
    where = _condition(loop.where, inner)
    lines = [
        "masked = conditions.get(key, NOTHING)",
        *(("fitment = masked.get('fitment')", "if fitment == 'not_fitted': continue") if fittable else ()),
        *_taken_lines(inner),
        f"where = {where}",
        *(("if fitment is None and where is not False: where = None",) if fittable else ()),
        "if where is False:",
        "    rows.append((key, False, None, None, ()))",
        "    continue",
    ]
    when = _condition(plan.when, inner)
    lines += [*_taken_lines(inner), f"when = {when}"]
    required = _required(plan, inner)
    lines += [*_taken_lines(inner), f"require = None if when is False else {required}"]
    lines.append(f"waits = {_waits_of_member(plan, loop, inner)}")
    function = frame.module.name("e")
    frame.module.parts.append(
        "\n".join(
            (
                f"def {function}({', '.join(['members', 'conditions', *inner.taken])}):",
                "    rows = []",
                "    for key, member in members.items():",
                *(f"        {line}" for line in (*lines, "rows.append((key, where, when, require, waits))")),
                "    return tuple(rows)",
            )
        )
    )
    arguments = ", ".join([members.text, f"{masked.text} or NOTHING", *inner.taken])
    return f"(None if {members.text} is None else {function}({arguments}))"


def _waits_of_member(plan: Plan, loop: Loop, frame: Frame) -> str:
    if loop.path[0] != "path":
        return "()"
    _, _, root, keys, _ = loop.path
    member = f"{'.'.join((root, *keys, ''))!r} + key"
    asked = [tree for tree in (loop.where, plan.when) if tree is not None]
    because = write_unstated(asked, frame, "conditions", member)
    waits = write_unstated(plan.require, frame, "values", member)
    if because == waits == "()":
        return "()"
    open_ = f"{because} if where is None or when is None else {waits} if require is None else ()"
    return f"() if when is False else {open_}"


def _taken_lines(frame: Frame) -> list[str]:
    lines, frame.lines = frame.lines, []
    return lines


def _both_sides(path: Tree, frame: Frame) -> tuple[Source, Source]:
    members = write(path, frame)
    frame.side = "conditions"
    masked = write(path, frame)
    frame.side = "values"
    return members, masked
