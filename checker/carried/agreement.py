"""What a report says beside what is found now, item by item."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from checker.record import Record
from checker.text import Text, joined

State = Literal["agrees", "disagrees", "not_compared"]
#: So many names are listed; the rest is counted.
NAMED = 5


class Item(Record):
    """One comparison."""

    item: str
    state: State
    about: str = ""  # file, document and configuration; "" is the whole report
    report: str | None = None  # what it says
    now: str | None = None  # what was found
    why: Text | None = None


def item(name: str, report: object, now: object, about: str = "", why: Text | None = None) -> Item:
    """Return the comparison of two values; why is said where they differ."""
    same = report == now
    return Item(
        name, "agrees" if same else "disagrees", about, _plain(report), _plain(now), None if same else why
    )


def compare_summaries(said: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Item]:
    """Yield what two summaries come to, document by document and configuration by configuration."""
    documents = [_names(one["results"], "file", "document") for one in (said, now)]
    invalid = [[f"{file}#{number}" for file, number in one["invalid"]] for one in (said, now)]
    yield item("specs", [*documents[0], *invalid[0]], [*documents[1], *invalid[1]])
    for before, after in zip(said["results"], now["results"], strict=False):
        about = f"{before['file']}#{before['document']}"
        keys = [_names(one["configurations"], "configuration") for one in (before, after)]
        if keys[0] != keys[1]:
            yield item("spec", keys[0], keys[1], about)
        for one, other in zip(before["configurations"], after["configurations"], strict=False):
            named = f"{about} ({one['configuration']})" if one["configuration"] else about
            yield from _configuration(one, other, named, rules_that_differ(said, now))
        if len(before["configurations"]) > 1 or before["statement"] != after["statement"]:
            yield item("statement", _stated(before["statement"]), _stated(after["statement"]), about)
        yield item("gate", _gate(before), _gate(after), about)


def rules_that_differ(said: Mapping[str, Any], now: Mapping[str, Any]) -> Text | None:
    """Return which rule files are others now, None where there is none."""
    before, after = said["standards"], now["standards"]
    changed = [key for key in before if key in after and before[key] != after[key]]
    parts = [
        (Text("other rules", "规则不同"), changed),
        (Text("not here", "此处没有"), [key for key in before if key not in after]),
        (Text("not in the report", "报告中没有"), [key for key in after if key not in before]),
    ]
    told = [
        Text(f"{what.en}: {_listed(keys)}", f"{what.zh}：{_listed(keys)}") for what, keys in parts if keys
    ]
    return joined(told) if told else None


def _configuration(
    one: Mapping[str, Any], other: Mapping[str, Any], about: str, rules: Text | None
) -> Iterator[Item]:
    yield item(
        "spec", [one["spec_digest"], *one["extends"]], [other["spec_digest"], *other["extends"]], about
    )
    yield item("rules", one["rules_digest"], other["rules_digest"], about, rules)
    for name in ("profile", "waivers", "approval"):
        if one[name] or other[name]:
            yield item(name, _flat(one[name]), _flat(other[name]), about)
    yield item("statement", _stated(one["statement"]), _stated(other["statement"]), about)
    yield item("scores", _points(one), _points(other), about)
    changed = _changed(one["verdicts"], other["verdicts"])
    state: State = "disagrees" if changed else "agrees"
    yield Item("verdicts", state, about, _counted(one["verdicts"]), _counted(other["verdicts"]), changed)


def _changed(before: Mapping[str, str], after: Mapping[str, str]) -> Text | None:
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return Text(f"in {_listed(keys)}", f"涉及：{_listed(keys)}") if keys else None


def _counted(verdicts: Mapping[str, str]) -> str:
    every = "".join(verdicts.values())
    return " ".join(f"{letter}:{every.count(letter)}" for letter in "pfrun")


def _points(one: Mapping[str, Any]) -> list[str]:
    said = [f"{name} {'/'.join(map(_number, its))}" for name, its in one["points"].items()]
    return [f"model {one['score_model']}", *said]


def _number(number: float) -> str:
    return repr(float(number)).removesuffix(".0")


def _gate(one: Mapping[str, Any]) -> str:
    return "holds" if one["gate"] else "does not hold"


def _stated(statement: list[Any]) -> str:
    kind, provisional = statement
    return f"{kind}, provisional" if provisional else str(kind)


def _flat(value: Any) -> Any:
    nested = isinstance(value, list) and bool(value) and isinstance(value[0], list)
    return [part for pair in value for part in pair] if nested else value


def _names(rows: Iterable[Mapping[str, Any]], *keys: str) -> list[str]:
    return ["#".join(str(row[key]) for key in keys) for row in rows]


def _listed(names: list[str]) -> str:
    return ", ".join(names[:NAMED]) + (f" +{len(names) - NAMED}" if len(names) > NAMED else "")


def _plain(value: object) -> str | None:
    if value is None:
        return None
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
