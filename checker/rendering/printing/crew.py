"""Parts laid out side by side, in processes of their own where cores are free."""

import queue
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Self

from checker.rendering.printing.cores import free_cores
from checker.rendering.printing.helper import Helper, Task
from checker.rendering.printing.press import Press, Sheets

#: Hears after each part how many characters of markup are done, and of how many.
Heard = Callable[[int, int], None]

#: Gets what is done of the tasks, by their places, and goes a step further with each that is asked of it.
Meanwhile = Callable[[Mapping[int, Sheets]], Iterable[None]]

#: A part with fewer characters is done before a helper is there.
LITTLE = 20_000
#: So many rows of a table make a part.
ROWS = 100
#: So many helpers at most: each takes about 100 MB of memory.
MOST = 8


class Crew:
    """Helpers and the process that has them: each takes the next part as soon as it is done with one.

    Where no helper can be started, or one is lost, the others do its work, in the end this process.
    """

    def __init__(self, style: str, day: str, cores: int | None = None) -> None:
        self._style, self._day = style, day
        self._press: Press | None = None
        self._helpers: list[Helper] = []
        self._wanted = min((cores or free_cores()) - 1, MOST) if sys.executable else 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        for helper in self._helpers:
            helper.dismiss()

    def expect(self, rows: int) -> None:
        """Start helpers for so many rows, while the page that has them is still being written."""
        self._hire(rows // ROWS - 1)

    def print(self, tasks: Sequence[Task], heard: Heard, meanwhile: Meanwhile) -> list[Sheets]:
        """Return the sheets of every task, in their order, in which they are also handed out.

        While helpers have the last ones, ``meanwhile`` may go on with those that are done.
        """
        work = _Work(tasks)
        self._hire(sum(len(task[0]) >= LITTLE for task in tasks) - 1)
        threads: list[threading.Thread] = []
        try:
            for helper in self._helpers:
                _begin(threads, work, helper)
            work.do(self._own, lambda: heard(work.done(), work.whole))
            for _ in meanwhile(work.sheets):
                if not any(thread.is_alive() for thread in threads):
                    break
            for thread in threads:
                thread.join()
        except BaseException:  # nobody waits for what is not wanted any more
            self._stop(threads)
            raise
        work.do(self._own)  # what a helper could not do
        heard(work.whole, work.whole)
        return [work.sheets[at] for at in range(len(tasks))]

    def _hire(self, worthwhile: int) -> None:
        """Start helpers, or fewer where the machine allows no more."""
        try:
            while len(self._helpers) < min(self._wanted, worthwhile):
                self._helpers.append(Helper(self._style, self._day))
        except OSError:
            self._wanted = len(self._helpers)

    def _stop(self, threads: Sequence[threading.Thread]) -> None:
        for helper in self._helpers:
            helper.stop()
        for thread in threads:
            thread.join()

    def _own(self, task: Task) -> Sheets:
        if self._press is None:
            self._press = Press(self._style, self._day)
        return self._press.sheets(*task)


class _Work:
    """What is to be done, and what is done of it."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        self._waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        for at in range(len(tasks)):
            self._waiting.put(at)
        self.sheets: dict[int, Sheets] = {}
        self.whole = sum(len(task[0]) for task in tasks)

    def do(self, printed: Callable[[Task], Sheets | None], after: Callable[[], None] = lambda: None) -> None:
        """Do one task after another, until none is left or somebody else has to do it."""
        while True:
            try:
                at = self._waiting.get_nowait()
            except queue.Empty:
                return
            sheets = printed(self._tasks[at])
            if sheets is None:
                self._waiting.put(at)
                return
            self.sheets[at] = sheets
            after()

    def done(self) -> int:
        """Return how many characters are done."""
        return sum(len(self._tasks[at][0]) for at in list(self.sheets))


def _begin(threads: list[threading.Thread], work: _Work, helper: Helper) -> None:
    """Let a helper work; where this process may have no more threads, it has nothing to do."""
    thread = threading.Thread(target=work.do, args=(helper.sheets,))
    try:
        thread.start()
    except RuntimeError:
        return
    threads.append(thread)
