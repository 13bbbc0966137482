"""What all tests share: golden files, which `pytest --update-golden` writes again, and what is remembered."""

import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

#: Where the tests remember rules, for all workers and all programs that they start.
CACHE = "ICV_CHECKER_CACHE"
#: Files that share what takes long to make, and its name: one worker runs what shares the same.
TOGETHER = {"tests/rendering/test_pdf.py": "papers", "tests/rendering/test_verapdf.py": "papers"}
#: A file that has one of these makes something for all its tests, so that one worker runs them.
FOR_ALL = ('scope="module"', "@functools.cache")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files again")


def pytest_configure(config: pytest.Config) -> None:
    """Let the programs that tests start hear an interrupt, even where the tests run in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if not hasattr(config, "workerinput"):
        _remember(config)


def _remember(config: pytest.Config) -> None:
    """Remember in a folder of this run, and for several workers read all rules before they start."""
    folder = tempfile.mkdtemp(prefix="icv-checker-")
    os.environ[CACHE] = os.path.join(folder, "cache")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    if getattr(config.option, "numprocesses", None) and not config.option.collectonly:
        command = [sys.executable, "-m", "checker", "standards"]
        subprocess.run(command, cwd=Path(__file__).parents[1], stdout=subprocess.DEVNULL, check=False)


@functools.cache
def _shares(file: str) -> bool:
    text = (Path(__file__).parents[1] / file).read_text("utf-8")
    return any(sign in text for sign in FOR_ALL)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Return what gives tests to workers: one by one, and to one worker those that share something.

    The groups of `--dist loadgroup` are lost in pytest 9.2, which has another place for ids of tests.
    """
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415 - only where there are workers

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return TOGETHER.get(file) or (file if _shares(file) else nodeid)

    return Scheduling(config, log)


@pytest.fixture(scope="session")
def remembered() -> Path:
    """Return the folder of what is remembered between runs, of these tests alone."""
    return Path(os.environ[CACHE])


@pytest.fixture(autouse=True)
def judged_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a check in this process judge, although an earlier test may have checked the same."""
    monkeypatch.setattr("checker.cli.repeated.Printed.recall", lambda _: None)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a check that a file holds exactly this text."""

    def check(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.write_text(text, "utf-8", newline="\n")
        again = (
            f"{file} is out of date; read the difference after: pytest --update-golden {request.node.nodeid}"
        )
        same = (
            file.is_file() and file.read_text("utf-8") == text
        )  # not in the assertion: the difference is long
        assert same, again

    return check
