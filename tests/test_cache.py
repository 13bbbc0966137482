import os
import stat
import threading
from pathlib import Path

import pytest

from checker import cache as cache_module
from checker.cache import Cache

posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes are of POSIX")


class Maker:
    """Makes source and counts how often it was asked."""

    def __init__(self, source: str = "answer = 42") -> None:
        self.source = source
        self.asked = 0

    def __call__(self) -> str:
        self.asked += 1
        return self.source


def run(code) -> dict:
    names: dict = {}
    exec(code, names)
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "icv-checker"


def entries(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_source_is_made_once(folder: Path) -> None:
    make = Maker()
    for _ in range(3):
        assert run(Cache(folder).code("pack", make))["answer"] == 42
    assert make.asked == 1
    assert len(entries(folder)) == 1


def test_without_a_folder_nothing_is_remembered() -> None:
    make = Maker()
    cache = Cache(None)
    assert cache.folder is None
    for _ in range(2):
        assert run(cache.code("pack", make))["answer"] == 42
    assert make.asked == 2


def test_each_key_has_its_own_code(folder: Path) -> None:
    cache = Cache(folder)
    assert run(cache.code("a", Maker("answer = 1")))["answer"] == 1
    assert run(cache.code("b", Maker("answer = 2")))["answer"] == 2
    assert run(cache.code("a", Maker("answer = 3")))["answer"] == 1


@pytest.mark.parametrize("changed", ["version", "python", "edited"])
def test_another_program_or_python_makes_it_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    Cache(folder).code("pack", Maker("answer = 1"))
    if changed == "version":
        monkeypatch.setattr(cache_module, "__version__", "99")
    elif changed == "python":
        monkeypatch.setattr(cache_module.sys, "hexversion", 1)
    else:
        monkeypatch.setattr(cache_module, "_edited", lambda: 7)
    assert run(Cache(folder).code("pack", Maker("answer = 2")))["answer"] == 2


def test_an_edit_in_a_checkout_is_seen(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    module = tmp_path / "inner" / "module.py"
    module.write_text("")
    (tmp_path / "data.yaml").write_text("")
    os.utime(module, ns=(5, 5))
    assert cache_module._newest(str(tmp_path)) == 5
    os.utime(module, ns=(9, 9))
    assert cache_module._newest(str(tmp_path)) == 9


def test_what_is_installed_is_not_searched_for_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "data_folder", lambda _: str(tmp_path / "standards"))
    assert cache_module._edited() == 0


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data[:20],
        lambda data: data + b"x",
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: bytes([data[0] ^ 1]) + data[1:],
        lambda data: os.urandom(len(data)),
    ],
    ids=["empty", "cut", "head only", "longer", "code", "digest", "noise"],
)
def test_a_damaged_file_is_made_again(folder: Path, damage) -> None:
    Cache(folder).code("pack", Maker())
    (file,) = entries(folder)
    file.write_bytes(damage(file.read_bytes()))
    make = Maker()
    assert run(Cache(folder).code("pack", make))["answer"] == 42
    assert make.asked == 1
    Cache(folder).code("pack", make)
    assert make.asked == 1, "the mended file is read again"


@pytest.mark.parametrize("payload", [b"i\x07\x00\x00\x00", b"", b"\xff\xff", b"c"])
def test_a_whole_file_that_is_no_code_is_made_again(folder: Path, payload: bytes) -> None:
    Cache(folder).code("pack", Maker())
    (file,) = entries(folder)
    file.write_bytes(cache_module._check(payload) + payload)
    assert run(Cache(folder).code("pack", Maker()))["answer"] == 42


def test_what_make_source_raises_is_passed_on_and_leaves_nothing(folder: Path) -> None:
    def fail() -> str:
        raise LookupError("no source")

    with pytest.raises(LookupError, match="no source"):
        Cache(folder).code("pack", fail)
    with pytest.raises(SyntaxError):
        Cache(folder).code("pack", lambda: "no python (")
    assert entries(folder) == []


@posix
def test_the_folder_and_its_files_are_closed_to_others(folder: Path) -> None:
    Cache(folder).code("pack", Maker())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in entries(folder)} == {0o600}


@posix
@pytest.mark.parametrize("mode", [0o755, 0o750, 0o770, 0o777, 0o701])
def test_a_folder_open_to_others_is_not_used(folder: Path, mode: int) -> None:
    folder.mkdir(parents=True)
    folder.chmod(mode)
    cache = Cache(folder)
    assert cache.folder is None
    assert run(cache.code("pack", Maker()))["answer"] == 42
    assert entries(folder) == []


@posix
def test_a_folder_of_somebody_else_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir(parents=True, mode=0o700)
    monkeypatch.setattr(cache_module.os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert Cache(folder).folder is None


@posix
def test_a_link_is_not_used(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.mkdir(mode=0o700)
    folder.parent.mkdir()
    folder.symlink_to(target)
    assert Cache(folder).folder is None


@posix
def test_a_folder_that_anybody_may_replace_is_not_used(folder: Path) -> None:
    folder.parent.mkdir()
    folder.parent.chmod(0o777)
    assert Cache(folder).folder is None
    folder.parent.chmod(0o1777)
    assert Cache(folder).folder == str(folder)


def test_a_file_in_the_place_of_the_folder_is_not_used(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    for folder in (file, file / "below"):
        cache = Cache(folder)
        assert cache.folder is None
        assert run(cache.code("pack", Maker()))["answer"] == 42
    assert file.read_text() == "mine"


def test_what_cannot_be_written_is_made_each_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args, **_kwargs) -> int:
        raise PermissionError("read-only")

    cache = Cache(folder)
    monkeypatch.setattr(cache_module.os, "open", refuse)
    make = Maker()
    for _ in range(2):
        assert run(cache.code("pack", make))["answer"] == 42
    assert make.asked == 2


def test_a_full_disk_leaves_no_draft(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(folder)

    def refuse(*_args) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache_module.os, "replace", refuse)
    assert run(cache.code("pack", Maker()))["answer"] == 42
    assert entries(folder) == []


def test_a_draft_that_cannot_be_removed_does_no_harm(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(folder)

    def refuse(*_args, **_kwargs) -> None:
        raise PermissionError("busy")

    monkeypatch.setattr(cache_module.os, "replace", refuse)
    monkeypatch.setattr(cache_module.os, "unlink", refuse)
    assert run(cache.code("pack", Maker()))["answer"] == 42


def test_a_folder_that_vanishes_does_no_harm(folder: Path) -> None:
    cache = Cache(folder)
    folder.rmdir()
    assert run(cache.code("pack", Maker()))["answer"] == 42


def test_what_is_very_large_is_not_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_MAX_BYTES", 100)
    Cache(folder).code("pack", Maker(f"answer = {'x' * 200!r}"))
    assert entries(folder) == []


def test_the_oldest_are_forgotten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_MAX_ENTRIES", 3)
    cache = Cache(folder)
    for number in range(6):
        cache.code(f"pack {number}", Maker())
        os.utime(cache._path(f"pack {number}"), ns=(number * 10**9, number * 10**9))
    make = Maker()
    cache.code("pack 0", make)
    assert make.asked == 1
    assert len(entries(folder)) <= 3


def test_many_writers_and_readers_agree(folder: Path) -> None:
    failures: list[str] = []

    def work(number: int) -> None:
        for turn in range(20):
            key = turn % 4
            names = run(Cache(folder).code(f"pack {key}", Maker(f"answer = {key}")))
            if names["answer"] != key:
                failures.append(f"{number} {turn}")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(entries(folder)) == 4


def test_a_folder_of_windows_must_lie_in_the_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    inside = home / "AppData" / "icv-checker"
    outside = tmp_path / "shared"
    for path in (inside, outside):
        path.mkdir(parents=True)
    monkeypatch.setenv("HOME" if os.name == "posix" else "USERPROFILE", str(home))
    assert cache_module._in_profile(str(inside))
    assert not cache_module._in_profile(str(outside))
    assert not cache_module._in_profile(str(home / "missing"))
    if os.name == "posix":
        (home / "link").symlink_to(outside)
        assert not cache_module._in_profile(str(home / "link"))


DATA = [("a", 1, 2.5, None, True), {"b": ["中", []]}]


def test_plain_data_are_kept(folder: Path) -> None:
    Cache(folder).keep("data", DATA)

    assert Cache(folder).recall("data") == DATA
    assert Cache(folder).recall("other") is None
    assert Cache(None).recall("data") is None


def test_data_under_a_key_of_code_are_no_code(folder: Path) -> None:
    Cache(folder).keep("pack", DATA)

    assert run(Cache(folder).code("pack", Maker()))["answer"] == 42


def test_a_part_has_a_folder_of_its_own(folder: Path) -> None:
    whole = Cache(folder)
    whole.part("specs").keep("data", DATA)

    assert whole.recall("data") is None
    assert Cache(folder / "specs").recall("data") == DATA
    assert Cache(None).part("specs").folder is None
