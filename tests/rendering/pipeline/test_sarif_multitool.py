"""SARIF by the tool of those who wrote it, with the rules of code scanning; all kinds of runs in one log."""

import json
import os
import subprocess

import pytest

from checker.rendering.pipeline.sarif import render_sarif
from tests.rendering.node_tools import brought
from tests.rendering.pipeline.runs import RUNS

#: No public page of this checker is there for a log to lead to, and a made-up one would be worse than none.
ALLOWED = "SARIF2005: runs[{}].tool.driver: The tool 'icv-checker' does not provide 'informationUri'."
PROFILES = ("github", "full")


def log_of(profile):
    """Return one log of every kind of run, in the order of their names."""
    logs = [json.loads(render_sarif(run(), profile)) for run in RUNS.values()]
    return {**logs[0], "runs": [log["runs"][0] for log in logs]}


def spoiled():
    """Return a log that names a rule that is not there, and a result without a place."""
    log = log_of("full")
    first, second, *_ = log["runs"][0]["results"]
    first["ruleIndex"] = 99
    del second["locations"]
    return log


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """Return what the tool says of each log."""
    program = brought("@microsoft/sarif-multitool-linux/Sarif.Multitool")
    program.chmod(0o755)  # npm leaves that to a script, and none is run
    folder = tmp_path_factory.mktemp("sarif")
    for name, log in {**{name: log_of(name) for name in PROFILES}, "spoiled": spoiled()}.items():
        (folder / f"{name}.sarif").write_text(json.dumps(log), "utf-8")
    command = [program, "validate", "*.sarif", "--rule-kind", "Sarif;Ghas"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert "3 files scanned" in done.stdout, done.stdout + done.stderr
    lines = [line for line in done.stdout.splitlines() if ".sarif(" in line]
    return {
        name: [line.partition("): ")[2].partition(" ")[2] for line in lines if f"{name}.sarif(" in line]
        for name in (*PROFILES, "spoiled")
    }


@pytest.mark.parametrize("profile", PROFILES)
def test_it_finds_nothing_but_that_there_is_no_page_to_lead_to(said, profile):
    allowed = tuple(ALLOWED.format(number) for number in range(len(RUNS)))

    assert [line for line in said[profile] if not line.startswith(allowed)] == []
    assert len(said[profile]) == len(RUNS)


def test_it_would_find_a_fault(said):
    assert {"SARIF1009", "GH1015"} <= {line.partition(":")[0] for line in said["spoiled"]}
