"""How many cores a process may use: no more than its container gives it."""

import os

import pytest

from checker.rendering.printing import cores


@pytest.fixture
def on_four(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 5}, raising=False)
    monkeypatch.setattr(cores, "QUOTA", tmp_path / "cpu.max")
    return tmp_path / "cpu.max"


@pytest.mark.parametrize(
    ("quota", "free"),
    [
        ("max 100000", 4),
        ("200000 100000", 2),
        ("150000 100000", 2),
        ("50000 100000", 1),
        ("900000 100000", 4),
        ("", 4),
        ("100000 0", 4),
        ("0 100000", 1),
    ],
)
def test_a_quota_of_a_container_holds(on_four, quota, free):
    on_four.write_text(quota)
    assert cores.free_cores() == free


def test_without_a_quota_affinity_holds(on_four):
    assert not on_four.exists()
    assert cores.free_cores() == 4


def test_where_there_is_no_affinity_all_cores_are_free(on_four, monkeypatch):
    assert not on_four.exists()
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert cores.free_cores() == 3
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert cores.free_cores() == 1
