"""From arguments to an exit code."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from checker.bundled import data_folder
from checker.cli import exits
from checker.cli.arguments import module_of, parse
from checker.cli.console import Console, OutputLost
from checker.cli.project import with_settings
from checker.cli.usage import language
from checker.errors import Invalid
from checker.record import replace
from checker.text import Text

if TYPE_CHECKING:
    from checker.cli.notes import Notes

_INTERNAL = Text(
    "this is a fault of icv-checker, not of your files: {error}; run again with --debug and report the trace",
    "icv-checker 内部错误（与您的文件无关）：{error}；请加 --debug 重新运行并反馈调用栈",
)
_NOT_INSTALLED = Text(
    "the library {name} is missing; install icv-checker again, with all it depends on",
    "缺少程序库 {name}；请重新安装 icv-checker 及其依赖",
)


def main(arguments: Sequence[str]) -> int:
    """Return the exit code of a command line; raises KeyboardInterrupt and OSError of standard output."""
    console = Console.of_process(language(arguments, os.environ))
    try:
        code = _told(lambda: _run(arguments, console), arguments, console)
    except SystemExit as end:  # help was printed, or a refusal
        return int(end.code or exits.HOLDS)
    console.say_what_was_lost()
    return code


def _run(arguments: Sequence[str], console: Console) -> int:
    asked = parse(arguments, console.lang)
    if asked.quiet:
        console = replace(console, quiet=True)
    if not getattr(asked, "watch", False):
        return _once(asked, console)
    from checker.cli.watching import watch  # noqa: PLC0415 - only where it is asked for

    def again() -> int:
        return _told(lambda: _once(parse(arguments, console.lang), console), arguments, console)

    return watch(again, _read_by(asked), console)


def _once(asked: Any, console: Console) -> int:
    """Return the exit code of a command that is run one time."""
    asked.said_lang, asked.lang, asked.notes = asked.lang is not None, console.lang, None
    notes = _notes(asked, console)
    project = with_settings(asked)
    if project.warning:
        console.complain(project.warning)
    if notes:
        notes.begin(asked, project)
    module = module_of(asked.command)
    code = int(getattr(module, asked.command.replace("-", "_"))(asked, console))
    if notes:
        notes.end(code)
    return code


def _notes(asked: Any, console: Console) -> "Notes | None":
    """Return what tells more, where that is asked for; commands find it in `asked.notes`."""
    if asked.verbose:
        from checker.cli.notes import Notes  # noqa: PLC0415 - only where it is asked for

        asked.notes = Notes(console, os.environ)
    return asked.notes  # type: ignore[no-any-return]


def _told(run: Callable[[], int], arguments: Sequence[str], console: Console) -> int:
    """Return the exit code of what is run; what goes wrong in it is told."""
    try:
        return run()
    except Invalid as invalid:
        console.problems(invalid)
        return exits.INVALID
    except (KeyboardInterrupt, BrokenPipeError, OutputLost):
        raise
    except Exception as error:  # noqa: BLE001 - a fault ends in one sentence
        if "--debug" in arguments:
            import traceback  # noqa: PLC0415 - only for a fault

            traceback.print_exc(file=console.err)
        code, says = _reason(error)
        console.complain(says)
        return code


def _read_by(asked: Any) -> list[str]:
    """Return the files and folders that a command reads: rules, and the folders of its specs and waivers."""
    rules = [name for name in getattr(asked, "standards", ()) if os.path.isfile(name)]
    specs = [*getattr(asked, "specs", ()), *getattr(asked, "waivers", ()), *rules]
    folders = {os.path.dirname(name) or "." for name in specs if name != "-"}
    return [data_folder("standards"), *asked.rules, *sorted(folders)]


def _reason(error: Exception) -> tuple[int, Text]:
    name = (getattr(error, "name", None) or "").partition(".")[0]
    if isinstance(error, ModuleNotFoundError) and name != "checker":
        return exits.MACHINE, Text(_NOT_INSTALLED.en.format(name=name), _NOT_INSTALLED.zh.format(name=name))
    says = f"{type(error).__name__}: {error}".replace("\n", " ")
    return exits.INTERNAL, Text(_INTERNAL.en.format(error=says), _INTERNAL.zh.format(error=says))
