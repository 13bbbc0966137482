"""The files that a spec names: which may be read, and reading them without surprises."""

import os
import stat
from re import match

from checker.documents.limits import MAX_BYTES
from checker.text import Text

_NOT_RELATIVE = r"[/\\~]|[A-Za-z]:"
_URL = r"[A-Za-z][A-Za-z0-9+.-]*://|(?:https?|file|data):"


def read_regular(path: str) -> bytes:
    """Return the bytes of a regular file; raise OSError for what is missing, no file, or too large."""
    with open(path, "rb", opener=_open_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise OSError(f"larger than {MAX_BYTES // 1024 // 1024} MiB")
    return data


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file as `open` does, but do not wait for the other end of a named pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def beside(file: str, name: str) -> str:
    """Return where `name` lies, written as seen from the folder of `file`."""
    return os.path.normpath(os.path.join(folder_of(file), name))


def folder_of(file: str) -> str:
    """Return the folder of a file; that of standard input is the current one."""
    return "" if file.startswith("<") else os.path.dirname(file)


def refusal(name: str, path: str, root: str) -> tuple[Text, Text] | None:
    """Return what is wrong with the name of a file to extend, and how to mend it; None if it may be read.

    Only files in the folder `root` and below may be, by a relative path: a spec from somebody else must not
    make this program read other files.
    """
    if match(_URL, name):
        return (
            Text(f"'{name}' is an address, not a file", f"“{name}”是网址，不是文件"),
            Text(
                "save the file beside this one and name it here", "请将该文件保存到本文件旁，并在此处写文件名"
            ),
        )
    if match(_NOT_RELATIVE, name) or "\\" in name:
        return (
            Text(f"'{name}' is not a relative path", f"“{name}”不是相对路径"),
            Text(
                "write the path as seen from this file, with forward slashes",
                "请写相对于本文件的路径，并使用正斜杠",
            ),
        )
    if not _inside(path, root):
        return (
            Text(f"'{name}' lies outside the folder of the spec", f"“{name}”位于规格文件所在文件夹之外"),
            Text(
                "a spec extends only files in its own folder or below it",
                "规格文件只能引用其所在文件夹及子文件夹中的文件",
            ),
        )
    return None


def _inside(path: str, root: str) -> bool:
    """Return whether a file lies in a folder, symbolic links followed."""
    real, folder = os.path.realpath(path), os.path.realpath(root or ".")
    return real == folder or real.startswith(folder.rstrip(os.sep) + os.sep)
