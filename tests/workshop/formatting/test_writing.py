"""Rule files in one form: what is moved, what is dropped, what stays, and that nothing else is said."""

from textwrap import dedent

import pytest

from checker.documents import read_documents
from checker.errors import Invalid
from checker.workshop.formatting.writing import formatted

HEAD = "id: a\nnumber: A 1\ntitle: {en: A, zh: 甲}\n"


def form(text):
    """Return a text in its form, which it keeps."""
    made = formatted(dedent(text).encode(), "a.yaml").decode()
    assert formatted(made.encode(), "a.yaml").decode() == made
    return made


def requirement(lines, sources="sources:\n  s: {title: T, seen: draft}\n"):
    """Return what becomes of one requirement, without what is above it."""
    text = f"{HEAD}{sources}requirements:\n" + dedent(lines)
    return form(text).partition("requirements:\n")[2]


def refused(text):
    with pytest.raises(Invalid) as raised:
        formatted(text.encode(), "a.yaml")
    return [problem.in_("en") for problem in raised.value.problems]


class TestOrder:
    def test_keys_of_the_file(self):
        assert form("title: {zh: 甲, en: A}\nnumber: A 1\nid: a\n") == HEAD

    def test_keys_of_a_requirement_and_of_its_texts(self):
        made = requirement(
            """\
            - require: vehicle.seats > 1
              text:
                zh: 座
                en: Seats
              id: seats
            """
        )
        assert made == (
            "  - id: seats\n    text:\n      en: Seats\n      zh: 座\n    require: vehicle.seats > 1\n"
        )

    def test_a_requirement_in_one_line(self):
        assert requirement("- {text: {en: A, zh: 甲}, id: a}\n") == "  - {id: a, text: {en: A, zh: 甲}}\n"

    def test_keys_that_the_schema_does_not_name_stay_in_their_order(self):
        made = form(f"{HEAD}let:\n  b: vehicle.seats > 1\n  a: b\n")
        assert made.endswith("let:\n  b: vehicle.seats > 1\n  a: b\n")

    def test_an_unknown_key_comes_last(self):
        assert form(f"colour: red\n{HEAD}") == f"{HEAD}colour: red\n"

    def test_the_spec_of_an_example_is_its_authors(self):
        line = "- {id: a, examples: {pass: [{vehicle: {seats: 2, category: M1}}]}}\n"
        assert requirement(line) == f"  {line}"

    def test_rows_of_dates_and_sources(self):
        made = form(f"{HEAD}dates:\n- {{new_types: 2026-01-01, published: 2025-01-01}}\n")
        assert made.endswith("dates:\n  - {published: 2025-01-01, new_types: 2026-01-01}\n")


class TestDefaults:
    @pytest.mark.parametrize("line", ["obligation: shall", "weight: 1", "confidence: high", "source: s"])
    def test_what_holds_without_being_said_is_left_out(self, line):
        assert requirement(f"- id: a\n  {line}\n") == "  - id: a\n"
        assert requirement(f"- {{id: a, {line}}}\n") == "  - {id: a}\n"

    @pytest.mark.parametrize("line", ["obligation: may", "weight: 2", "confidence: low", "source: t"])
    def test_what_says_something_stays(self, line):
        assert requirement(f"- id: a\n  {line}\n") == f"  - id: a\n    {line}\n"

    def test_the_source_of_a_file_with_several(self):
        sources = "sources: {s: {title: T, seen: draft}, t: {title: U, seen: draft}}\n"
        assert requirement("- id: a\n  source: s\n", sources) == "  - id: a\n    source: s\n"

    def test_what_happens_without_members_stays_said(self):
        lines = "- id: a\n  for_each: tests\n  as: t\n  if_none: unknown\n"
        assert "if_none: unknown" in requirement(lines)

    def test_a_default_that_somebody_comments_on_stays(self):
        assert requirement("- id: a\n  weight: 1  # for now\n") == "  - id: a\n    weight: 1  # for now\n"
        assert "# for now" in requirement("- id: a\n  # for now\n  weight: 1\n")

    def test_the_same_words_in_a_spec_are_no_defaults(self):
        line = "- {id: a, examples: {pass: [{weight: 1, beyond: unknown}]}}\n"
        assert requirement(line) == f"  {line}"


class TestQuotes:
    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("'a text'", "a text"),
            ('"a text"', "a text"),
            ('"with: a colon"', '"with: a colon"'),
            ("'with # a hash'", '"with # a hash"'),
            ("'10'", '"10"'),
            ("'1e3'", '"1e3"'),
            ("'0o17'", '"0o17"'),
            ("'true'", '"true"'),
            ("'NO'", '"NO"'),
            ("'12:30'", '"12:30"'),
            ("'2026-01-01'", "2026-01-01"),
            ("'say \"so\"'", 'say "so"'),
            ("'\"so\" he says'", "'\"so\" he says'"),
            ("'it''s'", "it's"),
            ("'- dash'", '"- dash"'),
            ("'ends: '", '"ends: "'),
            ("''", '""'),
            ('"\\u3000"', '"\\u3000"'),  # its author wrote an escape
            ('"中文，，"', "中文，，"),
        ],
    )
    def test_only_where_they_are_needed(self, text, wanted):
        assert form(f"{HEAD}note:\n  en: {text}\n").endswith(f"  en: {wanted}\n")

    def test_in_a_line_of_several_a_comma_needs_them(self):
        assert 'en: "A, b"' in form("id: a\nnumber: A\ntitle: {en: 'A, b', zh: 甲}\n")
        assert "  en: A, b\n" in form("id: a\nnumber: A\ntitle:\n  en: 'A, b'\n  zh: 甲\n")

    @pytest.mark.parametrize("clause", ["4.1", "'4.1'", "4.1.2", "5.10", "Annex A", '"4.1"'])
    def test_clauses_always(self, clause):
        plain = clause.strip("'\"")
        assert requirement(f"- id: a\n  clause: {clause}\n") == f'  - id: a\n    clause: "{plain}"\n'
        assert f'clause: "{plain}"' in form(f"{HEAD}outline:\n  - {{clause: {clause}}}\n")

    def test_a_list_of_clauses(self):
        assert 'clause: ["4.1", "5.10"]' in requirement("- id: a\n  clause: ['4.1', 5.10]\n")
        assert '- "5.10"\n' in requirement("- id: a\n  clause:\n    - 5.10\n    - '6'\n")

    def test_an_expression_that_needs_quotes_becomes_a_block(self):
        made = requirement("- id: a\n  require: '\"M1\" in vehicle.markets'\n")
        assert made == '  - id: a\n    require: |\n      "M1" in vehicle.markets\n'

    def test_an_expression_that_needs_none_stays_in_its_line(self):
        made = requirement("- id: a\n  when: \"vehicle.category == 'M1'\"\n")
        assert made.endswith("    when: vehicle.category == 'M1'\n")

    def test_an_expression_that_is_still_to_be_written(self):
        assert requirement("- id: a\n  require: ''\n") == '  - id: a\n    require: ""\n'

    def test_keys(self):
        assert form("'id': a\n\"number\": A 1\ntitle: {'en': A, \"zh\": 甲}\n") == HEAD

    def test_expressions_of_a_list(self):
        made = requirement("- id: a\n  require:\n  - '!fitted(sensors.a)'  # none\n  - b > 1\n")
        assert made.endswith("    require:\n      - |  # none\n        !fitted(sensors.a)\n      - b > 1\n")


class TestCollisions:
    """YAML and the expression language: what cannot be read is put in a block, as its author meant it."""

    @pytest.mark.parametrize(
        "expression",
        [
            "!fitted(sensors.a)",
            '"M1" in vehicle.markets',
            "[1, 2] == vehicle.seats",
            "vehicle.seats > 1 ? vehicle.a : vehicle.b: c",
            "{'a': 1}.a == 1",
            "*vehicle",
            "&vehicle",
            "@vehicle",
            "`vehicle`",
            "%vehicle",
        ],
    )
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("- id: a\n  require: {}\n", "  - id: a\n    require: |\n      {}\n"),
            ("- id: a\n  require:\n  - {}\n", "  - id: a\n    require:\n      - |\n        {}\n"),
            ("- require: {}\n  id: a\n", "  - id: a\n    require: |\n      {}\n"),
            ("- id: a\n  when: {}  # why\n", "  - id: a\n    when: |  # why\n      {}\n"),
        ],
    )
    def test_it_becomes_a_block(self, expression, before, after):
        text = f"{HEAD}requirements:\n" + before.replace("{}", expression)
        try:
            read_documents(text.encode(), "a.yaml")
        except Invalid:
            assert form(text).partition("requirements:\n")[2] == after.replace("{}", expression)

    def test_several_at_once(self):
        made = form(f"{HEAD}let:\n  a: !b\n  c: '!d'\n  e: \"M1\" == f\n")
        assert made.endswith('let:\n  a: |\n    !b\n  c: |\n    !d\n  e: |\n    "M1" == f\n')

    def test_a_hash_in_a_text_of_an_expression(self):
        made = requirement('- id: a\n  when: "M #1" == vehicle.id  # why\n')
        assert made.endswith('when: |  # why\n      "M #1" == vehicle.id\n')

    def test_what_else_is_wrong_is_told_of_the_file_as_it_is(self):
        problems = refused(f"{HEAD}requirements:\n  - id: a\n    require: !b\n    text: [\n")
        assert problems
        assert "a.yaml:6:" in problems[0] or "a.yaml:7:" in problems[0]


class TestComments:
    def test_they_move_with_what_they_stand_above(self):
        made = requirement("- id: a\n  # why\n  require: b > 1\n  # what\n  text: {en: A, zh: 甲}\n")
        assert made == "  - id: a\n    # what\n    text: {en: A, zh: 甲}\n    # why\n    require: b > 1\n"

    def test_the_first_ones_stay_on_top(self):
        made = form("# yaml-language-server: $schema=x\n\n# A\nnumber: A 1\nid: a\n")
        assert made == "# yaml-language-server: $schema=x\n\n# A\nid: a\nnumber: A 1\n"

    def test_the_last_ones_stay_at_the_end(self):
        assert form(f"{HEAD}requirements: []\n\n  # - id: b\n# end\n").endswith(
            "requirements: []\n\n  # - id: b\n# end\n"
        )

    def test_behind_a_value(self):
        assert form("id: a      # the id\nnumber: A 1\n") == "id: a  # the id\nnumber: A 1\n"

    def test_behind_a_key_with_lines_below_and_behind_a_dash(self):
        made = form(f"{HEAD}let:   # names\n  a: b > 1\nrequirements:\n-   # first\n  id: a\n")
        assert "let:  # names\n  a: b > 1\n" in made
        assert made.endswith("requirements:\n  # first\n  - id: a\n")

    def test_at_the_end_of_what_is_inside(self):
        text = f"{HEAD}let:\n  a: b > 1\n  # c: d\n\n# below\nrequirements: []\n"
        assert form(text) == text

    def test_in_a_block_they_are_text(self):
        text = f"{HEAD}let:\n  a: |\n    b > 1\n    # c\n  # d\n  e: f\n"
        assert form(text) == text

    def test_above_a_requirement(self):
        made = form(f"{HEAD}requirements:\n# one\n- id: a\n# two\n- id: b\n")
        assert made.endswith("requirements:\n  # one\n  - id: a\n\n  # two\n  - id: b\n")

    def test_none_is_lost_however_keys_are_moved(self):
        text = "".join(f"# c{n}\n{line}  # d{n}\n" for n, line in enumerate(reversed(HEAD.splitlines())))
        made = form(text)
        assert all(f"# {kind}{n}" in made for n in range(3) for kind in "cd")


class TestLayout:
    def test_indentation(self):
        made = form(f"{HEAD}let:\n      a: |\n         b > 1 &&\n           c\nrequirements:\n- id: a\n")
        assert made.endswith("let:\n  a: |\n    b > 1 &&\n      c\nrequirements:\n  - id: a\n")

    def test_requirements_have_an_empty_line_between_them_and_nothing_has_two(self):
        made = form(f"{HEAD}\n\n\nlet:\n\n  a: b\n\n\nrequirements:\n  - id: a\n  - id: b\n\n\n")
        assert made == f"{HEAD}\nlet:\n  a: b\n\nrequirements:\n  - id: a\n\n  - id: b\n"

    def test_what_is_in_one_line_stays_there(self):
        line = f"note: {{en: {'word ' * 60}end, zh: 字}}\n"
        assert form(HEAD + line) == HEAD + line

    def test_a_list_that_is_too_wide_has_a_line_for_each(self):
        words = [f"word_number_{n}" for n in range(10)]
        made = form(f"{HEAD}lists:\n  a: [{', '.join(words)}]  # all\n")
        assert made.endswith("  a:  # all\n" + "".join(f"    - {word}\n" for word in words))

    def test_lines_that_their_author_has_broken_and_that_would_be_too_wide(self):
        words = ", ".join(f"word_number_{n}" for n in range(10))
        text = f"{HEAD}lists:\n  a:\n    [\n      {words},\n      more,\n    ]\n  b: [\n    {words},\n  ]\n"
        assert form(text) == text
        assert form(text.replace("\n  ", "\n    ")) == text

    def test_lines_that_are_broken_without_need(self):
        assert form(f"{HEAD}lists:\n  a: [b,\n    c]\n").endswith("  a: [b, c]\n")
        assert "[b,  # one\n" in form(f"{HEAD}lists:\n  a: [b,  # one\n    c]\n")

    def test_texts_over_several_lines_become_one(self):
        made = form(f"{HEAD}note:\n  en: one\n    two\n  zh: '三\n    四'\n")
        assert made.endswith("note:\n  en: one two\n  zh: 三 四\n")

    def test_folded_texts_and_line_breaks_that_count_stay(self):
        text = f'{HEAD}note:\n  en: >-\n    one\n    two\n  zh: "三\\n四"\n'
        assert form(text) == text

    def test_windows_line_ends_and_a_mark_of_the_encoding(self):
        data = b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode()
        assert formatted(data, "a.yaml").decode() == HEAD

    def test_spaces_at_the_end_of_lines(self):
        assert form("id: a  \nnumber: A 1\t\nlet:   \n  a: |  \n    b\n") == (
            "id: a\nnumber: A 1\nlet:\n  a: |\n    b\n"
        )


class TestRefused:
    def test_what_is_no_yaml(self):
        assert refused("id: [a\n")

    def test_several_documents(self):
        (said,) = refused(f"{HEAD}---\n{HEAD}")
        assert said.startswith("a.yaml:5:1: there are several documents")

    def test_what_is_no_rule_file(self):
        (said,) = refused("schema: icv-vehicle/1\nvehicle: {id: a}\n")
        assert "no rule file" in said

    @pytest.mark.parametrize(
        "text",
        [
            f"{HEAD}let: &a\n  b: c\nlists: *a\n",
            "{id: a, number: A 1}\n",
        ],
    )
    def test_what_it_does_not_take_apart(self, text):
        (said,) = refused(text)
        assert "stays as it is" in said
