"""The two streams of the process: what was asked for on one, what went wrong on the other."""

import os
import shutil
import sys
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from checker.errors import Invalid
from checker.text import Text

if TYPE_CHECKING:
    from checker.rendering.terminal.page import Page


@dataclass(frozen=True)
class Console:
    """Where outputs and complaints go, and how wide and colourful they may be."""

    lang: str
    out: IO[Any]
    err: IO[Any]
    colour: bool
    width: int  # columns

    @staticmethod
    def of_process(lang: str) -> "Console":
        """Return the console of this process; a stream that cannot show a character shows a mark instead."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(
                    errors="replace" if stream.encoding.lower().startswith("utf") else "backslashreplace"
                )
        terminal = sys.stdout.isatty()
        colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = shutil.get_terminal_size((100, 24)).columns
        return Console(lang, sys.stdout, sys.stderr, colour or bool(os.environ.get("FORCE_COLOR")), width)

    def page(self) -> "Page":
        """Return a page as wide and colourful as this console."""
        from checker.rendering.terminal.page import Page  # noqa: PLC0415 - not every command writes one
        from checker.rendering.terminal.style import Style  # noqa: PLC0415
        from checker.rendering.wording import load_words  # noqa: PLC0415

        return Page(self.lang, max(40, self.width), Style(self.colour), load_words())

    def write(self, text: str) -> None:
        """Write a result."""
        self.out.write(text)

    def write_bytes(self, data: bytes) -> None:
        """Write a result whose encoding is fixed, whatever the console's."""
        buffer = getattr(self.out, "buffer", None)
        if buffer is None:
            self.out.write(data.decode())
            return
        self.out.flush()
        buffer.write(data)

    def complain(self, text: Text) -> None:
        """Write one complaint."""
        self.err.write(f"icv-checker: {text.in_(self.lang)}\n")

    def problems(self, invalid: Invalid) -> None:
        """Write every problem of an input, a line each."""
        for problem in invalid.problems:
            self.err.write(f"{problem.in_(self.lang)}\n")
