"""Where a vehicle is sold, the regimes that hold there, and the standards looked at because of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.packs.entries import Entry
from checker.record import Record
from checker.text import Text


class Market(Record):
    """A country, or a union of countries that approves vehicles as one."""

    name: Text
    regimes: tuple[str, ...]


class Markets(Record):
    """The markets that are known, and the regimes whose standards hold in them."""

    regimes: dict[str, Text]
    markets: dict[str, Market]


class Scope(Record):
    """Which standards are looked at, and why those."""

    standards: tuple[str, ...]  # ids, in the order of the library
    text: Text
    unknown_markets: tuple[str, ...] = ()  # stated markets for which no regime is known


def read_markets(data: Mapping[str, Any]) -> Markets:
    """Return the markets of a markets.yaml that nothing is wrong with."""
    return Markets(
        {key: Text(**value) for key, value in data["regimes"].items()},
        {
            key: Market(Text(market["en"], market["zh"]), tuple(market["regimes"]))
            for key, market in data["markets"].items()
        },
    )


def code_called(name: str, names: Mapping[str, Text], words: Mapping[str, str]) -> str | None:
    """Return the code that a name in either language means; None where it means none, or several.

    ``words`` are more of what people write, each with the code that it means. A part of a name is enough.
    """
    known = [(said, code) for code, text in names.items() for said in (text.en, text.zh)]
    known += [(said, code) for said, code in words.items() if code in names]
    wanted = " ".join(name.casefold().split())
    same = {code for said, code in known if said.casefold() == wanted}
    part = {code for said, code in known if f" {wanted} " in f" {said.casefold()} "}
    found = same or part
    return next(iter(found)) if len(found) == 1 else None


def default_scope(stated: Sequence[str] | None, markets: Markets, entries: Iterable[Entry]) -> Scope:
    """Return the standards of the markets that a vehicle states; all of them where it states none.

    A taxonomy is always in scope: it makes no statement, and its level ladder is the same everywhere.
    A permit is in scope only where it is asked for: it binds whoever holds it, not a market.
    """
    known = tuple(entry for entry in entries if entry.kind != "permit")
    if not stated:
        return Scope(
            tuple(entry.id for entry in known),
            Text(
                "all standards of this library, because the spec does not state the markets",
                "本库全部标准（车辆规格文件未填写目标市场）",
            ),
        )
    regimes = {
        regime for code in stated if code in markets.markets for regime in markets.markets[code].regimes
    }
    return Scope(
        tuple(entry.id for entry in known if entry.market in regimes or entry.kind == "taxonomy"),
        _why(stated, markets),
        tuple(code for code in stated if code not in markets.markets),
    )


def _why(stated: Sequence[str], markets: Markets) -> Text:
    alike: dict[tuple[str, ...], list[Text]] = {}  # the markets of the same regimes, in the order stated
    for code in stated:
        market = markets.markets.get(code)
        name, regimes = (market.name, market.regimes) if market else (Text(code, code), ())
        alike.setdefault(regimes, []).append(name)
    parts = [_together(names, [markets.regimes[key] for key in keys]) for keys, names in alike.items()]
    return Text(
        f"the standards of the vehicle's markets: {'; '.join(part.en for part in parts)}",
        f"车型目标市场的标准：{'；'.join(part.zh for part in parts)}",
    )


def _together(names: list[Text], regimes: list[Text]) -> Text:
    en, zh = ", ".join(name.en for name in names), "、".join(name.zh for name in names)
    if not regimes:
        return Text(f"{en} (no standards are known here)", f"{zh}（本库没有其标准）")
    return Text(
        f"{en} ({', '.join(regime.en for regime in regimes)})",
        f"{zh}（{'、'.join(regime.zh for regime in regimes)}）",
    )
