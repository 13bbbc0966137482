"""Data that were made, not read, can be laid over others and loaded like a file."""

from checker.documents import Source, read_documents
from checker.specs.extending import Extended
from checker.specs.laying import lay_over
from checker.specs.loading import resolve
from checker.specs.marks import document_of, shifted
from tests.specs.specimens import HEAD, schema, standard_ids

MADE = {"sensors": {"a": {"type": "lidar", "range_m": {"value": 1, "unit": "km"}}}, "spec_version": "1"}


def test_all_of_it_stands_at_one_place() -> None:
    document = document_of(MADE, Source("rule.yaml", "one\ntwo\n"), 4)
    assert document.data == MADE
    assert {str(place) for place in document.places.values()} == {"rule.yaml:2:1"}
    assert str(document.place(("sensors", "a", "range_m", "value"))) == "rule.yaml:2:1"


def test_it_is_laid_over_a_file_and_resolved() -> None:
    base = read_documents(HEAD.encode(), "car.yaml")[0]
    whole = lay_over(base, document_of(MADE, Source("rule.yaml", "")), schema().root)
    (spec,) = resolve(Extended(whole, "sha256:0", ()), schema=schema(), standard_ids=standard_ids)
    assert spec.values["sensors"]["a"]["range_m"] == 1000.0
    assert spec.stated["sensors.a.range_m"].place.file == "rule.yaml"
    assert spec.stated["vehicle.id"].place.file == "car.yaml"


def test_shifting_moves_every_mark() -> None:
    marks = (1, 2, {"a": (3, 4, [(5, 6, "1.0"), (7, 8, None)])})
    assert shifted(marks, 10) == (11, 12, {"a": (13, 14, [(15, 16, "1.0"), (17, 18, None)])})


def test_made_lists_have_items_with_places() -> None:
    document = document_of({"a": [1, [2]]}, Source("rule.yaml", "x"))
    assert document.place(("a", 1, 0)).line == 1
