"""`icv-checker impact`: what a change of rules flips over many specs."""

import os
from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.diff import compared_as, configurations_of, write_compared
from checker.cli.selection import Refused, request_of
from checker.cli.shared_options import Adder
from checker.cli.waivers import with_waivers
from checker.cli.workplace import Workplace, open_workplace
from checker.comparison.comparing import compare
from checker.comparison.results import Configuration
from checker.packs.folders import MARKETS
from checker.text import Text

EXAMPLES = (
    "icv-checker impact --rules ../branch/standards specs/*.yaml",
    "icv-checker impact --rules my-rules car.yaml --format markdown",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "specs",
        nargs="+",
        metavar="SPEC",
        en="the specs that are judged twice",
        zh="按两套规则各评价一次的规格文件",
    )
    compared_as(add)
    add.common()
    add.selection()


def impact(asked: Any, console: Console) -> int:
    """Print what changes if other rules judge; 0 where nothing got worse, 1 where something did.

    A folder of ``--rules`` that holds a `markets.yaml` stands in place of the rules of this installation, as
    `standards/` of another branch does; any other is added to them.
    """
    if not asked.rules:
        console.complain(
            Text("name the other rules: --rules FOLDER", "请用 --rules 文件夹 指明用于比较的规则")
        )
        return exits.USAGE
    whole = [folder for folder in asked.rules if os.path.isfile(f"{folder}/{MARKETS}")]
    added = [folder for folder in asked.rules if folder not in whole]
    try:
        before = open_workplace(())
        after = open_workplace(added, standards=whole[0] if whole else None)
        sides = [_judged(asked, workplace) for workplace in (before, after)]
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    compared = compare(*sides)
    write_compared(compared, asked.format, console, after)
    return exits.GATE if any(one.worse for one in compared) else exits.HOLDS


def _judged(asked: Any, workplace: Workplace) -> tuple[Configuration, ...]:
    request = with_waivers(request_of(asked, workplace, explain_all=True), asked, workplace)
    return configurations_of(asked.specs, asked, request, workplace)
