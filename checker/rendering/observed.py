"""What a path of the spec held, as a person writes it: value, unit, how it is known, where it stands."""

from collections.abc import Mapping
from typing import Any

from checker.location import Place
from checker.model.finding import Read
from checker.record import Record
from checker.rendering.wording import Words
from checker.text import Text
from checker.values.spreads import Envelope, Spread, Uncertain

#: So many items of a list are printed; the rest is counted.
ITEMS = 6


class Observation(Record):
    """One path that a requirement read."""

    path: str
    value: Text  # empty where only the status says why there is none
    known: Text | None  # how it is known; why it did not count, or why there is none
    said: Text  # both in one
    place: str  # "x9.yaml:34:12", or ""


def place_of(place: Place | None) -> str:
    """Return ``x9.yaml:34:12``: the file's own name, without its folders."""
    if place is None:
        return ""
    name = place.file.replace("\\", "/").rstrip("/").rpartition("/")[2] or place.file
    return f"{name}:{place.line}:{place.column}"


def unit_of(path: str, words: Words) -> Text | None:
    """Return the unit that the suffix of the path's last key names, None where it names none."""
    key = path.rpartition(".")[2].partition("[")[0]
    stem, _, suffix = key.rpartition("_")
    return words(f"unit.{suffix}") if stem and f"unit.{suffix}" in words else None


def number(value: float) -> str:
    """Return a number as a spec states it: 10.0 is 10, 0.15 is 0.15."""
    return str(value) if isinstance(value, int) else format(value, ".12g")


def shown(value: Any, path: str, words: Words) -> Text:
    """Return a value of a spec in words, with its unit."""
    if value is None:
        return words("observed.nothing")
    if isinstance(value, bool):
        return words("observed.yes" if value else "observed.no")
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(value, value)
    if isinstance(value, Mapping):
        return localized(value) or words.count("observed.map", len(value))
    if isinstance(value, Spread | Envelope | Uncertain):
        return _range(value, path, words)
    if isinstance(value, list | tuple):
        return _list(value, path, words)
    return _with_unit(number(value), path, words)


def localized(value: Any) -> Text | None:
    """Return a text of the spec in both languages, whether it is one text or one per language."""
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(value, value)
    if isinstance(value, Mapping) and value and set(value) <= {"en", "zh"}:
        en, zh = value.get("en"), value.get("zh")
        if isinstance(en or zh, str):
            return Text(str(en or zh), str(zh or en))
    return None


def _list(value: list[Any] | tuple[Any, ...], path: str, words: Words) -> Text:
    if not value:
        return words("observed.none")
    items = [shown(item, path, words) for item in value[:ITEMS]]
    if len(value) > ITEMS:
        items.append(words("observed.more", n=len(value) - ITEMS))
    return words.join(items)


def _range(value: Spread | Envelope | Uncertain, path: str, words: Words) -> Text:
    low, high = (words("observed.open_end") if end is None else number(end) for end in value)
    return _with_unit(words("observed.range", low=low, high=high), path, words)


def _with_unit(amount: str | Text, path: str, words: Words) -> Text:
    unit = unit_of(path, words)
    amount = Text(amount, amount) if isinstance(amount, str) else amount
    return amount if unit is None else measured(amount, unit, words)


def measured(amount: Text, unit: Text, words: Words) -> Text:
    """Return an amount with its unit; a degree of angle follows its number at once (SI brochure, 5.4.3)."""
    return (
        Text(f"{amount.en}°", f"{amount.zh}°")
        if unit.en == "°"
        else words("observed.unit", amount=amount, unit=unit)
    )


def observation(read: Read, words: Words) -> Observation:
    """Return what one path held, ready to print."""
    known = []
    if read.basis and read.value is not None:
        known.append(words("observed.basis", basis=words(f"basis.{read.basis}")))
    if read.masked:
        known.append(words(f"masked.{read.masked}"))
    if read.status:
        known.append(words(f"status.{read.status}"))
    nothing = read.value is None and read.status
    value = Text("", "") if nothing else shown(read.value, read.path, words)
    told = _line(known) if known else None
    said = _line([value, *known] if value.en else known)
    return Observation(read.path, value, told, said, place_of(read.place))


def _line(texts: list[Text]) -> Text:
    return Text(" ".join(text.en for text in texts), "".join(text.zh for text in texts))
