"""JUnit fits the schemas of Ant and Jenkins, and is red exactly where the gate is."""

from pathlib import Path

import pytest
from lxml import etree

from checker.assessment.gate import Gate
from checker.rendering.pipeline.junit import render_junit
from checker.rendering.pipeline.points import points_of
from tests.rendering import sample
from tests.rendering.pipeline.runs import RUNS, run_of

SCHEMAS = Path(__file__).parents[2] / "data/schemas"


def parsed(run):
    return etree.fromstring(render_junit(run))


def count(run, outcome):
    return len(parsed(run).findall(f".//testcase/{outcome}"))


@pytest.mark.parametrize("schema", ["junit-windyroad.xsd", "junit-10-jenkins-xunit.xsd"])
def test_it_fits_the_official_schemas(run, schema):
    validator = etree.XMLSchema(etree.parse(SCHEMAS / schema))

    validator.validate(parsed(run))
    assert [str(error) for error in validator.error_log] == []


def test_the_numbers_of_a_suite_are_those_of_its_cases(run):
    for suite in parsed(run).findall("testsuite"):
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        for name, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(name)) == len(suite.findall(f"testcase/{outcome}"))


def test_every_point_is_a_case(run):
    assert len(parsed(run).findall(".//testcase")) == len(points_of(run))


def test_red_is_what_breaks_the_gate():
    assert count(RUNS["all pass"](), "failure") == count(RUNS["all pass"](), "error") == 0
    assert count(RUNS["all fail"](), "failure") > 0
    assert count(RUNS["all unknown"](), "error") > 0
    assert count(RUNS["nothing applicable"](), "skipped") > 0
    assert count(RUNS["waived"](), "failure") == 0
    assert count(RUNS["only refused"](), "failure") == 1


def test_what_the_gate_lets_through_is_not_red():
    run = run_of(sample.judged(), gate=Gate(fail_on="fail"))

    assert count(run, "error") == 0
    assert count(run, "failure") == 1


def test_a_reader_finds_the_line():
    assert "specs/yunzhou_x9.yaml:118:31" in render_junit(RUNS["every verdict"]()).decode()
