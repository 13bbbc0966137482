"""What a document of the catalogue is on a day, and which rule files are about it."""

from collections.abc import Collection, Mapping

from checker.model.catalogue import CatalogueDocument, Status
from checker.packs.entries import Entry
from checker.packs.numbers import Numbers, plain
from checker.values.dates import NotADate, parse_day

_ENDS: tuple[Status, ...] = ("superseded", "withdrawn")


def counted_day(date: str) -> str:
    """Return the day on which a day, month or year counts: its last; raises NotADate."""
    year, month, day = parse_day(f"{date}-12" if len(date) == 4 else date)
    return f"{year:04d}-{month:02d}-{day:02d}"


def status_on(document: CatalogueDocument, day: str, replaced: Collection[str] = ()) -> Status:
    """Return the status on an ISO day; `replaced` are the plain numbers that other documents replace.

    Dates decide. What they leave open is as it was recorded, from the day of the record on; before that day
    it is not known.
    """
    if document.status == "draft":
        return "draft"
    if _begun(document.ended, day):
        return "superseded" if _names(document) & set(replaced) else _recorded_end(document)
    if document.status in _ENDS and document.ended is None:
        return document.status if day >= document.recorded else "not_known"
    if _begun(document.in_force, day):
        return "in_force"
    if document.issued is not None and not _begun(document.issued, day):
        return "not_issued"
    if document.in_force is not None:
        return "issued" if document.issued or day >= document.recorded else "not_known"
    return document.status if day >= document.recorded else "not_known"


def replaced_numbers(documents: Collection[CatalogueDocument]) -> frozenset[str]:
    """Return the numbers that some documents replace, written plainly."""
    return frozenset(plain(number) for document in documents for number in document.replaces)


def rule_files(
    document: CatalogueDocument, numbers: Numbers, entries: Mapping[str, Entry]
) -> tuple[str, ...]:
    """Return the ids of the rule files about a document: those that its printed number and series name.

    A document without a number goes by its title.
    """
    found: dict[str, None] = {}
    for name in dict.fromkeys(document.number or document.title or ()):
        ids = numbers.ids(f"{name} {document.series}" if document.series else name)
        if document.series and not ids:  # a rule file that does not name its series is about all of them
            ids = tuple(key for key in numbers.ids(name) if key in entries and entries[key].series is None)
        found |= dict.fromkeys(key for key in ids if key in entries)
    return tuple(found)


def _names(document: CatalogueDocument) -> set[str]:
    series = f" {document.series}" if document.series else ""
    return {plain(name + series) for name in document.number or ()}


def _recorded_end(document: CatalogueDocument) -> Status:
    return document.status if document.status in _ENDS else "withdrawn"


def _begun(date: str | None, day: str) -> bool:
    return date is not None and counted_day(date) <= day


def is_date(date: str) -> bool:
    """Return whether the calendar has this day, month or year."""
    try:
        counted_day(date)
    except NotADate:
        return False
    return True
