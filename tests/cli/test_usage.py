"""Help that teaches, in both languages, in lines that fit."""

import itertools
import re
import shlex

import pytest

from checker.cli.arguments import _FIRST_STEPS, COMMANDS, module_of, parse
from checker.cli.usage import language, told
from checker.rendering.terminal.columns import width
from checker.text import Text

EXAMPLES = {command: module_of(command).EXAMPLES for command in COMMANDS}
EVERY = list(dict.fromkeys([*itertools.chain(*EXAMPLES.values()), *_FIRST_STEPS]))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["en", "zh", "both"])
@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_the_help_of_each_command(command, lang, columns, run):
    ran = run(command, "--help", "--lang", lang, COLUMNS=columns)

    assert (ran.code, ran.err) == (0, "")
    assert f"icv-checker {command}" in ran.out
    assert all(example in re.sub(r"\s+", " ", ran.out) for example in EXAMPLES[command])
    assert "--debug" in ran.out
    if lang == "zh":
        assert "退出码" in ran.out
        assert not re.search("usage|options|positional|show this", ran.out)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_lines_of_help_fit(lang, run):
    ran = run("check", "--help", "--lang", lang, COLUMNS="80")

    assert [line for line in ran.out.splitlines() if width(line) > 80] == []


@pytest.mark.parametrize("lang", ["en", "zh", "both"])
def test_the_help_of_the_program_names_every_command(lang, run):
    ran = run("--help", "--lang", lang)

    assert ran.code == 0
    for name, about in COMMANDS.items():
        assert re.search(rf"^    {name} +\S", ran.out, re.MULTILINE), name
        assert about.in_(lang)[:20] in ran.out
    assert all(example in ran.out for example in _FIRST_STEPS)


@pytest.mark.parametrize("example", EVERY)
def test_every_example_of_the_help_can_be_typed(example):
    words = shlex.split(example.rpartition(" | ")[2].partition(" > ")[0])
    assert words[0] == "icv-checker"
    if "--help" in words:
        return
    assert parse(words[1:], "en").command == words[1]


def test_the_language_may_stand_before_the_command(run):
    assert "条要求" in run("--lang", "zh", "standards").out
    assert parse(["--lang", "zh", "check", "car.yaml"], "zh").specs == ["car.yaml"]


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "ZH"}, "zh"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "en_GB", "LC_ALL": "zh_CN"}, "zh"),
        ([], {"LANG": "zh_CN", "LC_MESSAGES": "C"}, "en"),
        ([], {"LANG": "zh_CN", "LC_ALL": ""}, "zh"),
        (["--lang", "both"], {"LANG": "zh_CN"}, "both"),
        (["--lang=en"], {"LANG": "zh_CN"}, "en"),
        (["--lang"], {}, "en"),
        (["--lang", "xx"], {"LANG": "zh_CN"}, "en"),
    ],
)
def test_language(arguments, environment, expected):
    assert language(arguments, environment) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("the following arguments are required: SPEC", Text("SPEC is missing", "缺少 SPEC")),
        (
            "argument --x: invalid choice: 'a' (choose from 'b', 'c')",
            Text("--x cannot be 'a'; write one of: b, c", "--x 不能为“a”；可选：b, c"),
        ),
        (
            "argument --x: invalid choice: 'a' (choose from b, c)",  # as Python 3.12 and later say it
            Text("--x cannot be 'a'; write one of: b, c", "--x 不能为“a”；可选：b, c"),
        ),
        ("argument --x: expected one argument", Text("--x wants a value behind it", "--x 后需填写一个值")),
        ("argument --x: it's wrong", Text("--x: it's wrong", "--x：it's wrong")),
        ("something new", Text("something new", "something new")),
    ],
)
def test_what_argparse_says_in_our_words(message, expected):
    assert told(message) == expected


def test_an_empty_choice_is_refused_too(run):
    assert run("check", "x.yaml", "--lang", "").code == 2
