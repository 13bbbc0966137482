"""The interface for other programs: its documentation runs, and it agrees with the command line."""

import json
import re
import textwrap
from pathlib import Path

import pytest

import checker
from checker import api
from checker.cli.main import main
from checker.errors import Invalid

ROOT = Path(__file__).parents[1]
SPEC = str(ROOT / "examples/l3_highway_pilot.yaml")


@pytest.fixture(scope="module")
def standards():
    return checker.load_standards()


@pytest.fixture(scope="module")
def judged(standards):
    (spec,) = checker.load_spec(SPEC, standards)
    return checker.assess(spec, standards, as_of="2026-11-20", only=["GB 44497-2024"])


def test_the_documented_example_runs(tmp_path, monkeypatch):
    assert api.__doc__
    code = textwrap.dedent(re.split(r"\n\n(?=\S)", api.__doc__.split("\n\n", 1)[1])[0])
    (tmp_path / "car.yaml").write_text(Path(SPEC).read_text("utf-8"), "utf-8")
    monkeypatch.chdir(tmp_path)

    exec(compile(code, "example", "exec"), {})
    assert (tmp_path / "report.html").read_bytes().startswith(b"<!DOCTYPE html>")


def test_it_judges_as_the_command_line_does(judged, capfdbinary):
    main(["check", SPEC, "--standard", "gb-44497-2024", "--as-of", "2026-11-20", "--format", "json"])

    assert json.loads(checker.render([judged], "json")) == json.loads(capfdbinary.readouterr().out)


@pytest.mark.parametrize("form", ["html", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv"])
def test_every_form_is_rendered(judged, form):
    assert b"time-stamp-events-are-recorded" in checker.render([judged], form)


def test_a_spec_that_cannot_be_judged_is_an_exception_with_its_places(standards, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("vehicle: 3\n", "utf-8")

    with pytest.raises(Invalid) as refused:
        checker.load_spec(str(path), standards)
    assert str(path) in str(refused.value)


@pytest.mark.parametrize(
    "asked", [{"only": ["gb-1"]}, {"profile": "no-such"}, {"as_of": "yesterday"}, {"markets": ["Atlantis"]}]
)
def test_a_name_that_there_is_not_is_refused(standards, asked):
    (spec,) = checker.load_spec(SPEC, standards)

    with pytest.raises(ValueError, match=r"\S"):
        checker.assess(spec, standards, **asked)


def test_what_is_not_offered_is_no_attribute():
    with pytest.raises(AttributeError):
        checker.no_such_name  # noqa: B018


def test_everything_that_is_offered_is_there():
    assert [name for name in checker.__all__ if getattr(checker, name, None) is None] == []
