"""The correspondence of standards on a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from checker.model.catalogue import Pair
from checker.model.standard import Source
from checker.rendering.catalogue import Name
from checker.rendering.terminal.page import Page
from checker.text import Text


def list_pairs(pairs: Sequence[Pair], names: Mapping[str, Name], page: Page) -> Iterator[str]:
    """Yield the pairs, those of one standard together, in the order of the file."""
    yield from page.wrapped(page.say("correspondence.intro"), "")
    for standard, each in groupby(pairs, key=lambda pair: pair.standard):
        yield ""
        yield from page.painted("bold", _named(names[standard], page))
        for pair in each:
            yield from _pair(pair, names, page)


def _pair(pair: Pair, names: Mapping[str, Name], page: Page) -> Iterator[str]:
    kind = page.say(f"correspondence.kind.{pair.kind}")
    yield from page.hanging(f"{kind}  {_named(names[pair.counterpart], page)}", "  ", "    ")
    if pair.part:
        yield from page.hanging(page.say("correspondence.part", part=pair.part), "    ", "      ")
    yield from page.hanging(page.say("correspondence.differs", differs=pair.differs), "    ", "      ")
    if pair.clauses:
        yield from page.hanging(_clauses(pair, page), "    ", "      ")
    sources = page.words.join([_source(source, page) for source in pair.sources])
    confidence = page.words(_confidence(pair.confidence))
    told = page.say("correspondence.source", sources=sources, confidence=confidence)
    yield from page.hanging(told, "    ", "      ")


def _source(source: Source, page: Page) -> Text:
    seen = page.words(f"seen.{source.seen}")
    return page.words("terminal.source", title=source.title, seen=seen, address="")


def _clauses(pair: Pair, page: Page) -> str:
    words = page.words
    each = [
        words(
            "correspondence.clause_about" if one.about else "correspondence.clause",
            standard=one.standard,
            counterpart=one.counterpart,
            about=one.about,
        )
        for one in pair.clauses
    ]
    confidence = words(_confidence(pair.clauses_confidence))
    return page.say("correspondence.clauses", confidence=confidence, pairs=words.join(each))


def _confidence(confidence: str) -> str:
    return f"terminal.confidence.{confidence}"


def _named(name: Name, page: Page) -> str:
    return f"{page.text(name.number)}  {page.text(name.title)}"
