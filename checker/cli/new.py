"""`icv-checker new`: a rule file or a requirement that is begun."""

import os
from re import fullmatch
from typing import Any

from checker.bundled import data_folder
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.files import save
from checker.cli.reading import read_file
from checker.cli.selection import Refused, code_named
from checker.cli.shared_options import Adder
from checker.cli.workplace import Workplace, open_workplace
from checker.text import Text
from checker.workshop.beginning.guessing import guess
from checker.workshop.beginning.skeletons import Beginning, earlier_editions, standard_skeleton

EXAMPLES = (
    "icv-checker new standard gb-99999-2030 -o my-rules/",
    "icv-checker new requirement my-rules/gb-99999-2030.yaml warns-within-2-s",
)
_STANDARD, _REQUIREMENT = "standard", "requirement"
_OPTIONS = ("output", "number", "title_en", "title_zh", "kind", "legal_force", "market", "domain")


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option("what", choices=(_STANDARD, _REQUIREMENT), en="what to begin", zh="要新建的内容")
    add.option(
        "names",
        nargs="+",
        metavar="[FILE] ID",
        en="the id of the standard; or the rule file, and the id of the requirement",
        zh="标准的标识；或规则文件及要求的标识",
    )
    add.option(
        "-o",
        "--output",
        metavar="FILE|FOLDER",
        en="where to write the rule file of a standard; default: here, called as its id",
        zh="标准规则文件的输出位置；默认当前文件夹，以标识命名",
    )
    add.option(
        "--plain",
        action="store_true",
        en="a requirement without the comments that explain its keys",
        zh="新建的要求不附各键的说明注释",
    )
    add.option("--number", metavar="TEXT", en="the number as printed", zh="封面所示的标准编号")
    add.option("--title-en", metavar="TEXT", en="the title in English", zh="标准英文名称")
    add.option("--title-zh", metavar="TEXT", en="the title in Chinese", zh="标准中文名称")
    for key, en, zh in (
        ("kind", "what sort of document it is", "文件类别"),
        ("legal_force", "whether the law makes it binding", "约束力：强制性或非强制性"),
        ("domain", "the axis of the radar", "领域（雷达图的一个维度）"),
    ):
        add.option(f"--{key.replace('_', '-')}", choices=_words(key), metavar="WORD", en=en, zh=zh)
    add.option(
        "--market", metavar="CODE", en="the regime: CN, UNECE, EU, US", zh="法规体系：CN、UNECE、EU、US"
    )
    add.common()


def _words(key: str) -> tuple[str, ...]:
    from checker.workshop.formatting.shape import shape_of_rule_files  # noqa: PLC0415 - as all of YAML here

    part = shape_of_rule_files(None).member(key).part
    while "$ref" in part:
        part = shape_of_rule_files(None).definitions[part["$ref"].rpartition("/")[2]]
    return tuple(part["enum"])


def new(asked: Any, console: Console) -> int:
    """Write what is begun, and say what to do next."""
    try:
        if asked.what == _STANDARD:
            return _new_standard(asked, console)
        return _new_requirement(asked, console)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE


def _new_standard(asked: Any, console: Console) -> int:
    if len(asked.names) != 1:
        raise Refused(
            Text("name one id: icv-checker new standard ID", "请只写一个标识：icv-checker new standard ID")
        )
    if asked.plain:
        raise Refused(Text("--plain goes with requirement", "--plain 须与 requirement 同用"))
    (name,) = asked.names
    _refuse_bad_id(name, "[a-z0-9]+(-[a-z0-9]+)*", "gb-99999-2030")
    workplace = open_workplace(asked.rules)
    if name in workplace.library.entries:
        place = workplace.library.entries[name].place
        raise Refused(Text(f"'{name}' is there already: {place}", f"“{name}”已存在：{place}"))
    path = _path(asked.output, name)
    begun = _begun(asked, name, workplace)
    code = save(path, standard_skeleton(begun, _schema_from(path)).encode(), console)
    if code == exits.HOLDS and not console.quiet:
        console.write(f"{_next(path, console.lang)}\n")
    return code


def _begun(asked: Any, name: str, workplace: Workplace) -> Beginning:
    library = workplace.library
    market = code_named(asked.market, library.markets.regimes, workplace) if asked.market else None
    number = asked.number or guess(name).number
    editions = [(entry.id, entry.number, entry.replaces) for entry in library.entries.values()]
    return Beginning(
        id=name,
        number=asked.number,
        title=Text(asked.title_en or "", asked.title_zh or ""),
        kind=asked.kind,
        legal_force=asked.legal_force,
        market=market,
        domain=asked.domain,
        replaces=earlier_editions(number, editions),
    )


def _new_requirement(asked: Any, console: Console) -> int:
    from checker.workshop.beginning.appending import with_requirement  # noqa: PLC0415 - all of YAML

    for option in _OPTIONS:
        if getattr(asked, option) is not None:
            flag = f"--{option.replace('_', '-')}"
            raise Refused(Text(f"{flag} goes with standard", f"{flag} 须与 standard 同用"))
    if len(asked.names) != 2:
        usage = "icv-checker new requirement FILE ID"
        raise Refused(Text(f"name a rule file and an id: {usage}", f"请写规则文件和标识：{usage}"))
    path, name = asked.names
    _refuse_bad_id(name, "[a-z][a-z0-9]*(-[a-z0-9]+)*", "storage-survives-power-loss")
    made = with_requirement(read_file(path), path, name, comments=not asked.plain)
    code = save(path, made, console)
    if code == exits.HOLDS and not console.quiet:
        said = Text(f"{path}: '{name}' is begun at the end", f"{path}：已在末尾新建“{name}”")
        console.write(f"{said.in_(console.lang)}\n{_commands(path).in_(console.lang)}\n")
    return code


def _refuse_bad_id(name: str, pattern: str, example: str) -> None:
    if not fullmatch(pattern, name) or len(name) > 80:
        raise Refused(
            Text(
                f"'{name}' is no id: lower-case words with hyphens between them, such as {example}",
                f"“{name}”不是有效标识：须为用连字符连接的小写单词，如 {example}",
            )
        )


def _path(output: str | None, name: str) -> str:
    """Return the file to write; raises Refused where there is one, or where it is not called as its id."""
    path = output or f"{name}.yaml"
    if os.path.isdir(path) or path.endswith(("/", os.sep)):
        path = os.path.normpath(os.path.join(path, f"{name}.yaml"))
    if os.path.splitext(os.path.basename(path))[0] != name or not path.endswith((".yaml", ".yml")):
        raise Refused(Text(f"call the file {name}.yaml, as its id", f"文件须以标识命名：{name}.yaml"))
    if os.path.lexists(path):
        raise Refused(Text(f"'{path}' is there already, and stays as it is", f"“{path}”已存在，未作修改"))
    return path


def _schema_from(path: str) -> str:
    """Return how the editor of a new file finds the schema: in the same tree of rules, else beside it."""
    folder = os.path.dirname(os.path.abspath(path))
    standards = data_folder("standards")
    name = "standard.schema.json"
    if os.path.commonpath([folder, standards]) == standards:
        return f"{os.path.relpath(f'{standards}/schema', folder)}/{name}".replace(os.sep, "/")
    return name


def _next(path: str, lang: str) -> str:
    said = [Text(f"{path} is begun", f"已新建 {path}"), _commands(path)]
    if _schema_from(path) == "standard.schema.json":
        beside = os.path.join(os.path.dirname(path), "standard.schema.json")
        command = f"icv-checker schema standard --fields > {beside}"
        said.append(Text(f"so that your editor explains its keys: {command}", f"供编辑器提示各键：{command}"))
    return "\n".join(text.in_(lang) for text in said)


def _commands(path: str) -> Text:
    commands = f"icv-checker lint {path}; icv-checker test --watch {path}"
    return Text(f"next: {commands}", f"下一步：{commands}")
