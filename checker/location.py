"""Where a thing stands in a file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A place in a file, counted as editors count; places are in the order of the file."""

    file: str  # as the user wrote it; "<stdin>" for standard input
    line: int  # from 1
    column: int  # from 1, in characters

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
