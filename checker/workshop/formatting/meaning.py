"""What a rule file says, however it is written: for the proof that formatting changes nothing."""

from typing import Any

from checker.documents import Document, Path_
from checker.packs.shapes import mapping

_DEFAULTS = {"obligation": "shall", "weight": 1, "confidence": "high", "beyond": "unknown"}
_SPECS = ("examples", "example_base")  # parts of vehicle specs: their keys are not ours


def meaning_of(document: Document) -> Any:
    """Return the data of a rule file without what only repeats a default."""
    sources = mapping(document.data, "sources")
    only = next(iter(sources)) if len(sources) == 1 else None
    return _meaning(document, document.data, (), only)


def _meaning(document: Document, data: Any, path: Path_, only: str | None) -> Any:
    if isinstance(data, dict):
        return {
            key: _meaning(document, value, (*path, key), only)
            for key, value in data.items()
            if not _is_default(key, value, path, only)
        }
    if isinstance(data, list):
        return [_meaning(document, value, (*path, index), only) for index, value in enumerate(data)]
    if isinstance(data, str):
        return data.strip()
    return _as_text(document, data, path)


def _as_text(document: Document, data: Any, path: Path_) -> Any:
    """Return a number where a text is asked for as that text: clause: 5.10."""
    asked = [key for key in path if isinstance(key, str)]
    return document.as_typed(path) if asked[-1:] in (["clause"], ["series"]) else data


def _is_default(key: str, value: Any, path: Path_, only: str | None) -> bool:
    if any(part in _SPECS for part in path):
        return False
    if _DEFAULTS.get(key) == value and not isinstance(value, bool):
        return True
    in_requirement = len(path) == 2 and path[0] == "requirements"
    return in_requirement and key == "source" and value == only is not None
