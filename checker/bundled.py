"""Where the data folders are: inside the wheel, or beside ``checker/`` in a checkout."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Paths are text on the way to a verdict: `pathlib` takes a third as long to import as Python to start.
_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def data_folder(name: str) -> str:
    """Return the path of the folder ``standards`` or ``reports`` that belongs to this installation."""
    installed = f"{_PACKAGE}/_data/{name}"
    return installed if os.path.isdir(installed) else f"{os.path.dirname(_PACKAGE)}/{name}"


def bundled(name: str) -> "Path":
    """Return the same folder as a Path."""
    from pathlib import Path  # noqa: PLC0415 - see above

    return Path(data_folder(name))
