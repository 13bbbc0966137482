"""Pieces of Python source, and how they are put together so that None ("not known") goes through."""

from collections.abc import Callable
from typing import NamedTuple

from checker.expression.frames import Frame


class Source(NamedTuple):
    """An expression as Python source."""

    text: str
    kind: str = "dyn"  # bool: True, False or None; int, double, string; with ~: or a spread; list; map
    known: bool = False  # never None
    simple: bool = False  # a name or a constant: may be written twice
    depth: int = 1  # of brackets
    opposite: str = ""  # the same negated, where that is no longer


def as_truth(source: Source) -> Source:
    """Return the source as True, False or None."""
    if source.kind == "bool":
        return source
    return Source(f"truth({source.text})", "bool", depth=source.depth + 1)


def truth_of(text: str, parts: list[Source], *, known: bool = False) -> Source:
    """Return a source of True, False or None that was made of parts."""
    return Source(text, "bool", known, depth=1 + max(part.depth for part in parts))


def asked(parts: list[Source], frame: Frame) -> tuple[list[str], list[str]]:
    """Return each part as it is written the first time, which names it, and as it is written again."""
    first, again = [], []
    for part in parts:
        name = part.text if part.simple else frame.temporary()
        first.append(name if part.simple else f"({name} := {part.text})")
        again.append(name)
    return first, again


def unless_unknown(parts: list[Source], frame: Frame, result: Callable[..., str]) -> str:
    """Return the source of a result that is None as soon as one of its parts is."""
    first, again = asked(parts, frame)
    unknown = [
        f"{name} is None" for name, part in zip(first, parts, strict=True) if not (part.known and part.simple)
    ]
    text = result(*again)
    return f"(None if {' or '.join(unknown)} else {text})" if unknown else f"({text})"


def conjunction(parts: list[Source], frame: Frame) -> Source:
    """Return the source of ``a && b && ...``."""
    if len(parts) == 1:
        return parts[0]
    first, names = asked(parts, frame)
    tests = " or ".join(f"{name} is False" for name in first)
    return truth_of(f"(False if {tests} else {' and '.join(names)})", parts)


def called(function: str, parts: list[Source], *more: str, kind: str = "dyn") -> Source:
    """Return the source of a call of a function of the runtime."""
    text = ", ".join([*(part.text for part in parts), *more])
    return Source(f"{function}({text})", kind, depth=1 + max((part.depth for part in parts), default=0))


def called_if_known(function: str, parts: list[Source], frame: Frame, kind: str = "dyn") -> Source:
    """Return the source of a call that is not made where a part is not known: nor would its result be."""
    text = unless_unknown(parts, frame, lambda *names: f"{function}({', '.join(names)})")
    return Source(text, kind, depth=2 + max((part.depth for part in parts), default=0))
