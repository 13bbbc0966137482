"""`icv-checker checklist`: what is open for a spec, or what a standard asks for, to be filled in."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shlex import quote
from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.files import save, target
from checker.cli.reading import named_files, shown_as
from checker.cli.selection import Refused, request_of, standard_named
from checker.cli.shared_options import Adder
from checker.cli.specs import Refusal, judge_file
from checker.cli.waivers import with_waivers
from checker.cli.workplace import Workplace, open_workplace
from checker.errors import Invalid, Problem
from checker.exchange.checklist import SCHEMA, Checklist
from checker.location import Place
from checker.model.assessment import Judged
from checker.rendering.wording import Words, load_words
from checker.text import Text

EXAMPLES = (
    "icv-checker checklist car.yaml -o open.xlsx",
    "icv-checker checklist car.yaml --standard gb-44497-2024 -o open.yaml -o open.md",
    "icv-checker checklist --standard gb-44497-2024 -o form.md",
    "icv-checker checklist specs/*.yaml -o 'open-{id}.xlsx'",
)
#: What stands for the id of the vehicle in the name of an output.
_ID = "{id}"
#: Returns the list as it is written to a file of a name, in one language.
Render = Callable[[Checklist, Words, str, str], bytes]


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "specs",
        nargs="*",
        metavar="SPEC",
        en="vehicle specs; - is standard input; without one, --standard gives its empty form",
        zh="车辆规格文件；- 表示标准输入；省略时由 --standard 输出该标准的空白检查表",
    )
    add.option(
        "-o",
        "--output",
        action="append",
        default=[],
        metavar="FILE",
        en="where to write: FILE.yaml, FILE.xlsx or FILE.md (may be repeated); {id} in the name of the "
        "file, not of a folder, stands for the vehicle's id; default: YAML, printed",
        zh="输出文件：FILE.yaml、FILE.xlsx 或 FILE.md（可重复）；文件名（不含文件夹）中的 {id} 代表车型"
        "标识；默认以 YAML 输出到标准输出",
    )
    add.common()
    add.selection()


def checklist(asked: Any, console: Console) -> int:
    """Write every file that was asked for; 0 when they are written."""
    try:
        targets = [(name, *_renderer(name)) for name in asked.output]
        workplace = open_workplace(asked.rules)
        made = _made(asked, workplace)
        _refuse_one_place_for_many(asked.output, made)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    words = load_words(cache=workplace.cache)
    for name, path, render in targets or [("-", *_renderer("-"))]:
        for id_, one in made.items():
            if path is None:
                console.write_bytes(render(one, words, console.lang, "checklist.yaml"))
                continue
            file = name.replace(_ID, id_)
            if (code := save(file, render(one, words, console.lang, file), console)) != exits.HOLDS:
                return code
            console.tell(_counted(file, one, words))
    _tell_of_schema([name for name, path, _ in targets if path], console)
    return exits.HOLDS


def _refuse_one_place_for_many(names: Sequence[str], made: Mapping[str, Checklist]) -> None:
    if len(made) > 1 and not (names and all(_ID in name for name in names)):
        count = len(made)
        raise Refused(
            Text(
                f"a checklist is for one vehicle, and {count} are named: write {_ID} in the name of the "
                f"file, such as -o 'open-{_ID}.xlsx'",
                f"检查表只针对一个车型，而此处指定了 {count} 个：请在输出文件名中写 {_ID}，如 "
                f"-o 'open-{_ID}.xlsx'",
            )
        )


def _tell_of_schema(names: Sequence[str], console: Console) -> None:
    """Tell how editors come to explain a list in YAML, unless they do already."""
    folders = {os.path.dirname(name) for name in names if name.lower().endswith((".yaml", ".yml"))}
    for folder in sorted(folders):
        beside = os.path.join(folder, SCHEMA)
        if not os.path.exists(beside):
            command = f"icv-checker schema checklist > {quote(beside)}"
            console.tell(
                Text(f"so that your editor explains its keys: {command}", f"供编辑器提示各键：{command}")
            )


def _made(asked: Any, workplace: Workplace) -> dict[str, Checklist]:
    """Return the list of each vehicle by its id, or the empty form of the standards that are named."""
    request = with_waivers(request_of(asked, workplace, explain_all=True), asked, workplace)
    if not asked.specs:
        return {"form": _blank(asked, workplace, request.as_of)}
    from checker.exchange.collecting import checklist_of  # noqa: PLC0415 - only for a spec

    problems: list[Problem] = []
    made: dict[str, Checklist] = {}
    for name in named_files(asked.specs):
        documents = list(judge_file(name, asked, request, workplace))
        judged = [one for one in documents if isinstance(one, Judged)]
        problems += [found for one in documents if isinstance(one, Refusal) for found in one.invalid.problems]
        if len(documents) > 1:
            problems.append(several_documents(shown_as(name), len(documents)))
        for one in judged:
            id_ = str(one.assessments[0].spec.values["vehicle"]["id"])
            if id_ in made:
                problems.append(_twice(id_, made[id_].origin.file, shown_as(name)))
            made[id_] = checklist_of(one, workplace.schema)
    if problems:
        raise Invalid(problems)
    return made


def _twice(id_: str, first: str, file: str) -> Problem:
    what = Text(f"the vehicle '{id_}' is in {first} too", f"{first} 中也有车辆“{id_}”")
    mend = Text(
        "give each vehicle.id once, or write the lists one by one",
        "请使各文件的 vehicle.id 互不相同，或逐个输出检查表",
    )
    return Problem(Place(file, 1, 1), what, mend)


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
    if _ID in os.path.dirname(name):
        raise Refused(
            Text(
                f"'{name}': {_ID} stands for the id of a vehicle in the name of the file, not of a folder; "
                f"write it there, such as -o 'open-{_ID}.xlsx'",
                f"“{name}”：{_ID} 只能写在文件名中，不能写在文件夹名中，如 -o 'open-{_ID}.xlsx'",
            )
        )
    return None if name == "-" else target(name), render


def _counted(name: str, made: Checklist, words: Words) -> Text:
    counts = {"questions": made.questions, "values": made.gaps, "evidence": made.exhibits}
    told = {key: words.count(f"checklist.count.{key}", len(rows)) for key, rows in counts.items()}
    return words("checklist.written", file=name, **told)
