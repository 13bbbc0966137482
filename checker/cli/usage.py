"""Help and refusals of the command line, in the reader's language."""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NoReturn

from checker.cli import exits
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
#: What says the language of a process, the strongest first.
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")
_HELP = Text("show this help and end", "显示此帮助并退出")


class Parser(argparse.ArgumentParser):
    """An argument parser that helps and refuses in one language, and says what to write instead."""

    def __init__(self, *, lang: str, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self.lang = lang
        self.examples: Sequence[str] = ()
        self.commands: Mapping[str, str] = {}  # what each does, where commands may follow
        self.add_argument("-h", "--help", action="help", help=_HELP.in_(lang))

    @property
    def groups(self) -> Iterator[tuple[str, list[argparse.Action]]]:
        """Arguments, options, then what was added under a title of its own; each with what is in it."""
        every = self._action_groups
        return ((one.title or "", list(one._group_actions)) for one in every)  # noqa: SLF001 - argparse hides it

    def format_help(self) -> str:
        """Return the manual page."""
        from checker.cli.manual.page import manual_page  # noqa: PLC0415 - only where help is asked for

        return manual_page(self)

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
        if name in self._option_string_actions:  # left over, for it stood before the command
            self.refuse(Text(f"write {name} behind the command", f"{name} 应写在命令之后"))
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


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that was asked for: ``--lang``, else the locale's, else English."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            return value if value in ("en", "zh", "both") else "en"
    locale = next((environment[key] for key in LOCALES if environment.get(key)), "")
    return "zh" if locale.lower().startswith("zh") else "en"
