"""What every output says of scenarios in the same words: how many, which not, and what is missing."""

from collections import Counter
from collections.abc import Iterable, Iterator

from checker.model.finding import Reason, Verdict
from checker.model.scenario import ScenarioResult
from checker.rendering.wording import Words
from checker.text import Text

#: What a scenario that the vehicle has may come to: the columns of a matrix.
COLUMNS = (Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW)
_COUNTED = (*COLUMNS, Verdict.NOT_APPLICABLE)


def counted(shown: Iterable[ScenarioResult], words: Words) -> Text | None:
    """Return how many scenarios came to what: "17 scenarios: 1 Pass, 16 Not applicable"; None for none."""
    tally = Counter(one.verdict for one in shown)
    if not tally:
        return None
    counts = [
        words("scenarios.count", n=tally[verdict], word=_small(words(f"verdict.{verdict}")))
        for verdict in _COUNTED
        if tally[verdict]
    ]
    if tally[None]:
        counts.append(words("scenarios.count_none", n=tally[None]))
    return words.count("scenarios.counts", tally.total(), counts=words.join(counts))


def _small(word: Text) -> Text:
    """Return a word as it stands within a sentence."""
    return Text(word.en.lower(), word.zh)


def names(shown: Iterable[ScenarioResult], verdict: Verdict | None, words: Words) -> Text | None:
    """Return the names of the scenarios of one verdict in a sentence; None where there are none."""
    its = [one.scenario.name for one in shown if one.verdict is verdict]
    key = "scenarios.out" if verdict else "scenarios.named"
    return words(key, names=words.join(its)) if its else None


def with_same(shown: Iterable[ScenarioResult]) -> Iterator[tuple[ScenarioResult, bool]]:
    """Yield the scenarios of a matrix, and whether the same is wrong and missing as with the one before."""
    before: ScenarioResult | None = None
    for one in shown:
        if one.verdict in COLUMNS:
            same = before is not None and (one.unmet, one.missing) == (before.unmet, before.missing)
            yield one, same and bool(one.unmet or one.missing)
            before = one


def fields_of(missing: Iterable[Reason]) -> tuple[str, ...]:
    """Return the fields that are not stated, those of one map together."""
    return together(path for reason in missing if reason.kind == "missing" for path in reason.paths)


def needs_of(missing: Iterable[Reason]) -> Iterator[Text]:
    """Yield what else would decide: evidence, proof, answers."""
    yield from (reason.text for reason in missing if reason.kind != "missing" or not reason.paths)


def together(paths: Iterable[str]) -> tuple[str, ...]:
    """Return paths with those of one map as one text: ``a.b: c, d``; the order is that in which maps come."""
    maps: dict[str, list[str]] = {}
    for path in paths:
        parent, _, name = path.rpartition(".")
        maps.setdefault(parent, []).append(name)
    return tuple(
        f"{parent}: {', '.join(names)}" if len(names) > 1 else f"{parent}.{names[0]}".lstrip(".")
        for parent, names in maps.items()
    )
