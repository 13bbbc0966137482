"""JUnit XML: a suite per document and standard, a test case per requirement.

Red is what breaks the gate: a binding requirement that is not met is a failure, one that cannot be decided
an error (unless the gate lets the undecided through). What is waived, does not bind yet or is not for this
vehicle is skipped, with the reason. Valid for the schemas of Ant (windyroad) and of Jenkins.
"""

from collections import Counter
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from checker.model.finding import Verdict
from checker.rendering.pipeline.phrasing import message, reasons, reference, said, said_plain, verdict_word
from checker.rendering.pipeline.points import Point, points_of
from checker.rendering.pipeline.run import Run

Outcome = Literal["passed", "failure", "error", "skipped"]


def render_junit(run: Run) -> bytes:
    """Return a run as JUnit XML; times are 0 and the time stamp is the assessment date."""
    suites: dict[tuple[str, int, str], list[Point]] = {}
    for point in points_of(run):
        suites.setdefault((point.file, point.document, _owner(point)), []).append(point)
    root = Element("testsuites")
    for number, points in enumerate(suites.values()):
        root.append(_suite(number, points, run))
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "unicode").encode() + b"\n"


def outcome_of(point: Point, run: Run) -> Outcome:
    """Return how a test report shows a point."""
    if point.level == "error":
        return "failure"
    if point.level == "warning":
        return "skipped" if run.gate.fail_on == "fail" else "error"
    return "passed" if point.verdict is Verdict.PASS else "skipped"


def _owner(point: Point) -> str:
    return point.its_standard.id if point.its_standard else "icv-checker"


def _suite(number: int, points: list[Point], run: Run) -> Element:
    """Return the suite of one document and one standard."""
    outcomes = [outcome_of(point, run) for point in points]
    tally = Counter(outcomes)
    first = points[0]
    document = first.file + (f" #{first.document}" if first.document > 1 else "")
    suite = Element(
        "testsuite",
        {
            "name": _token(f"{document}: {first.standard or _owner(first)}"),
            "package": _token(document),
            "id": str(number),
            "timestamp": f"{run.as_of}T00:00:00",
            "hostname": "localhost",
            "tests": str(len(points)),
            "failures": str(tally["failure"]),
            "errors": str(tally["error"]),
            "skipped": str(tally["skipped"]),
            "time": "0",
        },
    )
    properties = SubElement(suite, "properties")
    for name, value in (("icv-checker", run.tool_version), ("as_of", run.as_of)):
        SubElement(properties, "property", {"name": name, "value": value})
    for point, outcome in zip(points, outcomes, strict=True):
        suite.append(_case(point, outcome, run))
    SubElement(suite, "system-out")
    SubElement(suite, "system-err")
    return suite


def _case(point: Point, outcome: Outcome, run: Run) -> Element:
    configurations = ", ".join(said(one, run.lang) for one in point.configurations)
    name = point.rule.rpartition("/")[2] + (f" [{configurations}]" if configurations else "")
    case = Element("testcase", {"name": _token(name), "classname": _token(_owner(point)), "time": "0"})
    if outcome == "passed":
        return case
    word = said(verdict_word(point, run.words), run.lang)
    why = reasons(point, run.words, run.lang) or said(point.asks, run.lang)
    told: dict[str, str] = {"message": f"{word}: {why}"}
    if outcome != "skipped":
        told["type"] = str(point.verdict)
    detail = SubElement(case, outcome, told)
    places = "\n".join(str(place) for place in point.places)
    force = said(point.force, run.lang)
    lines = (message(point, run.words, run.lang), f"{reference(point)} ({force})" if force else "", places)
    detail.text = "\n".join(line for line in lines if line)
    return case


def _token(text: str) -> str:
    return said_plain(text) or "-"
