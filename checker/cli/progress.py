"""How far a long job is, on a terminal: never in a pipe or in CI, and not before it has taken a second."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Self

from checker.cli.console import Console
from checker.text import Text

_PATIENCE = 1.0  # seconds
_BAR = 24  # columns


class Progress:
    """One line on standard error that is written again as a job goes on, and gone when it ends.

    Called with how much is done and of how much, in any unit.
    """

    def __init__(self, console: Console, job: Text, clock: Callable[[], float] = time.monotonic) -> None:
        self._console, self._job, self._clock = console, job.in_(console.lang), clock
        self._begun, self._line = clock(), ""
        self._wanted = wanted(console)

    def __call__(self, done: int, whole: int) -> None:
        """Show how far the job is."""
        if not self._wanted or not whole or self._clock() - self._begun < _PATIENCE:
            return
        full, empty = "█░" if self._can_draw() else "#."
        bar = full * (_BAR * done // whole)
        self._show(f"{self._job} {bar.ljust(_BAR, empty)} {100 * done // whole:3} %")

    def over(self, items: Sequence[str]) -> Iterator[str]:
        """Yield the items, and show after each how many are done."""
        with self:
            for number, item in enumerate(items):
                self(number, len(items))
                yield item

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._show("")

    def _show(self, line: str) -> None:
        if line != self._line:
            blank = " " * sum(2 if ord(sign) > 0x2FFF else 1 for sign in self._line)
            self._console.err.write(f"\r{blank}\r{line}")
            self._console.err.flush()
            self._line = line

    def _can_draw(self) -> bool:
        return (getattr(self._console.err, "encoding", None) or "").lower().startswith("utf")


def wanted(console: Console) -> bool:
    """Return whether somebody watches a terminal that can go back in a line, and did not say quiet."""
    dull = os.environ.get("TERM") == "dumb" or os.environ.get("CI", "") not in ("", "false", "0")
    return console.err.isatty() and not console.quiet and not dull
