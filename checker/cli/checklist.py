"""`icv-checker checklist`: what is open for a spec, or what a standard asks for, to be filled in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.files import save, target
from checker.cli.selection import Refused, request_of, standard_named
from checker.cli.shared_options import Adder
from checker.cli.specs import Refusal, judge_file
from checker.cli.waivers import with_waivers
from checker.cli.workplace import Workplace, open_workplace
from checker.errors import Invalid, Problem
from checker.exchange.checklist import Checklist
from checker.location import Place
from checker.model.assessment import Judged
from checker.rendering.wording import Words, load_words
from checker.text import Text

EXAMPLES = (
    "icv-checker checklist car.yaml -o open.xlsx",
    "icv-checker checklist car.yaml --standard gb-44497-2024 -o open.yaml -o open.md",
    "icv-checker checklist --standard gb-44497-2024 -o form.md",
)
#: Returns the list as it is written to a file of a name, in one language.
Render = Callable[[Checklist, Words, str, str], bytes]


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "spec",
        nargs="?",
        metavar="SPEC",
        en="a vehicle spec; - is standard input; without one, --standard gives its empty form",
        zh="车辆规格文件；- 表示标准输入；省略时由 --standard 输出该标准的空白检查表",
    )
    add.option(
        "-o",
        "--output",
        action="append",
        default=[],
        metavar="FILE",
        en="where to write: FILE.yaml, FILE.xlsx or FILE.md (may be repeated); default: YAML, printed",
        zh="输出文件：FILE.yaml、FILE.xlsx 或 FILE.md（可重复）；默认以 YAML 输出到标准输出",
    )
    add.common()
    add.selection()


def checklist(asked: Any, console: Console) -> int:
    """Write every file that was asked for; 0 when they are written."""
    try:
        targets = [(name, *_renderer(name)) for name in asked.output]
        workplace = open_workplace(asked.rules)
        made = _made(asked, workplace)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    words = load_words(cache=workplace.cache)
    if not targets:
        console.write_bytes(_renderer("-")[1](made, words, console.lang, "checklist.yaml"))
        return exits.HOLDS
    for name, path, render in targets:
        if path is None:
            console.write_bytes(render(made, words, console.lang, "checklist.yaml"))
        elif (code := save(name, render(made, words, console.lang, name), console)) != exits.HOLDS:
            return code
        else:
            console.err.write(f"{_counted(name, made, words).in_(console.lang)}\n")
    return exits.HOLDS


def _made(asked: Any, workplace: Workplace) -> Checklist:
    """Return the list of a spec, or the empty form of the standards that are named."""
    request = with_waivers(request_of(asked, workplace, explain_all=True), asked, workplace)
    if asked.spec is None:
        return _blank(asked, workplace, request.as_of)
    documents = list(judge_file(asked.spec, asked, request, workplace))
    problems = [problem for one in documents if isinstance(one, Refusal) for problem in one.invalid.problems]
    if problems:
        raise Invalid(problems)
    judged = [one for one in documents if isinstance(one, Judged)]
    if len(judged) != 1:
        raise Invalid([several_documents(judged[0].file, len(judged))])
    from checker.exchange.collecting import checklist_of  # noqa: PLC0415 - only for a spec

    return checklist_of(judged[0], workplace.schema)


def several_documents(file: str, count: int) -> Problem:
    """Return the problem of a file with more than one vehicle."""
    return Problem(
        Place(file, 1, 1),
        Text(
            f"the file holds {count} documents, and a checklist is for one",
            f"文件含有 {count} 个文档，而检查表只针对其中一个",
        ),
        Text("put each into a file of its own", "请将各文档分别存为文件"),
    )


def _blank(asked: Any, workplace: Workplace, as_of: str) -> Checklist:
    if not asked.standard:
        raise Refused(
            Text(
                "name a spec, or with --standard a standard whose empty form is wanted",
                "请指定规格文件，或用 --standard 指定要输出空白检查表的标准",
            )
        )
    from checker.exchange.blank import blank_form  # noqa: PLC0415 - only without a spec

    library = workplace.library
    ids = tuple(dict.fromkeys(standard_named(printed, workplace) for printed in asked.standard))
    standards = [library.standards[one] for one in ids]
    return blank_form(standards, workplace.schema, as_of=as_of, digest=library.digest(ids))


def _renderer(name: str) -> tuple[Path | None, Render]:
    """Return where a list goes, and what writes it there; raises Refused. ``-`` is standard output."""
    suffix = ".yaml" if name == "-" else Path(name).suffix.lower()
    match suffix:
        case ".yaml" | ".yml":
            from checker.rendering.checklists.yaml import render_checklist_yaml as render  # noqa: PLC0415
        case ".xlsx":
            from checker.rendering.checklists.workbook import render_checklist_workbook as render  # noqa: PLC0415
        case ".md" | ".markdown":
            from checker.rendering.checklists.markdown import render_checklist_markdown as render  # noqa: PLC0415
        case _:
            raise Refused(
                Text(
                    f"'{name}': the name has to end in .yaml, .xlsx or .md",
                    f"“{name}”：文件名须以 .yaml、.xlsx 或 .md 结尾",
                )
            )
    return None if name == "-" else target(name), render


def _counted(name: str, made: Checklist, words: Words) -> Text:
    counts = {"questions": made.questions, "values": made.gaps, "evidence": made.exhibits}
    told = {key: words.count(f"checklist.count.{key}", len(rows)) for key, rows in counts.items()}
    return words("checklist.written", file=name, **told)
