"""The rules of the house: floors, what a check may import, what files may say, how long modules are."""

import re
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
CODE = sorted((ROOT / "checker").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SPEC = "examples/l3_highway_pilot.yaml"

#: What is slow to import and no `check` with a warm cache needs.
# fmt: off
SLOW = {
    "jsonschema", "referencing", "rpds", "jinja2", "markupsafe", "weasyprint", "pydyf", "fontTools",
    "PIL", "cffi", "importlib.metadata", "importlib.resources", "logging", "asyncio", "difflib",
    "typing_extensions", "email", "http", "socket", "ssl", "subprocess", "multiprocessing",
    "concurrent", "unittest", "decimal", "fractions", "random", "tempfile", "uuid", "zipfile", "xml",
    "sqlite3", "ctypes",
}
# fmt: on

#: Text that ties a file to one machine or one mirror; the ~ keeps this file from being one of them.
TIES = [
    re.compile(pattern.replace("~", ""))
    for pattern in (
        r"\b(test\.)?py~pi\.org",
        r"python~hosted\.org",
        r"registry\.npm~js",
        r"(deb|security|ftp)\.deb~ian\.org",
        r"archive\.ubu~ntu\.com",
        r"(?<![\w.])/~(work|home|root|opt|Users)/\w",
        r"\b[A-Z]:\\Us~ers\\",
        r"--(extra-)?ind~ex-url|--find-~links",
    )
]


def tracked() -> list[Path]:
    """Return the files of the repository, or of an unpacked archive of it."""
    done = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0 and done.stdout:
        return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]
    hidden = {".git", ".venv", "build", "dist", "__pycache__"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not hidden & set(path.parts)]


def lines_of(paths: Any) -> int:
    return sum(len(path.read_text("utf-8").splitlines()) for path in paths)


def imported(*arguments: str, remembered: Path) -> set[str]:
    """Return the modules that a check with a warm cache leaves in memory."""
    program = (
        "import sys, os; before = set(sys.modules); from checker.cli.main import main; "
        "sys.stdout = open(os.devnull, 'w'); code = main(sys.argv[1:]); "
        "print(*sorted(set(sys.modules) - before), file=sys.stderr); sys.exit(code)"
    )
    environment = {"ICV_CHECKER_CACHE": str(remembered), "PYTHONPATH": str(ROOT), "PATH": ""}
    for _ in range(2):  # the first one fills the cache
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1, done.stderr  # judged: an invalid file is explained by slower means
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("spec", [SPEC, "examples/real/mercedes_drive_pilot_de.yaml"])
def test_a_check_imports_nothing_slow(spec, form, remembered):
    modules = imported("check", spec, "--format", form, remembered=remembered)
    assert not {name for name in modules if SLOW & {name, name.split(".")[0]}}


def test_a_check_imports_one_library_only(remembered):
    modules = imported("check", SPEC, remembered=remembered)
    tops = {name.split(".")[0].lower() for name in modules} - set(sys.stdlib_module_names)
    assert {name for name in tops if not name.startswith(("_", "cython"))} <= {"checker", "yaml"}


def test_a_spec_that_has_not_changed_is_not_parsed_again(remembered):
    assert not {name for name in imported("check", SPEC, remembered=remembered) if name.startswith("yaml")}


def test_a_check_imports_no_output_but_its_own(remembered):
    modules = imported("check", SPEC, remembered=remembered)
    others = ("result", "html", "pdf", "markup", "view")
    assert not modules & {f"checker.rendering.{name}" for name in others}
    assert not {name for name in modules if name.startswith("checker.workshop")}


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_importing_a_module_prints_nothing_and_sets_nothing_up(path):
    text = path.read_text("utf-8")
    assert not re.search(r"^(print|logging\.basicConfig|sys\.path\.|os\.environ\[)", text, re.MULTILINE)


def test_the_floors_hold():
    command = [
        sys.executable,
        "-c",
        "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()",
    ]
    done = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 kept, 0 broken" in done.stdout


def test_every_package_of_the_house_has_its_floor():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    floors = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    there = {path.stem for path in (ROOT / "checker").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert there - floors == {"__init__", "__main__"} | (there & {"__pycache__", "_data"})


def test_no_file_is_tied_to_a_machine_or_a_mirror():
    found = []
    for path in tracked():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}: {match[0]}"
            for tie in TIES
            for match in tie.finditer(text)
        ]
    assert found == []


def test_every_suppressed_complaint_has_its_reason():
    """A `noqa` says why, or stands below another one for the same complaint that does."""
    bare = []
    for path in CODE:
        given: set[str] = set()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            match = re.search(r"# noqa: ([A-Z0-9, ]+?)( - \S.*)?$", line)
            if match and match[2]:
                given.add(match[1])
            elif match and match[1] not in given:
                bare.append(f"{path.relative_to(ROOT)}:{number}: {match[1]}")
    assert bare == []


def test_modules_are_short():
    sizes = {path: len(path.read_text("utf-8").splitlines()) for path in CODE if path.name != "__init__.py"}
    assert statistics.median(sizes.values()) <= 110
    assert {path: size for path, size in sizes.items() if size > 320} == {}


def test_the_tests_are_longer_than_the_code():
    assert lines_of(TESTS) > lines_of(CODE)


def test_every_licence_is_here():
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")
    notice = (ROOT / "NOTICE").read_text("utf-8")
    for text in ("reports/fonts/OFL.txt", "tests/data/CDLA-Permissive-2.0.txt"):
        assert text in notice
        assert (ROOT / text).is_file()
    for font in (ROOT / "reports" / "fonts").glob("*.ttf"):
        family = font.name.partition("-")[0]
        assert f"{family}-*.ttf" in notice


def test_our_fonts_bear_no_reserved_name():
    for font in (ROOT / "reports" / "fonts").glob("*.ttf"):
        assert "source" not in font.name.lower()
        assert "noto" not in font.name.lower()


@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_of_the_front_pages_lead_somewhere(page):
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in target:
            assert (ROOT / target).exists(), target


def test_the_changelog_names_every_standard():
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    for file in (ROOT / "standards").glob("*/*.yaml"):
        number = re.search(r"^number: (.*)$", file.read_text("utf-8"), re.MULTILINE)
        assert not number or number[1].strip("\"'") in text, f"{file.name}: say in CHANGELOG.md what is new"
