"""How many documents there are, by year, region and group, as bars that can be read out."""

from collections.abc import Iterable, Mapping, Sequence

from checker.assessment.standardization import Region, Standing, Tally, tally_of
from checker.model.catalogue import STATUSES, Status
from checker.record import Record
from checker.rendering.wording import Words
from checker.text import Text


class Bar(Record):
    """How many documents there are of something, and for how many of them there are rules."""

    label: Text
    documents: int
    covered: int
    length: float  # per cent of the longest bar beside it
    filled: float
    alternative: Text


class Group(Record):
    """One group of documents: how many there are, by status."""

    bar: Bar
    counts: tuple[int, ...]  # as the statuses of the report


def bars(tallies: Mapping[Text, Tally], words: Words) -> tuple[Bar, ...]:
    """Return a bar for each of some tallies, the longest as long as may be."""
    longest = max((tally.documents for tally in tallies.values()), default=0)
    return tuple(
        Bar(
            label=label,
            documents=tally.documents,
            covered=tally.covered,
            length=round(100 * tally.documents / longest, 2),
            filled=round(100 * tally.covered / longest, 2),
            alternative=words.count("state.bar", tally.documents, label=label, covered=tally.covered),
        )
        for label, tally in tallies.items()
    )


def years(regions: Iterable[Region], words: Words) -> tuple[Bar, ...]:
    """Return a bar for each year in which something was issued in these regions."""
    found: dict[str | None, list[Tally]] = {}
    for region in regions:
        for year, tally in region.years.items():
            found.setdefault(year, []).append(tally)
    total = {year: _sum(tallies) for year, tallies in sorted(found.items(), key=lambda it: it[0] or "9999")}
    return bars({year_name(year, words): tally for year, tally in total.items()}, words)


def year_name(year: str | None, words: Words) -> Text:
    """Return how a year of issue is called; None: it is not recorded."""
    return Text(year, year) if year else words("state.no_year")


def _sum(tallies: Iterable[Tally]) -> Tally:
    tallies = list(tallies)
    statuses = {s: sum(t.statuses.get(s, 0) for t in tallies) for s in STATUSES}
    return Tally(
        documents=sum(tally.documents for tally in tallies),
        covered=sum(tally.covered for tally in tallies),
        statuses={status: n for status, n in statuses.items() if n},
    )


def groups(standings: Sequence[Standing], statuses: tuple[Status, ...], words: Words) -> tuple[Group, ...]:
    """Return the groups of some documents, with how many of each have which of these statuses."""
    names = dict.fromkeys(standing.document.group for standing in standings)
    tallies = {name: tally_of(s for s in standings if s.document.group == name) for name in names}
    drawn = bars({words(f"catalogue.group.{name}"): tally for name, tally in tallies.items()}, words)
    return tuple(
        Group(bar, tuple(tally.statuses.get(status, 0) for status in statuses))
        for bar, tally in zip(drawn, tallies.values(), strict=True)
    )
