"""Which files of a folder are rule files."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from checker.bundled import data_folder
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.packs.digests import digest_of
from checker.record import Record
from checker.text import Text

#: Folders and files of standards/ that hold no rules.
MARKETS, UNITS = "markets.yaml", "units.yaml"
PROFILES, CATALOGUE, CORRESPONDENCE = "profiles", "catalogue", "correspondence.yaml"
NOT_RULES = frozenset(("schema", "vehicle", MARKETS, UNITS, PROFILES, CATALOGUE, CORRESPONDENCE))
_MAX_BYTES = 16 * 1024 * 1024

Folder = str | os.PathLike[str]


#: Path -> "sha256:..." of the file's bytes; raises OSError.
Digest = Callable[[str], str]


class RuleFile(Record):
    """A rule file; its bytes are read when they are asked for."""

    path: str  # where it is read from
    shown: str  # as people are told: from the folder as the user wrote it
    digest: str

    @cached_property
    def data(self) -> bytes:
        """The bytes that the digest is of; raises Invalid if the file has changed since, or is gone."""
        try:
            data = read_bytes(self.path)
        except OSError as error:
            raise Invalid([unreadable(self.shown, error)]) from None
        if digest_of(data) != self.digest:
            raise Invalid([unreadable(self.shown, OSError("it was changed just now"))])
        return data


def digest_of_file(path: str) -> str:
    """Return the digest of a file's bytes; raises OSError."""
    return digest_of(read_bytes(path))


def read_rule_files(folders: Sequence[Folder], digest: Digest = digest_of_file) -> tuple[RuleFile, ...]:
    """Return the rule files of folders and of their subfolders; raises Invalid for what cannot be read."""
    found: list[RuleFile] = []
    problems: list[Problem] = []
    for folder in folders:
        for path, shown in _paths(os.fspath(folder), shown_as(folder)):
            try:
                found.append(RuleFile(path, shown, digest(path)))
            except OSError as error:
                problems.append(unreadable(shown, error))
    if problems:
        raise Invalid(problems)
    return tuple(found)


def read_markets_file(folder: Folder, digest: Digest = digest_of_file) -> RuleFile:
    """Return the markets.yaml of a folder; raises Invalid where it cannot be read."""
    return _file(folder, MARKETS, digest)


def dictionary_digest(folder: Folder, digest: Digest = digest_of_file) -> str:
    """Return the digest of the field dictionary that rules are checked against; raises Invalid."""
    try:
        names = [
            entry.name for entry in os.scandir(f"{os.fspath(folder)}/vehicle") if entry.name.endswith(".yaml")
        ]
    except OSError as error:
        raise Invalid([unreadable(f"{shown_as(folder)}/vehicle", error)]) from None
    files = [_file(folder, name, digest) for name in (UNITS, *(f"vehicle/{name}" for name in sorted(names)))]
    return digest_of("".join(f"{file.digest} {file.shown}\n" for file in files).encode())


def _file(folder: Folder, name: str, digest: Digest) -> RuleFile:
    path, shown = f"{os.fspath(folder)}/{name}", f"{shown_as(folder)}/{name}"
    try:
        return RuleFile(path, shown, digest(path))
    except OSError as error:
        raise Invalid([unreadable(shown, error)]) from None


def shown_as(folder: Folder) -> str:
    """Return how a folder is named to people: the shipped one is `standards` wherever it is installed."""
    path = os.fspath(folder)
    return "standards" if path == data_folder("standards") else path


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file; raises OSError, also for one that no rule file is as large as."""
    with open(path, "rb") as file:
        data = file.read(_MAX_BYTES + 1)
    if len(data) > _MAX_BYTES:
        raise OSError(f"larger than {_MAX_BYTES // 1024 // 1024} MiB")
    return data


def unreadable(shown: str, error: OSError) -> Problem:
    """Return the problem with a file or folder that cannot be read."""
    place = Place(shown, 1, 1)
    if isinstance(error, FileNotFoundError):
        here = os.getcwd()
        mend = Text(f"the current folder is {here}", f"当前文件夹为 {here}")
        return Problem(place, Text("there is no such file or folder", "没有这个文件或文件夹"), mend)
    if isinstance(error, NotADirectoryError):
        folder = os.path.dirname(shown) or "."
        mend = Text(f"name the folder that it is in: {folder}", f"请写其所在的文件夹：{folder}")
        return Problem(place, Text("this is a file, not a folder", "这是文件，不是文件夹"), mend)
    why = error.strerror or str(error)
    return Problem(place, Text(f"cannot be read: {why}", f"无法读取：{why}"))


def _paths(folder: str, shown: str) -> Iterator[tuple[str, str]]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        raise Invalid([unreadable(shown, error)]) from None
    for entry in entries:
        if entry.name in NOT_RULES or entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _paths(entry.path, f"{shown}/{entry.name}")
        elif entry.name.endswith((".yaml", ".yml")):
            yield entry.path, f"{shown}/{entry.name}"
