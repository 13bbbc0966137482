"""Baselines, minima of domains, and what a project file says where the command line is silent."""

from pathlib import Path

import pytest

from checker.cli import exits
from checker.cli.main import main

ROOT = Path(__file__).parents[2]
SPEC = str(ROOT / "examples/l3_highway_pilot.yaml")
ASKED = ("--standard", "gb-44497-2024", "--as-of", "2026-11-20")


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Return an empty folder that is the root of a repository, and the current one."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edited(folder: Path, old: str, new: str) -> str:
    text = Path(SPEC).read_text("utf-8")
    assert old in text
    path = folder / "car.yaml"
    path.write_text(text.replace(old, new), "utf-8")
    return str(path)


@pytest.mark.usefixtures("here")
class TestBaseline:
    @pytest.fixture
    def earlier(self):
        main(["check", SPEC, *ASKED, "--write", "json=earlier.json"])
        return "earlier.json"

    def test_what_was_bad_already_does_not_fail(self, earlier, capsys):
        assert main(["check", SPEC, *ASKED, "--baseline", earlier]) == exits.HOLDS
        assert "gate holds" in capsys.readouterr().out

    def test_what_got_worse_fails_and_is_named(self, here, earlier, capsys):
        worse = edited(here, "storage_capacity_events: {value: 6", "storage_capacity_events: {value: 2")

        assert main(["check", worse, *ASKED, "--baseline", earlier]) == exits.GATE
        told = " ".join(capsys.readouterr().out.split())
        assert "worse than in earlier.json: gb-44497-2024/type-1-event-capacity" in told

    def test_silence_is_worse_unless_it_is_let_through(self, here, earlier):
        silent = edited(
            here, "    storage_capacity_events: {value: 6, basis: measured", "    # {basis: measured"
        )

        assert main(["check", silent, *ASKED, "--baseline", earlier]) == exits.GATE
        assert main(["check", silent, *ASKED, "--baseline", earlier, "--fail-on", "fail"]) == exits.HOLDS

    def test_a_minimum_still_counts(self, earlier):
        assert main(["check", SPEC, *ASKED, "--baseline", earlier, "--min-score", "100"]) == exits.GATE

    def test_a_vehicle_that_the_baseline_does_not_know_has_to_pass_by_itself(self, earlier):
        other = str(ROOT / "examples/real/arcfox_bj7001a61nbev.yaml")

        assert main(["check", SPEC, other, *ASKED, "--baseline", earlier]) == exits.GATE

    def test_a_baseline_that_is_none_is_refused(self, capsys):
        Path("x.json").write_text("{}", "utf-8")

        assert main(["check", SPEC, *ASKED, "--baseline", "x.json"]) == exits.INVALID
        assert main(["check", SPEC, *ASKED, "--baseline", "no.json"]) == exits.INVALID
        assert "no.json" in capsys.readouterr().err


@pytest.mark.usefixtures("here")
class TestDomains:
    def test_a_domain_that_does_not_reach_its_minimum_fails(self, capsys):
        asked = (*ASKED, "--fail-on", "fail", "--min-domain", "data_recording=100")

        assert main(["check", SPEC, *asked]) == exits.GATE
        assert "score of data_recording" in " ".join(capsys.readouterr().out.split())

    def test_a_domain_without_points_does_not_reach_any_minimum(self, capsys):
        main(["check", SPEC, *ASKED, "--min-domain", "cloud=1"])

        assert "score of cloud - is below 1" in " ".join(capsys.readouterr().out.split())

    @pytest.mark.parametrize("typed", ["cybersecurty=80", "cybersecurity", "=80", "cybersecurity=101"])
    def test_what_cannot_be_meant_is_refused(self, typed, capsys):
        assert main(["check", SPEC, "--min-domain", typed]) == exits.USAGE
        assert capsys.readouterr().err.strip()

    def test_an_unknown_domain_is_asked_back(self, capsys):
        main(["check", SPEC, "--min-domain", "cybersecurty=80"])

        assert "did you mean 'cybersecurity'?" in capsys.readouterr().err


class TestProjectFile:
    def test_it_is_found_from_a_folder_below(self, here, monkeypatch, capsys):
        (here / "icv-checker.toml").write_text('standard = ["gb-44497-2024"]\n', "utf-8")
        (here / "specs/deep").mkdir(parents=True)
        monkeypatch.chdir(here / "specs/deep")

        main(["check", SPEC, "--as-of", "2026-11-20"])
        assert "the standards asked for: gb-44497-2024" in " ".join(capsys.readouterr().out.split())

    def test_the_command_line_wins(self, here, capsys):
        (here / "icv-checker.toml").write_text('standard = ["gb-44495-2024"]\n', "utf-8")

        main(["check", SPEC, *ASKED])
        assert "the standards asked for: gb-44497-2024" in " ".join(capsys.readouterr().out.split())

    def test_none_reads_none(self, here):
        (here / "icv-checker.toml").write_text("odd = 1\n", "utf-8")

        assert main(["check", SPEC, *ASKED]) == exits.INVALID
        assert main(["check", SPEC, *ASKED, "--config", "none"]) == exits.GATE

    def test_a_pyproject_counts_if_it_has_the_table(self, here, capsys):
        (here / "pyproject.toml").write_text("[tool.icv-checker]\nmin-decided = 100\n", "utf-8")

        main(["check", SPEC, *ASKED, "--fail-on", "fail"])
        assert "--min-decided" in capsys.readouterr().out

    def test_naught_on_the_command_line_is_said_too(self, here, capsys):
        (here / "icv-checker.toml").write_text("min-score = 100\n", "utf-8")

        main(["check", SPEC, *ASKED, "--min-score", "0"])
        assert "--min-score" not in capsys.readouterr().out

    def test_another_repository_above_is_none_of_its_business(self, here, monkeypatch):
        (here / "icv-checker.toml").write_text("odd = 1\n", "utf-8")
        inner = here / "vendor"
        (inner / ".git").mkdir(parents=True)
        monkeypatch.chdir(inner)

        assert main(["check", SPEC, *ASKED]) == exits.GATE

    def test_a_gate_is_not_what_a_report_asks_for(self, here):
        (here / "icv-checker.toml").write_text("min-score = 100\n", "utf-8")

        assert main(["report", SPEC, *ASKED, "-o", "r.html"]) == exits.HOLDS

    def test_a_key_that_is_not_known_is_refused_with_its_line(self, here, capsys):
        (here / "icv-checker.toml").write_text("\nmin-scor = 1\n", "utf-8")

        assert main(["check", SPEC]) == exits.INVALID
        assert "icv-checker.toml:2:1" in capsys.readouterr().err
