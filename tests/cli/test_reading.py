"""Names on the command line and the bytes behind them."""

import io
import os
from types import SimpleNamespace

import pytest

import checker.cli.reading
from checker.cli.reading import form_of, named_files, read_file, shown_as
from checker.documents.limits import MAX_BYTES
from checker.errors import Invalid


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml", "c.json", "notes.txt"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "d.yaml").write_bytes(b"d")
    return tmp_path


def refusal(name):
    with pytest.raises(Invalid) as caught:
        read_file(name)
    (problem,) = caught.value.problems
    return problem.in_("en")


def test_a_file():
    assert read_file("a.yaml") == b"a.yaml"


def test_of_a_huge_file_only_the_beginning_is_read(here):
    with (here / "huge.yaml").open("wb") as file:
        file.truncate(MAX_BYTES * 2)

    assert len(read_file("huge.yaml")) == MAX_BYTES + 1
    assert len(read_file("huge.yaml", MAX_BYTES * 3)) == MAX_BYTES * 2


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("aa.yaml", "aa.yaml:1:1: there is no such file (did you mean 'a.yaml'?)"),
        ("sub/e.yaml", "sub/e.yaml:1:1: there is no such file (did you mean 'sub/d.yaml'?)"),
        ("sub\\d.yaml", "sub\\d.yaml:1:1: there is no such file (did you mean 'sub/d.yaml'?)"),
        ("sub", "sub:1:1: this is a folder, not a file (name the files in it: sub/*.yaml)"),
    ],
)
@pytest.mark.skipif(os.sep != "/", reason="slashes of POSIX")
def test_what_is_not_there(name, says):
    assert refusal(name) == says


@pytest.mark.parametrize("name", ["zzzzzz", "nowhere/x.yaml", "a.yaml/x"])
def test_where_nothing_is_alike_the_current_folder_is_named(name, here):
    assert refusal(name) == f"{name}:1:1: there is no such file (the current folder is {here})"


def test_a_pattern_without_files(here):
    assert refusal("*.xml") == f"*.xml:1:1: no file fits this pattern (the current folder is {here})"


def test_a_name_that_cannot_be():
    assert "there is no such file" in refusal("a\0b")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(here):
    (here / "a.yaml").chmod(0)

    assert "you may not read this file" in refusal("a.yaml")


def test_other_errors_are_told_as_the_system_says_them(monkeypatch):
    def broken(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(checker.cli.reading, "open", broken, raising=False)

    assert refusal("a.yaml") == "a.yaml:1:1: cannot be read: Input/output error"


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"x: 1")))

    assert read_file("-") == b"x: 1"
    assert shown_as("-") == "<stdin>"


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("-", b'{"a": 1}', "json"),
        ("-", b"\xef\xbb\xbf \n\t{", "json"),
        ("-", b"[", "json"),
        ("-", b"a: {b: 1}", "yaml"),
        ("-", b"", "yaml"),
        ("x.json", b"a: 1", "json"),
        ("X.JSON", b"", "json"),
        ("x.yaml", b"{}", "yaml"),
        ("x", b"{}", "yaml"),
    ],
)
def test_form_of(name, data, form):
    assert form_of(name, data) == form


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.yaml", "-"], ["a.yaml", "-"]),
        (["b.yaml", "a.yaml"], ["b.yaml", "a.yaml"]),
        (["*.yaml"], ["a.yaml", "b.yaml"]),
        (["[ab].yaml"], ["a.yaml", "b.yaml"]),
        (["**/d.yaml"], ["sub/d.yaml"]),
        (["*.xml"], ["*.xml"]),
    ],
)
@pytest.mark.skipif(os.sep != "/", reason="slashes of POSIX")
def test_named_files(names, expected):
    assert list(named_files(names)) == expected


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(here):
    (here / "[ab].yaml").write_bytes(b"")

    assert list(named_files(["[ab].yaml"])) == ["[ab].yaml"]
