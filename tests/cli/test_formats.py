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


UNUSABLE = {
    "waivers": ("w.yaml", "waiver: []\n", "1:1", "unknown key 'waiver'", "未知的键"),
    "profile": ("own.yaml", "id: own\ntitel: x\n", "2:1", "unknown key 'titel'", "未知的键"),
    "baseline": ("b.json", "{}", "1:1", "this is no result of `check`", "这不是 check 命令的结果文件"),
}


@pytest.mark.parametrize("option", UNUSABLE)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_mistake_in_a_file_beside_the_specs_marks_its_line(option, lang, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    file, content, place, *says = UNUSABLE[option]
    Path(file).write_text(content, "utf-8")
    line, column = place.split(":")
    asked = ("check", SPEC, *ASKED, f"--{option}", file, "--lang", lang, "--format", "github")

    assert main([*asked, "--write", "sarif=r.sarif", "--write", "gitlab=r.json"]) == exits.INVALID
    printed = capfd.readouterr()
    assert f"::error file={file},line={line},col={column},title=icv-checker/invalid-file::" in printed.out
    told = says[lang == "zh"]
    assert told in printed.out
    assert f"{file}:{place}: {told}" in printed.err
    (run,) = json.loads(Path("r.sarif").read_bytes())["runs"]
    assert run["invocations"] == [{"executionSuccessful": False}]
    (found,) = [one for one in run["results"] if told in one["message"]["text"]]
    where = found["locations"][0]["physicalLocation"]
    assert (where["artifactLocation"]["uri"], where["region"]["startLine"]) == (file, int(line))
    issues = json.loads(Path("r.json").read_bytes())
    assert (file, int(line)) in [
        (one["location"]["path"], one["location"]["lines"]["begin"]) for one in issues
    ]


def test_text_and_json_say_it_beside_the_result_only(tmp_path, capfd):
    (tmp_path / "w.yaml").write_text("waiver: []\n", "utf-8")

    for form in ("text", "json"):
        assert main(["check", SPEC, "--waivers", str(tmp_path / "w.yaml"), "--format", form]) == exits.INVALID
        printed = capfd.readouterr()
        assert printed.out == ""
        assert "unknown key 'waiver'" in printed.err


def test_of_rules_that_cannot_be_read_and_a_wrong_option_the_rules_are_told(tmp_path, capfd):
    (tmp_path / "bad.yaml").write_text("id: bad\n", "utf-8")
    asked = ("check", SPEC, "--rules", str(tmp_path), "--format", "github")

    assert main([*asked, "--write", "sarf=x"]) == exits.INVALID
    assert capfd.readouterr().out == ""
    assert main([*asked]) == exits.INVALID
    assert "bad.yaml,line=1," in capfd.readouterr().out
