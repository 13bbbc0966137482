"""One requirement of a rule file that nothing is wrong with, as the model has it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast, get_args

from checker.documents import Document, Path_
from checker.model.standard import (
    Confidence,
    Evidence,
    Example,
    Expression,
    ForEach,
    Proof,
    Requirement,
    Source,
)
from checker.packs.combinations import if_none
from checker.packs.dates import read_dates
from checker.packs.digests import requirement_digest
from checker.packs.scenarios import scenarios_named
from checker.packs.shapes import bilingual, bilingual_or_none, listed, texts
from checker.record import Record

#: What of a standard may have been seen for a rule to count as compared with it.
VERIFYING = ("standard_text", "official_page")
OUTCOMES = get_args(Example.__annotations__["outcome"])


class Context(Record):
    """What a requirement takes from its file."""

    document: Document
    standard: str  # id
    domain: str
    sources: Mapping[str, Source]
    named: Mapping[str, Any]  # let, lists and tables as written
    expression: Callable[[Path_], Expression]  # the checked expression at a path
    scenarios: tuple[str, ...] = ()  # ids of the scenarios of the file


def read_requirement(data: dict[str, Any], path: Path_, context: Context) -> Requirement:
    """Return a requirement, with all that is derived: sources, verified, digest."""
    sources = tuple(listed(data.get("source"))) or tuple(context.sources)
    confidence: Confidence = data.get("confidence", "high")
    impossible = data.get("examples", {}).get("fail")
    return Requirement(
        id=f"{context.standard}/{data['id']}",
        place=context.document.place(path),
        text=bilingual(data["text"]),
        domain=data.get("domain", context.domain),
        title=bilingual_or_none(data.get("title")),
        clause=listed(data.get("clause")),
        obligation=data.get("obligation", "shall"),
        weight=data.get("weight", 1),
        rung=data.get("rung"),
        when=context.expression((*path, "when")) if "when" in data else None,
        require=tuple(context.expression(at) for at, _ in texts(data.get("require"), (*path, "require"))),
        evidence=_evidence(data.get("evidence")),
        review=bilingual_or_none(data.get("review")),
        proof=Proof(**data["proof"]) if "proof" in data else None,
        for_each=_for_each(data, path, context) if "for_each" in data else None,
        remedy=bilingual_or_none(data.get("remedy")),
        dates=read_dates(data.get("dates"), (*path, "dates"), context.expression),
        sources=sources,
        confidence=confidence,
        verified=is_verified(sources, confidence, context.sources),
        digest=requirement_digest({**data, "id": f"{context.standard}/{data['id']}"}, context.named),
        no_failing_example=bilingual(impossible["impossible"]) if isinstance(impossible, dict) else None,
        examples=tuple(_examples(data.get("examples", {}), (*path, "examples"), context.document)),
        scenarios=scenarios_named(data.get("scenario"), context.scenarios),
    )


def is_verified(keys: tuple[str, ...], confidence: Confidence, sources: Mapping[str, Source]) -> bool:
    """Return whether every source showed the standard's own words, and the author was sure of them."""
    return confidence != "low" and bool(keys) and all(sources[key].seen in VERIFYING for key in keys)


def _evidence(data: dict[str, Any] | None) -> Evidence | None:
    return Evidence(listed(data["kind"]), data.get("max_age_months")) if data else None


def _for_each(data: dict[str, Any], path: Path_, context: Context) -> ForEach:
    said = if_none(data)
    return ForEach(
        path=context.expression((*path, "for_each")),
        name=data["as"],
        where=context.expression((*path, "where")) if "where" in data else None,
        if_none=cast("Any", said),
    )


def _examples(data: dict[str, Any], path: Path_, document: Document) -> Iterator[Example]:
    for outcome in OUTCOMES:
        value = data.get(outcome)
        if isinstance(value, list):
            for index, spec in enumerate(value):
                yield Example(outcome, spec, document.place((*path, outcome, index)))
