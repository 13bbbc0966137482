"""`icv-checker completion`: what completes commands and options in a shell."""

from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.shared_options import Adder

EXAMPLES = (
    "icv-checker completion bash > ~/.local/share/bash-completion/completions/icv-checker",
    "icv-checker completion zsh > ~/.zfunc/_icv-checker",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "shell",
        choices=("bash", "zsh", "fish", "tcsh", "powershell"),
        en="which shell",
        zh="所用的命令行外壳",
    )
    add.common()


def completion(asked: Any, console: Console) -> int:
    """Print the script of one shell."""
    import shtab  # noqa: PLC0415 - only where it is asked for

    from checker.cli.arguments import whole_parser  # noqa: PLC0415 - the parser names this module

    console.write(shtab.complete(whole_parser(console.lang), shell=asked.shell))
    return exits.HOLDS
