"""The settings of the editor: each kind of file has its schema, with or without a line at its head."""

import json
import re
from itertools import product
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.documents import read_documents

ROOT = Path(__file__).parents[1]
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
SCHEMAS = SETTINGS["yaml.schemas"]
HEAD = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)


def fitting(pattern):
    """Return the files of a pattern; {a,b} stands for either."""
    parts = [part.split(",") if at % 2 else [part] for at, part in enumerate(re.split(r"[{}]", pattern))]
    return sorted(path for words in product(*parts) for path in ROOT.glob("".join(words)))


MAPPED = {
    path: ROOT / name for name, patterns in SCHEMAS.items() for one in patterns for path in fitting(one)
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_there_and_each_pattern_fits_something(name):
    assert (ROOT / name).is_file()
    assert all(fitting(pattern) for pattern in SCHEMAS[name])


def test_every_file_for_people_has_a_schema():
    ours = [*ROOT.glob("examples/**/*.yaml"), *ROOT.glob("standards/**/*.yaml")]
    left_out = {"vehicle", "units.yaml"}  # the dictionary that a schema is made from, and its units

    assert {path for path in ours if not left_out & {path.name, path.parent.name}} == MAPPED.keys()


@pytest.mark.parametrize("path", MAPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_line_at_the_head_of_a_file_names_the_same_schema(path):
    said = HEAD.search(path.read_text("utf-8"))

    assert said is None or (path.parent / said[1]).resolve() == MAPPED[path].resolve()


@pytest.mark.parametrize("folder", ["examples", "standards/profiles", "standards/catalogue"])
def test_files_are_valid_for_the_schema_that_the_editor_takes(folder):
    for path in sorted((ROOT / folder).glob("*.yaml")):
        schema = json.loads(MAPPED[path].read_text("utf-8"))
        for document in read_documents(path.read_bytes(), str(path)):
            assert list(Draft202012Validator(schema).iter_errors(document.data)) == [], path


def test_the_extension_that_reads_these_settings_is_recommended():
    said = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))

    assert said["recommendations"] == ["redhat.vscode-yaml"]


def test_the_editor_leaves_the_form_to_fmt_and_reads_yaml_as_we_do():
    assert SETTINGS["yaml.format.enable"] is False
    assert SETTINGS["yaml.yamlVersion"] == "1.2"
