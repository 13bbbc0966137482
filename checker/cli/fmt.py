"""`icv-checker fmt`: rule files in one form, so that a change shows only what was changed."""

import os
import sys
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from checker.bundled import data_folder
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.files import save
from checker.cli.reading import read_file
from checker.cli.selection import Refused, refuse_unknown
from checker.cli.shared_options import Adder
from checker.errors import Invalid
from checker.packs.folders import RuleFile, read_rule_files
from checker.text import Text

EXAMPLES = (
    "icv-checker fmt standards/cn/gb-44497-2024.yaml",
    "icv-checker fmt --check",
    "icv-checker fmt - < my-standard.yaml",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "standards",
        nargs="*",
        metavar="ID|FILE",
        en="the rule files to write again; default: all of --rules, else those that come with the tool; "
        "- is standard input, written to standard output",
        zh="要整理的规则文件；默认为 --rules 文件夹中的全部文件，未指定时为内置规则文件；"
        "- 表示从标准输入读取并写到标准输出",
    )
    add.option(
        "--check",
        action="store_true",
        en="write nothing; name the files that would change, and end with 1 where there are some",
        zh="不写入文件，仅列出需整理的文件；如有则退出码为 1",
    )
    add.common()


def fmt(asked: Any, console: Console) -> int:
    """Write rule files in their form: order of keys, quotes, indentation; what they say stays the same."""
    if asked.standards == ["-"]:
        return _filtered(console)
    try:
        files = _files_named(asked.standards, [data_folder("standards"), *asked.rules])
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    results = [_one(path, shown, console, write=not asked.check) for path, shown in files]
    changed = results.count(exits.GATE)
    if not console.quiet:
        console.write(f"{_summary(len(files), changed, check=asked.check).in_(console.lang)}\n")
    worst = max(results, default=exits.HOLDS)
    return exits.HOLDS if worst == exits.GATE and not asked.check else worst


def _filtered(console: Console) -> int:
    from checker.workshop.formatting.writing import formatted  # noqa: PLC0415 - slow: YAML in full

    console.write_bytes(formatted(sys.stdin.buffer.read(), "<stdin>"))
    return exits.HOLDS


def _one(path: str, shown: str, console: Console, *, write: bool) -> int:
    """Return HOLDS for a file that is in its form, GATE for one that was not, else why it cannot be."""
    from checker.workshop.formatting.writing import formatted  # noqa: PLC0415 - slow: YAML in full

    try:
        data = read_file(path)
        made = formatted(data, shown)
    except Invalid as invalid:
        console.problems(invalid)
        return exits.INVALID
    if made == data:
        return exits.HOLDS
    if write and (code := save(path, made, console)) != exits.HOLDS:
        return code
    console.write(f"{shown}\n")
    return exits.GATE


def _files_named(names: Sequence[str], folders: Sequence[str]) -> list[tuple[str, str]]:
    """Return (path, as it is shown) of the named files; without names all of one's own, or all."""
    if not names:
        return [(file.path, file.shown) for file in read_rule_files(folders[1:] or folders)]
    if all(os.path.isfile(name) for name in names):
        return [(name, name) for name in names]
    known = {PurePath(file.path).stem: file for file in read_rule_files(folders)}
    return [_file_named(name, known) for name in names]


def _file_named(name: str, known: dict[str, RuleFile]) -> tuple[str, str]:
    if os.path.isfile(name):
        return name, name
    if name not in known:
        refuse_unknown(Text("rule file", "规则文件"), name, known)
    return known[name].path, known[name].shown


def _summary(files: int, changed: int, *, check: bool) -> Text:
    of = "1 rule file" if files == 1 else f"{files} rule files"
    if check:
        return Text(f"{of}, {changed} not in form", f"{files} 个规则文件，{changed} 个格式待整理")
    return Text(f"{of}, {changed} written again", f"{files} 个规则文件，已整理 {changed} 个")
