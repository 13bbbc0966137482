"""The pages of the fields of a vehicle spec: path, meaning, unit, type, words, and who reads each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.model.standard import Standard
from checker.rendering.documentation.marking import anchor, anchor_name, code, link, plain, row, table_head
from checker.rendering.documentation.reading import page_of, read_by, read_in_scope
from checker.rendering.observed import unit_of
from checker.rendering.wording import Words
from checker.schemas.fields import Field, VehicleSchema

_MANY = 4  # requirements of one standard that are named one by one
_HEADS = ("path", "meaning", "unit", "type", "read_by")


class Reader(NamedTuple):
    """What reads a field; the requirement is None where the scope of the standard does."""

    standard: str
    requirement: str | None


def readers_of(standards: Iterable[Standard], schema: VehicleSchema) -> dict[str, list[Reader]]:
    """Return what reads each path: ``automation_features.*.level``."""
    found: dict[str, list[Reader]] = {}
    for standard in standards:
        for path in read_in_scope(standard, schema):
            found.setdefault(path, []).append(Reader(standard.id, None))
        for one in standard.requirements:
            for path in read_by(one, schema):
                found.setdefault(path, []).append(Reader(standard.id, one.id.partition("/")[2]))
    return found


def fields_of(schema: VehicleSchema) -> Iterator[tuple[str, Field]]:
    """Yield every field that a spec may have with its path, but what is for people alone."""
    yield from _below(schema.root, "")


def _below(field: Field, path: str) -> Iterator[tuple[str, Field]]:
    for key, inside in (field.fields or {}).items():
        if inside.type != "partial_spec" and (inside.type != "parameters" or inside.fields):
            here = f"{path}.{key}" if path else key
            yield here, inside
            yield from _below(inside, here)
    if field.of is not None and (field.of.fields is not None or field.of.of is not None):
        here = f"{path}.*" if field.type == "map" else f"{path}[0]"
        yield here, field.of
        yield from _below(field.of, here)


class FieldPages:
    """Writes the pages in one language."""

    def __init__(self, schema: VehicleSchema, words: Words, lang: str) -> None:
        self._schema, self._words, self._lang = schema, words, lang

    def pages(self, readers: Mapping[str, Sequence[Reader]]) -> Iterator[tuple[str, str]]:
        """Yield (name, Markdown) for each section of a vehicle spec, and for what stands above them."""
        grouped: dict[str, list[tuple[str, Field]]] = {}
        for path, field in fields_of(self._schema):
            grouped.setdefault(page_of(path, self._schema), []).append((path, field))
        for name, rows in grouped.items():
            first = rows[0][1].text if rows[0][0] == name else self._words("docs.spec")
            said = first.in_(self._lang)
            lines = [f"# {code(name)} {plain(said)}", "", link(self._say("docs.index"), "../index.md"), ""]
            lines += table_head(self._say(f"docs.{head}") for head in _HEADS)
            lines += (self._row(path, field, readers.get(path, ())) for path, field in rows)
            yield name, "\n".join(lines) + "\n"

    def _row(self, path: str, field: Field, readers: Sequence[Reader]) -> str:
        unit = unit_of(path, self._words) if field.unit else None
        return row(
            (
                f"{anchor(anchor_name(path))}{code(path.replace('[0]', '[]'))}",
                plain(field.text.in_(self._lang)),
                plain(unit.in_(self._lang) if unit else field.unit or ""),
                self._type(field),
                "; ".join(self._readers(readers)),
            )
        )

    def _type(self, field: Field) -> str:
        said = [self._say(f"docs.type.{field.type}")]
        inner = field.of if field.type == "list" else None
        if inner is not None:
            said[0] = self._say("docs.type.list_of", a=self._words(f"docs.type.{inner.type}"))
        if field.range:
            said.append(self._say(f"docs.range.{field.range}"))
        if field.min is not None:
            said.append(f"≥ {field.min:g}")
        if field.max is not None:
            said.append(f"≤ {field.max:g}")
        if field.absent_none:
            said.append(self._say("docs.absent_none"))
        terms = (inner or field).terms
        return "; ".join([*said, *([" ".join(map(code, terms))] if terms else [])])

    def _readers(self, readers: Sequence[Reader]) -> Iterator[str]:
        by_standard: dict[str, list[str | None]] = {}
        for reader in readers:
            by_standard.setdefault(reader.standard, []).append(reader.requirement)
        for standard, requirements in by_standard.items():
            page = f"../{standard}.md"
            named = [one for one in requirements if one is not None]
            head = link(code(standard), page)
            if len(named) > _MANY:
                yield f"{head} ({len(named)})"
            else:
                yield " ".join([head, *(link(code(one), f"{page}#{one}") for one in named)])

    def _say(self, key: str, **values: object) -> str:
        return self._words(key, **values).in_(self._lang)
