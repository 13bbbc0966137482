"""What a row says of a field, its proof and its evidence, in both languages."""

import pytest

from checker.bundled import bundled
from checker.cache import Cache
from checker.exchange.checklist import Checklist, Exhibit, Gap, Origin
from checker.rendering.checklists.saying import RANGE_IN_A_CELL, Said, clause_of
from checker.rendering.wording import load_words
from checker.schemas.fields import Field
from checker.schemas.vehicle import load_vehicle_schema
from checker.text import Text


@pytest.fixture(scope="module")
def said():
    return Said(load_words())


@pytest.mark.parametrize(
    ("field", "en", "zh"),
    [
        (Field("boolean"), "true or false", "true（是）或 false（否）"),
        (Field("integer", min=0), "a whole number, at least 0", "整数，不小于 0"),
        (Field("number", unit="kmh"), "a number, in km/h", "数值，单位 km/h"),
        (Field("number", unit="odd"), "a number, in odd", "数值，单位 odd"),
        (
            Field("number", unit="pct", min=0, max=100),
            "a number, in %, at least 0, at most 100",
            "数值，单位 %，不小于 0，不大于 100",
        ),
        (
            Field("number", range="spread"),
            "a number; a range as {min: 10, max: 20}",
            "数值；范围写作 {min: 10, max: 20}",
        ),
        (Field("term", terms=("a", "b")), "one of: a, b", "可选：a、b"),
        (Field("date"), "a day, such as 2026-11-20", "日期，如 2026-11-20"),
        (
            Field("list", of=Field("term", terms=("a", "b"))),
            "one or more in brackets, with commas between; [] if there are none: one of: a, b",
            "一项或多项，写在方括号内，以逗号分隔；没有则写 []：可选：a、b",
        ),
        (Field("text", form=Text("two letters", "两位字母")), "two letters", "两位字母"),
        (Field("record"), "written in the spec itself", "请直接写入规格文件"),
        (Field("list", of=Field("record")), "written in the spec itself", "请直接写入规格文件"),
    ],
)
def test_what_can_be_filled_in(said, field, en, zh):
    assert said.allowed(field) == Text(en, zh)


def test_the_members_of_a_map_are_written_elsewhere(said):
    assert said.allowed(Field("map", of=Field("text"))).en.startswith(
        "its members are written in the spec itself"
    )


def test_a_list_in_a_cell(said):
    in_a_cell = Said(said.words, RANGE_IN_A_CELL)
    assert in_a_cell.allowed(Field("list", of=Field("term", terms=("a", "b")))) == Text(
        "one or more, with commas between, or none: one of: a, b",
        "一项或多项，以逗号分隔；没有则填“无”：可选：a、b",
    )


def test_a_range_in_a_cell():
    assert (
        Said(load_words(), RANGE_IN_A_CELL).allowed(Field("number", range="envelope")).en.endswith("10..20")
    )


@pytest.mark.parametrize(
    "type_", ["boolean", "integer", "number", "text", "localized", "date", "id", "digest"]
)
def test_every_type_of_a_cell_has_its_words(said, type_):
    assert said.allowed(Field(type_)).zh


def test_every_field_of_a_spec_can_be_said(said, vehicle_schema):
    def walk(field, depth=0):
        assert said.allowed(field).en
        inside = [*(field.fields or {}).values(), *([field.of] if field.of else [])]
        for one in inside if depth < 12 else ():
            walk(one, depth + 1)

    walk(vehicle_schema.root)


@pytest.fixture(scope="module")
def vehicle_schema():
    return load_vehicle_schema(bundled("standards"), Cache(None))


@pytest.mark.parametrize(
    ("basis", "months", "en"),
    [
        (None, None, None),
        ("measured", None, "at least measured"),
        (None, 1, "not older than 1 month"),
        ("certified", 36, "at least certified; not older than 36 months"),
    ],
)
def test_proof(said, basis, months, en):
    told = said.proof(Gap("a", Field("text"), (), basis=basis, max_age_months=months))

    assert (told and told.en) == en


def test_evidence(said):
    lapsed = Text("it lapsed", "已失效")
    told = said.evidence(Exhibit("a/b", ("test_report", "analysis"), 24, "sha256:0", (lapsed,)))

    assert told.en == "test report or analysis; not older than 24 months; it lapsed"
    assert told.zh == "检验报告或分析报告；不超过 24 个月；已失效" or told.zh.endswith(
        "；不超过 24 个月；已失效"
    )


def test_what_a_field_says_of_whole_standards(said):
    assert said.applies(Gap("a", Field("text"), ())) is None
    assert said.applies(Gap("a", Field("text"), (), applicability=("x-1", "y-2"))) == Text(
        "whether x-1, y-2 applies", "x-1、y-2 是否适用"
    )


@pytest.mark.parametrize("column", ["verdict", "basis", "status", "covers"])
def test_words_to_choose_have_their_meaning_in_both_languages(said, column):
    choices = said.choices(column)

    assert choices
    assert all(text.en and text.zh for text in choices.values())


def test_free_text_has_nothing_to_choose(said):
    assert said.choices("note") == {}


def listed(file, **more):
    return Checklist(Origin(file, Text("Car", "样车"), "sha256:0", "2026-11-20"), (), (), (), **more)


def test_how_to_go_on(said):
    how = said.how(listed("car.yaml"), "open.xlsx")

    assert "icv-checker answer car.yaml open.xlsx --in-place" in how.en
    assert "icv-checker answer car.yaml open.xlsx --in-place" in how.zh
    assert "icv-checker checklist SPEC" in said.how(listed(""), "form.md").zh


@pytest.mark.parametrize(
    ("spec", "named"), [("my car.yaml", "'my car.yaml'"), ("$(x).yaml", "'$(x).yaml'"), ("<stdin>", "SPEC")]
)
def test_the_command_can_be_pasted(said, spec, named):
    assert (
        f"icv-checker answer {named} 'my list.yaml' --in-place" in said.how(listed(spec), "my list.yaml").en
    )


def test_what_stands_on_no_row(said):
    assert list(said.notes(listed("car.yaml"))) == []
    later, elsewhere = said.notes(listed("car.yaml", later=("a/b",), elsewhere=("c/d", "e/f")))
    assert later.en.startswith("1 more question can be answered when")
    assert elsewhere.zh.startswith("另有 2 条要求")
    assert elsewhere.zh.endswith("c/d、e/f")


def test_a_clause_that_was_not_seen(desk):
    assert clause_of(None) == ""
    asking = desk.list().asking
    assert clause_of(asking["ours-1/looks-pleasant"]) == "OURS 1 4.3"
    assert clause_of(asking["ours-1/warns-visually"]) == "OURS 1"
