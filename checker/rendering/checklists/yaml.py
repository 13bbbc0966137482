"""A checklist as YAML: what a person needs to know as comments, what is to be filled in as empty keys."""

from collections.abc import Iterable, Iterator
from json import dumps
from typing import Any

from checker.exchange.answers import EVIDENCE, QUESTIONS, TYPES, VALUES
from checker.exchange.checklist import FORMAT, SCHEMA, Checklist, Exhibit, Gap, Question
from checker.rendering.checklists.saying import Said, clause_of
from checker.rendering.wording import Words
from checker.text import Text


def render_checklist_yaml(checklist: Checklist, words: Words, lang: str, file: str) -> bytes:
    """Return the list as it is written to ``file``; the same list gives the same bytes."""
    return ("\n".join(_Writer(checklist, Said(words), lang).lines(file)) + "\n").encode()


class _Writer:
    def __init__(self, checklist: Checklist, said: Said, lang: str) -> None:
        self._list, self._said, self._lang = checklist, said, lang

    def lines(self, file: str) -> Iterator[str]:
        """Yield the lines of the file."""
        checklist, said = self._list, self._said
        yield f"# yaml-language-server: $schema={SCHEMA}"
        for text in (said.title(checklist), said.how(checklist, file), *said.notes(checklist)):
            yield from self._comment(text, "")
        yield f"checklist: {FORMAT}"
        origin = checklist.origin
        if origin.file:
            yield f"spec: {{file: {quoted(origin.file)}, digest: {quoted(origin.digest)}}}"
        else:
            yield f"standards: {{digest: {quoted(origin.digest)}}}"
        yield f"as_of: {origin.as_of}"
        parts: tuple[tuple[str, Iterable[Iterator[str]]], ...] = (
            (QUESTIONS.name, (self._question(one) for one in checklist.questions)),
            (VALUES.name, (self._gap(one) for one in checklist.gaps)),
            (EVIDENCE.name, (self._exhibit(one) for one in checklist.exhibits)),
        )
        for name, rows in parts:
            yield ""
            yield from self._comment(said.words(f"checklist.{name}"), "")
            yield f"{name}:"
            for row in rows:
                yield from row

    def _question(self, one: Question) -> Iterator[str]:
        yield from self._asked(one.requirement)
        yield f"  - requirement: {one.requirement}"
        yield from self._clause(one.requirement)
        yield f"    question: {_both(one.asks)}"
        if one.earlier:
            yield f"    stated: {quoted(one.earlier)}"
        yield from self._tied(one.configurations, one.digests)
        yield from self._empty(QUESTIONS.filled)

    def _gap(self, one: Gap) -> Iterator[str]:
        applies = self._said.applies(one)
        if applies is not None:
            yield from self._comment(applies, "  ")
        yield f"  - path: {quoted(one.path)}"
        yield f"    means: {_both(one.field.text)}"
        yield f"    allowed: {_both(self._said.allowed(one.field))}"
        if one.stated:
            yield f"    stated: {quoted('; '.join(one.stated))}"
        needs = self._said.proof(one)
        if needs is not None:
            yield f"    needs: {_both(needs)}"
        yield f"    decides: [{', '.join(one.decides)}]"
        yield from self._tied(one.configurations, (one.digest,))
        filled = [name for name in VALUES.filled if name == "value" or not one.field.plain]
        columns = [name for name in filled if name != "unit" or one.units]
        yield from self._empty(columns, {"unit": ", ".join(one.units)})

    def _exhibit(self, one: Exhibit) -> Iterator[str]:
        yield from self._asked(one.requirement)
        yield f"  - requirement: {one.requirement}"
        yield from self._clause(one.requirement)
        yield f"    kind: [{', '.join(one.kinds)}]"
        yield f"    needs: {_both(self._said.evidence(one))}"
        yield from self._tied(one.configurations, (one.digest,))
        types = [kind for name in one.kinds for kind in TYPES[name]]
        yield from self._empty(EVIDENCE.filled, {"type": ", ".join(types)})

    def _asked(self, id_: str) -> Iterator[str]:
        asking = self._list.asking.get(id_)
        for text in dict.fromkeys(asking.text) if asking is not None else ():
            yield f"  # {one_line(text)}"

    def _clause(self, id_: str) -> Iterator[str]:
        clause = clause_of(self._list.asking.get(id_))
        if clause:
            yield f"    clause: {quoted(clause)}"

    def _tied(self, configurations: tuple[str, ...], digests: tuple[str, ...]) -> Iterator[str]:
        if configurations:
            yield f"    configurations: [{', '.join(configurations)}]"
        if len(digests) == 1:
            yield f"    digest: {digests[0]}"
        elif digests:
            yield f"    digest: [{', '.join(digests)}]"

    def _empty(self, columns: Iterable[str], choices: dict[str, str] | None = None) -> Iterator[str]:
        """Yield the keys that a person fills in, each with what can be chosen."""
        for column in columns:
            words = (choices or {}).get(column) or ", ".join(self._said.choices(column))
            yield f"    {column}:{f'  # {words}' if words else ''}"

    def _comment(self, text: Text, indent: str) -> Iterator[str]:
        yield f"{indent}# {one_line(text.in_(self._lang))}"


def quoted(value: Any) -> str:
    """Return a text between quotes as JSON and YAML read it, in which nothing ends the line."""
    written = dumps(value, ensure_ascii=False)
    return "".join(char if char.isprintable() else _escaped(char) for char in written)


def one_line(text: str) -> str:
    """Return a text that stays on its line, whatever is in it."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def _both(text: Text) -> str:
    return f"{{en: {quoted(text.en)}, zh: {quoted(text.zh)}}}"
