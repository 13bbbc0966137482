"""A real browser for tests: the system's Chromium without a window, driven by Playwright."""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_OPTIONS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")


def browser_path() -> str:
    """Return the program of the browser; skip the test where there is none."""
    found = os.environ.get("ICV_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if not found:
        pytest.skip("no Chromium is here (apt-get install chromium), so no page is opened in a browser")
    return found


def driver() -> Any:
    """Return Playwright's interface; skip the test where it is missing, or a library of what it starts."""
    api = pytest.importorskip("playwright.sync_api", reason="Playwright is not here (pip install playwright)")
    if not _starts():
        pytest.skip("Playwright's driver does not start (apt-get install libatomic1)")
    return api


@functools.cache
def _starts() -> bool:
    command = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@contextmanager
def browser() -> Generator[Any]:
    """Yield the browser; skip the test where it or Playwright is missing."""
    api, path = driver(), browser_path()
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(_OPTIONS))
        try:
            yield started
        finally:
            started.close()


class Page:
    """A report in a tab: what its console says and what it asks for is written down."""

    def __init__(self, started: Any, file: Path, **context: Any) -> None:
        self.context = started.new_context(**{"viewport": {"width": 1300, "height": 900}, **context})
        self.tab = self.context.new_page()
        self.tab.set_default_timeout(20_000)
        self.address = file.as_uri()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.tab.on("console", lambda message: self.said.append(message.text))
        self.tab.on("pageerror", lambda error: self.said.append(str(error)))
        self.tab.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        self.tab.on("request", lambda request: self.asked.append(request.url))

    def open(self, fragment: str = "") -> "Page":
        """Load the report anew, with a fragment of its address."""
        self.tab.goto("about:blank")
        self.tab.goto(self.address + fragment)
        return self

    def rows(self) -> list[str]:
        """Return the ids of the requirements that are shown, in their order."""
        script = "rows => rows.filter(row => row.checkVisibility()).map(row => row.id)"
        shown: list[str] = self.tab.eval_on_selector_all(".findings tbody tr", script)
        return shown

    def fragment(self) -> str:
        """Return the fragment of the address."""
        found: str = self.tab.evaluate("decodeURIComponent(location.hash)")
        return found

    def focused(self) -> str:
        """Return the id of what has the focus."""
        found: str = self.tab.evaluate("document.activeElement.id")
        return found

    def text(self, selector: str) -> str:
        """Return what an element says."""
        found: str = self.tab.inner_text(selector)
        return found

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than the window."""
        found: int = self.tab.evaluate("document.documentElement.scrollWidth - innerWidth")
        return found

    def close(self) -> None:
        self.context.close()
