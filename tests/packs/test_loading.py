"""A rule file becomes a standard, or each of its problems is told at its place."""

import pytest

from checker.documents import limits
from checker.errors import Invalid
from checker.model.standard import Clause, Dates, Evidence, Proof, Source, Table
from checker.packs.loading import load_standard
from checker.text import Text
from tests.packs.writing import (
    HEAD,
    MODELS,
    ONE,
    WHOLE,
    changed,
    load,
    place_of,
    problems,
    requiring,
    the_problem,
    vehicle_schema,
)


def model():
    return load((MODELS / "example-100-2030.yaml").read_text(encoding="utf-8"), "example-100-2030.yaml")


def by_id(standard):
    return {requirement.id.partition("/")[2]: requirement for requirement in standard.requirements}


# ---- what a good file becomes


def test_the_smallest_rule_file():
    standard = load(WHOLE)

    assert standard.id == "rule"
    assert standard.number == "EX 1-2030"
    assert standard.title == Text("Example", "示例")
    assert str(standard.place) == "rule.yaml:1:1"
    assert standard.digest.startswith("sha256:")
    assert standard.sources == {"text": Source("The text", None, "standard_text")}
    assert standard.dates == standard.aliases == standard.replaces == standard.outline == ()
    assert standard.applies_when is standard.series is standard.note is None


def test_defaults_of_a_requirement():
    (one,) = load(WHOLE).requirements

    assert one.id == "rule/one"
    assert (one.obligation, one.weight, one.confidence, one.domain) == ("shall", 1, "high", "data_recording")
    assert one.sources == ("text",)
    assert one.verified
    assert one.clause == one.dates == ()
    assert one.title is one.when is one.evidence is one.review is one.proof is one.for_each is None
    assert str(one.place) == "rule.yaml:12:5"
    assert one.digest.startswith("sha256:")


def test_an_expression_knows_its_place_and_its_tree():
    (expression,) = load(WHOLE).requirements[0].require

    assert expression.source == "vehicle.seats >= 2"
    assert str(expression.place) == "rule.yaml:14:14"
    assert expression.tree[0] == "op"


def test_examples_know_their_places():
    (one,) = load(WHOLE).requirements

    assert [(example.outcome, example.spec, str(example.place)) for example in one.examples] == [
        ("pass", {"vehicle": {"seats": 2}}, "rule.yaml:16:14"),
        ("fail", {"vehicle": {"seats": 1}}, "rule.yaml:17:14"),
        ("unknown", {}, "rule.yaml:18:17"),
    ]


def test_the_model_file_holds_every_construct():
    standard = model()

    assert standard.aliases == ("EX 100", "EXAMPLE 100")
    assert standard.outline[:2] == (Clause("4.1"), Clause("4.2", Text("Speed", "车速")))
    assert standard.outline[-1].note == Text("Test set-ups are not transcribed.", "试验布置未转写。")
    assert standard.lists == {"required_elements": ("vehicle_speed", "brake_torque", "steering_torque")}
    assert standard.tables["following_gap"] == Table(
        ("speed_kmh", "gap_s"), ((10, 1.0), (60, 1.6), (120, 2.2)), ("linear", None), "hold"
    )
    assert standard.applies_when is not None
    assert standard.note is not None
    assert [dates.source for dates in standard.dates] == ["text", "notice"]
    assert [dates.when.source for dates in standard.dates if dates.when] == [
        'vehicle.category == "M1"',
        'vehicle.category != "M1"',
    ]


def test_each_construct_of_the_model_file():
    rules = by_id(model())

    assert rules["seats-for-the-family"].remedy == Text("Fit a second seat.", "加装第二个座位。")
    assert rules["seats-for-the-family"].when is not None
    each = rules["works-from-standstill"].for_each
    assert each is not None
    assert (each.path.source, each.name, each.if_none) == ("automation_features", "f", "not_applicable")
    assert each.where is not None
    assert rules["works-from-standstill"].sources == ("text", "notice")
    assert rules["keeps-the-following-gap"].proof == Proof("measured", 36)
    assert rules["records-the-required-elements"].clause == ("4.4.1", "4.4.2")
    assert rules["records-the-required-elements"].dates == (Dates(new_types="2031-01-01"),)
    assert rules["records-the-required-elements"].domain == "data_recording"
    assert len(rules["records-the-required-elements"].require) == 2
    assert rules["certificate-of-the-management-system"].evidence == Evidence(
        ("certificate", "declaration"), 36
    )
    assert rules["manual-names-the-limits"].obligation == "should"
    assert rules["manual-names-the-limits"].review is not None
    assert rules["number-of-seats-stated"].no_failing_example == Text(
        "A number of seats is never negative.", "座位数不会为负。"
    )


def test_a_rule_without_examples_can_be_judged_with():
    """That examples are missing is what the rules' own tests say."""
    assert load(WHOLE[: WHOLE.index("    examples:")]).requirements[0].examples == ()


def test_a_taxonomy_has_rungs():
    standard = load((MODELS / "example-levels.yaml").read_text(encoding="utf-8"), "example-levels.yaml")

    assert [requirement.rung for requirement in standard.requirements] == [3]


def test_a_name_of_let_stands_for_its_expression():
    named = load(
        changed("requirements:", "let: {few: vehicle.seats >= 2}\nrequirements:", requiring("require: few"))
    )
    plain = load(WHOLE)

    def shape(tree):
        return tuple(shape(part) for part in tree) if isinstance(tree, tuple) else tree

    def bare(tree):
        if isinstance(tree, tuple) and tree and isinstance(tree[0], str):
            return (tree[0], *(bare(part) for part in tree[2:]))
        return tree

    assert bare(shape(named.requirements[0].require[0].tree)) == bare(
        shape(plain.requirements[0].require[0].tree)
    )


@pytest.mark.parametrize(
    ("seen", "confidence", "verified"),
    [
        ("standard_text", "high", True),
        ("standard_text", "medium", True),
        ("standard_text", "low", False),
        ("official_page", "high", True),
        ("draft", "high", False),
        ("secondary", "high", False),
        ("contents", "high", False),
        ("recall", "high", False),
    ],
)
def test_verified_is_derived(seen, confidence, verified):
    yaml = changed(
        "seen: standard_text", f"seen: {seen}", requiring("require: 'true'", f"confidence: {confidence}")
    )

    assert load(yaml).requirements[0].verified is verified


def test_a_requirement_of_two_sources_needs_both_to_be_verified():
    two = changed("requirements:", "  other: {title: Other, seen: recall}\nrequirements:")

    assert load(two.replace("    require:", "    source: text\n    require:")).requirements[0].verified
    assert (
        not load(two.replace("    require:", "    source: [text, other]\n    require:"))
        .requirements[0]
        .verified
    )


def test_a_file_without_requirements_says_why():
    standard = load(
        HEAD.replace("sources:\n  text: {title: The text, seen: standard_text}\n", "")
        + "requirements: []\nnote: {en: Not obtained., zh: 尚未获得。}\n"
    )

    assert standard.requirements == ()
    assert standard.note == Text("Not obtained.", "尚未获得。")


def test_a_file_from_standard_input_may_have_any_id():
    assert load(WHOLE, "<stdin>").id == "rule"


def test_the_digest_of_a_requirement_knows_its_standard_and_its_lets():
    one = load(WHOLE).requirements[0].digest
    other = load(changed("id: rule\n", "id: other\n"), "other.yaml").requirements[0].digest
    lets = [
        load(
            changed(
                "requirements:",
                f"let: {{few: vehicle.seats >= {n}}}\nrequirements:",
                requiring("require: few"),
            )
        )
        for n in (2, 3)
    ]

    assert len({one, other, *(standard.requirements[0].digest for standard in lets)}) == 4


# ---- what is wrong with a bad one

TEXT = "    text: {en: It is so., zh: 如此。}\n"


@pytest.mark.parametrize(
    ("yaml", "at", "message"),
    [
        # keys of the file
        (changed("number: EX 1-2030\n", ""), "id: rule", "'number' is missing"),
        (changed("kind: standard\n", "kind: standart\n"), "kind", "kind: 'standart'"),
        (changed("market: CN\n", "market: cn\n"), "market", "market: 'cn' is not a regime of markets.yaml"),
        (
            changed("status: in_force\n", "status: in_force\nnot: x\n"),
            "not: x",
            "unknown key 'not' (did you mean 'note'?)",
        ),
        (
            changed("title: {en: Example, zh: 示例}", "title: Example"),
            "title",
            "title: a map of keys and values is wanted here, not the text 'Example'",
        ),
        (changed(", zh: 示例", ""), "title", "'zh' is missing in title"),
        (changed("seen: standard_text", "seen: yes"), "seen: yes", "sources.text.seen: 'yes'"),
        (HEAD + "requirements: []\n", "id: rule", "'note' is missing"),
        (
            changed("number: EX 1-2030\n", "number: EX 1-2030\nseries: 01\n"),
            "series",
            'series: text is wanted here, not the number 01 (put it in quotes: "01")',
        ),
        (changed("id: rule\n", "id: other\n"), "other", "the file of 'other' is called 'rule'"),
        # keys of a requirement
        (changed(TEXT, ""), "id: one", "'text' is missing in requirements[0]"),
        (changed(", zh: 如此。", ""), "text: {en: It", "'zh' is missing in requirements[0].text"),
        (
            changed("  - id: one\n", "  - id: 4.5.2\n"),
            "id: 4.5.2",
            "requirements[0].id: '4.5.2' is not lower-case words",
        ),
        (
            changed("  - id: one\n", "  - id: One\n"),
            "id: One",
            "requirements[0].id: 'One' is not lower-case words",
        ),
        (
            requiring("remedy: {en: Mend., zh: 整改。}"),
            "id: one",
            "one of require, evidence, review is needed",
        ),
        (
            requiring("require: 'true'", "requires: vehicle.seats >= 2"),
            "requires:",
            "unknown key 'requires' in requirements[0]",
        ),
        (
            requiring("require: 'true'", "clause: 5.10"),
            "clause",
            'requirements[0].clause: text is wanted here, not the number 5.10 (put it in quotes: "5.10")',
        ),
        (
            requiring("require: 'true'", "clause: [4.1]"),
            "4.1]",
            "requirements[0].clause[0]: text is wanted here, not the number 4.1",
        ),
        (requiring("require: 'true'", "weight: 9"), "weight", "requirements[0].weight: 9"),
        (
            requiring("require: 'true'", "weight: 1.5"),
            "weight",
            "requirements[0].weight: a whole number is wanted here",
        ),
        (
            requiring("require: 'true'", "obligation: must"),
            "obligation",
            "requirements[0].obligation: 'must'",
        ),
        (requiring("require: 'true'", "domain: radar"), "domain: radar", "requirements[0].domain: 'radar'"),
        (
            requiring("require: vehicle.seats"),
            "vehicle.seats\n",
            "require asks for true or false, this is a whole number",
        ),
        (
            requiring("require: true"),
            "require: true",
            "requirements[0].require: text is wanted here, not true",
        ),
        (requiring("require: 'true'", "where: 'true'"), "where", "'where' needs 'for_each' beside it"),
        (requiring("require: 'true'", "if_none: unknown"), "if_none", "'if_none' needs 'for_each' beside it"),
        (
            requiring("require: 'true'", "for_each: automation_features"),
            "for_each",
            "'for_each' needs 'as' beside it in requirements[0] (add 'as': The variable",
        ),
        (requiring("evidence: {kind: paper}"), "kind: paper", "requirements[0].evidence.kind: 'paper'"),
        (requiring("evidence: {}"), "evidence", "'kind' is missing in requirements[0].evidence"),
        (
            requiring("review: {en: 'Is it?', zh: 是否？}", "proof: {basis: measured}"),
            "proof",
            "'proof' needs 'require' beside it",
        ),
        (requiring("require: 'true'", "proof: {}"), "proof", "requirements[0].proof"),
        (
            requiring("require: 'true'", "proof: {basis: seen}"),
            "basis",
            "requirements[0].proof.basis: 'seen'",
        ),
        (requiring("require: 'true'", "source: txt"), "txt", "unknown source 'txt' (did you mean 'text'?)"),
        (
            requiring("require: 'true'", "dates: {new_types: soon}"),
            "new_types",
            "requirements[0].dates.new_types: 'soon'",
        ),
        (
            requiring("require: 'true'", "dates: {new_types: 2026-02-30}"),
            "2026-02-30",
            "2026-02-30 is not a day",
        ),
        (
            requiring("require: 'true'", "rung: 3", "for_each: automation_features", "as: f"),
            "rung",
            "only a taxonomy has rungs",
        ),
        (
            requiring("require: 'true'", "for_each: sensors", "as: s"),
            "for_each",
            "the rule does not say what it means if there is none",
        ),
        (
            requiring("require: 'true'", "for_each: documents", "as: d", "if_none: not_applicable"),
            "not_applicable",
            "leaving out all documents would take the requirement away",
        ),
        # examples
        (changed("unknown: [{}]", "unknown: []"), "unknown", "requirements[0].examples.unknown"),
        (changed("unknown: [{}]", "unknown: {}"), "unknown", "requirements[0].examples.unknown"),
        (changed("unknown: [{}]", "unknow: [{}]\n      unknown: [{}]"), "unknow:", "unknown key 'unknow'"),
        (
            changed("fail: [{vehicle: {seats: 1}}]", "fail: {impossible: {en: Never.}}"),
            "impossible",
            "'zh' is missing in requirements[0].examples.fail.impossible",
        ),
        # data
        (HEAD + "lists: {x: [a, 1]}\n" + ONE, "1]}", "'1' is a number, the first item is text"),
        (
            HEAD + "tables: {t: {columns: {a: exact, b: exact}, rows: [[x, y]]}}\n" + ONE,
            "{a: exact",
            "the table has no result column",
        ),
        (
            HEAD + "let: {vehicle: 'true'}\n" + ONE,
            "vehicle: 'true'",
            "'vehicle' is a section of the vehicle spec",
        ),
    ],
)
def test_one_problem_of_a_rule_file(yaml, at, message):
    found = problems(yaml)

    assert len(found) == 1, found
    assert found[0].startswith(f"rule.yaml:{place_of(yaml, at)}: {message}"), (place_of(yaml, at), found[0])


# ---- what is wrong with an expression


@pytest.mark.parametrize(
    ("keys", "at", "message"),
    [
        (("require: vehicle.seats >= = 2",), "= 2", "unexpected character '=' (write ==)"),
        (("require: vehicle.seat >= 2",), "seat >=", "unknown field"),
        (("require: vehicles.seats >= 2",), "vehicles", "unknown name 'vehicles'"),
        (('require: vehicle.seats >= "two"',), ">=", ""),
        (('require: vehicle.category == "M9"',), "", "'M9'"),
        (("require: has(vehicle.seats)",), "has(", "has() is not for rules"),
        (("require: vehicle.seats != null",), "null", "null is not for rules"),
        (("require: vehicle.parameters.x >= 2",), "", ""),
        (
            ("require: vehicle.seats >= 2 and vehicle.seats <= 9",),
            "and vehicle",
            "unexpected 'and' (write &&)",
        ),
        (("require: vehicle.seats = 2",), "= 2", "unexpected character '=' (write ==)"),
        (("require: vehicle.seats ≥ 2",), "≥", "unexpected character '≥' (write >=)"),
        (("require: automation_features.pilot.level >= 3",), "pilot", "'pilot' is a key of a map"),
        (
            ("require: automation_features.all(id, f, f.level >= 3)",),
            "all(id",
            "this may be true of an empty automation_features",
        ),
        (("require: automation_features.exists(id, f, f.speed_kmh >= 3.0)",), "", ""),
        (("require: 'true'", "when: vehicle.seats"), "vehicle.seats\n", "when asks for true or false"),
        (
            (
                'require: vehicle.seats >= lookup(gaps, {"a": 1.0})'.replace(
                    "require: ", "require: |\n      "
                ),
            ),
            "",
            "",
        ),
        (
            ("require: 'true'", "for_each: vehicle", "as: v", "if_none: unknown"),
            "vehicle\n",
            "for_each asks for the path",
        ),
        (
            ("require: f.levl >= 3", "for_each: automation_features", "as: f"),
            "levl",
            "",
        ),
        (
            ("require: 'true'", 'dates: {when: vehicle.categry == "M1", new_types: 2030-01-01}'),
            "categry",
            "",
        ),
    ],
)
def test_one_problem_of_an_expression(keys, at, message):
    yaml = requiring(*keys)
    found = the_problem(yaml)

    if at:
        assert found.startswith(f"rule.yaml:{place_of(yaml, at)}: "), (place_of(yaml, at), found)
    assert message in found


@pytest.mark.parametrize(
    "layout",
    [
        "require: vehicle.seats >= 2 && vehicle.target >= 3",
        "require: 'vehicle.seats >= 2 && vehicle.target >= 3'",
        'require: "vehicle.seats >= 2 && vehicle.target >= 3"',
        "require: |\n      vehicle.seats >= 2\n        && vehicle.target >= 3",
        "require: >-\n      vehicle.seats >= 2 &&\n\n      vehicle.target >= 3",
        "require:\n      - vehicle.seats >= 2\n      - vehicle.target >= 3",
        "require: vehicle.seats >= 2\n      && vehicle.target >= 3",
    ],
)
def test_an_expression_is_blamed_where_it_stands_in_every_style(layout):
    yaml = requiring(layout)

    assert the_problem(yaml).startswith(f"rule.yaml:{place_of(yaml, 'target')}: ")


@pytest.mark.parametrize(
    "line",
    [
        "require: !vehicle.driver_seat",
        'require: vehicle.category in ["M1"] && x: y',
        'require: "M1" == vehicle.category',
        'require: ["M1"].exists(c, c == vehicle.category)',
        'require: {"a": 1} == x',
    ],
)
def test_where_yaml_and_the_rule_language_collide_the_author_is_told_to_quote(line):
    found = problems(requiring(line))

    assert found
    assert any("quote" in text or "block" in text for text in found), found
    assert all(text.startswith("rule.yaml:14:") for text in found)


def test_a_problem_in_a_let_is_told_once_where_it_is_made():
    yaml = changed(
        "requirements:",
        "let: {few: vehicle.sets >= 2}\nrequirements:",
        requiring("require: [few, few || few]"),
    )
    found = the_problem(yaml)

    assert found.startswith(f"rule.yaml:{place_of(yaml, 'sets')}: ")
    assert "where line 15 uses it" in found


def test_a_problem_in_a_let_of_a_let():
    yaml = changed(
        "requirements:",
        "let:\n  deep: vehicle.sets\n  few: deep >= 2\nrequirements:",
        requiring("require: few"),
    )

    assert the_problem(yaml).startswith(f"rule.yaml:{place_of(yaml, 'sets')}: ")


def test_a_let_uses_only_the_names_before_it():
    yaml = changed(
        "requirements:",
        "let: {few: later, later: vehicle.seats >= 2}\nrequirements:",
        requiring("require: few"),
    )

    assert "unknown name 'later'" in the_problem(yaml)


def test_a_let_that_cannot_be_read_is_told_once():
    yaml = changed("requirements:", "let: {few: vehicle.seats >=}\nrequirements:", requiring("require: few"))

    assert the_problem(yaml).startswith(f"rule.yaml:{place_of(yaml, 'vehicle.seats >=}')[:2]}:")


def test_a_let_that_names_one_that_cannot_be_read_is_not_told():
    yaml = changed(
        "requirements:",
        "let:\n  bad: vehicle.seats >=\n  few: bad && true\nrequirements:",
        requiring("require: few"),
    )

    assert the_problem(yaml).startswith("rule.yaml:12:")


def test_a_bad_list_or_table_is_told_once():
    yaml = HEAD + "lists: {seats: [1, x]}\n" + requiring("require: vehicle.seats in seats")[len(HEAD) :]

    assert "the first item is a number" in the_problem(yaml)


def test_a_for_each_that_cannot_be_read_is_told_once():
    yaml = requiring(
        "for_each: automation_featurs",
        "as: f",
        "if_none: unknown",
        "where: f.level >= 3",
        "require: f.lane_change",
    )

    assert "automation_featurs" in the_problem(yaml)


EACH = ("for_each: automation_features", "if_none: unknown")


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        (("where: f.level >= 3", 'when: key != "x"', "require: [f.lane_change, f.levl >= 2]"), "needs 'as'"),
        (("require: f.lane_change && tests.all(k, t, t.type == f.type)",), "needs 'as'"),
        (("require: f.lane_change", "as: 3"), "requirements[0].as: text is wanted here"),
    ],
)
def test_a_member_without_a_name_is_told_once(keys, says):
    assert says in the_problem(requiring(*EACH, *keys))


def test_beside_a_member_without_a_name_what_does_not_need_it_is_told():
    found = problems(requiring(*EACH, "where: f.level >= 3", "require: vehicle.seat >= 2"))

    assert [problem.partition(": ")[2].partition(" (")[0] for problem in found] == [
        "'for_each' needs 'as' beside it in requirements[0]",
        "unknown field 'seat' in vehicle",
    ]


def test_the_member_and_its_key_can_be_read():
    yaml = requiring(
        "for_each: automation_features", "as: f", 'when: key != "x"', "require: f.lane_change == true"
    )

    assert problems(yaml) == []


def test_dates_are_chosen_without_the_lists_of_the_standard():
    yaml = changed(
        "requirements:",
        "lists: {categories: [M1]}\n"
        "dates: {new_types: 2030-01-01, when: vehicle.category in categories}\nrequirements:",
    )

    assert "unknown name 'categories'" in the_problem(yaml)


def test_conditions_vouch_for_what_is_required():
    """`when` says that there are some, so that `all` is not true of none."""
    keys = ("when: size(automation_features) > 0", "require: automation_features.all(id, f, f.level >= 3)")

    assert problems(requiring(*keys)) == []
    assert len(problems(requiring(keys[1]))) == 1


@pytest.mark.parametrize("role", ["when", "where"])
def test_a_condition_does_not_read_the_evidence(role):
    keys = ("for_each: automation_features", "as: f", "require: f.lane_change", f"{role}: size(tests) > 0")

    assert f"{role} does not read tests" in the_problem(requiring(*keys))


@pytest.mark.parametrize("key", ["require: f.level >= 3", "require: f.lane_change\n    where: f.level >= 3"])
def test_a_rung_does_not_read_the_level(key):
    yaml = requiring(key, "rung: 3", "for_each: automation_features", "as: f")
    yaml = yaml.replace("kind: standard", "kind: taxonomy")

    assert the_problem(yaml).startswith(
        f"rule.yaml:{place_of(yaml, 'f.level')}: a rung does not read the level"
    )


def test_all_problems_of_a_file_at_once():
    yaml = HEAD.replace("status: in_force", "stats: in_force") + (
        "dates: {new_types: 2026-02-30}\n"
        "applies_when: vehicle.categry == 3\n"
        "lists: {x: [a, 1]}\n"
        "let: {few: vehicle.sets >= 2}\n"
        "requirements:\n"
        "  - id: one\n    text: {en: a, zh: 甲}\n    when: vehicle.seats >\n    require: few\n    weight: 9\n"
        "  - id: one\n    text: {en: b}\n    require: has(vehicle.seats)\n    source: none\n"
    )
    found = problems(yaml)

    for words in (
        "'status' is missing",
        "unknown key 'stats'",
        "2026-02-30 is not a day",
        "categry",
        "the first item is text",
        "sets",
        "a value is missing before the end",
        "weight: 9",
        "the id 'one' stands in line",
        "'zh' is missing",
        "has() is not for rules",
        "unknown source 'none'",
    ):
        assert any(words in line for line in found), words
    assert len(found) == len(set(found))


def test_problems_are_in_the_order_of_the_file():
    with pytest.raises(Invalid) as caught:
        load(requiring("require: has(vehicle.seats)").replace("status: in_force", "status: x"))

    lines = [problem.place.line for problem in caught.value.problems]
    assert lines == sorted(lines) == [8, 14]


def test_every_message_is_there_in_chinese():
    with pytest.raises(Invalid) as caught:
        load(
            requiring("require: has(vehicle.seats)", "source: none", "rung: 3").replace(
                "id: rule", "id: other"
            )
        )

    for problem in caught.value.problems:
        assert any("\u4e00" <= char <= "\u9fff" for char in problem.what.zh), problem


# ---- what is no rule file


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("", "rule.yaml:1:1: "),
        ("[]", "rule.yaml:1:1: "),
        ("text", "rule.yaml:1:1: "),
        (
            WHOLE + "---\n" + WHOLE,
            "rule.yaml:20:1: the file holds 2 documents, and one is wanted (write one file each)",
        ),
        ("id: [", "rule.yaml:"),
        ("id: a\nid: b\n", "rule.yaml:2:1: "),
    ],
)
def test_what_is_no_rule_file(yaml, message):
    found = problems(yaml)

    assert len(found) == 1
    assert found[0].startswith(message)


def test_bytes_that_are_no_text():
    with pytest.raises(Invalid, match=r"rule\.yaml:3:27: the file is saved as GBK"):
        load_standard(WHOLE.encode("gb18030"), "rule.yaml", vehicle_schema())


# ---- what means harm


def deep(open_, close, depth):
    return open_ * depth + close * depth


@pytest.mark.parametrize(
    "yaml",
    [
        pytest.param(HEAD + "example_base: " + deep("{a: ", "}", 5000) + "\n" + ONE, id="deep maps"),
        pytest.param(HEAD + "outline: " + deep("[", "]", 5000) + "\n" + ONE, id="deep lists"),
        pytest.param(HEAD + f"lists: {{x: [{', '.join(map(str, range(6000)))}]}}\n" + ONE, id="a huge list"),
        pytest.param(requiring(f"require: {deep('(', ')', 5000)}"), id="brackets"),
        pytest.param(requiring(f"require: {'-' * 9000}1 > 0"), id="signs"),
        pytest.param(requiring("require: '" + "!" * 3000 + "true'"), id="negations"),
        pytest.param(requiring("require: '" + "true && " * 2000 + "true'"), id="a long expression"),
        pytest.param(
            requiring(
                "require: vehicle.use.exists(a, " * 1
                + "vehicle.use.exists(b, " * 1
                + "vehicle.use.exists(c, vehicle.use.exists(d, a == d))))"
            ),
            id="macros in macros",
        ),
        pytest.param(
            changed(
                "requirements:",
                "let:\n  a0: vehicle.seats >= 2\n"
                + "".join(f"  a{n}: '{' && '.join([f'a{n - 1}'] * 9)}'\n" for n in range(1, 12))
                + "requirements:",
                requiring("require: a11"),
            ),
            id="an expression bomb",
        ),
        pytest.param(
            HEAD
            + "x: &a [1, 1]\n"
            + "".join(f"x{n}: &a{n} [*a{n - 1 or ''}, *a{n - 1 or ''}]\n" for n in range(1, 40))
            + ONE,
            id="an alias bomb",
        ),
        pytest.param(HEAD + "x: &a [*a]\n" + ONE, id="a recursive alias"),
    ],
)
def test_a_hostile_file_ends_in_one_clear_error(yaml):
    found = problems(yaml)

    assert 1 <= len(found) <= 3, found[:5]
    assert all(len(line) < 400 for line in found)


def test_a_file_that_is_too_large():
    with pytest.raises(Invalid, match=r"rule\.yaml:"):
        load_standard(b"# " + b"x" * limits.MAX_BYTES, "rule.yaml", vehicle_schema())
