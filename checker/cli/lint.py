"""`icv-checker lint`: rule files as a careful reader looks through them."""

from collections.abc import Sequence
from typing import Any

from checker.bundled import data_folder
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.selection import Refused, folders_of, rule_files_named
from checker.cli.shared_options import Adder
from checker.cli.workplace import open_workplace
from checker.errors import Invalid, Problem
from checker.packs.library import Library
from checker.text import Text, colon
from checker.workshop.beside import beside_problems
from checker.workshop.lint import lint as look_through
from checker.workshop.lint import to_fill_in
from checker.workshop.mutation.catching import Caught, catch
from checker.workshop.mutation.telling import share, survivor_problems

_MIN_CAUGHT = 0.95

EXAMPLES = (
    "icv-checker lint",
    "icv-checker lint standards/cn/gb-44497-2024.yaml",
    "icv-checker lint --mutants gb-44497-2024 --min-caught 98",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "standards",
        nargs="*",
        metavar="ID|FILE",
        en="the rule files to look through; default: all",
        zh="要检查的规则文件；默认全部",
    )
    add.option(
        "--mutants",
        action="store_true",
        en="put one small mistake at a time into each rule, and list those that no example notices",
        zh="在规则中逐一植入小错误，列出示例未能发现的错误",
    )
    add.option(
        "--min-caught",
        type=add.percent,
        metavar="0-100",
        en="with --mutants: the share that examples must notice; default: 95",
        zh="与 --mutants 同用：示例须发现的比例；默认 95",
    )
    add.watch()
    add.common()


def lint(asked: Any, console: Console) -> int:
    """Look through some rule files, or all of them; 1 where something is to be mended or missed.

    With all of them go profiles, the catalogue and the correspondence.
    """
    workplace = open_workplace([*asked.rules, *folders_of(asked.standards, asked.rules)])
    library = workplace.library
    try:
        ids = rule_files_named(asked.standards, workplace)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    if asked.mutants:
        least = _MIN_CAUGHT if asked.min_caught is None else asked.min_caught
        return _mutants(ids, library, least, console)
    if asked.min_caught is not None:
        console.complain(Text("--min-caught goes with --mutants", "--min-caught 须与 --mutants 同用"))
        return exits.USAGE
    return _tidy(ids, library, console, whole=not asked.standards)


def _tidy(ids: Sequence[str], library: Library, console: Console, *, whole: bool) -> int:
    problems = [problem for standard in ids for problem in look_through(standard, library)]
    if whole:
        problems += beside_problems(data_folder("standards"), library)
    waiting = [problem for standard in ids for problem in to_fill_in(standard, library)]
    _tell([*problems, *waiting], console)
    count = len(problems)
    also = Text(f", {len(waiting)} to fill in", f"，{len(waiting)} 处待填写") if waiting else Text("", "")
    says = Text(
        f"{_files(len(ids))}, {count} {'thing' if count == 1 else 'things'} to mend{also.en}",
        f"{len(ids)} 个规则文件，{count} 处待修改{also.zh}",
    )
    if problems or waiting or not console.quiet:
        console.write(f"{says.in_(console.lang)}\n")
    return exits.GATE if problems else exits.HOLDS


def _mutants(ids: Sequence[str], library: Library, least: float, console: Console) -> int:
    every = []
    for standard in ids:
        caught = catch(library.standards[standard], library)
        every.append(caught)
        if not caught.wrong_examples:  # they notice nothing, so that each mutant would be told
            _tell(survivor_problems(caught), console)
        console.write(f"{standard}{colon(console.lang)}{_share(caught).in_(console.lang)}\n")
    made, noticed = sum(c.mutants for c in every), sum(c.caught for c in every)
    whole = Caught("", made, noticed)
    if len(ids) > 1:
        whole_name = Text("in all", "合计").in_(console.lang)
        console.write(f"{whole_name}{colon(console.lang)}{_share(whole).in_(console.lang)}\n")
    if any(caught.wrong_examples for caught in every):
        return exits.GATE
    return exits.HOLDS if made == 0 or noticed / made >= least else exits.GATE


def _share(caught: Caught) -> Text:
    if caught.mutants == 0:
        return Text("no mutants: nothing here can be changed", "无可植入的错误")
    percent = share(caught)
    wrong = caught.wrong_examples
    also = Text(
        f"; {wrong} {'example is' if wrong == 1 else 'examples are'} wrong: run icv-checker test"
        if wrong
        else "",
        f"；{wrong} 个示例有误，请运行 icv-checker test" if wrong else "",
    )
    return Text(
        f"{caught.caught} of {caught.mutants} mutants caught, {percent} %{also.en}",
        f"植入 {caught.mutants} 处错误，示例发现 {caught.caught} 处，{percent} %{also.zh}",
    )


def _tell(problems: Sequence[Problem], console: Console) -> None:
    if problems:
        console.problems(Invalid(problems))


def _files(count: int) -> str:
    return f"{count} rule file" if count == 1 else f"{count} rule files"
