"""The state of standardization in words: what a document is called, what it is on the day, and the totals."""

from collections.abc import Mapping

from checker.assessment.standardization import Region, Standing, Tally
from checker.model.catalogue import CatalogueDocument
from checker.packs.entries import Entry
from checker.record import Record
from checker.rendering.wording import Words
from checker.text import Text


class Name(Record):
    """How a standard is called, be it a rule file or a document of the catalogue."""

    number: Text
    title: Text


def name_of_document(document: CatalogueDocument, words: Words) -> Name:
    """Return the number of a document as printed, with its series, and its title or what it is about."""
    number = document.number or words("catalogue.no_number")
    if document.series:
        number = words("report.number_series", number=number, series=document.series)
    if document.title:
        return Name(number, document.title)
    about = document.subject
    return Name(number, words("catalogue.subject", subject=about) if about else words("catalogue.no_title"))


def names_of(
    entries: Mapping[str, Entry], documents: tuple[CatalogueDocument, ...], words: Words
) -> dict[str, Name]:
    """Return by id how each rule file and each document is called; a rule file says it itself."""
    found = {document.id: name_of_document(document, words) for document in documents}
    for entry in entries.values():
        number = Text(entry.number, entry.number)
        if entry.series:
            number = words("report.number_series", number=number, series=entry.series)
        found[entry.id] = Name(number, entry.title)
    return found


def region_names(regimes: Mapping[str, Text], words: Words) -> dict[str, Text]:
    """Return how the lands of the regimes are called; a regime without a word for it goes by its own name."""
    return {
        key: words(f"catalogue.region.{key}") if f"catalogue.region.{key}" in words else name
        for key, name in regimes.items()
    }


def told_status(standing: Standing, words: Words) -> Text:
    """Return what a document is on the day, with the date that says so, where it is known."""
    document, status = standing.document, standing.status
    if status == "draft":
        return words(f"catalogue.stage.{document.stage}" if document.stage else "catalogue.status.draft")
    if status in ("superseded", "withdrawn") and document.ended:
        return words(f"catalogue.dated.{status}", date=document.ended)
    if status == "in_force" and document.ended:
        key = "in_force_until" if document.in_force else "until"
        return words(f"catalogue.dated.{key}", date=document.in_force, ended=document.ended)
    if status in ("in_force", "issued") and document.in_force:
        return words(f"catalogue.dated.{status}", date=document.in_force)
    return words(f"catalogue.status.{status}")


def told_rules(standing: Standing, words: Words) -> Text | None:
    """Return what rules there are for a document; None for none."""
    if standing.covered:
        return words.count("terminal.requirements", standing.requirements)
    return words("catalogue.no_requirements") if standing.rule_files else None


def told_tally(tally: Tally, words: Words) -> Text:
    """Return how many documents there are, what they are, and how many there are rules for."""
    counts = [words(f"catalogue.count.{status}", n=n) for status, n in tally.statuses.items()]
    statuses = words.join(counts) if counts else words("catalogue.nothing")
    return words.count("catalogue.tally", tally.documents, statuses=statuses, covered=tally.covered)


def told_years(region: Region, words: Words) -> Text:
    """Return how many documents of a region were issued in each year."""
    every = [
        words("catalogue.year", year=year, n=tally.documents)
        if year
        else words("catalogue.no_year", n=tally.documents)
        for year, tally in region.years.items()
    ]
    return words("catalogue.years", years=words.join(every))
