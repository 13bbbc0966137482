"""A rule file that is to be changed, and one change to it."""

from collections.abc import Iterator, Mapping
from re import compile as regex

from checker.documents import Document, Path_
from checker.expression.parser import parse
from checker.expression.tree import Tree, bare, children
from checker.location import Place
from checker.model.standard import Expression, Requirement, Standard
from checker.packs.expressions import Expressions
from checker.packs.loading import read_expressions
from checker.packs.scalar_places import place_inside
from checker.packs.shapes import mapping
from checker.record import Record, replace
from checker.schemas.vehicle import VehicleSchema
from checker.workshop.mutation.operators import Mutation, mutations

#: The names in an expression.
words = regex(r"[A-Za-z_][A-Za-z0-9_]*").findall


class Mutant(Record):
    """A rule file with one small mistake, and the requirements that it is a mistake of."""

    operator: str
    place: Place
    was: str
    now: str  # empty: it was dropped
    standard: Standard
    requirements: tuple[int, ...]  # their indexes: one of their examples has to notice


class Rules(Record):
    """A rule file to be changed."""

    standard: Standard
    document: Document
    expressions: Expressions
    steps: Mapping[str, float]  # the last name of a path -> the smallest sensible step of its numbers

    @property
    def lets(self) -> Mapping[str, str]:
        """The named expressions, as written."""
        named: dict[str, str] = mapping(self.document.data, "let")
        return named

    def changed(self, path: Path_, expression: Expression) -> Iterator[tuple[Mutation, Expression]]:
        """Yield the changes to one expression that the loader takes and that make a difference."""
        seen = {bare(expression.tree)}
        for change in mutations(parse(expression.source), self.steps):
            tree = self.expressions.instead(path, change.tree)
            if tree is not None and bare(tree) not in seen:
                seen.add(bare(tree))
                yield change, replace(expression, tree=tree)

    def with_requirements(self, changed: Mapping[int, Requirement]) -> Standard:
        """Return the standard with other requirements at some indexes."""
        return with_requirements(self.standard, changed)

    def mutant(
        self, change: Mutation, path: Path_, standard: Standard, requirements: tuple[int, ...]
    ) -> Mutant:
        """Return what became of a change to the expression at a path."""
        place = place_inside(self.document, path, change.offset)
        return Mutant(change.operator, place, change.was, change.now, standard, requirements)


def rules_of(standard: Standard, document: Document, schema: VehicleSchema) -> Rules:
    """Return a rule file, ready to be changed."""
    expressions = read_expressions(document, schema)
    return Rules(standard, document, expressions, _steps(expressions, schema))


def _steps(expressions: Expressions, schema: VehicleSchema) -> dict[str, float]:
    """Return the steps of all numbers that are read; of the names of `let` too, by what they read."""
    found: dict[str, float] = {}
    for path in expressions.paths:
        for read in expressions.reads(path):
            field = schema.field(read)
            if field is not None and field.step is not None:
                found[read.rpartition(".")[2]] = field.step
    return found


def with_requirements(standard: Standard, changed: Mapping[int, Requirement]) -> Standard:
    """Return a standard with other requirements at some indexes."""
    requirements = enumerate(standard.requirements)
    return replace(standard, requirements=tuple(changed.get(at, one) for at, one in requirements))


def with_condition(one: Requirement, key: str, expression: Expression | None) -> Requirement:
    """Return a requirement with another `when` or `where`."""
    if key == "when":
        return replace(one, when=expression)
    assert one.for_each is not None
    return replace(one, for_each=replace(one.for_each, where=expression))


def conjuncts(expression: Expression | None) -> frozenset[Tree]:
    """Return what an expression asks for together, without its places; nothing where there is none."""
    waiting, found = [bare(expression.tree)] if expression else [], set[Tree]()
    while waiting:
        tree = waiting.pop()
        if tree[0] == "and":
            waiting += children(tree)
        else:
            found.add(tree)
    return frozenset(found)


def one_line(source: str) -> str:
    """Return an expression without the line breaks of its YAML."""
    return " ".join(source.split())
