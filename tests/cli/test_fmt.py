"""`fmt` as a user runs it: what is written, what is only named, exit codes."""

import io
import sys
from types import SimpleNamespace

import pytest

TIDY = """\
id: a-1-2030
number: A 1-2030
requirements:
  - id: seats
    require: vehicle.seats > 1
"""
UNTIDY = """\
number: 'A 1-2030'
# the id
id: a-1-2030
requirements:
- require: vehicle.seats > 1
  weight: 1
  id: seats
"""


@pytest.fixture
def rules(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tidy.yaml").write_text(TIDY, "utf-8")
    (tmp_path / "untidy.yaml").write_text(UNTIDY, "utf-8")
    return tmp_path


def test_a_file_is_written_again(run, rules):
    ran = run("fmt", "untidy.yaml")

    assert ran == (0, "untidy.yaml\n1 rule file, 1 written again\n", "")
    assert (rules / "untidy.yaml").read_text("utf-8") == f"# the id\n{TIDY}"
    assert run("fmt", "untidy.yaml") == (0, "1 rule file, 0 written again\n", "")


def test_a_file_in_form_is_not_touched(run, rules):
    before = (rules / "tidy.yaml").stat()

    assert run("fmt", "tidy.yaml") == (0, "1 rule file, 0 written again\n", "")
    assert (rules / "tidy.yaml").stat().st_mtime_ns == before.st_mtime_ns
    assert (rules / "tidy.yaml").stat().st_ino == before.st_ino


def test_check_names_files_and_writes_nothing(run, rules):
    ran = run("fmt", "--check", "tidy.yaml", "untidy.yaml")

    assert ran == (1, "untidy.yaml\n2 rule files, 1 not in form\n", "")
    assert (rules / "untidy.yaml").read_text("utf-8") == UNTIDY
    assert run("fmt", "--check", "tidy.yaml").code == 0


@pytest.mark.usefixtures("rules")
def test_in_chinese(run):
    assert run("fmt", "--check", "untidy.yaml", "--lang", "zh").out == (
        "untidy.yaml\n1 个规则文件，1 个格式待整理\n"
    )
    assert run("fmt", "untidy.yaml", "--lang", "zh").out == "untidy.yaml\n1 个规则文件，已整理 1 个\n"


def test_a_bad_file_does_not_stop_the_rest(run, rules):
    (rules / "bad.yaml").write_text("id: [a\n", "utf-8")
    ran = run("fmt", "bad.yaml", "untidy.yaml")

    assert ran.code == 3
    assert ran.out == "untidy.yaml\n2 rule files, 1 written again\n"
    assert ran.err.startswith("bad.yaml:")
    assert (rules / "bad.yaml").read_text("utf-8") == "id: [a\n"


def test_what_is_no_rule_file_stays_as_it_is(run, rules):
    (rules / "car.yaml").write_text("schema:  icv-vehicle/1\n", "utf-8")
    ran = run("fmt", "car.yaml")

    assert (ran.code, ran.err) == (
        3,
        "car.yaml:1:1: this is no rule file (name a file with `requirements:`)\n",
    )
    assert (rules / "car.yaml").read_text("utf-8") == "schema:  icv-vehicle/1\n"


def test_a_name_that_nothing_has(run):
    ran = run("fmt", "gb-44497-2023")

    assert ran.code == 2
    assert "did you mean 'gb-44497-2024'?" in ran.err


def test_an_id_of_a_folder_of_ones_own(run, rules):
    folder = rules / "mine"
    folder.mkdir()
    (folder / "a-1-2030.yaml").write_text(UNTIDY, "utf-8")

    ran = run("fmt", "--check", "--rules", folder, "a-1-2030")
    assert ran == (1, f"{folder}/a-1-2030.yaml\n1 rule file, 1 not in form\n", "")


def test_all_files_of_ones_own_where_none_is_named(run, rules):
    ran = run("fmt", "--rules", rules)

    assert ran.out == f"{rules}/untidy.yaml\n2 rule files, 1 written again\n"


def test_all_shipped_files_where_there_is_no_folder_of_ones_own(run, rules, monkeypatch):
    monkeypatch.setattr("checker.cli.fmt.data_folder", lambda _: str(rules))

    assert run("fmt", "--check").out.endswith("untidy.yaml\n2 rule files, 1 not in form\n")


def test_standard_input(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(UNTIDY.encode())))

    ran = run("fmt", "-")
    assert (ran.code, ran.out) == (0, f"# the id\n{TIDY}")


def test_a_folder_that_takes_no_file(run, rules, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("checker.cli.files.write_whole", full)
    ran = run("fmt", "untidy.yaml")

    assert ran.code == 5
    assert "'untidy.yaml' cannot be written: No space left on device" in ran.err
    assert (rules / "untidy.yaml").read_text("utf-8") == UNTIDY
