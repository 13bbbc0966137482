"""Whether rule files fit together, and with the markets."""

from collections.abc import Iterator, Sequence

from checker.documents import Document, read_documents
from checker.errors import Invalid, Problem
from checker.packs.entries import Entry
from checker.packs.folders import RuleFile
from checker.packs.markets import Markets, read_markets
from checker.packs.shapes import mapping, texts
from checker.packs.unknown import unknown
from checker.schemas.structure import structure_problems
from checker.text import Text


def read_index(
    entries: Sequence[Entry], markets: RuleFile, *, complete: bool
) -> tuple[Sequence[Entry], Markets]:
    """Return entries and markets that fit together; raises Invalid.

    `complete` says that all rule files could be read: else nothing is said of ids that are not there.
    """
    documents = read_documents(markets.data, markets.shown, name_hint="yaml")
    problems = list(structure_problems(documents, "markets", markets.shown))
    problems += [*(() if problems else market_problems(documents[0])), *_twice(entries)]
    if not problems:
        read = read_markets(documents[0].data)
        problems += [*_unknown_markets(entries, read), *_circles(entries)]
        problems += _unknown_editions(entries) if complete else ()
        if not problems:
            return entries, read
    raise Invalid(problems)


def market_problems(document: Document) -> Iterator[Problem]:
    """Yield the markets of a regime that is not listed, and the regimes of no market."""
    regimes = mapping(document.data, "regimes")
    used: set[str] = set()
    for key, market in mapping(document.data, "markets").items():
        for path, regime in texts(mapping({key: market}, key).get("regimes"), ("markets", key, "regimes")):
            used.add(regime)
            if regime not in regimes:
                yield Problem(document.place(path), *unknown(regime, regimes, Text("regime", "法规体系")))
    for regime in regimes.keys() - used:
        what = Text(f"the regime '{regime}' holds in no market", f"没有任何市场采用法规体系“{regime}”")
        mend = Text("name it in `regimes` of a market", "请在某个市场的 regimes 中列出")
        yield Problem(document.place(("regimes", regime)), what, mend)


def _twice(entries: Sequence[Entry]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    for entry in entries:
        other = first.setdefault(entry.id, entry)
        if other is not entry:
            what = Text(
                f"'{entry.id}' is the id of {other.place.file} too",
                f"标识“{entry.id}”与 {other.place.file} 重复",
            )
            yield Problem(entry.place, what, Text("give each edition its own id", "各版本须使用不同标识"))


def _circles(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield the editions that replace themselves by way of others: none of them would be the newest."""
    replaces = {entry.id: entry.replaces for entry in entries}
    for entry in entries:
        older: set[str] = set()
        waiting = list(entry.replaces)
        while waiting:
            edition = waiting.pop()
            if edition not in older:
                older.add(edition)
                waiting.extend(replaces.get(edition, ()))
        if entry.id in older:
            what = Text(
                f"'{entry.id}' replaces itself by way of {', '.join(sorted(older - {entry.id}))}",
                f"“{entry.id}”经由 {'、'.join(sorted(older - {entry.id}))} 代替了自身",
            )
            yield Problem(entry.place, what, Text("name earlier editions only", "只能填写早期版本"))


def _unknown_markets(entries: Sequence[Entry], markets: Markets) -> Iterator[Problem]:
    for entry in entries:
        if entry.market not in markets.regimes:
            yield Problem(entry.place, *unknown(entry.market, markets.regimes, Text("market", "法规体系")))


def _unknown_editions(entries: Sequence[Entry]) -> Iterator[Problem]:
    known = {entry.id for entry in entries}
    for entry in entries:
        for old in entry.replaces:
            if old not in known:
                yield Problem(
                    entry.place,
                    *unknown(old, known - {entry.id}, Text("standard in replaces", "replaces 中的标准")),
                )
