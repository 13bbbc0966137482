"""Tables and lists of a standard."""

import pytest

from checker.documents import read_documents
from checker.model.standard import Table
from checker.packs.tables import list_problems, read_table, table_problems


def check(yaml: str, find):
    (document,) = read_documents(yaml.encode(), "rule.yaml", name_hint="yaml")
    return [problem.in_("en") for problem in find(document, document.data["it"], ("it",))]


def table(columns: str, *rows: str) -> str:
    return f"it:\n  columns: {columns}\n  rows:\n" + "".join(f"    - {row}\n" for row in rows)


@pytest.mark.parametrize(
    "yaml",
    [
        table("{speed_kmh: linear, gap_s: value}", "[10, 1]", "[20, 2.5]"),
        table("{category: exact, gap_s: value}", "[N1, 1]", "[M1, 2]"),
        table(
            "{category: exact, speed_kmh: next_higher, gap_s: value}",
            "[N1, 20, 1]",
            "[M1, 10, 2]",
            "[M1, 20, 2]",
        ),
        table("{speed_kmh: unstated, a: value, b: value}", "[10, x, true]"),
    ],
)
def test_good_tables(yaml):
    assert check(yaml, table_problems) == []


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        (
            table("{speed_kmh: linear, gap_s: exact}", "[10, 1]"),
            "rule.yaml:2:12: the table has no result column (say `value` for the column that is looked up)",
        ),
        (
            table("{speed_kmh: value, gap_s: value}", "[10, 1]"),
            "rule.yaml:2:12: the table has no key column (say how the key columns match: exact, linear ...)",
        ),
        (
            table("{speed_kmh: linear, gap_s: value}", "[10, 1]", "[10]"),
            "rule.yaml:5:7: the row has 1 cells, the table 2 columns (give one cell per column)",
        ),
        (
            table("{speed_kmh: linear, gap_s: value}", "[ten, 1]"),
            (
                "rule.yaml:4:8: 'ten' in the column 'speed_kmh' is not a number; linear reads between numbers"
                " (say `exact` for text)"
            ),
        ),
        (
            table("{speed_kmh: next_higher, gap_s: value}", "[true, 1]"),
            (
                "rule.yaml:4:8: 'True' in the column 'speed_kmh' is not a number;"
                " next_higher reads between numbers (say `exact` for text)"
            ),
        ),
        (
            table("{category: exact, gap_s: value}", "[M1, 1]", "[N1, 1]", "[M1, 2]"),
            "rule.yaml:6:7: row 3 has the key of row 1 (keep one of them)",
        ),
        (
            table("{speed_kmh: linear, gap_s: value}", "[20, 1]", "[10, 2]"),
            "rule.yaml:5:8: 10 comes after 20 (sort the rows upwards)",
        ),
    ],
)
def test_bad_tables(yaml, expected):
    assert check(yaml, table_problems) == [expected]


@pytest.mark.parametrize(
    "yaml",
    [
        "it: {columns: {a: exact, b: value}, rows: [[[x], 1]]}",
        "it: 3",
        "it: {columns: [a], rows: []}",
        "it: {columns: {a: exact}, rows: [3]}",
        "it: {}",
    ],
)
def test_what_has_the_wrong_shape_is_the_schemas_business(yaml):
    assert check(yaml, table_problems) == []


def test_a_table_of_the_model():
    data = {"columns": {"v": "linear", "c": "exact", "g": "value"}, "rows": [[1, "a", 2.5]]}

    assert read_table(data) == Table(("v", "c", "g"), ((1, "a", 2.5),), ("linear", "exact", None), "unknown")
    assert read_table(data | {"beyond": "hold"}).beyond == "hold"


@pytest.mark.parametrize("items", ["[a, b]", "[1, 2.5]", "[true, false]", "[]", "3"])
def test_good_lists(items):
    assert check(f"it: {items}", list_problems) == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("[a, 5.10]", "rule.yaml:1:9: '5.1' is a number, the first item is text"),
        ("[1, true]", "rule.yaml:1:9: 'True' is true or false, the first item is a number"),
        ("[a, [b]]", "rule.yaml:1:9: '['b']' is neither text nor number, the first item is text"),
    ],
)
def test_a_list_is_of_one_kind(items, expected):
    (found,) = check(f"it: {items}", list_problems)
    assert found.startswith(expected)
