"""The state of standardization on a day: what is in force, what is coming, and what there are rules for."""

from collections.abc import Collection, Iterable, Sequence

from checker.model.catalogue import STATUSES, CatalogueDocument, Status
from checker.packs.library import Library
from checker.packs.standing import counted_day, replaced_numbers, rule_files, status_on
from checker.record import Record

#: The statuses of what has been issued by the day.
_ISSUED = frozenset(("in_force", "issued", "superseded", "withdrawn"))


class Standing(Record):
    """One document on the day."""

    document: CatalogueDocument
    status: Status
    rule_files: tuple[str, ...]  # ids of those that are about it
    requirements: int  # that they hold; 0: no rules, or a rule file that waits for its text

    @property
    def covered(self) -> bool:
        """Whether there are rules for it."""
        return self.requirements > 0


class Tally(Record):
    """How many documents there are, and what they are on the day."""

    documents: int
    covered: int
    statuses: dict[Status, int]  # in the order of STATUSES, without those that no document has


class Region(Record):
    """The documents of one regime."""

    market: str
    tally: Tally
    groups: dict[str, Tally]  # in the order of the catalogue
    #: Year of issue -> what was issued in it by the day, in order; None: the year is not recorded.
    years: dict[str | None, Tally]
    standings: tuple[Standing, ...]


class State(Record):
    """The state of standardization on a day."""

    as_of: str  # ISO day
    tally: Tally
    regions: tuple[Region, ...]  # in the order of the catalogue
    beyond: tuple[str, ...]  # rule files that no document of the catalogue is about


def state_of(
    documents: Sequence[CatalogueDocument],
    library: Library,
    as_of: str,
    wanted: Collection[str] | None = None,
) -> State:
    """Return the state of standardization on an ISO day; `wanted` are the ids to tell of, None: all.

    What replaces what is read from all the documents, whatever is wanted.
    """
    replaced = replaced_numbers(documents)
    every = [_standing(document, library, as_of, replaced) for document in documents]
    known = {key for standing in every for key in standing.rule_files}
    told = [standing for standing in every if wanted is None or standing.document.id in wanted]
    markets = dict.fromkeys(standing.document.market for standing in told)
    return State(
        as_of=as_of,
        tally=tally_of(told),
        regions=tuple(
            _region(market, [standing for standing in told if standing.document.market == market])
            for market in markets
        ),
        beyond=() if wanted is not None else tuple(key for key in library.entries if key not in known),
    )


def tally_of(standings: Iterable[Standing]) -> Tally:
    """Return how many documents there are, and what they are on the day."""
    every = list(standings)
    found = [standing.status for standing in every]
    return Tally(
        documents=len(every),
        covered=sum(standing.covered for standing in every),
        statuses={status: found.count(status) for status in STATUSES if status in found},
    )


def _standing(
    document: CatalogueDocument, library: Library, as_of: str, replaced: Collection[str]
) -> Standing:
    ids = rule_files(document, library.numbers, library.entries)
    requirements = sum(len(library.entries[key].requirements) for key in ids)
    return Standing(document, status_on(document, as_of, replaced), ids, requirements)


def _region(market: str, standings: Sequence[Standing]) -> Region:
    groups = dict.fromkeys(standing.document.group for standing in standings)
    issued = [standing for standing in standings if standing.status in _ISSUED]
    years = sorted({year_of(standing.document) for standing in issued}, key=lambda year: year or "9999")
    return Region(
        market=market,
        tally=tally_of(standings),
        groups={group: tally_of(s for s in standings if s.document.group == group) for group in groups},
        years={year: tally_of(s for s in issued if year_of(s.document) == year) for year in years},
        standings=tuple(standings),
    )


def year_of(document: CatalogueDocument) -> str | None:
    """Return the year in which a document was issued; None where it is not recorded."""
    return counted_day(document.issued)[:4] if document.issued else None
