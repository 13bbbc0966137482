"""Manual pages: every command has all sections, in both languages, and nothing in them is made up."""

import re

import pytest

from checker.cli.arguments import COMMANDS, page_parser
from checker.cli.manual.layout import terms
from checker.cli.manual.page import PAGES, manual_page
from checker.rendering.terminal.columns import width

SECTIONS = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "EXIT CODES", "FILES", "ENVIRONMENT", "SEE ALSO"),
    "zh": ("名称", "概要", "说明", "示例", "退出码", "文件", "环境变量", "另见"),
}


@pytest.fixture
def page(monkeypatch):
    """Return what makes a page."""

    def of(command, lang="en", columns=80):
        monkeypatch.setenv("COLUMNS", str(columns))
        return manual_page(page_parser(command, lang))

    return of


def parts(text):
    """Return the sections of a page by their titles."""
    found = re.split(r"^(\S.*)$", text, flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))


@pytest.mark.parametrize("lang", SECTIONS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_has_every_section_in_its_order(command, lang, page):
    titles = [title for title in parts(page(command, lang)) if title in SECTIONS[lang]]

    assert titles == list(SECTIONS[lang])


@pytest.mark.parametrize("columns", [40, 71, 80, 200])
@pytest.mark.parametrize("lang", SECTIONS)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_can_be_broken_fits_the_terminal(command, lang, columns, page):
    text = page(command, lang, columns)
    typed = parts(text)[SECTIONS[lang][3]]

    long = [line for line in text.replace(typed, "").splitlines() if width(line) > min(columns, 100)]
    assert [line for line in long if " " in line.strip() and not line.strip().startswith("-")] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_stands_in_the_page_once(command, page):
    text = page(command)
    flags = [flag for action in page_parser(command, "en")._actions for flag in action.option_strings]

    for flag in flags:
        assert len(re.findall(rf"^    (?:-\w, |--[\w-]+, )?{flag}\b(?!-)", text, re.MULTILINE)) == 1, flag


def test_the_options_of_every_command_come_last(page):
    titles = [title for title in parts(page("check")) if title.startswith("OPTIONS")]

    assert titles[0] == "OPTIONS"
    assert titles[-1] == "OPTIONS OF EVERY COMMAND"
    assert len(titles) == 4


def test_each_page_is_of_a_command_and_names_commands():
    assert PAGES.keys() == COMMANDS.keys(), "each command needs a page in checker/cli/manual"
    for command, told in PAGES.items():
        assert set(told.see) <= COMMANDS.keys() - {command}
        assert told.see


@pytest.mark.parametrize("command", COMMANDS)
def test_1_is_explained_where_a_command_can_end_so(command, page):
    exits = parts(page(command, columns=100))["EXIT CODES"]

    assert ("    1  " in exits) == (PAGES[command].one is not None)
    assert re.findall(r"^    (\d) ", exits, re.MULTILINE) == sorted(
        set(re.findall(r"^    (\d) ", exits, re.MULTILINE))
    )


@pytest.mark.parametrize(
    ("command", "synopsis"),
    [
        ("check", "icv-checker check [OPTION]... SPEC..."),
        ("checklist", "icv-checker checklist [OPTION]... [SPEC...]"),
        ("answer", "icv-checker answer [OPTION]... SPEC FILE"),
        ("explain", "icv-checker explain [OPTION]... REQUIREMENT [SPEC]"),
        ("docs", "icv-checker docs [OPTION]... -o, --output FOLDER [ID|FILE...]"),
        ("new", "icv-checker new [OPTION]... standard|requirement [FILE] ID"),
        ("doctor", "icv-checker doctor [OPTION]..."),
        (None, "icv-checker [OPTION]... COMMAND"),
    ],
)
def test_the_synopsis(command, synopsis, page):
    assert parts(page(command, columns=100))["SYNOPSIS"].strip() == synopsis


class TestHelp:
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_it_shows_the_page_that_the_option_shows(self, lang, run):
        assert run("help", "diff", "--lang", lang).out == run("diff", "--help", "--lang", lang).out

    def test_without_a_command_it_shows_the_program(self, run):
        ran = run("help")

        assert ran == run("--help")
        assert ran.code == 0

    def test_a_command_that_there_is_not(self, run):
        ran = run("help", "chek")

        assert (ran.code, ran.out) == (2, "")
        assert "there is no 'chek'; there is: check, report" in ran.err


@pytest.mark.parametrize(
    ("rows", "columns", "expected"),
    [
        ([], 80, []),
        ([("a", "one")], 80, ["    a  one"]),
        ([("a", "one"), ("long-term", "two")], 80, ["    a          one", "    long-term  two"]),
        (
            [("a", "one"), ("x" * 30, "two")],
            80,
            ["    a                       one", "    " + "x" * 30, " " * 28 + "two"],
        ),
        ([("--long", "one")], 60, ["    --long", "        one"]),
        ([("a", "")], 80, ["    a"]),
    ],
)
def test_terms(rows, columns, expected):
    assert list(terms(rows, columns)) == expected
