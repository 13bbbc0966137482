"""Parts laid out side by side, in processes of their own where cores are free."""

import marshal
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import IO, Any, Self

from checker.rendering.printing.press import Press, Sheets

#: What is to be laid out: the page of a part, its number, what is attached to it.
Task = tuple[str, int, Mapping[str, bytes]]
#: Told after each part how many characters of markup are done, and of how many.
Told = Callable[[int, int], None]

#: A part with fewer characters is done before a helper is there.
LITTLE = 20_000

_HELPER = (
    "import sys; sys.path[:] = sys.argv[1:]; from checker.rendering.printing.crew import help_out; help_out()"
)


def free_cores() -> int:
    """Return on how many cores this process may run."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """Helpers and the process that has them: each takes the next part as soon as it is done with one."""

    def __init__(self, style: str, day: str, cores: int) -> None:
        self._style, self._day = style, day
        self._press: Press | None = None
        self._helpers: list[Helper] = []
        self._cores = cores if sys.executable else 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        for helper in self._helpers:
            helper.dismiss()

    def print(self, tasks: Sequence[Task], told: Told) -> list[Sheets]:
        """Return the sheets of every task, in their order."""
        waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        for at in sorted(range(len(tasks)), key=lambda at: -len(tasks[at][0])):  # long ones first
            waiting.put(at)
        done: dict[int, Sheets] = {}
        whole = sum(len(task[0]) for task in tasks)

        def work(printed: Callable[[Task], Sheets | None], *, tells: bool = False) -> None:
            while True:
                try:
                    at = waiting.get_nowait()
                except queue.Empty:
                    return
                sheets = printed(tasks[at])
                if sheets is None:  # the helper is gone: somebody else does it
                    waiting.put(at)
                    return
                done[at] = sheets
                if tells:
                    told(sum(len(tasks[one][0]) for one in list(done)), whole)

        worthwhile = sum(len(task[0]) >= LITTLE for task in tasks)
        while len(self._helpers) < min(self._cores, worthwhile) - 1:
            self._helpers.append(Helper(self._style, self._day))
        threads = [threading.Thread(target=work, args=(helper.sheets,)) for helper in self._helpers]
        for thread in threads:
            thread.start()
        try:
            work(self._own, tells=True)
        finally:
            for thread in threads:
                thread.join()
        work(self._own)  # what a helper could not do
        told(whole, whole)
        return [done[at] for at in range(len(tasks))]

    def _own(self, task: Task) -> Sheets:
        if self._press is None:
            self._press = Press(self._style, self._day)
        return self._press.sheets(*task)


class Helper:
    """Another process that lays out parts."""

    def __init__(self, style: str, day: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this program
            [sys.executable, "-c", _HELPER, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._hand((style, day))

    def sheets(self, task: Task) -> Sheets | None:
        """Return the sheets of a task, None where the helper is gone."""
        assert self._process.stdout
        try:
            self._hand(task)
            data, pages, anchors, bookmarks, missing = marshal.load(self._process.stdout)  # noqa: S302 - ours
        except (OSError, EOFError, ValueError):
            return None
        return Sheets(data, pages, anchors, bookmarks, missing)

    def dismiss(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()

    def _hand(self, thing: Any) -> None:
        assert self._process.stdin
        marshal.dump(thing, self._process.stdin)
        self._process.stdin.flush()


def help_out() -> None:
    """Lay out what standard input hands over, until nobody hands anything over: what a Helper runs."""
    into, out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints there is no answer
    style, day = marshal.load(into)  # noqa: S302 - see Helper
    press = Press(style, day)
    while (task := _next(into)) is not None:
        one = press.sheets(*task)
        marshal.dump((one.data, one.pages, one.anchors, one.bookmarks, one.missing), out)
        out.flush()


def _next(into: IO[bytes]) -> Task | None:
    try:
        return marshal.load(into)  # type: ignore[no-any-return]  # noqa: S302 - see Helper
    except EOFError:
        return None
