"""The tree walk, generated code and Google's evaluator of CEL agree; its error is our "nobody can tell"."""

import os
from typing import Any

import pytest

from checker.expression.checking import check
from checker.expression.environment import Env
from checker.expression.generating import Plan, Program, generate
from checker.expression.parser import parse
from checker.expression.scope import Scope
from checker.expression.tree import Tree, children, unparse, with_children
from checker.expression.walking import walk
from tests.expression.random_rules import SECTIONS, RandomRules

#: How many pairs of a rule and a spec are compared; ICV_PAIRS=100000 for a long run.
PAIRS = int(os.environ.get("ICV_PAIRS", "10000"))
SPECS = 50
SCOPE = Scope(sections=SECTIONS)


@pytest.fixture(scope="module")
def oracle():
    cel = pytest.importorskip("cel_expr_python.cel", reason="Google's CEL is not installed")
    return cel.NewEnv(variables={"x": cel.Type.DYN})


def one_variable(tree: Tree) -> Tree:
    """Return the tree with ``m.exists(k, f, P(f))`` as ``m.exists(k, P(m[k]))``, which plain CEL has."""
    if tree[0] == "macro" and len(tree[3]) == 2:
        kind, offset, name, (key, member), target, condition, body = tree
        body = put_in(body, member, ("index", offset, target, ("ident", offset, key)))
        return one_variable((kind, offset, name, (key,), target, condition, body))
    return with_children(tree, [one_variable(child) for child in children(tree)])


def put_in(tree: Tree, name: str, value: Tree) -> Tree:
    if tree[0] == "ident" and tree[2] == name:
        return value
    if tree[0] == "path" and tree[2] == name:
        for field in tree[3]:
            value = ("select", tree[1], value, field)
        return value
    return with_children(tree, [put_in(child, name, value) for child in children(tree)])


def typed(tree: Tree) -> Tree | None:
    """Return the tree as a rule would have it; None if a rule could not have it."""
    result = check(tree, SCOPE)
    serious = [fault for fault in result.faults if "of an empty" not in fault.what.en]
    return None if serious else result.tree


def judge_of(trees: list[Tree]) -> Any:
    names: dict[str, Any] = {}
    source = generate(Program(tuple(Plan(require=(tree,)) for tree in trees)))
    exec(compile(source, "generated", "exec"), names)
    return names["judge"]


def disagreements(oracle: Any, trees: list[Tree], specs: list[dict[str, Any]]) -> list[str]:
    judge = judge_of(trees)
    compiled = [oracle.compile(unparse(one_variable(tree)), disable_check=True) for tree in trees]
    found = []
    for spec in specs:
        _, rows = judge(spec, spec, None)
        for tree, program, (_, fast, _) in zip(trees, compiled, rows, strict=True):
            value = program.eval(data=spec).value()
            theirs = value if isinstance(value, bool) else None
            slow = walk(tree, Env(values=spec))
            if not (slow is theirs and fast is theirs):
                found.append(f"{unparse(tree)} on {spec}: CEL {theirs}, walked {slow}, generated {fast}")
    return found


@pytest.mark.parametrize("kind", ["as written", "as checked"])
def test_three_evaluators_agree_on_random_rules_and_specs(oracle, kind):
    rules = RandomRules(seed=20261120)
    specs = [rules.spec() for _ in range(SPECS)]
    remaining = PAIRS // SPECS // (1 if kind == "as written" else 2)
    while remaining > 0:
        trees = [parse(rules.truth()) for _ in range(200)]
        if kind == "as checked":
            trees = [tree for tree in map(typed, trees) if tree is not None]
        trees = trees[:remaining]
        remaining -= len(trees)

        assert disagreements(oracle, trees, specs)[:3] == []


def test_random_rules_have_all_three_values():
    rules = RandomRules(seed=1)
    specs = [rules.spec() for _ in range(20)]
    values = [walk(parse(rules.truth()), Env(values=spec)) for _ in range(30) for spec in specs]

    assert min(values.count(value) for value in (True, False, None)) > len(values) / 10
