"""A parser -> its page of the manual, as wide as the terminal and in the reader's language."""

import argparse
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from checker.cli.console import columns
from checker.cli.manual import filling, judging, program, rules
from checker.cli.manual.common import ENVIRONMENT, EXITS, FILES, GATE, OPTION, TITLES
from checker.cli.manual.layout import Row, hanging, paragraphs, section, terms, verbatim
from checker.cli.manual.prose import Prose
from checker.cli.shared_options import EVERY
from checker.text import Text

if TYPE_CHECKING:
    from checker.cli.usage import Parser

PAGES = {**judging.PAGES, **filling.PAGES, **rules.PAGES, **program.PAGES}
_WIDEST = 100  # longer lines are hard to read


def manual_page(parser: "Parser") -> str:
    """Return the page of a command, or of the program."""
    return "\n".join(_Page(parser).lines()).strip("\n") + "\n"


class _Page:
    def __init__(self, parser: "Parser") -> None:
        self._parser, self._lang = parser, parser.lang
        self._columns = min(columns(os.environ), _WIDEST) - 1
        self._command = parser.prog.partition(" ")[2]
        self._prose = PAGES.get(self._command, Prose(()))

    def lines(self) -> Iterator[str]:
        """Yield the page line by line."""
        parser, said = self._parser, self._said
        about = [said(text) for text in self._prose.about]
        name = f"{parser.prog.replace(' ', '-')} - {parser.description}"
        yield from self._section("name", paragraphs([name], self._columns))
        yield from self._section("synopsis", hanging(self._synopsis(), self._columns))
        yield from self._section("about", paragraphs(about, self._columns))
        for title, rows in self._sections():
            yield from section(title, terms(rows, self._columns))
        yield from self._section("examples", verbatim(parser.examples))
        yield from self._section("exits", terms(self._exits(), self._columns))
        for key, known in (("files", FILES), ("environment", ENVIRONMENT)):
            meant = [(term, said(text)) for term, text in known]
            yield from self._section(key, terms(meant, self._columns))
        yield from self._section("see", terms(self._see(), self._columns))

    def _said(self, text: Text) -> str:
        return text.in_(self._lang)

    def _section(self, key: str, lines: Any) -> Iterator[str]:
        return section(self._said(TITLES[key]), lines)

    def _synopsis(self) -> Iterator[str]:
        yield from (self._parser.prog, self._said(OPTION))
        named = [action for _, actions in self._parser.groups for action in actions]
        yield from (self._term(action) for action in named if action.option_strings and action.required)
        for action in named:
            if not action.option_strings:
                yield _counted(_metavar(action), action.nargs)

    def _sections(self) -> Iterator[tuple[str, Sequence[Row]]]:
        """Yield the groups of arguments and options with their titles; those of every command come last."""
        arguments, options, *more = (actions for _, actions in self._parser.groups)
        _, _, *titles = (title for title, _ in self._parser.groups)
        commands = self._parser.commands
        if commands:
            yield self._said(TITLES["commands"]), list(commands.items())
        else:
            yield self._said(TITLES["arguments"]), self._options(arguments)
        help_, *own = options
        last = self._said(EVERY)
        if last not in titles:
            own.append(help_)
        yield self._said(TITLES["options"]), self._options(own)
        for title, actions in sorted(zip(titles, more, strict=True), key=lambda group: group[0] == last):
            yield title, self._options([*actions, help_] if title == last else actions)

    def _options(self, actions: Sequence[argparse.Action]) -> list[Row]:
        """Return a row for each option; what takes one back stands beside it."""
        rows: dict[str, Row] = {}
        for action in actions:
            term, meaning = rows.get(action.dest, ("", (action.help or "").replace("%%", "%")))
            rows[action.dest] = f"{term}, {self._term(action)}" if term else self._term(action), meaning
        return list(rows.values())

    def _term(self, action: argparse.Action) -> str:
        if not action.option_strings:
            return _metavar(action)
        flags = ", ".join(action.option_strings)
        return flags if action.nargs == 0 else f"{flags} {_metavar(action)}"

    def _exits(self) -> list[Row]:
        one = (GATE,) if not self._command else (("1", self._prose.one),) if self._prose.one else ()
        return [(code, self._said(text)) for code, text in sorted((*EXITS, *one))]

    def _see(self) -> list[Row]:
        from checker.cli.arguments import COMMANDS  # noqa: PLC0415 - the parsers name this module

        return [(f"icv-checker {name}", self._said(COMMANDS[name])) for name in self._prose.see]


def _metavar(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    if action.choices is not None:
        return "|".join(str(choice) for choice in action.choices)
    return action.dest.upper().replace("_", "-")


def _counted(name: str, nargs: Any) -> str:
    if " " in name:  # it says itself how many
        return name
    return {"+": f"{name}...", "*": f"[{name}...]", "?": f"[{name}]"}.get(nargs, name)
