"""Files to write: whole, or not at all."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.selection import Refused
from checker.text import Text


def target(name: str) -> Path:
    """Return where to write; raises Refused where no file can be."""
    path = Path(name)
    if not path.parent.is_dir():
        raise Refused(
            Text(f"there is no folder '{path.parent}' to write to", f"没有可写入的文件夹“{path.parent}”")
        )
    if path.is_dir():
        raise Refused(Text(f"'{name}' is a folder, not a file", f"“{name}”是文件夹，不是文件"))
    return path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it; raises OSError and leaves an old file as it was."""
    import tempfile  # noqa: PLC0415 - slow, and only for what writes files

    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _as_usual(temporary, path)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def written(path: Path, make: Callable[[], bytes], console: Console) -> bool:
    """Write what is made to a file; False where it could not be, which was said."""
    try:
        write_whole(path, make())
    except OSError as error:
        says = error.strerror or str(error)
        console.complain(Text(f"{path}: cannot be written: {says}", f"{path}：无法写入：{says}"))
        return False
    return True


def save(name: str, data: bytes, console: Console) -> int:
    """Return HOLDS when a file is written, MACHINE with a complaint when it cannot be; raises Refused."""
    path = target(name)
    try:
        write_whole(path, data)
    except OSError as error:
        why = error.strerror or str(error)
        console.complain(Text(f"'{name}' cannot be written: {why}", f"无法写入“{name}”：{why}"))
        return exits.MACHINE
    return exits.HOLDS


def _as_usual(temporary: str, path: Path) -> None:
    """Give a temporary file the mode of the file that it replaces, else that of a new file of this user."""
    mask = os.umask(0)
    os.umask(mask)
    Path(temporary).chmod(path.stat().st_mode & 0o777 if path.is_file() else 0o666 & ~mask)
