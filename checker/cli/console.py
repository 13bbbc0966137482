"""The two streams of the process: what was asked for on one, what went wrong on the other."""

import os
import sys
from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Any

from checker.cache import Cache
from checker.cli.marks import Marks
from checker.errors import Invalid
from checker.record import Record, fresh
from checker.text import Text

if TYPE_CHECKING:
    from checker.rendering.terminal.page import Page

_PIPED = 100  # columns where no terminal says how many


class OutputLost(OSError):
    """Standard output takes no more: the disk is full, say."""


class Console(Record):
    """Where outputs and complaints go, and how wide and colourful they may be."""

    lang: str
    out: IO[Any]
    err: IO[Any]
    colour: bool
    width: int  # columns
    marks: Marks = fresh(factory=Marks)
    quiet: bool = False  # tell nothing but problems, and what was asked for

    @staticmethod
    def of_process(lang: str) -> "Console":
        """Return the console of this process; a stream that cannot show a character shows a mark instead."""
        marks = Marks()
        errors = marks.install()
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors=errors)
        out, err = (stream or _nowhere() for stream in (sys.stdout, sys.stderr))
        width = columns(os.environ)
        colour = wants_colour(os.environ, terminal=out.isatty())
        if colour and sys.platform == "win32":
            os.system("")  # noqa: S605, S607 - makes an old Windows console obey colours
        return Console(lang, out, err, colour, width, marks)

    def page(self, cache: Cache | None = None) -> "Page":
        """Return a page as wide and colourful as this console; its words are remembered in the cache."""
        from checker.rendering.terminal.page import Page  # noqa: PLC0415 - not every command writes one
        from checker.rendering.terminal.style import Style  # noqa: PLC0415
        from checker.rendering.wording import load_words  # noqa: PLC0415

        return Page(self.lang, max(40, self.width), Style(self.colour), load_words(cache=cache))

    def write(self, text: str) -> None:
        """Write a result; raises OutputLost, and BrokenPipeError where nobody reads on."""
        try:
            self.out.write(text)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputLost(error.errno, error.strerror) from None

    def write_bytes(self, data: bytes) -> None:
        """Write a result whose encoding is fixed, whatever the console's."""
        buffer = getattr(self.out, "buffer", None)
        if buffer is None:
            self.write(data.decode())
            return
        self.out.flush()
        buffer.write(data)

    def write_printed(self, printed: str | bytes) -> None:
        """Write a result: a text for people, bytes for programs."""
        if isinstance(printed, str):
            self.write(printed)
        else:
            self.write_bytes(printed)

    def tell(self, text: Text) -> None:
        """Write a line about what was done, beside the result; not where quiet is asked for."""
        if not self.quiet:
            self.err.write(f"{_plain(text.in_(self.lang))}\n")

    def note(self, text: Text) -> None:
        """Write a line that ``--verbose`` asks for."""
        self.err.write(f"-- {_plain(text.in_(self.lang))}\n")

    def complain(self, text: Text) -> None:
        """Write one complaint."""
        self.err.write(f"icv-checker: {_plain(text.in_(self.lang))}\n")

    def problems(self, invalid: Invalid) -> None:
        """Write every problem of an input, a line each."""
        for problem in invalid.problems:
            self.err.write(f"{_plain(problem.in_(self.lang))}\n")

    def say_what_was_lost(self) -> None:
        """Tell how to see the characters that this console could not show, if there were any."""
        if self.marks.lost:
            encoding = getattr(self.out, "encoding", None) or "?"
            says = f"some characters cannot be shown in {encoding}: set PYTHONUTF8=1 for UTF-8"
            self.err.write(f"icv-checker: {says}\n")  # in English: Chinese is what cannot be shown


def wants_colour(environment: Mapping[str, str], *, terminal: bool) -> bool:
    """Return whether to paint: ``NO_COLOR`` forbids it, ``FORCE_COLOR`` asks for it, a terminal gets it."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and environment.get("TERM") != "dumb"


def columns(environment: Mapping[str, str]) -> int:
    """Return how wide the terminal is: as ``COLUMNS`` says, else as it says itself, else as is usual."""
    stated = environment.get("COLUMNS", "")
    if stated.isdecimal() and int(stated) > 0:
        return int(stated)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or _PIPED
    except (OSError, ValueError):  # no terminal, or a closed one
        return _PIPED


def _plain(text: str) -> str:
    """Return a complaint that can do nothing to a terminal, whatever file it quotes."""
    if text.isprintable():
        return text
    from checker.rendering.terminal.page import plain  # noqa: PLC0415 - rarely needed

    return plain(text)


def _nowhere() -> IO[str]:
    """Return a stream for a process whose own was closed."""
    return open(os.devnull, "w", encoding="utf-8")
