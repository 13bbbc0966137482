"""The project file of the folder that a command runs in: what it says where the command line is silent."""

import os
from typing import Any

from checker.cli.reading import read_file
from checker.settings.keys import GATE

_OWN, _SHARED = "icv-checker.toml", "pyproject.toml"
_NAMED = b"tool.icv-checker"


def with_settings(asked: Any) -> None:
    """Fill in what the command line does not say from the project file; raises Invalid for a bad one."""
    if not hasattr(asked, "config"):
        return
    file = _file(asked.config)
    if file is None:
        return
    from checker.settings.loading import load_settings  # noqa: PLC0415 - only where there is a project file

    settings = load_settings(read_file(file), file)
    for key, value in settings.values.items() if settings else ():
        name = key.replace("-", "_")
        if key in GATE and asked.command != "check":
            continue
        if _is_silent(getattr(asked, name, ...)):
            setattr(asked, name, _as_asked(key, value))


def _is_silent(said: Any) -> bool:
    """Return whether the command line leaves an option out; ``--min-score 0`` does not."""
    return said is None or said is False or said == []


def _as_asked(key: str, value: Any) -> Any:
    """Return a setting as the option of its name would hold it."""
    if key in ("min-score", "min-decided"):
        return value / 100
    if key == "min-domain":
        return [(domain, share / 100) for domain, share in value.items()]
    return value


def _file(named: str | None) -> str | None:
    """Return the project file: the one that is named, else the nearest, up to the root of the repository."""
    if named:
        return None if named == "none" else named
    folder = ""
    while True:
        own = os.path.join(folder, _OWN)
        if os.path.isfile(own):
            return own
        shared = os.path.join(folder, _SHARED)
        if os.path.isfile(shared) and _names_us(shared):
            return shared
        here = os.path.abspath(folder or ".")
        if os.path.exists(os.path.join(folder, ".git")) or os.path.dirname(here) == here:
            return None
        folder = os.path.join(folder, "..")


def _names_us(file: str) -> bool:
    try:
        with open(file, "rb") as stream:
            return _NAMED in stream.read()
    except OSError:
        return False
