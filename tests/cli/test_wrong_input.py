"""Wrong inputs: the right exit code, and a sentence that says how to mend it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import EXAMPLES


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.yaml", None, ("there is no such file",)),
        ("ca.yaml", None, ("there is no such file", "did you mean 'car.yaml'?")),
        ("specs\\car.yaml", None, ("there is no such file",)),
        (".\\car.yaml", None, ("did you mean './car.yaml'?",)),
        ("specs/*.yaml", None, ("no file fits this pattern", "the current folder is")),
        ("empty.yaml", b"", ("the file holds nothing",)),
        ("blank.yaml", b"\n\n# only a comment\n", ("the file holds nothing",)),
        (
            "gbk.yaml",
            "schema: icv-vehicle/1\nvehicle: {name: 云舟}\n".encode("gbk"),
            ("saved as GBK", "UTF-8"),
        ),
        ("utf16.yaml", "schema: icv-vehicle/1\n".encode("utf-16"), ("UTF-16", "UTF-8")),
        ("list.yaml", b"- a\n- b\n", ("list",)),
        ("tab.yaml", b"schema: icv-vehicle/1\nvehicle:\n\tid: x\n", ("tab",)),
        ("twice.yaml", b"schema: icv-vehicle/1\nschema: icv-vehicle/1\n", ("schema",)),
        ("broken.json", b'{"schema": "icv-vehicle/1",}', ("1:28", "no comma before")),
        ("nul.yaml", b"schema: a\0b\n", ("nul.yaml:1:",)),
    ],
)
@pytest.mark.usefixtures("car")
def test_a_file_that_cannot_be_used(name, content, says, run):
    if content is not None:
        Path(name).write_bytes(content)

    ran = run("check", name)

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"{name}:1:1: ") or ran.err.startswith(f"{name}:")
    assert all(part in ran.err for part in says), ran.err
    assert "Traceback" not in ran.err


def test_a_folder_in_place_of_a_file(run, tmp_path):
    ran = run("check", tmp_path)

    assert ran.code == 3
    assert "this is a folder, not a file (name the files in it:" in ran.err


@pytest.mark.usefixtures("car")
def test_a_file_name_that_no_file_can_have(run):
    assert run("check", "a\0b").code == 3


@pytest.mark.parametrize(
    ("more", "line", "says"),
    [
        ("vehicel: {}\n", 3, ("unknown key 'vehicel'", "did you mean 'vehicle'?")),
        ("automation_features:\n  pilot: {name: P, levle: 3}\n", 4, ("'levle'", "did you mean 'level'?")),
        ("automation_features:\n  pilot: {name: P, level: three}\n", 4, ("level",)),
        ("automation_features:\n  pilot: {name: P, level: null}\n", 4, ("level",)),
        ("documents: {d: {type: certificate, title: x, issued: 2026-02-30}}\n", 3, ("2026-02-30",)),
        ("approvals: {a: {standard: GB 1, document: nowhere}}\n", 3, ("nowhere",)),
    ],
)
def test_a_mistake_in_a_spec_is_told_at_its_line(more, line, says, run, spec):
    ran = run("check", spec(more))

    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"small.yaml:{line}:"), ran.err
    assert all(part in ran.err for part in says), ran.err


def test_all_mistakes_are_told_at_once(run, spec):
    ran = run("check", spec("vehicel: {}\nsensros: {}\ncloud: 3\n"))

    assert [line.split(":")[1] for line in ran.err.splitlines()] == ["3", "4", "5"]


def test_mistakes_are_told_in_chinese(run, spec):
    ran = run("check", spec("vehicel: {}\n"), "--lang", "zh")

    assert "是否应为“vehicle”？" in ran.err


def test_of_two_documents_in_one_file_the_good_one_is_judged(run, car, tmp_path):
    good = (tmp_path / car).read_text("utf-8")
    (tmp_path / "two.yaml").write_text(f"{good}\n---\nvehicle: 3\n", "utf-8")

    ran = run("check", "two.yaml", "--as-of", "2026-11-20")

    assert ran.code == 3
    assert "■ Does not conform" in ran.out
    assert "two.yaml #2  could not be judged" in ran.out
    assert "not judged: 1" in ran.out
    assert "vehicle" in ran.err


def test_of_several_files_the_good_ones_are_judged(run, car, tmp_path):
    (tmp_path / "bad.yaml").write_text("schema: 3\n", "utf-8")

    ran = run("check", "bad.yaml", car, "gone.yaml", "--format", "json")
    result = json.loads(ran.out)

    assert ran.code == 3
    assert [one["file"] for one in result["results"]] == ["car.yaml"]
    assert [one["file"] for one in result["invalid"]] == ["bad.yaml", "gone.yaml"]


def test_a_pattern_that_the_shell_left_alone(run, spec):
    spec(name="a.yaml")
    spec(name="b.yaml")
    ran = run("check", "*.yaml")

    assert "a.yaml" in ran.out
    assert "b.yaml" in ran.out
    assert "Documents: 2." in ran.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--standard", "gb-44479-2024"), "did you mean 'gb-44497-2024'?"),
        (("--standard", "nonsense"), "unknown standard 'nonsense'"),
        (("--standard", "UN R157"), "several editions: name one of un-r157-00, un-r157-01"),
        (("--profile", "ads-chian"), "did you mean 'ads-china'?"),
        (("--profile", "zzz"), "known here: ads-china"),
        (("--market", "CHN"), "did you mean 'CN'?"),
        (("--market", "China"), "unknown market 'China' (did you mean CN?)"),
        (("--market", "中国", "--lang", "zh"), "未知市场“中国”（是否应为 CN？）"),
        (("--market", "europe"), "did you mean EU?"),
        (("--market", "UK"), "did you mean GB?"),
        (("--market", "XX"), "unknown market 'XX'"),
        (("--variant", "pro"), "describes one configuration only"),
        (("--as-of", "2026-13-01"), "--as-of: '2026-13-01' is not a date"),
        (("--as-of", "2026-02-30"), "--as-of:"),
        (("--as-of", "tomorrow"), "is not a date"),
        (("--as-of", "2026-11"), "is a month; a day is needed, such as 2026-11-01"),
        (("--as-of",), "--as-of wants a value"),
        (("--min-score", "120"), "'120' is not a number from 0 to 100"),
        (("--min-score", "-1"), "'-1' is not a number from 0 to 100"),
        (("--min-decided", "nan"), "'nan' is not a number from 0 to 100"),
        (("--lang", "fr"), "--lang cannot be 'fr'; write one of: en, zh, both"),
        (("--approval", "old"), "write one of: new-type, existing-type"),
        (("--fromat", "json"), "there is no option --fromat; did you mean --format?"),
        (("--min-scor=3",), "did you mean --min-score?"),
        (("--qqqqqqq",), "there is no option --qqqqqqq\n"),
        (("--strict=yes",), "--strict takes no value"),
    ],
)
def test_a_wrong_command_line_reads_nothing(arguments, says, run, car):
    ran = run("check", car, *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err, ran.err


def test_a_variant_that_there_is_not(run):
    ran = run("check", EXAMPLES / "l2_passenger_car.yaml", "--variant", "sport")

    assert ran.code == 2
    assert "has no variant 'sport'; it has: cn_lite, cn_pro, eu_pro" in ran.err


def test_a_market_is_known_in_small_letters_too(run, spec):
    assert run("check", spec(), "--market", "de").code == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "say what to do"),
        (("chek", "car.yaml"), "there is no 'chek'; there is: check, report"),
        (("check",), "SPEC is missing"),
        (("report", "car.yaml"), "-o/--output is missing"),
        (("timeline", "a.yaml", "b.yaml"), "'b.yaml' is one too many"),
        (("schema", "car"), "there is: vehicle, standard, profile"),
        (("explain",), "REQUIREMENT is missing"),
        (("doctor", "please"), "'please' is one too many"),
        (("--quiet", "doctor"), "write --quiet behind the command"),
    ],
)
def test_a_wrong_command(arguments, says, run):
    ran = run(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert "--help" in ran.err


def test_refusals_are_in_the_language_that_was_asked_for(run):
    assert "缺少 SPEC" in run("check", "--lang", "zh").err
    assert (
        "没有选项 --fromat；是否应为 --format？"
        in run("check", "a.yaml", "--fromat", "x", "--lang", "zh").err
    )
    assert "不是 0 到 100 之间的数" in run("check", "a.yaml", "--min-score", "x", "--lang=zh").err
    assert "缺少 SPEC" in run("check", LANG="zh_CN.UTF-8").err


def test_where_nothing_applies_it_says_why_and_does_not_let_it_through(run, spec):
    name = spec("automation_features: {}\n", category="M1")
    ran = run("check", name, "--standard", "gb-44497-2024")

    assert ran.code == 1
    assert "▲ Nothing judged" in ran.out
    assert "○ GB 44497-2024: not applicable (applies only where automation_features.exists(" in ran.out
    assert "gate fails: nothing was judged, which is not conformity" in ran.out
    assert run("check", name, "--standard", "gb-44497-2024", "--allow-empty").code == 0


class TestRules:
    """Rule files of one's own: a mistake in them stops everything, and nothing is judged."""

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ("id: [", "house.yaml:1:"),
            ("id: house\n", "house.yaml:1:"),
            ("", "the file holds nothing"),
        ],
    )
    def test_a_broken_rule_file(self, content, says, run, car):
        Path("rules").mkdir()
        Path("rules/house.yaml").write_text(content, "utf-8")

        ran = run("check", car, "--rules", "rules")

        assert (ran.code, ran.out) == (3, "")
        assert says in ran.err

    def test_a_rule_file_with_the_id_of_another(self, run, car, tmp_path):
        rules = tmp_path / "rules"
        rules.mkdir()
        shipped = EXAMPLES.parent / "standards" / "un" / "un-r155.yaml"
        (rules / "un-r155.yaml").write_bytes(shipped.read_bytes())

        ran = run("check", car, "--rules", "rules")

        assert (ran.code, ran.out) == (3, "")
        assert "un-r155" in ran.err
        assert "rules/un-r155.yaml:" in ran.err

    def test_a_folder_that_is_not_there(self, run, car):
        ran = run("check", car, "--rules", "nowhere")

        assert (ran.code, ran.out) == (3, "")
        assert ran.err.startswith("nowhere:1:1: ")

    def test_a_broken_profile(self, run, car, tmp_path):
        (tmp_path / "house.yaml").write_text(
            "id: house\ntitle: {en: H, zh: H}\nstandards: [un-r1555]\n", "utf-8"
        )

        ran = run("check", car, "--profile", "house.yaml")

        assert (ran.code, ran.out) == (3, "")
        assert "did you mean 'un-r155'?" in ran.err

    def test_a_profile_that_is_not_there(self, run, car):
        ran = run("check", car, "--profile", "gone.yaml")

        assert (ran.code, ran.out) == (3, "")
        assert "there is no such file" in ran.err


class TestReport:
    """Targets of reports: refused before anything is read, where that can be known."""

    @pytest.mark.parametrize("name", ["x.txt", "x", "report.html.txt", "-"])
    def test_a_form_that_there_is_not(self, name, run, car):
        ran = run("report", car, "-o", name)

        assert ran.code == 2
        assert "has to end in .html or .pdf" in ran.err

    def test_a_folder_that_is_not_there(self, run, car):
        ran = run("report", car, "-o", "nowhere/x.html")

        assert ran.code == 2
        assert "there is no folder 'nowhere'" in ran.err

    def test_a_folder_in_place_of_the_file(self, run, car, tmp_path):
        (tmp_path / "x.html").mkdir()
        ran = run("report", car, "-o", "x.html")

        assert ran.code == 2
        assert "is a folder" in ran.err

    def test_an_invalid_spec_is_never_exit_0(self, run, spec, tmp_path):
        ran = run("report", spec("vehicel: {}\n"), "-o", "x.html")

        assert ran.code == 3
        assert not (tmp_path / "x.html").exists()
        assert "did you mean 'vehicle'?" in ran.err

    def test_a_missing_spec(self, run, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)

        assert run("report", "gone.yaml", "-o", "x.html").code == 3


@pytest.mark.parametrize("command", ["lint", "test", "fmt", "docs"])
def test_a_folder_in_place_of_rule_files(command, run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours").mkdir()
    ran = run(command, "ours", *(("-o", "pages") if command == "docs" else ()))

    assert (ran.code, ran.out) == (2, "")
    assert "'ours' is a folder (name the files in it: ours/*.yaml)" in ran.err


class TestExplain:
    """Names of requirements."""

    @pytest.mark.parametrize(
        ("name", "says"),
        [
            ("gb-44497-2024/data-survive-crash-tests", "did you mean 'data-survive-the-crash-tests'?"),
            ("data-survive-crash-tests", "did you mean 'gb-44497-2024/data-survive-the-crash-tests'?"),
            ("gb-44497-2024/zzz", "icv-checker standards gb-44497-2024 lists them"),
            ("zzz", "unknown requirement 'zzz'"),
            ("un-r155", "'un-r155' is a standard: see icv-checker standards un-r155"),
            ("nonsense/zzz", "unknown standard 'nonsense'"),
            ("UN R157/zzz", "several editions"),
        ],
    )
    def test_a_requirement_that_there_is_not(self, name, says, run):
        ran = run("explain", name)

        assert (ran.code, ran.out) == (2, "")
        assert says in ran.err

    def test_the_name_within_its_standard_is_enough_where_only_one_has_it(self, run):
        ran = run("explain", "data-survive-the-crash-tests")

        assert ran.code == 0
        assert ran.out.startswith("gb-44497-2024/data-survive-the-crash-tests")

    def test_a_name_that_several_standards_have(self, run):
        ran = run("explain", "performs-the-whole-driving-task")

        assert ran.code == 2
        assert "name one of " in ran.err
        assert "un-r157-00/performs-the-whole-driving-task, un-r157-01/performs" in ran.err

    def test_with_an_invalid_spec_the_requirement_is_still_explained(self, run, spec):
        ran = run("explain", "data-survive-the-crash-tests", spec("vehicel: {}\n"))

        assert ran.code == 3
        assert "data-survive-the-crash-tests" in ran.out
        assert "did you mean 'vehicle'?" in ran.err
