"""All rule files of some folders: what there is, and each standard with its judge when it is asked for."""

import os
from collections.abc import Iterator, Mapping, Sequence

from checker.cache import Cache
from checker.contents import Contents
from checker.model.assessment import Coverage
from checker.model.standard import Standard
from checker.packs.coverage import verified_in
from checker.packs.entries import Entry
from checker.packs.folders import (
    Folder,
    RuleFile,
    dictionary_digest,
    read_bytes,
    read_markets_file,
    read_rule_files,
)
from checker.packs.markets import Markets
from checker.packs.numbers import Numbers
from checker.packs.remembering import Judge, Remembered
from checker.record import Record, replace
from checker.schemas.vehicle import VehicleSchema
from checker.sha256 import sha256


class Library(Record):
    """Rule files that fit together. Nothing of a standard is made before it is asked for."""

    entries: Mapping[str, Entry]  # by id, in the order of the folders
    markets: Markets
    standards: Mapping[str, Standard]  # by id; without examples, which only the rules' own tests read
    numbers: Numbers
    schema: VehicleSchema
    _remembered: Remembered

    def compiled(self, standard_id: str) -> Judge:
        """Return the generated function that judges a standard; raises KeyError for an unknown id."""
        return self._remembered.judge(self.entries[standard_id])

    def coverage(self, standard: Standard) -> Coverage:
        """Return the coverage of one of these standards, in which a profile may have verified more."""
        known = self._remembered.coverage(self.entries[standard.id])
        verified = verified_in(standard)
        return known if verified == known.verified else replace(known, verified=verified)

    def source(self, standard_id: str) -> RuleFile:
        """Return the rule file of a standard, as it was read; raises KeyError for an unknown id."""
        return self._remembered.files[self.entries[standard_id].path]

    def standard_ids(self, printed: str) -> tuple[str, ...]:
        """Return the ids that a printed number, id or alias may mean: more than one, or none."""
        return self.numbers.ids(printed)

    def digest(self, standard_ids: Sequence[str]) -> str:
        """Return one digest of the rule files of some standards, in whatever order they are named.

        It is that of a line each, ``<digest> <id>``, sorted by id.
        """
        lines = "".join(f"{self.entries[key].digest} {key}\n" for key in sorted(standard_ids))
        return f"sha256:{sha256(lines.encode()).hexdigest()}"


class _Standards(Mapping[str, Standard]):
    """Makes each standard when it is first asked for."""

    def __init__(self, entries: Mapping[str, Entry], remembered: Remembered) -> None:
        self._entries = entries
        self._remembered = remembered
        self._made: dict[str, Standard] = {}

    def __getitem__(self, key: str) -> Standard:
        if key not in self._made:
            self._made[key] = self._remembered.standard(self._entries[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def load_library(folders: Sequence[Folder], schema: VehicleSchema, cache: Cache) -> Library:
    """Return the library of the rule files in some folders; raises Invalid with the problems of all of them.

    The first folder holds `markets.yaml` too, and the dictionary that the vehicle schema was made from. What
    was found valid is remembered by the digests of all these.
    """
    contents = Contents(cache, "\0".join(os.fspath(folder) for folder in folders), read_bytes)
    files = read_rule_files(folders, contents.digest)
    remembered = Remembered(files, schema, dictionary_digest(folders[0], contents.digest), cache)
    entries, markets, numbers = remembered.index(read_markets_file(folders[0], contents.digest))
    contents.remember()
    return Library(entries, markets, _Standards(entries, remembered), numbers, schema, remembered)
