"""The project file that a run goes by: what it says where the command line is silent."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.cli.reading import read_file
from checker.documents.limits import MAX_BYTES
from checker.errors import Invalid
from checker.record import Record, fresh
from checker.settings.keys import GATE, KEYS
from checker.text import Text

_OWN, _SHARED = "icv-checker.toml", "pyproject.toml"
#: A file without such a line has no table of ours: `[tool.icv-checker...`, `[tool]`, or a key of `tool`.
_NAMED = re.compile(
    rb"""^[ \t]*(?:\[[ \t]*["']?tool["']?[ \t]*(?:\]|\.[ \t]*["']?icv-checker)|["']?tool["']?[ \t]*[.=])""",
    re.MULTILINE,
)
#: In place of a value it takes back what the project file says.
NONE = "none"


class Project(Record):
    """What a run took from which project file."""

    file: str | None  # None: there is none, or none is to be read
    named: bool = False  # by --config
    beside: bool = False  # it comes with the specs: the current folder has none, nor those above it
    taken: Mapping[str, Any] = fresh(factory=dict)  # by key
    other: tuple[str, ...] = ()  # keys that the command line says otherwise
    idle: tuple[str, ...] = ()  # keys that this command has no use for

    @property
    def warning(self) -> Text | None:
        """What has to be told however quiet a run is: that whoever sent the specs may have set its gate."""
        if not (self.beside and self.taken):
            return None
        keys = ", ".join(self.taken), "、".join(self.taken)
        return Text(
            f"the project file {self.file} is that of the specs, not of the current folder, and sets "
            f"{keys[0]} (--config none reads none)",
            f"项目设置文件 {self.file} 与规格文件一同存放，不是当前文件夹的；本次运行采用其中的 {keys[1]}"
            "（--config none 表示不读取）",
        )


def with_settings(asked: Any) -> Project:
    """Fill in what the command line does not say from the project file; raises Invalid for a bad one.

    One run has one project file: that of `--config`, else the nearest to the current folder, up to the root
    of its repository, else the nearest to the folder that holds all specs. Who sends a spec sets no gate
    where the project has its own.
    """
    if not hasattr(asked, "config"):
        return Project(None)
    file, beside = _file(asked)
    project = _settled(asked, file, beside) if file else Project(None, bool(asked.config))
    _take_back(asked)
    return project


def _settled(asked: Any, file: str, beside: bool) -> Project:  # noqa: FBT001 - of one caller
    from checker.settings.loading import load_settings  # noqa: PLC0415 - only where there is a project file

    settings = load_settings(read_file(file), file)
    taken, other, idle = {}, [], []
    for key, value in settings.values.items() if settings else ():
        name = key.replace("-", "_")
        if not hasattr(asked, name) or (key in GATE and asked.command != "check"):
            idle.append(key)
        elif getattr(asked, name) in (None, []):  # the command line is silent; --min-score 0 is not
            taken[key] = value
            setattr(asked, name, _as_asked(key, value))
        else:
            other.append(key)
    return Project(file, bool(asked.config), beside, taken, tuple(other), tuple(idle))


def _take_back(asked: Any) -> None:
    """Make `none` of the command line what it stands for: nothing, whatever the project file says."""
    for name in (key.replace("-", "_") for key, known in KEYS.items() if known.none):
        said = getattr(asked, name, None)
        if said in (NONE, [NONE]):
            setattr(asked, name, [] if isinstance(said, list) else None)


def _as_asked(key: str, value: Any) -> Any:
    """Return a setting as the option of its name would hold it."""
    if key in ("min-score", "min-decided"):
        return value / 100
    if key == "min-domain":
        return [(domain, share / 100) for domain, share in value.items()]
    return value


def _file(asked: Any) -> tuple[str | None, bool]:
    """Return the project file, and whether it comes with the specs."""
    if asked.config:
        return (None if asked.config == NONE else asked.config), False
    if own := nearest(""):
        return own, False
    specs = folder_of(specs_named(asked))
    return (nearest(specs) if specs else None), True


def specs_named(asked: Any) -> list[str]:
    """Return the specs that a command line names, but for standard input."""
    one = (getattr(asked, name, None) for name in ("spec", "new"))
    named = [*one, *(getattr(asked, "specs", None) or ())]
    return [name for name in named if isinstance(name, str) and name != "-"]


def folder_of(names: Sequence[str]) -> str:
    """Return the folder that holds all these files; "" is the current one, and that of no files."""
    folders = [os.path.dirname(os.path.normpath(_before_wildcards(name))) for name in names]
    if len(set(folders)) < 2:
        return folders[0] if folders else ""
    try:
        return os.path.commonpath([os.path.abspath(folder) for folder in folders])
    except ValueError:  # on two drives
        return ""


def _before_wildcards(name: str) -> str:
    """Return a name up to the folder of which a pattern says no more."""
    at = min((name.find(sign) for sign in "*?[" if sign in name), default=None)
    return name if at is None or os.path.lexists(name) else os.path.join(os.path.dirname(name[:at]), "*")


def nearest(folder: str) -> str | None:
    """Return the project file of a folder, else of the nearest above it up to the root of the repository."""
    return next((file for one in _upwards(folder) if (file := project_file_in(one))), None)


def project_file_in(folder: str) -> str | None:
    """Return the project file of this very folder; one that cannot be read is told of when it is loaded."""
    own = os.path.join(folder, _OWN)
    if os.path.isfile(own):
        return own
    shared = os.path.join(folder, _SHARED)
    return shared if os.path.isfile(shared) and _names_us(shared) else None


def _upwards(folder: str) -> Iterator[str]:
    while True:
        yield folder
        here = os.path.abspath(folder or ".")
        if os.path.exists(os.path.join(folder, ".git")) or os.path.dirname(here) == here:
            return
        inside = os.path.basename(folder) not in ("", "..")
        folder = os.path.dirname(folder) if inside else os.path.join(folder, "..")


def _names_us(file: str) -> bool:
    """Return whether a pyproject.toml has our table, or may have it and cannot be read."""
    try:
        data = read_file(file)
        if not _NAMED.search(data) and _is_whole_text(data):
            return False
        from checker.settings.loading import has_table  # noqa: PLC0415 - most say nothing about this tool

        return has_table(data, file)
    except Invalid:
        return True


def _is_whole_text(data: bytes) -> bool:
    if len(data) > MAX_BYTES or b"\0" in data:  # UTF-16, say
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
