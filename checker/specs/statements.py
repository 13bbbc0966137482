"""What a spec says beside its values, made when somebody asks: few of the rows of a spec are ever read."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from checker.documents import Source
from checker.documents.document import Marks
from checker.model.spec import Stated
from checker.text import Text


class Row(NamedTuple):
    """What is needed to make one row; where nothing was said beside a value, its marks are enough."""

    offset: int  # of the key (or of the item of a list)
    qualified: Mapping[str, Any] | None = None  # the map that was written in place of the value
    typed: str | None = None


class Statements(Mapping[str, Stated]):
    """The rows of a spec by dotted path, in the order of the file; "" is the document itself."""

    __slots__ = ("_default_basis", "_made", "_rows", "_source")

    def __init__(self, source: Source, rows: "Mapping[str, Row | Marks]", default_basis: str) -> None:
        self._source = source
        self._rows = rows
        self._default_basis = default_basis
        self._made: dict[str, Stated] = {}

    def __getitem__(self, path: str) -> Stated:
        made = self._made.get(path)
        if made is None:
            made = self._made[path] = self._make(self._rows[path])
        return made

    def get(self, path: str, default: Any = None) -> Any:
        """Return the row of a path, or the default where nothing is said of it."""
        made = self._made.get(path)
        if made is None:
            row = self._rows.get(path)
            if row is None:
                return default
            made = self._made[path] = self._make(row)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, path: object) -> bool:
        return path in self._rows

    def assumed(self) -> tuple[str, ...]:
        """Return the paths of the values that are only assumed, without making their rows."""
        return tuple(path for path, row in self._rows.items() if self._is_assumed(row))

    def _is_assumed(self, row: "Row | Marks") -> bool:
        said = row.qualified if isinstance(row, Row) else None
        if said is None:
            return self._default_basis == "assumed"
        return said.get("basis", self._default_basis) == "assumed" and "status" not in said

    def _make(self, row: "Row | Marks") -> Stated:
        place = self._source.place(row[0])
        if not isinstance(row, Row):
            return Stated(place, self._default_basis)
        said = row.qualified
        if said is None:
            return Stated(place, self._default_basis, typed=row.typed)
        return Stated(
            place,
            said.get("basis", self._default_basis),
            as_list(said.get("ref", ())),
            said.get("date"),
            said.get("by"),
            as_text(said.get("note")),
            said.get("status"),
            as_text(said.get("reason")),
            row.typed,
        )


def as_list(value: Any) -> tuple[str, ...]:
    """Return one key or several as several."""
    return (value,) if isinstance(value, str) else tuple(value)


def as_text(value: str | Mapping[str, str] | None) -> Text | None:
    """Return a text, in one language or in several, in the two of the product; None stays None."""
    if value is None:
        return None
    if isinstance(value, str):
        return Text(value, value)
    any_ = next(iter(value.values()))
    return Text(value.get("en", value.get("zh", any_)), value.get("zh", value.get("en", any_)))
