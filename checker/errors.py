"""Every complaint: where, what, how to mend - all of them at once."""

from collections.abc import Iterable

from checker.location import Place
from checker.record import Record
from checker.text import Text


class Problem(Record):
    """One thing that is wrong with an input, and what its author can do about it."""

    place: Place
    what: Text
    mend: Text | None = None

    def in_(self, lang: str) -> str:
        """Return ``file:line:column: what (how to mend)`` on one line."""
        if self.mend is None:
            return f"{self.place}: {self.what.in_(lang)}"
        mend = f"（{self.mend.zh}）" if lang == "zh" else f" ({self.mend.in_(lang)})"
        return f"{self.place}: {self.what.in_(lang)}{mend}"


class Invalid(Exception):
    """An input that cannot be used; carries every problem found in it, in the order of the file."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place))
        super().__init__("\n".join(problem.in_("en") for problem in self.problems))
