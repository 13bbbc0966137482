"""A command that is run again whenever a file that it reads is saved."""

import os
import time
from collections.abc import Callable, Iterator, Sequence

from checker.cli.console import Console
from checker.text import Text

#: Seconds between two looks at the files.
PAUSE = 0.1
_SUFFIXES = (".yaml", ".yml", ".json", ".toml")
_WAITING = Text("waiting for a file to be saved; Ctrl-C ends", "等待文件保存；按 Ctrl-C 结束")
#: A file's age and size, by its path.
Seen = dict[str, tuple[int, int]]


def watch(run: Callable[[], int], paths: Sequence[str], console: Console) -> int:
    """Run at once, and again after each save of a file there; ends only by KeyboardInterrupt."""
    seen = look(paths)
    while True:
        run()
        console.tell(Text(f"-- {_WAITING.en}", f"-- {_WAITING.zh}"))
        console.out.flush()
        changed: list[str] = []
        while not changed:
            time.sleep(PAUSE)
            now = look(paths)
            changed = sorted(path for path in {*seen, *now} if seen.get(path) != now.get(path))
            seen = now
        console.write(f"\n-- {', '.join(changed)}\n")


def look(paths: Sequence[str]) -> Seen:
    """Return every file that may matter, in these folders and below, as it is now."""
    return dict(_files(paths))


def _files(paths: Sequence[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    for path in paths:
        try:
            if os.path.isdir(path):
                inside = [entry.path for entry in os.scandir(path) if not entry.name.startswith(".")]
                yield from _files([one for one in inside if os.path.isdir(one) or one.endswith(_SUFFIXES)])
            else:
                state = os.stat(path)
                yield path, (state.st_mtime_ns, state.st_size)
        except OSError:  # it is being saved, or gone
            continue
