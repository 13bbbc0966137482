"""What was typed into a cell of a sheet -> what stands in a spec."""

import re
from collections.abc import Mapping
from typing import Any

from checker.schemas.fields import Field

#: What people type for a list or a map that is stated to be empty.
NONE = ("none", "无", "[]", "{}")
_TRUE, _FALSE = ("true", "yes", "是"), ("false", "no", "否")
_BETWEEN = re.compile(r"[,，、;；\n]")
_NUMBER = r"[-+]?[0-9]+(?:\.[0-9]+)?"
_RANGE = re.compile(rf"({_NUMBER})?\s*(?:\.\.|…|~|～)\s*({_NUMBER})?")
#: Between a word and what it means in Chinese, in the drop-downs.
BESIDE = " / "


def word(cell: Any) -> Any:
    """Return the word that was chosen in a drop-down, without its translation."""
    return cell.partition(BESIDE)[0].strip() if isinstance(cell, str) else cell


def value_of(cell: Any, field: Field) -> Any:
    """Return the value that a cell means for a field; what cannot be one stays as it is, to be refused."""
    if field.type == "list" and field.of is not None:
        if not isinstance(cell, str):
            return [value_of(cell, field.of)]
        parts = [] if cell.strip() in NONE else [part for part in _BETWEEN.split(cell) if part.strip()]
        return [value_of(part, field.of) for part in parts]
    if not isinstance(cell, str):
        return _untyped(cell, field)
    text = cell.strip()
    match field.type:
        case "boolean":
            lower = word(text).casefold()
            return True if lower in _TRUE else False if lower in _FALSE else text
        case "number" | "integer":
            return _number(text, field)
        case "term":
            return word(text)
        case "map" if text in NONE:
            return {}
    return text


def _untyped(cell: Any, field: Field) -> Any:
    if isinstance(cell, bool | Mapping):
        return cell
    if field.type not in ("number", "integer"):
        return f"{cell:g}" if isinstance(cell, float) else str(cell)
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _number(text: str, field: Field) -> Any:
    if re.fullmatch(_NUMBER, text):
        return float(text) if "." in text else int(text)
    ends = _RANGE.fullmatch(text) if field.range else None
    if ends is None or not any(ends.groups()):
        return text
    return {
        name: _number(end, field)
        for name, end in zip(("min", "max"), ends.groups(), strict=True)
        if end is not None
    }
