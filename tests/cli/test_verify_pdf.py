"""Reports as PDF: what is attached, and `icv-checker verify` of PDFs that were changed."""

import io
import json

import pikepdf
import pytest

from checker.carried.in_pdf import attached_in_pdf
from checker.carried.record import RECORD_NAME, RESULT_NAME
from checker.rendering.pdf import RendererUnavailable, engine
from checker.text import Text
from tests.cli.test_verify import MORE, ONE, disagreeing, verified

try:
    engine()
except RendererUnavailable:
    pytest.skip("Pango is not installed", allow_module_level=True)


@pytest.fixture(scope="module")
def written():
    """Return where the PDF is remembered between the tests of this module."""
    return {}


@pytest.fixture
def report(run, spec, tmp_path, written):
    """Return a PDF about a small spec, made once."""
    spec(MORE)
    if not written:
        assert run("report", "small.yaml", *ONE, "-o", "r.pdf").code == 0
        written["r.pdf"] = (tmp_path / "r.pdf").read_bytes()
    (tmp_path / "r.pdf").write_bytes(written["r.pdf"])
    return tmp_path / "r.pdf"


def changed(report, change):
    """Write a PDF again with something changed in it, otherwise as it was."""
    with pikepdf.open(io.BytesIO(report.read_bytes())) as document:
        change(document)
        document.save(report, deterministic_id=True)


def attach(name, data):
    def change(document):
        document.attachments[name].obj.EF.F.write(data)

    return change


def test_what_is_attached_is_what_check_prints(run, report):
    result, record = attached_in_pdf(report.read_bytes())
    assert result == run("check", "small.yaml", *ONE, "--format", "json").out.encode()
    assert json.loads(record)["report"]["form"] == "pdf"


def test_it_is_attached_as_data_and_dated_by_the_assessment(report):
    with pikepdf.open(report) as document:
        assert list(document.attachments) == [RESULT_NAME, RECORD_NAME]
        for name in (RESULT_NAME, RECORD_NAME):
            file = document.attachments[name].obj
            assert file.AFRelationship == "/Data"
            assert file.EF.F.Subtype == "/application/json"
            dates = (file.EF.F.Params.CreationDate, file.EF.F.Params.ModDate)
            assert [str(date)[:16] for date in dates] == ["D:20261120000000"] * 2
        assert {str(file.UF) for file in document.Root.AF} == {RESULT_NAME, RECORD_NAME}


def test_it_agrees(run, report):
    code, items = verified(run, report)
    assert (code, {one["state"] for one in items.values()}) == (0, {"agrees"})


def test_a_changed_result_is_found_out_although_every_page_is_as_it_was(run, report):
    result, _ = attached_in_pdf(report.read_bytes())
    changed(report, attach(RESULT_NAME, result.replace(b'"does_not_conform"', b'"conforms"')))
    code, items = verified(run, report, "--no-pages")
    assert (code, disagreeing(items)) == (1, ["result"])


def test_a_changed_page_is_found_out_and_named(run, report):
    def change(document):
        page = document.pages[1]
        page.contents_add(document.make_stream(b"0 0 100 100 re f"))

    changed(report, change)
    code, items = verified(run, report)
    assert (code, disagreeing(items)) == (1, ["pages"])
    assert items["pages"]["why"]["en"] == "pages that differ: 2"


def test_a_file_that_was_only_saved_again_is_no_longer_ours(run, report):
    changed(report, lambda _: None)
    code, items = verified(run, report)
    assert (code, disagreeing(items)) == (1, ["pages"])
    assert "the pages are drawn alike" in items["pages"]["why"]["en"]


def test_what_was_added_behind_the_end_is_said(run, report):
    report.write_bytes(report.read_bytes() + b"\n% a signature\n")
    code, items = verified(run, report)
    assert (code, disagreeing(items)) == (1, ["pages"])
    assert "15 bytes were added behind its end" in items["pages"]["why"]["en"]


def test_a_machine_that_cannot_make_pdf_says_that_pages_were_not_compared(run, report, monkeypatch):
    def missing():
        raise RendererUnavailable(Text("It is missing.", "缺少。"), Text("Install it.", "请安装。"))

    monkeypatch.setattr("checker.rendering.pdf.engine", missing)
    code, items = verified(run, report)
    assert (code, items["pages"]["state"], disagreeing(items)) == (1, "not_compared", [])
    assert items["pages"]["why"]["en"] == "It is missing."


def test_of_several_specs_the_result_of_the_run_is_attached(run, spec, tmp_path):
    spec(MORE)
    spec(name="other.yaml")
    files = ("small.yaml", "other.yaml")
    assert run("report", *files, *ONE, "-o", "r.pdf").code == 0
    result, _ = attached_in_pdf((tmp_path / "r.pdf").read_bytes())
    assert result == run("check", *files, *ONE, "--format", "json").out.encode()
