"""Another process that lays out parts: the end that hands them over, and the end that lays them out."""

import marshal
import subprocess
import sys
from collections.abc import Mapping
from typing import IO, Any

from checker.rendering.printing.press import Press, Sheets

#: What is to be laid out: the page of a part, its number, what is attached to it.
Task = tuple[str, int, Mapping[str, bytes]]

_PROGRAM = """
import sys
sys.path[:] = sys.argv[1:]
from checker.rendering.printing.helper import help_out
help_out()
"""
_KINDS = (bytes, int, dict, list, str)  # of what Sheets have


class Helper:
    """Another process that lays out parts; raises OSError where none can be started."""

    def __init__(self, style: str, day: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - this program
            [sys.executable, "-c", _PROGRAM, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._first: Any = (style, day)
        self._gone = False

    def sheets(self, task: Task) -> Sheets | None:
        """Return the sheets of a task; None from when the helper is gone or speaks nonsense."""
        assert self._process.stdout
        if self._gone:
            return None
        try:
            if self._first:
                self._hand(self._first)
                self._first = None
            self._hand(task)
            return _sheets(marshal.load(self._process.stdout))  # noqa: S302 - ours
        except (OSError, EOFError, ValueError, TypeError, MemoryError):  # what marshal makes of other bytes
            self.stop()
            return None

    def stop(self) -> None:
        """End the process; whoever waits for its answer hears that it is gone."""
        self._gone = True
        self._process.kill()

    def dismiss(self) -> None:
        """End the process and let go of it; nobody may be waiting for its answer."""
        self.stop()
        self._process.communicate()

    def _hand(self, thing: Any) -> None:
        assert self._process.stdin
        marshal.dump(thing, self._process.stdin)
        self._process.stdin.flush()


def _sheets(answer: Any) -> Sheets:
    """Return what a helper answered; raises ValueError where that is something else."""
    if not isinstance(answer, tuple) or tuple(map(type, answer)) != _KINDS:
        message = "a helper speaks nonsense"
        raise ValueError(message)
    return Sheets(*answer)


def help_out() -> None:
    """Lay out what standard input hands over, until nobody hands anything over: what a Helper runs."""
    into, out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints there is no answer
    import weasyprint  # noqa: F401, PLC0415 - half a second, in which the page is still being written

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
