"""`icv-checker standards`: which standards there are, and what one of them asks."""

from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.selection import Refused, standard_named
from checker.cli.shared_options import Adder
from checker.cli.workplace import open_workplace
from checker.rendering.terminal.listed import list_standards, show_standard

EXAMPLES = (
    "icv-checker standards",
    "icv-checker standards gb-44497-2024",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "standard",
        nargs="?",
        metavar="ID",
        en="show this standard and its requirements",
        zh="显示该标准及其要求",
    )
    add.common()


def standards(asked: Any, console: Console) -> int:
    """Print the list of standards, or one standard with its requirements."""
    workplace, page = open_workplace(asked.rules), console.page()
    known = workplace.library.standards
    if asked.standard is None:
        lines = list(list_standards(known.values(), page))
    else:
        try:
            lines = list(show_standard(known[standard_named(asked.standard, workplace)], page))
        except Refused as error:
            console.complain(error.what)
            return exits.USAGE
    console.write("\n".join(lines) + "\n")
    return exits.HOLDS
