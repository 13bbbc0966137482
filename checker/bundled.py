"""Where the data folders are: inside the wheel, or beside ``checker/`` in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled(folder: str) -> Path:
    """Return the folder ``standards`` or ``reports`` that belongs to this installation."""
    installed = _PACKAGE / "_data" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder
