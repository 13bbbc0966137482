"""A machine that has WeasyPrint and lacks the libraries that it draws with."""

import json
import subprocess
import sys

import pytest

from checker.cli import exits
from tests.cli.conftest import EXAMPLES

CAR = str(EXAMPLES / "l3_highway_pilot.yaml")
ONE = ("--standard", "GB 44497-2024", "--as-of", "2026-11-20")
#: Python finds no shared library, by name or by path; what is loaded already stays.
HIDDEN = """
import ctypes.util, sys
import cffi

def missing(self, name, flags=0):
    raise OSError(f"cannot load library '{name}': cannot open shared object file")

cffi.FFI.dlopen, ctypes.util.find_library = missing, lambda name: None
from checker.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def ran(folder, *command):
    return subprocess.run(
        [sys.executable, "-c", HIDDEN, *command], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    pytest.importorskip("cffi")
    folder = tmp_path_factory.mktemp("bare")
    return folder, ran(folder, "report", CAR, *ONE, "-o", "x.pdf", "-o", "x.html", "--lang", "en")


def test_the_page_is_written_whatever_became_of_the_pdf(reported):
    folder, done = reported
    assert (done.returncode, done.stdout) == (exits.MACHINE, "")
    assert (folder / "x.html").read_text("utf-8").rstrip().endswith("</html>")
    assert not (folder / "x.pdf").exists()
    assert done.stderr.endswith("x.html\n")


@pytest.mark.parametrize("install", ["apt install libpango", "dnf install pango", "brew install pango"])
def test_the_message_says_what_to_install(reported, install):
    assert install in reported[1].stderr
    assert "Traceback" not in reported[1].stderr


def test_a_result_for_programs_needs_none_of_it(tmp_path):
    done = ran(tmp_path, "check", CAR, *ONE, "--format", "json")
    assert (done.returncode, done.stderr) == (exits.GATE, "")
    assert json.loads(done.stdout)["results"]
