"""Options and arguments of one command, with their help in the reader's language."""

import argparse
from typing import Any

from checker.cli.typed import day, percent
from checker.text import Text


class Options:
    """Adds options to one command."""

    def __init__(self, command: argparse.ArgumentParser, lang: str) -> None:
        self._command = command
        self._to: Any = command
        self._lang = lang

    def option(self, *flags: str, en: str, zh: str, **settings: Any) -> None:
        """Add one option or argument."""
        self._to.add_argument(*flags, help=Text(en, zh).in_(self._lang).replace("%", "%%"), **settings)

    def day(self, text: str) -> str:
        """Return an ISO day as it was written."""
        return day(self._lang, text)

    def percent(self, text: str) -> float:
        """Return a share from 0 to 1 that was written in percent."""
        return percent(self._lang, text)

    def group(self, title: Text) -> None:
        """Put what is added next under a title of its own."""
        self._to = self._command.add_argument_group(title.in_(self._lang))

    def language(self) -> None:
        """Add the language, which may stand before a command too."""
        self.option(
            "--lang",
            choices=("en", "zh", "both"),
            en="language of the output; default: that of the locale",
            zh="输出语言；默认取系统语言环境",
        )
