"""`icv-checker report`: the compliance report of one spec or several, or the state of standardization."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from checker.assessment.gate import decide
from checker.cli import exits
from checker.cli.checking import gate_of
from checker.cli.console import Console
from checker.cli.files import target, write_whole
from checker.cli.issuing import add_issue, issue_of
from checker.cli.reading import named_files
from checker.cli.selection import Refused, request_of
from checker.cli.shared_options import Adder
from checker.cli.specs import Refusal, judge_file
from checker.cli.timeline import timeline_for
from checker.cli.waivers import with_waivers
from checker.cli.workplace import open_workplace
from checker.model.assessment import Judged
from checker.record import Record, replace
from checker.rendering.issue import Issue
from checker.rendering.portfolio.refused import NotJudged
from checker.text import Text

#: Returns the report for a name that ends so, in a language.
Render = Callable[[str, str], bytes]


class _Told(Record):
    """What a report tells of."""

    judged: tuple[Judged, ...]
    issue: Issue
    refused: tuple[NotJudged, ...]


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
        judged, refused = _judged(asked)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    for refusal in refused:
        console.problems(refusal.invalid)
    told = _Told(
        judged, issue, tuple(NotJudged(one.file, one.document, one.invalid.problems) for one in refused)
    )
    if judged and not _write(targets, lambda suffix, lang: _rendered(suffix, told, lang), console):
        return exits.MACHINE
    if refused:
        return exits.INVALID
    gated = asked.fail_on or asked.min_score is not None or asked.min_decided is not None
    if not gated and not asked.strict and not asked.allow_empty:
        return exits.HOLDS
    return exits.HOLDS if all(decide(one, gate_of(asked)).holds for one in judged) else exits.GATE


def _judged(asked: Any) -> tuple[tuple[Judged, ...], list[Refusal]]:
    """Return each document with its timeline, and those that could not be judged; raises Refused."""
    if not asked.specs:
        raise Refused(Text("name a spec, or write --catalogue", "请指定规格文件，或写 --catalogue"))
    workplace = open_workplace(asked.rules)
    request = with_waivers(request_of(asked, workplace, explain_all=True), asked, workplace)
    documents = [
        one for name in named_files(asked.specs) for one in judge_file(name, asked, request, workplace)
    ]
    judged = tuple(
        replace(one, timeline=timeline_for(one.assessments[one.decisive].spec, asked, request, workplace))
        for one in documents
        if isinstance(one, Judged)
    )
    return judged, [one for one in documents if isinstance(one, Refusal)]


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    if suffix in (".html", ".htm", ".pdf"):
        return ".pdf" if suffix == ".pdf" else ".html"
    raise Refused(
        Text(f"'{name}': the name has to end in .html or .pdf", f"“{name}”：文件名须以 .html 或 .pdf 结尾")
    )


def _rendered(suffix: str, told: _Told, lang: str) -> bytes:
    if suffix == ".pdf":
        from checker.rendering.pdf import render_pdf  # noqa: PLC0415 - only where it is asked for

        return render_pdf(told.judged, lang, issue=told.issue, refused=told.refused)
    from checker.rendering.html import render_html  # noqa: PLC0415

    return render_html(told.judged, lang, issue=told.issue, refused=told.refused)


def _write(targets: list[tuple[Path, str]], render: Render, console: Console) -> bool:
    """Write every file that can be written, and return whether all could."""
    done = [_written(path, suffix, render, console) for path, suffix in targets]
    return all(done)


def _written(path: Path, suffix: str, render: Render, console: Console) -> bool:
    from checker.rendering.pdf import CannotRender  # noqa: PLC0415

    try:
        write_whole(path, render(suffix, console.lang))
    except CannotRender as error:
        console.complain(error.what)
        console.complain(error.mend)
        return False
    except OSError as error:
        says = error.strerror or str(error)
        console.complain(Text(f"{path}: cannot be written: {says}", f"{path}：无法写入：{says}"))
        return False
    console.err.write(f"{path}\n")
    return True
