"""The command line: what can be asked for, in words that teach."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from checker import __version__
from checker.cli import exits
from checker.text import Text
from checker.values.dates import NotADate, parse_day

_PROGRAM = Text(
    "Check vehicle specs against the standards of intelligent connected vehicles, "
    "and say which requirements are met, which are not, and which nobody can judge yet.",
    "按智能网联汽车标准法规检查车辆规格文件，逐条说明哪些符合、哪些不符合、哪些尚不能判定。",
)
_EPILOG = Text(
    "exit codes: 0 the gate holds; 1 it does not; 2 the command line is wrong; "
    "3 a spec or rule file is invalid (the other specs were judged); 4 a fault of this program",
    "退出码：0 通过；1 未通过；2 命令行有误；3 规格文件或规则文件无效（其余文件已评价）；4 程序内部错误",
)


class Parser(argparse.ArgumentParser):
    """An argument parser whose refusals are one sentence, with where to find help."""

    def error(self, message: str) -> NoReturn:
        """Exit with the usage code and the sentence on standard error."""
        self.exit(exits.USAGE, f"{self.prog}: {message}\n{self.prog}: try '{self.prog} --help'\n")


def parser(lang: str) -> Parser:
    """Return the parser of the whole command line, with its help in ``en``, ``zh`` or ``both``."""
    top = Parser(
        prog="icv-checker",
        description=_PROGRAM.in_(lang),
        epilog=_EPILOG.in_(lang),
        formatter_class=argparse.RawDescriptionHelpFormatter if lang == "both" else argparse.HelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"icv-checker {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    for name, (about, add) in _COMMANDS.items():
        command = commands.add_parser(
            name,
            help=about.in_(lang),
            description=about.in_(lang),
            epilog=_EPILOG.in_(lang),
            allow_abbrev=False,
        )
        _Adder(command, lang).common()
        add(_Adder(command, lang))
    return top


class _Adder:
    """Adds options whose help is in the reader's language."""

    def __init__(self, command: argparse.ArgumentParser, lang: str) -> None:
        self._command = command
        self._lang = lang

    def option(self, *flags: str, en: str, zh: str, **settings: Any) -> None:
        self._command.add_argument(*flags, help=Text(en, zh).in_(self._lang).replace("%", "%%"), **settings)

    def common(self) -> None:
        self.option("--lang", choices=("en", "zh", "both"), en="language of the output", zh="输出语言")
        self.option(
            "--rules",
            action="append",
            default=[],
            metavar="FOLDER",
            en="a folder with rule files of your own, beside those that come with the tool (may be repeated)",
            zh="自有规则文件所在文件夹，与内置规则一并使用（可重复）",
        )
        self.option(
            "--debug",
            action="store_true",
            en="show the trace of an internal error",
            zh="显示内部错误的调用栈",
        )

    def selection(self) -> None:
        """Add what decides which rules look at which configuration on which day."""
        self.option(
            "--standard",
            action="append",
            default=[],
            metavar="ID",
            en="judge by this standard only, and count it as binding (may be repeated): gb-44497-2024",
            zh="仅按该标准评价，并视为强制（可重复）：gb-44497-2024",
        )
        self.option(
            "--profile",
            metavar="ID|FILE",
            en="the profile that chooses standards; default: those of the vehicle's markets",
            zh="评价方案；默认按车辆目标市场选择标准",
        )
        self.option(
            "--market",
            action="append",
            default=[],
            metavar="CODE",
            en="judge for this market instead of those in the spec (may be repeated): CN, EU, DE",
            zh="按该市场评价，替代规格文件中的市场（可重复）：CN、EU、DE",
        )
        self.option(
            "--as-of",
            type=_day,
            metavar="DATE",
            en="the assessment date (2027-01-01); default: today",
            zh="评价日期（2027-01-01）；默认为当天",
        )
        self.option(
            "--approval",
            choices=("new-type", "existing-type"),
            en="judge as a new or an existing type; default: by the spec's type-approval date, else new",
            zh="按新申请车型或已获批车型评价；默认依据规格文件中的型式批准日期，未填写时按新申请车型",
        )
        self.option(
            "--variant",
            metavar="KEY",
            en="judge this configuration only; default: all of them",
            zh="仅评价该配置；默认评价全部配置",
        )

    def gate(self) -> None:
        """Add what decides the exit code."""
        self.option(
            "--fail-on",
            choices=("undetermined", "fail"),
            en="what fails the gate: anything undetermined (default), or only what does not conform",
            zh="不予通过的情形：存在尚不能判定项（默认），或仅在不符合时",
        )
        self.option(
            "--min-score",
            type=_percent,
            metavar="0-100",
            en="the low end of the score must reach this",
            zh="得分下限须达到该值",
        )
        self.option(
            "--min-decided",
            type=_percent,
            metavar="0-100",
            en="the decided share of the score must reach this",
            zh="已判定比例须达到该值",
        )
        self.option(
            "--strict",
            action="store_true",
            en="provisional conformity (rules not compared with the official text) is not enough",
            zh="暂定符合（规则未与官方文本核对）不予通过",
        )
        self.option(
            "--allow-empty",
            action="store_true",
            en="let a vehicle through to which nothing applies",
            zh="没有适用要求时也予通过",
        )


def _check(add: _Adder) -> None:
    add.option(
        "specs",
        nargs="+",
        metavar="SPEC",
        en="vehicle specs (YAML, JSON); - is standard input",
        zh="车辆规格文件（YAML、JSON）；- 表示标准输入",
    )
    add.option(
        "--format", choices=("text", "json"), default="text", en="the form of the output", zh="输出格式"
    )
    add.selection()
    add.gate()


def _report(add: _Adder) -> None:
    add.option(
        "spec", metavar="SPEC", en="a vehicle spec; - is standard input", zh="车辆规格文件；- 表示标准输入"
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
    add.selection()
    add.gate()


def _standards(add: _Adder) -> None:
    add.option(
        "standard",
        nargs="?",
        metavar="ID",
        en="show this standard and its requirements",
        zh="显示该标准及其要求",
    )


def _explain(add: _Adder) -> None:
    add.option(
        "requirement",
        metavar="REQUIREMENT",
        en="a full id, as outputs print it: gb-44497-2024/storage-survives-power-loss",
        zh="完整编号，如输出所示：gb-44497-2024/storage-survives-power-loss",
    )
    add.option(
        "spec", nargs="?", metavar="SPEC", en="what this spec holds for it", zh="该规格文件中的对应内容"
    )
    add.selection()


def _test(add: _Adder) -> None:
    add.option(
        "standards",
        nargs="*",
        metavar="ID|FILE",
        en="the rule files to test; default: all",
        zh="要测试的规则文件；默认全部",
    )


def _schema(add: _Adder) -> None:
    add.option(
        "schema",
        choices=("vehicle", "standard", "profile", "result"),
        en="which JSON Schema to print",
        zh="要输出的 JSON Schema",
    )


def _doctor(_: _Adder) -> None:
    """Add nothing: the doctor looks at the machine."""


_COMMANDS = {
    "check": (
        Text("judge vehicle specs and say what to do first", "评价车辆规格文件，并指出应先处理的事项"),
        _check,
    ),
    "report": (
        Text("write the compliance report of a spec as HTML or PDF", "生成 HTML 或 PDF 合规报告"),
        _report,
    ),
    "standards": (Text("list the standards, or show one", "列出标准，或显示某一标准"), _standards),
    "explain": (
        Text(
            "what a requirement asks, where it comes from, and why a spec meets it or not",
            "说明某条要求的内容、来源，以及规格文件符合与否的原因",
        ),
        _explain,
    ),
    "test": (Text("run the examples inside the rule files", "运行规则文件中的示例"), _test),
    "schema": (Text("print a JSON Schema for editors", "输出供编辑器使用的 JSON Schema"), _schema),
    "doctor": (Text("say what this installation has and lacks", "检查安装环境"), _doctor),
}


def _day(text: str) -> str:
    try:
        parse_day(text)
    except NotADate as error:
        raise argparse.ArgumentTypeError(error.what.en) from None
    if len(text) != len("2026-11-20"):
        raise argparse.ArgumentTypeError(f"'{text}' is a month; a day is needed, such as {text}-01")
    return text


def _percent(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 0 to 100")
    return value / 100


def language(arguments: Sequence[str], environment: dict[str, str]) -> str:
    """Return the language that was asked for: ``--lang``, else the locale's, else English."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            return value if value in ("en", "zh", "both") else "en"
    locale = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "zh" if locale.lower().startswith("zh") else "en"
