"""The record of a report: what is written fits its schema, and what does not fit is refused."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from checker.carried.record import Made, Pages, read_record, written_record
from checker.carried.summary import LETTERS, summary
from checker.cli.telling import ASKED as OPTIONS
from checker.errors import Invalid
from checker.model.finding import Verdict
from checker.rendering.issue import BLANK, Issue
from tests.carried.sample import ASKED, result

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "standards/schema/report-record.schema.json").read_text("utf-8")
)
ISSUE = {name: getattr(BLANK, name) for name in Issue.__match_args__}
PAGES = Pages("pdf", "both", "WeasyPrint 70.0, Pango 1.50.12", "ICV-1")


def made(**more):
    return Made(json.dumps(result(**more)).encode(), ASKED, ISSUE)


def written(**more):
    return json.loads(written_record(made(), PAGES)) | more


def test_it_fits_its_schema():
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(written())


def test_it_is_read_as_it_was_written():
    record = read_record(written_record(made(), PAGES), "r.pdf")
    assert record.pages == PAGES
    assert record.asked == ASKED
    assert record.issue == {**ISSUE, "changes": []}
    assert record.digest == made().digest
    assert record.said == summary(result())
    assert record.tool_version == "0.1.0"


def test_the_schema_knows_every_option_and_every_word_of_the_issue():
    properties = SCHEMA["properties"]
    assert list(properties["asked"]["properties"]) == list(OPTIONS)
    assert list(properties["issue"]["properties"]) == list(Issue.__match_args__)
    assert set(properties["report"]["properties"]) == set(Pages.__match_args__)


def test_every_verdict_has_a_letter_of_its_own():
    assert set(LETTERS) == {str(verdict) for verdict in Verdict}
    assert len(set(LETTERS.values())) == len(LETTERS)


def test_it_is_ascii_whatever_files_are_called():
    odd = Made(made().result, {**ASKED, "specs": ["\udcff 车.yaml"]}, ISSUE)
    assert written_record(odd, PAGES).isascii()


def test_it_grows_by_one_letter_a_requirement():
    """A page with thousands of requirements stays small, whatever their result as data weighs."""
    findings = [{"verdict": "pass"}] * 5000
    standards = [{"id": "gb-1", "digest": "sha256:" + "e" * 64, "findings": findings}]
    larger = written_record(made(standards=standards), PAGES)
    assert len(larger) < len(written_record(made(), PAGES)) + 5000


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"schema": "icv-report-record/2"}, "schema"),
        ({"asked": {**ASKED, "specs": "/etc/passwd"}}, "asked.specs"),
        ({"asked": {**ASKED, "specs": []}}, "asked.specs"),
        ({"asked": {**ASKED, "as_of": "tomorrow"}}, "asked.as_of"),
        ({"asked": {**ASKED, "min_score": "NaN"}}, "asked.min_score"),
        ({"asked": {**ASKED, "debug": True}}, "asked"),
        ({"result": {"sha256": "abc", "bytes": 1}}, "result.sha256"),
        ({"said": []}, "said"),
        ({"issue": {"number": 7}}, "issue.number"),
    ],
)
def test_a_record_of_another_shape_is_refused(more, place):
    with pytest.raises(Invalid) as caught:
        read_record(json.dumps(written(**more)).encode(), "r.pdf")
    assert any(place.rpartition(".")[2] in problem.what.en for problem in caught.value.problems)


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b"\xff\xfe", b"null", b'{"a": 1e999999}'])
def test_what_is_no_record_is_refused(data):
    with pytest.raises(Invalid):
        read_record(data, "r.pdf")
