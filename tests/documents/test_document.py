import pytest

from checker.documents import Document, dotted, read_documents
from checker.location import Place

TEXT = b"""\
vehicle:
  markets: [CN, DE]
  edition: 5.10
cars:
  - name: a
    seats: 4
  - b
"""


@pytest.fixture
def document(parser: str) -> Document:
    assert parser
    return read_documents(TEXT, "car.yaml")[0]


def test_keys_and_values_have_places(document: Document) -> None:
    assert {path: (place.line, place.column) for path, place in document.keys.items()} == {
        ("vehicle",): (1, 1),
        ("vehicle", "markets"): (2, 3),
        ("vehicle", "markets", 0): (2, 13),
        ("vehicle", "markets", 1): (2, 17),
        ("vehicle", "edition"): (3, 3),
        ("cars",): (4, 1),
        ("cars", 0): (5, 5),
        ("cars", 0, "name"): (5, 5),
        ("cars", 0, "seats"): (6, 5),
        ("cars", 1): (7, 5),
    }
    assert {path: (place.line, place.column) for path, place in document.places.items()} == {
        (): (1, 1),
        ("vehicle",): (2, 3),
        ("vehicle", "markets"): (2, 12),
        ("vehicle", "markets", 0): (2, 13),
        ("vehicle", "markets", 1): (2, 17),
        ("vehicle", "edition"): (3, 12),
        ("cars",): (5, 3),
        ("cars", 0): (5, 5),
        ("cars", 0, "name"): (5, 11),
        ("cars", 0, "seats"): (6, 12),
        ("cars", 1): (7, 5),
    }
    assert document.typed == {("vehicle", "edition"): "5.10", ("cars", 0, "seats"): "4"}


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("vehicle", "markets"), 2, 3),
        (("vehicle", "markets", 1), 2, 17),
        (("vehicle", "markets", 2), 2, 3),
        (("vehicle", "markets", -1), 2, 3),
        (("vehicle", "markets", "x"), 2, 3),
        (("vehicle", "missing", "deeper"), 1, 1),
        (("vehicle", "edition", "below"), 3, 3),
        (("missing",), 1, 1),
        ((), 1, 1),
        (("cars", 0, "seats"), 6, 5),
    ],
)
def test_a_path_that_is_not_there_is_at_its_nearest_parent(
    document: Document, path: tuple, line: int, column: int
) -> None:
    assert document.place(path) == Place("car.yaml", line, column)


def test_the_place_of_a_value(document: Document) -> None:
    assert document.value_place(("vehicle", "edition")) == Place("car.yaml", 3, 12)
    assert document.value_place(("vehicle", "edition", 0)) == Place("car.yaml", 3, 12)
    assert document.value_place(()) == Place("car.yaml", 1, 1)


def test_a_document_does_not_change(document: Document) -> None:
    with pytest.raises(AttributeError, match="frozen"):
        document.number = 2
    assert "vehicle" in repr(document)
    assert "marks" not in repr(document)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("vehicle",), "vehicle"),
        (("vehicle", "markets", 0), "vehicle.markets[0]"),
        (("tests", "t", "runs", 3, "speed_kmh"), "tests.t.runs[3].speed_kmh"),
        ((0, "a", 1, 2), "[0].a[1][2]"),
    ],
)
def test_paths_are_written_with_dots(path: tuple, text: str) -> None:
    assert dotted(path) == text
