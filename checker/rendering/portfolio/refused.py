"""Documents that could not be judged: a report of several vehicles names them, with what is wrong."""

from checker.errors import Problem
from checker.record import Record
from checker.rendering.wording import Words
from checker.text import Text

#: So many problems of a document are printed; the rest is counted.
PROBLEMS = 10


class NotJudged(Record):
    """A document whose file is invalid."""

    file: str
    document: int  # from 1
    problems: tuple[Problem, ...]


class Complaint(Record):
    """One problem, ready to print."""

    place: str
    what: Text
    mend: Text | None


class Refused(Record):
    """A document that was not judged, ready to print."""

    name: Text
    complaints: tuple[Complaint, ...]
    more: int


def refused_line(one: NotJudged, words: Words) -> Refused:
    """Return what is said of a document that was not judged."""
    told = one.problems[:PROBLEMS]
    return Refused(
        name=words("report.document", file=one.file, n=one.document),
        complaints=tuple(Complaint(str(problem.place), problem.what, problem.mend) for problem in told),
        more=len(one.problems) - len(told),
    )
