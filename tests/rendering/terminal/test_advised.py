"""Which fields to state first."""

from checker.model.assessment import Advice
from checker.rendering.terminal.advised import FIELDS, advised
from checker.text import Text
from tests.rendering.terminal.paper import assessment, page

MEANS = {
    "a.type": Text("Type of the recorder", "记录系统类型"),
    "a.size": Text("How much it holds", "存储容量"),
}


def printed(*advice, lang="en", width=100):
    return list(advised(assessment(advice=advice), page(lang, width), MEANS.get))


def ids(count):
    return tuple(f"std/{n}" for n in range(count))


def test_no_advice():
    assert printed() == []
    assert printed(Advice("a.type", ())) == []


def test_fields_with_what_they_decide_and_what_they_mean():
    assert printed(Advice("a.type", ids(24)), Advice("a.size", ids(3))) == [
        "State these 2 fields to decide 27 requirements",
        "    24  a.type  Type of the recorder",
        "     3  a.size  How much it holds",
    ]


def test_one_field_for_one_requirement():
    assert printed(Advice("a.type", ids(1)))[0] == "State this field to decide 1 requirement"


def test_in_chinese_and_in_both():
    assert printed(Advice("a.type", ids(2)), lang="zh") == [
        "填写以下 1 个字段，可判定 2 条要求",
        "     2  a.type  记录系统类型",
    ]
    assert printed(Advice("a.type", ids(2)), lang="both")[0] == (
        "State this field to decide 2 requirements / 填写以下 1 个字段，可判定 2 条要求"
    )


def test_a_field_that_decides_nothing_alone_stands_above_the_one_it_decides_with():
    lines = printed(Advice("a.type", ()), Advice("a.size", ids(5)))

    assert [line.split()[0] for line in lines[1:]] == ["+", "5"]
    assert lines[0] == "State these 2 fields to decide 5 requirements"


def test_fields_that_decide_nothing_do_not_end_the_list():
    lines = printed(Advice("a.type", ids(5)), Advice("a.size", ()))

    assert len(lines) == 2
    assert lines[0] == "State this field to decide 5 requirements"


def test_only_the_first_few_are_printed():
    assert len(printed(*(Advice(f"a.f{n}", ids(1)) for n in range(20)))) == FIELDS + 1


def test_where_a_line_has_no_room_the_meaning_stands_below():
    assert printed(Advice("a.type", ids(24)), Advice("a.size", ids(3)), width=30) == [
        "State these 2 fields to",
        "  decide 27 requirements",
        "    24  a.type",
        "        Type of the recorder",
        "     3  a.size",
        "        How much it holds",
    ]


def test_a_field_without_a_description():
    assert printed(Advice("b.c", ids(1)))[1] == "     1  b.c"
