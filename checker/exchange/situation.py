"""What the rows of a checklist are held against: the spec as it is, and the rules."""

from collections.abc import Mapping
from typing import Any

from checker.documents import Document
from checker.errors import Problem
from checker.exchange.answers import Row
from checker.model.spec import VehicleSpec
from checker.model.standard import Requirement, Standard
from checker.packs.library import Library
from checker.record import Record
from checker.schemas.did_you_mean import did_you_mean
from checker.schemas.vehicle import VehicleSchema
from checker.text import Text
from checker.values.dates import NotADate, parse_day


class Situation(Record):
    """A spec before anything is brought in, and who brings it in."""

    document: Document  # as its own file has it
    whole: Mapping[str, Any]  # laid over all that it extends
    specs: tuple[VehicleSpec, ...]  # its configurations
    library: Library
    schema: VehicleSchema
    by: str | None = None  # who answered, where a row does not say
    on: str | None = None  # and on which day

    @property
    def own(self) -> Mapping[str, Any]:
        """The data of the spec's own file."""
        data: Mapping[str, Any] = self.document.data
        return data

    def requirement(self, row: Row) -> tuple[Requirement, Standard] | Problem:
        """Return the requirement that a row is about; a problem where there is none of that id."""
        standard_id, _, rest = row.about.partition("/")
        if standard_id not in self.library.entries:
            return _unknown(row, Text("standard", "标准"), standard_id, self.library.entries)
        standard = self.library.standards[standard_id]
        known = {one.id.partition("/")[2]: one for one in standard.requirements}
        if rest not in known:
            kind = Text(f"requirement of {standard_id}", f"{standard_id} 的要求")
            return _unknown(row, kind, rest, known)
        return known[rest], standard

    def refs(self, row: Row, more: Mapping[str, Any]) -> tuple[str, ...] | Problem:
        """Return the documents and tests that a row names; a problem for one that is not in the spec."""
        named = row.several("ref")
        known = [*self.whole.get("documents", {}), *self.whole.get("tests", {}), *more]
        for key in named:
            if key not in known:
                what = Text(
                    f"ref: '{key}' is neither in documents nor in tests",
                    f"ref：documents 和 tests 中均没有“{key}”",
                )
                return Problem(row.at("ref"), what, did_you_mean(key, known))
        return named


def day(row: Row, column: str) -> Problem | None:
    """Return what is wrong with a day in a row; None where it is one, or the cell is empty."""
    cell = row.cells.get(column)
    if cell is None:
        return None
    try:
        parse_day(str(cell))
    except NotADate as error:
        return Problem(row.at(column), Text(f"{column}: {error.what.en}", f"{column}：{error.what.zh}"))
    if len(str(cell)) == len("2026-11-20"):
        return None
    what = Text(f"{column}: '{cell}' is a month", f"{column}：“{cell}”是月份")
    return Problem(row.at(column), what, Text(f"write the day: {cell}-01", f"请写到日：{cell}-01"))


def _unknown(row: Row, kind: Text, name: str, known: Mapping[str, Any]) -> Problem:
    what = Text(f"there is no {kind.en} '{name}'", f"没有{kind.zh}“{name}”")
    return Problem(row.at(row.sheet.key), what, did_you_mean(name, known))
