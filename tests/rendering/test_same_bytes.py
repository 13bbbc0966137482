"""Equal inputs give equal bytes: elsewhere, seconds later, with other hashes, in another time zone."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.carried.in_pdf import attached_in_pdf
from checker.rendering.pdf import RendererUnavailable, engine

try:
    engine()
except RendererUnavailable:
    pytest.skip("Pango is not installed", allow_module_level=True)

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json
import sys
sys.path.insert(0, sys.argv[1])
from checker.carried.record import Made
from checker.rendering.html import render_html
from checker.rendering.pdf import render_pdf
from tests.carried.sample import ASKED, result
from tests.rendering.sample import judged
made = Made(json.dumps(result()).encode(), ASKED)
open("r.pdf", "wb").write(render_pdf(judged(), "both", made=made))
open("r.html", "wb").write(render_html(judged(), "both", made=made))
"""


def written(folder: Path, **more: str) -> dict[str, bytes]:
    """Return the reports that a process of its own writes."""
    folder.mkdir()
    environment = {**os.environ, **more}
    subprocess.run([sys.executable, "-c", PROGRAM, str(ROOT)], cwd=folder, env=environment, check=True)
    return {name: (folder / name).read_bytes() for name in ("r.pdf", "r.html")}


def test_two_processes(tmp_path):
    one = written(tmp_path / "one", TZ="Asia/Shanghai", PYTHONHASHSEED="1", LANG="zh_CN.UTF-8")
    time.sleep(1.1)  # dates in a PDF are in seconds
    other = written(tmp_path / "another", TZ="America/New_York", PYTHONHASHSEED="2", LANG="C")
    assert one["r.html"] == other["r.html"]
    assert one["r.pdf"] == other["r.pdf"]
    assert attached_in_pdf(one["r.pdf"])
