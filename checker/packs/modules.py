"""The Python source of what is remembered: the index of a library, and the module of a standard."""

from collections.abc import Sequence

from checker.expression.generating import generate, program
from checker.model.standard import Standard
from checker.packs.entries import Entry, entry_of
from checker.packs.markets import Markets
from checker.packs.numbers import ids_by_name
from checker.packs.written import written
from checker.record import replace


def standard_source(standard: Standard, path: str) -> str:
    """Return a module that defines ENTRY, standard() and judge(); only the examples are left out."""
    bare = replace(standard, requirements=tuple(replace(r, examples=()) for r in standard.requirements))
    made = f"def standard():\n    return {written(bare)}"
    return f"ENTRY = {written(entry_of(standard, path))}\n\n{made}\n\n{generate(program(standard))}\n"


def index_source(entries: Sequence[Entry], markets: Markets) -> str:
    """Return a module that defines ENTRIES, MARKETS, and the IDS of the editions by their names."""
    index = f"ENTRIES = {written(tuple(entries))}\nMARKETS = {written(markets)}\n"
    return f"{index}IDS = {written(ids_by_name(entries))}\n"
