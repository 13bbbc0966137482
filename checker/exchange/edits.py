"""What is put into a spec, as plain data."""

from collections.abc import Iterable, Mapping
from typing import Any

from checker.exchange.answers import Row
from checker.record import Record
from checker.text import Text


class Edit(Record):
    """One value to be put at a path of the spec's own file; maps on the way are made."""

    path: tuple[str, ...]
    value: Any
    row: Row


class NoRoom(Exception):
    """A path that leads through something that is no map; carries where."""

    def __init__(self, path: tuple[str, ...], row: Row) -> None:
        name = ".".join(path)
        self.what = Text(
            f"'{name}' is no map, so nothing can be put below it", f"“{name}”不是映射，无法在其下填写"
        )
        self.row = row
        super().__init__(self.what.en)


def edited(data: Mapping[str, Any], edits: Iterable[Edit]) -> dict[str, Any]:
    """Return the data with every edit made; the old ones stay as they are. Raises NoRoom."""
    made = dict(data)
    for edit in edits:
        made = _put(made, edit, 0)
    return made


def _put(data: Mapping[str, Any], edit: Edit, depth: int) -> dict[str, Any]:
    key, *rest = edit.path[depth:]
    if not rest:
        return {**data, key: edit.value}
    inside = data.get(key, {})
    if not isinstance(inside, Mapping):
        raise NoRoom(edit.path[: depth + 1], edit.row)
    return {**data, key: _put(inside, edit, depth + 1)}


def raw_at(data: Any, path: Iterable[str]) -> Any:
    """Return what stands at a path of plain data; None where nothing does."""
    for key in path:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data
