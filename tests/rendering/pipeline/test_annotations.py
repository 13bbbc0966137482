"""Annotations of GitHub and GitLab's code quality report."""

import json
import re

from checker.model.finding import Verdict
from checker.rendering.pipeline.github import SHOWN, render_github
from checker.rendering.pipeline.gitlab import render_gitlab
from checker.rendering.pipeline.points import is_problem, points_of
from tests.rendering.pipeline.runs import RUNS, all_of, changed, run_of

COMMAND = re.compile(r"::(error|warning|notice) file=[^:,]+,line=\d+,col=\d+,title=[^:,]*::.+")


def test_every_line_with_colons_is_one_whole_command(run):
    for line in render_github(run).decode().splitlines():
        assert not line.startswith("::") or COMMAND.fullmatch(line), line


def test_the_worst_comes_first():
    kinds = re.findall("^::([a-z]+) ", render_github(RUNS["every verdict"]()).decode(), re.MULTILINE)

    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert kinds[0] == "error"


def test_what_is_not_shown_is_counted():
    judged = changed(all_of(Verdict.FAIL))
    many = tuple(judged for _ in range(3))
    text = render_github(run_of(*many)).decode()
    problems = sum(is_problem(point) and point.level == "error" for point in points_of(run_of(*many)))

    assert text.count("::error ") == SHOWN
    assert f"{problems - SHOWN} more errors" in text


def test_the_statement_and_the_gate_are_the_last_lines():
    statement, gate = render_github(RUNS["every verdict"]()).decode().splitlines()[-2:]

    assert "does not conform" in statement
    assert gate == "gate fails: so it is"


def test_text_cannot_write_a_command_of_its_own():
    text = render_github(RUNS["hostile text"]()).decode()

    assert "\n::error::" not in text
    assert "%250A" in text


def test_code_quality_has_what_gitlab_reads(run):
    issues = json.loads(render_gitlab(run))

    assert len(issues) == sum(map(is_problem, points_of(run)))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert all(isinstance(issue[key], str) and issue[key] for key in ("description", "fingerprint"))
        assert not issue["location"]["path"].startswith(("./", "/"))
        assert type(issue["location"]["lines"]["begin"]) is int
        assert issue["location"]["lines"]["begin"] >= 1
