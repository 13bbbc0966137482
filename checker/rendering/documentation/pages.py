"""All pages of the rules, in both languages: path -> Markdown."""

from collections.abc import Iterator, Mapping, Sequence

from checker.model.assessment import Coverage
from checker.model.standard import Standard
from checker.rendering.documentation.field_pages import FieldPages, readers_of
from checker.rendering.documentation.marking import code, link, plain, row, table_head
from checker.rendering.documentation.standard_page import Counted, StandardPage
from checker.rendering.naming import numbered
from checker.rendering.wording import Words
from checker.schemas.fields import VehicleSchema

LANGUAGES = ("en", "zh")


def pages(
    standards: Sequence[Standard],
    schema: VehicleSchema,
    words: Words,
    coverages: Mapping[str, Coverage],
    examples: Mapping[str, Counted],
) -> Iterator[tuple[str, str]]:
    """Yield (path, Markdown): an index, a page for each standard, one for each section of a spec.

    `coverages` are by the id of a standard, `examples` by the full id of a requirement. Links lead to these
    pages only: an edition that is not among them is named without one.
    """
    readers = readers_of(standards, schema)
    known = frozenset(one.id for one in standards)
    for lang in LANGUAGES:
        fields = dict(FieldPages(schema, words, lang).pages(readers))
        yield f"{lang}/index.md", _index(standards, list(fields), words, lang)
        for standard in standards:
            page = StandardPage(standard, schema, words, lang, known)
            yield f"{lang}/{standard.id}.md", page.markdown(coverages[standard.id], examples)
        for name, text in fields.items():
            yield f"{lang}/fields/{name}.md", text


def _index(standards: Sequence[Standard], fields: Sequence[str], words: Words, lang: str) -> str:
    def say(key: str) -> str:
        return words(key).in_(lang)

    lines = [f"# {say('docs.index')}", "", say("docs.how"), "", f"## {say('docs.standards')}", ""]
    lines += table_head(say(f"docs.{key}") for key in ("number", "title", "market", "requirements"))
    for one in standards:
        cells = (link(plain(numbered(one)), f"{one.id}.md"), plain(one.title.in_(lang)), one.market)
        lines.append(row((*cells, str(len(one.requirements)))))
    lines += ["", f"## {say('docs.fields')}", ""]
    lines += [f"- {link(code(name), f'fields/{name}.md')}" for name in fields]
    return "\n".join(lines) + "\n"
