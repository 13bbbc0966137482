"""`--watch`: a save is answered with a new verdict, and Ctrl-C ends quietly."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from checker.cli import exits
from checker.cli.watching import look

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is not sent this way there")


class Watched:
    """A command that watches, and the lines that it has written so far."""

    def __init__(self, folder, *arguments):
        self._lines = []
        self._process = subprocess.Popen(
            [sys.executable, "-m", "checker", *arguments, "--watch"],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self._process.stdout:
            self._lines.append(line)

    def wait_for(self, text, times=1):
        for _ in range(600):
            if sum(text in line for line in self._lines) >= times:
                return
            time.sleep(0.1)
        pytest.fail(f"{text!r} did not come {times} times:\n{''.join(self._lines)}")

    def end(self):
        self._process.send_signal(signal.SIGINT)
        code = self._process.wait(60)
        self._reader.join()
        self._process.stdout.close()
        return code


def test_a_saved_spec_is_judged_again(tmp_path):
    spec = tmp_path / "car.yaml"
    text = (ROOT / "examples/l3_highway_pilot.yaml").read_text("utf-8")
    spec.write_text(text, "utf-8")
    watched = Watched(tmp_path, "check", "car.yaml", "--standard", "gb-44497-2024", "--as-of", "2026-11-20")

    watched.wait_for("2 requirements are not met")
    watched.wait_for("Ctrl-C ends")
    spec.write_text(
        text.replace("storage_capacity_events: {value: 6", "storage_capacity_events: {value: 2"), "utf-8"
    )
    watched.wait_for("3 requirements are not met")
    watched.wait_for("Ctrl-C ends", times=2)
    spec.write_text("vehicle: [", "utf-8")
    watched.wait_for("Ctrl-C ends", times=3)
    spec.write_text(text, "utf-8")
    watched.wait_for("2 requirements are not met", times=2)
    assert watched.end() == exits.INTERRUPTED


def test_what_is_saved_elsewhere_does_not_matter(tmp_path):
    (tmp_path / "a.yaml").write_text("x", "utf-8")
    (tmp_path / "notes.txt").write_text("x", "utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/b.yaml").write_text("x", "utf-8")

    assert [Path(path).name for path in look([str(tmp_path)])] == ["a.yaml"]


def test_a_file_that_is_gone_is_no_fault(tmp_path):
    assert look([str(tmp_path / "no.yaml")]) == {}
