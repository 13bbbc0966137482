"""Help and refusals of the command line, in the reader's language."""

import argparse
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from checker.cli import exits
from checker.cli.console import columns
from checker.text import Text

#: What argparse says -> what we say; `{0}` and `{1}` are the groups of the pattern.
_REFUSALS: tuple[tuple[str, Text], ...] = (
    (
        r"the following arguments are required: COMMAND",
        Text(
            "say what to do: check, report, standards, explain ...",
            "请写命令：check、report、standards、explain 等",
        ),
    ),
    (r"the following arguments are required: (.*)", Text("{0} is missing", "缺少 {0}")),
    (
        r"argument (?:COMMAND|schema): invalid choice: '(.*?)' \(choose from (.*)\)",
        Text("there is no '{0}'; there is: {1}", "没有“{0}”；可选：{1}"),
    ),
    (
        r"argument (.*?): invalid choice: '(.*?)' \(choose from (.*)\)",
        Text("{0} cannot be '{1}'; write one of: {2}", "{0} 不能为“{1}”；可选：{2}"),
    ),
    (r"argument (.*?): expected one argument", Text("{0} wants a value behind it", "{0} 后需填写一个值")),
    (r"argument (.*?): expected at least one argument", Text("{0} is missing", "缺少 {0}")),
    (
        r"argument (.*?): ignored explicit argument '(.*)'",
        Text("{0} takes no value: leave '{1}' out", "{0} 不带值：请去掉“{1}”"),
    ),
    (r"argument (.*?): (.*)", Text("{0}: {1}", "{0}：{1}")),
)
_TRY = Text("for help: {prog} --help", "帮助：{prog} --help")
_TITLES = {
    "positional arguments": Text("what to name", "参数"),
    "options": Text("options", "选项"),
}
_HELP = Text("show this help and end", "显示此帮助并退出")


class Parser(argparse.ArgumentParser):
    """An argument parser that helps and refuses in one language, and says what to write instead."""

    def __init__(self, *, lang: str, **settings: Any) -> None:
        super().__init__(
            add_help=False, allow_abbrev=False, formatter_class=lambda prog: Help(prog, lang), **settings
        )
        self.lang = lang
        for group in self._action_groups:
            if group.title in _TITLES:
                group.title = _TITLES[group.title].in_(lang)
        self.add_argument("-h", "--help", action="help", help=_HELP.in_(lang))

    def error(self, message: str) -> NoReturn:
        """Exit with the usage code and the sentence on standard error."""
        self.refuse(told(message))

    def refuse(self, what: Text) -> NoReturn:
        """Exit with the usage code, a sentence and where to find help on standard error."""
        help_ = _TRY.in_(self.lang).format(prog=self.prog)
        self.exit(exits.USAGE, f"{self.prog}: {what.in_(self.lang)}\n{help_}\n")

    def refuse_unknown(self, arguments: Iterable[str]) -> NoReturn:
        """Refuse what no option and no argument takes, with the option that was probably meant."""
        first, *_ = arguments
        if not first.startswith("-"):
            self.refuse(Text(f"'{first}' is one too many here", f"此处多写了“{first}”"))
        name = first.partition("=")[0]
        from checker.schemas.did_you_mean import nearest  # noqa: PLC0415 - only for a mistake

        near = nearest(name, [option for option in self._option_string_actions if option.startswith("--")])
        hint = Text(f"; did you mean {near}?", f"；是否应为 {near}？") if near else Text("", "")
        self.refuse(Text(f"there is no option {name}{hint.en}", f"没有选项 {name}{hint.zh}"))


def told(message: str) -> Text:
    """Return what argparse says, in our words; as it is where we have none."""
    for pattern, text in _REFUSALS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            groups = list(found.groups())
            if "choose from" in pattern:
                groups[-1] = groups[-1].replace("'", "")  # some Pythons quote each choice
            return Text(text.en.format(*groups), text.zh.format(*groups))
    return Text(message, message)


class Help(argparse.RawDescriptionHelpFormatter):
    """Help whose lines are as wide as the terminal in columns, of which a Chinese character takes two."""

    def __init__(self, prog: str, lang: str) -> None:
        super().__init__(prog, max_help_position=26, width=columns(os.environ) - 2)
        self._action_max_length = 13  # argparse forgets that commands stand two columns further in
        self._usage = {"zh": "用法：", "both": "usage / 用法: "}.get(lang, "usage: ")

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin with the usage, under its name in the reader's language."""
        super().add_usage(usage, actions, groups, self._usage if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        from checker.rendering.terminal.columns import wrap  # noqa: PLC0415 - only where help is asked for

        return list(wrap(text, width))

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from checker.rendering.terminal.columns import wrap  # noqa: PLC0415

        lines: list[str] = []
        for line in text.splitlines():
            inner = indent + line[: len(line) - len(line.lstrip())]
            lines += wrap(line.strip(), width, inner) if line.strip() else [""]
        return "\n".join(lines)


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that was asked for: ``--lang``, else the locale's, else English."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            return value if value in ("en", "zh", "both") else "en"
    locale = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "zh" if locale.lower().startswith("zh") else "en"
