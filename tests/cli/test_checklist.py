"""`checklist` and `answer` as they are typed: exit codes, streams, files; nothing is written by halves."""

import io
import json
import os
import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator

from checker.cli import exits
from checker.documents import read_documents
from checker.exchange.answers import COVERS, SHEETS, TYPES, VERDICTS
from checker.model.spec import BASES
from checker.schemas.fields import STATUSES
from tests.cli.conftest import EXAMPLES as SPECS
from tests.exchange.desk import RULES, fill

DAY = "--as-of=2026-11-20"
RULE = ("--standard", "gb-44497-2024", DAY)
ASKED = "gb-44497-2024/type-counts-as-one-that-was-approved"
DONE = {"verdict": "conforms", "by": "Li Wei", "date": "2026-11-20"}


def listed(run, car, *more):
    ran = run("checklist", car, *RULE, *more)
    assert ran.code == exits.HOLDS
    return ran


def test_the_list_is_printed_as_yaml(run, car):
    ran = listed(run, car)

    assert ran.err == ""
    head, _, rest = ran.out.partition("\n")
    assert head == "# yaml-language-server: $schema=checklist.schema.json"
    assert rest.startswith("# Checklist: what is open for Yunzhou X9\n# Fill in the empty places")
    assert "icv-checker answer car.yaml checklist.yaml --in-place" in ran.out
    assert f"  - requirement: {ASKED}\n" in ran.out


def test_it_is_written_in_every_form_at_once(run, car):
    ran = listed(run, car, "-o", "a.yaml", "-o", "a.xlsx", "-o", "a.md", "-o", "a.yml")

    assert ran.out == ""
    *files, schema = ran.err.splitlines()
    assert schema.endswith("icv-checker schema checklist > checklist.schema.json")
    said = [line.partition(": ") for line in files]
    assert [file for file, _, _ in said] == ["a.yaml", "a.xlsx", "a.md", "a.yml"]
    assert len({told for _, _, told in said}) == 1
    assert re.fullmatch(r"\d+ questions?, \d+ fields?, evidence for \d+ requirements?", said[0][2])
    assert Path("a.yaml").read_text("utf-8").replace("a.yaml", "a.yml") == Path("a.yml").read_text("utf-8")


def test_in_chinese(run, car):
    ran = listed(run, car, "--lang", "zh", "-o", "a.yaml")

    assert re.fullmatch(
        r"a\.yaml：\d+ 个待人工确认的问题，\d+ 个待填写字段，\d+ 条要求的证明材料", ran.err.splitlines()[0]
    )
    assert "供编辑器提示各键：icv-checker schema checklist" in ran.err
    assert "\n# 检查表：云舟 X9 的待办事项\n" in Path("a.yaml").read_text("utf-8")


def test_from_standard_input(run, car, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(car).read_bytes()), "utf-8"))
    ran = run("checklist", "-", *RULE)

    assert ran.code == exits.HOLDS
    assert 'file: "<stdin>"' in ran.out


def test_the_empty_form_of_a_standard(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = run("checklist", *RULE, "-o", "form.md", "-o", "form.xlsx", "-o", "-")

    assert ran.code == exits.HOLDS
    assert Path("form.md").read_text("utf-8").startswith("# Empty form: GB 44497-2024 ")
    assert "data_recording.dssad.storage_capacity_events" in ran.out
    assert "Requirements 要求" in openpyxl.load_workbook("form.xlsx").sheetnames


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "name a spec, or with --standard a standard whose empty form is wanted"),
        (("car.yaml", "-o", "a.pdf"), "'a.pdf': the name has to end in .yaml, .xlsx or .md"),
        (("car.yaml", "-o", "a"), "'a': the name has to end in .yaml, .xlsx or .md"),
        (("car.yaml", "-o", "no/a.yaml"), "there is no folder 'no' to write to"),
        (("car.yaml", "--standard", "gb-44497-2O24"), "unknown standard 'gb-44497-2O24'"),
        (("car.yaml", "--market", "XX"), "unknown market 'XX'"),
        (("car.yaml", "--variant", "slim"), "describes one configuration only"),
    ],
)
@pytest.mark.usefixtures("car")
def test_a_command_line_that_is_wrong(run, arguments, says):
    ran = run("checklist", *arguments)

    assert (ran.code, ran.out) == (exits.USAGE, "")
    assert says in ran.err


def test_a_spec_that_is_invalid(run, spec):
    ran = run("checklist", spec("seats: 4\n"), "-o", "a.yaml")

    assert ran.code == exits.INVALID
    assert "small.yaml:3:1: unknown key 'seats'" in ran.err
    assert not Path("a.yaml").exists()


def test_a_file_of_waivers_that_is_wrong_is_not_passed_over(run, car):
    Path("w.yaml").write_text("waivers: [{requirement: a/b}]\n", "utf-8")
    ran = run("checklist", car, *RULE, "--waivers", "w.yaml")

    assert (ran.code, ran.out) == (exits.INVALID, "")
    assert "w.yaml:1:" in ran.err


def test_a_file_with_two_documents(run, spec):
    name = spec()
    Path(name).write_text(Path(name).read_text("utf-8") + "---\n" + Path(name).read_text("utf-8"), "utf-8")
    Path("a.yaml").write_text("checklist: icv-checklist/1\n", "utf-8")

    for ran in (run("checklist", name, *RULE), run("answer", name, "a.yaml")):
        assert ran.code == exits.INVALID
        assert "the file holds 2 documents, and a checklist is for one (put each into a file" in ran.err


# ---- and back


@pytest.fixture
def answered(run, car):
    """Return the name of a list in which one question is answered."""
    listed(run, car, "-o", "open.yaml")
    text = Path("open.yaml").read_text("utf-8")
    Path("open.yaml").write_text(fill(text, ASKED, **DONE), "utf-8")
    return "open.yaml"


def verdict(run, car):
    return re.search(r"[●■▲◆○] (\w+)", run("explain", ASKED, car, DAY).out)[1]


def test_a_round_trip_changes_the_verdict(run, car, answered):
    assert verdict(run, car) == "Review"
    ran = run("answer", car, answered, "--in-place")

    assert (ran.code, ran.out) == (exits.HOLDS, "")
    assert ran.err.startswith("car.yaml: brought in 1 answer, 0 values, evidence for 0 requirements\n")
    assert re.search(r"\n\d+ rows were left empty and stay open\n$", ran.err)
    assert verdict(run, car) == "Pass"


def test_a_workbook_comes_back_too(run, car):
    listed(run, car, "-o", "open.xlsx")
    book = openpyxl.load_workbook("open.xlsx")
    sheet = book["Questions for a person 人工确认"]
    keys = [str(one.value).rpartition(":")[2] for one in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=3) if row[0].value == ASKED)
    for key, value in DONE.items():
        row[keys.index(key)].value = value
    book.save("open.xlsx")

    assert run("answer", car, "open.xlsx", "--in-place").code == exits.HOLDS
    assert verdict(run, car) == "Pass"


def test_without_a_place_it_is_printed(run, car, answered):
    before = Path(car).read_bytes()
    ran = run("answer", car, answered)

    assert ran.code == exits.HOLDS
    assert f"reviews:\n  {ASKED}:\n    verdict: conforms\n" in ran.out
    assert "car.yaml: brought in 1 answer" in ran.err
    assert Path(car).read_bytes() == before


def test_to_another_file(run, car, answered):
    before = Path(car).read_bytes()
    ran = run("answer", car, answered, "-o", "new.yaml", "--lang", "zh")

    assert ran.code == exits.HOLDS
    assert "new.yaml：已导入 1 个人工结论" in ran.err
    assert Path(car).read_bytes() == before
    assert Path("new.yaml").read_bytes().startswith(before[:200])
    assert run("check", "new.yaml", *RULE).code != exits.INVALID


def test_the_spec_from_standard_input(run, car, answered, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(car).read_bytes()), "utf-8"))
    ran = run("answer", "-", answered)

    assert ran.code == exits.HOLDS
    assert f"  {ASKED}:\n" in ran.out


def test_who_and_when_for_all_rows(run, car):
    listed(run, car, "-o", "open.yaml")
    Path("open.yaml").write_text(
        fill(Path("open.yaml").read_text("utf-8"), ASKED, verdict="conforms"), "utf-8"
    )

    ran = run("answer", car, "open.yaml")
    assert ran.code == exits.INVALID
    assert "`by` is missing" in ran.err
    assert "`date` is missing" in ran.err
    assert run("answer", car, "open.yaml", "--by", "Li", "--on", "2026-11-20").code == exits.HOLDS


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("car.yaml", "open.md"), "'open.md': answers come back in a file that ends in .yaml or .xlsx"),
        (("car.yaml", "open.yaml", "-o", "new.yaml", "--in-place"), "-o and --in-place exclude each other"),
        (("car.yaml", "open.yaml", "-o", "car.yaml"), "to write over the spec itself, say --in-place"),
        (("car.yaml", "open.yaml", "-o", "./car.yaml"), "to write over the spec itself, say --in-place"),
        (("car.yaml", "open.yaml", "-o", "car.json"), "'car.yaml' is YAML and stays YAML"),
        (("car.yaml", "open.yaml", "-o", "no/new.yaml"), "there is no folder 'no' to write to"),
        (("-", "open.yaml", "--in-place"), "standard input has no place to write to"),
        (("car.yaml", "open.yaml", "--on", "2026-11"), "is a month; a day is needed"),
        (("car.yaml",), "FILE is missing"),
    ],
)
@pytest.mark.usefixtures("answered")
def test_an_answer_that_is_typed_wrong(run, arguments, says):
    before = Path("car.yaml").read_bytes()
    ran = run("answer", *arguments)

    assert (ran.code, ran.out) == (exits.USAGE, "")
    assert says in ran.err
    assert Path("car.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("gone.yaml", None, "gone.yaml:1:1: there is no such file"),
        ("a.yaml", b"", "a.yaml:1:1: the file holds nothing"),
        (
            "a.yaml",
            b"schema: icv-vehicle/1\n",
            "a.yaml:1:1: this is no checklist (icv-checker checklist writes one",
        ),
        ("a.xlsx", b"", "a.xlsx:1:1: this is no workbook"),
    ],
)
def test_a_file_that_is_no_list(run, car, name, data, says):
    if data is not None:
        Path(name).write_bytes(data)
    ran = run("answer", car, name, "--in-place")

    assert (ran.code, ran.out) == (exits.INVALID, "")
    assert says in ran.err


def test_nothing_is_written_where_one_row_is_refused(run, car, answered):
    text = fill(
        Path(answered).read_text("utf-8"),
        "data_recording.dssad.readout.ethernet_pins_as_gbt_43258_4",
        value="perhaps",
    )
    Path(answered).write_text(text, "utf-8")
    before = Path(car).read_bytes()
    ran = run("answer", car, answered, "--in-place")

    assert ran.code == exits.INVALID
    assert re.match(r"open\.yaml:\d+:5: data_recording\.dssad\.readout\.ethernet_pins", ran.err)
    assert Path(car).read_bytes() == before


def test_a_spec_that_is_broken_meanwhile(run, car, answered):
    Path(car).write_text(Path(car).read_text("utf-8") + "odd: 1\n", "utf-8")
    ran = run("answer", car, answered, "--in-place")

    assert ran.code == exits.INVALID
    assert "unknown key 'odd'" in ran.err


def test_a_folder_that_takes_no_file(run, car, answered, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("checker.cli.files.write_whole", full)
    before = Path(car).read_bytes()
    ran = run("answer", car, answered, "--in-place")

    assert ran.code == exits.MACHINE
    assert "car.yaml' cannot be written: No space left on device" in ran.err
    assert "brought in" not in ran.err
    assert Path(car).read_bytes() == before
    assert run("checklist", car, *RULE, "-o", "a.xlsx").code == exits.MACHINE


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_leads_to_the_file_that_is_written(run, car, answered):
    Path("real").mkdir()
    shutil.move(car, "real/car.yaml")
    Path(car).symlink_to("real/car.yaml")
    ran = run("answer", car, answered, "--in-place")

    assert ran.err.startswith("car.yaml: brought in 1 answer")
    assert Path(car).is_symlink()
    assert ASKED in Path("real/car.yaml").read_text("utf-8")


EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("form", ["yaml", "xlsx"])
@pytest.mark.parametrize("name", ["l2_passenger_car.yaml", "l2_passenger_car_taxi.yaml", "l4_robotaxi.yaml"])
def test_the_list_of_every_example_comes_back_empty(run, tmp_path, monkeypatch, name, form):
    """Configurations, extended files, 150 % specs: an empty list changes not a byte."""
    for file in EXAMPLES.glob("*.yaml"):
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run("checklist", name, "-o", f"open.{form}", DAY).code == exits.HOLDS
    ran = run("answer", name, f"open.{form}", "-o", "new.yaml")

    assert ran.code == exits.HOLDS
    assert Path("new.yaml").read_bytes() == Path(name).read_bytes()
    assert "brought in 0 answers, 0 values, evidence for 0 requirements" in ran.err


def test_our_own_rules(run, spec, tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "ours-1.yaml").write_text(RULES, "utf-8")
    own = ("--rules", "rules")
    assert run("checklist", spec(), "--standard", "ours-1", *own, DAY, "-o", "open.yaml").code == exits.HOLDS
    text = fill(Path("open.yaml").read_text("utf-8"), "vehicle.seats", value="5")
    Path("open.yaml").write_text(text, "utf-8")

    assert run("answer", "small.yaml", "open.yaml", *own, "--in-place").code == exits.HOLDS
    assert "markets: [CN], seats: 5}" in Path("small.yaml").read_text("utf-8")


class TestSeveral:
    """Each vehicle has a list of its own."""

    @pytest.fixture
    def two(self, car):
        text = Path(car).read_text("utf-8")
        Path("other.yaml").write_text(
            re.sub(r"(?m)^(\s+)id: \w+", r"\1id: other_one", text, count=1), "utf-8"
        )
        return car, "other.yaml"

    def test_each_goes_into_a_file_called_as_its_id(self, run, two):
        ran = run("checklist", *two, *RULE, "-o", "open-{id}.yaml", "-o", "{id}.md", "-q")

        assert ran == (exits.HOLDS, "", "")
        (own,) = (path for path in Path().glob("open-*.yaml") if path.name != "open-other_one.yaml")
        assert Path(own.name.removeprefix("open-")).with_suffix(".md").exists()
        assert "icv-checker answer other.yaml open-other_one.yaml" in Path("open-other_one.yaml").read_text()

    @pytest.mark.parametrize("outputs", [(), ("-o", "open.xlsx"), ("-o", "{id}.md", "-o", "-")])
    def test_one_place_for_several_is_refused(self, outputs, run, two):
        ran = run("checklist", *two, *RULE, *outputs)

        assert (ran.code, ran.out) == (exits.USAGE, "")
        assert "and 2 are named: write {id} in the name of the file, such as -o 'open-{id}.xlsx'" in ran.err
        assert list(Path().glob("*.md")) == []

    @pytest.mark.parametrize("output", ["{id}/open.yaml", "no/a-{id}/{id}.md"])
    def test_a_folder_is_not_called_as_an_id(self, output, run, two):
        ran = run("checklist", *two, *RULE, "-o", output)

        assert (ran.code, ran.out) == (exits.USAGE, "")
        assert f"'{output}': {{id}} stands for the id of a vehicle in the name of the file" in ran.err
        assert "there is no folder" not in ran.err

    def test_two_vehicles_of_one_id_are_refused(self, run, car):
        shutil.copy(car, "same.yaml")
        ran = run("checklist", car, "same.yaml", *RULE, "-o", "{id}.md")

        assert ran.code == exits.INVALID
        assert ran.err.startswith("same.yaml:1:1: the vehicle '")
        assert "is in car.yaml too (give each vehicle.id once" in ran.err

    def test_all_bad_files_are_named_and_nothing_is_written(self, run, car):
        Path("a.yaml").write_text("schema: 3\n", "utf-8")
        Path("two.yaml").write_text(f"{Path(car).read_text()}\n---\nschema: 3\n", "utf-8")
        ran = run("checklist", "a.yaml", car, "two.yaml", *RULE, "-o", "{id}.md")

        assert ran.code == exits.INVALID
        assert "a.yaml:1:" in ran.err
        assert "two.yaml:1:1: the file holds 2 documents, and a checklist is for one (put each" in ran.err
        assert list(Path().glob("*.md")) == []


@pytest.fixture(scope="module")
def validator():
    text = (SPECS.parent / "standards/schema/checklist.schema.json").read_text("utf-8")
    return Draft202012Validator(json.loads(text))


class TestSchema:
    """What editors explain a list by takes every list that is written, and refuses what is misspelt."""

    def test_it_takes_what_is_written(self, validator, run, car):
        run("checklist", car, DAY, "-o", "a.yaml")
        run("checklist", *RULE[:2], "-o", "form.yaml")

        for name in ("a.yaml", "form.yaml"):
            (document,) = read_documents(Path(name).read_bytes(), name, name_hint="yaml")
            assert [error.message for error in validator.iter_errors(document.data)] == []
            assert document.data["values"]

    @pytest.mark.parametrize(
        ("row", "valid"),
        [
            ({"verdict": "conforms", "by": "Li", "date": "2026-11-20"}, True),
            ({"verdict": "yes"}, False),
            ({"verdict": "conforms", "date": "20.11.2026"}, False),
            ({"verdcit": "conforms"}, False),
        ],
    )
    def test_an_answer(self, row, valid, validator):
        data = {"checklist": "icv-checklist/1", "questions": [{"requirement": ASKED, **row}]}

        assert validator.is_valid(data) is valid

    @pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
    def test_it_knows_the_columns_and_no_other(self, sheet, validator):
        of = validator.schema["properties"][sheet.name]["items"]["$ref"].rpartition("/")[2]
        part = validator.schema["$defs"][of]

        assert set(part["properties"]) == set(sheet.columns)
        assert {key for key, one in part["properties"].items() if one.get("readOnly")} == set(sheet.given)

    @pytest.mark.parametrize(
        ("part", "key", "words"),
        [
            ("question", "verdict", VERDICTS),
            ("value", "status", STATUSES),
            ("value", "basis", BASES),
            ("evidence", "covers", COVERS),
            ("evidence", "type", tuple(one for types in TYPES.values() for one in types)),
        ],
    )
    def test_its_words_are_those_that_can_be_answered(self, part, key, words, validator):
        offered = validator.schema["$defs"][part]["properties"][key]["enum"]

        assert set(offered) == {*words, None}

    def test_it_is_printed(self, run, validator):
        assert json.loads(run("schema", "checklist").out) == validator.schema
