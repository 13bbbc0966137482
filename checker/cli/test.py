"""`icv-checker test`: the examples inside the rule files, run as outcomes."""

from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.selection import Refused, folders_of, rule_files_named
from checker.cli.shared_options import Adder
from checker.cli.workplace import Workplace, open_workplace
from checker.errors import Invalid
from checker.text import Text, colon
from checker.workshop.alone import judge_alone
from checker.workshop.examples import run_examples

EXAMPLES = (
    "icv-checker test",
    "icv-checker test standards/cn/gb-44497-2024.yaml",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "standards",
        nargs="*",
        metavar="ID|FILE",
        en="the rule files to test; default: all",
        zh="要测试的规则文件；默认全部",
    )
    add.watch()
    add.common()


def test(asked: Any, console: Console) -> int:
    """Run the examples of some standards, or of all; 1 if one is wrong or missing."""
    workplace = open_workplace([*asked.rules, *folders_of(asked.standards, asked.rules)])
    try:
        ids = rule_files_named(asked.standards, workplace)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    sound = [_tested(standard, workplace, console) for standard in ids]
    return exits.HOLDS if all(sound) else exits.GATE


def _tested(standard_id: str, workplace: Workplace, console: Console) -> bool:
    library = workplace.library
    standard = library.standards[standard_id]
    results = run_examples(standard, library, judge_alone(standard, library))
    problems = [problem for result in results for problem in result.problems]
    if problems:
        console.problems(Invalid(dict.fromkeys(problems)))  # of example_base, once for all examples
    wrong = sum(bool(result.problems) for result in results)
    examples, rules = _many(len(results), "example"), _many(len(standard.requirements), "requirement")
    says = Text(
        f"{examples} of {rules}, {wrong} wrong",
        f"{len(standard.requirements)} 条要求，{len(results)} 个示例，{wrong} 个有误",
    )
    if problems or not console.quiet:
        console.write(f"{standard_id}{colon(console.lang)}{says.in_(console.lang)}\n")
    return not problems


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
