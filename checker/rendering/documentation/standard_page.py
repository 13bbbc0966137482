"""The page of one standard: what it is, where it was read, how far it was transcribed, every requirement."""

from collections.abc import Collection, Iterator, Mapping

from checker.model.assessment import Coverage
from checker.model.standard import Dates, Expression, Requirement, Standard
from checker.packs.coverage import at_or_above
from checker.rendering.asking import conditions, path_of, proof
from checker.rendering.documentation.marking import anchor, code, link, plain, row, table_head
from checker.rendering.documentation.reading import field_place, read_by
from checker.rendering.naming import numbered
from checker.rendering.saying import Saying
from checker.rendering.wording import Words
from checker.schemas.fields import VehicleSchema
from checker.text import Text

#: Outcomes of examples -> how many there are.
Counted = Mapping[str, int]


class StandardPage:
    """Writes the page of one standard in one language."""

    def __init__(
        self, standard: Standard, schema: VehicleSchema, words: Words, lang: str, known: Collection[str]
    ) -> None:
        """`known` are the ids of the standards that have pages."""
        self._standard, self._schema, self._words, self._lang = standard, schema, words, lang
        self._known = known

    def markdown(self, coverage: Coverage, examples: Mapping[str, Counted]) -> str:
        """Return the page; `examples` are by full id."""
        standard = self._standard
        lines = [f"# {plain(numbered(standard))} {plain(standard.title.in_(self._lang))}", ""]
        lines += [link(self._say("docs.index"), "index.md"), ""]
        lines += self._facts()
        if standard.note:
            lines += ["", plain(standard.note.in_(self._lang))]
        lines += ["", f"## {self._say('verify.sources')}", "", *self._sources()]
        lines += ["", f"## {self._say('docs.coverage')}", "", self._covered(coverage), *self._outline()]
        lines += ["", f"## {self._say('verify.requirements')}"]
        for requirement in standard.requirements:
            lines += ["", *self._requirement(requirement, examples.get(requirement.id, {}))]
        return "\n".join(lines) + "\n"

    def _facts(self) -> Iterator[str]:
        standard, words = self._standard, self._words
        yield self._line("docs.id", code(standard.id))
        yield self._line("docs.kind", self._say(f"kind.{standard.kind}"))
        yield self._line("docs.force", self._say(f"legal.{standard.legal_force}"))
        yield self._line("docs.market", standard.market)
        yield self._line("docs.domain", self._say(f"domain.{standard.domain}"))
        yield self._line("docs.status", self._say(f"docs.status.{standard.status}"))
        if standard.series:
            yield self._line("docs.series", standard.series)
        if standard.aliases:
            yield self._line("docs.aliases", plain(words.join([Text(a, a) for a in standard.aliases]).en))
        if standard.replaces:
            yield self._line("docs.replaces", ", ".join(map(self._edition, standard.replaces)))
        yield self._line("docs.file", f"{code(standard.place.file)}, {code(standard.digest)}")
        yield from (self._line("docs.dates", self._dates(dates)) for dates in standard.dates)
        if standard.applies_when is not None:
            yield from self._expression("verify.applies", standard.applies_when)

    def _edition(self, standard_id: str) -> str:
        return (
            link(code(standard_id), f"{standard_id}.md") if standard_id in self._known else code(standard_id)
        )

    def _dates(self, dates: Dates) -> str:
        said = []
        for key in ("published", "new_types", "all_vehicles", "ended"):
            day = getattr(dates, key)
            what = self._words(f"dates.{key}")
            if day == "none":
                said.append(self._words("dates.never", what=what))
            elif day is not None:
                said.append(self._words("dates.on", what=what, date=day))
        listed = plain(self._words.join(said).in_(self._lang))
        return f"{listed} ({code(dates.when.source)})" if dates.when else listed

    def _sources(self) -> Iterator[str]:
        for key, source in self._standard.sources.items():
            address = f" <{source.url}>" if source.url else ""
            said = f"{plain(source.title)}{address}"
            yield f"- {code(key)}: {self._say('docs.joined', a=said, b=self._words(f'seen.{source.seen}'))}"
            if source.note is not None:
                yield f"  {plain(source.note.in_(self._lang))}"
        if not self._standard.sources:
            yield self._say("docs.no_source")

    def _covered(self, coverage: Coverage) -> str:
        counts = {"n": coverage.requirements, "verified": coverage.verified}
        said = self._say("verify.counts", **counts)
        if coverage.clauses is None:
            return self._say("docs.joined", a=self._words("docs.no_outline"), b=said)
        known = {"transcribed": coverage.transcribed, "clauses": coverage.clauses}
        return self._say("docs.joined", a=self._words("docs.covered", **known), b=said)

    def _outline(self) -> Iterator[str]:
        if not self._standard.outline:
            return
        yield ""
        yield from table_head(self._say(f"docs.{key}") for key in ("clause", "about", "requirements"))
        for clause in self._standard.outline:
            named = [one for one in self._standard.requirements if _is_in(one, clause.number)]
            about = [text.in_(self._lang) for text in (clause.title, clause.note) if text is not None]
            links = " ".join(link(code(_short(one)), f"#{_short(one)}") for one in named)
            yield row((plain(clause.number), plain(". ".join(about)), links))

    def _requirement(self, one: Requirement, examples: Counted) -> Iterator[str]:
        name = _short(one)
        yield f"{anchor(name)}"
        yield ""
        yield f"### {plain(', '.join(one.clause) or self._say('verify.no_clause'))} {code(name)}"
        yield ""
        obligation = self._say("say.group", a=self._words(f"obligation.{one.obligation}"))
        title = f"**{plain(one.title.in_(self._lang))}** " if one.title else ""
        yield f"{title}{plain(one.text.in_(self._lang))} {obligation}"
        yield ""
        yield from self._asked(one)
        yield from (self._line("docs.dates", self._dates(dates)) for dates in one.dates)
        if one.remedy is not None:
            yield self._line("docs.remedy", plain(one.remedy.in_(self._lang)))
        if one.domain != self._standard.domain:
            yield self._line("docs.domain", self._say(f"domain.{one.domain}"))
        if one.scenarios:
            yield self._line("docs.scenarios", ", ".join(map(code, one.scenarios)))
        read = [Text(code(key), code(key)) for key in one.sources]
        read.append(self._words(f"terminal.confidence.{one.confidence}"))
        read.append(self._words("docs.verified" if one.verified else "docs.not_verified"))
        yield self._line("verify.source", self._words.join(read).in_(self._lang))
        counted = self._words.join(
            [self._words(f"docs.example.{kind}", n=count) for kind, count in examples.items() if count]
        )
        yield self._line("docs.examples", counted.in_(self._lang) or self._say("docs.none"))

    def _asked(self, one: Requirement) -> Iterator[str]:
        if (each := one.for_each) is not None:
            none = self._say("verify.none_named", said=self._words(f"verify.if_none.{each.if_none}"))
            yield self._line("verify.each", f"{code(path_of(each))} ({none})")
        for key, expression, members in conditions(one):
            yield from self._expression(key, expression, members)
        yield from (
            self._line("verify.proof", plain(said.in_(self._lang))) for said in proof(one, self._words)
        )
        reads = [
            link(code(path), f"fields/{field_place(path, self._schema)}")
            for path in read_by(one, self._schema)
        ]
        if reads:
            yield self._line("docs.reads", ", ".join(reads))
        weight = (
            self._say("docs.points", n=one.weight) if one.rung is None and one.obligation != "may" else ""
        )
        if weight:
            yield self._line("docs.weight", weight)

    def _expression(
        self, key: str, expression: Expression, members: Mapping[str, str] | None = None
    ) -> Iterator[str]:
        saying = Saying(self._schema, self._words, self._standard.lists, members)
        yield self._line(key, plain(saying(expression.tree).in_(self._lang)))
        yield f"  {code(expression.source)}"

    def _line(self, key: str, said: str) -> str:
        return f"- {self._say('verify.line', label=self._words(key), said=said)}"

    def _say(self, key: str, **values: object) -> str:
        return self._words(key, **values).in_(self._lang)


def _short(one: Requirement) -> str:
    return one.id.partition("/")[2]


def _is_in(one: Requirement, clause: str) -> bool:
    return any(clause in at_or_above(printed) for printed in one.clause)
