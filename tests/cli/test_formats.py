"""`check --format` and `--write`: what a pipeline types, and what it gets."""

import json
from pathlib import Path

import pytest

from checker.cli import exits
from checker.cli.main import main
from checker.cli.shared_options import FORMATS

SPEC = str(Path(__file__).parents[2] / "examples/l3_highway_pilot.yaml")
ASKED = ("--standard", "gb-44497-2024", "--as-of", "2026-11-20")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_printed_and_the_exit_code_stays(form, capfdbinary):
    assert main(["check", SPEC, *ASKED, "--format", form]) == exits.GATE
    assert b"time-stamp-events-are-recorded" in capfdbinary.readouterr().out


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "text"])
def test_what_is_written_is_what_would_be_printed(form, tmp_path, capfdbinary):
    main(["check", SPEC, *ASKED, "--format", form])
    printed = capfdbinary.readouterr().out
    file = tmp_path / "result"

    main(["check", SPEC, *ASKED, "--write", f"{form}={file}"])
    assert file.read_bytes() == printed
    assert b"Does not conform" in capfdbinary.readouterr().out


def test_several_files_in_one_run(tmp_path):
    sarif, junit = tmp_path / "a=b.sarif", tmp_path / "r.xml"

    assert (
        main(["check", SPEC, *ASKED, "--write", f"sarif={sarif}", "--write", f"junit={junit}"]) == exits.GATE
    )
    assert json.loads(sarif.read_bytes())["version"] == "2.1.0"
    assert junit.read_bytes().startswith(b"<?xml")


def test_the_full_profile_holds_what_passes(tmp_path):
    file = tmp_path / "full.sarif"
    main(["check", SPEC, *ASKED, "--write", f"sarif={file}", "--sarif-profile", "full"])

    kinds = {result["kind"] for result in json.loads(file.read_bytes())["runs"][0]["results"]}
    assert "pass" in kinds


@pytest.mark.parametrize("named", ["sarif", "sarif=", "=x", "sarf=x", "text=x"])
def test_a_file_without_a_format_is_refused_before_anything_is_read(named, capsys):
    assert main(["check", "no-such-file.yaml", "--write", named]) == exits.USAGE
    assert "FORMAT=FILE" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_refused(tmp_path, capsys):
    assert main(["check", SPEC, "--write", f"json={tmp_path}/no/x.json"]) == exits.USAGE
    assert "no folder" in capsys.readouterr().err
