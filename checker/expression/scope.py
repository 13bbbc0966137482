"""What an expression of a rule may name, and the place in the rule where it stands."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from checker.expression.faults import Fault
from checker.expression.tree import Tree
from checker.expression.typing import STRING
from checker.model.standard import Table
from checker.record import Record, fresh, replace
from checker.schemas.types import FieldType

#: What an expression is for; `for_each` is the path that it iterates.
Role = Literal["require", "when", "applies_when", "where", "dates_when", "for_each"]

#: Sections that are evidence: iterated only by a `for_each`, and never what decides whether a rule applies.
EVIDENCE = ("documents", "tests", "reviews")


class Variable(NamedTuple):
    """A variable: its type, and where in the spec it comes from."""

    type: FieldType
    path: str | None  # "automation_features.*"; None: it was computed


class Checked(NamedTuple):
    """A checked expression; with faults it is of no use."""

    tree: Tree  # numbers promoted, names of `let` replaced, paths with the code of their type
    type: FieldType
    reads: tuple[str, ...]  # the paths that it may read, members of maps as `*`
    faults: tuple[Fault, ...]  # in the order of the source


class Scope(Record):
    """What an expression may name."""

    sections: Mapping[str, FieldType]  # the root of the spec
    role: Role = "require"
    variables: Mapping[str, Variable] = fresh(factory=dict)
    lists: Mapping[str, tuple[Any, ...]] = fresh(factory=dict)
    tables: Mapping[str, Table] = fresh(factory=dict)
    lets: Mapping[str, Tree] = fresh(factory=dict)  # as parsed; each may use those before it
    given: tuple[Tree, ...] = ()  # checked conditions under which it is read, such as `when`

    def in_role(self, role: Role, *given: Tree) -> "Scope":
        """Return the same scope for another place in the rule."""
        return replace(self, role=role, given=given)

    def with_member(self, name: str, path: Checked) -> "Scope":
        """Return the scope of what is said of each member of a `for_each`, which also has a `key`."""
        member = path.type.element or path.type
        where = f"{path.reads[0]}.*" if path.reads else None
        bound = {name: Variable(member, where), "key": Variable(STRING, None)}
        return replace(self, variables={**self.variables, **bound})
