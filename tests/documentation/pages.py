"""The pages of the documentation, and what is done with their examples.

A page is run in a folder of its own, from its first block to its last:

* ``console``: each line that begins with ``$ `` is run by bash; what stands below it has to be its output;
* ``sh``: commands whose output is not shown; those of icv-checker are run, watching ones are only parsed;
* ``yaml``, ``toml``, ``python``: the comment in the first line says which file it is: ``# car.yaml`` is the
  whole file, ``# in car.yaml`` sections that take the place of those of the same name, or are added;
* ``yaml`` without such a comment: a part of a vehicle spec, requirements, or a part of a rule file; it has to
  load;
* ``python`` without one: it has to run.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from checker.api import load_spec, load_standards
from checker.cli.arguments import parse
from checker.cli.main import main
from checker.workshop.specimens import minimal_vehicle

ROOT = Path(__file__).parents[2]
FRONT = ("README.md", "README.zh.md")
#: Written by hand; what is generated below docs/ has tests of its own.
FOLDERS = ("docs", "docs/how-to", "docs/reference", "docs/explanation")
PAGES = (
    *FRONT,
    *(f"{folder}/{page.name}" for folder in FOLDERS for page in sorted((ROOT / folder).glob("*.md"))),
)
LANGUAGES = ("console", "sh", "yaml", "toml", "python", "text", "json")

_BLOCK = re.compile(r"^```(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^(?=[A-Za-z_\"'\[][^\n]*$)", re.MULTILINE)
_FILE = re.compile(r"# (in )?([\w./-]+\.(?:yaml|yml|toml|py|xlsx))\b.*\n")
_RULE_FILE = """
id: part
number: Part
title: {en: A part, zh: 片段}
kind: standard
legal_force: voluntary
market: CN
domain: driver_assistance
status: in_force
sources: {text: {title: The page, seen: secondary}}
requirements:
  - id: doors-are-there
    text: {en: There is a door., zh: 车辆有车门。}
    require: vehicle.seats > 0
"""


class Block(NamedTuple):
    """A fenced block of a page."""

    language: str
    body: str
    start: int  # where its body begins in the text of the page


def blocks(text: str) -> Iterator[Block]:
    for found in _BLOCK.finditer(text):
        yield Block(found[1], found[2], found.start(2))


class Run:
    """One run of a page in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "page"
        self.folder.mkdir()
        (self.folder / "examples").symlink_to(ROOT / "examples")
        self._programs = folder / "bin"
        self._programs.mkdir()
        self._program("icv-checker", "-m checker ")
        self._program("python", "")
        self._code = 0

    def page(self, text: str) -> str:
        """Return the text of the page with the outputs that its commands have."""
        done, at = [], 0
        for block in blocks(text):
            done += [text[at : block.start], self._block(block)]
            at = block.start + len(block.body)
        return "".join((*done, text[at:]))

    def shell(self, command: str) -> str:
        """Return what a command prints, on both streams."""
        done = subprocess.run(
            ["bash", "-c", f"(exit {self._code})\n{command}"],
            cwd=self.folder,
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        self._code = done.returncode
        assert "Traceback" not in done.stdout, done.stdout
        return done.stdout.replace(f"{self.folder}/", "")

    def _program(self, name: str, arguments: str) -> None:
        file = self._programs / name
        file.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments}"$@"\n', "utf-8")
        file.chmod(0o755)

    def _environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
        return kept | {
            "COLUMNS": "100",
            "PYTHONUTF8": "1",
            "LC_ALL": "C.UTF-8",
            "PATH": f"{self._programs}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
        }

    def _block(self, block: Block) -> str:
        assert block.language in LANGUAGES, f"```{block.language}"
        if block.language == "console":
            return "".join(self._command(line) for line in block.body.splitlines() if line.startswith("$ "))
        if block.language == "sh":
            self._script(block.body)
        if block.language in ("yaml", "toml", "python"):
            self._file(block)
        return block.body

    def _command(self, line: str) -> str:
        said = self.shell(line[2:])
        assert self._code not in (2, 4), f"{line}\n{said}"
        return f"{line}\n{said}" + ("\n" if said and not said.endswith("\n") else "")

    def _script(self, body: str) -> None:
        for line in body.replace("\\\n", " ").splitlines():
            if not line.startswith("icv-checker "):
                continue
            words = shlex.split(re.split(r" [|>] ", line)[0], comments=True)
            parse(words[1:], "en")
            if "--watch" not in words:
                said = self.shell(line)
                no_library = self._code == 5 and ".pdf" in line
                assert self._code in (0, 1) or no_library, f"{line}\n{said}"

    def _file(self, block: Block) -> None:
        named = _FILE.match(block.body)
        if named:
            self._write(self.folder / named[2], block.body[named.end() :], part=bool(named[1]))
        elif block.language == "python":
            self._write(self.folder / "part.py", block.body, part=False)
            said = self.shell("python part.py")
            assert self._code == 0, said
        elif block.language == "yaml":
            self._fragment(yaml.safe_load(block.body))

    def _write(self, file: Path, text: str, *, part: bool) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_laid(file.read_text("utf-8"), text) if part else text, "utf-8")

    def _fragment(self, data: Any) -> None:
        whole = yaml.safe_load(_RULE_FILE)
        if isinstance(data, list):
            self._rules(whole | {"requirements": data})
        elif data.keys() <= {*whole, "let", "lists", "tables", "dates", "outline"}:
            self._rules(whole | data)
        else:
            file = self.folder.parent / "fragment.yaml"
            file.write_text(yaml.safe_dump(_merged(minimal_vehicle("CN"), data), allow_unicode=True), "utf-8")
            assert load_spec(str(file), load_standards())

    def _rules(self, data: dict[str, Any]) -> None:
        folder = self.folder.parent / "fragments"
        folder.mkdir(exist_ok=True)
        (folder / "part.yaml").write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
        load_standards(str(folder))
        if "examples" in data["requirements"][0]:
            assert main(["test", "part", "--rules", str(folder)]) == 0


def _laid(text: str, part: str) -> str:
    """Return a file with sections of the same name replaced, and others added at its end."""
    sections = {_name(section): section for section in _SECTION.split(text)}
    for section in _SECTION.split(part):
        sections[_name(section)] = section
    return "".join(f"{section.rstrip()}\n" for section in sections.values() if section)


def _name(section: str) -> str:
    return re.split(r"[:=\]]", section, maxsplit=1)[0]


def _merged(base: Any, over: Any) -> Any:
    if isinstance(base, dict) and isinstance(over, dict):
        return base | {key: _merged(base.get(key), value) for key, value in over.items()}
    return over
