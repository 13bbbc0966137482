"""Every expression of a rule file, parsed and checked, with its problems at their line and column."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from re import compile as regex
from typing import Any

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.expression.checking import check
from checker.expression.faults import ExpressionError, Fault
from checker.expression.parser import parse
from checker.expression.scope import Checked, Role, Scope
from checker.expression.tree import Tree, nodes
from checker.location import Place
from checker.model.standard import Expression
from checker.packs.dates import whens
from checker.packs.references import requirements
from checker.packs.scalar_places import place_inside
from checker.packs.shapes import mapping, texts
from checker.record import replace
from checker.schemas.types import FieldType
from checker.text import Text

_LEVEL = "automation_features.*.level"
_NAME = regex(r"[A-Za-z_][A-Za-z0-9_]*")
_WORD, _WORDS = _NAME.match, _NAME.findall


class Expressions:
    """The checked expressions of a rule file by path, and the problems with the others."""

    def __init__(self, document: Document, scope: Scope, broken: Iterable[str] = ()) -> None:
        """`broken` are names of lists and tables of which their own problems have been told."""
        self.problems: list[Problem] = []
        self._document = document
        self._checked: dict[Path_, tuple[str, Checked]] = {}
        self._scopes: dict[Path_, Scope] = {}
        self._broken = set(broken)
        self._told: set[tuple[Place, Text]] = set()
        self._scope = replace(scope, lets=self._lets(scope.sections))
        self._standard()

    def __call__(self, path: Path_) -> Expression:
        """Return the expression at a path; raises KeyError where there is none that can be used."""
        source, checked = self._checked[path]
        return Expression(source, checked.tree, place_inside(self._document, path, 0))

    @property
    def paths(self) -> tuple[Path_, ...]:
        """The paths of the expressions that can be used."""
        return tuple(self._checked)

    def reads(self, path: Path_) -> tuple[str, ...]:
        """Return the paths of a spec that an expression may read, members of maps as ``*``."""
        return self._checked[path][1].reads

    def instead(self, path: Path_, tree: Tree, lets: Mapping[str, Tree] | None = None) -> Tree | None:
        """Return another parsed expression as checked in the place of this one; None where it is refused.

        `lets` are named expressions that have changed too.
        """
        scope = self._scopes[path]
        checked = check(tree, replace(scope, lets={**scope.lets, **(lets or {})}))
        return None if checked.faults else checked.tree

    def _lets(self, sections: Mapping[str, FieldType]) -> dict[str, Tree]:
        """Return the named expressions that can be read; they are checked wherever they are used."""
        lets: dict[str, Tree] = {}
        for name, source in mapping(self._document.data, "let").items():
            tree = self._parsed(("let", name), source) if isinstance(source, str) else None
            if name in sections:  # the section keeps its name
                continue
            if tree is None or not self._broken.isdisjoint(_WORDS(source)):
                self._broken.add(name)
            else:
                lets[name] = tree
        return lets

    def _standard(self) -> None:
        data = self._document.data
        given = self._conditions(data, (), ("applies_when",), self._scope)
        self._dates(data, (), given)
        for path, requirement in requirements(self._document):
            self._dates(requirement, path, given)
            self._requirement(requirement, path, given)

    def _dates(self, data: dict[str, Any], path: Path_, given: tuple[Tree, ...]) -> None:
        """Check the conditions of dates; they are judged by the vehicle alone, without lists and tables."""
        scope = replace(self._scope, lists={}, tables={})
        for at in whens(data.get("dates"), (*path, "dates")):
            self._one(at, scope.in_role("dates_when", *given))

    def _requirement(self, data: dict[str, Any], path: Path_, given: tuple[Tree, ...]) -> None:
        scope, unknown = self._scope, frozenset[str]()
        if isinstance(data.get("for_each"), str):
            member = self._one((*path, "for_each"), scope.in_role("for_each", *given))
            name = data.get("as")
            if member and isinstance(name, str):
                scope = scope.with_member(name, member)
            else:
                named = {name} if isinstance(name, str) else _unexplained(data, path, scope)
                unknown = frozenset(("key", *named))
        given = (*given, *self._conditions(data, path, ("where", "when"), scope, unknown))
        for at, _ in texts(data.get("require"), (*path, "require")):
            self._one(at, scope.in_role("require", *given), unknown)
        if "rung" in data:
            self._refuse_level(path)

    def _refuse_level(self, path: Path_) -> None:
        """Tell where a rung reads the level that it is to show."""
        for at, (_, checked) in self._checked.items():
            if at[: len(path)] == path and _LEVEL in checked.reads:
                what = Text("a rung does not read the level", "等级阶梯要求不得读取等级本身")
                mend = Text("say what the level takes", "请写明该等级所需的能力")
                self.problems.append(Problem(place_inside(self._document, at, 0), what, mend))

    def _conditions(
        self,
        data: dict[str, Any],
        path: Path_,
        roles: tuple[Role, ...],
        scope: Scope,
        unknown: frozenset[str] = frozenset(),
    ) -> tuple[Tree, ...]:
        found = [
            self._one((*path, role), scope.in_role(role), unknown)
            for role in roles
            if isinstance(data.get(role), str)
        ]
        return tuple(checked.tree for checked in found if checked)

    def _one(self, path: Path_, scope: Scope, unknown: frozenset[str] = frozenset()) -> Checked | None:
        """Check the expression at a path; None, its problems told, where it cannot be used."""
        source = _at(self._document.data, path)
        tree = self._parsed(path, source)
        if tree is None or not (self._broken | unknown).isdisjoint(_WORDS(source)):
            return None
        checked = check(tree, scope)
        for fault in checked.faults:
            self._tell_at_its_let(path, source, fault, scope)
        if checked.faults:
            return None
        self._checked[path] = source, checked
        self._scopes[path] = scope
        return checked

    def _tell_at_its_let(
        self, path: Path_, source: str, fault: Fault, scope: Scope, user: Path_ | None = None
    ) -> None:
        """Tell a fault where it is made: the checker places one inside a `let` at the name that is used."""
        word = _WORD(source, fault.offset)
        name = word[0] if word else ""
        if name in scope.lets:
            own = check(scope.lets[name], scope)
            inside = next((found for found in own.faults if found.what == fault.what), None)
            if inside:
                source = _at(self._document.data, ("let", name))
                self._tell_at_its_let(("let", name), source, inside, _without(scope, name), user or path)
                return
        self._tell(path, fault, user)

    def _parsed(self, path: Path_, source: str) -> Tree | None:
        try:
            return parse(source)
        except ExpressionError as error:
            self._tell(path, error.fault)
            return None

    def _tell(self, path: Path_, fault: Fault, user: Path_ | None = None) -> None:
        place = place_inside(self._document, path, fault.offset)
        if (place, fault.what) in self._told:  # one `let`, used many times
            return
        self._told.add((place, fault.what))
        what = fault.what
        if user is not None:
            line = self._document.place(user).line
            what = Text(f"{what.en}, where line {line} uses it", f"{what.zh}（第 {line} 行引用处）")
        self.problems.append(Problem(place, what, fault.mend))


def _unexplained(data: dict[str, Any], path: Path_, scope: Scope) -> set[str]:
    """Return the names in a requirement that `as` may have been meant to give, which is not there."""
    rules = (data.get(key) for key in ("where", "when", "require"))
    names, known = set[str](), {*scope.sections, *scope.lists, *scope.tables, *scope.lets, "as_of"}
    for _, source in (one for rule in rules for one in texts(rule, path)):
        with suppress(ExpressionError):
            for node in nodes(parse(source)):
                if node[0] == "ident":
                    names.add(node[2])
                elif node[0] == "macro":
                    known.update(node[3])
    return names - known


def _at(data: Any, path: Path_) -> Any:
    for key in path:
        data = data[key]
    return data


def _without(scope: Scope, name: str) -> Scope:
    """Return the scope in which a `let` is read: the names before it."""
    names = list(scope.lets)
    earlier = {other: scope.lets[other] for other in names[: names.index(name)]}
    return replace(scope, lets=earlier)
