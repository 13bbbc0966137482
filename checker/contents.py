"""Digests of files; of a file that has not changed since it was digested, the one that is remembered.

Digesting all rules takes longer than judging a vehicle by them. Whether a file has changed is asked of the
file system, as git does: its size, its inode, and when its content and its entry were last written.
"""

import hashlib
import os
import time
from collections.abc import Callable

from checker.cache import Cache

#: A file younger than this may be written again without its times telling: it is digested in each run.
_SETTLED = 2_000_000_000  # nanoseconds

Signature = tuple[int, ...]


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
        signature = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev)
        known = self._known.get(path)
        if known is None or known[0] != signature:
            known = signature, f"sha256:{hashlib.sha256(self._read(path)).hexdigest()}"
        if max(found.st_mtime_ns, found.st_ctime_ns) + _SETTLED < time.time_ns():
            self._seen[path] = known
        return known[1]

    def remember(self) -> None:
        """Keep what was asked for, for the next run."""
        if self._seen != self._known:
            self._cache.keep(self._group, self._seen)
