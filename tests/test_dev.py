"""`./dev`: what it installs, and what it says on a machine that lacks something."""

import json
import os
import re
import shutil
import stat
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("run", "dev")

posix = pytest.mark.skipif(os.name == "nt", reason="the commands are for a POSIX shell")


def locked(name: str) -> dict[str, str]:
    """Return what a lock file pins: the distribution's name and its version."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_pins_or_hashes(name):
    lines = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines()
    pinned = re.compile(r"[a-z0-9-]+==[0-9][\w.]*( ; [\w .'<>=!]+)? \\")
    hashed = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not pinned.fullmatch(line) and not hashed.fullmatch(line)] == []
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        assert not pinned.fullmatch(line) or hashed.fullmatch(after)  # no pin without a hash


def test_what_is_declared_is_pinned():
    normal = {re.sub("[-_.]+", "-", name).lower(): version for name, version in locked("dev").items()}
    groups = SETTINGS["dependency-groups"]
    declared = SETTINGS["project"]["dependencies"] + groups["build"]
    declared += [entry for entry in groups["dev"] if isinstance(entry, str)]
    for requirement in declared:
        assert re.sub("[-_.]+", "-", re.split("[<>=]", requirement)[0]) in normal


def test_both_sets_agree():
    run, dev = locked("run"), locked("dev")
    assert {name: dev.get(name) for name in run} == run
    assert {"pyyaml", "jsonschema", "jinja2", "weasyprint", "hatchling"} <= set(run)
    assert "pytest" not in run


def test_there_are_hashes_for_other_pythons_and_systems():
    """PyYAML has a file for each: fewer hashes would lock out everybody else's machine."""
    text = (ROOT / "requirements" / "run.txt").read_text("utf-8")
    block = text.split("pyyaml==")[1].split("==")[0]
    assert block.count("--hash") > 40


@posix
@pytest.mark.parametrize("script", ["dev", ".ci/run"])
def test_the_scripts_are_executable(script):
    assert (ROOT / script).stat().st_mode & stat.S_IXUSR


PROGRAMS = ["sh", "dirname", "sed", "cmp", "id", "rm", "mkdir", "cp", "basename", "tail", "cat", "env"]


class Machine:
    """A machine with a few real programs, some that pretend, and a checkout where nothing is set up."""

    def __init__(self, folder: Path, shell: str) -> None:
        self.folder, self.shell = folder, shell
        self.programs = folder / "bin"
        self.programs.mkdir()
        for name in (
            "sh",
            "dirname",
            "sed",
            "cmp",
            "id",
            "rm",
            "mkdir",
            "cp",
            "basename",
            "tail",
            "cat",
            "env",
        ):
            (self.programs / name).symlink_to(shutil.which(name) or "")
        for name in ("dev", "pyproject.toml"):
            shutil.copy(ROOT / name, folder)
        shutil.copytree(ROOT / "requirements", folder / "requirements")

    def has(self, name: str, script: str) -> None:
        program = self.programs / name
        program.write_text(f"#!/bin/sh\necho {name} \"$@\" >>'{self.folder}/calls'\n{script}\n", "utf-8")
        program.chmod(0o755)

    def run(self, *arguments: str, code: int, **environment: str) -> str:
        done = subprocess.run(
            [self.shell, "./dev", *arguments],
            cwd=self.folder,
            env={"PATH": str(self.programs), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def is_set_up(self, python: str) -> None:
        """Give the checkout an environment that is up to date, with a Python that pretends."""
        venv = self.folder / ".venv"
        (venv / "bin").mkdir(parents=True)
        (venv / "pyvenv.cfg").touch()
        self.has("pretend", python)
        for name in ("python", "lint-imports"):
            (venv / "bin" / name).symlink_to(self.programs / "pretend")
        for name in ("pyproject.toml", "requirements/run.txt", "requirements/dev.txt"):
            shutil.copy(self.folder / name, venv)
        self.has("pdftotext", "exit 0")
        self.has("date", "echo 7")

    @property
    def calls(self) -> str:
        file = self.folder / "calls"
        return file.read_text("utf-8") if file.is_file() else ""


@pytest.fixture(params=["sh", "dash", "bash"])
def machine(request: Any, tmp_path: Path) -> Machine:
    shell = shutil.which(request.param)
    if not shell:
        pytest.skip(f"{request.param} is not installed")
    return Machine(tmp_path, shell)


OLD = 'case "$*" in *version_info*) exit 1 ;; esac'
#: A Python 3.12 without ensurepip and without pip, as Debian ships it.
BARE = """case "$*" in
*print*) echo 3.12 ;;
*ensurepip*|*pip*) exit 1 ;;
esac"""
ROOT_USER, SOMEBODY = "echo 0", "echo 1000"


@posix
class TestMessages:
    def test_without_arguments_it_says_what_it_can_do(self, machine):
        said = machine.run(code=2)
        for command in ("report", "test", "setup", "lock"):
            assert f"./dev {command}" in said
        assert machine.calls == ""

    def test_without_python_it_says_how_to_get_one(self, machine):
        said = machine.run("report", code=1)
        assert "Python 3.11 or newer is needed" in said
        for command in ("apt-get install python3", "dnf install", "brew install", "pacman -S"):
            assert command in said

    def test_an_old_python_is_no_python(self, machine):
        machine.has("python3", OLD)
        assert "Python 3.11 or newer is needed" in machine.run("test", code=1)

    def test_without_venv_it_names_the_package_of_this_version(self, machine):
        machine.has("python3", BARE)
        said = machine.run("report", code=1)
        assert "sudo apt-get update && sudo apt-get install python3.12-venv" in said
        assert not (machine.folder / ".venv").exists()

    def test_root_gets_the_package(self, machine):
        machine.has("python3", BARE)
        (machine.programs / "id").unlink()
        machine.has("id", ROOT_USER)
        machine.has("apt-get", "exit 100")
        said = machine.run("report", code=1)
        assert "installing with apt: python3.12-venv" in said
        assert "apt could not do it" in said
        assert "apt-get install -y -q --no-install-recommends python3.12-venv" in machine.calls

    def test_root_may_forbid_it(self, machine):
        machine.has("python3", BARE)
        machine.has("apt-get", "exit 0")
        machine.run("report", code=1, ICV_APT="no")
        assert "apt-get" not in machine.calls

    def test_somebody_without_sudo_is_told(self, machine):
        machine.has("python3", BARE)
        (machine.programs / "id").unlink()
        machine.has("id", SOMEBODY)
        machine.has("apt-get", "exit 0")
        machine.has("sudo", "exit 1")  # it would ask for a password
        said = machine.run("report", code=1)
        assert "sudo apt-get install python3.12-venv" in said
        assert "apt-get" not in machine.calls

    def test_a_pip_elsewhere_is_enough(self, machine):
        machine.has("python3", BARE.replace("*ensurepip*|*pip*) exit 1 ;;", "*ensurepip*) exit 1 ;;"))
        machine.run("setup", code=1, ICV_APT="no")  # the made environment is empty: this Python only pretends
        assert "python3 -m venv --clear --without-pip .venv" in machine.calls

    def test_the_users_choice_of_python_counts(self, machine):
        machine.has("python3", BARE)
        machine.has("mypython", BARE)
        machine.run("report", code=1, PYTHON="mypython")
        assert "mypython -c" in machine.calls
        assert "python3" not in machine.calls.replace("mypython", "")


@posix
class TestCommands:
    def test_a_second_run_installs_nothing(self, machine):
        machine.is_set_up("exit 0")
        machine.run("setup", code=0)
        assert "pip" not in machine.calls

    @pytest.mark.parametrize("changed", ["pyproject.toml", "requirements/dev.txt"])
    def test_a_change_of_what_is_needed_installs_again(self, machine, changed):
        machine.is_set_up("exit 0")
        with (machine.folder / changed).open("a", encoding="utf-8") as file:
            file.write("# changed\n")
        machine.run("setup", code=0)
        assert "--require-hashes --no-deps --only-binary :all: -r requirements/dev.txt" in machine.calls
        before = machine.calls
        machine.run("setup", code=0)
        assert machine.calls.count("--require-hashes") == before.count("--require-hashes")

    def test_an_install_that_fails_is_tried_again_next_time(self, machine):
        machine.is_set_up('case "$*" in *--require-hashes*) exit 1 ;; esac')
        (machine.folder / "pyproject.toml").write_text("# changed", "utf-8")
        machine.run("setup", code=1)
        machine.run("setup", code=1)
        assert machine.calls.count("--require-hashes") == 2

    def test_all_steps_hold(self, machine):
        machine.is_set_up("exit 0")
        said = machine.run("test", code=0)
        assert said.rstrip().endswith("every step holds")
        for step in ("ruff check", "ruff format", "mypy", "-m checker test", "pytest"):
            assert step in machine.calls

    def test_all_steps_run_and_the_first_failure_is_the_exit_code(self, machine):
        machine.is_set_up('case "$*" in *mypy*) exit 3 ;; *"checker test"*) exit 5 ;; esac')
        said = machine.run("test", code=3)
        assert "-m pytest" in machine.calls
        assert said.rstrip().endswith("these failed: mypy --strict, rules,")

    def test_nothing_is_checked_after_the_tests_but_what_they_ran_through(self, machine):
        machine.is_set_up("exit 0")
        machine.run("test", code=0)
        _, _, after = machine.calls.partition(" -m pytest ")
        (measured,) = [call for call in after.splitlines()[1:] if not call.startswith("date ")]
        assert " --fail-under " in measured

    def test_too_little_that_tests_run_through_is_a_failure(self, machine):
        machine.is_set_up('case "$*" in *fail-under*) exit 2 ;; esac')
        said = machine.run("test", code=2)
        assert said.rstrip().endswith("these failed: coverage,")

    def test_reports_are_written_whatever_the_verdict(self, machine):
        (machine.folder / "examples" / "real").mkdir(parents=True)
        for name in ("examples/one.yaml", "examples/real/two.yaml"):
            (machine.folder / name).touch()
        machine.is_set_up(
            'case "$*" in *" check "*) echo verdict; echo; echo more; exit 1 ;;'
            ' *" report "*) for file; do case $file in *.pdf|*.html) echo x >"$file" ;; esac; done ;; esac'
        )
        said = machine.run("report", code=0)
        assert said.count("verdict") == 2
        assert "more" not in said
        written = {path.name for path in (machine.folder / "build" / "reports").iterdir()}
        assert written == {
            f"{name}.{lang}.{form}"
            for name in ("one", "two")
            for lang in ("en", "zh")
            for form in ("html", "pdf")
        }

    def test_a_report_that_is_not_written_is_told(self, machine):
        (machine.folder / "examples" / "real").mkdir(parents=True)
        for name in ("examples/one.yaml", "examples/real/two.yaml"):
            (machine.folder / name).touch()
        machine.is_set_up('case "$*" in *" report "*) echo "no room left" >&2; exit 4 ;; esac')
        said = machine.run("report", code=1)
        assert "no room left" in said
        assert "could not be written: one.en.html one.en.pdf one.zh.html" in said

    def test_without_pango_there_is_html(self, machine):
        (machine.folder / "examples" / "real").mkdir(parents=True)
        for name in ("examples/one.yaml", "examples/real/two.yaml"):
            (machine.folder / name).touch()
        machine.is_set_up(
            'case "$*" in *harfbuzz*) exit 1 ;;'
            ' *" report "*) for file; do case $file in *.pdf|*.html) echo x >"$file" ;; esac; done ;; esac'
        )
        said = machine.run("report", code=0, ICV_APT="no")
        for command in (
            "apt-get install libpango-1.0-0",
            "dnf install pango",
            "brew install pango",
            "pacman -S",
        ):
            assert command in said
        assert ".pdf" not in machine.calls


@posix
class TestTools:
    """What tests compare with: brought where nobody has to be asked, else told."""

    BIG = ("chromium libatomic1", "default-jre-headless libjaxb-java", "npm")

    def test_root_gets_all(self, machine):
        machine.is_set_up("exit 0")
        (machine.programs / "id").unlink()
        machine.has("id", ROOT_USER)
        machine.has("apt-get", "exit 100")
        said = machine.run("setup", code=0, ICV_CHROMIUM="no-browser")
        for packages in self.BIG[::2]:
            assert f"--no-install-recommends {packages}" in machine.calls
            assert f"sudo apt-get install {packages}" in said

    def test_somebody_who_works_here_is_told_what_is_big(self, machine):
        machine.is_set_up("exit 0")
        (machine.programs / "id").unlink()
        machine.has("id", SOMEBODY)
        machine.has("apt-get", "exit 0")
        machine.has("sudo", 'shift; exec "$@"')
        said = machine.run("setup", code=0)
        assert "apt-get" not in machine.calls
        for packages in self.BIG:
            assert f"sudo apt-get install {packages}" in said

    def test_a_pipeline_is_asked_nothing(self, machine):
        machine.is_set_up("exit 0")
        (machine.programs / "id").unlink()
        machine.has("id", SOMEBODY)
        machine.has("apt-get", "exit 100")
        machine.has("sudo", 'shift; exec "$@"')
        machine.has("true", "exit 0")
        machine.run("setup", code=0, CI="true")
        assert "apt-get install -y -q --no-install-recommends npm" in machine.calls

    def test_packages_of_npm_are_brought_once_and_run_nothing(self, machine):
        machine.is_set_up("exit 0")
        machine.has("npm", "exit 0")
        for _ in range(2):
            machine.run("setup", code=0, ICV_APT="no")
        assert machine.calls.count("npm ci --prefix build/node --ignore-scripts") == 1

    def test_packages_that_did_not_come_are_tried_again(self, machine):
        machine.is_set_up("exit 0")
        machine.has("npm", "echo no network; exit 1")
        for _ in range(2):
            assert "no network" in machine.run("setup", code=0, ICV_APT="no")
        assert machine.calls.count("npm ci") == 2


def test_every_package_of_npm_has_a_hash_and_no_address():
    text = (ROOT / "requirements/package-lock.json").read_text("utf-8")
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    assert len(packages) > 3
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
    assert "resolved" not in text
