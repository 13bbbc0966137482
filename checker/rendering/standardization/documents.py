"""The documents of a catalogue, one line each, by region and group."""

from collections.abc import Mapping

from checker.assessment.standardization import Region, Standing
from checker.model.assessment import Coverage
from checker.model.catalogue import Status
from checker.record import Record
from checker.rendering.catalogue import Name, name_of_document, told_rules, told_status, told_tally
from checker.rendering.standardization.bars import Bar, bars, year_name
from checker.rendering.standardization.limits import SourceKey
from checker.rendering.visible import safe_link
from checker.rendering.wording import Words
from checker.text import Text

#: What a status wears: the verdict whose colour it has, and a shape that tells it apart without one.
LOOKS: Mapping[Status, tuple[str, str]] = {
    "in_force": ("pass", "●"),
    "issued": ("review", "◆"),
    "draft": ("unknown", "△"),
    "superseded": ("not_applicable", "○"),
    "withdrawn": ("not_applicable", "□"),
    "not_issued": ("review", "◇"),
    "not_known": ("unknown", "▲"),
}


class Line(Record):
    """One document."""

    anchor: str
    name: Name
    link: str | None
    look: str
    shape: str
    status: Text
    issued: Text | str
    rule_files: tuple[str, ...]
    covered: bool
    rules: Text | None
    coverage: tuple[Text, ...]  # of each rule file
    confidence: Text
    sources: tuple[int, ...]
    note: Text | None


class Part(Record):
    """The documents of one group in one region."""

    name: Text
    tally: Text
    lines: tuple[Line, ...]


class Land(Record):
    """One region."""

    anchor: str
    name: Text
    tally: Text
    years: tuple[Bar, ...]
    parts: tuple[Part, ...]


def land_of(
    region: Region,
    name: Text,
    coverage: Mapping[str, Coverage],
    sources: Mapping[SourceKey, int],
    words: Words,
) -> Land:
    """Return one region with its documents; `sources` are the numbers of what they were read in."""
    years = {year_name(year, words): tally for year, tally in region.years.items()}
    parts = tuple(
        Part(
            name=words(f"catalogue.group.{group}"),
            tally=words.count("catalogue.group_tally", tally.documents, covered=tally.covered),
            lines=tuple(
                _line(standing, coverage, sources, words)
                for standing in region.standings
                if standing.document.group == group
            ),
        )
        for group, tally in region.groups.items()
    )
    return Land(
        f"region-{region.market.lower()}", name, told_tally(region.tally, words), bars(years, words), parts
    )


def _line(
    standing: Standing,
    coverage: Mapping[str, Coverage],
    sources: Mapping[SourceKey, int],
    words: Words,
) -> Line:
    document = standing.document
    look, shape = LOOKS[standing.status]
    known = [coverage[key] for key in standing.rule_files if standing.covered and key in coverage]
    return Line(
        anchor=f"d-{document.id}",
        name=name_of_document(document, words),
        link=safe_link(document.url),
        look=look,
        shape=shape,
        status=told_status(standing, words),
        issued=document.issued or words("state.not_recorded"),
        rule_files=standing.rule_files,
        covered=standing.covered,
        rules=told_rules(standing, words),
        coverage=tuple(
            words("state.clauses", transcribed=one.transcribed, clauses=one.clauses)
            for one in known
            if one.clauses is not None
        ),
        confidence=words(f"terminal.confidence.{document.confidence}"),
        sources=tuple(dict.fromkeys(sources[s.title, s.url, s.seen] for s in document.sources)),
        note=document.note,
    )
