"""In what the configurations of one vehicle differ, requirement by requirement."""

from collections import Counter
from collections.abc import Iterator

from checker.model.assessment import Assessment, Judged, StandardResult
from checker.model.finding import Finding
from checker.record import Record
from checker.rendering.control import configuration_name, vehicle_name
from checker.rendering.finding_rows import anchor
from checker.rendering.naming import name_of
from checker.rendering.verdicts import SHAPES, Stamp, stamp
from checker.rendering.wording import Words
from checker.text import Text

#: So many requirements of a vehicle are printed; the rest is counted.
DIFFERENCES = 30


class Variant(Record):
    """One configuration."""

    name: Text
    decisive: bool
    statement: Stamp


class Mark(Record):
    """A verdict; without a shape: not looked at."""

    look: str
    shape: str
    word: Text


class Difference(Record):
    """A requirement that does not come to the same in every configuration."""

    anchor: str  # "" where the report has no row of it
    id: str
    marks: tuple[Mark, ...]


class Variants(Record):
    """The configurations of one vehicle."""

    index: int
    name: Text
    variants: tuple[Variant, ...]
    only: tuple[Text, ...]  # by which standards one of them alone is judged
    differences: tuple[Difference, ...]
    more: int


def variants_of(judged: Judged, index: int, words: Words) -> Variants | None:
    """Return the configurations of a vehicle and in what they differ; None where there is only one.

    A requirement that one of them alone is judged by is no difference; its standard is named.
    """
    if len(judged.assessments) == 1:
        return None
    decisive = judged.assessments[judged.decisive]
    rows = _findings(decisive)
    found = [_findings(one) for one in judged.assessments]
    every = dict.fromkeys(key for one in (rows, *found) for key in one)
    differing = [key for key in every if len({one[key].verdict for one in found if key in one}) > 1]
    return Variants(
        index=index,
        name=vehicle_name(decisive),
        variants=tuple(
            Variant(configuration_name(one, words), one is decisive, stamp(one.statement, words))
            for one in judged.assessments
        ),
        only=tuple(_only(judged, words)),
        differences=tuple(
            Difference(
                anchor=anchor(key, index) if key in rows else "",
                id=key,
                marks=tuple(_mark(one.get(key), words) for one in found),
            )
            for key in differing[:DIFFERENCES]
        ),
        more=max(0, len(differing) - DIFFERENCES),
    )


def _told(assessment: Assessment) -> dict[str, StandardResult]:
    """Return the standards that a report has findings of, by id."""
    told = (result for result in assessment.results if result.applies == "yes" and result.findings)
    return {result.standard.id: result for result in told}


def _findings(assessment: Assessment) -> dict[str, Finding]:
    told = _told(assessment).values()
    return {finding.requirement.id: finding for result in told for finding in result.findings}


def _only(judged: Judged, words: Words) -> Iterator[Text]:
    """Yield by which standards one configuration is judged and no other."""
    told = [_told(one) for one in judged.assessments]
    judged_by = Counter(key for one in told for key in one)
    for assessment, results in zip(judged.assessments, told, strict=True):
        own = [name_of(result.standard, words) for key, result in results.items() if judged_by[key] == 1]
        if own:
            name = configuration_name(assessment, words)
            yield words("portfolio.only", configuration=name, standards=words.join(own))


def _mark(finding: Finding | None, words: Words) -> Mark:
    if finding is None:
        return Mark("away", "", words("portfolio.not_looked_at"))
    return Mark(finding.verdict, SHAPES[finding.verdict], words(f"verdict.{finding.verdict}"))
