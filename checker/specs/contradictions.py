"""Tests whose result does not fit their own runs."""

from collections.abc import Iterator, Mapping
from typing import Any

from checker.model.finding import Reason
from checker.model.spec import Stated
from checker.text import Text


def contradictions(values: Mapping[str, Any], stated: Mapping[str, Stated]) -> tuple[Reason, ...]:
    """Return a note for each test whose result its runs contradict: pass beside a run that failed, say."""
    return tuple(_notes(values, stated))


def _notes(values: Mapping[str, Any], stated: Mapping[str, Stated]) -> Iterator[Reason]:
    for key, test in values.get("tests", {}).items():
        result = test.get("result")
        runs = [(run.get("id", str(number)), run.get("result")) for number, run in _numbered(test)]
        against = [name for name, its in runs if its in _AGAINST.get(result, ())]
        if result == "fail" and runs and all(its == "pass" for _, its in runs):
            against = [name for name, _ in runs]
        if against:
            path = f"tests.{key}.result"
            row = stated.get(path)
            yield Reason("test_contradicts", _text(key, result, against), (path,), row.place if row else None)


#: result of a test -> results of a run that it cannot stand beside.
_AGAINST: Mapping[str | None, tuple[str, ...]] = {
    "pass": ("fail", "inconclusive"),
    "not_run": ("pass", "fail", "inconclusive"),
}


def _numbered(test: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    return ((number, run) for number, run in enumerate(test.get("runs", ()), start=1))


def _text(key: str, result: str, runs: list[str]) -> Text:
    names = ", ".join(runs)
    return Text(
        f"test '{key}' says '{result}', which its own runs contradict (run {names})",
        f"试验“{key}”的结论为“{result}”，与其自身试验记录矛盾（记录：{names}）",
    )
