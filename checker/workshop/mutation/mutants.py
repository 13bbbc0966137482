"""The mutants of a rule file: its rules, each with one small mistake in it."""

from collections.abc import Iterator
from typing import Any

from checker.documents import Path_
from checker.model.standard import Expression
from checker.packs.shapes import texts
from checker.record import replace
from checker.workshop.mutation.proofs import proof_mutants
from checker.workshop.mutation.rules import Mutant, Rules, conjuncts, one_line, with_condition
from checker.workshop.mutation.shared import (
    applicability_mutants,
    list_mutants,
    name_mutants,
    table_mutants,
)


def mutants(rules: Rules) -> Iterator[Mutant]:
    """Yield every mutant of a rule file, in one order: what is shared, then requirement by requirement.

    What the loader refuses is no mutant, nor is what checks to the same rule.
    """
    yield from applicability_mutants(rules)
    yield from name_mutants(rules)
    yield from list_mutants(rules)
    yield from table_mutants(rules)
    for index, requirement in enumerate(rules.standard.requirements):
        yield from _conditions(rules, index)
        yield from _required(rules, index)
        for operator, path, was, now, changed in proof_mutants(requirement, index):
            standard = rules.with_requirements({index: changed})
            yield Mutant(operator, rules.document.place(path), was, now, standard, (index,))


def _conditions(rules: Rules, index: int) -> Iterator[Mutant]:
    """Yield what goes wrong in the `where` and `when` of one requirement."""
    one = rules.standard.requirements[index]
    said = conjuncts(rules.standard.applies_when)  # what repeats it makes no difference
    where: Expression | None = one.for_each.where if one.for_each else None
    for key, expression in (("where", where), ("when", one.when)):
        if expression is None:
            continue
        path = ("requirements", index, key)
        own = conjuncts(expression) - said
        without = rules.with_requirements({index: with_condition(one, key, None)})
        place, was = rules.document.place(path), one_line(expression.source)
        if own:
            yield Mutant(f"{key} dropped", place, was, "", without, (index,))
        for change, changed in rules.changed(path, expression):
            if conjuncts(changed) - said == own:
                continue
            standard = rules.with_requirements({index: with_condition(one, key, changed)})
            yield rules.mutant(change, path, standard, (index,))


def _required(rules: Rules, index: int) -> Iterator[Mutant]:
    """Yield what goes wrong in what one requirement requires; each of several expressions is a conjunct."""
    one = rules.standard.requirements[index]
    for at, path in enumerate(_paths(rules, index)):
        before, here, after = one.require[:at], one.require[at], one.require[at + 1 :]
        if before or after:
            less = rules.with_requirements({index: replace(one, require=(*before, *after))})
            place = rules.document.place(path)
            yield Mutant("conjunct dropped", place, one_line(here.source), "", less, (index,))
        for change, changed in rules.changed(path, here):
            standard = rules.with_requirements({index: replace(one, require=(*before, changed, *after))})
            yield rules.mutant(change, path, standard, (index,))


def _paths(rules: Rules, index: int) -> list[Path_]:
    data: dict[str, Any] = rules.document.data["requirements"][index]
    return [path for path, _ in texts(data.get("require"), ("requirements", index, "require"))]
