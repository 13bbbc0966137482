"""What changed between two results, in the sentences that every output of it shares."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.comparison.comparing import Change, ChangedValue, Comparison
from checker.comparison.results import Configuration, Standing, Value
from checker.location import Place
from checker.rendering.jsonable import place_data, text_data
from checker.rendering.observed import shown
from checker.rendering.scores import DASH, percent
from checker.rendering.wording import Words
from checker.text import Text
from checker.values.spreads import Spread

SCHEMA = "icv-comparison/1"
#: The groups in which changes are told: by direction, and by the verdict that they came to.
GROUPS = (
    ("worse", ("fail",), "fail"),
    ("worse", ("unknown", "review"), "unknown"),
    ("better", ("pass",), "pass"),
    ("better", ("not_applicable",), "not_applicable"),
    ("better", ("unknown", "review", "fail"), "review"),
    ("other", ("unknown", "review", "pass", "not_applicable", "fail"), "not_applicable"),
)


def grouped(compared: Comparison) -> Iterator[tuple[str, str, list[Change]]]:
    """Yield the wording key, the look and the changes of each group that has any."""
    told: set[str] = set()
    for direction, verdicts, look in GROUPS:
        its = [
            change
            for change in compared.changes
            if change.direction == direction and change.requirement not in told and _now(change) in verdicts
        ]
        told.update(change.requirement for change in its)
        if its:
            yield f"comparison.{direction}_{look}", look, its
    rest = [change for change in compared.changes if change.requirement not in told]
    if rest:
        yield "comparison.other_not_applicable", "not_applicable", rest


def _now(change: Change) -> str:
    return change.after.verdict if change.after else "not_applicable"


def verdict_then(change: Change, words: Words) -> Text:
    """Return the verdict that a requirement had before; that it was not looked at where it had none."""
    return _verdict(change.before, words)


def verdict_now(change: Change, words: Words) -> Text:
    """Return the verdict that it has now."""
    return _verdict(change.after, words)


def _verdict(standing: Standing | None, words: Words) -> Text:
    if standing is None:
        return words("comparison.not_looked_at")
    word = words(f"verdict.{standing.verdict}")
    return words.join([word, words("waiver.mark.active")]) if standing.waived else word


def causes(change: Change, words: Words) -> Iterator[Text]:
    """Yield what made the change: the rule, the values that are not what they were, else the reasons now."""
    if change.rule_changed:
        yield words("comparison.rule_changed")
    if change.force_changed:
        yield words("comparison.force_changed." + change.direction)
    for one in change.values:
        yield _value(one, words)
    if not change.values and change.after is not None:
        for why in change.after.why:
            yield _at(why.place, why.text)


def _value(changed: ChangedValue, words: Words) -> Text:
    place = changed.after.place if changed.after else None
    sides = {
        "before": _held(changed.before, changed.path, words),
        "after": _held(changed.after, changed.path, words),
    }
    told = words("comparison.value", path=changed.path, **sides)
    return _at(place, told)


def _at(place: Place | None, told: Text) -> Text:
    return Text(f"{place}: {told.en}", f"{place}: {told.zh}") if place else told


def _held(value: Value | None, path: str, words: Words) -> Text:
    if value is None:
        return words("observed.nothing")
    held = value.value
    if isinstance(held, Mapping) and set(held) == {"low", "high"}:
        held = Spread(held["low"], held["high"])
    return shown(held, path, words)


def heading(compared: Comparison, words: Words) -> Text:
    """Return whose comparison it is."""
    its = compared.after or compared.before
    assert its is not None
    number = f" #{its.document}" if its.document > 1 else ""
    key = f" [{its.key}]" if its.key else ""
    name = f"{its.vehicle or '?'}  {its.file}{number}{key}"
    if compared.before is None:
        return words("comparison.new", name=name)
    if compared.after is None:
        return words("comparison.gone", name=name)
    return Text(name, name)


def score_of(configuration: Configuration) -> str:
    """Return the score of a configuration as an interval."""
    low, high = (percent(end) for end in configuration.score)
    if low == DASH:
        return DASH
    return f"{low} %" if low == high else f"{low}–{high} %"


def render_comparison_json(compared: Sequence[Comparison], tool_version: str) -> bytes:
    """Return comparisons as UTF-8 JSON: who, statements and scores then and now, and every change."""
    data = {
        "schema": SCHEMA,
        "tool": {"name": "icv-checker", "version": tool_version},
        "comparisons": [
            {
                "before": _configuration(one.before),
                "after": _configuration(one.after),
                "changes": [_change(change) for change in one.changes],
            }
            for one in compared
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n"


def _configuration(its: Configuration | None) -> dict[str, Any] | None:
    if its is None:
        return None
    return {
        "file": its.file,
        "document": its.document,
        "vehicle": its.vehicle,
        "configuration": its.key,
        "as_of": its.as_of,
        "statement": its.statement,
        "score": {"low": its.score[0], "high": its.score[1]},
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "requirement": change.requirement,
        "direction": change.direction,
        "before": _standing(change.before),
        "after": _standing(change.after),
        "rule_changed": change.rule_changed,
        "force_changed": change.force_changed,
        "values": [
            {
                "path": one.path,
                "before": one.before.value if one.before else None,
                "after": one.after.value if one.after else None,
                "place": place_data(one.after.place) if one.after else None,
            }
            for one in change.values
        ],
    }


def _standing(standing: Standing | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    return {
        "verdict": standing.verdict,
        "waived": standing.waived,
        "level": standing.level,
        "why": [text_data(why.text) for why in standing.why],
        "place": place_data(standing.place),
    }
