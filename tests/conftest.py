"""What all tests share: golden files, which `pytest --update-golden` writes again, and what is remembered."""

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
#: Files whose tests share what takes long to make, and its name: one worker runs those that share the same.
TOGETHER = {
    "tests/rendering/test_html_browser.py": "browser",
    "tests/rendering/test_html_valid.py": "pages",
    "tests/rendering/documentation/test_pages.py": "documentation",
    "tests/rendering/pipeline/test_sarif_multitool.py": "sarif",
    "tests/rendering/test_pdf.py": "papers",
    "tests/rendering/test_verapdf.py": "papers",
    "tests/rendering/test_result.py": "results",
    "tests/rendering/test_same_bytes.py": "same bytes",
    "tests/test_packaging.py": "packages",
    "tests/vehicles/test_independent_counts.py": "counts",
}


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


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Return what gives tests to workers: one by one, and those of some files to one worker.

    The groups of `--dist loadgroup` are lost in pytest 9.2, which has another place for ids of tests.
    """
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415 - only where there are workers

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = nodeid.partition("::")[0]
            return TOGETHER.get(file, nodeid)

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
