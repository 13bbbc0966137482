from collections.abc import Callable

import pytest

from checker.documents import Document, from_yaml, read_documents
from checker.documents.pure_parser import PureParser
from checker.errors import Invalid


@pytest.fixture(params=["c", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both parsers that a PyYAML can have."""
    if request.param == "python":
        monkeypatch.setattr(from_yaml, "event_reader", lambda text: PureParser(text).get_event)
    return request.param


@pytest.fixture
def read(parser: str) -> Callable[[str | bytes], Document]:
    assert parser

    def read_one(text: str | bytes) -> Document:
        data = text.encode() if isinstance(text, str) else text
        (document,) = read_documents(data, "car.yaml")
        return document

    return read_one


@pytest.fixture
def problems(parser: str) -> Callable[[str | bytes], list[str]]:
    assert parser

    def refused(text: str | bytes) -> list[str]:
        data = text.encode() if isinstance(text, str) else text
        with pytest.raises(Invalid) as caught:
            read_documents(data, "car.yaml")
        for problem in caught.value.problems:
            assert problem.mend is not None
            assert "\n" not in problem.in_("both")
            assert any("\u4e00" <= character <= "\u9fff" for character in problem.what.zh)
        return [problem.in_("en") for problem in caught.value.problems]

    return refused
