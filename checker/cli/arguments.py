"""The command line: what can be asked for, in words that teach."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from checker import __version__
from checker.cli.options import Adder
from checker.cli.usage import Parser
from checker.record import Record
from checker.text import Text

_PROGRAM = Text(
    "Check vehicle specs against the standards of intelligent connected vehicles, "
    "and say which requirements are met, which are not, and which nobody can judge yet.",
    "按智能网联汽车标准法规检查车辆规格文件，逐条说明哪些符合、哪些不符合、哪些尚不能判定。",
)
_EXAMPLES = Text("examples:", "示例：")
_EXITS = Text(
    "exit codes: 0 the gate holds; 1 it does not; 2 the command line is wrong; "
    "3 a spec, rule or waiver file is invalid (the other specs were judged); 4 a fault of this program",
    "退出码：0 通过；1 未通过；2 命令行有误；3 规格、规则或豁免文件无效（其余已评价）；4 程序内部错误",
)
_FIRST_STEPS = (
    "icv-checker check car.yaml",
    "icv-checker report car.yaml -o report.html -o report.pdf",
    "icv-checker check --help",
)
_COMMANDS_TITLE = Text("commands", "命令")
_VERSION = Text("show the version and end", "显示版本并退出")


class _Command(Record):
    about: Text
    examples: tuple[str, ...]
    add: Callable[[Adder], None]


def parse(arguments: Sequence[str], lang: str) -> Any:
    """Return what a command line asks for; raises SystemExit after help or a refusal."""
    wanted = next((argument for argument in arguments if argument in _COMMANDS), None)
    alone = wanted is not None and wanted == arguments[0]  # then nothing of the others can be asked for
    top = parser(lang)
    commands = top.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=_COMMANDS_TITLE.in_(lang), parser_class=Parser
    )
    made: dict[str, Parser] = {}
    for name, command in _COMMANDS.items():
        if alone and name != wanted:
            continue
        made[name] = commands.add_parser(
            name,
            lang=lang,
            help=command.about.in_(lang),
            description=command.about.in_(lang),
            epilog=_epilog(command.examples, lang),
        )
        if name == wanted:  # the options of the others are nobody's business
            command.add(Adder(made[name], lang))
    asked, left_over = top.parse_known_args(arguments)
    if left_over:
        made[asked.command].refuse_unknown(left_over)
    return asked


def parser(lang: str) -> Parser:
    """Return the parser of what stands before a command."""
    top = Parser(
        lang=lang, prog="icv-checker", description=_PROGRAM.in_(lang), epilog=_epilog(_FIRST_STEPS, lang)
    )
    Adder(top, lang).language()
    version = f"icv-checker {__version__}"
    top.add_argument("--version", action="version", version=version, help=_VERSION.in_(lang))
    return top


def _epilog(examples: Sequence[str], lang: str) -> str:
    lines = "\n".join(f"  {example}" for example in examples)
    return f"{_EXAMPLES.in_(lang)}\n{lines}\n\n{_EXITS.in_(lang)}"


def _check(add: Adder) -> None:
    add.option(
        "specs",
        nargs="+",
        metavar="SPEC",
        en="vehicle specs (YAML, JSON); - is standard input",
        zh="车辆规格文件（YAML、JSON）；- 表示标准输入",
    )
    add.formats()
    add.common()
    add.selection()
    add.gate()


def _report(add: Adder) -> None:
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


def _timeline(add: Adder) -> None:
    add.one_spec()
    add.form()
    add.common()
    add.selection()


def _standards(add: Adder) -> None:
    add.option(
        "standard",
        nargs="?",
        metavar="ID",
        en="show this standard and its requirements",
        zh="显示该标准及其要求",
    )
    add.common()


def _explain(add: Adder) -> None:
    add.option(
        "requirement",
        metavar="REQUIREMENT",
        en="an id, as outputs print it: gb-44497-2024/storage-survives-power-loss",
        zh="要求编号，如输出所示：gb-44497-2024/storage-survives-power-loss",
    )
    add.option(
        "spec",
        nargs="?",
        metavar="SPEC",
        en="a vehicle spec: what it holds for this requirement, and where",
        zh="车辆规格文件：显示其中与该要求有关的内容及位置",
    )
    add.common()
    add.selection(standards=False)


def _test(add: Adder) -> None:
    add.option(
        "standards",
        nargs="*",
        metavar="ID|FILE",
        en="the rule files to test; default: all",
        zh="要测试的规则文件；默认全部",
    )
    add.common()


def _lint(add: Adder) -> None:
    add.option(
        "standards",
        nargs="*",
        metavar="ID|FILE",
        en="the rule files to look through; default: all",
        zh="要检查的规则文件；默认全部",
    )
    add.option(
        "--mutants",
        action="store_true",
        en="put one small mistake at a time into each rule, and list those that no example notices",
        zh="在规则中逐一植入小错误，列出示例未能发现的错误",
    )
    add.option(
        "--min-caught",
        type=add.percent,
        metavar="0-100",
        en="with --mutants: the share that examples must notice; default: 95",
        zh="与 --mutants 同用：示例须发现的比例；默认 95",
    )
    add.common()


def _verify_rules(add: Adder) -> None:
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
        zh="与 --record 同用：所核对的印刷版本",
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


def _schema(add: Adder) -> None:
    add.option(
        "schema",
        choices=("vehicle", "standard", "profile", "waivers", "result", "timeline"),
        en="which JSON Schema to print",
        zh="要输出的 JSON Schema",
    )
    add.common()


def _doctor(add: Adder) -> None:
    add.common()


_COMMANDS: Mapping[str, _Command] = {
    "check": _Command(
        Text("judge vehicle specs and say what to do first", "评价车辆规格文件，并指出应先处理的事项"),
        (
            "icv-checker check car.yaml",
            "icv-checker check specs/*.yaml --as-of 2027-01-01 --fail-on fail",
            "icv-checker check car.yaml --standard gb-44497-2024 --min-score 80",
            "cat car.json | icv-checker check - --format json",
        ),
        _check,
    ),
    "report": _Command(
        Text("write the compliance report of a spec as HTML or PDF", "生成 HTML 或 PDF 合规报告"),
        (
            "icv-checker report car.yaml -o report.pdf --lang both",
            "icv-checker report car.yaml -o report.html -o report.pdf --as-of 2027-01-01",
        ),
        _report,
    ),
    "timeline": _Command(
        Text(
            "say on which day what begins to bind or to fail for a spec that stays as it is",
            "列出规格文件不变时各日期开始实施或不再符合的要求",
        ),
        (
            "icv-checker timeline car.yaml",
            "icv-checker timeline car.yaml --approval existing-type --format json",
        ),
        _timeline,
    ),
    "standards": _Command(
        Text("list the standards, or show one", "列出标准，或显示某一标准"),
        ("icv-checker standards", "icv-checker standards gb-44497-2024"),
        _standards,
    ),
    "explain": _Command(
        Text(
            "what a requirement asks, where it comes from, and why a spec meets it or not",
            "说明某条要求的内容、来源，以及规格文件符合与否的原因",
        ),
        (
            "icv-checker explain gb-44497-2024/storage-survives-power-loss",
            "icv-checker explain gb-44497-2024/storage-survives-power-loss car.yaml",
        ),
        _explain,
    ),
    "test": _Command(
        Text("run the examples inside the rule files", "运行规则文件中的示例"),
        ("icv-checker test", "icv-checker test standards/cn/gb-44497-2024.yaml"),
        _test,
    ),
    "lint": _Command(
        Text(
            "look through rule files for what is untidy, or for mistakes that their examples would miss",
            "检查规则文件是否规范，或其示例能否发现规则中的错误",
        ),
        (
            "icv-checker lint",
            "icv-checker lint standards/cn/gb-44497-2024.yaml",
            "icv-checker lint --mutants gb-44497-2024 --min-caught 98",
        ),
        _lint,
    ),
    "verify-rules": _Command(
        Text(
            "write the list to compare rules with the official text, or record that it was done",
            "输出规则与官方文本的核对表，或记录核对结果",
        ),
        (
            "icv-checker verify-rules gb-44497-2024 -o compare.md",
            "icv-checker verify-rules gb-44497-2024 --record my.yaml --by Li --on 2026-11-20 --edition 1st",
        ),
        _verify_rules,
    ),
    "schema": _Command(
        Text("print a JSON Schema for editors", "输出供编辑器使用的 JSON Schema"),
        ("icv-checker schema vehicle > vehicle.schema.json",),
        _schema,
    ),
    "doctor": _Command(
        Text("say what this installation has and lacks", "检查安装环境"), ("icv-checker doctor",), _doctor
    ),
}
