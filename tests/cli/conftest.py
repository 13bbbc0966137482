"""The command line, called in process: what it returns, prints and complains about."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.cli.main import main

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


class Ran(NamedTuple):
    """What a command line came to."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch, remembered):
    """Return what runs a command line in a plain console of 100 columns."""
    for name in ("NO_COLOR", "FORCE_COLOR", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("ICV_CHECKER_CACHE", str(remembered))

    def of(*arguments, **environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return of


@pytest.fixture
def car(tmp_path, monkeypatch):
    """Return a valid spec in the current folder: "car.yaml", the level 3 example."""
    shutil.copy(EXAMPLES / "l3_highway_pilot.yaml", tmp_path / "car.yaml")
    monkeypatch.chdir(tmp_path)
    return "car.yaml"


@pytest.fixture
def spec(tmp_path, monkeypatch):
    """Return what writes a small valid spec into the current folder, with more text at its end."""
    monkeypatch.chdir(tmp_path)

    def write(more="", name="small.yaml", markets="[CN]", category="M1"):
        identity = f"id: small, name: Small, manufacturer: Maker, category: {category}, markets: {markets}"
        text = f"schema: icv-vehicle/1\nvehicle: {{{identity}}}\n{more}"
        (tmp_path / name).write_text(text, "utf-8")
        return name

    return write
