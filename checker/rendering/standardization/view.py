"""The view of the report on the state of standardization: every text and number ready to print."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from checker import __version__
from checker.assessment.standardization import Standing, State
from checker.model.assessment import Coverage
from checker.model.catalogue import Status
from checker.packs.standing import counted_day
from checker.record import Record
from checker.rendering.catalogue import told_tally
from checker.rendering.control import Entry, digest
from checker.rendering.listing import render_catalogue_json
from checker.rendering.standardization.bars import Bar, Group, bars, groups, years
from checker.rendering.standardization.documents import LOOKS, Land, Line, land_of
from checker.rendering.standardization.limits import SourceKey, limits_of_state, sources_of
from checker.rendering.visible import safe_link
from checker.rendering.wording import Words
from checker.text import Text


class Coming(Record):
    """A document that was issued and comes into force later."""

    day: str
    region: Text
    line: Line


class SourceEntry(Record):
    """Where something of the catalogue was read."""

    number: int
    title: str
    link: str | None
    seen: Text
    documents: int


class Kind(Record):
    """One status, with how many documents have it."""

    look: str
    shape: str
    word: Text
    number: int


class StateReport(Record):
    """Everything that a report on the state of standardization says."""

    number: str
    as_of: str
    tool_version: str
    digest: str
    headline: Text
    control: tuple[Entry, ...]
    limits: tuple[Text, ...]
    statuses: tuple[Kind, ...]
    years: tuple[Bar, ...]
    lands_bars: tuple[Bar, ...]
    groups: tuple[Group, ...]
    covered: Text
    coming: tuple[Coming, ...]
    drafts: tuple[Coming, ...]
    lands: tuple[Land, ...]
    sources: tuple[SourceEntry, ...]
    beyond: tuple[str, ...]


def state_view(
    state: State,
    regions: Mapping[str, Text],
    coverage: Mapping[str, Coverage],
    rules_digest: str,
    words: Words,
) -> StateReport:
    """Return the view of a state; `regions` are the names of its markets, `coverage` that of rule files."""
    standings = [standing for region in state.regions for standing in region.standings]
    catalogue = sha256(render_catalogue_json(state, regions, rules_digest=rules_digest)).hexdigest()
    number = f"ICV-STATE-{state.as_of.replace('-', '')}-{catalogue[:8].upper()}"
    sources = {source: place for place, source in enumerate(sources_of(standings), 1)}
    lands = tuple(
        land_of(region, regions[region.market], coverage, sources, words) for region in state.regions
    )
    told = [(s, line, land.name) for land, s, line in _lines(state, lands)]
    requirements = sum(coverage[key].requirements for key in _rule_files(standings))
    return StateReport(
        number=number,
        as_of=state.as_of,
        tool_version=__version__,
        digest=catalogue,
        headline=told_tally(state.tally, words),
        control=_control(state, number, catalogue, rules_digest, words),
        limits=tuple(limits_of_state(state, words)),
        statuses=tuple(_kind(status, n, words) for status, n in state.tally.statuses.items()),
        years=years(state.regions, words),
        lands_bars=bars({regions[r.market]: r.tally for r in state.regions}, words),
        groups=groups(standings, tuple(state.tally.statuses), words),
        covered=words(
            "state.covered",
            documents=state.tally.covered,
            of=state.tally.documents,
            files=len(_rule_files(standings)),
            requirements=requirements,
        ),
        coming=_coming(told),
        drafts=tuple(Coming("", land, line) for s, line, land in told if s.status == "draft"),
        lands=lands,
        sources=_sources(standings, sources, words),
        beyond=state.beyond,
    )


def _lines(state: State, lands: Sequence[Land]) -> Iterable[tuple[Land, Standing, Line]]:
    for region, land in zip(state.regions, lands, strict=True):
        by_group = [s for group in region.groups for s in region.standings if s.document.group == group]
        lines = [line for part in land.parts for line in part.lines]
        yield from ((land, s, line) for s, line in zip(by_group, lines, strict=True))


def _rule_files(standings: Iterable[Standing]) -> dict[str, None]:
    return dict.fromkeys(key for standing in standings if standing.covered for key in standing.rule_files)


def _control(state: State, number: str, catalogue: str, rules_digest: str, words: Words) -> tuple[Entry, ...]:
    recorded = sorted({s.document.recorded for region in state.regions for s in region.standings})
    entries: list[tuple[str, Text | str]] = [
        ("control.number", number),
        ("state.control.as_of", state.as_of),
        (
            "state.control.recorded",
            " – ".join(dict.fromkeys((recorded[0], recorded[-1]))) if recorded else "—",
        ),
        ("state.control.catalogue", catalogue),
        ("control.rules_digest", digest(rules_digest)),
        ("control.tool", f"icv-checker {__version__}"),
    ]
    return tuple((words(key), value) for key, value in entries)


def _kind(status: Status, number: int, words: Words) -> Kind:
    look, shape = LOOKS[status]
    return Kind(look, shape, words(f"catalogue.status.{status}"), number)


def _coming(told: Iterable[tuple[Standing, Line, Text]]) -> tuple[Coming, ...]:
    coming = [
        (standing.document.in_force, line, land)
        for standing, line, land in told
        if standing.status in ("issued", "not_issued")
    ]
    coming.sort(key=lambda one: counted_day(one[0]) if one[0] else "9999")
    return tuple(Coming(day or "", land, line) for day, line, land in coming)


def _sources(
    standings: Sequence[Standing], sources: Mapping[SourceKey, int], words: Words
) -> tuple[SourceEntry, ...]:
    used = [{(s.title, s.url, s.seen) for s in standing.document.sources} for standing in standings]
    return tuple(
        SourceEntry(
            number,
            title,
            safe_link(url),
            words(f"seen.{seen}"),
            sum((title, url, seen) in one for one in used),
        )
        for (title, url, seen), number in sources.items()
    )
