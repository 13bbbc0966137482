"""The formats of `check`: which there are, what writes each, and the files that `--write` names."""

from functools import partial
from pathlib import Path
from typing import Any

from checker import __version__
from checker.assessment.gate import Gate
from checker.cli.console import Console
from checker.cli.files import target, written
from checker.cli.selection import Refused
from checker.cli.shared_options import FORMATS
from checker.errors import Invalid
from checker.record import Record
from checker.rendering.pipeline.run import Run
from checker.text import Text

#: Formats that mark lines of files.
_MARKING = ("sarif", "github", "gitlab")


class Target(Record):
    """A file to write, and its format."""

    form: str
    path: Path


def targets(asked: Any) -> tuple[Target, ...]:
    """Return the files that ``--write FORMAT=FILE`` names; raises Refused for what cannot be one."""
    return tuple(_target(named) for named in asked.write)


def _target(named: str) -> Target:
    form, equals, file = named.partition("=")
    written = [one for one in FORMATS if one != "text"]
    if not equals or not file or form not in written:
        listed = ", ".join(written)
        raise Refused(
            Text(
                f"--write '{named}': write FORMAT=FILE, such as sarif=result.sarif; formats: {listed}",
                f"--write “{named}”：请写成 格式=文件，如 sarif=result.sarif；可选格式：{listed}",
            )
        )
    return Target(form, target(file))


def write_files(files: tuple[Target, ...], run: Run, sarif_profile: str, console: Console) -> bool:
    """Write every file whole; False where one could not be, which was said."""
    done = [written(one.path, partial(rendered, one.form, run, sarif_profile), console) for one in files]
    return all(done)


def annotate(invalid: Invalid, asked: Any, console: Console) -> None:
    """Write what is wrong with a file that all specs need, in the formats that mark lines of files."""
    from checker.rendering.wording import load_words  # noqa: PLC0415 - only for a mistake

    try:
        files = tuple(one for one in targets(asked) if one.form in _MARKING)
    except Refused:  # of two mistakes the file is told
        return
    run = Run(
        judged=(),
        refused=(),
        gate=Gate(fail_on=asked.fail_on or "undetermined"),
        as_of=asked.as_of,
        tool_version=__version__,
        lang=console.lang,
        words=load_words(),
        unusable=invalid,
    )
    write_files(files, run, asked.sarif_profile, console)
    if asked.format in _MARKING:
        console.write_printed(rendered(asked.format, run, asked.sarif_profile))


def rendered(form: str, run: Run, sarif_profile: Any) -> bytes:
    """Return a run in a format for programs; each is imported only when it is asked for."""
    match form:
        case "json":
            from checker.rendering.result import render_json  # noqa: PLC0415 - only where it is asked for

            return render_json(run.judged, run.refused, tool_version=run.tool_version, as_of=run.as_of)
        case "sarif":
            from checker.rendering.pipeline.sarif import render_sarif  # noqa: PLC0415 - only where it is asked for

            return render_sarif(run, sarif_profile)
        case "junit":
            from checker.rendering.pipeline.junit import render_junit  # noqa: PLC0415 - only where it is asked for

            return render_junit(run)
        case "github":
            from checker.rendering.pipeline.github import render_github  # noqa: PLC0415 - only where it is asked for

            return render_github(run)
        case "gitlab":
            from checker.rendering.pipeline.gitlab import render_gitlab  # noqa: PLC0415 - only where it is asked for

            return render_gitlab(run)
        case "markdown":
            from checker.rendering.pipeline.markdown import render_markdown  # noqa: PLC0415 - only where it is asked for

            return render_markdown(run)
        case "csv":
            from checker.rendering.pipeline.table import render_csv  # noqa: PLC0415 - only where it is asked for

            return render_csv(run)
        case _:
            raise ValueError(form)
