"""Within a rule file: ids, titles, sources and names must fit."""

import pytest

from checker.documents import read_documents
from checker.packs.references import reference_problems

SECTIONS = frozenset(("vehicle", "tests"))


def problems(yaml: str):
    (document,) = read_documents(yaml.encode(), "rule.yaml", name_hint="yaml")
    return [problem.in_("en") for problem in reference_problems(document, SECTIONS)]


def requirement(id_: str, **keys: str) -> str:
    text = keys.pop("text", f"{{en: text of {id_}, zh: {id_}的文字}}")
    return f"  - id: {id_}\n    text: {text}\n" + "".join(
        f"    {k.strip('_')}: {v}\n" for k, v in keys.items()
    )


def test_a_file_in_which_all_fits():
    assert (
        problems(
            "id: a\nreplaces: [b]\nsources: {s: {}, t: {}}\ndates: {source: t}\n"
            "lists: {elements: [x]}\ntables: {gaps: {}}\nlet: {is_m1: 'true'}\nrequirements:\n"
            + requirement("one", source="s", as_="f")
            + requirement("two", source="[s, t]", as_="f", dates="[{source: s}]")
        )
        == []
    )


@pytest.mark.parametrize(
    "yaml", ["{}", "requirements: 3", "requirements: [3]", "sources: []\nlet: 3", "dates: [3]"]
)
def test_what_has_the_wrong_shape_is_the_schemas_business(yaml):
    assert problems(yaml) == []


def test_an_id_that_stands_twice():
    yaml = "requirements:\n" + requirement("one") + requirement("one", text="{en: other, zh: 其他}")

    assert problems(yaml) == [
        (
            "rule.yaml:4:9: the id 'one' stands in line 2 too"
            " (no two requirements say the same; change or delete one)"
        )
    ]


@pytest.mark.parametrize("copy", ["{en: text of one, zh: 其他}", "{en: other, zh: one的文字}"])
def test_a_text_that_was_copied_in_either_language(copy):
    (found,) = problems("requirements:\n" + requirement("one") + requirement("two", text=copy))

    assert found.startswith("rule.yaml:5:11: the text '")
    assert "stands in line 3 too" in found


def test_a_title_that_was_copied():
    title = "{en: Title, zh: 标题}"
    (found,) = problems("requirements:\n" + requirement("one", title=title) + requirement("two", title=title))

    assert found.startswith("rule.yaml:7:12: the title 'Title' stands in line 4 too")


def test_a_text_that_stands_three_times_is_told_twice():
    yaml = "requirements:\n" + "".join(requirement(f"r{n}", text="{en: Same., zh: 相同。}") for n in range(3))

    assert len(problems(yaml)) == 2


def test_a_long_text_is_shortened_in_the_message():
    text = f"{{en: {'word ' * 30}end, zh: 文字}}"
    (found,) = problems("requirements:\n" + requirement("one", text=text) + requirement("two", text=text))

    assert "word wo...' stands" in found
    assert len(found) < 200


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (
            "sources: {text: {}}\nrequirements:\n" + requirement("one", source="txt"),
            "rule.yaml:5:13: unknown source 'txt' (did you mean 'text'?)",
        ),
        (
            "sources: {text: {}}\nrequirements:\n" + requirement("one", source="[text, zzz]"),
            "rule.yaml:5:20: unknown source 'zzz' (write 'text')",
        ),
        (
            "sources: {text: {}}\ndates: {source: zzz}\n",
            "rule.yaml:2:17: unknown source 'zzz' (write 'text')",
        ),
        (
            "sources: {text: {}}\nrequirements:\n" + requirement("one", dates="[{}, {source: zzz}]"),
            "rule.yaml:5:26: unknown source 'zzz' (write 'text')",
        ),
        (
            "sources: {s: {}, t: {}}\nrequirements:\n" + requirement("one"),
            (
                "rule.yaml:3:5: the file has several sources and this does not say which"
                " (say source: one of s, t)"
            ),
        ),
    ],
)
def test_sources(yaml, expected):
    assert problems(yaml) == [expected]


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("let: {vehicle: 'true'}", "rule.yaml:1:7: 'vehicle' is a section of the vehicle spec"),
        ("lists: {as_of: [x]}", "rule.yaml:1:9: 'as_of' is a word of the rule language"),
        ("tables: {lookup: {}}", "rule.yaml:1:10: 'lookup' is a word of the rule language"),
        ("lists: {x: [1]}\ntables: {x: {}}", "rule.yaml:2:10: 'x' is the name of a list too"),
        ("lists: {x: [1]}\nlet: {x: 'true'}", "rule.yaml:2:7: 'x' is the name of a list too"),
        (
            "requirements:\n" + requirement("one", as_="key"),
            "rule.yaml:4:9: 'key' is a word of the rule language",
        ),
        (
            "requirements:\n" + requirement("one", as_="tests"),
            "rule.yaml:4:9: 'tests' is a section of the vehicle spec",
        ),
        (
            "let: {f: 'true'}\nrequirements:\n" + requirement("one", as_="f"),
            "rule.yaml:5:9: 'f' is the name of a let",
        ),
    ],
)
def test_names_that_are_taken(yaml, expected):
    assert problems(yaml) == [f"{expected} (give it another name)"]


def test_a_clause_that_stands_twice_in_the_outline():
    assert problems('outline: ["4.1", {clause: "4.2"}, "4.2", 5, {clause: "4.1"}]\n') == [
        "rule.yaml:1:35: the clause '4.2' stands twice in the outline (delete one)",
        "rule.yaml:1:45: the clause '4.1' stands twice in the outline (delete one)",
    ]


def test_a_standard_that_replaces_itself():
    assert problems("id: a\nreplaces: [a]\n") == [
        "rule.yaml:2:1: a standard does not replace itself (name the earlier edition)"
    ]


def test_all_problems_at_once():
    yaml = "id: a\nreplaces: [a]\nlet: {vehicle: 'true'}\nsources: {s: {}}\nrequirements:\n"

    assert len(problems(yaml + requirement("one", source="t") + requirement("one"))) == 5
