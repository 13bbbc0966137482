"""`icv-checker report`: the compliance report of a spec, as HTML and PDF."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from checker.assessment.gate import decide
from checker.cli import exits
from checker.cli.checking import gate_of
from checker.cli.console import Console
from checker.cli.files import target, write_whole
from checker.cli.selection import Refused, request_of
from checker.cli.shared_options import Adder
from checker.cli.specs import Refusal, judge_file
from checker.cli.timeline import timeline_for
from checker.cli.waivers import with_waivers
from checker.cli.workplace import open_workplace
from checker.model.assessment import Judged
from checker.record import replace
from checker.text import Text

Render = Callable[[tuple[Judged, ...], str], bytes]


EXAMPLES = (
    "icv-checker report car.yaml -o report.pdf --lang both",
    "icv-checker report car.yaml -o report.html -o report.pdf --as-of 2027-01-01",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.one_spec()
    add.option(
        "-o",
        "--output",
        action="append",
        required=True,
        metavar="FILE",
        en="where to write: FILE.html or FILE.pdf (may be repeated)",
        zh="输出文件：FILE.html 或 FILE.pdf（可重复）",
    )
    add.common()
    add.selection()
    add.gate()


def report(asked: Any, console: Console) -> int:
    """Write every file that was asked for; 0 when they are written, unless a gate option is given."""
    try:
        targets = [(target(name), _renderer(name)) for name in asked.output]
        workplace = open_workplace(asked.rules)
        request = with_waivers(request_of(asked, workplace, explain_all=True), asked, workplace)
        documents = list(judge_file(asked.spec, asked, request, workplace))
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    judged = tuple(
        replace(one, timeline=timeline_for(one.assessments[one.decisive].spec, asked, request, workplace))
        for one in documents
        if isinstance(one, Judged)
    )
    refused = [one for one in documents if isinstance(one, Refusal)]
    for refusal in refused:
        console.problems(refusal.invalid)
    written = [_write(path, render, judged, console) for path, render in targets if judged]
    if not all(written):
        return exits.MACHINE
    if refused:
        return exits.INVALID
    gated = asked.fail_on or asked.min_score is not None or asked.min_decided is not None
    if not gated and not asked.strict and not asked.allow_empty:
        return exits.HOLDS
    return exits.HOLDS if all(decide(one, gate_of(asked)).holds for one in judged) else exits.GATE


def _renderer(name: str) -> Render:
    suffix = Path(name).suffix.lower()
    if suffix in (".html", ".htm"):
        from checker.rendering.html import render_html  # noqa: PLC0415 - only where it is asked for

        return render_html
    if suffix == ".pdf":
        from checker.rendering.pdf import render_pdf  # noqa: PLC0415

        return render_pdf
    raise Refused(
        Text(f"'{name}': the name has to end in .html or .pdf", f"“{name}”：文件名须以 .html 或 .pdf 结尾")
    )


def _write(path: Path, render: Render, judged: tuple[Judged, ...], console: Console) -> bool:
    from checker.rendering.pdf import CannotRender  # noqa: PLC0415

    try:
        write_whole(path, render(judged, console.lang))
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
