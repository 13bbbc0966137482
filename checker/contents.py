"""Digests of files; of a file that has not changed since it was digested, the one that is remembered.

Digesting all rules takes longer than judging a vehicle by them. Whether a file has changed is asked of the
file system, as git does: its size, its inode, and when its content and its entry were last written.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator

from checker.cache import Cache
from checker.sha256 import sha256

#: A file younger than this may be written again without its times telling: it is digested in each run.
_SETTLED = 2_000_000_000  # nanoseconds

Signature = tuple[int, ...]


def state_of(folders: Iterable[str]) -> str | None:
    """Return a digest of the state of every file in folders and their subfolders: it changes with each file.

    None where one is so young that it may be changed again and nothing tells. Raises OSError.
    """
    settled = time.time_ns() - _SETTLED
    found = {os.path.abspath(folder): tuple(_signatures(folder)) for folder in folders}
    for signatures in found.values():
        if any(max(written, entered) > settled for _, (_, written, entered, *_) in signatures):
            return None
    return sha256(repr(found).encode("utf-8", "surrogateescape")).hexdigest()


def _signatures(folder: str) -> Iterator[tuple[str, Signature]]:
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _signatures(entry.path)
        else:
            yield entry.name, _signature(entry.stat())


def _signature(found: os.stat_result) -> Signature:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev


class Contents:
    """Gives the digests of files, and remembers them by name of the group that they belong to."""

    def __init__(self, cache: Cache, group: str, read: Callable[[str], bytes]) -> None:
        self._cache = cache
        self._group = f"contents\0{group}"
        self._read = read
        self._known: dict[str, tuple[Signature, str]] = cache.recall(self._group) or {}
        self._seen: dict[str, tuple[Signature, str]] = {}

    def digest(self, path: str) -> str:
        """Return ``sha256:...`` of a file's bytes; raises OSError for what cannot be read."""
        found = os.stat(path)
        signature = _signature(found)
        known = self._known.get(path)
        if known is None or known[0] != signature:
            known = signature, f"sha256:{sha256(self._read(path)).hexdigest()}"
        if max(found.st_mtime_ns, found.st_ctime_ns) + _SETTLED < time.time_ns():
            self._seen[path] = known
        return known[1]

    def remember(self) -> None:
        """Keep what was asked for, for the next run."""
        if self._seen != self._known:
            self._cache.keep(self._group, self._seen)
