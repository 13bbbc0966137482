"""What limits a report on the state of standardization: what was not seen, and what is not known."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from checker.assessment.standardization import Standing, State
from checker.model.catalogue import CatalogueDocument
from checker.rendering.limits import SEEN
from checker.rendering.wording import Words
from checker.text import Text

#: Title, address and kind of a source.
SourceKey = tuple[str, str | None, str]

_YEAR = len("2026")


def limits_of_state(state: State, words: Words) -> Iterator[Text]:
    """Yield the limits of what a state says, each a sentence; counts only where there is something."""
    standings = [standing for region in state.regions for standing in region.standings]
    documents = [standing.document for standing in standings]
    yield words("state.limit.nature")
    recorded = sorted({document.recorded for document in documents})
    if recorded:
        yield words("state.limit.recorded", day=recorded[-1])
        if state.as_of > recorded[-1]:
            yield words("state.limit.later", as_of=state.as_of, day=recorded[-1])
    yield words("state.limit.read", kinds=_kinds(documents, words))
    yield words("state.limit.confidence", kinds=_confidences(documents, words))
    for key, number in _unknown(standings).items():
        if number:
            yield words.count(f"state.limit.{key}", number)
    yield words("state.limit.covered")


def sources_of(standings: Iterable[Standing]) -> tuple[SourceKey, ...]:
    """Return title, address and kind of every source, the best known kinds first, each once."""
    found: dict[SourceKey, None] = {}
    for standing in standings:
        found |= dict.fromkeys((s.title, s.url, s.seen) for s in standing.document.sources)
    return tuple(sorted(found, key=lambda source: (SEEN.index(source[2]), source[0], source[1] or "")))


def _unknown(standings: Sequence[Standing]) -> dict[str, int]:
    """Return how many documents something is not known of, by what it is."""
    documents = [standing.document for standing in standings]
    begun = [s.document for s in standings if s.status in ("in_force", "issued")]
    return {
        "title": sum(document.title is None for document in documents),
        "number": sum(document.number is None for document in documents),
        "issued": sum(document.issued is None for document in documents),
        "year_only": sum(len(document.issued or "") == _YEAR for document in documents),
        "in_force": sum(document.in_force is None for document in begun),
        "status": sum(standing.status == "not_known" for standing in standings),
    }


def _kinds(documents: Iterable[CatalogueDocument], words: Words) -> Text:
    best: Counter[str] = Counter(
        min((source.seen for source in one.sources), key=SEEN.index) for one in documents
    )
    told = [words("state.counted", what=words(f"seen.{kind}"), n=best[kind]) for kind in SEEN if best[kind]]
    return words.join(told)


def _confidences(documents: Iterable[CatalogueDocument], words: Words) -> Text:
    found = Counter(document.confidence for document in documents)
    told = [
        words("state.counted", what=words(f"state.confidence.{level}"), n=found[level])
        for level in ("high", "medium", "low")
        if found[level]
    ]
    return words.join(told)
