"""The JSON of a run, whatever its results hold: how it opens, and what could not be judged."""

import json
from collections.abc import Iterable
from typing import Any

from checker.errors import Invalid, Problem
from checker.rendering.jsonable import place_data, text_data


def json_document(
    schema: str,
    results: Iterable[dict[str, Any]],
    invalid: Iterable[tuple[str, int, Invalid]],
    *,
    tool_version: str,
    as_of: str,
) -> bytes:
    """Return a run as UTF-8 JSON with one line feed at its end.

    ``invalid`` are the documents that could not be judged: file, number within it, and its problems.
    """
    document = {
        "schema": schema,
        "tool": {"name": "icv-checker", "version": tool_version},
        "as_of": as_of,
        "results": list(results),
        "invalid": [
            {"file": file, "document": number, "problems": [_problem(p) for p in error.problems]}
            for file, number, error in invalid
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "place": place_data(problem.place),
        "what": text_data(problem.what),
        "mend": text_data(problem.mend),
    }
