"""What was read of one document: plain data, and where every key and value of it stands."""

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeAlias

from checker.location import Place
from checker.record import Record

Key: TypeAlias = str | int
Path_: TypeAlias = tuple[Key, ...]  # ("vehicle", "markets", 0)

#: Where one value stands: offset of its key (or of the item), offset of the value, and what is inside:
#: the marks of a map or list; the text as typed of a plain scalar that is not text; else None.
Marks: TypeAlias = "tuple[int, int, Inside]"
Inside: TypeAlias = "dict[str, Marks] | list[Marks] | str | None"


class Source(Record):
    """The text of a file; turns an offset into a place."""

    file: str
    text: str

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.file!r})"

    @cached_property
    def _lines(self) -> list[int]:
        lines = self.text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
        return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    def place(self, offset: int) -> Place:
        """Return the place of the character at `offset`, from 0."""
        line = bisect_right(self._lines, offset)
        return Place(self.file, line, offset - self._lines[line - 1] + 1)


class Document(Record):
    """One document of a file. `data` is its reader's own: no two parts of it are the same object."""

    source: Source
    number: int  # from 1 within the file
    data: Any  # dict, list, str, int, float, bool, None; dates stay text
    marks: Marks

    def __repr__(self) -> str:
        return f"Document({self.source!r}, number={self.number}, data={self.data!r})"

    @property
    def file(self) -> str:
        """The file, as the user wrote it."""
        return self.source.file

    @cached_property
    def keys(self) -> dict[Path_, Place]:
        """Where each key (or item of a list) starts; the root is not in it."""
        return {path: self.source.place(marks[0]) for path, marks in self._walk() if path}

    @cached_property
    def places(self) -> dict[Path_, Place]:
        """Where each value starts; ``()`` is the document itself."""
        return {path: self.source.place(marks[1]) for path, marks in self._walk()}

    @cached_property
    def typed(self) -> dict[Path_, str]:
        """The text as typed of each plain scalar that was not read as text: 1.10, 010, true."""
        return {path: marks[2] for path, marks in self._walk() if isinstance(marks[2], str)}

    def place(self, path: Path_) -> Place:
        """Return the place of the key at `path`, or of its nearest parent that is there."""
        marks = self._find(path)[0]
        return self.source.place(marks[0])

    def value_place(self, path: Path_) -> Place:
        """Return the place of the value at `path`, or of its nearest parent that is there."""
        marks = self._find(path)[0]
        return self.source.place(marks[1])

    def as_typed(self, path: Path_) -> str | None:
        """Return the text as typed of a plain scalar that was not read as text, else None."""
        marks, found = self._find(path)
        return marks[2] if found and isinstance(marks[2], str) else None

    def _find(self, path: Path_) -> tuple[Marks, bool]:
        marks = self.marks
        for key in path:
            match marks[2], key:
                case dict() as inside, str() if key in inside:
                    marks = inside[key]
                case list() as items, int() if 0 <= key < len(items):
                    marks = items[key]
                case _:
                    return marks, False
        return marks, True

    def _walk(self) -> list[tuple[Path_, Marks]]:
        found: list[tuple[Path_, Marks]] = [((), self.marks)]
        for path, marks in found:  # grows while it is read: breadth first, without recursion
            inside = marks[2]
            if isinstance(inside, dict):
                found.extend([((*path, key), child) for key, child in inside.items()])
            elif isinstance(inside, list):
                found.extend([((*path, index), child) for index, child in enumerate(inside)])
        return found


def dotted(path: Path_) -> str:
    """Return a path as people write it: ``vehicle.markets[0]``."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text
