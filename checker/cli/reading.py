"""The bytes of the files that the command line names, and what to do about those that cannot be read."""

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Literal

from checker.documents.limits import MAX_BYTES
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.text import Text

STDIN = "<stdin>"
_WILDCARDS = "*?["


def shown_as(name: str) -> str:
    """Return how outputs name a file: as the user wrote it, and ``<stdin>`` for ``-``."""
    return STDIN if name == "-" else name


def read_file(name: str, most: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file (``-``: standard input); raises Invalid with how to mend the name.

    Of a file that has more than ``most`` bytes, as many as documents may have, one more than these is read.
    """
    try:
        if name == "-":
            return sys.stdin.buffer.read(most + 1)
        with open(name, "rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise Invalid([Problem(Place(shown_as(name), 1, 1), *_why(name, error))]) from None


def on_another_machine(name: str) -> bool:
    """Return whether Windows would look for a file on another machine, as for ``//server/share``."""
    return name.replace("\\", "/").startswith("//")


def form_of(name: str, data: bytes) -> Literal["yaml", "json"]:
    """Return how a file is written: by its name, and on standard input by its first character."""
    if name == "-":
        return "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else "yaml"
    return "json" if name.lower().endswith(".json") else "yaml"


def named_files(names: Sequence[str]) -> Iterator[str]:
    """Yield the names, and in place of a pattern that the shell left alone the files that it fits."""
    for name in names:
        if any(sign in name for sign in _WILDCARDS) and not os.path.lexists(name):
            from glob import glob  # noqa: PLC0415 - shells do this, but for those of Windows

            yield from sorted(glob(name, recursive=True)) or [name]
        else:
            yield name


def _why(name: str, error: OSError | ValueError) -> tuple[Text, Text | None]:
    """Return why a file cannot be read, and what to write instead."""
    code = error.errno if isinstance(error, OSError) else errno.ENOENT
    if code in (errno.ENOENT, errno.ENOTDIR, errno.EINVAL):
        if any(sign in name for sign in _WILDCARDS):
            return Text("no file fits this pattern", "没有与该通配符匹配的文件"), _other_folder()
        return Text("there is no such file", "没有这个文件"), _nearest(name)
    if os.path.isdir(name):
        listed = os.path.join(name, "*.yaml")
        mend = Text(f"name the files in it: {listed}", f"请写其中的文件：{listed}")
        return Text("this is a folder, not a file", "这是文件夹，不是文件"), mend
    if code == errno.EACCES:
        return Text("you may not read this file", "没有读取该文件的权限"), None
    says = getattr(error, "strerror", None) or str(error)
    return Text(f"cannot be read: {says}", f"无法读取：{says}"), None


def _other_folder() -> Text:
    here = os.getcwd()
    return Text(f"the current folder is {here}", f"当前文件夹为 {here}")


def _nearest(name: str) -> Text | None:
    """Return the name of the file that was probably meant: with other slashes, or spelt alike."""
    turned = name.replace("\\", "/")
    if turned != name and os.path.exists(turned):
        return Text(f"did you mean '{turned}'?", f"是否应为“{turned}”？")
    folder, _, last = turned.rpartition("/")
    try:
        beside = os.listdir(folder or ".")
    except (OSError, ValueError):
        return _other_folder()
    from checker.schemas.did_you_mean import nearest  # noqa: PLC0415 - only for a mistake

    near = nearest(last, [other for other in beside if other.endswith((".yaml", ".yml", ".json"))])
    if near is None:
        return _other_folder()
    meant = f"{folder}/{near}" if folder else near
    return Text(f"did you mean '{meant}'?", f"是否应为“{meant}”？")
