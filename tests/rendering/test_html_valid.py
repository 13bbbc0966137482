"""HTML reports are what the HTML standard says, by two: the checker of the W3C (vnu) and html-validate."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from checker.rendering.html import render_html
from checker.rendering.standardization.pages import render_state_html
from tests.rendering.node_tools import brought
from tests.rendering.papers import catalogue, made
from tests.rendering.portfolio.fleets import fleet
from tests.rendering.sample import hostile, judged, plain
from tests.rendering.verapdf import OPTIONS

#: The rules of html-validate about the standard and about accessibility; the others are taste.
_RULES = {"root": True, "extends": ["html-validate:standard", "html-validate:a11y"]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    pages = {lang: render_html(judged(), lang) for lang in ("en", "zh")}
    pages["both"] = render_html(judged(), "both", made=made(judged()))
    pages |= {"hostile": render_html(hostile(), "both"), "none": render_html(plain(), "zh")}
    pages |= {"portfolio": render_html(fleet()), "catalogue": render_state_html(catalogue(), "both")}
    pages["spoiled"] = pages["en"].replace(b"<main", b'<marquee id="a b"><li></marquee><main', 1)
    for name, page in pages.items():
        (folder / f"{name}.html").write_bytes(page)
    return folder


def vnu(folder):
    """Return what vnu says of each page."""
    if not shutil.which("java"):
        pytest.skip("no Java is here (apt-get install default-jre-headless), so vnu checks no HTML")
    jar = os.environ.get("ICV_VNU") or brought("vnu-jar/build/dist/vnu.jar")
    files = sorted(path.name for path in folder.glob("*.html"))
    command = ["java", *OPTIONS, "-jar", jar, "--errors-only", "--format", "json", *files]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return [(Path(it["url"]).stem, it["message"]) for it in json.loads(done.stderr)["messages"]]


def html_validate(folder):
    """Return what html-validate says of each page."""
    if not shutil.which("node"):
        pytest.skip("no Node.js is here, so html-validate checks no HTML")
    program = brought("html-validate/bin/html-validate.mjs")
    (folder / ".htmlvalidate.json").write_text(json.dumps(_RULES), "utf-8")
    files = sorted(path.name for path in folder.glob("*.html"))
    said = folder / "said.json"  # a pipe would be closed before all is said
    with said.open("wb") as out:
        command = ["node", program, "--formatter", "json", *files]
        subprocess.run(command, cwd=folder, stdout=out, check=False)
    return [
        (Path(one["filePath"]).stem, f"{it['ruleId']}: {it['message']} (line {it['line']})")
        for one in json.loads(said.read_bytes())
        for it in one["messages"]
    ]


@pytest.mark.parametrize("checker", [vnu, html_validate])
def test_only_the_spoiled_page_has_errors(folder, checker):
    said = checker(folder)

    assert [(name, message) for name, message in said if name != "spoiled"] == []
    assert said
