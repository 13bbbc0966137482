"""`icv-checker docs`: the rules as pages to read, in both languages."""

import os
from collections import Counter
from typing import Any

from checker.cli import exits
from checker.cli.console import Console
from checker.cli.files import save
from checker.cli.selection import Refused, folders_of, rule_files_named
from checker.cli.shared_options import Adder
from checker.cli.workplace import Workplace, open_workplace
from checker.documents import read_documents
from checker.text import Text

EXAMPLES = (
    "icv-checker docs -o build/rules",
    "icv-checker docs gb-44497-2024 un-r157-01 -o build/rules",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "standards",
        nargs="*",
        metavar="ID|FILE",
        en="the standards to write pages for; default: all",
        zh="要生成页面的标准；默认全部",
    )
    add.option(
        "-o",
        "--output",
        metavar="FOLDER",
        required=True,
        en="where to write the pages (Markdown): FOLDER/en and FOLDER/zh",
        zh="页面（Markdown）的输出文件夹：FOLDER/en 和 FOLDER/zh",
    )
    add.common()


def docs(asked: Any, console: Console) -> int:
    """Write the pages of some standards, or of all, and of all fields; 0 when they are written."""
    from checker.rendering.documentation.pages import pages  # noqa: PLC0415 - nothing else writes them
    from checker.rendering.wording import load_words  # noqa: PLC0415

    workplace = open_workplace([*asked.rules, *folders_of(asked.standards, asked.rules)])
    library = workplace.library
    try:
        ids = rule_files_named(asked.standards, workplace)
        standards = [library.standards[key] for key in ids]
        coverages = {one.id: library.coverage(one) for one in standards}
        examples = {name: count for key in ids for name, count in _examples(key, workplace).items()}
        count = 0
        for name, text in pages(standards, workplace.schema, load_words(), coverages, examples):
            path = os.path.join(asked.output, *name.split("/"))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            if (code := save(path, text.encode(), console)) != exits.HOLDS:
                return code
            count += 1
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    except OSError as error:  # no folder can be made
        why = error.strerror or str(error)
        console.complain(
            Text(f"'{asked.output}' cannot be written: {why}", f"无法写入“{asked.output}”：{why}")
        )
        return exits.MACHINE
    said = Text(f"{count} pages in {asked.output}", f"已在 {asked.output} 生成 {count} 个页面")
    if not console.quiet:
        console.write(f"{said.in_(console.lang)}\n")
    return exits.HOLDS


def _examples(standard: str, workplace: Workplace) -> dict[str, Counter[str]]:
    """Return how many examples each requirement of a standard has, by its full id and their outcome."""
    file = workplace.library.source(standard)
    (document,) = read_documents(file.data, file.shown, name_hint="yaml")
    return {
        f"{standard}/{one['id']}": Counter(
            {kind: len(rows) for kind, rows in one.get("examples", {}).items() if isinstance(rows, list)}
        )
        for one in document.data["requirements"]
    }
