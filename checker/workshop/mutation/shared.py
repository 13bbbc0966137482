"""What goes wrong in what requirements share: applicability, named expressions, lists and tables."""

from collections.abc import Iterator, Mapping

from checker.documents import Path_
from checker.expression.literals import literal
from checker.expression.parser import parse
from checker.expression.tree import Tree, bare
from checker.model.standard import Expression, Requirement, Standard, Table
from checker.record import replace
from checker.workshop.mutation.operators import droppable, moved, mutations
from checker.workshop.mutation.rules import (
    Mutant,
    Rules,
    conjuncts,
    one_line,
    with_condition,
    with_requirements,
    words,
)


def applicability_mutants(rules: Rules) -> Iterator[Mutant]:
    """Yield what goes wrong in `applies_when`: an example of any requirement has to notice."""
    applies = rules.standard.applies_when
    if applies is None:
        return
    every = _all(rules)
    if not _says_the_same(rules.standard, None):
        whole = replace(rules.standard, applies_when=None)
        place = rules.document.place(("applies_when",))
        yield Mutant("condition dropped", place, one_line(applies.source), "", whole, every)
    for change, expression in rules.changed(("applies_when",), applies):
        if not _says_the_same(rules.standard, expression):
            standard = replace(rules.standard, applies_when=expression)
            yield rules.mutant(change, ("applies_when",), standard, every)


def _says_the_same(standard: Standard, changed: Expression | None) -> bool:
    """Return whether every requirement repeats what `applies_when` no longer says: no example can differ.

    Of members that nobody knows, or of what a person answers, that is not certain.
    """
    before, after = conjuncts(standard.applies_when), conjuncts(changed)
    return all(
        one.for_each is None
        and one.review is None
        and before | conjuncts(one.when) == after | conjuncts(one.when)
        for one in standard.requirements
    )


def name_mutants(rules: Rules) -> Iterator[Mutant]:
    """Yield what goes wrong in a named expression: in all that use it, directly or by another name."""
    for name, source in rules.lets.items():
        users = _users(name, rules.lets)
        for change in mutations(parse(source), rules.steps):
            standard, indexes = _renamed(rules, users, {name: change.tree})
            if indexes:
                yield rules.mutant(change, ("let", name), standard, indexes)


def list_mutants(rules: Rules) -> Iterator[Mutant]:
    """Yield the lists without one of their items."""
    for name, items in rules.standard.lists.items():
        users = _using(rules, name)
        for at in droppable(len(items)) if users and len(items) > 1 else ():
            lists = {**rules.standard.lists, name: (*items[:at], *items[at + 1 :])}
            place = rules.document.place(("lists", name, at))
            standard = replace(rules.standard, lists=lists)
            yield Mutant("list item dropped", place, literal(items[at]), "", standard, users)


def table_mutants(rules: Rules) -> Iterator[Mutant]:
    """Yield the results of tables one step up and one step down."""
    for name, table in rules.standard.tables.items():
        users = _using(rules, name)
        for row, column in _results(table) if users else ():
            value = table.rows[row][column]
            for other in moved(value, rules.steps.get(table.columns[column])):
                changed = list(map(list, table.rows))
                changed[row][column] = other
                tables = {**rules.standard.tables, name: replace(table, rows=tuple(map(tuple, changed)))}
                place = rules.document.place(("tables", name, "rows", row, column))
                standard = replace(rules.standard, tables=tables)
                yield Mutant("constant moved", place, literal(value), literal(other), standard, users)


def _results(table: Table) -> Iterator[tuple[int, int]]:
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            if table.match[column] is None and isinstance(cell, int | float) and not isinstance(cell, bool):
                yield row, column


def _renamed(
    rules: Rules, users: frozenset[str], lets: Mapping[str, Tree]
) -> tuple[Standard, tuple[int, ...]]:
    """Return the standard in which some names stand for something else, and whose requirements changed."""
    standard, changed = rules.standard, dict[int, Requirement]()
    indexes: set[int] = set()
    for path in rules.expressions.paths:
        before = rules.expressions(path)
        if users.isdisjoint(words(before.source)):
            continue
        tree = rules.expressions.instead(path, parse(before.source), lets)
        if tree is None:
            return rules.standard, ()  # the loader refuses it
        if bare(tree) == bare(before.tree):
            continue
        if path == ("applies_when",):
            standard = replace(standard, applies_when=replace(before, tree=tree))
            indexes |= set(_all(rules))
        elif path[0] == "requirements" and path[2] in ("where", "when", "require"):
            index = int(path[1])
            one = changed.get(index, standard.requirements[index])
            changed[index] = _put(one, path, replace(before, tree=tree))
    return with_requirements(standard, changed), tuple(sorted(indexes | changed.keys()))


def _using(rules: Rules, name: str) -> tuple[int, ...]:
    """Return the requirements that use a list or table, directly or by a named expression."""
    users = _users(name, rules.lets)
    paths = [p for p in rules.expressions.paths if not users.isdisjoint(words(rules.expressions(p).source))]
    if ("applies_when",) in paths:
        return _all(rules)
    return tuple(sorted({int(path[1]) for path in paths if path[0] == "requirements"}))


def _users(name: str, written: Mapping[str, str]) -> frozenset[str]:
    """Return a name with those of the named expressions that use it; each uses only earlier ones."""
    users = {name}
    for other, source in written.items():
        if not users.isdisjoint(words(source)):
            users.add(other)
    return frozenset(users)


def _put(one: Requirement, path: Path_, expression: Expression) -> Requirement:
    if path[2] != "require":
        return with_condition(one, str(path[2]), expression)
    at = int(path[3]) if len(path) > 3 else 0
    return replace(one, require=(*one.require[:at], expression, *one.require[at + 1 :]))


def _all(rules: Rules) -> tuple[int, ...]:
    return tuple(range(len(rules.standard.requirements)))
