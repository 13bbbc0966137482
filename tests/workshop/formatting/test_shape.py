"""What the schema of rule files says of each part: order, defaults, and which texts are expressions."""

import pytest
import yaml

from checker.documents import read_documents
from checker.workshop.formatting.meaning import meaning_of
from checker.workshop.formatting.page import Lines, is_block, is_literal, moved
from checker.workshop.formatting.shape import shape_of_rule_files

FILE = shape_of_rule_files("s")
REQUIREMENT = FILE.member("requirements").item().of(yaml.compose("{}"))


def at(text, *path):
    """Return the shape of a value of a rule file."""
    shape, node = FILE, yaml.compose(text)
    for key in path:
        if isinstance(key, int):
            node = node.value[key]
            shape = shape.item().of(node)
        else:
            node = next(value for name, value in node.value if name.value == key)
            shape = shape.member(key).of(node)
    return shape


class TestShape:
    def test_the_order_of_keys_is_that_of_the_schema(self):
        assert FILE.rank("id") < FILE.rank("number") < FILE.rank("requirements") < FILE.rank("note")
        assert REQUIREMENT.rank("text") < REQUIREMENT.rank("source") < REQUIREMENT.rank("require")

    def test_what_it_does_not_name_comes_last(self):
        assert FILE.rank("colour") > FILE.rank("note")
        assert FILE.rank("colour") == FILE.rank("shape")

    @pytest.mark.parametrize(
        ("text", "path"),
        [
            ("requirements: [{require: a}]", ("requirements", 0, "require")),
            ("requirements: [{require: [a, b]}]", ("requirements", 0, "require", 1)),
            ("requirements: [{when: a}]", ("requirements", 0, "when")),
            ("applies_when: a", ("applies_when",)),
            ("let: {a: b}", ("let", "a")),
            ("dates: [{when: a}]", ("dates", 0, "when")),
            ("dates: {when: a}", ("dates", "when")),
        ],
    )
    def test_expressions(self, text, path):
        assert at(text, *path).is_expression()

    @pytest.mark.parametrize(
        ("text", "path"),
        [
            ("requirements: [{text: {en: a}}]", ("requirements", 0, "text", "en")),
            ("requirements: [{for_each: tests}]", ("requirements", 0, "for_each")),
            (
                "requirements: [{examples: {pass: [{when: a}]}}]",
                ("requirements", 0, "examples", "pass", 0, "when"),
            ),
            ("colour: a", ("colour",)),
        ],
    )
    def test_no_expressions(self, text, path):
        assert not at(text, *path).is_expression()

    def test_requirements(self):
        assert REQUIREMENT.is_requirement()
        assert not FILE.is_requirement()

    def test_clauses_and_series_are_quoted(self):
        assert FILE.is_quoted("series")
        assert REQUIREMENT.is_quoted("clause")
        assert at("outline: [{clause: a}]", "outline", 0).is_quoted("clause")
        assert not at("example_base: {clause: a}", "example_base").is_quoted("clause")

    @pytest.mark.parametrize(
        ("key", "value", "is_it"),
        [
            ("weight", "1", True),
            ("weight", "2", False),
            ("obligation", "shall", True),
            ("confidence", "high", True),
            ("confidence", "low", False),
            ("source", "s", True),
            ("source", "t", False),
            ("clause", "1", False),
        ],
    )
    def test_defaults_of_a_requirement(self, key, value, is_it):
        siblings = {key: yaml.compose(value)}
        assert REQUIREMENT.is_default(key, siblings) is is_it

    def test_a_list_is_no_default(self):
        assert not REQUIREMENT.is_default("source", {"source": yaml.compose("[s]")})

    def test_what_a_table_does_beyond_its_rows(self):
        table = at("tables: {a: {beyond: unknown}}", "tables", "a")
        assert table.is_default("beyond", {"beyond": yaml.compose("unknown")})
        assert not table.is_default("beyond", {"beyond": yaml.compose("hold")})


class TestMeaning:
    def of(self, text):
        return meaning_of(read_documents(text.encode(), "a.yaml")[0])

    def test_defaults_say_nothing(self):
        assert self.of("requirements: [{id: a, weight: 1, confidence: high}]") == self.of(
            "requirements: [{id: a}]"
        )

    def test_nor_does_the_only_source(self):
        one = "sources: {s: {title: T}}\n"
        assert self.of(f"{one}requirements: [{{source: s}}]") == self.of(f"{one}requirements: [{{}}]")
        two = "sources: {s: {title: T}, t: {title: U}}\n"
        assert self.of(f"{two}requirements: [{{source: s}}]") != self.of(f"{two}requirements: [{{}}]")

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("requirements: [{weight: 2}]", "requirements: [{}]"),
            ("requirements: [{weight: true}]", "requirements: [{}]"),
            ("let: {a: b}", "let: {a: c}"),
            ("lists: {a: [1, 2]}", "lists: {a: [2, 1]}"),
            ("lists: {a: ['1']}", "lists: {a: [1]}"),
            ("example_base: {weight: 1}", "example_base: {}"),
        ],
    )
    def test_all_else_does(self, one, other):
        assert self.of(one) != self.of(other)

    def test_a_clause_is_the_text_that_was_typed(self):
        assert self.of("requirements: [{clause: 5.10}]") == self.of("requirements: [{clause: '5.10'}]")
        assert self.of("requirements: [{clause: 5.10}]") != self.of("requirements: [{clause: '5.1'}]")

    def test_an_expression_has_no_end_of_line(self):
        assert self.of("let:\n  a: |\n    b\n") == self.of("let: {a: b}")


class TestLines:
    TEXT = "a: |\n  x\n\n  y\n\n# c\nb:\n  - c: d\n    e: [f,\n      g]\n  - 'h\n    i'\nj:\nk: {l: m}  # n\n"

    def value(self, *path):
        node = yaml.compose(self.TEXT)
        for key in path:
            node = node.value[key] if isinstance(key, int) else {k.value: v for k, v in node.value}[key]
        return node

    @pytest.mark.parametrize(
        ("path", "last"),
        [(("a",), 3), (("b",), 11), (("b", 0), 9), (("b", 0, "e"), 9), (("j",), 12), (("k",), 13)],
    )
    def test_where_a_value_ends(self, path, last):
        assert Lines(self.TEXT).last_of(self.value(*path), 12 if path == ("j",) else 0) == last

    def test_comments_behind_a_value(self):
        assert Lines(self.TEXT).after(self.value("k")) == "  # n"
        assert Lines(self.TEXT).after(self.value("b", 1)) == ""

    def test_kinds_of_nodes(self):
        assert is_literal(self.value("a"))
        assert is_block(self.value("b"))
        assert not is_block(self.value("k"))
        assert not is_literal(self.value("b", 1))

    def test_lines_move(self):
        assert moved("  a", 2) == "    a"
        assert moved("    a", -2) == "  a"
        assert moved("  a", -4) == "a"
        assert moved("   ", 2) == ""
