"""What all tests share: golden files, which `pytest --update-golden` writes again."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files again")


def pytest_configure() -> None:
    """Let the programs that tests start hear an interrupt, even where the tests run in the background."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


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
