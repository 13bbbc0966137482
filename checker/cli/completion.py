"""`icv-checker completion`: what completes commands, options, ids and files in a shell."""

import argparse
from collections.abc import Iterable, Iterator
from typing import Any

from checker.bundled import data_folder
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.shared_options import Adder
from checker.cli.workplace import Workplace, open_workplace

EXAMPLES = (
    "icv-checker completion bash > ~/.local/share/bash-completion/completions/icv-checker",
    "icv-checker completion zsh > ~/.zfunc/_icv-checker",
    "icv-checker completion fish > ~/.config/fish/completions/icv-checker.fish",
)
#: What stands for the value of an argument or option, where it names a file.
_FILES = frozenset(
    ("SPEC", "FILE", "FILE|FOLDER", "REPORT", "RESULT.json", "OLD", "NEW", "[FILE] ID", "PROFILE")
)
#: How each shell is asked for files, behind the ids of a function of ours.
_FUNCTIONS = {
    "bash": '{name}() {{ compgen -W "{ids}" -- "$1"; compgen -f -- "$1"; }}',
    "zsh": "{name}() {{ compadd -- {ids}; _files }}",
}


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "shell",
        choices=("bash", "zsh", "fish", "tcsh", "powershell"),
        en="which shell",
        zh="所用的 shell",
    )
    add.common()


def completion(asked: Any, console: Console) -> int:
    """Print the script of one shell."""
    import shtab  # noqa: PLC0415 - only where it is asked for

    from checker.cli.arguments import whole_parser  # noqa: PLC0415 - the parser names this module

    parser = whole_parser(console.lang)
    _offer(parser, open_workplace(asked.rules))
    console.write(shtab.complete(parser, shell=asked.shell))
    return exits.HOLDS


def _offer(parser: argparse.ArgumentParser, workplace: Workplace) -> None:
    """Say at each argument and option what its value may be: ids that there are now, files, folders."""
    import shtab  # noqa: PLC0415 - only where it is asked for

    from checker.packs.profiles import profile_names  # noqa: PLC0415

    standards = sorted(workplace.library.entries)
    profiles = profile_names(data_folder("standards"))
    markets = sorted(workplace.library.markets.markets)
    for action in _actions(parser):
        action.help = action.help and action.help.partition("; ")[0].partition("；")[0]
        name = action.metavar if isinstance(action.metavar, str) else ""
        if action.choices is not None:
            continue
        if name in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
        elif name == "FOLDER":
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        elif name == "ID|FILE":
            ids = profiles if action.dest == "profile" else standards
            action.complete = _ids_or_files(action.dest, ids)  # type: ignore[attr-defined]
        elif name in ("ID", "STANDARD"):
            action.choices = standards
        elif action.dest == "market":
            action.choices = markets


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - as shtab itself finds them
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for command in action.choices.values():
                yield from _actions(command)
        else:
            yield action


def _ids_or_files(of: str, ids: Iterable[str]) -> dict[str, Any]:
    """Return what completes an id, or the name of a file."""
    import shtab  # noqa: PLC0415 - only where it is asked for

    name, listed = f"_icv_checker_{of}", " ".join(ids)
    made = {shell: form.format(name=name, ids=listed) for shell, form in _FUNCTIONS.items()}
    fish = f"(printf '%s\\n' {listed}; __fish_complete_path (commandline -ct))"
    return {**shtab.FILE, **dict.fromkeys(made, name), "fish": fish, "preamble": made}
