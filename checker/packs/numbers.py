"""Printed numbers of standards, as certificates and specs write them, to the ids of their editions."""

from collections.abc import Iterable, Mapping
from re import compile as regex

from checker.packs.entries import Entry

_UN = regex(
    r"(?:un|e ece|un ?ece|ece)? ?(?:r|reg|regulation) ?(?:no|nr)? ?0*([1-9][0-9]*)(?: (.*))?"
).fullmatch
_UN_ZH = regex(r"(?:联合国|un|ece)? ?第? ?0*([1-9][0-9]*) ?号法规 ?(.*)").fullmatch
_SERIES = regex(r"(?:series )?([0-9]{2})(?: ?系列| series)?(?: of amendments)?").fullmatch
_YEAR = regex(r"(.*[0-9])-(?:19|20)[0-9]{2}").fullmatch


class Numbers:
    """Knows by which numbers each edition goes."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.printed: tuple[str, ...]
        self._ids: dict[str, tuple[str, ...]] = {}
        self._requirements: Mapping[str, frozenset[str]]
        known = tuple(entries)
        self.printed = tuple(name for entry in known for name in (entry.number, *entry.aliases))
        self._requirements = {entry.id: frozenset(entry.requirements) for entry in known}
        for entry in known:
            for name in _names(entry):
                ids = self._ids.get(name, ())
                if entry.id not in ids:
                    self._ids[name] = (*ids, entry.id)

    def ids(self, printed: str) -> tuple[str, ...]:
        """Return the ids of the editions that a printed number, id or alias may mean; () for an unknown one.

        The full id of a requirement is returned as it is. Full-width characters, spaces, dashes and
        upper or lower case make no difference.
        """
        standard, _, requirement = printed.rpartition("/")
        if requirement in self._requirements.get(standard, ()):
            return (printed,)
        return self._ids.get(plain(printed), ())


def _names(entry: Entry) -> set[str]:
    names = {entry.id, entry.number, *entry.aliases}
    year = _YEAR(entry.number)
    if year:  # printed without its year, a number may mean any edition of it
        names.add(year[1])
    found = {plain(name) for name in names}
    if entry.series:
        found.add(plain(f"{entry.number} {entry.series}"))
    return found


def plain(printed: str) -> str:
    """Return a number without what print makes of it: width, case, spaces, dashes and dots."""
    if not printed.isascii():
        from unicodedata import normalize  # noqa: PLC0415 - rare

        printed = normalize("NFKC", printed)
    words = " ".join("".join(char if char.isalnum() else " " for char in printed.casefold()).split())
    regulation = _UN(words) or _UN_ZH(words)
    if not regulation:
        return words.replace(" ", "")
    rest = regulation[2] or ""
    series = _SERIES(rest)
    return f"unr{regulation[1]}/{series[1] if series else rest.replace(' ', '')}"
