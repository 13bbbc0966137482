"""`icv-checker verify-rules`: what a person compares with the official text, and the record that she did."""

import os
from pathlib import Path
from typing import Any

from checker.bundled import data_folder
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.files import write_whole
from checker.cli.reading import read_file
from checker.cli.selection import Refused, standard_named
from checker.cli.shared_options import Adder
from checker.cli.workplace import Workplace, open_workplace
from checker.model.standard import Standard
from checker.packs.profiles import load_profile
from checker.packs.recording import record_lines, with_record
from checker.rendering.verification import Sheet
from checker.rendering.wording import load_words
from checker.text import Text

EXAMPLES = (
    "icv-checker verify-rules gb-44497-2024 -o compare.md",
    "icv-checker verify-rules gb-44497-2024 --record my.yaml --by Li --on 2026-11-20 --edition 1st",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option("standard", metavar="STANDARD", en="the standard to compare: gb-44497-2024", zh="要核对的标准")
    add.option(
        "-o",
        "--output",
        metavar="FILE",
        en="where to write the list (Markdown); default: standard output",
        zh="核对表的输出文件（Markdown）；默认输出到标准输出",
    )
    add.option(
        "--record",
        metavar="PROFILE",
        en="instead of the list, record in this profile (id or file) that the rules were compared",
        zh="不输出核对表，而在该评价方案（标识或文件）中记录核对结果",
    )
    add.option("--by", metavar="NAME", en="with --record: who compared", zh="与 --record 同用：核对人")
    add.option(
        "--on",
        type=add.day,
        metavar="DATE",
        en="with --record: on which day",
        zh="与 --record 同用：核对日期",
    )
    add.option(
        "--edition",
        metavar="TEXT",
        en="with --record: the edition that was compared, as printed",
        zh="与 --record 同用：所核对的版本（按封面所示）",
    )
    add.option(
        "--only",
        action="append",
        default=[],
        metavar="REQUIREMENT",
        en="with --record: only this requirement was ticked off (may be repeated); default: all",
        zh="与 --record 同用：仅记录该条要求（可重复）；默认全部",
    )
    add.common()


def verify_rules(asked: Any, console: Console) -> int:
    """Write the list for one standard, or the record of a comparison into a profile; 0 when it is written."""
    workplace = open_workplace(asked.rules)
    try:
        standard = workplace.library.standards[standard_named(asked.standard, workplace)]
        if asked.record is not None:
            return _record(asked, standard, workplace, console)
        _refuse_who(asked)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    text = Sheet(standard, workplace.schema, load_words(), console.lang).markdown()
    if asked.output is None:
        console.write(text)
        return exits.HOLDS
    return _written(asked.output, text, console)


def _refuse_who(asked: Any) -> None:
    for name in ("by", "on", "edition"):
        if getattr(asked, name) is not None:
            raise Refused(Text(f"--{name} goes with --record", f"--{name} 须与 --record 同用"))
    if asked.only:
        raise Refused(Text("--only goes with --record", "--only 须与 --record 同用"))


def _record(asked: Any, standard: Standard, workplace: Workplace, console: Console) -> int:
    for name in ("by", "on", "edition"):
        if not (getattr(asked, name) or "").strip():
            raise Refused(
                Text(
                    f"--record needs --{name}: who compared what, on which day",
                    f"--record 需要 --{name}：由谁、何时、与哪一版本核对",
                )
            )
    digests = _digests(asked.only, standard)
    path = _profile_path(asked.record)
    who = (asked.by.strip(), asked.on, asked.edition.strip())
    data = read_file(path)
    load_profile(data, asked.record, workplace.library.entries)  # raises Invalid for one that is not sound
    words, lang = load_words(), console.lang
    made = with_record(data.decode("utf-8-sig"), asked.record, standard.id, who, digests)
    if made is None:
        console.complain(words("verify.cannot", file=asked.record))
        console.write("\n".join(record_lines(standard.id, who, digests)) + "\n")
        return exits.GATE
    load_profile(made.encode(), asked.record, workplace.library.entries)
    code = _written(path, made, console)
    if code == exits.HOLDS and not console.quiet:
        named = {"standard": standard.id, "file": asked.record, "by": who[0], "on": who[1]}
        console.write(f"{words.count('verify.recorded', len(digests), **named).in_(lang)}\n")
    return code


def _digests(only: list[str], standard: Standard) -> dict[str, str]:
    """Return the digests of the requirements that were compared: those named, or all; raises Refused."""
    every = {requirement.id.partition("/")[2]: requirement.digest for requirement in standard.requirements}
    named = [name.removeprefix(f"{standard.id}/") for name in only]
    for name in named:
        if name not in every:
            from checker.schemas.did_you_mean import did_you_mean  # noqa: PLC0415 - only for a mistake

            mend = did_you_mean(name, every)
            hint = Text(f" ({mend.en})", f"（{mend.zh}）") if mend else Text("", "")
            raise Refused(
                Text(
                    f"unknown requirement of {standard.id} '{name}'{hint.en}",
                    f"{standard.id} 没有要求“{name}”{hint.zh}",
                )
            )
    return {name: digest for name, digest in every.items() if not named or name in named}


def _profile_path(name: str) -> str:
    """Return where a profile is: a file, or the id of one that comes with the tool; raises Refused."""
    if name.endswith((".yaml", ".yml")):
        return name
    path = f"{data_folder('standards')}/profiles/{name}.yaml"
    if not os.path.isfile(path):
        raise Refused(
            Text(
                f"there is no profile '{name}': name one, or a file that ends in .yaml",
                f"没有评价方案“{name}”：请填写方案标识或 .yaml 文件",
            )
        )
    return path


def _written(name: str, text: str, console: Console) -> int:
    try:
        write_whole(Path(name), text.encode())
    except OSError as error:
        why = error.strerror or str(error)
        console.complain(Text(f"'{name}' cannot be written: {why}", f"无法写入“{name}”：{why}"))
        return exits.MACHINE
    return exits.HOLDS
