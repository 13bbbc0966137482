"""Frozen data as the source that makes it again."""

from typing import Any

import pytest

from checker.location import Place
from checker.model import standard as model
from checker.packs.written import written
from checker.record import Record, fresh
from checker.text import Text
from tests.packs.writing import MODELS, STANDARDS, load


class Thing(Record):
    name: str
    parts: tuple[Any, ...] = ()
    rest: dict[str, Any] = fresh(factory=dict)


NAMES = {**vars(model), "Place": Place, "Text": Text, "Thing": Thing}


def again(value: Any) -> Any:
    return eval(written(value), dict(NAMES))


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        3,
        -2.5,
        1e300,
        "",
        "quotes ' \" \\ \n \u2028 中文 🚗",
        (),
        (1,),
        (1, ("a", (None, 2.0))),
        [1, "a"],
        {},
        {"a": 1, "b": (Text("x", "y"),)},
        Text("a\nb", "甲"),
        (Text("a", "b"),),
        Thing("x"),
        Thing("x", (1,)),
        Thing("x", (Thing("y"), Thing("z", ()))),
        Thing("x", rest={"a": Thing("y")}),
        (Thing("x"),),
        (Thing("x"), 1, "a"),
        ((Thing("x"),), ()),
    ],
)
def test_the_source_makes_the_value_again(value):
    found = again(value)

    assert found == value
    assert type(found) is type(value)
    assert repr(found) == repr(value)


def test_what_has_its_default_is_left_out():
    assert written(Thing("x", (), {})) == "Thing(name='x')"


def test_a_plain_tuple_is_one_constant():
    assert compile(written(("op", 3, ("lit", 0, 2.5))), "x", "eval").co_consts == (
        ("op", 3, ("lit", 0, 2.5)),
    )


@pytest.mark.parametrize(
    "file",
    [*sorted(MODELS.glob("*.yaml")), *sorted(STANDARDS.glob("[cu]n/*.yaml"))],
    ids=lambda file: file.stem,
)
def test_every_standard_is_what_its_source_makes(file):
    standard = load(file.read_text(encoding="utf-8"), f"standards/{file.name}")

    assert again(standard) == standard


def test_no_line_is_long():
    """Python remembers the columns of each step: long lines make a module half as large again."""
    standard = load((MODELS / "example-levels.yaml").read_text(encoding="utf-8"), "example-levels.yaml")

    assert max(len(line) for line in written(standard).splitlines()) < 400
