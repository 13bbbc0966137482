"""Frozen records: they keep what frozen dataclasses promise."""

import copy
import pickle
import subprocess
import sys
from functools import cached_property
from typing import Any

import pytest

from checker.record import Record, fresh, replace


class Point(Record):
    x: int
    y: int = 0
    name: str = "here"


class Named(Point):
    tags: tuple[str, ...] = ()

    @cached_property
    def loud(self) -> str:
        return self.name.upper()


class Other(Record):
    x: int
    y: int = 0
    name: str = "here"


class Bag(Record):
    items: list[int] = fresh(factory=list)
    by_name: dict[str, int] = fresh(factory=dict)


class Counter(Record, frozen=False):
    count: int = 0
    seen: list[str] = fresh(factory=list)


class Grain(Record, often=True):
    x: int
    y: int = 0
    names: list[str] = fresh(factory=list)


class Empty(Record):
    """No fields."""


def test_fields_are_given_in_order_or_by_name():
    assert (Point(1, 2, "a").x, Point(1, 2, "a").y, Point(1, 2, "a").name) == (1, 2, "a")
    assert Point(name="a", y=2, x=1) == Point(1, 2, "a") == Point(1, name="a", y=2)


def test_what_has_a_default_may_be_left_out():
    assert Point(1) == Point(1, 0, "here")


def test_the_fields_of_a_subclass_follow_those_of_its_base():
    assert Named.__match_args__ == ("x", "y", "name", "tags")
    assert Named(1, 2, "a", ("b",)).tags == ("b",)
    assert Point.__match_args__ == ("x", "y", "name")


@pytest.mark.parametrize(
    ("given", "named", "says"),
    [
        ((), {}, "Point lacks x"),
        ((), {"y": 1}, "Point lacks x"),
        ((1, 2, "a", 4), {}, "Point has 3 fields, and 4 were given"),
        ((1,), {"z": 4}, "Point has no field z"),
        ((), {"z": 4}, "Point has no field z"),
        ((), {"x": 1, "z": 4, "w": 5}, "Point has no field z, w"),
        ((1, 2), {"y": 4}, "Point was given twice: y"),
        ((1,), {"x": 4}, "Point was given twice: x"),
    ],
)
def test_wrong_fields_are_refused(given: tuple[Any, ...], named: dict[str, Any], says: str):
    with pytest.raises(TypeError, match=f"^{says}$"):
        Point(*given, **named)


def test_one_too_few_and_one_too_many_do_not_cancel():
    with pytest.raises(TypeError, match="Point has no field w"):
        Point(y=1, name="a", w=3)  # type: ignore[call-arg]


def test_a_record_without_fields():
    assert Empty() == Empty()
    assert repr(Empty()) == "Empty()"
    with pytest.raises(TypeError, match="Empty has 0 fields"):
        Empty(1)  # type: ignore[call-arg]


def test_equal_fields_of_one_class_are_equal():
    assert Point(1, 2) == Point(1, 2)
    assert Point(1, 2) != Point(1, 3)
    assert Point(1, 2) != Other(1, 2)
    assert Point(1, 2) != Named(1, 2)
    assert Point(1, 2) != (1, 2, "here")


def test_equal_records_have_one_hash():
    assert len({Point(1, 2), Point(1, 2), Point(1, 3)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Bag())


def test_a_record_is_frozen():
    point = Point(1)
    with pytest.raises(AttributeError, match="Point is frozen: x cannot be changed"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="Point is frozen: x cannot be deleted"):
        del point.x
    assert point == Point(1)


def test_a_record_may_say_that_it_is_not_frozen():
    counter = Counter()
    counter.count += 1
    counter.seen.append("a")
    assert counter == Counter(1, ["a"])
    with pytest.raises(TypeError, match="unhashable"):
        hash(counter)


def test_a_fresh_default_is_made_for_each_record():
    one, other = Bag(), Bag()
    one.items.append(1)
    assert other.items == []
    assert Bag([2]).items == [2]
    assert one.by_name is not other.by_name


def test_a_record_that_is_made_often_is_a_record_like_others():
    assert Grain(1) == Grain(x=1, y=0) == Grain(1, 0, [])
    assert repr(Grain(1, names=["a"])) == "Grain(x=1, y=0, names=['a'])"
    assert replace(Grain(1), y=2) == Grain(1, 2)
    assert Grain(1).names is not Grain(1).names
    with pytest.raises(AttributeError, match="Grain is frozen"):
        Grain(1).x = 2  # type: ignore[misc]


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, 2, [], 4), {}), ((1,), {"z": 4}), ((1,), {"x": 4}), ((), {"y": 1})]
)
def test_wrong_fields_of_one_made_often_are_refused_too(given: tuple[Any, ...], named: dict[str, Any]):
    with pytest.raises(TypeError, match="argument"):
        Grain(*given, **named)


def test_a_subclass_of_one_that_is_made_often_has_all_its_fields():
    class More(Grain):
        z: int = 3

    class Most(Grain, often=True):
        z: int = 3

    assert (More(1, 2).z, Most(1, 2, z=4).z) == (3, 4)
    assert (More(1, z=5).z, More(1).names) == (5, [])


def test_replace_changes_some_fields():
    assert replace(Point(1, 2), y=3) == Point(1, 3)
    assert type(replace(Named(1), tags=("a",))) is Named
    with pytest.raises(TypeError, match="Point has no field z"):
        replace(Point(1), z=3)


def test_what_was_computed_once_is_not_part_of_a_record():
    point = Named(1, name="a")
    assert point.loud == "A"
    assert point == Named(1, name="a")
    assert hash(point) == hash(Named(1, name="a"))
    assert replace(point, name="b").loud == "B"
    assert "loud" not in repr(point)


@pytest.mark.parametrize(
    "one", [Point(1), Point(1, -2, "it's"), Named(1, tags=("a", "中")), Bag([1], {"a": 2})]
)
def test_the_repr_is_the_source_of_the_record(one: Record):
    assert eval(repr(one)) == one


def test_records_match_by_position():
    match Named(1, 2, "a"):
        case Point(x, y, name):
            assert (x, y, name) == (1, 2, "a")


@pytest.mark.parametrize("one", [Point(1, 2), Named(1, tags=("a",)), Bag([1])])
def test_records_are_copied_and_sent_to_other_processes(one: Record):
    assert copy.deepcopy(one) == one
    assert pickle.loads(pickle.dumps(one)) == one


def test_nothing_slow_is_imported_for_them():
    code = "import sys, checker.record; print('dataclasses' in sys.modules or 'inspect' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
