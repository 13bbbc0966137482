"""Programs from npm for tests, where `./dev` brought them."""

from pathlib import Path

import pytest

_FOLDER = Path(__file__).parents[2] / "build/node/node_modules"


def brought(path: str) -> Path:
    """Return a file of a package; skip the test where it is missing."""
    file = _FOLDER / path
    if not file.is_file():
        pytest.skip(f"{path} is not here (./dev setup brings it where npm is)")
    return file
