"""A page of HTML as a whole book: what numbers the pages of others is laid out when they are there."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from checker.record import Record
from checker.rendering.printing.binding import bound
from checker.rendering.printing.cores import free_cores
from checker.rendering.printing.crew import Crew, Heard
from checker.rendering.printing.folios import Folio
from checker.rendering.printing.helper import Task
from checker.rendering.printing.parts import Part, cut
from checker.rendering.printing.press import Sheets

#: So often lists of contents are laid out with numbers at most; two or three times is what it takes.
ROUNDS = 6

_ENTRIES = 34  # of a list of contents, on a page


class Job(Record):
    """What is to be printed, and how it looks."""

    page: str
    style: str
    day: str
    folio: Folio
    attached: Mapping[str, bytes]


def printed(job: Job, heard: Heard, cores: int | None = None) -> tuple[bytes, str]:
    """Return a page of HTML as PDF/A-3a and PDF/UA-1, and the characters that no font shows.

    The bytes are the same however many cores lay it out; ``heard`` hears how far it is. Raises
    CannotNumber where its pages cannot be numbered.
    """
    parts = cut(job.page)
    with Crew(job.style, job.day, cores or free_cores()) as crew:
        ready = [at for at, part in enumerate(parts) if not part.waits]
        tasks = [_task(job, parts, at, {}) for at in ready]
        *sheets, signs = crew.print([*tasks, (job.folio.page(), len(parts), {})], heard)
        done = dict(zip(ready, sheets, strict=True))
        book = _with_contents(job, parts, done, crew)
    missing = sorted({sign for one in book for sign in one.missing})
    return bound(book, job.folio, signs), "".join(missing)


def _task(job: Job, parts: Sequence[Part], at: int, numbers: Mapping[str, int]) -> Task:
    return parts[at].page(numbers), at, {} if at else dict(job.attached)


def _with_contents(job: Job, parts: Sequence[Part], done: dict[int, Sheets], crew: Crew) -> list[Sheets]:
    """Lay out the lists of contents, again if they turn out longer or shorter than was thought.

    Lists that change their own length with the numbers in them, and so are never right, get no numbers.
    """
    waiting = [at for at, part in enumerate(parts) if part.waits]
    numbers = _numbers(parts, done)

    def lay_out(numbers: Mapping[str, int]) -> None:
        tasks = [_task(job, parts, at, numbers) for at in waiting]
        done.update(zip(waiting, crew.print(tasks, lambda *_: None), strict=True))

    for _ in range(ROUNDS):
        lay_out(numbers)
        thought, numbers = numbers, _numbers(parts, done)
        if numbers == thought:
            break
    else:
        lay_out({})
    return [done[at] for at in range(len(parts))]


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
