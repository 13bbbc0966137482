"""`lint` and `verify-rules` as a user runs them: exit codes, streams and files."""

import shutil
from pathlib import Path

import pytest
import yaml

from checker.cli.main import main

MODELS = Path(__file__).parent / "data" / "packs"
STANDARD = "example-100-2030"
WHO = ["--by", "Li", "--on", "2026-11-20", "--edition", "first print"]


@pytest.fixture
def rules(tmp_path):
    """Return a folder with the model files."""
    folder = tmp_path / "rules"
    shutil.copytree(MODELS, folder)
    return folder


@pytest.fixture
def run(rules, capsys):
    """Return what runs a command with these rules: (exit code, output, complaints)."""

    def ran(*arguments):
        code = main([*arguments, "--rules", str(rules)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return ran


@pytest.fixture
def profile(tmp_path):
    file = tmp_path / "ours.yaml"
    file.write_text("# our house\nid: ours\ntitle: {en: Ours, zh: 我们的}\n", "utf-8")
    return file


def changed(rules, old, new):
    file = rules / f"{STANDARD}.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return file


class TestLint:
    def test_tidy_files(self, run):
        assert run("lint", STANDARD, "example-levels") == (0, "2 rule files, 0 things to mend\n", "")

    def test_untidy_files(self, run, rules):
        file = changed(rules, "let:\n", "let:\n  spare: vehicle.seats > 4\n")
        code, out, err = run("lint", STANDARD)

        assert (code, out) == (1, "1 rule file, 1 thing to mend\n")
        assert err.startswith(f"{file}:")
        assert err.endswith(": the named expression 'spare' is used nowhere (use it, or delete it)\n")

    def test_a_file_by_its_path(self, run, rules):
        assert run("lint", str(rules / f"{STANDARD}.yaml"))[0] == 0

    def test_a_file_of_no_folder_of_rules_brings_its_own(self, run, tmp_path):
        folder = tmp_path / "more"
        folder.mkdir()
        text = (MODELS / "example-levels.yaml").read_text("utf-8").replace("example-levels", "other-levels")
        (folder / "other-levels.yaml").write_text(text.replace("EX 200-2030", "EX 201-2030"), "utf-8")

        assert run("lint", str(folder / "other-levels.yaml"))[0] == 0
        assert run("test", str(folder / "other-levels.yaml"))[0] == 0

    def test_a_file_that_is_no_rule_file(self, run, tmp_path):
        (tmp_path / "other.yaml").write_text("id: other\n")
        code, _, err = run("lint", str(tmp_path / "other.yaml"))

        assert code == 3
        assert "other.yaml:1:1" in err

    def test_an_unknown_standard(self, run):
        assert run("lint", "example-100-2031")[0] == 2

    def test_a_file_that_does_not_load(self, run, rules):
        changed(rules, "vehicle.seats >= 2", "vehicle.seat >= 2")
        code, out, err = run("lint", STANDARD)

        assert (code, out) == (3, "")
        assert "unknown field 'seat'" in err


class TestMutants:
    def test_the_share_of_each_file_and_of_all(self, run):
        code, out, err = run("lint", "--mutants", STANDARD, "example-levels")

        assert code == 0
        assert out.splitlines()[0] == f"{STANDARD}: 60 of 61 mutants caught, 98.3 %"
        assert out.splitlines()[-1].startswith("in all: ")
        assert err.count("\n") == 1  # the one that survives

    def test_too_few_are_caught(self, run):
        assert run("lint", "--mutants", "--min-caught", "99", STANDARD)[0] == 1

    def test_all_survivors_are_listed(self, run, rules):
        changed(
            rules, "pass: [{vehicle: {seats: 2}}, {vehicle: {seats: 5}}]", "pass: [{vehicle: {seats: 5}}]"
        )
        _, out, err = run("lint", "--mutants", STANDARD)

        assert "58 of 61" in out
        assert "vehicle.seats >= 2 became vehicle.seats > 2" in err

    def test_in_chinese(self, run):
        _, out, err = run("lint", "--mutants", STANDARD, "--lang", "zh")

        assert "示例发现" in out
        assert "未能发现：常数偏移一个步长" in err

    def test_examples_that_are_wrong(self, run, rules):
        changed(rules, "fail: [{vehicle: {seats: 1}}]", "fail: [{vehicle: {seats: 3}}]")
        code, out, err = run("lint", "--mutants", STANDARD)

        assert code == 1
        assert "1 example is wrong: run icv-checker test" in out
        assert not err  # what it would have noticed nobody knows

    def test_a_share_without_mutants(self, run):
        assert run("lint", "--min-caught", "90", STANDARD)[0] == 2


class TestVerifyRules:
    def test_to_standard_output_and_to_a_file(self, run, tmp_path):
        code, out, _ = run("verify-rules", STANDARD)
        file = tmp_path / "list.md"
        again, nothing, _ = run("verify-rules", STANDARD, "-o", str(file))

        assert (code, again, nothing) == (0, 0, "")
        assert file.read_text("utf-8") == out
        assert out.startswith("# Comparison of the rules with the official text: EX 100-2030\n")

    def test_what_cannot_be_written(self, run, tmp_path):
        assert run("verify-rules", STANDARD, "-o", str(tmp_path / "no" / "list.md"))[0] == 5

    def test_a_record(self, run, profile):
        before = profile.read_text("utf-8")
        code, out, _ = run("verify-rules", STANDARD, "--record", str(profile), *WHO)

        assert code == 0
        assert out == f"7 requirements of {STANDARD} recorded in {profile} as compared by Li on 2026-11-20\n"
        assert profile.read_text("utf-8").startswith(before)
        record = yaml.load(profile.read_text("utf-8"), yaml.BaseLoader)["verified"][STANDARD]
        assert (record["by"], record["on"], record["edition"]) == ("Li", "2026-11-20", "first print")
        assert len(record["requirements"]) == 7

    def test_only_what_was_ticked_off(self, run, profile):
        one = ["--only", f"{STANDARD}/works-from-standstill"]
        assert run("verify-rules", STANDARD, "--record", str(profile), *WHO, *one)[0] == 0

        record = yaml.load(profile.read_text("utf-8"), yaml.BaseLoader)["verified"][STANDARD]
        assert list(record["requirements"]) == ["works-from-standstill"]

    @pytest.mark.parametrize("without", [0, 2, 4])
    def test_who_what_and_when_are_needed(self, run, profile, without):
        before = profile.read_bytes()
        code, _, err = run(
            "verify-rules", STANDARD, "--record", str(profile), *WHO[:without], *WHO[without + 2 :]
        )

        assert code == 2
        assert f"--record needs {WHO[without]}" in err
        assert profile.read_bytes() == before

    def test_options_that_go_with_a_record(self, run):
        assert run("verify-rules", STANDARD, "--by", "Li")[0] == 2
        assert run("verify-rules", STANDARD, "--only", "works-from-standstill")[0] == 2

    def test_an_unknown_requirement(self, run, profile):
        code, _, err = run(
            "verify-rules", STANDARD, "--record", str(profile), *WHO, "--only", "works-from-standstil"
        )

        assert code == 2
        assert "did you mean 'works-from-standstill'" in err

    def test_a_profile_that_is_not_sound_stays_as_it_is(self, run, profile):
        profile.write_text("id: ours\n", "utf-8")

        assert run("verify-rules", STANDARD, "--record", str(profile), *WHO)[0] == 3
        assert profile.read_text("utf-8") == "id: ours\n"

    def test_a_profile_in_flow_style_is_left_to_its_author(self, run, profile):
        profile.write_text("{id: ours, title: {en: Ours, zh: 我们的}}\n", "utf-8")
        code, out, err = run("verify-rules", STANDARD, "--record", str(profile), *WHO)

        assert code == 1
        assert out.startswith(f"  {STANDARD}:\n")
        assert "by hand" in err

    def test_an_unknown_profile(self, run):
        assert run("verify-rules", STANDARD, "--record", "nobody", *WHO)[0] == 2
        assert run("verify-rules", STANDARD, "--record", "nobody.yaml", *WHO)[0] == 3

    def test_a_month_is_no_day(self, run, profile):
        assert run("verify-rules", STANDARD, "--record", str(profile), *WHO[:2], "--on", "2026-11")[0] == 2
