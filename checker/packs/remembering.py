"""Rule files that the cache remembers: an index of all, and each standard with the code that judges it."""

from collections.abc import Callable, Sequence
from types import CodeType
from typing import Any

from checker.cache import Cache
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.model import standard as model
from checker.model.assessment import Coverage
from checker.packing import Packing
from checker.packs.entries import Entry
from checker.packs.folders import RuleFile
from checker.packs.markets import Market, Markets
from checker.packs.numbers import Numbers
from checker.schemas.fields import VehicleSchema
from checker.text import Text

#: The generated function of a standard, see `checker.expression.generate`.
Judge = Callable[..., Any]

#: What is remembered of a standard: its entry, itself and its coverage, packed; the module of its judge.
_Held = tuple[Any, Any, Any, CodeType]

_PACKING = Packing(
    (
        Coverage, Entry, Market, Markets, Place, Text,
        model.Clause, model.Dates, model.Evidence, model.Expression, model.ForEach, model.Proof,
        model.Requirement, model.Scenario, model.Source, model.Standard, model.Table,
    )
)  # fmt: skip


class Remembered:
    """Gives what is remembered of rule files, and makes what is not."""

    def __init__(
        self, files: Sequence[RuleFile], schema: VehicleSchema, schema_digest: str, cache: Cache
    ) -> None:
        self.files = {file.path: file for file in files}
        self._schema = schema
        self._schema_digest = schema_digest
        self._cache = cache
        self._recalled: dict[str, _Held] = {}
        self._judges: dict[str, Judge] = {}

    def index(self, markets: RuleFile) -> tuple[dict[str, Entry], Markets, Numbers]:
        """Return the entries by id, the markets, and the numbers; raises Invalid with every problem."""
        files = [*self.files.values(), markets]
        packed, ids = self._recall("index", files, lambda: self._read_index(markets))
        entries, read = _PACKING.unpacked(packed)
        return {entry.id: entry for entry in entries}, read, Numbers(entries, ids)

    def standard(self, entry: Entry) -> model.Standard:
        """Return a standard, without the examples of its requirements."""
        standard: model.Standard = _PACKING.unpacked(self._held(self.files[entry.path])[1])
        return standard

    def coverage(self, entry: Entry) -> Coverage:
        """Return how much of a standard's outline its rules look at."""
        coverage: Coverage = _PACKING.unpacked(self._held(self.files[entry.path])[2])
        return coverage

    def judge(self, entry: Entry) -> Judge:
        """Return the function that judges a standard."""
        if entry.path not in self._judges:
            names: dict[str, Judge] = {}
            exec(self._held(self.files[entry.path])[3], names)  # noqa: S102 - in a folder of its owner's alone
            self._judges[entry.path] = names["judge"]
        return self._judges[entry.path]

    def _held(self, file: RuleFile) -> _Held:
        if file.path not in self._recalled:
            self._recalled[file.path] = self._recall("standard", [file], lambda: self._read(file))
        return self._recalled[file.path]

    def _recall(self, kind: str, files: list[RuleFile], make: Callable[[], Any]) -> Any:
        parts = [part for file in files for part in (file.path, file.shown, file.digest)]
        key = "\0".join((kind, self._schema_digest, *parts))
        held = self._cache.recall(key)
        if held is None:
            held = make()
            self._cache.keep(key, held)
        return held

    def _read(self, file: RuleFile) -> _Held:
        from checker.packs.loading import load_standard  # noqa: PLC0415 - slow, and only for a new file
        from checker.packs.making import made  # noqa: PLC0415

        *records, judge = made(load_standard(file.data, file.shown, self._schema), file.path)
        entry, standard, coverage = map(_PACKING.packed, records)
        return entry, standard, coverage, judge

    def _read_index(self, markets: RuleFile) -> tuple[Any, dict[str, tuple[str, ...]]]:
        from checker.packs.consistency import read_index  # noqa: PLC0415 - only for a new file
        from checker.packs.numbers import ids_by_name  # noqa: PLC0415

        entries: list[Entry] = []
        problems: list[Problem] = []
        for file in self.files.values():
            try:
                entries.append(_PACKING.unpacked(self._held(file)[0]))
            except Invalid as invalid:
                problems.extend(invalid.problems)
        try:
            _, read = read_index(entries, markets, complete=not problems)
        except Invalid as invalid:
            raise Invalid([*problems, *invalid.problems]) from None
        if problems:
            raise Invalid(problems)
        return _PACKING.packed((tuple(entries), read)), ids_by_name(entries)
