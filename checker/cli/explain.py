"""`icv-checker explain`: what a requirement asks, where it comes from, and what a spec holds for it."""

from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.selection import Refused, request_of, requirement_named
from checker.cli.shared_options import Adder
from checker.cli.specs import Refusal, judge_file
from checker.cli.waivers import with_waivers
from checker.cli.workplace import open_workplace
from checker.rendering.terminal.explained import explain_findings, explain_requirement

EXAMPLES = (
    "icv-checker explain gb-44497-2024/storage-survives-power-loss",
    "icv-checker explain gb-44497-2024/storage-survives-power-loss car.yaml",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "requirement",
        metavar="REQUIREMENT",
        en="an id, as outputs print it: gb-44497-2024/storage-survives-power-loss",
        zh="要求编号，如输出所示：gb-44497-2024/storage-survives-power-loss",
    )
    add.option(
        "spec",
        nargs="?",
        metavar="SPEC",
        en="a vehicle spec: what it holds for this requirement, and where",
        zh="车辆规格文件：显示其中与该要求有关的内容及位置",
    )
    add.common()
    add.selection(standards=False)


def explain(asked: Any, console: Console) -> int:
    """Print a requirement, and with a spec every path that was read for it."""
    workplace, page = open_workplace(asked.rules), console.page()
    code = exits.HOLDS
    try:
        standard, requirement = requirement_named(asked.requirement, workplace)
        lines = list(explain_requirement(standard, requirement, page))
        if asked.spec:
            asked.standard = [standard.id]
            request = with_waivers(request_of(asked, workplace, explain_all=True), asked, workplace)
            for one in judge_file(asked.spec, asked, request, workplace):
                if isinstance(one, Refusal):
                    console.problems(one.invalid)
                    code = exits.INVALID
                else:
                    lines += explain_findings(one, requirement, page)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    console.write("\n".join(lines) + "\n")
    return code
