"""Listings as JSON: standards, profiles, correspondence, catalogue; they fit ``listing.schema.json``."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from checker import __version__
from checker.assessment.standardization import Region, Standing, State, Tally
from checker.model.catalogue import Pair
from checker.model.standard import Dates, Profile, Requirement, Source, Standard
from checker.packs.coverage import coverage_of
from checker.rendering.catalogue import Name
from checker.rendering.jsonable import coverage_data, text_data
from checker.rendering.profile import profile_data
from checker.text import Text


def render_standards_json(standards: Iterable[Standard], *, requirements: bool) -> bytes:
    """Return standards as UTF-8 JSON, each with its requirements where these are asked for."""
    rows = [_standard(one, requirements=requirements) for one in standards]
    return _rendered("icv-standards/1", {"standards": rows})


def render_profiles_json(profiles: Iterable[Profile]) -> bytes:
    """Return profiles as UTF-8 JSON."""
    return _rendered("icv-profiles/1", {"profiles": [profile_data(profile) for profile in profiles]})


def render_pairs_json(pairs: Iterable[Pair], names: Mapping[str, Name], covered: Iterable[str]) -> bytes:
    """Return the correspondence as UTF-8 JSON; ``covered`` are the ids that there are rule files for."""
    known = frozenset(covered)

    def side(key: str) -> dict[str, Any]:
        name = names[key]
        return {
            "id": key,
            "number": text_data(name.number),
            "title": text_data(name.title),
            "rules": key in known,
        }

    rows = [
        {
            "standard": side(pair.standard),
            "counterpart": side(pair.counterpart),
            "kind": pair.kind,
            "part": text_data(pair.part),
            "differs": text_data(pair.differs),
            "clauses": [
                {"standard": one.standard, "counterpart": one.counterpart, "about": text_data(one.about)}
                for one in pair.clauses
            ],
            "clauses_confidence": pair.clauses_confidence if pair.clauses else None,
            "confidence": pair.confidence,
            "sources": [_source(source) for source in pair.sources],
        }
        for pair in pairs
    ]
    return _rendered("icv-correspondence/1", {"pairs": rows})


def render_catalogue_json(state: State, regions: Mapping[str, Text], *, rules_digest: str) -> bytes:
    """Return the state of standardization as UTF-8 JSON; ``regions`` are the names of the markets."""
    result = {
        "as_of": state.as_of,
        "rules_digest": rules_digest,
        "tally": _tally(state.tally),
        "regions": [_region(region, regions[region.market]) for region in state.regions],
        "beyond": list(state.beyond),
    }
    return _rendered("icv-catalogue/1", result)


def _rendered(schema: str, result: dict[str, Any]) -> bytes:
    head = {"schema": schema, "tool": {"name": "icv-checker", "version": __version__}}
    return json.dumps({**head, **result}, ensure_ascii=False, indent=2).encode() + b"\n"


def _region(region: Region, name: Text) -> dict[str, Any]:
    return {
        "market": region.market,
        "name": text_data(name),
        "tally": _tally(region.tally),
        "groups": {group: _tally(tally) for group, tally in region.groups.items()},
        "years": [{"year": year, **_tally(tally)} for year, tally in region.years.items()],
        "documents": [_document(standing) for standing in region.standings],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {"documents": tally.documents, "covered": tally.covered, "statuses": dict(tally.statuses)}


def _document(standing: Standing) -> dict[str, Any]:
    document = standing.document
    return {
        "id": document.id,
        "number": text_data(document.number),
        "series": document.series,
        "title": text_data(document.title),
        "subject": text_data(document.subject),
        "kind": document.kind,
        "group": document.group,
        "status": standing.status,
        "recorded": {"status": document.status, "on": document.recorded},
        "stage": document.stage,
        "issued": document.issued,
        "in_force": document.in_force,
        "ended": document.ended,
        "replaces": list(document.replaces),
        "rule_files": list(standing.rule_files),
        "requirements": standing.requirements,
        "confidence": document.confidence,
        "sources": [_source(source) for source in document.sources],
        "url": document.url,
        "note": text_data(document.note),
    }


def _standard(standard: Standard, *, requirements: bool) -> dict[str, Any]:
    data = {
        "id": standard.id,
        "number": standard.number,
        "series": standard.series,
        "title": text_data(standard.title),
        "kind": standard.kind,
        "legal_force": standard.legal_force,
        "market": standard.market,
        "domain": standard.domain,
        "status": standard.status,
        "digest": standard.digest,
        "dates": [_dates(dates) for dates in standard.dates],
        "replaces": list(standard.replaces),
        "coverage": coverage_data(coverage_of(standard)),
        "sources": [_source(source) for source in standard.sources.values()],
        "note": text_data(standard.note),
    }
    if requirements:
        data["requirements"] = [_requirement(one) for one in standard.requirements]
    return data


def _dates(dates: Dates) -> dict[str, Any]:
    return {
        "published": dates.published,
        "new_types": dates.new_types,
        "all_vehicles": dates.all_vehicles,
        "ended": dates.ended,
        "when": dates.when and dates.when.source.strip(),
    }


def _requirement(requirement: Requirement) -> dict[str, Any]:
    return {
        "id": requirement.id,
        "clause": list(requirement.clause),
        "obligation": requirement.obligation,
        "weight": requirement.weight,
        "verified": requirement.verified,
        "title": text_data(requirement.title),
        "text": text_data(requirement.text),
    }


def _source(source: Source) -> dict[str, Any]:
    return {"title": source.title, "url": source.url, "seen": source.seen}
