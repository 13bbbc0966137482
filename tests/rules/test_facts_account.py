"""Every fact is said by a rule or left out with a reason, and no rule has a number that is in no fact."""

import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from checker.expression.tree import Tree, children, nodes
from checker.model.standard import Requirement, Standard
from tests.shipped import shipped

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
FILES = {
    path.stem: path
    for folder in sorted((ROOT / "standards").iterdir())
    if folder.is_dir() and folder.name not in ("schema", "vehicle", "profiles", "catalogue")
    for path in sorted(folder.glob("*.yaml"))
}
USED = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (DATA / "facts_used").glob("*.yaml")}
LEFT_OUT = yaml.safe_load((DATA / "facts_left_out.yaml").read_text("utf-8"))
#: Document -> fact -> (clause, numbers).
FACTS: dict[str, dict[str, tuple[str | None, list[float]]]] = json.loads(
    (DATA / "facts.json").read_text("utf-8")
)
NUMBERS = {fact: numbers for facts in FACTS.values() for fact, (_, numbers) in facts.items()}

#: One unit in another: shares, thousands, minutes, hours, years in months, metres a second in km/h.
CONVERSIONS = (1, 100, 1_000, 1_000_000, 60, 3_600, 12, 3.6)
#: What facts_used has beside requirements: numbers that are in no fact, with the reason.
DECLARED = "numbers"


def facts_of(file: str) -> dict[str, list[str]]:
    """Return which facts each requirement of a rule file says."""
    return {key: facts for key, facts in USED.get(file, {}).items() if key != DECLARED}


def said() -> set[str]:
    return {fact for file in USED for facts in facts_of(file).values() for fact in facts}


def left_out() -> set[str]:
    return {row["fact"] for row in LEFT_OUT}


def has_a_rule_file(document: str) -> bool:
    """Return whether a document is a rule file, or its facts are said by one: UN_R157 by un-r157-00."""
    plain = _plain(document)
    named = any(_plain(file) in (plain, f"{plain}00", f"{plain}01", f"{plain}02") for file in FILES)
    return named or not said().isdisjoint(FACTS[document])


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


@cache
def standard(file: str) -> Standard:
    return shipped().library.standards[file]


def test_the_extract_is_whole():
    assert len(FACTS) == 49 + 30
    assert sum(map(len, FACTS.values())) == 870 + 551


@pytest.mark.parametrize("document", [name for name in FACTS if has_a_rule_file(name)])
def test_every_fact_is_said_or_left_out(document):
    missing = set(FACTS[document]) - said() - left_out()

    assert sorted(missing) == [], "name them in tests/data/facts_used or tests/data/facts_left_out.yaml"


def test_what_is_not_yet_a_rule_file(capsys):
    """No failure: the list, and how many facts wait in it, is printed."""
    waiting = {name: len(facts) for name, facts in FACTS.items() if not has_a_rule_file(name)}
    with capsys.disabled():
        if waiting:
            says = f"{len(waiting)} documents with {sum(waiting.values())} facts"
            sys.stdout.write(f"\nnot yet: {says}: {', '.join(waiting)}\n")


def test_no_fact_is_said_and_left_out():
    assert sorted(said() & left_out()) == []


def test_facts_that_are_named_are_there():
    assert sorted(said() - NUMBERS.keys()) == []
    assert sorted(left_out() - NUMBERS.keys()) == []


def test_what_is_left_out_has_a_reason_in_both_languages_and_a_rule_file():
    assert [
        row for row in LEFT_OUT if not (row["reason"]["en"].strip() and row["reason"]["zh"].strip())
    ] == []
    assert len(left_out()) == len(LEFT_OUT)
    assert sorted({row["standard"] for row in LEFT_OUT} & set(USED) - set(FILES)) == []


@pytest.mark.parametrize("file", sorted(FILES))
def test_requirements_that_are_named_are_there(file):
    known = {requirement.id.partition("/")[2] for requirement in standard(file).requirements}

    assert sorted(set(facts_of(file)) - known) == []
    assert sorted(set(USED.get(file, {}).get(DECLARED, {})) - known) == []


@pytest.mark.parametrize("file", sorted(set(USED) & set(FILES)))
def test_no_number_is_invented(file):
    """A number of an expression is among those of the requirement's facts, or is declared with a reason."""
    declared = USED[file].get(DECLARED, {})
    invented = {}
    for requirement in standard(file).requirements:
        name = requirement.id.partition("/")[2]
        known = {number for fact in facts_of(file).get(name, ()) for number in NUMBERS.get(fact, ())}
        known |= {float(value) for value in declared.get(name, {})}
        found = sorted({n for n in _numbers(requirement, standard(file)) if not _is_among(n, known)})
        if found:
            invented[name] = found

    assert invented == {}, "say `numbers: {requirement: {value: reason}}` in tests/data/facts_used"


def test_declared_numbers_have_a_reason_and_are_needed():
    for file in sorted(set(USED) & set(FILES)):
        by_name = {one.id.partition("/")[2]: one for one in standard(file).requirements}
        for name, values in USED[file].get(DECLARED, {}).items():
            there = set(map(abs, _numbers(by_name[name], standard(file))))
            assert all(isinstance(reason, str) and reason.strip() for reason in values.values()), name
            assert [value for value in values if abs(float(value)) not in there] == [], name


def _is_among(number: float, known: set[float]) -> bool:
    converted = (x * f for one in known for f in CONVERSIONS for x in (one, -one))
    back = (x / f for one in known for f in CONVERSIONS for x in (one, -one))
    return any(abs(number - one) < 1e-9 for one in (*converted, *back))


def _numbers(requirement: Requirement, its: Standard) -> Iterator[float]:
    """Yield the numbers of a requirement: of its expressions, the tables that they look up, and its proof."""
    where = requirement.for_each.where if requirement.for_each else None
    for expression in (where, requirement.when, *requirement.require):
        if expression is not None:
            yield from _constants(expression.tree)
            for node in nodes(expression.tree):
                if node[0] == "call" and node[2] == "lookup":
                    rows = its.tables[node[3][2]].rows
                    yield from (float(cell) for row in rows for cell in row if isinstance(cell, int | float))
    for part in (requirement.proof, requirement.evidence):
        if part is not None and part.max_age_months is not None:
            yield float(part.max_age_months)


def _constants(tree: Tree) -> Iterator[float]:
    """Yield the numbers of an expression; not levels, counts against nothing, nor places in a list."""
    if tree[0] == "op" and (_is_level(tree[3]) or _is_level(tree[4])):
        return
    if tree[0] == "index":
        yield from _constants(tree[2])
        return
    if tree[0] == "lit" and type(tree[2]) in (int, float) and tree[2] != 0:
        yield float(tree[2])
    for child in children(tree):
        yield from _constants(child)


def _is_level(tree: Tree) -> bool:
    """Return whether this is the level of a feature: a taxonomy's word, not a limit."""
    fields: Any = tree[3] if tree[0] == "path" else tree[3:4] if tree[0] == "select" else ()
    return "level" in fields


class TestTheMeasureItself:
    """The test has to find what it is for."""

    @pytest.mark.parametrize(
        ("number", "known", "is_there"),
        [
            (5.0, {5.0}, True),
            (36.0, {3.0}, True),
            (0.2, {20.0}, True),
            (200.0, {0.2}, True),
            (5.1, {5.0}, False),
            (-4.0, {4.0}, True),
            (7.0, set(), False),
        ],
    )
    def test_numbers_in_another_unit(self, number, known, is_there):
        assert _is_among(number, known) is is_there

    def test_levels_and_nothing_are_no_limits(self):
        tree = ("and", 0, ("op", 0, ">=", ("path", 0, "f", ("level",), "int"), ("lit", 0, 3)), ("lit", 0, 0))

        assert list(_constants(tree)) == []

    def test_documents_and_their_editions(self):
        assert has_a_rule_file("UN_R157")
        assert has_a_rule_file("GB44497-2024")
