"""Rows are made when somebody asks, and look like any other table."""

import pickle

import pytest

from checker.documents import Source
from checker.location import Place
from checker.model.spec import Stated
from checker.specs.statements import Row, Statements, as_list, as_text
from checker.text import Text

SOURCE = Source("car.yaml", "a: 1\nb: 2\n")
ROWS = {"a": Row(0), "b": Row(5, {"value": 2, "basis": "measured", "ref": "t"}, "2 mph")}


def table(basis: str = "declared") -> Statements:
    return Statements(SOURCE, ROWS, basis)


def test_a_row_is_made_of_what_was_said() -> None:
    assert table("assumed")["a"] == Stated(Place("car.yaml", 1, 1), "assumed")
    assert table()["b"] == Stated(Place("car.yaml", 2, 1), "measured", ("t",), typed="2 mph")


def test_a_row_is_made_once() -> None:
    rows = table()
    assert rows["a"] is rows["a"]


def test_it_is_a_mapping_in_the_order_of_the_file() -> None:
    rows = table()
    assert list(rows) == ["a", "b"]
    assert len(rows) == 2
    assert "a" in rows
    assert "c" not in rows
    assert rows.get("c") is None
    assert [row.place.line for row in rows.values()] == [1, 2]
    assert dict(rows) == rows


def test_what_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        table()["c"]


def test_tables_with_the_same_rows_are_equal() -> None:
    assert table() == table()
    assert table() != table("assumed")


def test_a_table_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(table())) == table()


def test_a_status_has_its_reason() -> None:
    row = Statements(SOURCE, {"a": Row(0, {"status": "withheld", "reason": {"zh": "保密"}})}, "measured")["a"]
    assert (row.status, row.reason, row.basis) == ("withheld", Text("保密", "保密"), "measured")


def test_one_or_several() -> None:
    assert as_list("a") == ("a",)
    assert as_list(["a", "b"]) == ("a", "b")


def test_a_text_that_is_not_there_stays_so() -> None:
    assert as_text(None) is None
    assert as_text("a") == Text("a", "a")


ASSUMED = {
    "plain": Row(0),
    "marked": (0, 1, None),
    "weak": Row(0, {"value": 1, "basis": "assumed"}),
    "strong": Row(0, {"value": 1, "basis": "measured"}),
    "beside": Row(0, {"value": 1, "note": "n"}),
    "none": Row(0, {"status": "unknown"}),
}


@pytest.mark.parametrize(
    ("basis", "expected"),
    [("declared", ("weak",)), ("assumed", ("plain", "marked", "weak", "beside")), ("measured", ("weak",))],
)
def test_the_paths_of_what_is_only_assumed(basis: str, expected: tuple[str, ...]) -> None:
    rows = Statements(SOURCE, ASSUMED, basis)

    assert rows.assumed() == expected
    made = tuple(path for path, row in rows.items() if row.basis == "assumed" and row.status is None)
    assert made == expected
