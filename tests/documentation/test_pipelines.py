"""The files for pipelines that the pages show use what this repository has."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.documentation.pages import ROOT, blocks


@pytest.fixture(params=["docs/how-to/run-in-ci.md", "docs/how-to/run-in-ci.zh.md"])
def shown(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return the YAML files of a page by name."""
    bodies = [block.body for block in blocks((ROOT / request.param).read_text("utf-8"))]
    return {body.split()[1]: yaml.safe_load(body) for body in bodies if body.startswith("# ")}


def loaded(file: str) -> Any:
    return yaml.safe_load((ROOT / file).read_text("utf-8"))


def test_the_workflow_calls_the_action_with_inputs_that_it_has(shown):
    action = loaded("integrations/github/action.yml")
    steps = shown[".github/workflows/specs.yaml"]["jobs"]["specs"]["steps"]
    (ours,) = [step for step in steps if "icv-checker" in step.get("uses", "")]
    folder = Path(ours["uses"].partition("@")[0]).relative_to("OWNER/icv-checker")
    assert (ROOT / folder / "action.yml").is_file()
    assert set(ours["with"]) <= set(action["inputs"])
    (upload,) = [step for step in steps if "upload-sarif" in step.get("uses", "")]
    output = upload["with"]["sarif_file"].removeprefix("${{ ").removesuffix(" }}").split(".")
    assert output[:3] == ["steps", ours["id"], "outputs"]
    assert output[3] in action["outputs"]


def test_the_job_is_given_variables_that_it_reads(shown):
    job = loaded("integrations/gitlab/icv-checker.yml")["icv-checker"]
    assert set(shown[".gitlab-ci.yml"]["variables"]) <= set(job["variables"])


def test_the_hook_is_there(shown):
    hooks = {hook["id"] for hook in loaded(".pre-commit-hooks.yaml")}
    (repo,) = shown[".pre-commit-config.yaml"]["repos"]
    assert {hook["id"] for hook in repo["hooks"]} <= hooks
