"""The bytes of a file -> the vehicles that it describes, every configuration of every document."""

from collections.abc import Callable, Iterable
from typing import Literal

from checker.documents import Document, read_documents
from checker.errors import Invalid, Problem
from checker.model.spec import Configuration, VehicleSpec
from checker.schemas.quick_check import is_valid
from checker.schemas.vehicle import VehicleSchema
from checker.specs.configurations import (
    base_and_full,
    fitted_out,
    plans,
    undecided,
    unknown_packages,
    without_variants,
)
from checker.specs.contradictions import contradictions
from checker.specs.extending import Extended, ReadFile, extend
from checker.specs.files import read_regular
from checker.specs.printed import StandardIds, resolve_printed
from checker.specs.qualifying import Qualified, qualify
from checker.specs.references import dangling
from checker.specs.statements import Statements

#: One document of a file: its configurations, or what is wrong with it.
Loaded = tuple[VehicleSpec, ...] | Invalid


def load_specs(  # noqa: PLR0913 - what only the floors above know
    data: bytes,
    file: str,
    *,
    schema: VehicleSchema,
    standard_ids: StandardIds,
    read_file: ReadFile = read_regular,
    known_numbers: Callable[[], Iterable[str]] = tuple,
    name_hint: Literal["yaml", "json"] | None = None,
    read: Callable[..., tuple[Document, ...]] = read_documents,
) -> tuple[Loaded, ...]:
    """Return each document of a file: its configurations, or an Invalid with all of its problems.

    A file that cannot be read at all is one Invalid; nothing is raised. `standard_ids` says which editions a
    printed number fits, `read_file` gives the files that `extends` names, and `known_numbers` those that a
    misprinted one may have meant. Without a `name_hint`, a name that ends in ".json" is read as JSON,
    everything else as YAML. `read` reads the file's own documents, as `read_documents` does.
    """
    hint = name_hint or ("json" if file.lower().endswith(".json") else "yaml")
    try:
        documents = read(data, file, name_hint=hint)
    except Invalid as invalid:
        return (invalid,)
    loaded: list[Loaded] = []
    for document in documents:
        try:
            whole = extend(document, data, schema.root, read_file)
            loaded.append(
                resolve(whole, schema=schema, standard_ids=standard_ids, known_numbers=known_numbers)
            )
        except Invalid as invalid:
            loaded.append(invalid)
    return tuple(loaded)


def resolve(
    whole: Extended,
    *,
    schema: VehicleSchema,
    standard_ids: StandardIds,
    known_numbers: Callable[[], Iterable[str]] = tuple,
) -> tuple[VehicleSpec, ...]:
    """Return the configurations of one document; raise Invalid with all that is wrong with it."""
    document = whole.document
    _raise_if_any(_problems_of(document, schema))
    specs = []
    for found, configurations in _configured(document, schema):
        basis = found.values.get("provenance", {}).get("default_basis", "declared")
        stated = Statements(document.source, found.rows, basis)
        notes = resolve_printed(found.values, stated, standard_ids, known_numbers)
        notes += contradictions(found.values, stated)
        specs += [
            VehicleSpec(
                file=document.file,
                digest=whole.digest,
                document=document.number,
                configuration=configuration,
                values=fitted_out(found, configuration),
                stated=stated,
                extended=whole.files,
                notes=notes,
                assumed=stated.assumed(),
            )
            for configuration in configurations
        ]
    return tuple(specs)


_Configured = list[tuple[Qualified, tuple[Configuration, ...]]]


def _configured(document: Document, schema: VehicleSchema) -> _Configured:
    """Return what configurations are made from, each with those that are; raise Invalid."""
    if document.data.get("variants"):
        return _variants(document, schema)
    found = qualify(without_variants(document), schema.root, schema.units)
    _raise_if_any([*found.problems, *dangling(found, document.source, ())])
    return [(found, base_and_full(found))]


def _variants(document: Document, schema: VehicleSchema) -> _Configured:
    planned, problems = plans(document, schema.root)
    configured: _Configured = []
    for plan in planned:
        wrong = list(_problems_of(plan.document, schema)) if plan.overridden else []
        if not wrong:
            found = qualify(plan.document, schema.root, schema.units)
            wrong = [
                *found.problems,
                *dangling(found, document.source, document.data["variants"]),
                *undecided(found.optional, document),
            ]
            configured.append((found, (plan.configuration,)))
        problems += wrong
    if len(configured) == len(document.data["variants"]):
        problems += unknown_packages(document, (name for found, _ in configured for name in found.packages))
    _raise_if_any(problems)
    return configured


def _problems_of(document: Document, schema: VehicleSchema) -> tuple[Problem, ...]:
    """Return what is wrong with a document by the vehicle schema; only a no is explained, which is slow."""
    if is_valid(document.data, schema):
        return ()
    from checker.schemas.json_schema import json_schema  # noqa: PLC0415 - slow, and rarely needed
    from checker.schemas.validation import explain  # noqa: PLC0415

    return explain(document, json_schema(schema))


def _raise_if_any(problems: Iterable[Problem]) -> None:
    found = dict.fromkeys(problems)
    if found:
        raise Invalid(found)
