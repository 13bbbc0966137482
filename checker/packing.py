"""Records as plain data that `marshal` writes, and back: each part is made when it is first read.

A rule file has thousands of parts, and a check reads few of them: the wording of a requirement, say, only
where it is printed. What is plain (numbers, texts, and tuples of them) is there at once. A field that holds
more is kept as bytes until somebody asks for it.
"""

import marshal
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from checker.record import Record, made_when_read

#: What stands for a tuple and for a map that hold records.
_TUPLE, _MAP = "()", "{}"


class Packing:
    """Packs records and named tuples of some classes, and makes them again."""

    def __init__(self, classes: Iterable[type]) -> None:
        self._classes = {cls.__name__: cls for cls in classes}

    def packed(self, value: Any) -> Any:
        """Return plain data of a record, a named tuple, or tuples and maps of them.

        A list in it stands for what it is made of: its kind, and its parts. Raises TypeError for what cannot
        be made again: lists, sets, records of other classes.
        """
        if _is_plain(value):
            return value
        kind = type(value).__name__
        if type(value) is tuple:
            return [_TUPLE, *(self.packed(item) for item in value)]
        if type(value) is dict:
            return [_MAP, {key: self.packed(item) for key, item in value.items()}]
        if self._classes.get(kind) is not type(value):
            raise TypeError(f"a {kind} is not packed here")
        return [kind, *self._parts(value)]

    def unpacked(self, data: Any) -> Any:
        """Return what was packed; raises LookupError or TypeError for what never was."""
        if type(data) is not list:
            return data
        kind, *parts = data
        if kind == _TUPLE:
            return tuple([self.unpacked(part) for part in parts])
        if kind == _MAP:
            return {key: self.unpacked(item) for key, item in parts[0].items()}
        cls = self._classes[kind]
        if issubclass(cls, Record):
            plain, packed = parts
            return made_when_read(cls, plain, partial(self._part, packed) if packed else None)
        return cls(*[self.unpacked(part) for part in parts])

    def _parts(self, value: Any) -> list[Any]:
        if not isinstance(value, Record):
            return [self.packed(part) for part in value]
        held = {name: getattr(value, name) for name in value.__match_args__}
        plain = {name: part for name, part in held.items() if _is_plain(part)}
        rest = {name: marshal.dumps(self.packed(part)) for name, part in held.items() if name not in plain}
        return [plain, rest]

    def _part(self, packed: Mapping[str, bytes], name: str) -> Any:
        return self.unpacked(marshal.loads(packed[name]))  # noqa: S302 - part of what came from a trusted place


def _is_plain(value: Any) -> bool:
    """Return whether `marshal` gives back the very same."""
    if type(value) is tuple:
        return all(map(_is_plain, value))
    return value is None or type(value) in (bool, int, float, str)
