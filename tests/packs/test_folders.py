"""Which files of a folder are rule files."""

import pytest

from checker.bundled import bundled
from checker.errors import Invalid
from checker.packs import folders
from checker.packs.folders import read_markets_file, read_rule_files, shown_as


def fill(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


def shown(*given):
    return [file.shown for file in read_rule_files(given)]


def test_rule_files_lie_in_the_folder_and_below_it(tmp_path):
    fill(tmp_path, "house.yaml", "cn/b.yaml", "cn/a.yml", "un/r/c.yaml")

    assert shown(tmp_path) == [
        f"{tmp_path}/{name}" for name in ("cn/a.yml", "cn/b.yaml", "house.yaml", "un/r/c.yaml")
    ]


def test_what_holds_no_rules_is_passed_over(tmp_path):
    fill(
        tmp_path,
        "markets.yaml",
        "units.yaml",
        "schema/standard.schema.json",
        "vehicle/vehicle.yaml",
        "profiles/p.yaml",
        "cn/README.md",
        ".git/x.yaml",
        "cn/.a.yaml.swp.yaml",
    )

    assert shown(tmp_path) == []


def test_several_folders_one_behind_the_other(tmp_path):
    one, two = fill(tmp_path / "one", "b.yaml"), fill(tmp_path / "two", "a.yaml")

    assert shown(one, two) == [f"{one}/b.yaml", f"{two}/a.yaml"]


def test_a_file_is_read_with_its_digest(tmp_path):
    (file,) = read_rule_files([fill(tmp_path, "a.yaml")])

    assert file.data == b"a.yaml"
    assert file.digest.startswith("sha256:")
    assert file.path == str(tmp_path / "a.yaml")


def test_the_shipped_folder_is_called_standards_wherever_it_is():
    assert shown_as(bundled("standards")) == "standards"
    assert all(name.startswith("standards/") for name in shown(bundled("standards")))
    assert read_markets_file(bundled("standards")).shown == "standards/markets.yaml"


def test_a_folder_that_is_not_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Invalid) as caught:
        read_rule_files([tmp_path / "none"])

    assert [problem.in_("zh") for problem in caught.value.problems] == [
        f"{tmp_path}/none:1:1: 没有这个文件或文件夹（当前文件夹为 {tmp_path}）"
    ]


def test_a_rule_file_in_place_of_its_folder(tmp_path):
    fill(tmp_path, "ours/a.yaml")
    with pytest.raises(Invalid) as caught:
        read_rule_files([tmp_path / "ours" / "a.yaml"])

    says = f"this is a file, not a folder (name the folder that it is in: {tmp_path}/ours)"
    assert [problem.in_("en") for problem in caught.value.problems] == [f"{tmp_path}/ours/a.yaml:1:1: {says}"]


def test_files_that_cannot_be_read_are_all_told(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "gone")

    with pytest.raises(Invalid) as caught:
        read_rule_files([tmp_path])

    assert [problem.place.file for problem in caught.value.problems] == [
        f"{tmp_path}/a.yaml",
        f"{tmp_path}/b.yaml",
    ]


def test_a_file_that_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "_MAX_BYTES", 3)

    with pytest.raises(Invalid, match="larger than"):
        read_rule_files([fill(tmp_path, "a.yaml")])


def test_a_link_to_a_folder_above_does_not_go_round_for_ever(tmp_path):
    fill(tmp_path, "cn/a.yaml")
    (tmp_path / "cn" / "up").symlink_to(tmp_path)

    assert shown(tmp_path) == [f"{tmp_path}/cn/a.yaml"]


def test_markets_that_are_not_there(tmp_path):
    with pytest.raises(Invalid, match=r"markets\.yaml:1:1: there is no such file"):
        read_markets_file(tmp_path)


def test_a_file_that_changes_before_it_is_read_is_refused(tmp_path):
    (file,) = read_rule_files([fill(tmp_path, "a.yaml")])
    (tmp_path / "a.yaml").write_text("other")

    with pytest.raises(Invalid, match="changed just now"):
        _ = file.data
