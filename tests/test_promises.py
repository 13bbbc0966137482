"""What the front page promises of the command line, run as a user would: exit codes, streams, files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from checker.cli.main import main

ROOT = Path(__file__).parents[1]
L3 = str(ROOT / "examples" / "l3_highway_pilot.yaml")
REAL = sorted(str(path) for path in (ROOT / "examples" / "real").glob("*.yaml"))
DAY = ("--as-of", "2026-11-20")
ONE = (*DAY, "--standard", "gb-44497-2024")  # a short report
L2 = """
schema: icv-vehicle/1
vehicle: {id: mild, name: {en: Mild, zh: 温和}, manufacturer: Nobody, category: M1, markets: [US]}
automation_features: {cruise: {name: {en: Cruise, zh: 巡航}, level: 1}}
"""


@pytest.fixture
def mild(tmp_path: Path) -> str:
    """Return a vehicle that no binding requirement applies to."""
    file = tmp_path / "mild.yaml"
    file.write_text(L2, "utf-8")
    return str(file)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    file = tmp_path / "broken.yaml"
    file.write_text("vehicle: {category: M1, marktes: [CN]}\nfoo: 1\n", "utf-8")
    return str(file)


def command(*arguments: str, **options: Any) -> Any:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, **options,
    )  # fmt: skip


class TestExitCodes:
    def test_1_a_failure(self, capsys):
        assert main(["check", L3, *DAY]) == 1
        assert "Does not conform" in capsys.readouterr().out

    @pytest.mark.parametrize("spec", REAL, ids=lambda path: Path(path).stem)
    def test_1_a_real_vehicle_is_undetermined_and_never_judged_on_silence(self, spec, capsysbinary):
        assert main(["check", spec, "--format", "json", *DAY]) == 1
        (result,) = json.loads(capsysbinary.readouterr().out)["results"]
        assert result["statement"]["kind"] == "undetermined"
        for configuration in result["configurations"]:
            fields = [field["path"] for field in configuration["advice"]]
            assert fields  # it says what to state
            findings = [f for standard in configuration["standards"] for f in standard["findings"]]
            assert not [f for f in findings if f["verdict"] == "fail" and _silent(f)]

    def test_0_the_undecided_may_be_let_through(self, capsys):
        assert main(["check", REAL[0], "--fail-on", "fail", *DAY]) == 0
        assert "Undetermined" in capsys.readouterr().out

    def test_1_nothing_that_applies_is_no_pass(self, mild):
        assert main(["check", mild, *DAY]) == 1

    def test_0_unless_that_is_allowed(self, mild):
        assert main(["check", mild, "--allow-empty", *DAY]) == 0

    @pytest.mark.parametrize(
        "arguments",
        [
            ["check"],
            ["chek", "x.yaml"],
            ["check", "x.yaml", "--lang", "fr"],
            ["check", "x.yaml", "--as-of", "yesterday"],
            ["check", "x.yaml", "--min-score", "101"],
            ["check", L3, "--standard", "GB 99999"],
            ["report", L3],
            ["report", L3, "-o", "x.docx"],
        ],
        ids=" ".join,
    )
    def test_2_the_command_line_is_wrong(self, arguments, capsys):
        assert main(arguments) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("icv-checker")

    def test_3_an_invalid_spec_and_the_others_are_judged(self, broken, capsys):
        assert main(["check", broken, L3, *DAY]) == 3
        said = capsys.readouterr()
        assert "Yunzhou X9" in said.out
        assert "broken.yaml:1:25: " in said.err
        assert "did you mean 'markets'" in said.err
        assert "broken.yaml:2:1: " in said.err  # all at once

    def test_3_a_file_that_is_not_there(self, tmp_path, capsys):
        assert main(["check", str(tmp_path / "none.yaml")]) == 3
        assert "none.yaml" in capsys.readouterr().err

    def test_3_a_report_of_an_invalid_spec(self, broken, tmp_path):
        assert main(["report", broken, "-o", str(tmp_path / "x.html")]) == 3
        assert not (tmp_path / "x.html").exists()

    def test_3_an_invalid_rule_file_and_nothing_is_judged(self, tmp_path, capsys):
        (tmp_path / "mine.yaml").write_text("id: mine\nnumber: 1.10\n", "utf-8")
        assert main(["check", L3, "--rules", str(tmp_path)]) == 3
        said = capsys.readouterr()
        assert said.out == ""
        assert "mine.yaml:" in said.err

    def test_4_a_fault_of_the_program_is_one_sentence(self, monkeypatch, capsys):
        def fault(*_: Any) -> Any:
            raise RuntimeError("two\nlines")

        monkeypatch.setattr("checker.cli.checking.open_workplace", fault)
        assert main(["check", L3]) == 4
        said = capsys.readouterr().err
        assert said.count("\n") == 1
        assert "RuntimeError" in said

    def test_4_with_debug_there_is_the_trace(self, monkeypatch, capsys):
        def fault(*_: Any) -> Any:
            raise RuntimeError("here")

        monkeypatch.setattr("checker.cli.checking.open_workplace", fault)
        assert main(["check", L3, "--debug"]) == 4
        assert "Traceback" in capsys.readouterr().err

    def test_a_report_is_no_gate(self, tmp_path):
        assert main(["report", L3, *ONE, "-o", str(tmp_path / "x.html")]) == 0

    def test_a_report_with_a_gate_is_one(self, tmp_path):
        assert main(["report", L3, *ONE, "--fail-on", "fail", "-o", str(tmp_path / "x.html")]) == 1
        assert (tmp_path / "x.html").exists()


def _silent(finding: Any) -> bool:
    """Return whether a failure rests on nothing that the spec states."""
    stated = [read for member in finding["members"] for read in member["reads"] if read["value"] is not None]
    negative = [r for m in finding["members"] for r in m["reasons"] if r["kind"] == "evidence_negative"]
    return not stated and not negative


class TestStreams:
    def test_a_spec_on_standard_input(self):
        done = command("check", "-", *DAY, input=Path(L3).read_text("utf-8"))
        assert done.returncode == 1
        assert "Yunzhou X9  <stdin>" in done.stdout

    def test_json_alone_on_standard_output(self, broken):
        done = command("check", broken, L3, "--format", "json", *DAY)
        assert json.loads(done.stdout)["schema"] == "icv-result/1"
        assert "did you mean" in done.stderr

    @pytest.mark.skipif(os.name == "nt", reason="pipes break differently there")
    def test_a_broken_pipe_is_quiet(self):
        done = subprocess.run(
            f"'{sys.executable}' -m checker check '{L3}' '{L3}' '{L3}' --format json | head -n 1",
            shell=True, cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout == "{\n"
        assert done.stderr == ""

    def test_no_colour_in_a_pipe_and_none_that_was_not_wanted(self):
        assert "\x1b[" not in command("check", L3, *DAY).stdout

    @pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
    def test_a_console_that_cannot_show_everything_still_gets_its_answer(self, encoding):
        done = subprocess.run(
            [sys.executable, "-m", "checker", "check", L3, "--lang", "both", *DAY],
            cwd=ROOT, capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": encoding},
        )  # fmt: skip
        assert done.returncode == 1
        assert b"Does not conform" in done.stdout
        assert b"Traceback" not in done.stderr


class TestFiles:
    def test_a_report_is_written_whole_or_not_at_all(self, tmp_path, monkeypatch, capsys):
        target = tmp_path / "x.html"
        target.write_text("old", "utf-8")

        def full(*_: Any) -> Any:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        assert main(["report", L3, *ONE, "-o", str(target)]) == 5
        assert target.read_text("utf-8") == "old"
        assert [path.name for path in tmp_path.iterdir()] == ["x.html"]
        assert "No space left" in capsys.readouterr().err

    def test_several_files_at_once(self, tmp_path):
        names = [str(tmp_path / name) for name in ("a.html", "b.html")]
        assert main(["report", L3, *ONE, "-o", names[0], "-o", names[1]]) == 0
        first, second = (Path(name).read_bytes() for name in names)
        assert first == second

    def test_the_same_inputs_give_the_same_page(self, tmp_path):
        pages = []
        for _ in range(2):
            main(["report", L3, *DAY, "-o", str(tmp_path / "x.html")])
            pages.append((tmp_path / "x.html").read_bytes())
        assert pages[0] == pages[1]

    def test_a_checkout_is_not_written_into(self, tmp_path):
        before = set((ROOT / "standards").rglob("*"))
        main(["report", L3, *ONE, "-o", str(tmp_path / "x.html")])
        assert set((ROOT / "standards").rglob("*")) == before


class TestLanguages:
    @pytest.mark.parametrize(("lang", "says"), [("en", "Does not conform"), ("zh", "不符合")])
    def test_the_language_is_chosen(self, lang, says, capsys):
        main(["check", L3, "--lang", lang, *DAY])
        assert says in capsys.readouterr().out

    def test_both_say_both(self, capsys):
        main(["check", L3, "--lang", "both", *DAY])
        said = capsys.readouterr().out
        assert "Does not conform" in said
        assert "不符合" in said

    @pytest.mark.parametrize(("locale", "says"), [("zh_CN.UTF-8", "用法"), ("de_DE.UTF-8", "EXIT CODES")])
    def test_help_follows_the_locale(self, locale, says):
        environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "1"}
        done = command("--help", env=environment)
        assert done.returncode == 0
        assert says in done.stdout or "退出码" in done.stdout
        assert ("退出码" in done.stdout) == locale.startswith("zh")
