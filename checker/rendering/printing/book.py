"""A page of HTML as a whole book: what numbers the pages of others is laid out when they are there."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from checker.record import Record
from checker.rendering.printing.binding import Binder
from checker.rendering.printing.crew import Crew, Heard, Meanwhile
from checker.rendering.printing.folios import Folio
from checker.rendering.printing.helper import Task
from checker.rendering.printing.parts import Part, cut
from checker.rendering.printing.press import Sheets

#: So often lists of contents are laid out with numbers at most; two or three times is what it takes.
ROUNDS = 6

_ENTRIES = 34  # of a list of contents, on a page


class Job(Record):
    """What is to be printed."""

    page: str
    folio: Folio
    attached: Mapping[str, bytes]


def printed(job: Job, crew: Crew, heard: Heard) -> tuple[bytes, str]:
    """Return a page of HTML as PDF/A-3a and PDF/UA-1, and the characters that no font shows.

    The bytes are the same however many lay it out; ``heard`` hears how far it is. Raises CannotNumber
    where its pages cannot be numbered.
    """
    parts = _Parts(cut(job.page), job.attached)
    binder = Binder()

    def bind(sheets: Mapping[int, Sheets]) -> Iterator[None]:
        while len(binder) < len(parts.ready) and len(binder) in sheets:
            binder.add(parts.ready[len(binder)], sheets[len(binder)])
            yield

    tasks = [parts.task(at, {}) for at in parts.ready]
    *sheets, signs = crew.print([*tasks, (job.folio.page(), len(parts.all), {})], heard, bind)
    done = dict(zip(parts.ready, sheets, strict=True))
    _lay_out_contents(parts, done, crew, lambda _: bind(dict(enumerate(sheets))))
    list(bind(dict(enumerate(sheets))))
    for at in parts.waiting:
        binder.add(at, done[at])
    book = [done[at] for at in range(len(parts.all))]
    missing = sorted({sign for one in book for sign in one.missing})
    return binder.bound(book, job.folio, signs), "".join(missing)


class _Parts:
    """The parts of a page, and in which order they are laid out and bound, which no clock decides."""

    def __init__(self, parts: Sequence[Part], attached: Mapping[str, bytes]) -> None:
        places = range(len(parts))
        self.all = parts
        self.ready = [at for at in places if not parts[at].waits]
        self.ready.sort(key=lambda at: -len(parts[at].body))  # long ones first: none keeps others waiting
        self.waiting = [at for at in places if parts[at].waits]
        self._attached = attached

    def task(self, at: int, numbers: Mapping[str, int]) -> Task:
        """Return what is to be done for a part; the first has what is attached to the book."""
        first = (self.ready + self.waiting)[0]
        return self.all[at].page(numbers), at, dict(self._attached) if at == first else {}


def _lay_out_contents(parts: _Parts, done: dict[int, Sheets], crew: Crew, meanwhile: Meanwhile) -> None:
    """Lay out the lists of contents, again if they turn out longer or shorter than was thought.

    Lists that change their own length with the numbers in them, and so are never right, get no numbers.
    """
    numbers = _numbers(parts.all, done)

    def lay_out(numbers: Mapping[str, int]) -> None:
        tasks = [parts.task(at, numbers) for at in parts.waiting]
        done.update(zip(parts.waiting, crew.print(tasks, lambda *_: None, meanwhile), strict=True))

    for _ in range(ROUNDS):
        lay_out(numbers)
        thought, numbers = numbers, _numbers(parts.all, done)
        if numbers == thought:
            break
    else:
        lay_out({})


def _numbers(parts: Sequence[Part], done: Mapping[int, Sheets]) -> dict[str, int]:
    """Return the page of every name that a link may lead to, as far as it can be known."""
    pages = [done[at].pages if at in done else _expected(part) for at, part in enumerate(parts)]
    numbers: dict[str, int] = {}
    for at, first in enumerate(accumulate(pages, initial=1)):
        if at in done:
            numbers |= {name: first + place[0] for name, place in done[at].anchors.items()}
        elif at < len(parts):
            numbers |= dict.fromkeys(parts[at].names(), first)
    return numbers


def _expected(part: Part) -> int:
    return 1 - -part.body.count("<li") // _ENTRIES
