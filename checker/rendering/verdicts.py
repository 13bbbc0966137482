"""Verdicts and statements as shape, word and colour."""

from collections import Counter
from collections.abc import Iterable

from checker.model.assessment import Statement
from checker.model.finding import Verdict
from checker.record import Record
from checker.rendering.wording import Words
from checker.text import Text

#: A verdict is a shape, a word and a colour; the shape alone tells them apart.
SHAPES = {"pass": "●", "fail": "■", "unknown": "▲", "review": "◆", "not_applicable": "○"}

#: The verdict whose shape and colour a statement wears.
_LOOKS = {
    "does_not_conform": "fail",
    "undetermined": "unknown",
    "conforms_with_waivers": "review",
    "conforms": "pass",
}


class Stamp(Record):
    """A statement as shape, word and colour, with the sentence that carries its scope."""

    look: str  # the verdict whose colour it wears
    shape: str
    word: Text
    text: Text


class Count(Record):
    """How many requirements came to one verdict."""

    look: str
    shape: str
    word: Text
    number: int


def stamp(statement: Statement, words: Words) -> Stamp:
    """Return a statement of conformity as it is printed."""
    look = _LOOKS.get(statement.kind, "not_applicable")
    word = words(f"statement.{statement.kind}")
    if statement.provisional:
        word = words("statement.provisional", word=word)
    return Stamp(look, SHAPES[look], word, statement.text)


def counts(verdicts: Iterable[Verdict], words: Words) -> tuple[Count, ...]:
    """Return how many there are of each verdict, worst first."""
    tally = Counter(verdicts)
    return tuple(Count(v, SHAPES[v], words(f"verdict.{v}"), tally[v]) for v in Verdict)
