"""From arguments to an exit code."""

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from checker.cli import exits
from checker.cli.arguments import language, parser
from checker.cli.console import Console
from checker.errors import Invalid
from checker.text import Text

_INTERNAL = Text(
    "this is a fault of icv-checker: {error}; run again with --debug and report the trace",
    "icv-checker 内部错误：{error}；请加 --debug 重新运行并反馈调用栈",
)


def main(arguments: Sequence[str]) -> int:
    """Return the exit code of a command line; raises SystemExit for usage and help."""
    lang = language(arguments, dict(os.environ))
    asked = parser(lang).parse_args(arguments)
    asked.lang = lang
    console = Console.of_process(lang)
    try:
        return _command(asked.command)(asked, console)
    except Invalid as invalid:
        console.problems(invalid)
        return exits.INVALID
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:
        if asked.debug:
            raise
        says = f"{type(error).__name__}: {error}"
        console.complain(Text(_INTERNAL.en.format(error=says), _INTERNAL.zh.format(error=says)))
        return exits.INTERNAL


def _command(name: str) -> Callable[[Any, Console], int]:
    """Return a command's function; its module, of the same name, is imported only when it is asked for."""
    command: Callable[[Any, Console], int] = getattr(import_module(f"checker.cli.{name}"), name)
    return command
