"""Exit codes never lie: 0 holds, 1 does not, 2 usage, 3 invalid, 4 a fault, 5 no room; the highest wins."""

import json

import pytest

import checker.cli.checking
from tests.cli.conftest import EXAMPLES

FAILING, OPEN = EXAMPLES / "l3_highway_pilot.yaml", EXAMPLES / "real" / "arcfox_bj7001a61nbev.yaml"
DAY = ("--as-of", "2026-11-20", "--standard", "gb-44497-2024")


@pytest.mark.parametrize(
    ("specs", "options", "code"),
    [
        ([FAILING], (), 1),
        ([FAILING], ("--fail-on", "fail"), 1),
        ([FAILING], ("--allow-empty",), 1),
        ([OPEN], (), 1),
        ([OPEN], ("--fail-on", "undetermined"), 1),
        ([OPEN], ("--fail-on", "fail"), 0),
        ([OPEN], ("--fail-on", "fail", "--min-score", "0"), 0),
        ([OPEN], ("--fail-on", "fail", "--min-score", "1"), 1),
        ([OPEN], ("--fail-on", "fail", "--min-decided", "50"), 1),
        ([OPEN, FAILING], ("--fail-on", "fail"), 1),
        ([OPEN, "gone.yaml"], ("--fail-on", "fail"), 3),
        (["gone.yaml", FAILING], (), 3),
        (["gone.yaml"], ("--allow-empty",), 3),
    ],
)
@pytest.mark.parametrize("format_", ["text", "json"])
def test_check(specs, options, code, format_, run):
    assert run("check", *specs, *DAY, *options, "--format", format_).code == code


def test_a_gate_that_lets_through_says_so(run):
    out = run("check", OPEN, *DAY, "--fail-on", "fail", COLUMNS="120").out

    assert (
        "gate holds: undetermined: not everything that binds could be decided (let through by --fail-on fail)"
        in out
    )


def test_a_threshold_says_what_it_missed(run):
    assert (
        "gate fails: score 0.0 is below 80 (--min-score)"
        in run("check", OPEN, *DAY, "--fail-on", "fail", "--min-score", "80").out
    )


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 0), (("--fail-on", "undetermined"), 1), (("--min-score", "50"), 1), (("--strict",), 1)],
)
def test_report_gates_only_when_it_is_asked_to(options, code, run, tmp_path):
    ran = run("report", OPEN, *DAY, "-o", tmp_path / "x.html", *options)

    assert ran.code == code
    assert (tmp_path / "x.html").stat().st_size > 10_000
    assert ran.err == f"{tmp_path / 'x.html'}\n"


def test_a_fault_of_the_program_is_one_sentence(run, monkeypatch):
    def broken(*_):
        raise ValueError("no such\nthing")

    monkeypatch.setattr(checker.cli.checking, "open_workplace", broken)
    ran = run("check", FAILING)

    assert (ran.code, ran.out) == (4, "")
    assert ran.err.count("\n") == 1
    assert "this is a fault of icv-checker, not of your files: ValueError: no such thing" in ran.err
    assert "--debug" in ran.err


def test_its_trace_is_shown_on_request_and_the_exit_code_is_the_same(run, monkeypatch):
    monkeypatch.setattr(checker.cli.checking, "open_workplace", lambda _: 1 / 0)
    ran = run("check", FAILING, "--debug")

    assert ran.code == 4
    assert ran.err.startswith("Traceback")
    assert "ZeroDivisionError" in ran.err


def test_a_library_that_is_missing_is_named(run, monkeypatch):
    def broken(_):
        raise ModuleNotFoundError("No module named 'yaml'", name="yaml.reader")

    monkeypatch.setattr(checker.cli.checking, "open_workplace", broken)
    ran = run("check", FAILING, "--lang", "zh")

    assert ran.code == 5
    assert "缺少程序库 yaml" in ran.err


def test_a_library_that_a_command_cannot_even_be_read_without_is_named_too(run, monkeypatch):
    def broken(_):
        raise ModuleNotFoundError("No module named 'yaml'", name="yaml")

    monkeypatch.setattr("checker.cli.arguments.module_of", broken)
    ran = run("check", FAILING)

    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith("icv-checker: the library yaml is missing;")


def test_a_report_that_cannot_be_written_is_no_fault_of_the_program(run, monkeypatch, tmp_path):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("checker.cli.files.write_whole", full)
    ran = run("report", FAILING, *DAY, "-o", tmp_path / "x.html")

    assert ran.code == 5
    assert "x.html: cannot be written: No space left on device" in ran.err


@pytest.mark.parametrize("error", [KeyboardInterrupt, BrokenPipeError])
def test_interrupts_and_broken_pipes_are_left_to_the_process(error, run, monkeypatch):
    def broken(_):
        raise error

    monkeypatch.setattr(checker.cli.checking, "open_workplace", broken)
    with pytest.raises(error):
        run("check", FAILING)


def test_the_assessment_date_stands_in_every_output(run, tmp_path):
    assert "judged on 2027-03-04" in run("check", OPEN, "--as-of", "2027-03-04").out
    assert (
        json.loads(run("check", OPEN, "--as-of", "2027-03-04", "--format", "json").out)["as_of"]
        == "2027-03-04"
    )
    run("report", OPEN, "--as-of", "2027-03-04", "-o", tmp_path / "x.html")
    assert "2027-03-04" in (tmp_path / "x.html").read_text("utf-8")
