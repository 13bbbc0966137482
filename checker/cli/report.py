"""`icv-checker report`: the compliance report of one spec or several, or the state of standardization."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.files import target, written
from checker.cli.issuing import add_issue, issue_of
from checker.cli.progress import Progress
from checker.cli.selection import Refused
from checker.cli.shared_options import Adder
from checker.cli.telling import Assessed, assessed_of, rendered
from checker.cli.workplace import open_workplace
from checker.settings.keys import GATE
from checker.text import Text

#: Returns the report for a name that ends so, in a language.
Render = Callable[[str, str], bytes]


EXAMPLES = (
    "icv-checker report car.yaml -o report.pdf --lang both",
    "icv-checker report car.yaml -o report.html -o report.pdf --as-of 2027-01-01",
    'icv-checker report car.yaml -o report.pdf --number CR-118 --revision B --supersedes "CR-118 A"',
    "icv-checker report specs/*.yaml -o portfolio.html",
    "icv-checker report --catalogue -o standardization.html",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "specs",
        nargs="*",
        metavar="SPEC",
        en="vehicle specs (YAML, JSON); - is standard input; several are compared before each is reported",
        zh="车辆规格文件（YAML、JSON）；- 表示标准输入；多个文件时先作对比，再逐一报告",
    )
    add.option(
        "--catalogue",
        action="store_true",
        en="in place of a spec: the state of standardization, from the catalogue of documents",
        zh="不针对规格文件，而是依据文件目录报告标准化现状",
    )
    add.option(
        "-o",
        "--output",
        action="append",
        required=True,
        metavar="FILE",
        en="where to write: FILE.html or FILE.pdf (may be repeated)",
        zh="输出文件：FILE.html 或 FILE.pdf（可重复）",
    )
    add_issue(add)
    add.common()
    add.selection()
    add.gate()


def report(asked: Any, console: Console) -> int:
    """Write every file that was asked for; 0 when they are written, unless a gate option is given."""
    try:
        targets = [(target(name), _suffix(name)) for name in asked.output]
        if asked.catalogue:
            from checker.cli.state_report import state_report  # noqa: PLC0415 - only where it is asked for

            return exits.HOLDS if _write(targets, state_report(asked), console) else exits.MACHINE
        issue = issue_of(asked)
        assessed = _assessed(asked)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    for refusal in assessed.refused:
        console.problems(refusal.invalid)

    def render(suffix: str, lang: str) -> bytes:
        with Progress(console, Text("laying out pages", "正在排版")) as progress:
            return rendered(suffix[1:], assessed, lang, issue, progress)

    if assessed.judged and not _write(targets, render, console):
        return exits.MACHINE
    if assessed.refused:
        return exits.INVALID
    holds = not _gated(asked) or all(decision.holds for decision in assessed.decisions)
    return exits.HOLDS if holds else exits.GATE


def _gated(asked: Any) -> bool:
    """Return whether an option asks for the gate to decide the exit code."""
    said = (getattr(asked, key.replace("-", "_")) for key in GATE)
    return any(value not in (None, []) and value is not False for value in said)  # --min-score 0 is said


def _assessed(asked: Any) -> Assessed:
    """Return what the specs come to that are named; raises Refused, and Invalid for rules."""
    if not asked.specs:
        raise Refused(Text("name a spec, or write --catalogue", "请指定规格文件，或写 --catalogue"))
    return assessed_of(asked, open_workplace(asked.rules))


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    if suffix in (".html", ".htm", ".pdf"):
        return ".pdf" if suffix == ".pdf" else ".html"
    raise Refused(
        Text(f"'{name}': the name has to end in .html or .pdf", f"“{name}”：文件名须以 .html 或 .pdf 结尾")
    )


def _write(targets: list[tuple[Path, str]], render: Render, console: Console) -> bool:
    """Write every file that can be written, and return whether all could."""
    done = [_written(path, suffix, render, console) for path, suffix in targets]
    return all(done)


def _written(path: Path, suffix: str, render: Render, console: Console) -> bool:
    from checker.rendering.pdf import CannotRender  # noqa: PLC0415

    try:
        done = written(path, lambda: render(suffix, console.lang), console)
    except CannotRender as error:
        console.complain(error.what)
        console.complain(error.mend)
        return False
    if done:
        console.tell(Text(str(path), str(path)))
    return done
