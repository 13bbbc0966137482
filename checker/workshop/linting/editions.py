"""Editions of one standard: each says which one it replaces."""

from collections.abc import Iterable, Iterator

from checker.errors import Problem
from checker.packs.entries import Entry
from checker.packs.numbers import without_year
from checker.text import Text


def edition_problems(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Yield the files of one number that `replaces` does not chain to the first of them."""
    editions: dict[str, list[Entry]] = {}
    for entry in entries:
        editions.setdefault(without_year(entry.number), []).append(entry)
    for number, same in editions.items():
        chained = _chained(same)
        for entry in same:
            if entry.id not in chained:
                what = Text(
                    f"'{entry.id}' and '{same[0].id}' are editions of {number}, and none replaces another",
                    f"“{entry.id}”与“{same[0].id}”同为 {number} 的版本，但未注明代替关系",
                )
                mend = Text("say `replaces:` in the later edition", "请在后一版本中填写 replaces")
                yield Problem(entry.place, what, mend)


def _chained(same: list[Entry]) -> set[str]:
    """Return the ids that the first edition is chained to, its own included."""
    links = [(entry.id, old) for entry in same for old in entry.replaces]
    reached = {same[0].id}
    for _ in same:
        reached |= {one for pair in links for one in pair if not reached.isdisjoint(pair)}
    return reached
