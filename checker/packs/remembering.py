"""Rule files as modules that the cache remembers: an index of all, and one for each standard."""

from collections.abc import Callable, Sequence
from typing import Any

from checker.cache import Cache
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.model import standard as model
from checker.packs.entries import Entry
from checker.packs.folders import RuleFile
from checker.packs.markets import Market, Markets
from checker.packs.numbers import Numbers
from checker.schemas.vehicle import VehicleSchema
from checker.text import Text

#: The names that a remembered module uses.
_NAMES: dict[str, Any] = {
    cls.__name__: cls
    for cls in (
        Entry, Market, Markets, Place, Text,
        model.Clause, model.Dates, model.Evidence, model.Expression, model.ForEach, model.Proof,
        model.Requirement, model.Scenario, model.Source, model.Standard, model.Table,
    )
}  # fmt: skip


class Remembered:
    """Gives what is remembered of rule files, and makes what is not."""

    def __init__(
        self, files: Sequence[RuleFile], schema: VehicleSchema, schema_digest: str, cache: Cache
    ) -> None:
        self.files = {file.path: file for file in files}
        self._schema = schema
        self._schema_digest = schema_digest
        self._cache = cache
        self._executed: dict[str, dict[str, Any]] = {}

    def index(self, markets: RuleFile) -> tuple[dict[str, Entry], Markets, Numbers]:
        """Return the entries by id, the markets, and the numbers; raises Invalid with every problem."""
        names = self._execute("index", [*self.files.values(), markets], lambda: self._index_source(markets))
        entries: tuple[Entry, ...] = names["ENTRIES"]
        return {entry.id: entry for entry in entries}, names["MARKETS"], Numbers(entries, names["IDS"])

    def names(self, entry: Entry) -> dict[str, Any]:
        """Return what the module of a standard defines: ENTRY, standard() and judge()."""
        return self._module(self.files[entry.path])

    def _module(self, file: RuleFile) -> dict[str, Any]:
        if file.path not in self._executed:
            self._executed[file.path] = self._execute("standard", [file], lambda: self._source(file))
        return self._executed[file.path]

    def _execute(self, kind: str, files: list[RuleFile], make_source: Callable[[], str]) -> dict[str, Any]:
        parts = [part for file in files for part in (file.path, file.shown, file.digest)]
        names = dict(_NAMES)
        code = self._cache.code("\0".join((kind, self._schema_digest, *parts)), make_source)
        exec(code, names)  # noqa: S102 - our own repr, from a folder that only its owner can write
        return names

    def _source(self, file: RuleFile) -> str:
        from checker.packs.loading import load_standard  # noqa: PLC0415 - slow, and only for a new file
        from checker.packs.modules import standard_source  # noqa: PLC0415

        return standard_source(load_standard(file.data, file.shown, self._schema), file.path)

    def _index_source(self, markets: RuleFile) -> str:
        from checker.packs.consistency import read_index  # noqa: PLC0415 - only for a new file
        from checker.packs.modules import index_source  # noqa: PLC0415

        entries: list[Entry] = []
        problems: list[Problem] = []
        for file in self.files.values():
            try:
                entries.append(self._module(file)["ENTRY"])
            except Invalid as invalid:
                problems.extend(invalid.problems)
        try:
            read = read_index(entries, markets, complete=not problems)
        except Invalid as invalid:
            raise Invalid([*problems, *invalid.problems]) from None
        if problems:
            raise Invalid(problems)
        return index_source(*read)
