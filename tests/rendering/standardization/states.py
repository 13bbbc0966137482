"""States of standardization for tests: small ones made by hand, and the one that comes with the tool."""

from functools import cache

from checker.assessment.standardization import Region, Standing, State, state_of, tally_of, year_of
from checker.bundled import data_folder
from checker.model.assessment import Coverage
from checker.model.standard import Source
from checker.packs.catalogue import read_catalogue
from checker.record import replace
from checker.rendering.catalogue import region_names
from checker.rendering.wording import load_words
from checker.text import Text
from tests.packs.test_standing import document
from tests.shipped import shipped

DAY = "2026-11-20"
REGIONS = {"CN": Text("China", "中国"), "EU": Text("European Union", "欧盟")}
COVERAGE = {"gb-1-2024": Coverage(10, 7, 1, 9, 9)}


def standing(status, *, rules=(), requirements=0, number="GB 1-2024", sources=None, **stated) -> Standing:
    """Return a document on the day, of which the test says what it is about."""
    named = {key: stated.pop(key) for key in ("id", "market", "group") if key in stated}
    recorded = "draft" if status == "draft" else "in_force"
    one = replace(document(recorded, number, **stated), **named)
    return Standing(replace(one, sources=sources) if sources else one, status, rules, requirements)


def state(*standings: Standing) -> State:
    """Return the state of these documents; without any, of five in two regions."""
    told = standings or _five()
    markets = dict.fromkeys(one.document.market for one in told)
    return State(DAY, tally_of(told), tuple(_region(market, told) for market in markets), ())


def empty() -> State:
    """Return the state of a catalogue that lists nothing."""
    return State(DAY, tally_of(()), (), ())


@cache
def shipped_state():
    """Return the state that comes with the tool, the names of its regions, coverage and digest of rules."""
    known, words = shipped().library, load_words()
    found = state_of(read_catalogue(data_folder("standards"), known.markets.regimes), known, DAY)
    ids = {key for region in found.regions for one in region.standings for key in one.rule_files}
    coverage = {key: known.coverage(known.standards[key]) for key in ids}
    return found, region_names(known.markets.regimes, words), coverage, known.digest(tuple(known.entries))


def _region(market: str, told: tuple[Standing, ...]) -> Region:
    own = [one for one in told if one.document.market == market]
    grouped = dict.fromkeys(one.document.group for one in own)
    issued = [one for one in own if one.status in ("in_force", "issued")]
    named = sorted({year_of(one.document) for one in issued}, key=lambda year: year or "9999")
    return Region(
        market,
        tally_of(own),
        {group: tally_of(one for one in own if one.document.group == group) for group in grouped},
        {year: tally_of(one for one in issued if year_of(one.document) == year) for year in named},
        tuple(own),
    )


def _five() -> tuple[Standing, ...]:
    text = (Source("Text", "https://example.org/a", "standard_text"),)
    return (
        standing(
            "in_force",
            rules=("gb-1-2024",),
            requirements=9,
            id="gb-1-2024",
            group="security",
            title=Text("One", "一"),
            issued="2024-08-23",
            in_force="2026-01-01",
            sources=text,
        ),
        standing(
            "in_force", id="two", group="ads", number="GB 2-2022", issued="2022", subject=Text("Two", "二")
        ),
        standing("issued", id="three", group="adas", title=Text("Three", "三"), in_force="2027-07-01"),
        standing("draft", id="four", group="adas", number=None, title=Text("4", "四"), stage="consultation"),
        standing(
            "in_force",
            id="five",
            market="EU",
            group="adas",
            title=Text("Five", "五"),
            issued="2024-02-01",
            in_force="2024-07-01",
            sources=(Source("Other", None, "secondary"),),
        ),
    )
