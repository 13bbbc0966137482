"""The examples on the front pages are what the program really prints."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cli import exits

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.zh.md")
BLOCK = re.compile(r"(?<=^```console\n)(\$ .*\n)((?:(?!```).*\n)*)", re.MULTILINE)


def printed(command: str) -> str:
    """Return what a command of the page prints; it may end in ``| head -n N``."""
    command, _, head = command.partition(" | head -n ")
    program, *arguments = shlex.split(command)
    assert program == "icv-checker"
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    done = subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=ROOT,
        env=environment | {"COLUMNS": "100", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines(keepends=True)
    return "".join(lines[: int(head)] if head else lines)


@pytest.mark.parametrize("page", PAGES)
def test_outputs_on_the_page_are_real(page: str, golden: Callable[[Path, str], None]):
    text = (ROOT / page).read_text("utf-8")
    assert len(BLOCK.findall(text)) == 3
    golden(ROOT / page, BLOCK.sub(lambda block: block[1] + printed(block[1][2:].strip()), text))


@pytest.mark.parametrize("page", PAGES)
def test_the_exit_codes_on_the_page_are_those_of_the_program(page: str):
    told = {
        int(code) for code in re.findall(r"^\| ([0-9]) \|", (ROOT / page).read_text("utf-8"), re.MULTILINE)
    }
    assert told == {
        exits.HOLDS,
        exits.GATE,
        exits.USAGE,
        exits.INVALID,
        exits.INTERNAL,
        exits.MACHINE,
    }


def test_the_picture_is_small():
    assert 10_000 < (ROOT / "docs" / "report.png").stat().st_size < 300_000
