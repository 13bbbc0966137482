"""--quiet leaves problems and results, --verbose says where all came from; neither changes what comes out."""

import json
import re
import shutil
from pathlib import Path

import pytest

from checker.cli.arguments import parse
from checker.cli.repeated import BESIDE
from tests.cli.conftest import EXAMPLES

DAY = ("--standard", "gb-44497-2024", "--as-of", "2026-11-20")
OPEN = EXAMPLES / "real" / "arcfox_bj7001a61nbev.yaml"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return an empty folder that is the root of a repository, and the current one."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plain(format_, out):
    """Return an output without what differs between two runs."""
    return json.loads(out) if format_ == "json" else out


@pytest.mark.usefixtures("here")
class TestQuiet:
    def test_a_vehicle_that_the_gate_lets_through_is_not_spoken_of(self, run):
        ran = run("check", OPEN, *DAY, "--fail-on", "fail", "--quiet")

        assert ran == (0, "", "")

    def test_of_another_what_is_not_met_and_why_the_gate_fails(self, run):
        ran = run("check", EXAMPLES / "l3_highway_pilot.yaml", OPEN, *DAY, "-q", "--fail-on", "fail")

        assert ran.code == 1
        assert "■ Does not conform" in ran.out
        assert "gb-44497-2024/time-stamp-events-are-recorded" in ran.out
        assert ran.out.rstrip().splitlines()[-1].startswith("gate fails: ")
        assert not re.search("Score|cannot be decided|judged on|Documents:", ran.out)
        assert "arcfox" not in ran.out

    @pytest.mark.parametrize("format_", ["json", "csv", "sarif", "junit", "github"])
    @pytest.mark.parametrize("flag", ["--quiet", "--verbose"])
    def test_what_programs_read_stays(self, format_, flag, run):
        asked = ("check", OPEN, *DAY, "--format", format_)
        told, more = run(*asked), run(*asked, flag)

        assert (told.code, plain(format_, told.out)) == (more.code, plain(format_, more.out))

    def test_problems_are_told_all_the_same(self, run, here):
        (here / "bad.yaml").write_text("schema: 3\n", "utf-8")
        loud, quiet = run("check", "bad.yaml"), run("check", "bad.yaml", "-q")

        assert loud == quiet
        assert quiet.code == 3
        assert "bad.yaml:1:" in quiet.err

    @pytest.mark.parametrize(
        "arguments",
        [
            ("checklist", OPEN, *DAY, "-o", "open.md"),
            ("report", OPEN, *DAY, "-o", "report.html"),
            ("fmt", "gb-44497-2024", "--check"),
            ("lint", "un-r169"),
            ("test", "un-r169"),
            ("docs", "un-r169", "-o", "pages"),
            ("new", "standard", "gb-99999-2030"),
            ("doctor",),
        ],
        ids=lambda words: words[0],
    )
    def test_what_was_done_well_is_not_told(self, arguments, run, here):
        loud = run(*arguments)
        for made in here.glob("gb-*.yaml"):
            made.unlink()
        quiet = run(*arguments, "--quiet")

        assert loud.out + loud.err
        assert quiet == (loud.code, "", "")

    def test_a_wrong_example_is_told(self, run, here):
        rules = here / "rules"
        rules.mkdir()
        file = shutil.copy(EXAMPLES.parent / "tests/data/packs/example-100-2030.yaml", rules)
        text = Path(file).read_text("utf-8")
        Path(file).write_text(re.sub(r"\bpass:", "unknown:", text, count=1), "utf-8")

        ran = run("test", file, "-q")
        assert ran.code in {1, 3}
        assert ran.err


@pytest.mark.usefixtures("here")
class TestVerbose:
    def test_it_tells_rules_cache_language_and_time(self, run, remembered):
        ran = run("check", OPEN, *DAY, "--verbose", "--allow-empty")

        assert "-- project file: there is none\n" in ran.err
        assert "-- rules: " in ran.err
        assert f"-- cache: {remembered}" in ran.err
        assert "as ICV_CHECKER_CACHE says" in ran.err
        assert "-- language: en (LANG)" in ran.err
        assert re.search(
            r"arcfox\S+ #1: 1 standard, the standards asked for: gb-44497-2024; on 2026-11-20", ran.err
        )
        assert re.search(r"-- exit code 1 after [0-9.]+ m?s", ran.err.splitlines()[-1])

    def test_that_the_cache_is_off(self, run):
        assert (
            "-- cache: off, as ICV_CHECKER_CACHE says"
            in run("schema", "vehicle", "-v", ICV_CHECKER_CACHE="").err
        )

    def test_a_check_that_is_remembered_says_so(self, run, monkeypatch):
        monkeypatch.setattr("checker.cli.repeated.Printed.recall", lambda _: (0, "as before\n"))
        ran = run("check", OPEN, *DAY, "-v")

        assert ran.out == "as before\n"
        assert "-- the same was checked before: printed from the cache" in ran.err

    def test_what_is_remembered_does_not_depend_on_it(self):
        said = parse(["check", "x.yaml"], "en"), parse(["check", "x.yaml", "-v"], "en")
        options = [{k: v for k, v in vars(one).items() if k not in BESIDE} for one in said]

        assert options[0] == options[1]

    def test_a_project_file_moves_no_cursor(self, run, here):
        (here / "icv-checker.toml").write_text('profile = "\\u001b[2Jx.yaml"\n', "utf-8")
        ran = run("check", OPEN, "-v")

        assert "[2Jx.yaml" in ran.err
        assert "\x1b" not in ran.err

    def test_which_settings_count(self, run, here):
        (here / "icv-checker.toml").write_text(
            'standard = ["gb-44497-2024"]\nfail-on = "fail"\nmin-score = 0\nstrict = false\n', "utf-8"
        )
        ran = run("check", OPEN, "-v", "--fail-on", "undetermined", "--as-of", "2026-11-20")

        assert "-- project file: icv-checker.toml (nearest to the current folder)" in ran.err
        assert '--   standard = ["gb-44497-2024"]' in ran.err
        assert "--   strict = false" in ran.err
        assert "--   fail-on: the command line says otherwise" in ran.err
        assert "--   min-score: standards has no use for it" in run("standards", "un-r155", "-v").err

    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_a_refused_file_and_the_language(self, lang, run, here):
        (here / "bad.yaml").write_text("schema: 3\n", "utf-8")
        ran = run("check", "bad.yaml", "-v", "--lang", lang)

        assert ran.code == 3
        assert {"en": "bad.yaml #1: invalid", "zh": "退出码 3，用时", "both": "退出码 3"}[lang] in ran.err
        assert re.search(rf"{lang} ?[(（]--lang[)）]", ran.err)
