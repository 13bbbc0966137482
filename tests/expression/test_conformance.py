"""The public test cases of CEL that fit the language, through both evaluators.

The cases are those of google/cel-spec (Apache-2.0) without protobuf messages, uint, bytes, type values,
containers and two-variable macros.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from checker.expression.environment import Env
from checker.expression.generating import generate_expression
from checker.expression.operators import NULL, equal
from checker.expression.parser import parse
from checker.expression.tree import Tree, children, with_children
from checker.expression.walking import walk

CASES = Path(__file__).parents[3] / "shared" / "cel" / "cel_subset.json"
LOSSY = "an int beside a double is compared exactly, not after conversion to a double"
#: section/name -> why we differ.
EXCLUDED = {
    "comparisons/lt_literal/not_lt_dyn_int_big_lossy_double": LOSSY,
    "comparisons/gt_literal/not_gt_dyn_big_double_int": LOSSY,
    "comparisons/lte_literal/lte_dyn_big_double_int": LOSSY,
    "comparisons/gte_literal/gte_dyn_int_big_lossy_double": LOSSY,
}


def load_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads(CASES.read_text("utf-8")) if CASES.is_file() else []
    return cases


def named(case: dict[str, Any]) -> str:
    return f"{case['file']}/{case['section']}/{case['name']}"


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    if not CASES.is_file():
        pytest.skip(f"the public test cases are not here: {CASES}")
    return load_cases()


def decoded(value: dict[str, Any]) -> Any:
    """Return a value of a case as the evaluators have it."""
    kind, content = value["t"], value["v"]
    if kind == "null":
        return NULL
    if kind == "double":
        return float(content)
    if kind == "list":
        return [decoded(item) for item in content]
    if kind == "map":
        return {decoded(key): decoded(item) for key, item in content}
    return content


def qualified(tree: Tree, names: set[str]) -> Tree:
    """Return the tree with chains such as ``a.b.c`` joined where a variable has that name, the longest first.

    CEL's checker does so; no section of a spec has a dot in its name, so that ours need not.
    """
    chain = dotted(tree)
    if chain in names:
        return ("ident", tree[1], chain)
    return with_children(tree, [qualified(child, names) for child in children(tree)])


def dotted(tree: Tree) -> str | None:
    if tree[0] == "ident":
        return str(tree[2])
    inner = dotted(tree[2]) if tree[0] == "select" else None
    return None if inner is None else f"{inner}.{tree[3]}"


def prepared(case: dict[str, Any]) -> tuple[Tree, dict[str, Any]]:
    bindings = {name: decoded(value) for name, value in case["bindings"].items()}
    return qualified(parse(case["expr"]), set(bindings)), bindings


def is_expected(case: dict[str, Any], value: Any) -> bool:
    if case["matcher"] == "eval_error":
        return value is None
    wanted = decoded(case["value"])
    if isinstance(wanted, float):
        return type(value) is float and repr(value) == repr(wanted)
    return equal(value, wanted) is True and (isinstance(wanted, list) or type(value) is type(wanted))


def by_walk(case: dict[str, Any]) -> Any:
    tree, bindings = prepared(case)
    return walk(tree, Env(values=bindings))


def by_generated_code(case: dict[str, Any]) -> Any:
    tree, bindings = prepared(case)
    names: dict[str, Any] = {}
    exec(compile(generate_expression(tree), "generated", "exec"), names)
    return names["evaluate"](bindings, None)


@pytest.mark.parametrize("evaluate", [by_walk, by_generated_code])
def test_every_public_case_has_its_public_value(cases, evaluate):
    wrong = {named(case): evaluate(case) for case in cases if not is_expected(case, evaluate(case))}

    assert set(wrong) == set(EXCLUDED), {name: wrong[name] for name in wrong if name not in EXCLUDED}


def test_the_public_cases_are_all_there(cases):
    assert len(cases) == 747
    assert set(EXCLUDED) <= {named(case) for case in cases}
