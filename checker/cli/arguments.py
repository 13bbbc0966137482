"""The command line: what can be asked for, in words that teach."""

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from checker import __version__
from checker.cli.shared_options import Adder
from checker.cli.usage import Parser
from checker.text import Text

_PROGRAM = Text(
    "Check vehicle specs against the standards of intelligent connected vehicles, "
    "and say which requirements are met, which are not, and which nobody can judge yet.",
    "按智能网联汽车标准法规检查车辆规格文件，逐条说明哪些符合、哪些不符合、哪些尚不能判定。",
)
_FIRST_STEPS = (
    "icv-checker check car.yaml",
    "icv-checker report car.yaml -o report.html -o report.pdf",
    "icv-checker help check",
)
_VERSION = Text("show the version and end", "显示版本并退出")

#: What can be asked for; the rest of a command stands in the module of its name.
COMMANDS = {
    "check": Text("judge vehicle specs and say what to do first", "评价车辆规格文件，并指出应先处理的事项"),
    "report": Text("write the compliance report of a spec as HTML or PDF", "生成 HTML 或 PDF 标准符合性报告"),
    "verify": Text(
        "say whether a report, the specs it was made from and the rules still agree",
        "核验报告与其规格文件、规则是否仍然一致",
    ),
    "timeline": Text(
        "say on which day what begins to bind or to fail for a spec that stays as it is",
        "列出规格文件不变时各日期开始实施或不再符合的要求",
    ),
    "diff": Text(
        "compare two results, or two states of a spec: what got worse, and which value made it so",
        "比较两份评价结果或同一规格文件的前后版本：哪些变差，由哪个取值引起",
    ),
    "impact": Text(
        "say what other rules would change for specs that stay as they are",
        "说明规则变更会使哪些规格文件的结论发生变化",
    ),
    "checklist": Text(
        "write what is open for a spec as a file to be filled in, or the empty form of a standard",
        "将规格文件的待办内容输出为可填写的检查表，或输出标准的空白检查表",
    ),
    "answer": Text("bring a checklist that was filled in back into the spec", "将已填写的检查表写回规格文件"),
    "standards": Text("list the standards, or show one", "列出标准，或显示某一标准"),
    "explain": Text(
        "what a requirement asks, where it comes from, and why a spec meets it or not",
        "说明某条要求的内容、来源，以及规格文件符合与否的原因",
    ),
    "test": Text("run the examples inside the rule files", "运行规则文件中的示例"),
    "lint": Text(
        "look through rule files for what is untidy, or for mistakes that their examples would miss",
        "检查规则文件是否规范，或其示例能否发现规则中的错误",
    ),
    "new": Text(
        "begin a rule file, or a requirement in one: a commented skeleton that loads",
        "新建规则文件或其中一条要求：带说明注释、可直接加载的骨架",
    ),
    "fmt": Text(
        "write rule files in one form, so that a change shows only what was changed",
        "统一规则文件的格式，使修改处一目了然",
    ),
    "verify-rules": Text(
        "write the list to compare rules with the official text, or record that it was done",
        "输出规则与官方文本的核对表，或记录核对结果",
    ),
    "docs": Text(
        "write the rules as pages to read: each standard, each field of a vehicle spec",
        "生成规则的阅读页面：各标准及车辆规格的各字段",
    ),
    "schema": Text("print a JSON Schema for editors", "输出供编辑器使用的 JSON Schema"),
    "completion": Text("print what completes commands in your shell", "输出命令行补全脚本"),
    "help": Text("show the manual of a command", "显示命令的手册"),
    "doctor": Text("say what this installation has and lacks", "检查安装环境"),
}


def parse(arguments: Sequence[str], lang: str) -> Any:
    """Return what a command line asks for; raises SystemExit after help or a refusal.

    The module of the command is imported, and of no other.
    """
    wanted = next((argument for argument in arguments if argument in COMMANDS), None)
    alone = wanted and wanted == arguments[0]  # then nothing of the others can be asked for
    top, made = _with_commands([wanted] if wanted and alone else list(COMMANDS), lang)
    if wanted:  # the options of the others are nobody's business
        _fill(made[wanted], wanted, lang)
    asked, left_over = top.parse_known_args(arguments)
    if left_over:
        made[asked.command].refuse_unknown(left_over)
    return asked


def whole_parser(lang: str) -> Parser:
    """Return the parser with every command and all its options."""
    top, made = _with_commands(list(COMMANDS), lang)
    for name, command in made.items():
        _fill(command, name, lang)
    return top


def page_parser(command: str | None, lang: str) -> Parser:
    """Return the parser of one command with its options, or of the program; for its manual page."""
    top, made = _with_commands([command] if command else list(COMMANDS), lang)
    if command is None:
        return top
    _fill(made[command], command, lang)
    return made[command]


def _with_commands(names: Sequence[str], lang: str) -> tuple[Parser, dict[str, Parser]]:
    """Return the parser with some commands, and each of these, still without options."""
    top = parser(lang)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    made: dict[str, Parser] = {}
    for name in names:
        says = COMMANDS[name].in_(lang)
        made[name] = commands.add_parser(name, lang=lang, help=says, description=says)  # help: for completion
    top.commands = {name: COMMANDS[name].in_(lang) for name in names}
    return top, made


def _fill(command: Parser, name: str, lang: str) -> None:
    module = module_of(name)
    command.examples = module.EXAMPLES
    module.arguments(Adder(command, lang))


def module_of(command: str) -> ModuleType:
    """Return the module of a command: its arguments, examples, and the function of its name that does it."""
    return import_module(f"checker.cli.{command.replace('-', '_')}")


def parser(lang: str) -> Parser:
    """Return the parser of what stands before a command."""
    top = Parser(lang=lang, prog="icv-checker", description=_PROGRAM.in_(lang))
    top.examples = _FIRST_STEPS
    Adder(top, lang).language()
    version = f"icv-checker {__version__}"
    top.add_argument("--version", action="version", version=version, help=_VERSION.in_(lang))
    return top
