"""What is remembered between runs, in a folder that nobody else can write: compiled modules, plain data."""

import marshal
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

from checker import __version__
from checker.bundled import data_folder
from checker.sha256 import sha256

_CHECK = 4  # bytes before what is marshalled: a damaged file must never reach marshal
_MAX_ENTRIES = 1024  # of some 40 kB: other folders of rules do not push the shipped ones out
_MAX_BYTES = 64 * 1024 * 1024
_SUFFIX = ".marshal"


class Cache:
    """Remembers if it has a folder that is the user's alone."""

    def __init__(self, folder: "str | os.PathLike[str] | None") -> None:
        path = None if folder is None else os.fspath(folder)
        self.folder = path if path is not None and _is_private(path) else None
        self._engine: str | None = None

    def code(self, key: str, make_source: Callable[[], str]) -> CodeType:
        """Return the compiled module for `make_source()`, which is called only if `key` is not remembered.

        A remembered file that is damaged, stale or cannot be read is made again; what cannot be
        written is not remembered. Raises only what `make_source` and `compile` raise.
        """
        code = self.recall(key)
        if not isinstance(code, CodeType):
            code = compile(make_source(), "<remembered>", "exec", dont_inherit=True)
            self.keep(key, code)
        return code

    def recall(self, key: str) -> Any:
        """Return what was kept under a key; None where it is not remembered, or cannot be trusted."""
        path = self._path(key)
        return _read(path) if path else None

    def keep(self, key: str, value: Any) -> None:
        """Remember code, or plain data (lists, maps, texts, numbers), under a key if that can be done."""
        path = self._path(key)
        if path:
            _write(path, value)

    def part(self, name: str) -> "Cache":
        """Return a cache in a folder of its own below this one, where entries do not push these out."""
        return Cache(f"{self.folder}/{name}" if self.folder else None)

    def _path(self, key: str) -> str | None:
        if self.folder is None:
            return None
        if self._engine is None:
            self._engine = _engine()
        name = sha256(f"{self._engine}\0{key}".encode()).hexdigest()
        return f"{self.folder}/{name}{_SUFFIX}"


def _engine() -> str:
    """Return what remembered code depends on: this program, this Python, and how it optimises."""
    python = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.flags.optimize}"
    return f"{__version__}\0{python}\0{_edited()}"


def _edited() -> int:
    """Return when the program was last edited, in a checkout; 0 where it is installed."""
    here = os.path.dirname(os.path.abspath(__file__))
    return _newest(here) if data_folder("standards") == f"{os.path.dirname(here)}/standards" else 0


def _newest(folder: str) -> int:
    with os.scandir(folder) as entries:
        return max(
            (
                _newest(entry.path) if entry.is_dir() else entry.stat().st_mtime_ns
                for entry in entries
                if entry.is_dir() or entry.name.endswith(".py")
            ),
            default=0,
        )


def _is_private(folder: str) -> bool:
    """Return whether the folder, made if need be, belongs to this user and to nobody else."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        return _is_closed(folder) if os.name == "posix" else _in_profile(folder)
    except OSError:
        return False


def _is_closed(folder: str) -> bool:
    """Return whether this is a folder, not a link, of this user alone, that nobody can replace."""
    found = os.lstat(folder)
    mine = stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o077
    return mine and not any(_replaceable(os.stat(parent).st_mode) for parent in _parents(folder))


def _parents(folder: str) -> Iterator[str]:
    """Yield the folders that a folder lies in, links resolved, the nearest first."""
    here, above = os.path.realpath(folder), None
    while here != (above := os.path.dirname(here)):
        yield above
        here = above


def _replaceable(mode: int) -> bool:
    """Return whether anybody may put another folder in place of one that stands in a folder of this mode."""
    return bool(mode & stat.S_IWOTH) and not mode & stat.S_ISVTX


def _in_profile(folder: str) -> bool:
    """Return whether a folder of Windows lies, links resolved, in the user's profile.

    Modes mean nothing there; a profile is closed to other users by what its folders inherit.
    """
    profile, real = os.path.realpath(os.path.expanduser("~")), os.path.realpath(folder)
    return os.path.isdir(folder) and f"{real}{os.sep}".startswith(f"{profile}{os.sep}")


def _read(path: str) -> Any:
    """Return what is remembered, or None where there is nothing that can be trusted."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        if _check(data[_CHECK:]) != data[:_CHECK]:
            return None
        return marshal.loads(data[_CHECK:])  # noqa: S302 - in a folder of this user's alone
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _check(payload: bytes) -> bytes:
    """Return what tells a damaged file; nobody else can write one that passes, for the folder is closed."""
    return zlib.crc32(payload).to_bytes(_CHECK, "big")


def _write(path: str, value: Any) -> None:
    """Remember a value: a reader sees the whole file or none."""
    payload = marshal.dumps(value)
    if len(payload) > _MAX_BYTES:
        return
    draft = f"{path.removesuffix(_SUFFIX)}.{os.getpid()}.{os.urandom(4).hex()}"
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(_check(payload) + payload)
        os.replace(draft, path)
        _forget_oldest(os.path.dirname(path))
    except OSError:
        _remove(draft)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _forget_oldest(folder: str) -> None:
    with os.scandir(folder) as listing:
        files = [entry for entry in listing if entry.is_file(follow_symlinks=False)]
        entries = sorted(files, key=lambda entry: entry.stat().st_mtime_ns)
    for entry in entries[:-_MAX_ENTRIES]:
        _remove(entry.path)
