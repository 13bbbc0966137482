"""The C parser where PyYAML has it, else its own; and the shape of what they give."""

import sys

import pytest

from checker.documents import from_yaml, read_documents
from checker.documents.pure_parser import PureParser


def test_without_the_c_parser_the_python_one_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    next_event = from_yaml.event_reader("a: 1\n")
    assert isinstance(next_event.__self__, PureParser)
    assert read_documents(b"a: 1.10\n", "car.yaml")[0].data == {"a": 1.1}


@pytest.mark.parametrize(
    "text", ["a: [1, 'x', &y z]\nb: {c: *y}\n", "a: |\n  x\nb: >-\n  y\n  z\n", "- 1\n---\n- 汽车\n...\n"]
)
def test_both_parsers_give_the_same_events_at_the_same_places(text: str) -> None:
    def events(next_event) -> list[tuple]:
        found = []
        while (event := next_event()) is not None:
            found.append((type(event).__name__, event.start_mark.index, getattr(event, "value", None)))
        return found

    usual = from_yaml.event_reader(text)
    assert events(usual) == events(PureParser(text).get_event)


def test_the_start_of_a_document_is_its_first_value(parser) -> None:
    assert parser
    document = read_documents(b"# note\n\n  \nvehicle:\n  level: 3\n", "car.yaml")[0]
    assert str(document.places[()]) == "car.yaml:4:1"
    assert str(document.value_place(("vehicle",))) == "car.yaml:5:3"
