"""`icv-checker help`: the manual of a command."""

from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.shared_options import Adder

EXAMPLES = (
    "icv-checker help check",
    "icv-checker help",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    from checker.cli.arguments import COMMANDS  # noqa: PLC0415 - the parser names this module

    add.option(
        "about",
        nargs="?",
        choices=tuple(COMMANDS),
        metavar="COMMAND",
        en="the command; default: the program itself",
        zh="命令名；默认显示本程序的手册",
    )
    add.common()


def help(asked: Any, console: Console) -> int:  # noqa: A001 - modules of commands have a function of their name
    """Print the page of a command, or of the program."""
    from checker.cli.arguments import page_parser  # noqa: PLC0415 - see above

    console.write(page_parser(asked.about, console.lang).format_help())
    return exits.HOLDS
