"""Paths of fields, those of one map together."""

from collections.abc import Iterable


def together(paths: Iterable[str]) -> tuple[str, ...]:
    """Return paths with those of one map as one text: ``a.b: c, d``; the order is that in which maps come."""
    maps: dict[str, list[str]] = {}
    for path in paths:
        parent, _, name = path.rpartition(".")
        maps.setdefault(parent, []).append(name)
    return tuple(
        f"{parent}: {', '.join(names)}" if len(names) > 1 else f"{parent}.{names[0]}".lstrip(".")
        for parent, names in maps.items()
    )
