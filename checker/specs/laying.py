"""One document laid over another: maps merge, everything else is replaced."""

from bisect import bisect_right
from itertools import accumulate
from typing import Any

from checker.documents import Document, Source
from checker.documents.document import Marks
from checker.location import Place
from checker.schemas.fields import QUALIFIERS, Field, below
from checker.specs.marks import inside, shifted

_QUALIFIERS = frozenset(QUALIFIERS)
_ENDS = frozenset(("min", "max"))


class Sources(Source):
    """The texts of several files one behind the other, so that one offset names a place in one of them."""

    parts: tuple[Source, ...] = ()

    def place(self, offset: int) -> Place:
        """Return the place in its own file of the character at `offset`, counted over all the files."""
        starts = _starts(self.parts)
        index = bisect_right(starts, offset) - 1
        return self.parts[index].place(offset - starts[index])


def _starts(parts: tuple[Source, ...]) -> list[int]:
    return list(accumulate((len(part.text) + 1 for part in parts), initial=0))[:-1]


def lay_over(base: Document, top: Document, schema: Field) -> Document:
    """Return `base` with `top` laid over it; every value keeps its place in its own file.

    A range, a text in two languages and a qualified value are values: they are replaced whole, so that
    the measured basis of one number never ends up beside another.
    """
    source, marks = top.source, base.marks
    if base.source is not source:
        above, below = _parts(source), _parts(base.source)
        marks = shifted(marks, sum(len(part.text) + 1 for part in above))
        source = Sources(source.file, source.text, above + below)
    data, merged = _merge((base.data, marks), (top.data, top.marks), schema)
    return Document(source=source, number=top.number, data=data, marks=merged)


def _parts(source: Source) -> tuple[Source, ...]:
    return source.parts if isinstance(source, Sources) else (source,)


_Marked = tuple[Any, Marks]  # a value, and where it and all in it stand


def _merge(base: _Marked, top: _Marked, field: Field | None) -> _Marked:
    (old, old_marks), (new, (key, value, _)) = base, top
    if not (_merges(old, field) and _merges(new, field)):
        return top
    data, held = dict(old), dict(inside(old_marks))
    above = inside(top[1])
    for name, item in new.items():
        laid = item, above[name]
        if name in old:
            laid = _merge((old[name], held[name]), laid, field and below(field, name))
        data[name], held[name] = laid
    return data, (key, value, held)


def _merges(value: Any, field: Field | None) -> bool:
    """Return whether a value is a map of values; one that says more about a single value is not."""
    if not isinstance(value, dict):
        return False
    if field is None or field.type in ("parameters", "partial_spec"):  # also `x_*`
        one_value = value.keys() <= _QUALIFIERS and ("value" in value or "status" in value)
        return not (one_value or (value and value.keys() <= _ENDS))
    return field.type in ("record", "map")
