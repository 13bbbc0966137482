"""Baselines, minima of domains, and what a project file says where the command line is silent."""

import errno
import shutil
from pathlib import Path

import pytest

from checker.cli import exits
from checker.cli.arguments import parse
from checker.cli.main import main
from checker.cli.project import folder_of, nearest, with_settings

ROOT = Path(__file__).parents[2]
SPEC = str(ROOT / "examples/l3_highway_pilot.yaml")
OPEN = ROOT / "examples/real/arcfox_bj7001a61nbev.yaml"
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

    def test_what_the_baseline_did_not_look_at_is_told(self, earlier, capsys):
        wider = (*ASKED, "--standard", "gb-39732-2020")

        assert main(["check", SPEC, *wider, "--baseline", earlier, "--lang", "zh"]) == exits.GATE
        told = "".join(capsys.readouterr().out.split())
        assert "条未列入该文件，请按本次的选项重新生成" in told

    def test_a_minimum_still_counts(self, earlier):
        assert main(["check", SPEC, *ASKED, "--baseline", earlier, "--min-score", "100"]) == exits.GATE

    def test_a_vehicle_that_the_baseline_does_not_know_has_to_pass_by_itself(self, earlier):
        assert main(["check", SPEC, str(OPEN), *ASKED, "--baseline", earlier]) == exits.GATE

    def test_a_baseline_that_is_none_is_refused(self, capsys):
        Path("x.json").write_text("{}", "utf-8")

        assert main(["check", SPEC, *ASKED, "--baseline", "x.json"]) == exits.INVALID
        assert main(["check", SPEC, *ASKED, "--baseline", "no.json"]) == exits.INVALID
        err = capsys.readouterr().err
        assert "x.json:1:1: this is no result of `check` (write one and name it here:" in err
        assert "no.json" in err


@pytest.mark.usefixtures("here")
class TestDomains:
    def test_a_domain_that_does_not_reach_its_minimum_fails(self, capsys):
        asked = (*ASKED, "--fail-on", "fail", "--min-domain", "data_recording=100")

        assert main(["check", SPEC, *asked]) == exits.GATE
        assert "score of data_recording" in " ".join(capsys.readouterr().out.split())

    def test_a_domain_without_points_does_not_reach_any_minimum(self, capsys):
        main(["check", SPEC, *ASKED, "--min-domain", "cloud=1"])

        told = " ".join(capsys.readouterr().out.split())
        assert "there is no score of cloud, nothing counts for it; 1 is wanted (--min-domain)" in told

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

    def test_a_pyproject_without_the_table_is_passed_over(self, here):
        (here / "pyproject.toml").write_text('[project]\ndependencies = ["icv-checker"]\n', "utf-8")
        inner = here / "specs"
        inner.mkdir()
        (here / "icv-checker.toml").write_text("odd = 1\n", "utf-8")
        (inner / "pyproject.toml").write_text("# [tool.icv-checker]\n", "utf-8")

        assert nearest(str(inner)) == str(here / "icv-checker.toml")
        (here / "icv-checker.toml").unlink()
        assert nearest(str(inner)) is None

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (b"[tool.icv-checker\nstrict = true\n", ":1:18: this is no TOML"),
            ("[tool.icv-checker]\n".encode("utf-16"), ":1:1: the file is not UTF-8"),
            ("[tool.icv-checker]\n".encode("utf-16-le"), ":1:2: this is no TOML"),
            (b"[tool.icv-checker]\nx = " + b"[" * 50_000, ":1:1: tables and lists are nested too deep"),
            (b"[tool.icv-checker]\nx = " + b"1" * 5_000, ":1:1: this is no TOML"),
            (b"tool.icv-checker = 5\n", "'tool.icv-checker' is no table (write [tool.icv-checker])"),
            (b"#" * (16 * 1024 * 1024 + 1), ":1:1: the file is larger than 16 MiB"),
        ],
        ids=["broken", "utf-16", "no mark", "deep", "digits", "no table", "huge"],
    )
    def test_a_pyproject_that_cannot_be_read_is_refused(self, data, why, here, capsys):
        (here / "pyproject.toml").write_bytes(data)

        assert main(["check", SPEC, *ASKED, "--fail-on", "fail"]) == exits.INVALID
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith("pyproject.toml:")
        assert why in told.err
        assert main(["check", SPEC, *ASKED, "--fail-on", "fail", "--config", "none"]) == exits.GATE

    def test_one_that_may_not_be_read_is_refused(self, here, capsys, monkeypatch):
        (here / "pyproject.toml").write_text("[tool.icv-checker]\nstrict = true\n", "utf-8")

        def refuse(name, *_, **__):
            raise PermissionError(errno.EACCES, "Permission denied", name)

        monkeypatch.setattr("checker.cli.reading.open", refuse, raising=False)
        assert main(["check", SPEC, *ASKED]) == exits.INVALID
        assert capsys.readouterr().err == "pyproject.toml:1:1: you may not read this file\n"

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


class TestWhichProjectFile:
    """The nearest to the current folder, else the nearest to the specs; one for a run."""

    @pytest.fixture
    def elsewhere(self, here):
        """Return a repository beside the current folder, with specs in two folders and a project file."""
        other = here / "other"
        for folder in (".git", "specs/a", "specs/b"):
            (other / folder).mkdir(parents=True)
        for name in ("a/car.yaml", "b/car.yaml"):
            (other / "specs" / name).write_text(Path(SPEC).read_text("utf-8"), "utf-8")
        (other / "icv-checker.toml").write_text('standard = ["gb-44497-2024"]\n', "utf-8")
        return other

    @pytest.fixture
    def strict(self, here):
        """Give the current folder a project file under which the spec does not pass."""
        (here / "icv-checker.toml").write_text(
            'standard = ["gb-44497-2024"]\nstrict = true\nmin-score = 100\n', "utf-8"
        )

    def said(self, capsys, *arguments):
        main(["check", "--as-of", "2026-11-20", "-v", *map(str, arguments)])
        return capsys.readouterr().err

    def test_that_of_the_specs(self, elsewhere, capsys):
        said = self.said(capsys, elsewhere / "specs/a/car.yaml")

        assert f"project file: {elsewhere}/icv-checker.toml (nearest to the specs)" in said
        assert 'standard = ["gb-44497-2024"]' in said

    def test_a_name_as_seen_from_the_current_folder(self, elsewhere, capsys, monkeypatch):
        monkeypatch.chdir(elsewhere / "specs/b")

        for spec in ("car.yaml", "../a/car.yaml"):
            said = self.said(capsys, spec)
            assert "project file: ../../icv-checker.toml (nearest to the current folder)" in said
            assert "icv-checker: " not in said

    @pytest.mark.usefixtures("strict")
    def test_that_of_the_current_folder_comes_first(self, elsewhere, capsys):
        lax = 'standard = ["gb-44497-2024"]\nfail-on = "fail"\n'
        (elsewhere / "icv-checker.toml").write_text(lax, "utf-8")
        spec = shutil.copy(OPEN, elsewhere / "specs/a/car.yaml")

        said = self.said(capsys, spec)
        assert "project file: icv-checker.toml (nearest to the current folder)" in said
        assert f"{elsewhere}/icv-checker.toml is not read: a run has one project file" in said
        assert "fail-on" not in said
        asked = ["check", str(spec), "--as-of", "2026-11-20", "-q"]
        assert main(asked) == exits.GATE
        assert capsys.readouterr().err == ""
        assert main([*asked, "--config", f"{elsewhere}/icv-checker.toml"]) == exits.HOLDS
        assert capsys.readouterr().err == ""

    def test_an_empty_one_keeps_that_of_the_specs_away(self, here, elsewhere, capsys):
        (here / "icv-checker.toml").write_text("", "utf-8")

        assert "nearest to the current folder" in self.said(capsys, elsewhere / "specs/a/car.yaml")
        (here / "icv-checker.toml").unlink()
        (here / "pyproject.toml").write_text("[tool.icv-checker]\n", "utf-8")
        assert "nearest to the current folder" in self.said(capsys, elsewhere / "specs/a/car.yaml")

    @pytest.mark.parametrize("more", [(), ("-q",), ("--format", "json"), ("--format", "github")])
    def test_what_that_of_the_specs_sets_is_told_however_quiet(self, more, elsewhere, capsys):
        (elsewhere / "icv-checker.toml").write_text('fail-on = "fail"\nallow-empty = true\n', "utf-8")
        asked = ["check", str(elsewhere / "specs/a/car.yaml"), *ASKED, *more]

        main(asked)
        told = capsys.readouterr()
        assert told.err.splitlines()[0] == (
            f"icv-checker: the project file {elsewhere}/icv-checker.toml is that of the specs, not of the "
            "current folder, and sets fail-on, allow-empty (--config none reads none)"
        )
        assert "is that of the specs" not in told.out
        main([*asked, "--lang", "zh"])
        assert f"icv-checker: 项目设置文件 {elsewhere}/icv-checker.toml 与规格文件一同存放" in (
            capsys.readouterr().err
        )

    @pytest.mark.parametrize(
        ("says", "more"),
        [("", ()), ('standard = ["un-r155"]\n', ()), ("strict = true\n", ("--config", "none"))],
    )
    def test_what_sets_nothing_is_not_told(self, says, more, elsewhere, capsys):
        (elsewhere / "icv-checker.toml").write_text(says, "utf-8")

        main(["check", str(elsewhere / "specs/a/car.yaml"), *ASKED, *more])
        assert "icv-checker: " not in capsys.readouterr().err

    @pytest.mark.parametrize("pattern", ["specs/*/car.yaml", "specs/**/*.yaml"])
    def test_a_pattern(self, pattern, elsewhere, capsys):
        assert f"project file: {elsewhere}/icv-checker.toml" in self.said(capsys, elsewhere / pattern)

    def test_a_nearer_one_of_one_of_several_specs_is_not_read_and_named(self, elsewhere, capsys):
        (elsewhere / "specs/b/icv-checker.toml").write_text("odd = 1\n", "utf-8")
        said = self.said(capsys, elsewhere / "specs/a/car.yaml", elsewhere / "specs/b/car.yaml")

        assert f"project file: {elsewhere}/icv-checker.toml (nearest to the specs)" in said
        assert f"{elsewhere}/specs/b/icv-checker.toml is not read: a run has one project file" in said

    def test_the_one_that_is_named(self, here, elsewhere, capsys):
        (here / "icv-checker.toml").write_text('standard = ["un-r155"]\n', "utf-8")
        said = self.said(capsys, elsewhere / "specs/a/car.yaml", "--config", "icv-checker.toml")

        assert "project file: icv-checker.toml (named by --config)" in said
        assert "none is read (--config none)" in self.said(capsys, SPEC, "--config", "none")

    def test_a_profile_file_is_seen_from_the_project_file(self, elsewhere, capsys):
        profile = "id: house\ntitle: {en: H, zh: H}\nstandards: [un-r155]\n"
        (elsewhere / "house.yaml").write_text(profile, "utf-8")
        (elsewhere / "icv-checker.toml").write_text('profile = "house.yaml"\n', "utf-8")

        assert "the standards of profile house" in self.said(capsys, elsewhere / "specs/a/car.yaml")


class TestTakenBack:
    """What a project file says can be taken back on the command line, key by key."""

    @pytest.mark.parametrize(
        ("said", "back"),
        [
            ("strict = true", "--no-strict"),
            ("allow-empty = true", "--no-allow-empty"),
            ('profile = "ads-china"', "--profile=none"),
            ('standard = ["un-r155"]', "--standard=none"),
            ('market = ["DE"]', "--market=none"),
            ('waivers = ["gone.yaml"]', "--waivers=none"),
            ('rules = ["gone"]', "--rules=none"),
            ('baseline = "gone.json"', "--baseline=none"),
        ],
    )
    def test_key_by_key(self, said, back, here):
        (here / "icv-checker.toml").write_text(f"{said}\n", "utf-8")
        plain, taken, kept = (parse(["check", SPEC, *more], "en") for more in ((), (back,), ()))
        plain.config = "none"
        for asked in (plain, taken, kept):
            with_settings(asked)

        key = back.removeprefix("--").removeprefix("no-").partition("=")[0].replace("-", "_")
        assert not getattr(taken, key)
        assert not getattr(plain, key)
        assert getattr(kept, key)

    def test_the_command_line_says_it_again(self, here):
        (here / "icv-checker.toml").write_text("strict = false\n", "utf-8")
        asked = parse(["check", SPEC, "--strict"], "en")
        with_settings(asked)

        assert asked.strict is True


@pytest.mark.parametrize(
    ("names", "folder"),
    [
        ([], ""),
        (["car.yaml"], ""),
        (["specs/car.yaml"], "specs"),
        (["./specs/../car.yaml"], ""),
        (["specs/*.yaml"], "specs"),
        (["specs/**/x/*.yaml"], "specs"),
        (["*/car.yaml"], ""),
        (["a/x.yaml", "a/y.yaml"], "a"),
        (["/x/a/car.yaml", "/x/b/c/car.yaml"], "/x"),
    ],
)
@pytest.mark.usefixtures("here")
def test_the_folder_that_holds_all_specs(names, folder):
    assert folder_of(names) == folder
