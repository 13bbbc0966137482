"""Judge one requirement on one vehicle, by walking, with as few words as possible."""

from typing import Any

from checker.evaluation.bench import Bench, Reader
from checker.evaluation.editions import Edition
from checker.evaluation.force import Calendar
from checker.evaluation.requirement import Asked, judge_requirement
from checker.evaluation.rows import row_of
from checker.expression.parser import parse
from checker.model.finding import Finding
from checker.model.standard import Expression, ForEach, Requirement
from tests.making import HERE, requirement, spec, standard

DAY = "2026-11-20"


def expression(source: str) -> Expression:
    return Expression(source, parse(source), HERE)


def rule(
    *require: str, when: str | None = None, each: str | None = None, where: str | None = None, **fields: Any
) -> Requirement:
    for_each = None
    if each:
        if_none = fields.pop("if_none", "not_applicable")
        for_each = ForEach(expression(each), "f", expression(where) if where else None, if_none)
    return requirement(
        require=tuple(expression(source) for source in require),
        when=expression(when) if when else None,
        for_each=for_each,
        digest="sha256:rule",
        **fields,
    )


def judge(
    one: Requirement, values: dict[str, Any], *, trust: bool = False, configuration="", std=None, **rows
) -> Finding:
    vehicle = spec(values, configuration=configuration, **rows)
    std = std or standard("std", one)
    bench = Bench.of(vehicle, DAY, lambda printed: (printed,), {"std": None}, trust_answers=trust)
    reader = Reader(bench, std)
    asked = Asked(Calendar(DAY), Edition("counts"), sold=True)
    return judge_requirement(one, row_of(one, reader), reader, asked)


def reasons(finding: Finding) -> list[str]:
    return [reason.kind for reason in finding.reasons]
