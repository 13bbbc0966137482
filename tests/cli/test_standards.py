"""`standards`, `schema` and `test`: what there is, and what it holds."""

import json

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import ROOT


def test_every_standard_is_listed_with_its_title(run):
    ran = run("standards")
    files = {path.stem for path in (ROOT / "standards").glob("*/*.yaml") if path.parent.name in ("cn", "un")}

    assert ran.code == 0
    listed = {line.split()[0] for line in ran.out.splitlines() if line[0] != " "}
    assert files <= listed
    assert "UN R157 (00)" in ran.out
    assert "UN R157 (01)" in ran.out


@pytest.mark.parametrize("name", ["gb-44497-2024", "GB 44497-2024", "GB44497—2024"])
def test_one_standard_by_any_of_its_names(name, run):
    ran = run("standards", name)

    assert ran.code == 0
    assert ran.out.startswith("GB 44497-2024  ")
    assert "clauses looked at" in ran.out
    assert "gb-44497-2024/data-survive-the-crash-tests  4.8, 6.3" in ran.out


def test_what_was_not_compared_with_the_official_text_says_so(run):
    assert "(not compared with the official text)" in run("standards", "gb-t-40429-2021").out


@pytest.mark.parametrize("name", ["vehicle", "standard", "profile", "result"])
def test_a_schema_is_one(name, run):
    ran = run("schema", name)

    assert ran.code == 0
    schema = json.loads(ran.out)
    assert schema == json.loads((ROOT / "standards" / "schema" / f"{name}.schema.json").read_bytes())
    if name != "vehicle":  # which is long, and looked at in tests/schemas
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    "name", ["un-r155", "UN R155", "standards/un/un-r155.yaml", "./standards/un/un-r155.yaml"]
)
def test_the_examples_of_one_standard(name, run, monkeypatch):
    monkeypatch.chdir(ROOT)
    ran = run("test", name)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("un-r155: ")
    assert ", 0 wrong" in ran.out


def test_a_wrong_example_exits_1_at_its_line(run, tmp_path):
    shipped = (ROOT / "standards" / "un" / "un-r155.yaml").read_text("utf-8")
    house = shipped.replace("id: un-r155\n", "id: house-r155\n", 1).replace(
        "number: UN R155", "number: House R155", 1
    )
    lines = [line for line in house.splitlines(keepends=True) if not line.startswith("aliases:")]
    text = "".join(lines)
    assert "pass:" in text
    (tmp_path / "house-r155.yaml").write_text(text.replace("      pass:", "      fail:", 1), "utf-8")

    ran = run("test", "house-r155", "--rules", tmp_path)

    assert ran.code in (1, 3)
    assert "house-r155.yaml:" in ran.err


def test_the_result_of_check_fits_its_schema(run, spec):
    schema = json.loads(run("schema", "result").out)
    result = json.loads(run("check", spec("reviews: {}\n"), "gone.yaml", "--format", "json").out)

    Draft202012Validator(schema).validate(result)
    assert result["invalid"][0]["problems"][0]["what"]["zh"] == "没有这个文件"


def test_an_answer_that_no_requirement_asked_for_is_a_note(run, spec):
    answers = (
        "reviews:\n"
        "  gb-44497-2024/type-counts-as-one-that-was-aproved: {verdict: conforms, by: QA, date: 2026-01-01}\n"
        "  gb-44497-2099/one: {verdict: conforms, by: QA, date: 2026-01-01}\n"
        "  un-r155/risk-assessment-is-exhaustive: {verdict: conforms, by: QA, date: 2026-01-01}\n"
    )
    ran = run("check", spec(answers), "--standard", "gb-44497-2024", "--format", "json")
    notes = json.loads(ran.out)["results"][0]["configurations"][0]["notes"]

    notes.sort(key=lambda note: note["place"]["line"])
    assert [note["place"]["line"] for note in notes] == [4, 5]
    assert "did you mean 'gb-44497-2024/type-counts-as-one-that-was-approved'?" in notes[0]["text"]["en"]
    assert [note["kind"] for note in notes] == ["requirement_unknown", "standard_unknown"]


def test_a_misprinted_number_is_a_note(run, spec):
    documents = "documents: {d: {type: certificate, title: x, covers: [GB 44479-2024]}}\n"

    assert "did you mean" in run("check", spec(documents)).out
