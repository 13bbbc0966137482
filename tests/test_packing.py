"""Records as plain data, and back, part by part."""

import copy
import marshal
import pickle
from typing import Any

import pytest

from checker.location import Place
from checker.model import standard as model
from checker.packing import Packing
from checker.record import Record, fresh, replace
from checker.text import Text
from tests.packs.writing import MODELS, STANDARDS, load


class Thing(Record):
    name: str
    parts: tuple[Any, ...] = ()
    rest: dict[str, Any] = fresh(factory=dict)
    text: Text | None = None


class Stranger(Record):
    name: str


PACKING = Packing((Thing, Place, Text))
STANDARD = Packing(
    value
    for value in (*vars(model).values(), Place, Text)
    if isinstance(value, type) and issubclass(value, Record | tuple)
)


def again(value: Any, packing: Packing = PACKING) -> Any:
    return packing.unpacked(marshal.loads(marshal.dumps(packing.packed(value))))


VALUES = (
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
    {},
    {"a": 1, "b": (Text("x", "y"),)},
    Text("a\nb", "甲"),
    Place("a", 1, 2),
    (Text("a", "b"),),
    Thing("x"),
    Thing("x", (1,)),
    Thing("x", (Thing("y"), Thing("z", ()))),
    Thing("x", rest={"a": Thing("y"), "b": (1, Text("t", "t"))}),
    Thing("x", text=Text("t", "t")),
    (Thing("x"),),
    (Thing("x"), 1, "a"),
    ((Thing("x"),), ()),
)


@pytest.mark.parametrize("value", VALUES)
def test_what_is_packed_is_made_again(value: Any):
    found = again(value)

    assert found == value
    assert type(found) is type(value)
    assert repr(found) == repr(value)


@pytest.mark.parametrize("value", [[1], {1, 2}, Stranger("x"), (Stranger("x"),), Thing("x", ([],)), b"a"])
def test_what_cannot_be_made_again_is_refused(value: Any):
    with pytest.raises(TypeError, match="is not packed here"):
        PACKING.packed(value)


def test_a_class_of_the_same_name_is_another_class():
    class Thing(Record):
        name: str

    with pytest.raises(TypeError, match="a Thing is not packed here"):
        PACKING.packed(Thing("x"))


def test_a_part_is_made_when_it_is_first_read():
    thing = again(Thing("x", (Text("a", "b"),)))
    assert "name" in vars(thing)
    assert "parts" not in vars(thing)

    first = thing.parts

    assert first == (Text("a", "b"),)
    assert thing.parts is first


def test_a_part_that_is_not_made_yet_never_reads_as_its_default():
    thing = again(Thing("x", rest={"a": Text("a", "b")}, text=Text("t", "t")))

    assert thing.text == Text("t", "t")
    assert thing.rest == {"a": Text("a", "b")}


def test_no_other_field_is_made():
    thing = again(Thing("x", (Text("a", "b"),)))

    for record in (thing, Thing("x")):
        with pytest.raises(AttributeError, match="Thing has no field tile"):
            record.tile  # noqa: B018


def test_a_packed_record_is_a_record_like_others():
    thing = Thing("x", (Text("a", "b"), Thing("y", text=Text("c", "d"))))

    assert again(thing) == thing
    assert thing == again(thing)
    assert replace(again(thing), name="z") == replace(thing, name="z")
    assert copy.deepcopy(again(thing)) == thing
    assert pickle.loads(pickle.dumps(again(thing))) == thing
    with pytest.raises(AttributeError, match="frozen"):
        again(thing).name = "z"


def test_equal_packed_records_have_one_hash():
    place = Packing((model.Expression, Place))
    one = model.Expression("a", ("path", 0, "a", (), "bool"), Place("f", 1, 2))

    assert hash(again(one, place)) == hash(one)


@pytest.mark.parametrize(
    "file",
    [*sorted(MODELS.glob("*.yaml")), *sorted(STANDARDS.glob("[cu]n/*.yaml"))[::8]],
    ids=lambda file: file.stem,
)
def test_a_standard_is_packed(file):
    standard = load(file.read_text(encoding="utf-8"), f"standards/{file.name}")
    bare = replace(standard, requirements=tuple(replace(one, examples=()) for one in standard.requirements))

    found = again(bare, STANDARD)

    assert [vars(one).get("text") for one in found.requirements] == [None] * len(bare.requirements)
    assert found == bare
