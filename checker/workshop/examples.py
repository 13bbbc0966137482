"""Rules that test themselves: every example of a rule file has the outcome that it says."""

from collections.abc import Callable, Iterator
from typing import Any

from checker.assessment.answers import stray_answers
from checker.documents import Path_, read_documents
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.model.finding import Outcome
from checker.model.spec import VehicleSpec
from checker.model.standard import Requirement, Standard
from checker.packs.library import Library
from checker.record import Record
from checker.text import Text
from checker.workshop.specimens import Workbench, example_spec, workbench_of

#: The outcome of a requirement on a vehicle, whether its standard applies included.
JudgeOne = Callable[[VehicleSpec, Requirement], Outcome]

#: What examples are called -> the outcome they must have.
OUTCOMES = {
    "pass": Outcome.HOLDS,
    "fail": Outcome.VIOLATED,
    "unknown": Outcome.OPEN,
    "not_applicable": Outcome.OUT,
}
_NAMES = {outcome: name for name, outcome in OUTCOMES.items()}


class ExampleResult(Record):
    """One example that was judged, or one that is missing."""

    requirement: str  # full id
    place: Place  # of the example; of the requirement, where it is missing
    expected: str  # pass, fail, unknown, not_applicable
    got: Outcome | None  # None: missing, or no vehicle
    problems: tuple[Problem, ...] = ()  # empty: it is as it should be


def run_examples(standard: Standard, library: Library, judge_one: JudgeOne) -> tuple[ExampleResult, ...]:
    """Return the result of every example of a standard, and of every example that it lacks.

    Nothing is raised for an example that is wrong: its result says so.
    """
    file = library.source(standard.id)
    (document,) = read_documents(file.data, file.shown, name_hint="yaml")
    bench = workbench_of(standard, document, library)
    return tuple(
        result
        for index, requirement in enumerate(standard.requirements)
        for result in _results(standard, requirement, ("requirements", index), bench, judge_one)
    )


def has_condition(standard: Standard, requirement: Requirement) -> bool:
    """Return whether there are vehicles that a requirement does not apply to."""
    each = requirement.for_each
    return (
        standard.applies_when is not None
        or requirement.when is not None
        or (each is not None and each.if_none == "not_applicable")
    )


def _results(
    standard: Standard, requirement: Requirement, path: Path_, bench: Workbench, judge_one: JudgeOne
) -> Iterator[ExampleResult]:
    data: dict[str, Any] = bench.document.data["requirements"][path[-1]].get("examples", {})
    for name in OUTCOMES:
        examples = data.get(name, [])
        if isinstance(examples, dict):  # fail: {impossible: ...}
            continue
        for index in range(len(examples)):
            yield _judged(standard, requirement, (*path, "examples", name, index), bench, judge_one)
        if not examples and (name != "not_applicable" or has_condition(standard, requirement)):
            yield _missing(requirement, name)


def _judged(
    standard: Standard, requirement: Requirement, path: Path_, bench: Workbench, judge_one: JudgeOne
) -> ExampleResult:
    place, name = bench.document.place(path), str(path[-2])
    try:
        spec = example_spec(bench, path)
    except Invalid as invalid:
        return ExampleResult(requirement.id, place, name, None, invalid.problems)
    stray = [
        Problem(note.place or place, note.text)
        for note in stray_answers(spec, (standard,), bench.standard_ids)
    ]
    if stray:
        return ExampleResult(requirement.id, place, name, None, tuple(stray))
    got = judge_one(spec, requirement)
    if got is OUTCOMES[name]:
        return ExampleResult(requirement.id, place, name, got)
    what = Text(
        f"{requirement.id}: this example should be '{name}', and is '{_NAMES[got]}'",
        f"{requirement.id}：该示例应为“{name}”，实际为“{_NAMES[got]}”",
    )
    mend = Text("mend the rule, or the example", "请修改规则或示例")
    return ExampleResult(requirement.id, place, name, got, (Problem(place, what, mend),))


_LACKING = {
    "pass": Text("write one that meets it, best at the limit", "请给出符合要求的示例，最好取临界值"),
    "fail": Text(
        "write one that violates it, or fail: {impossible: {en, zh}} with the reason",
        "请给出不符合要求的示例，或写 fail: {impossible: {en, zh}} 说明原因",
    ),
    "unknown": Text("write one that leaves out what it reads", "请给出缺少所读字段的示例"),
    "not_applicable": Text(
        "there is a condition: write one that does not meet it", "该要求有条件：请给出不满足条件的示例"
    ),
}


def _missing(requirement: Requirement, name: str) -> ExampleResult:
    what = Text(f"{requirement.id}: no '{name}' example", f"{requirement.id}：缺少“{name}”示例")
    problem = Problem(requirement.place, what, _LACKING[name])
    return ExampleResult(requirement.id, requirement.place, name, None, (problem,))
