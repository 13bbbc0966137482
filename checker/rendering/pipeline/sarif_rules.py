"""The rules of a SARIF run: what each asks, where it comes from, how to mend it."""

from collections.abc import Iterable
from typing import Any

from checker.model.standard import Requirement, Standard
from checker.rendering.pipeline.phrasing import reference, said
from checker.rendering.pipeline.points import Point
from checker.rendering.visible import safe_link, visible
from checker.rendering.wording import Words

#: Code scanning shows that many characters of a description.
DESCRIPTION = 1000
#: What code scanning shows beside a rule, by the worst that the rule came to in this run.
_SEVERITY = {"error": "error", "warning": "warning", "note": "recommendation", "none": "recommendation"}
_CONFIGURATION = {"error": "error", "warning": "warning", "note": "note", "none": "note"}


def rules_of(points: Iterable[Point], words: Words, lang: str) -> list[dict[str, Any]]:
    """Return a reporting descriptor for each rule, in the order in which the points name them."""
    first: dict[str, Point] = {}
    for point in points:
        first.setdefault(point.rule, point)
    return [_rule(point, words, lang) for point in first.values()]


def _rule(point: Point, words: Words, lang: str) -> dict[str, Any]:
    requirement, standard = point.requirement, point.its_standard
    asks = said(point.asks, lang)
    lines = [asks, reference(point)]
    if point.remedy:
        lines.append(said(words("pipeline.mend", remedy=point.remedy), lang))
    if standard:
        lines += [source.title for source in _sources(standard, requirement)]
    level = point.level
    rule: dict[str, Any] = {
        "id": point.rule,
        "shortDescription": {"text": visible(asks, DESCRIPTION)},
        "fullDescription": {"text": visible(" ".join(line for line in lines[:2] if line), DESCRIPTION)},
        "help": {"text": "\n".join(line for line in lines if line)},
        "defaultConfiguration": {"level": _CONFIGURATION[level]},
        "properties": {"tags": _tags(requirement, standard), "problem.severity": _SEVERITY[level]},
    }
    link = next(
        (safe_link(source.url) for source in (_sources(standard, requirement) if standard else ())), None
    )
    if link and link.startswith("https:"):
        rule["helpUri"] = link
    return rule


def _sources(standard: Standard, requirement: Requirement | None) -> list[Any]:
    named = requirement.sources if requirement and requirement.sources else tuple(standard.sources)
    return [standard.sources[key] for key in named if key in standard.sources]


def _tags(requirement: Requirement | None, standard: Standard | None) -> list[str]:
    tags = ["vehicle"]
    if standard:
        tags += [standard.id, standard.market, standard.legal_force]
    if requirement:
        tags += [requirement.domain, requirement.obligation]
        tags.append("verified" if requirement.verified else "not-verified")
    return tags
