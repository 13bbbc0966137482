"""An expression of a rule in words, so that somebody who reads no rules can compare it with a text."""

from collections.abc import Mapping, Sequence

from checker.evaluation.shortfalls import shown
from checker.expression.tree import Tree, unparse
from checker.rendering.observed import measured, unit_of
from checker.rendering.wording import Words
from checker.schemas.fields import VehicleSchema
from checker.text import Text

_COMPARED = {"==": "is", "!=": "is_not", "<": "less", "<=": "at_most", ">": "more", ">=": "at_least"}
#: Functions that are said by name; the others are shown as they are written.
_CALLS = frozenset(
    (
        "lower",
        "upper",
        "covers",
        "fitted",
        "size",
        "add_months",
        "add_years",
        "days_between",
        "min",
        "max",
        "sum",
    )
)
_MACROS = frozenset(("exists", "all", "exists_one", "filter"))


class Saying:
    """Says expressions of one standard in both languages."""

    def __init__(
        self,
        schema: VehicleSchema,
        words: Words,
        lists: Mapping[str, Sequence[object]],
        members: Mapping[str, str] | None = None,
    ) -> None:
        """`members` are variables and the path of what each stands for: ``automation_features.*``."""
        self._schema, self._words, self._lists = schema, words, lists
        self._members = dict(members or {})

    def __call__(self, tree: Tree) -> Text:
        """Return a checked expression in words."""
        match tree:
            case ("and" | "or" as kind, _, *operands):
                return self._joined(f"say.{kind}", [self._grouped(operand, kind) for operand in operands])
            case ("not", _, ("op", _, "in", item, collection)):
                return self._membership(item, collection, "none_of", "not_among")
            case ("not", _, ("path", *_) as operand):
                return self._words("say.no", a=self(operand))
            case ("not", _, operand):
                return self._words("say.not", a=self(operand))
            case ("op", _, "==", ("call", _, "missing", wanted, stated), ("list", _)):
                return self._words("say.has_all", a=self(stated), b=self(wanted))
            case ("op", _, "in", item, collection):
                return self._membership(item, collection, "one_of", "among")
            case ("op", _, symbol, left, right) if symbol in _COMPARED:
                return self._comparison(symbol, left, right)
            case ("op", _, symbol, left, right):
                return self._joined_by(f" {symbol} ", left, right)
            case ("cond", _, condition, then, otherwise):
                return self._words("say.if", a=self(condition), b=self(then), c=self(otherwise))
            case _:
                return self._term(tree)

    def _term(self, tree: Tree) -> Text:
        match tree:
            case ("path", _, root, fields, _):
                return self._named(root, fields)
            case ("lit", _, value):
                return Text(shown(value), shown(value))
            case ("list", _, *items):
                return self._words.join([self(item) for item in items])
            case ("call", _, "double", operand):
                return self(operand)
            case ("call", _, "lookup", table, ("map", _, *entries), *_):
                keys = self._words.join([self(value) for value in entries[1::2]])
                return self._words("say.lookup", a=unparse(table), b=keys)
            case ("call", _, name, *arguments) if name in _CALLS:
                parts = dict(zip("abc", map(self, arguments), strict=False))
                if name in ("min", "max") and len(arguments) != 1:
                    parts = {"a": self._words.join([self(argument) for argument in arguments])}
                return self._words(f"say.{name}", **parts)
            case ("macro", _, name, variables, target, None, body) if name in _MACROS:
                return self._macro(name, variables, target, body)
            case _:
                return Text(unparse(tree), unparse(tree))

    def _named(self, root: str, fields: Sequence[str]) -> Text:
        if root == "as_of" and not fields:
            return self._words("say.as_of")
        if root in self._lists and not fields:
            return self._words.join([Text(shown(item), shown(item)) for item in self._lists[root]])
        if root == "key" and not fields:
            return self._words("say.key")
        path = self._path(root, fields)
        field = self._schema.field(path) if path else None
        if root in self._members and not fields and (field is None or not field.text.en):
            return self._words("say.it")
        if field is None or not field.text.en:
            plain = ".".join((root, *fields))
            return Text(plain, plain)
        return self._words("say.named", a=field.text)

    def _path(self, root: str, fields: Sequence[str]) -> str | None:
        base = self._members.get(root, root)
        return ".".join((base, *fields)) if base else None

    def _comparison(self, symbol: str, left: Tree, right: Tree) -> Text:
        if right[0] == "lit" and isinstance(right[2], bool) and symbol in ("==", "!="):
            return self._words("say.yes" if right[2] == (symbol == "==") else "say.no", a=self(left))
        sides = {"a": self._with_unit(left, right), "b": self._with_unit(right, left)}
        return self._words(f"say.{_COMPARED[symbol]}", **sides)

    def _with_unit(self, side: Tree, other: Tree) -> Text:
        """Return one side of a comparison, a number with the unit of the field that it is compared with."""
        said = self(side)
        while other[0] == "call" and len(other) > 3:
            other = other[3]
        if side[0] != "lit" or isinstance(side[2], str) or other[0] != "path":
            return said
        unit = unit_of(other[3][-1] if other[3] else other[2], self._words)
        return said if unit is None else measured(said, unit, self._words)

    def _membership(self, item: Tree, collection: Tree, of_words: str, of_field: str) -> Text:
        constant = collection[0] == "list" or (collection[0] == "path" and collection[2] in self._lists)
        return self._words(f"say.{of_words if constant else of_field}", a=self(item), b=self(collection))

    def _macro(self, name: str, variables: tuple[str, ...], target: Tree, body: Tree) -> Text:
        outer = dict(self._members)
        path = self._path(target[2], target[3]) if target[0] == "path" else None
        field = self._schema.field(path) if path else None
        item = "[0]" if field is not None and field.type == "list" else ".*"
        for variable in variables:  # a key's own name says nothing; the last one is the member
            self._members[variable] = ""
        self._members[variables[-1]] = f"{path}{item}" if path else ""
        said = self._words(f"say.{name}", a=self(target), b=self(body))
        self._members = outer
        return said

    def _grouped(self, tree: Tree, within: str) -> Text:
        said = self(tree)
        if tree[0] in ("and", "or", "cond") and tree[0] != within:
            return self._words("say.group", a=said)
        return said

    def _joined(self, key: str, parts: Sequence[Text]) -> Text:
        between = self._words(key)
        return Text(between.en.join(part.en for part in parts), between.zh.join(part.zh for part in parts))

    def _joined_by(self, sign: str, left: Tree, right: Tree) -> Text:
        first, second = self._operand(left), self._operand(right)
        return Text(f"{first.en}{sign}{second.en}", f"{first.zh}{sign}{second.zh}")

    def _operand(self, tree: Tree) -> Text:
        return self._words("say.group", a=self(tree)) if tree[0] in ("op", "cond") else self(tree)
