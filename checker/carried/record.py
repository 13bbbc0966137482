"""The record that a report carries: what it was made from, with which options, and what it says in short.

Nothing in it is believed. It tells whoever verifies a report what to judge again, and what that came to then.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from checker.carried.summary import summary
from checker.documents import read_documents
from checker.errors import Invalid
from checker.record import Record
from checker.schemas.structure import structure_problems
from checker.sha256 import sha256

SCHEMA = "icv-report-record/1"
#: Names of what is attached to a PDF.
RESULT_NAME, RECORD_NAME = "result.json", "verification.json"


class Made(Record):
    """What a report is made from, as far as it carries it."""

    result: bytes  # as `check --format json` prints it
    asked: Mapping[str, Any]  # the options, by their names
    issue: Mapping[str, Any] = MappingProxyType({})  # what only the people who issue the report know

    @property
    def digest(self) -> str:
        """The SHA-256 of the result, in hexadecimal digits."""
        return sha256(self.result).hexdigest()


class Pages(Record):
    """How a report was written."""

    form: str  # pdf, html
    lang: str  # en, zh, both
    engine: str  # the programs that its bytes depend on
    number: str  # of the report


class CarriedRecord(Record):
    """A record that fits its schema; what it says is still to be verified."""

    tool_version: str
    pages: Pages
    asked: Mapping[str, Any]
    issue: Mapping[str, Any]
    digest: str  # of the result
    said: Mapping[str, Any]  # its summary


def written_record(made: Made, pages: Pages) -> bytes:
    """Return the record of a report as JSON in ASCII."""
    result = json.loads(made.result)
    record = {
        "schema": SCHEMA,
        "tool": result["tool"],
        "report": {name: getattr(pages, name) for name in Pages.__match_args__},
        "asked": dict(made.asked),
        "issue": dict(made.issue),
        "result": {"sha256": made.digest, "bytes": len(made.result)},
        "said": summary(result),
    }
    return json.dumps(record, separators=(",", ":")).encode()


def read_record(data: bytes, file: str) -> CarriedRecord:
    """Return what a record says; raises Invalid with every problem of one that is none."""
    documents = read_documents(data, file, name_hint="json")
    problems = structure_problems(documents, "report-record", file)
    if problems:
        raise Invalid(problems)
    record = documents[0].data
    return CarriedRecord(
        tool_version=record["tool"]["version"],
        pages=Pages(**record["report"]),
        asked=record["asked"],
        issue=record["issue"],
        digest=record["result"]["sha256"],
        said=record["said"],
    )
