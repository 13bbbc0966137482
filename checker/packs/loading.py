"""A rule file becomes a standard, or every problem in it is told."""

from collections.abc import Iterator
from itertools import chain
from pathlib import PurePath
from typing import Any

from checker.documents import Document, read_documents
from checker.errors import Invalid, Problem
from checker.expression.scope import Scope
from checker.model.standard import Clause, Source, Standard
from checker.packs.combinations import combination_problems
from checker.packs.dates import date_problems, read_dates
from checker.packs.digests import digest_of
from checker.packs.expressions import Expressions
from checker.packs.references import reference_problems, requirements
from checker.packs.requirements import Context, read_requirement
from checker.packs.scenarios import read_scenarios, scenario_problems
from checker.packs.shapes import bilingual, bilingual_or_none, listed, mapping
from checker.packs.tables import is_table, list_problems, read_table, table_problems
from checker.packs.translations import translation_problems
from checker.schemas.structure import structure_problems
from checker.schemas.vehicle import VehicleSchema, vehicle_type
from checker.text import Text


def load_standard(data: bytes, file: str, schema: VehicleSchema) -> Standard:
    """Return the standard of a rule file; raises Invalid with every problem, also those in expressions."""
    documents = read_documents(data, file, name_hint="yaml")
    problems = list(structure_problems(documents, "standard", file))
    if len(documents) != 1 or not isinstance(documents[0].data, dict):
        raise Invalid(problems)
    (document,) = documents
    problems += _own_problems(document, frozenset(schema.sections))
    bad_data = _data_problems(document)
    expressions = read_expressions(document, schema, frozenset(bad_data))
    problems += [*chain.from_iterable(bad_data.values()), *expressions.problems]
    if problems:
        raise Invalid(dict.fromkeys(problems))
    return _standard(document, digest_of(data), expressions)


def _own_problems(document: Document, sections: frozenset[str]) -> Iterator[Problem]:
    """Yield what is wrong with a rule file that no JSON Schema can say."""
    yield from _name_problem(document)
    yield from reference_problems(document, sections)
    yield from combination_problems(document)
    yield from translation_problems(document)
    yield from scenario_problems(document)
    yield from date_problems(document, document.data.get("dates"), ("dates",))
    for path, requirement in requirements(document):
        yield from date_problems(document, requirement.get("dates"), (*path, "dates"))


def _name_problem(document: Document) -> Iterator[Problem]:
    name, wanted = PurePath(document.file).stem, document.data.get("id")
    if isinstance(wanted, str) and wanted != name and not document.file.startswith("<"):
        what = Text(f"the file of '{wanted}' is called '{name}'", f"“{wanted}”的文件名为“{name}”")
        mend = Text(
            f"call the file {wanted}.yaml, or mend the id", f"请将文件命名为 {wanted}.yaml，或修改标识"
        )
        yield Problem(document.value_place(("id",)), what, mend)


def _data_problems(document: Document) -> dict[str, list[Problem]]:
    """Return the problems of the lists and tables that have any."""
    found = {
        name: list(find(document, value, (key, name)))
        for key, find in (("lists", list_problems), ("tables", table_problems))
        for name, value in mapping(document.data, key).items()
    }
    return {name: problems for name, problems in found.items() if problems}


def read_expressions(
    document: Document, schema: VehicleSchema, broken: frozenset[str] = frozenset()
) -> Expressions:
    """Return the expressions of a rule file; `broken` are lists and tables whose problems have been told."""
    sections = vehicle_type(schema).fields or {}
    written = {
        (key, name): value
        for key in ("lists", "tables")
        for name, value in mapping(document.data, key).items()
        if name not in sections  # else the section keeps its name
    }
    lists = {name: tuple(v) for (key, name), v in written.items() if key == "lists" and isinstance(v, list)}
    tables = {
        name: read_table(value)
        for (key, name), value in written.items()
        if key == "tables" and is_table(value) and name not in broken
    }
    unread = {name for _, name in written} - lists.keys() - tables.keys()
    return Expressions(document, Scope(sections, lists=lists, tables=tables), broken | unread)


def _standard(document: Document, digest: str, expressions: Expressions) -> Standard:
    data = document.data
    sources = {key: _source(value) for key, value in data.get("sources", {}).items()}
    named = {**data.get("let", {}), **data.get("lists", {}), **data.get("tables", {})}
    scenarios = read_scenarios(data.get("scenarios", {}))
    ids = tuple(scenario.id for scenario in scenarios)
    context = Context(document, data["id"], data["domain"], sources, named, expressions, ids)
    return Standard(
        id=data["id"],
        number=data["number"],
        title=bilingual(data["title"]),
        kind=data["kind"],
        legal_force=data["legal_force"],
        market=data["market"],
        domain=data["domain"],
        status=data["status"],
        place=document.place(("id",)),
        digest=digest,
        requirements=tuple(read_requirement(item, path, context) for path, item in requirements(document)),
        dates=read_dates(data.get("dates"), ("dates",), expressions),
        aliases=listed(data.get("aliases")),
        series=data.get("series"),
        replaces=listed(data.get("replaces")),
        applies_when=expressions(("applies_when",)) if "applies_when" in data else None,
        sources=sources,
        outline=tuple(map(_clause, data.get("outline", ()))),
        lists={name: tuple(items) for name, items in data.get("lists", {}).items()},
        tables={name: read_table(table) for name, table in data.get("tables", {}).items()},
        note=bilingual_or_none(data.get("note")),
        scenarios=scenarios,
    )


def _source(data: dict[str, Any]) -> Source:
    return Source(data["title"], data.get("url"), data["seen"], bilingual_or_none(data.get("note")))


def _clause(data: str | dict[str, Any]) -> Clause:
    if isinstance(data, str):
        return Clause(data)
    return Clause(data["clause"], bilingual_or_none(data.get("title")), bilingual_or_none(data.get("note")))
