"""Printed numbers of standards, as certificates and specs write them, to the ids of their editions."""

from collections.abc import Iterable, Mapping
from re import fullmatch

from checker.packs.entries import Entry

_UN = r"(?:un|e ece|un ?ece|ece)? ?(?:r|reg|regulation) ?(?:no|nr)? ?0*([1-9][0-9]*)(?: (.*))?"
_UN_ZH = r"(?:联合国|un|ece)? ?第? ?0*([1-9][0-9]*) ?号法规 ?(.*)"
_SERIES = r"(?:series )?([0-9]{2})(?: ?系列| series)?(?: of amendments)?"
_YEAR = r"(.*[0-9])-(?:19|20)[0-9]{2}"


class Numbers:
    """Knows by which numbers each edition goes."""

    def __init__(self, entries: Iterable[Entry], ids: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """`ids` is what `ids_by_name` gives for these entries, where it is remembered."""
        known = tuple(entries)
        self.printed = tuple(name for entry in known for name in (entry.number, *entry.aliases))
        self._ids = ids_by_name(known) if ids is None else ids
        self._requirements = {entry.id: entry.requirements for entry in known}

    def ids(self, printed: str) -> tuple[str, ...]:
        """Return the ids of the editions that a printed number, id or alias may mean; () for an unknown one.

        The full id of a requirement is returned as it is. Full-width characters, spaces, dashes and
        upper or lower case make no difference.
        """
        standard, _, requirement = printed.rpartition("/")
        if requirement in self._requirements.get(standard, ()):
            return (printed,)
        return self._ids.get(printed) or self._ids.get(plain(printed), ())


def ids_by_name(entries: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the editions that each name fits: as it is printed in its rule file, and plain."""
    found: dict[str, tuple[str, ...]] = {}
    known = tuple(entries)
    for entry in known:
        for name in _plain_names(entry):
            ids = found.get(name, ())
            if entry.id not in ids:
                found[name] = (*ids, entry.id)
    return {name: found[plain(name)] for entry in known for name in _as_printed(entry)} | found


def _as_printed(entry: Entry) -> tuple[str, ...]:
    return entry.id, entry.number, *entry.aliases


def _plain_names(entry: Entry) -> set[str]:
    names = set(_as_printed(entry))
    year = fullmatch(_YEAR, entry.number)
    if year:  # printed without its year, a number may mean any edition of it
        names.add(year[1])
    found = {plain(name) for name in names}
    if entry.series:
        found.add(plain(f"{entry.number} {entry.series}"))
    return found


def without_year(number: str) -> str:
    """Return what the editions of a standard have in common: "GB 44495" of "GB 44495-2024"."""
    year = fullmatch(_YEAR, number)
    return year[1] if year else number


def plain(printed: str) -> str:
    """Return a number without what print makes of it: width, case, spaces, dashes and dots."""
    if not printed.isascii():
        from unicodedata import normalize  # noqa: PLC0415 - rare

        printed = normalize("NFKC", printed)
    words = " ".join("".join(char if char.isalnum() else " " for char in printed.casefold()).split())
    regulation = fullmatch(_UN, words) or fullmatch(_UN_ZH, words)
    if not regulation:
        return words.replace(" ", "")
    rest = regulation[2] or ""
    series = fullmatch(_SERIES, rest)
    return f"unr{regulation[1]}/{series[1] if series else rest.replace(' ', '')}"
