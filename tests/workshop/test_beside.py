"""What `lint` says of profiles, the catalogue and the correspondence."""

from types import SimpleNamespace

import pytest

from checker.packs.markets import Markets
from checker.text import Text
from checker.workshop.beside import beside_problems
from tests.packs.test_catalogue import WHOLE as CATALOGUE
from tests.packs.test_numbers import entry

PROFILE = "id: house\ntitle: {en: House, zh: 企业}\nstandards: [un-r1]\n"
PAIRS = """\
sources: {s: {title: Notes, seen: secondary}}
pairs:
  - standard: gb-1-2024
    counterpart: un-r1
    kind: comparable
    differs: {en: Other limits., zh: 限值不同。}
    source: s
"""
LIBRARY = SimpleNamespace(
    entries={"un-r1": entry("un-r1", "UN R1")}, markets=Markets({"CN": Text("China", "中国")}, {})
)


@pytest.fixture
def told(tmp_path):
    """Return what writes the three files into a folder and tells what is wrong with them, a line each."""
    (tmp_path / "profiles").mkdir()
    (tmp_path / "catalogue").mkdir()

    def of(profile=PROFILE, catalogue=CATALOGUE, pairs=PAIRS):
        (tmp_path / "profiles" / "house.yaml").write_text(profile, "utf-8")
        (tmp_path / "catalogue" / "cn.yaml").write_text(catalogue, "utf-8")
        (tmp_path / "correspondence.yaml").write_text(pairs, "utf-8")
        problems = [problem.in_("en") for problem in beside_problems(tmp_path, LIBRARY)]
        return [line.removeprefix(f"{tmp_path}/") for line in problems]

    return of


def test_nothing_is_wrong_with_sound_files(told):
    assert told() == []


def test_what_is_wrong_is_told_of_each_file(told):
    lines = told(
        profile=PROFILE.replace("un-r1", "un-r9"), pairs=PAIRS.replace("counterpart: un-r1", "counterpart: x")
    )

    assert [line.partition(":")[0] for line in lines] == ["profiles/house.yaml", "correspondence.yaml"]


def test_the_correspondence_waits_for_the_catalogue(told):
    """Else each of its documents would seem unknown."""
    lines = told(catalogue=CATALOGUE.replace("kind: gb\n", "kind: bg\n"))

    assert [line.partition(":")[0] for line in lines] == ["catalogue/cn.yaml"]


def test_a_folder_without_them_is_sound(tmp_path):
    assert list(beside_problems(tmp_path, LIBRARY)) == []
