"""Files are written whole or not at all."""

import os
import stat

import pytest

import checker.cli.files
from checker.cli.files import write_whole


def test_a_new_file(tmp_path):
    write_whole(tmp_path / "x.pdf", b"data")

    assert (tmp_path / "x.pdf").read_bytes() == b"data"
    assert [path.name for path in tmp_path.iterdir()] == ["x.pdf"]


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_it_has_the_mode_of_any_new_file_of_this_user(mask, mode, tmp_path):
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "x", b"")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_it_keeps_the_mode_of_the_file_whose_place_it_takes(tmp_path):
    (tmp_path / "x").write_bytes(b"confidential")
    (tmp_path / "x").chmod(0o600)
    write_whole(tmp_path / "x", b"new")

    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o600


def test_an_old_file_is_replaced(tmp_path):
    (tmp_path / "x").write_bytes(b"old and longer")
    write_whole(tmp_path / "x", b"new")

    assert (tmp_path / "x").read_bytes() == b"new"


@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
def test_when_it_fails_the_old_file_is_as_it_was(error, tmp_path, monkeypatch):
    (tmp_path / "x").write_bytes(b"old")

    def fail(_):
        raise error

    monkeypatch.setattr(checker.cli.files.os, "fsync", fail)
    with pytest.raises(type(error)):
        write_whole(tmp_path / "x", b"new")

    assert (tmp_path / "x").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(OSError, match="No such file"):
        write_whole(tmp_path / "nowhere" / "x", b"")
