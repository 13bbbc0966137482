"""Reading data that may be malformed: what has the wrong shape is passed over (the schema complains)."""

from collections.abc import Iterator
from typing import Any

from checker.documents import Path_
from checker.text import Text


def mapping(data: Any, key: str) -> dict[str, Any]:
    """Return the map at a key, or an empty one."""
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}


def rows(value: Any, path: Path_) -> Iterator[tuple[Path_, dict[str, Any]]]:
    """Yield a map, or each map of a list, with its path."""
    if isinstance(value, dict):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, index), row) for index, row in enumerate(value) if isinstance(row, dict))


def texts(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Yield a text, or each text of a list, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        yield from (((*path, index), item) for index, item in enumerate(value) if isinstance(item, str))


def bilingual_or_none(value: Any) -> Text | None:
    """Return ``{en, zh}`` as a text, or None where it is anything else."""
    if isinstance(value, dict) and isinstance(value.get("en"), str) and isinstance(value.get("zh"), str):
        return Text(value["en"], value["zh"])
    return None


def bilingual(value: dict[str, str]) -> Text:
    """Return ``{en, zh}`` as a text; raises KeyError where it is anything else."""
    return Text(value["en"], value["zh"])


def listed(value: Any) -> tuple[Any, ...]:
    """Return a list, one value, or nothing as a tuple."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list) else (value,)
