"""An example of a rule becomes a vehicle: a minimal one, the file's `example_base`, the example."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from checker.documents import Document, Path_
from checker.errors import Invalid, Problem
from checker.model.finding import Reason
from checker.model.spec import VehicleSpec
from checker.model.standard import Standard
from checker.packs.dates import last_day
from checker.packs.library import Library
from checker.packs.markets import Markets
from checker.record import Record
from checker.schemas.vehicle import VehicleSchema
from checker.specs.extending import Extended
from checker.specs.laying import lay_over
from checker.specs.loading import resolve
from checker.specs.marks import document_of
from checker.text import Text

#: Where evidence says of which day it is: sections of a spec -> the key.
_DAYS = {"documents": "issued", "tests": "date", "approvals": "date", "reviews": "date"}


class Workbench(Record):
    """What all examples of one rule file are made with."""

    document: Document  # the rule file
    schema: VehicleSchema
    market: str  # where the vehicles of the examples are sold, unless they say it
    standard_ids: Callable[[str], tuple[str, ...]]
    known_numbers: Callable[[], Iterable[str]] = tuple


def workbench_of(standard: Standard, document: Document, library: Library) -> Workbench:
    """Return the bench for the examples of a standard."""
    return Workbench(
        document=document,
        schema=library.schema,
        market=_market_of(standard.market, library.markets),
        standard_ids=library.standard_ids,
        known_numbers=lambda: library.numbers.printed,
    )


def example_spec(bench: Workbench, path: Path_) -> VehicleSpec:
    """Return the vehicle of the example at a path of the rule file; raises Invalid at the example's lines."""
    document = bench.document
    example = _part(document, path)
    whole = document_of(minimal_vehicle(bench.market), document.source, example.marks[0])
    if "example_base" in document.data:
        whole = lay_over(whole, _part(document, ("example_base",)), bench.schema.root)
    whole = lay_over(whole, example, bench.schema.root)
    made = resolve(
        Extended(whole, "", ()),
        schema=bench.schema,
        standard_ids=bench.standard_ids,
        known_numbers=bench.known_numbers,
    )
    problems = list(_note_problems(made[0].notes, document, path))
    if len(made) > 1:
        what = Text(
            "the example has optional equipment: it is several vehicles", "示例含有选配项，对应多个车辆"
        )
        mend = Text("say fitment: standard or not_fitted", "请写 fitment: standard 或 not_fitted")
        problems.append(Problem(document.place(path), what, mend))
    if problems:
        raise Invalid(problems)
    return made[0]


def minimal_vehicle(market: str) -> dict[str, Any]:
    """Return the least that a spec must state; its category is not known, so no rule takes it for granted."""
    return {
        "schema": "icv-vehicle/1",
        "vehicle": {
            "id": "example",
            "name": {"en": "Example", "zh": "示例车型"},
            "manufacturer": "Example",
            "category": {"status": "unknown"},
            "markets": [market],
        },
    }


def example_day(spec: VehicleSpec, standard: Standard) -> str:
    """Return the ISO day on which an example is judged.

    It is the example's `spec_date`; else the latest of the days on which its evidence was made and its values
    were found, and of those from which the standard binds new types.
    """
    if "spec_date" in spec.values:
        return str(spec.values["spec_date"])
    return max([*_stated_days(spec), *_binding_days(standard)], default="2026-01-01")


def _stated_days(spec: VehicleSpec) -> Iterator[str]:
    for section, key in _DAYS.items():
        members = spec.values.get(section, {})
        yield from (member[key] for member in members.values() if isinstance(member.get(key), str))
    yield from (row.date for row in spec.stated.values() if row.date)


def _binding_days(standard: Standard) -> Iterator[str]:
    for dates in standard.dates:
        if dates.new_types and dates.new_types != "none":
            day = last_day(dates.new_types)
            assert day is not None, "checked when the file was loaded"
            yield day


def _part(document: Document, path: Path_) -> Document:
    data, marks = document.data, document.marks
    for key in path:
        assert isinstance(marks[2], dict | list)
        data, marks = data[key], marks[2][key]  # type: ignore[index]
    return Document(source=document.source, number=1, data=data, marks=marks)


def _note_problems(notes: Iterable[Reason], document: Document, path: Path_) -> Iterator[Problem]:
    """Yield what is only worth a note in a vehicle of somebody's, and a mistake in an example of ours."""
    for note in notes:
        if note.kind != "test_contradicts":  # an example may show just that
            yield Problem(note.place or document.place(path), note.text)


def _market_of(regime: str, markets: Markets) -> str:
    """Return the market that has the fewest regimes beside this one."""
    fitting: Mapping[str, int] = {
        code: len(market.regimes) for code, market in markets.markets.items() if regime in market.regimes
    }
    return min(fitting, key=lambda code: fitting[code])
