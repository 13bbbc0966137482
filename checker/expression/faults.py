"""What is wrong with an expression: where in it, what, and how to mend it."""

from collections.abc import Iterable
from typing import NamedTuple

from checker.text import Text


class Fault(NamedTuple):
    """One thing that is wrong with an expression."""

    offset: int  # from 0, in characters of the expression
    what: Text
    mend: Text | None = None


class ExpressionError(Exception):
    """A text that is no expression, or none that is allowed; carries its first fault."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.what.en)

    @property
    def offset(self) -> int:
        """Where it is, from 0, in characters of the expression."""
        return self.fault.offset

    @property
    def what(self) -> Text:
        """What is wrong."""
        return self.fault.what

    @property
    def mend(self) -> Text | None:
        """How to mend it."""
        return self.fault.mend


def line_and_column(source: str, offset: int) -> tuple[int, int]:
    """Return the line and the column, both from 0, in which an offset of an expression lies.

    An expression in a block scalar starts at some line and column of its file: add the line, and the
    indentation of the block to the column.
    """
    before = source[:offset]
    return before.count("\n"), offset - (before.rfind("\n") + 1)


def did_you_mean(word: str, known: Iterable[str]) -> Text | None:
    """Return the question after the known word that is most like this one; None if none is alike."""
    from difflib import get_close_matches  # noqa: PLC0415 - slow, and only needed for what is wrong

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return Text(f"did you mean {close[0]!r}?", f"是否应为“{close[0]}”？") if close else None
