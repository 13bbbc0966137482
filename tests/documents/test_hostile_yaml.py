"""Files made to harm: each ends in few sentences, without using much time or memory."""

import subprocess
import sys
from itertools import pairwise

import pytest

LETTERS = "abcdefghijklmnop"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(LETTERS)
)
MANY = 200_000


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[" * MANY, "1:65: maps and lists are nested more than 64 deep"),
        ("- " * MANY, "1:129: maps and lists are nested more than 64 deep"),
        ("a: " * MANY, "1:5: a second ': ' in one value"),
        (
            "".join(" " * depth + "a:\n" for depth in range(200)),
            "65:65: maps and lists are nested more than 64",
        ),
        (BOMB, "6:"),
        ("a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 500)), "64:"),
        ("".join(f"%TAG !a{n}! x\n" for n in range(MANY)), "1:1: YAML reads a line that begins with '%'"),
        ("a: 1\n%TAG x\n", "2:1: YAML reads a line that begins with '%'"),
        ("a: !" + "x" * MANY, "1:4: the tag '!xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...' is not allowed"),
        ("a: *" + "x" * MANY, "1:4: the alias *xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx... has no anchor"),
        (
            f"{'x' * 900}: 1\n{'x' * 900}: 2\n",
            "2:1: the key 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...' stands",
        ),
    ],
    ids=[
        "lists",
        "items",
        "colons",
        "maps",
        "bomb",
        "chain",
        "tags",
        "tag",
        "tag name",
        "alias name",
        "key name",
    ],
)
def test_one_sentence(problems, text: str, sentence: str) -> None:
    found = problems(text)
    assert found[0].startswith(f"car.yaml:{sentence}")
    assert len(found) == 1
    assert len(found[0]) < 300


def test_many_problems_are_bounded(problems) -> None:
    assert len(problems("a: 1\n" * 1000)) == 100
    assert len(problems("{" * 1000)) <= 100
    assert len(problems("? " * 1000)) <= 100
    assert len(problems('a:\n- "\\0"\n' + '- "\\0"\n' * 1000)) == 100


def test_an_escaped_control_character_is_refused(problems) -> None:
    assert problems('a: "\\0"\n"\\e[31m": 1\n') == [
        "car.yaml:1:4: this text holds a NUL character (remove the escape)",
        "car.yaml:2:1: this text holds an escape character (U+001B) (remove the escape)",
    ]


def test_the_number_of_values_is_bounded(problems, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.documents.from_yaml.MAX_NODES", 100)
    assert "holds more than" in problems("a: [" + "1, " * 200 + "1]")[0]
    assert problems("---\n" * 200)[0].startswith("car.yaml:102:1: ")
    assert problems("a: &a {x: 1, y: 2}\nb: [" + "*a, " * 50 + "]")[0].startswith("car.yaml:2:")


def test_a_long_unfinished_expression_is_left_alone(read) -> None:
    assert read("require: (" + "a " * MANY + " # b\n")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are of POSIX")
def test_an_alias_bomb_is_refused_in_bounded_memory() -> None:
    program = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "from checker.documents import read_documents\n"
        "from checker.errors import Invalid\n"
        "try: read_documents(sys.stdin.buffer.read(), 'bomb.yaml')\n"
        "except Invalid as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=BOMB.encode(), capture_output=True, check=False
    )
    assert done.stderr == b""
    assert b"values once its aliases are expanded (split the file)" in done.stdout
