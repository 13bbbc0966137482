"""What other programs include from here fits their schemas, and types what the command line knows."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from jsonschema import validators

from checker.cli.arguments import parse

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT.parent / "shared/schemas"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "integrations/github/action.yml").read_text("utf-8"))
JOB = yaml.safe_load((ROOT / "integrations/gitlab/icv-checker.yml").read_text("utf-8"))["icv-checker"]


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the official schemas are not beside this checkout")
@pytest.mark.parametrize(
    ("document", "schema"),
    [(HOOKS, "schemastore-pre-commit-hooks.json"), (ACTION, "schemastore-github-action.json")],
)
def test_it_fits_the_official_schema(document, schema):
    wanted = json.loads((SCHEMAS / schema).read_text("utf-8"))
    validator = validators.validator_for(wanted)(wanted)

    assert [error.message for error in validator.iter_errors(document)] == []


def test_hooks_start_commands_that_there_are():
    for hook in HOOKS:
        for command in re.findall(r"icv-checker (\w+)", hook["entry"]):
            assert parse([command, *(["x"] if command == "check" else [])], "en").command == command


@pytest.fixture
def workflow(tmp_path):
    """Return a run of the action's last step, as a runner would start it."""
    (tmp_path / "specs").mkdir()
    example = (ROOT / "examples/l3_highway_pilot.yaml").read_text("utf-8")
    (tmp_path / "specs/a b.yaml").write_text(example, "utf-8")
    command = tmp_path / "bin/icv-checker"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m checker "$@"\n', "utf-8")
    command.chmod(0o755)

    def run(**inputs):
        env = os.environ | {
            "PATH": f"{command.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "SPECS": "specs/*.yaml",
            "ARGUMENTS": "--as-of 2026-11-20 --standard gb-44497-2024",
            "SARIF": "icv.sarif",
            **inputs,
        }
        script = ACTION["runs"]["steps"][-1]["run"]
        return subprocess.run(
            ["bash", "-e", "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )

    return run


@pytest.mark.skipif(sys.platform == "win32", reason="the step is a script of bash")
def test_the_action_annotates_summarises_and_fails(workflow, tmp_path):
    ran = workflow()

    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith("::error file=specs/a b.yaml")
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("### ■ Does not conform")
    assert json.loads((tmp_path / "icv.sarif").read_text("utf-8"))["version"] == "2.1.0"


@pytest.mark.skipif(sys.platform == "win32", reason="the step is a script of bash")
def test_what_a_pull_request_names_is_no_code(workflow, tmp_path):
    ran = workflow(SPECS="$(touch${IFS}hacked) specs/no*.yaml", SARIF="")

    assert ran.returncode == 3
    assert not (tmp_path / "hacked").exists()
    assert not (tmp_path / "icv.sarif").exists()


def test_the_job_types_what_the_command_line_knows():
    (line,) = [line for line in JOB["script"] if line.startswith("icv-checker")]
    typed = line.replace("$ICV_SPECS", "a.yaml").replace("$ICV_ARGUMENTS", "").split()

    asked = parse(typed[1:], "en")
    written = dict(one.split("=") for one in asked.write)
    assert written["gitlab"] == JOB["artifacts"]["reports"]["codequality"]
    assert written["junit"] == JOB["artifacts"]["reports"]["junit"]
    assert written["markdown"] in JOB["artifacts"]["paths"]
