"""`icv-checker answer`: a checklist that people filled in, brought back into the spec."""

import os
from pathlib import Path
from typing import Any

from checker.cli import exits
from checker.cli.checklist import several_documents
from checker.cli.console import Console
from checker.cli.files import save, target
from checker.cli.places import today
from checker.cli.reading import form_of, read_file, shown_as
from checker.cli.selection import Refused
from checker.cli.shared_options import Adder
from checker.cli.workplace import Workplace, open_workplace
from checker.documents import read_documents
from checker.errors import Invalid
from checker.exchange.answers import AnswerFile
from checker.exchange.bringing import Brought, bring_in
from checker.exchange.situation import Situation
from checker.record import replace
from checker.rendering.wording import load_words
from checker.specs.extending import extend
from checker.specs.files import read_regular
from checker.specs.loading import Loaded, load_specs
from checker.text import Text

EXAMPLES = (
    "icv-checker answer car.yaml open.xlsx --in-place",
    "icv-checker answer car.yaml open.yaml --by 'Li Wei' --on 2026-11-20 -o car.new.yaml",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.one_spec()
    add.option(
        "answers",
        metavar="FILE",
        en="the checklist that was filled in: FILE.yaml or FILE.xlsx",
        zh="已填写的检查表：FILE.yaml 或 FILE.xlsx",
    )
    add.option(
        "-o",
        "--output",
        metavar="FILE",
        en="where to write the spec with the answers; default: standard output",
        zh="写入结果后的规格文件；默认输出到标准输出",
    )
    add.option(
        "--in-place",
        action="store_true",
        en="write it over the spec itself",
        zh="直接写回原规格文件",
    )
    add.option(
        "--by",
        metavar="NAME",
        en="who answered the questions, where a row does not say",
        zh="确认人，用于未填写确认人的问题行",
    )
    add.option(
        "--on",
        type=add.day,
        metavar="DATE",
        en="on which day the questions were answered, where a row does not say",
        zh="确认日期，用于未填写日期的问题行",
    )
    add.common()


def answer(asked: Any, console: Console) -> int:
    """Write the spec with the answers; 0 when it is written, and nothing is where an answer is refused."""
    try:
        path = _path(asked)
        answers = _answers(asked.answers)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    workplace = open_workplace(asked.rules)
    data, name = read_file(asked.spec), shown_as(asked.spec)
    form, shown = form_of(asked.spec, data), name if asked.in_place or path is None else asked.output
    brought = bring_in(
        data,
        form,
        answers if answers.as_of else replace(answers, as_of=today()),
        _situation(data, name, form, asked, workplace),
        lambda made: _load(made, shown, form, workplace),
    )
    if path is None:
        console.write_bytes(brought.data)
    elif (code := save(str(path), brought.data, console)) != exits.HOLDS:
        return code
    _tell(brought, shown, console, workplace)
    return exits.HOLDS


def _path(asked: Any) -> Path | None:
    """Return where to write; None for standard output. Raises Refused."""
    if asked.in_place and asked.output is not None:
        raise Refused(Text("-o and --in-place exclude each other", "-o 与 --in-place 不能同时使用"))
    if asked.in_place:
        if asked.spec == "-":
            raise Refused(Text("standard input has no place to write to", "标准输入无法原位写回"))
        return Path(os.path.realpath(asked.spec))  # what a link leads to, not the link
    if asked.output is None or asked.output == "-":
        return None
    path = target(asked.output)
    if asked.spec != "-" and path.exists() and os.path.exists(asked.spec) and path.samefile(asked.spec):
        raise Refused(
            Text("to write over the spec itself, say --in-place", "写回原规格文件请使用 --in-place")
        )
    if path.suffix.lower() == ".json" and not asked.spec.lower().endswith(".json") and asked.spec != "-":
        raise Refused(Text(f"'{asked.spec}' is YAML and stays YAML", f"“{asked.spec}”为 YAML，只能写为 YAML"))
    return path


def _answers(name: str) -> AnswerFile:
    """Return the rows of the file that came back; raises Refused for a file that cannot, and Invalid."""
    suffix = Path(name).suffix.lower()
    if suffix in (".yaml", ".yml", ".json") or name == "-":
        from checker.exchange.reading_text import read_text  # noqa: PLC0415 - one of the two is needed

        data = read_file(name)
        return read_text(data, shown_as(name), form_of(name, data))
    if suffix == ".xlsx":
        from checker.exchange.reading_workbook import read_workbook  # noqa: PLC0415

        return read_workbook(read_file(name), shown_as(name))
    raise Refused(
        Text(
            f"'{name}': answers come back in a file that ends in .yaml or .xlsx; save it as one of these",
            f"“{name}”：填写结果须为 .yaml 或 .xlsx 文件，请另存为其中一种",
        )
    )


def _situation(data: bytes, name: str, form: Any, asked: Any, workplace: Workplace) -> Situation:
    documents = read_documents(data, name, name_hint=form)
    if len(documents) != 1:
        raise Invalid([several_documents(name, len(documents))])
    (loaded,) = _load(data, name, form, workplace)
    if isinstance(loaded, Invalid):
        raise loaded
    whole = extend(documents[0], data, workplace.schema.root, read_regular).document.data
    return Situation(documents[0], whole, loaded, workplace.library, workplace.schema, asked.by, asked.on)


def _load(data: bytes, name: str, form: Any, workplace: Workplace) -> tuple[Loaded, ...]:
    library = workplace.library
    return load_specs(
        data,
        name,
        schema=workplace.schema,
        standard_ids=library.standard_ids,
        known_numbers=lambda: library.numbers.printed,
        name_hint=form,
    )


def _tell(brought: Brought, name: str, console: Console, workplace: Workplace) -> None:
    words = load_words(cache=workplace.cache)
    told = {key: words.count(f"answer.{key}", n) for key, n in brought.counts.items()}
    lines = [words("answer.brought", file=name, **told)]
    if brought.already:
        lines.append(words.count("answer.already", brought.already))
    if brought.open:
        lines.append(words.count("answer.open", brought.open))
    for line in lines:
        console.tell(line)
