"""Frozen data as Python source that makes it again."""

from typing import Any

from checker.record import Record, stated


def written(value: Any) -> str:
    """Return the source of a value: what has its default is left out, and every part has a line of its own.

    Python remembers for each step of a module where it stands: short lines make that short too.
    """
    if isinstance(value, Record):
        parts = [f"{name}={written(item)}" for name, item in stated(value).items()]
        return f"{type(value).__name__}({_lines(parts)})"
    if type(value) is tuple and any(not _is_constant(item) for item in value):
        return f"({_lines([f'{written(item)},' for item in value], '')})"
    if type(value) is dict:
        return f"{{{_lines([f'{key!r}: {written(item)}' for key, item in value.items()])}}}"
    return repr(value)


def _lines(parts: list[str], between: str = ",") -> str:
    return f"{between}\n".join(parts)


def _is_constant(value: Any) -> bool:
    """Return whether Python makes it when it compiles: numbers, texts, and tuples of them."""
    if type(value) is tuple:
        return all(map(_is_constant, value))
    return value is None or type(value) in (bool, int, float, str)
