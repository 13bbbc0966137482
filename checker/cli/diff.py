"""`icv-checker diff`: two results, or two states of a spec, beside each other."""

import json
from typing import Any

from checker import __version__
from checker.assessment.assessing import Request
from checker.assessment.gate import Gate, decide
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.reading import named_files, read_file, shown_as
from checker.cli.selection import Refused, request_of
from checker.cli.shared_options import Adder
from checker.cli.specs import Refusal, judge_file
from checker.cli.waivers import with_waivers
from checker.cli.workplace import Workplace, open_workplace
from checker.comparison.comparing import Comparison, compare
from checker.comparison.results import Configuration, load_result, result_of
from checker.errors import Invalid, Problem
from checker.model.assessment import Judged
from checker.rendering.result import render_json
from checker.rendering.wording import load_words

EXAMPLES = (
    "icv-checker check car.yaml --format json > before.json",
    "icv-checker diff before.json car.yaml",
    "icv-checker diff old/car.yaml car.yaml --format markdown",
)
#: How a result begins, whatever its file is called.
_RESULT = b'"schema": "icv-result/'


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    for name, en, zh in (("old", "before", "变更前"), ("new", "after", "变更后")):
        add.option(
            name,
            metavar=name.upper(),
            en=f"{en}: a result (check --format json), or a spec, which is judged now",
            zh=f"{zh}：评价结果（check --format json），或规格文件（按当前规则评价）",
        )
    compared_as(add)
    add.common()
    add.selection()


def compared_as(add: Adder) -> None:
    """Add the form in which a comparison is printed."""
    add.option(
        "--format",
        choices=("text", "json", "markdown"),
        default="text",
        en="the form of the output: text for people (default), json, or markdown for a pull request",
        zh="输出格式：text 供人阅读（默认），json 供程序读取，markdown 供合并请求使用",
    )


def diff(asked: Any, console: Console) -> int:
    """Print what changed; 0 where nothing got worse, 1 where something did."""
    workplace = open_workplace(asked.rules)
    try:
        request = with_waivers(request_of(asked, workplace, explain_all=True), asked, workplace)
        before = _either(asked.old, asked, request, workplace)
        after = _either(asked.new, asked, request, workplace)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    compared = compare(before, after)
    write_compared(compared, asked.format, console, workplace)
    return exits.GATE if any(one.worse for one in compared) else exits.HOLDS


def configurations_of(
    names: list[str], asked: Any, request: Request, workplace: Workplace
) -> tuple[Configuration, ...]:
    """Return what the specs come to by the rules of a workplace; raises Invalid for what cannot be judged."""
    judged: list[Judged] = []
    problems: list[Problem] = []
    for name in named_files(names):
        for one in judge_file(name, asked, request, workplace):
            if isinstance(one, Refusal):
                problems += one.invalid.problems
            else:
                judged.append(one)
    if problems:
        raise Invalid(problems)
    decided = [(one, decide(one, Gate())) for one in judged]
    return result_of(json.loads(render_json(decided, (), tool_version=__version__, as_of=request.as_of)))


def write_compared(
    compared: tuple[Comparison, ...], form: str, console: Console, workplace: Workplace
) -> None:
    """Print comparisons in the form that was asked for."""
    match form:
        case "json":
            from checker.rendering.comparison import render_comparison_json  # noqa: PLC0415 - only where asked for

            console.write_bytes(render_comparison_json(compared, __version__))
        case "markdown":
            from checker.rendering.pipeline.compared import render_compared_markdown  # noqa: PLC0415

            words = load_words(cache=workplace.cache)
            console.write_bytes(render_compared_markdown(compared, words, console.lang))
        case _:
            from checker.rendering.terminal.compared import render_compared  # noqa: PLC0415

            console.write(render_compared(compared, console.page(workplace.cache)))


def _either(name: str, asked: Any, request: Request, workplace: Workplace) -> tuple[Configuration, ...]:
    """Return what a result says, or what a spec comes to today."""
    if name != "-":
        data = read_file(name)
        if _RESULT in data[:200]:
            return load_result(data, shown_as(name))
    return configurations_of([name], asked, request, workplace)
