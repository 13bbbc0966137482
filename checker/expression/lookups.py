"""How a table of a standard is read: at its rows, between them and beyond them."""

from collections.abc import Callable, Sequence
from typing import Any

from checker.expression.operators import equal
from checker.model.standard import Table
from checker.values.intervals import hull
from checker.values.spreads import Spread, Uncertain, is_number

Rows = Sequence[tuple[Any, ...]]


def look_up(table: Table, wanted: Sequence[Any], column: int) -> Any:
    """Return what a column says for the wanted values of the key columns, in the order of the columns.

    Between rows of an ``unstated`` column it is the uncertain number between the neighbours; for a
    spread it is the spread of what is said for all of it. None: nobody can tell.
    """
    keys = [(number, match) for number, match in enumerate(table.match) if match is not None]
    if len(wanted) != len(keys) or any(value is None for value in wanted):
        return None
    rows: Rows = table.rows
    ranged: list[tuple[int, str, Any]] = []
    for (number, match), value in zip(keys, wanted, strict=True):
        if match == "exact":
            rows = [row for row in rows if equal(row[number], value) is True]
        else:
            ranged.append((number, match, value))
    return _read(table, rows, ranged, column)


def _read(table: Table, rows: Rows, ranged: list[tuple[int, str, Any]], column: int) -> Any:
    if not rows:
        return None
    if not ranged:
        return _cell(table, rows[0][column], column)
    (number, match, value), *rest = ranged

    def at(knot: float) -> Any:
        return _read(table, [row for row in rows if row[number] == knot], rest, column)

    knots = sorted({row[number] for row in rows if is_number(row[number])})
    if is_number(value):
        return _between(knots, match, value, table.beyond, at) if knots else None
    if type(value) not in (Spread, Uncertain) or value.low is None or value.high is None or not knots:
        return None
    points = [value.low, *(knot for knot in knots if value.low < knot < value.high), value.high]
    return _over_all([_between(knots, match, point, table.beyond, at) for point in points], value)


def _over_all(said: list[Any], of: Any) -> Any:
    if any(item is None for item in said):
        return None
    if not all(is_number(item) or type(item) in (Spread, Uncertain) for item in said):
        return said[0] if all(item == said[0] for item in said) else None
    whole = hull(said)
    return Uncertain(*whole) if type(of) is Uncertain and type(whole) is Spread else whole


def _between(knots: list[float], match: str, value: float, beyond: str, at: Callable[[float], Any]) -> Any:
    below = [knot for knot in knots if knot <= value]
    above = [knot for knot in knots if knot >= value]
    if not above or (not below and match != "next_higher"):
        return at(below[-1] if below else above[0]) if beyond == "hold" else None
    if match == "next_higher" or above[0] == below[-1]:
        return at(above[0])
    first, last = at(below[-1]), at(above[0])
    if match == "linear":
        return _interpolated(first, last, (value - below[-1]) / (above[0] - below[-1]))
    whole = _over_all([first, last], None)
    return Uncertain(*whole) if type(whole) is Spread else whole


def _interpolated(first: Any, last: Any, share: float) -> float | None:
    if not is_number(first) or not is_number(last):
        return None
    return float(f"{first + (last - first) * share:.12g}")  # the reader's 1.3, not 1.3000000000000003


def _cell(table: Table, cell: Any, column: int) -> Any:
    numeric = type(cell) is int and all(is_number(row[column]) for row in table.rows)
    return float(cell) if numeric else cell
