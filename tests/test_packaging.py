"""The wheel carries its rules and templates, and runs where there is no checkout."""

import email.parser
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import pytest

from checker import __version__

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "examples" / "l3_highway_pilot.yaml"
AS_OF = ("--as-of", "2026-11-20")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: Any) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: Any) -> Path:
    """Install the wheel into an environment of its own; its dependencies are those of this one."""
    venv = tmp_path_factory.mktemp("environment") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    bin_ = venv / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(bin_ / "python")]
    if subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this environment has no pip that installs into another one")
    install = [*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (site,) = {Path(path) for path in venv.rglob("site-packages")}
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return bin_


@pytest.fixture(scope="module")
def its_own(tmp_path_factory: Any) -> Path:
    """Return where the installed package remembers: nothing of what the checkout does."""
    return tmp_path_factory.mktemp("remembered") / "cache"


@pytest.fixture
def run(installed: Path, its_own: Path, tmp_path: Path) -> Any:
    """Return a function that runs the installed command in an empty folder."""

    def run(*arguments: str, code: int) -> str:
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV_", "ICV_"))}
        environment |= {"ICV_CHECKER_CACHE": str(its_own), "PYTHONUTF8": "1"}
        done = subprocess.run(
            [str(installed / "icv-checker"), *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    return run


def test_the_installed_package_is_not_the_checkout(installed, tmp_path):
    command = [str(installed / "python"), "-c", "import checker; print(checker.__file__)"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert str(ROOT) not in done.stdout
    assert "site-packages" in done.stdout


def test_it_checks_a_spec_from_another_folder(run, tmp_path):
    (tmp_path / "my.yaml").write_bytes(SPEC.read_bytes())
    output = run("check", "my.yaml", *AS_OF, code=1)
    assert "Yunzhou X9" in output
    assert "GB 44497-2024" in output


def test_it_judges_as_the_checkout_does(run):
    command = [sys.executable, "-m", "checker", "check", str(SPEC), *AS_OF, "--format", "json"]
    here = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
    assert run("check", str(SPEC), *AS_OF, "--format", "json", code=1) == here.stdout


def test_it_lists_the_standards(run):
    output = run("standards", code=0)
    for file in (ROOT / "standards").glob("*/*.yaml"):
        if file.parent.name not in ("vehicle", "profiles", "catalogue"):
            assert file.stem in output


def test_it_writes_a_report(run, tmp_path):
    run("report", str(SPEC), *AS_OF, "-o", "x.html", code=0)
    page = (tmp_path / "x.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "Yunzhou X9" in page


@pytest.mark.parametrize("schema", ["vehicle", "standard", "profile", "result"])
def test_it_prints_its_schemas(run, schema):
    printed = run("schema", schema, code=0)
    assert '"$schema": "https://json-schema.org/draft/2020-12/schema"' in printed


def test_the_wheel_carries_the_data_inside_the_one_package(names):
    tops = {name.split("/")[0] for name in names}
    assert tops == {"checker", f"icv_checker-{__version__}.dist-info"}
    for folder in ("standards", "reports"):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert f"checker/_data/{file.relative_to(ROOT).as_posix()}" in names


def test_the_wheel_carries_nothing_else(names):
    assert not [n for n in names if n.endswith((".pyc", ".orig", "~")) or "/tests/" in n or "/." in n]


def test_the_metadata_say_what_a_user_needs_to_know(wheel):
    with zipfile.ZipFile(wheel) as archive:
        text = archive.read(f"icv_checker-{__version__}.dist-info/METADATA").decode()
    metadata = email.parser.Parser().parsestr(text)
    assert metadata["Name"] == "icv-checker"
    assert metadata["Version"] == __version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "Apache-2.0"
    assert set(metadata.get_all("License-File", [])) == {"LICENSE", "NOTICE"}
    asked = {re.split("[<>=]", line)[0].lower() for line in metadata.get_all("Requires-Dist", [])}
    assert asked == {
        *("pyyaml", "jsonschema", "jinja2", "weasyprint", "pikepdf"),
        *("openpyxl", "ruamel-yaml", "shtab"),
    }
