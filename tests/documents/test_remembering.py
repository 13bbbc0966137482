"""Documents that were read before are what they were, and only what was read is remembered."""

from pathlib import Path

import pytest

from checker.cache import Cache
from checker.documents import read_documents, remembering
from checker.documents.remembering import RememberedDocuments
from checker.errors import Invalid
from checker.location import Place

EXAMPLES = Path(__file__).parents[2] / "examples"
TWO = b"a: 1.10\nb: [x, {c: NO}]\n---\nd: &x [1, 2]\ne: *x\n"
JSON = b'{"a": [1, 2.5, null, true, "\xe8\xbd\xa6"]}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def no_parsing(monkeypatch: pytest.MonkeyPatch):
    """Return a function after which nothing may be parsed."""

    def refuse(*_args, **_kwargs):
        raise AssertionError("parsed again")

    return lambda: monkeypatch.setattr(remembering, "read_documents", refuse)


def reader(folder: Path | None) -> RememberedDocuments:
    return RememberedDocuments(Cache(folder))


FILES = [file.relative_to(EXAMPLES).as_posix() for file in sorted(EXAMPLES.rglob("*.yaml"))]


@pytest.mark.parametrize("name", FILES)
def test_every_example_is_recalled_as_it_was_read(name, folder, no_parsing):
    data = (EXAMPLES / name).read_bytes()
    expected = read_documents(data, name)
    assert reader(folder).read(data, name) == expected
    no_parsing()

    assert reader(folder).read(data, name) == expected


@pytest.mark.parametrize(
    ("data", "hint"), [(TWO, "yaml"), (JSON, "json"), (b"\xef\xbb\xbfa: b\r\nc: d", "yaml")]
)
def test_values_places_and_types_are_recalled(data, hint, folder, no_parsing):
    expected = read_documents(data, "f", name_hint=hint)
    reader(folder).read(data, "f", name_hint=hint)
    no_parsing()

    found = reader(folder).read(data, "f", name_hint=hint)

    assert found == expected
    assert [d.typed for d in found] == [d.typed for d in expected]
    assert [d.places for d in found] == [d.places for d in expected]
    assert [list(map(type, d.data.values())) for d in found] == [
        list(map(type, d.data.values())) for d in expected
    ]


def test_the_same_bytes_under_another_name_have_places_in_that_file(folder):
    reader(folder).read(TWO, "one.yaml")

    _, second = reader(folder).read(TWO, "two.yaml")

    assert second.place(("d",)) == Place("two.yaml", 4, 1)


def test_the_form_of_a_file_matters(folder):
    reader(folder).read(b"{a: 1}", "f")
    with pytest.raises(Invalid):
        reader(folder).read(b"{a: 1}", "f", name_hint="json")


def test_what_is_recalled_is_its_reader_s_own(folder):
    reader(folder).read(TWO, "f")
    documents = reader(folder)
    first, again = documents.read(TWO, "f")[1], documents.read(TWO, "f")[1]
    first.data["d"].append(3)

    assert again.data == {"d": [1, 2], "e": [1, 2]}
    assert first.data["e"] == [1, 2]


def test_what_is_wrong_is_told_every_time(folder):
    for _ in range(2):
        with pytest.raises(Invalid, match="stands here again"):
            reader(folder).read(b"a: 1\na: 2\n", "f")


def test_without_a_folder_nothing_is_remembered():
    assert reader(None).read(TWO, "f") == read_documents(TWO, "f")


def test_of_very_many_files_only_the_first_are_remembered(folder, monkeypatch):
    monkeypatch.setattr(remembering, "MOST", 2)
    documents = reader(folder)
    for number in range(4):
        documents.read(f"a: {number}".encode(), "f")

    assert len(list(folder.iterdir())) == 2


def test_damaged_memory_is_read_anew(folder):
    reader(folder).read(TWO, "f")
    for file in folder.iterdir():
        file.write_bytes(b"damaged")

    assert reader(folder).read(TWO, "f") == read_documents(TWO, "f")
