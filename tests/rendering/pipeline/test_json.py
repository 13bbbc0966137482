"""The JSON of every kind of run fits the published schema."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from checker.rendering.result import render_json
from tests.rendering.sample import DIGEST

SCHEMA = json.loads((Path(__file__).parents[3] / "standards/schema/result.schema.json").read_text("utf-8"))


def with_digest(read):
    """Return an object with the digest of a requirement, which those of the sample do not have."""
    return {**read, "digest": DIGEST} if read.get("digest") == "" else read


def test_it_fits_its_schema(run):
    data = render_json(run.judged, run.refused, tool_version=run.tool_version, as_of=run.as_of)
    found = Draft202012Validator(SCHEMA).iter_errors(json.loads(data, object_hook=with_digest))

    assert [f"{error.json_path}: {error.message}"[:300] for error in found] == []
