"""The list that a person ticks off against the official text: what each rule says, in words, as Markdown."""

from collections.abc import Iterator, Mapping

from checker.evaluation.shortfalls import shown
from checker.expression.tree import Tree, nodes, unparse
from checker.model.standard import Expression, Requirement, Standard, Table
from checker.packs.recording import record_lines
from checker.rendering.asking import conditions, path_of, proof
from checker.rendering.naming import numbered
from checker.rendering.observed import unit_of
from checker.rendering.saying import Saying
from checker.rendering.wording import Words
from checker.schemas.fields import VehicleSchema
from checker.text import Text

_SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}
_TURNED = {"<": ">", "<=": "≥", ">": "<", ">=": "≤", "==": "=", "!=": "≠"}


class Sheet:
    """Writes the list of one standard in the reader's language; the rules' texts are always in both."""

    def __init__(self, standard: Standard, schema: VehicleSchema, words: Words, lang: str) -> None:
        self._standard, self._schema, self._words, self._lang = standard, schema, words, lang

    def markdown(self) -> str:
        """Return the list."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        """Yield the list, a line of Markdown each."""
        standard = self._standard
        yield f"# {self._say('verify.title', number=numbered(standard))}"
        yield from ("", _plain(standard.title.in_("both")), "", self._say("verify.how"), "")
        file = self._say("verify.file", file=standard.place.file, digest=standard.digest)
        yield f"- `{standard.id}`; {file}"
        verified = sum(requirement.verified for requirement in standard.requirements)
        yield f"- {self._say('verify.counts', n=len(standard.requirements), verified=verified)}"
        if standard.applies_when is not None:
            yield from self._expression("verify.applies", standard.applies_when)
        yield from ("", f"## {self._say('verify.sources')}", "")
        for key, source in standard.sources.items():
            address = f" <{source.url}>" if source.url else ""
            yield f"- `{key}`: {_plain(source.title)}{address}; {self._say(f'seen.{source.seen}')}"
            if source.note is not None:
                yield f"  {_plain(source.note.in_(self._lang))}"
        yield from ("", f"## {self._say('verify.requirements')}")
        for requirement in standard.requirements:
            yield ""
            yield from self._requirement(requirement)
        yield from ("", f"## {self._say('verify.record')}", "")
        yield self._say("verify.place", standard=standard.id)
        yield from ("", "```yaml")
        digests = {
            requirement.id.partition("/")[2]: requirement.digest for requirement in standard.requirements
        }
        yield "verified:"
        who = (f"<{self._say('verify.your_name')}>", "YYYY-MM-DD", f"<{self._say('verify.your_edition')}>")
        yield from record_lines(standard.id, who, digests)
        yield "```"

    def _requirement(self, one: Requirement) -> Iterator[str]:
        obligation = self._say("say.group", a=self._words(f"obligation.{one.obligation}"))
        clause = ", ".join(one.clause) or self._say("verify.no_clause")
        yield f"- [ ] **{clause}** `{one.id.partition('/')[2]}` {obligation}"
        yield from ("", f"  {_plain(one.text.en)}", "", f"  {_plain(one.text.zh)}", "")
        for line in self._facts(one):
            yield f"  {line}"

    def _facts(self, one: Requirement) -> Iterator[str]:
        if one.for_each is not None:
            none = self._words(
                "verify.none_named", said=self._words(f"verify.if_none.{one.for_each.if_none}")
            )
            yield self._line("verify.each", f"`{path_of(one.for_each)}` {self._say('say.group', a=none)}")
        for key, expression, members in conditions(one):
            yield from self._expression(key, expression, members)
        numbers = list(dict.fromkeys(self._numbers(one)))
        if numbers:
            yield self._line("verify.thresholds", "; ".join(f"`{number}`" for number in numbers))
        for said in proof(one, self._words):
            yield self._line("verify.proof", _plain(said.in_(self._lang)))
        for key in one.sources:
            seen = self._words(f"seen.{self._standard.sources[key].seen}")
            sure = self._words(f"terminal.confidence.{one.confidence}")
            told = self._words.join([Text(f"`{key}`", f"`{key}`"), seen, sure])
            yield self._line("verify.source", told.in_(self._lang))
        yield self._line("verify.digest", f"`{one.digest}`")

    def _expression(
        self, key: str, expression: Expression, members: Mapping[str, str] | None = None
    ) -> Iterator[str]:
        saying = Saying(self._schema, self._words, self._standard.lists, members)
        yield self._line(key, _plain(saying(expression.tree).in_(self._lang)))
        yield f"  `{' '.join(expression.source.split())}`"

    def _line(self, key: str, said: str) -> str:
        return f"- {self._say('verify.line', label=self._words(key), said=said)}"

    def _numbers(self, one: Requirement) -> Iterator[str]:
        where = one.for_each.where if one.for_each else None
        for expression in (where, one.when, *one.require):
            for node in nodes(expression.tree) if expression is not None else ():
                yield from self._compared(node)
                if node[0] == "call" and node[2] == "lookup":
                    yield _written_out(unparse(node[3]), self._standard.tables[node[3][2]])

    def _compared(self, node: Tree) -> Iterator[str]:
        """Yield a number that a field is compared with, with its sign and unit."""
        if node[0] != "op" or node[2] not in _SIGNS:
            return
        _, _, symbol, left, right = node
        sides = ((left, right, _SIGNS), (right, left, _TURNED))
        for field, number, signs in sides:
            if number[0] == "lit" and type(number[2]) in (int, float):
                path = next((part for part in nodes(field) if part[0] == "path" and part[3]), None)
                unit = unit_of(path[3][-1], self._words) if path else None
                told = f" {unit.in_(self._lang)}" if unit else ""
                yield f"{unparse(field)} {signs[symbol]} {shown(number[2])}{told}"

    def _say(self, key: str, **values: object) -> str:
        return self._words(key, **values).in_(self._lang)


def _written_out(name: str, table: Table) -> str:
    rows = "; ".join(", ".join(shown(cell) for cell in row) for row in table.rows)
    return f"{name} ({', '.join(table.columns)}): {rows}"


def _plain(text: str) -> str:
    """Return a text on one line, in which nothing is Markdown by accident."""
    line = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\`*_<>[]" else char for char in line)
