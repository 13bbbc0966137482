"""A check that was made before is not made again: what it printed is printed once more.

Pipelines check on every push, and most pushes change no spec and no rule. A result is remembered under all
that it may depend on: the bytes of the specs, the state of every file of the rules and of the wording, every
option, the day, the language and the width of the console, and this program itself (see `checker.cache`).
Nothing is remembered of a check that reads anything else, writes files, or complains.
"""

import os
import zlib
from typing import Any

from checker.bundled import data_folder
from checker.cache import Cache
from checker.cli.console import Console
from checker.cli.places import cache_folder
from checker.cli.reading import named_files, read_file
from checker.contents import state_of
from checker.errors import Invalid
from checker.sha256 import sha256

#: Options that make a check read or write more than specs and rules, run more than once, or look for faults.
_MORE = ("write", "baseline", "watch", "waivers", "profile", "debug")
#: Options that change nothing in what is printed.
BESIDE = ("verbose", "notes", "said_lang")
_PART = "results"


class Printed:
    """What a check printed, and its exit code, if the same check was made before."""

    def __init__(self, asked: Any, console: Console) -> None:
        """`asked` says the day, so that it is the same here and for the judgement."""
        self._cache = Cache(cache_folder(os.environ)).part(_PART)
        self._asked, self._console = asked, console
        self.specs: frozenset[str] = frozenset()  # the digests of their bytes
        self._key = self._written_key()

    def recall(self) -> tuple[int, str | bytes] | None:
        """Return the exit code and what was printed; None where this check was not made before."""
        held = self._cache.recall(self._key) if self._key else None
        if held is None:
            return None
        code, packed, is_text = held
        printed = zlib.decompress(packed)
        return code, printed.decode() if is_text else printed

    def keep(self, code: int, printed: str | bytes) -> None:
        """Remember what was printed, unless something was changed while it was made."""
        if self._key and self._key == self._written_key():
            is_text = isinstance(printed, str)
            data = printed.encode() if isinstance(printed, str) else printed
            self._cache.keep(self._key, (code, zlib.compress(data, 1), is_text))

    def _written_key(self) -> str | None:
        """Return what stands for all that the result depends on; None where nothing is to be remembered."""
        asked, console = self._asked, self._console
        if self._cache.folder is None or "-" in asked.specs or any(getattr(asked, name) for name in _MORE):
            return None
        try:
            files = [(name, sha256(read_file(name)).hexdigest()) for name in named_files(asked.specs)]
            state = state_of((data_folder("standards"), data_folder("reports"), *asked.rules))
        except (Invalid, OSError):  # the check itself says what is wrong
            return None
        if state is None:
            return None
        self.specs = frozenset(f"sha256:{digest}" for _, digest in files)
        options = sorted(item for item in vars(asked).items() if item[0] not in BESIDE)
        return repr((_PART, options, files, state, console.lang, console.width, console.colour))
