"""`new` as a user runs it: what is written is sound, and what to do next works."""

import pytest

STANDARD = ("new", "standard", "gb-99999-2030")


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def begun(run, *more):
    ran = run(*STANDARD, *more)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_a_standard_is_begun_and_its_file_passes_all_that_looks_at_it(run, here):
    out = begun(run)
    file = here / "gb-99999-2030.yaml"

    assert out.startswith("gb-99999-2030.yaml is begun\nnext: icv-checker lint gb-99999-2030.yaml")
    assert "icv-checker schema standard --fields > standard.schema.json" in out
    assert run("test", file.name)[:2] == (0, "gb-99999-2030: 3 examples of 1 requirement, 0 wrong\n")
    assert run("fmt", "--check", file.name).code == 0
    code, out, err = run("lint", file.name)
    assert (code, out) == (0, "1 rule file, 0 things to mend, 7 to fill in\n")
    assert err.count("to be filled in: ") == 7


def test_a_file_that_is_no_draft_any_more_has_nothing_to_be_filled_in(run, here):
    begun(run)
    file = here / "gb-99999-2030.yaml"
    file.write_text(file.read_text("utf-8").replace("status: draft", "status: issued"), "utf-8")

    code, out, err = run("lint", file.name)
    assert (code, out) == (1, "1 rule file, 7 things to mend\n")
    assert "delete the mark" in err


def test_a_requirement_is_begun(run, here):
    begun(run)
    file = here / "gb-99999-2030.yaml"
    ran = run("new", "requirement", file.name, "warns-within-2-s")

    assert ran.code == 0
    assert ran.out.startswith("gb-99999-2030.yaml: 'warns-within-2-s' is begun at the end\n")
    assert run("test", file.name).out.startswith("gb-99999-2030: 6 examples of 2 requirements, 0 wrong")
    assert run("lint", file.name).code == 0
    assert run("fmt", "--check", file.name).code == 0


def test_a_plain_one_is_short(run, here):
    begun(run)
    file = here / "gb-99999-2030.yaml"
    before = len(file.read_text("utf-8").splitlines())
    run("new", "requirement", "--plain", file.name, "warns")

    assert len(file.read_text("utf-8").splitlines()) - before == 9


def test_in_chinese(run, here):
    ran = run(*STANDARD, "--lang", "zh")

    assert ran.out.startswith("已新建 gb-99999-2030.yaml\n下一步：")
    assert run("lint", "gb-99999-2030.yaml", "--lang", "zh").out == "1 个规则文件，0 处待修改，7 处待填写\n"
    assert run("new", "requirement", "gb-99999-2030.yaml", "b", "--lang", "zh").out.startswith(
        "gb-99999-2030.yaml：已在末尾新建“b”\n"
    )
    assert here.is_dir()


def test_what_is_known_is_filled_in(run, here):
    begun(
        run,
        "--title-en",
        "Seats",
        "--title-zh",
        "座椅",
        "--domain",
        "cockpit",
        "--market",
        "eu",
        "--kind",
        "permit",
    )
    text = (here / "gb-99999-2030.yaml").read_text("utf-8")

    assert "\ntitle: {en: Seats, zh: 座椅}\n" in text
    assert "\ndomain: cockpit\n" in text
    assert "\nmarket: EU\n" in text
    assert "\nkind: permit\n" in text
    assert run("lint", "gb-99999-2030.yaml").out.endswith(" 5 to fill in\n")


def test_a_new_edition_replaces_the_one_before(run, here):
    assert run("new", "standard", "gb-44497-2030", "-o", ".").code == 0

    assert "\nreplaces: [gb-44497-2024]\n" in (here / "gb-44497-2030.yaml").read_text("utf-8")
    assert run("lint", "gb-44497-2030.yaml").code == 0


def test_into_a_folder(run, here):
    (here / "rules").mkdir()
    out = begun(run, "-o", "rules")

    assert "rules/gb-99999-2030.yaml is begun" in out
    assert (here / "rules" / "gb-99999-2030.yaml").is_file()
    assert run("test", "gb-99999-2030", "--rules", "rules").code == 0


def test_within_the_shipped_rules_the_editor_finds_the_schema_there(run, here, monkeypatch):
    (here / "standards" / "cn").mkdir(parents=True)
    monkeypatch.setattr("checker.cli.new.data_folder", lambda _: str(here / "standards"))
    out = begun(run, "-o", "standards/cn")

    assert "standard.schema.json" not in out
    head = (here / "standards" / "cn" / "gb-99999-2030.yaml").read_text("utf-8").splitlines()[0]
    assert head == "# yaml-language-server: $schema=../schema/standard.schema.json"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("standard", "GB_1"), "is no id: lower-case words"),
        (("standard", "gb-1", "gb-2"), "name one id"),
        (("standard", "gb-44497-2024"), "is there already: standards/cn/gb-44497-2024.yaml"),
        (("standard", "gb-1-2030", "-o", "other.yaml"), "call the file gb-1-2030.yaml"),
        (("standard", "gb-1-2030", "-o", "gb-1-2030.txt"), "call the file gb-1-2030.yaml"),
        (("standard", "gb-1-2030", "-o", "none/"), "there is no folder 'none'"),
        (("standard", "gb-1-2030", "--market", "MARS"), "unknown market"),
        (("standard", "gb-1-2030", "--kind", "law"), "law"),
        (("standard", "gb-1-2030", "--plain"), "--plain goes with requirement"),
        (("requirement", "car.yaml"), "name a rule file and an id"),
        (("requirement", "car.yaml", "4-5-2"), "is no id"),
        (("requirement", "car.yaml", "b", "--number", "B 1"), "--number goes with standard"),
        (("paragraph", "b"), "paragraph"),
    ],
)
def test_a_wrong_command_line_writes_nothing(run, here, arguments, says):
    ran = run("new", *arguments)

    assert ran.code == 2
    assert says in ran.err
    assert list(here.iterdir()) == []


def test_a_file_that_is_there_stays_as_it_is(run, here):
    (here / "gb-99999-2030.yaml").write_text("mine\n", "utf-8")
    ran = run(*STANDARD)

    assert ran.code == 2
    assert "is there already, and stays as it is" in ran.err
    assert (here / "gb-99999-2030.yaml").read_text("utf-8") == "mine\n"


def test_a_requirement_for_a_file_that_is_not_there_or_cannot_be_read(run, here):
    (here / "bad.yaml").write_text("id: [\n", "utf-8")

    assert run("new", "requirement", "none.yaml", "b").code == 3
    assert run("new", "requirement", "bad.yaml", "b").code == 3
    assert (here / "bad.yaml").read_text("utf-8") == "id: [\n"


def test_an_id_that_is_taken(run, here):
    begun(run)
    ran = run("new", "requirement", "gb-99999-2030.yaml", "has-a-seat")

    assert ran.code == 3
    assert "has a requirement of this id" in ran.err
    assert here.is_dir()
