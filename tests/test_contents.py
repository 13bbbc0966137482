"""Digests of files are those of their bytes, whatever is remembered."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from checker import contents as contents_module
from checker.cache import Cache
from checker.contents import Contents, state_of


class Reader:
    """Reads files and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, path: str) -> bytes:
        self.asked.append(Path(path).name)
        return Path(path).read_bytes()


def digest_of(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files count as old enough at once."""
    monkeypatch.setattr(contents_module, "_SETTLED", -(10**12))


def digests(cache: Cache, read: Reader, *paths: Path, group: str = "rules") -> list[str]:
    found = Contents(cache, group, read)
    result = [found.digest(str(path)) for path in paths]
    found.remember()
    return result


@pytest.mark.usefixtures("settled")
def test_a_file_that_has_not_changed_is_not_read_again(tmp_path, cache):
    file, read = tmp_path / "a", Reader()
    file.write_bytes(b"one")

    for _ in range(3):
        assert digests(cache, read, file) == [digest_of(b"one")]
    assert read.asked == ["a"]


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("content", [b"two", b"longer", b""])
def test_a_changed_file_is_read_again(tmp_path, cache, content):
    file, read = tmp_path / "a", Reader()
    file.write_bytes(b"one")
    digests(cache, read, file)
    time.sleep(0.02)
    file.write_bytes(content)

    assert digests(cache, read, file) == [digest_of(content)]


@pytest.mark.usefixtures("settled")
@pytest.mark.skipif(os.name != "posix", reason="times of change are of POSIX")
def test_a_change_that_hides_its_time_is_seen(tmp_path, cache):
    file, read = tmp_path / "a", Reader()
    file.write_bytes(b"one")
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    digests(cache, read, file)
    time.sleep(0.02)
    file.write_bytes(b"two")
    os.utime(file, ns=times)

    assert digests(cache, read, file) == [digest_of(b"two")]


@pytest.mark.usefixtures("settled")
def test_another_file_in_its_place_is_seen(tmp_path, cache):
    file, other, read = tmp_path / "a", tmp_path / "b", Reader()
    file.write_bytes(b"one")
    other.write_bytes(b"two")
    digests(cache, read, file)
    other.replace(file)

    assert digests(cache, read, file) == [digest_of(b"two")]


def test_a_file_that_was_just_written_is_digested_each_time(tmp_path, cache):
    file, read = tmp_path / "a", Reader()
    file.write_bytes(b"one")
    digests(cache, read, file)
    digests(cache, read, file)

    assert read.asked == ["a", "a"]


@pytest.mark.usefixtures("settled")
def test_groups_do_not_know_each_other(tmp_path, cache):
    file, read = tmp_path / "a", Reader()
    file.write_bytes(b"one")
    for group in ("rules", "words", "rules", "words"):
        digests(cache, read, file, group=group)

    assert read.asked == ["a", "a"]


@pytest.mark.usefixtures("settled")
def test_what_is_no_longer_asked_for_is_forgotten(tmp_path, cache):
    one, two, read = tmp_path / "a", tmp_path / "b", Reader()
    for file in (one, two):
        file.write_bytes(b"x")
    digests(cache, read, one, two)
    digests(cache, read, one)
    digests(cache, read, one, two)

    assert read.asked == ["a", "b", "b"]


def test_a_file_that_is_not_there(tmp_path, cache):
    with pytest.raises(FileNotFoundError):
        digests(cache, Reader(), tmp_path / "none")


def test_without_a_cache_files_are_digested(tmp_path):
    file, read = tmp_path / "a", Reader()
    file.write_bytes(b"one")

    assert digests(Cache(None), read, file) == [digest_of(b"one")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a file, and one in a subfolder."""
    place = tmp_path / "rules"
    (place / "cn").mkdir(parents=True)
    (place / "a").write_bytes(b"one")
    (place / "cn" / "b").write_bytes(b"two")
    return place


@pytest.mark.usefixtures("settled")
def test_the_state_of_a_folder_stays_as_long_as_its_files(folder):
    assert state_of([str(folder)]) == state_of([str(folder)])


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a").write_bytes(b"other"),
        lambda folder: (folder / "cn" / "b").write_bytes(b"twO"),
        lambda folder: (folder / "cn" / "b").unlink(),
        lambda folder: (folder / "cn" / "b").rename(folder / "cn" / "c"),
        lambda folder: (folder / "new").write_bytes(b""),
        lambda folder: os.utime(folder / "a", ns=(1, 1)),
    ],
    ids=["written", "written as long", "removed", "renamed", "new", "touched"],
)
def test_the_state_of_a_folder_changes_with_each_file(change, folder):
    before = state_of([str(folder)])
    change(folder)

    assert state_of([str(folder)]) != before


@pytest.mark.usefixtures("settled")
def test_the_state_of_two_folders_is_not_that_of_one(folder):
    assert state_of([str(folder), str(folder / "cn")]) != state_of([str(folder)])


def test_a_folder_with_a_file_that_was_written_just_now_has_no_state(folder):
    assert state_of([str(folder)]) is None


def test_a_folder_that_is_not_there_has_no_state(tmp_path):
    with pytest.raises(FileNotFoundError):
        state_of([str(tmp_path / "none")])
