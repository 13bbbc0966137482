"""A checklist as Markdown, to be read and printed: a box to tick for each row, lines to write on."""

from collections.abc import Iterable, Iterator

from checker.exchange.answers import EVIDENCE, QUESTIONS, VALUES
from checker.exchange.checklist import Checklist, Exhibit, Gap, Question
from checker.rendering.checklists.saying import RANGE_IN_A_CELL, Said
from checker.rendering.wording import Words
from checker.text import Text

#: So many requirements are named at a field that they wait for; the rest are counted.
_NAMED = 6
_BLANK = "\\_\\_\\_\\_\\_\\_\\_\\_"
#: What is written by hand; the rest is for those who fill in a workbook.
_BY_HAND = {
    QUESTIONS.name: ("by", "date", "note"),
    VALUES.name: ("value", "basis", "ref", "date", "by"),
    EVIDENCE.name: ("key", "type", "title", "number", "issuer", "issued", "valid_until"),
}


def render_checklist_markdown(checklist: Checklist, words: Words, lang: str, file: str) -> bytes:
    """Return the list as it is written to ``file``; texts of rules and fields are in both languages."""
    return ("\n".join(_Writer(checklist, Said(words, RANGE_IN_A_CELL), lang).lines(file)) + "\n").encode()


class _Writer:
    def __init__(self, checklist: Checklist, said: Said, lang: str) -> None:
        self._list, self._said, self._lang = checklist, said, lang

    def lines(self, file: str) -> Iterator[str]:
        """Yield the lines of the file: by requirement without a spec, else by what is open."""
        made, said = self._list, self._said
        yield f"# {self._in(said.title(made))}"
        yield from ("", f"{self._in(said.made_from(made))}  ", f"`{made.origin.digest}`")
        if not made.origin.file:
            yield from ("", self._in(said.how(made, file)))
            yield from self._by_requirement()
            return
        rows: tuple[tuple[str, Iterable[Iterator[str]]], ...] = (
            (QUESTIONS.name, (self._question(one) for one in made.questions)),
            (VALUES.name, (self._gap(one) for one in made.gaps)),
            (EVIDENCE.name, (self._exhibit(one) for one in made.exhibits)),
        )
        for name, lines in rows:
            yield from ("", f"## {self._say(f'checklist.{name}')}")
            empty = True
            for row in lines:
                yield ""
                yield from row
                empty = False
            if empty:
                yield from ("", self._say("checklist.nothing"))
        for note in said.notes(made):
            yield from ("", self._in(note))

    def _by_requirement(self) -> Iterator[str]:
        made = self._list
        questions = {one.requirement: one for one in made.questions}
        exhibits = {one.requirement: one for one in made.exhibits}
        applies = [gap for gap in made.gaps if gap.applicability]
        if applies:
            yield from ("", f"## {self._in(self._said.applies(applies[0]) or Text('', ''))}")
            for gap in applies:
                yield ""
                yield from self._gap(gap)
        yield from ("", f"## {self._say('checklist.requirements')}")
        for id_ in made.asking:
            yield from ("", f"### {self._heading(id_)}", "")
            yield from self._texts(made.asking[id_].text, "")
            for question in filter(None, [questions.get(id_)]):
                yield ""
                yield from self._question(question, named=False)
            for gap in (gap for gap in made.gaps if id_ in gap.decides):
                yield ""
                yield from self._gap(gap, named=False)
            for exhibit in filter(None, [exhibits.get(id_)]):
                yield ""
                yield from self._exhibit(exhibit, named=False)

    def _question(self, one: Question, *, named: bool = True) -> Iterator[str]:
        yield (
            f"- [ ] **{self._heading(one.requirement)}**"
            if named
            else f"- [ ] **{_plain(one.asks.in_('both'))}**"
        )
        if named:
            yield from ("", *self._texts(one.asks, "  "))
        if one.earlier:
            yield from ("", f"  {self._labelled('stated', _plain(one.earlier))}")
        verdicts = " · ".join(f"☐ {self._in(means)}" for means in self._said.choices("verdict").values())
        yield from ("", f"  {verdicts}  ", f"  {self._by_hand(QUESTIONS.name)}")
        yield from self._tied(one.configurations, one.digests)

    def _gap(self, one: Gap, *, named: bool = True) -> Iterator[str]:
        yield f"- [ ] **`{one.path}`**: {_plain(one.field.text.in_('both'))}"
        yield from ("", f"  {self._in(self._said.allowed(one.field))}  ")
        for key, text in (("needs", self._said.proof(one)), ("stated", _same("; ".join(one.stated)))):
            if text is not None:
                yield f"  {self._labelled(key, self._in(text))}  "
        columns = ("value",) if one.field.plain else _BY_HAND[VALUES.name]
        waits = named and bool(one.decides or one.applicability)
        yield f"  {self._by_hand(VALUES.name, columns)}{'  ' if waits else ''}"
        if waits:
            yield f"  {self._labelled('decides', self._waiting(one))}"
        yield from self._tied(one.configurations, ())

    def _exhibit(self, one: Exhibit, *, named: bool = True) -> Iterator[str]:
        needs = self._in(self._said.evidence(one))
        if named:
            yield f"- [ ] **{self._heading(one.requirement)}**"
            asking = self._list.asking.get(one.requirement)
            yield from ("", *(self._texts(asking.text, "  ") if asking else ()), "", f"  {needs}  ")
        else:
            yield f"- [ ] **{needs}**"
            yield ""
        yield f"  {self._by_hand(EVIDENCE.name)}"
        yield from self._tied(one.configurations, ())

    def _heading(self, id_: str) -> str:
        asking = self._list.asking.get(id_)
        clause = f"{_plain(asking.number)} {_plain(', '.join(asking.clause))}".strip() if asking else ""
        return f"{clause} `{id_}`".strip()

    def _texts(self, text: Text, indent: str) -> Iterator[str]:
        """Yield a text in both languages, a line each."""
        both = tuple(dict.fromkeys(text))
        for number, one in enumerate(both, start=1):
            yield f"{indent}{_plain(one)}{'  ' if number < len(both) else ''}"

    def _waiting(self, one: Gap) -> str:
        applies = self._said.applies(one)
        named = [f"`{id_}`" for id_ in one.decides[:_NAMED]]
        if len(one.decides) > _NAMED:
            named.append(self._say("observed.more", n=len(one.decides) - _NAMED))
        return ", ".join([*([self._in(applies)] if applies else []), *named])

    def _by_hand(self, name: str, columns: tuple[str, ...] | None = None) -> str:
        keys = columns or _BY_HAND[name]
        return " · ".join(self._labelled(key, _BLANK) for key in keys)

    def _labelled(self, key: str, said: str) -> str:
        label = self._said.words(f"checklist.column.{key}")
        return self._said.words("verify.line", label=label, said=said).in_(self._lang)

    def _tied(self, configurations: tuple[str, ...], digests: tuple[str, ...]) -> Iterator[str]:
        if configurations:
            named = ", ".join(f"`{key}`" for key in configurations)
            yield from ("", f"  {self._labelled('configurations', named)}")
        if digests:
            yield from ("", f"  {self._labelled('digest', ', '.join(f'`{one}`' for one in digests))}")

    def _say(self, key: str, **values: object) -> str:
        return self._in(self._said.words(key, **values))

    def _in(self, text: Text) -> str:
        return _plain(text.in_(self._lang))


def _same(text: str) -> Text | None:
    return Text(text, text) if text else None


def _plain(text: str) -> str:
    """Return a text on one line, in which nothing is Markdown or HTML by accident."""
    line = "".join(char for char in " ".join(text.split()) if char.isprintable())
    return "".join(f"\\{char}" if char in "\\`*_<>[]#|&~" else char for char in line)
