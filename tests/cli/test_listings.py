"""`icv-checker standards` with --profiles, --map and --catalogue, as people and programs see it."""

import json
from functools import cache

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import ROOT

DAY = "--as-of=2026-11-20"


@cache
def validator():
    return Draft202012Validator(
        json.loads((ROOT / "standards/schema/listing.schema.json").read_text("utf-8"))
    )


@pytest.fixture
def data(run):
    """Return what runs the command as JSON that fits its schema."""

    def of(*arguments):
        ran = run("standards", *arguments, "--format", "json")
        assert (ran.code, ran.err) == (0, "")
        found = json.loads(ran.out)
        validator().validate(found)
        return found

    return of


@pytest.mark.parametrize("name", ["catalogue", "correspondence", "listing"])
def test_the_schemas_are_printed(name, run):
    Draft202012Validator.check_schema(json.loads(run("schema", name).out))


# ---- standards as data


def test_the_standards_as_data(data):
    found = data()

    assert found["schema"] == "icv-standards/1"
    (one,) = (row for row in found["standards"] if row["id"] == "gb-44497-2024")
    assert one["coverage"]["requirements"] > 50
    assert "requirements" not in one


def test_one_standard_as_data_has_its_requirements(data):
    (one,) = data("UN R155")["standards"]

    assert one["id"] == "un-r155"
    assert len(one["requirements"]) == one["coverage"]["requirements"]
    assert one["requirements"][0]["id"].startswith("un-r155/")


# ---- profiles


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_profile_is_listed_with_its_purpose(lang, run):
    ran = run("standards", "--profiles", "--lang", lang)
    files = sorted(file.stem for file in (ROOT / "standards" / "profiles").glob("*.yaml"))

    assert ran.code == 0
    heads = [line.split()[0] for line in ran.out.splitlines()[2:] if line and line[0] != " "]
    assert heads == files
    assert ("looks at: " if lang == "en" else "评价依据：") in ran.out


@pytest.mark.parametrize("name", ["china-m1-l2", "standards/profiles/china-m1-l2.yaml"])
def test_one_profile_in_full(name, run, monkeypatch):
    monkeypatch.chdir(ROOT)
    ran = run("standards", "--profiles", name)

    assert ran.code == 0
    assert ran.out.startswith("china-m1-l2  Product access of passenger cars")
    assert "gb-44495-2024/type-counts-as-one-that-was-tested: A first access" in ran.out
    assert "counts as binding: GB 47955-2026" in ran.out
    assert "digest: sha256:" in ran.out


def test_profiles_as_data(data):
    found = data("--profiles")

    assert found["schema"] == "icv-profiles/1"
    (one,) = (row for row in found["profiles"] if row["id"] == "c-v2x-day-1")
    assert one["gate"] == one["standards"] == ["t-csae-53-2020"]
    assert one["off"][0]["reason"]["zh"].endswith("。")
    assert data("--profiles", "eu-m1")["profiles"][0]["id"] == "eu-m1"


def test_a_profile_that_is_not_there(run):
    ran = run("standards", "--profiles", "eu-m2")

    assert ran.code == 2
    assert "unknown profile 'eu-m2' (did you mean 'eu-m1'?)" in ran.err


def test_what_a_profile_changes_is_printed_by_check(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    asked = ("examples/l4_robotaxi.yaml", "--profile", "c-v2x-day-1", DAY)
    text = run("check", *asked).out
    result = json.loads(run("check", *asked, "--format", "json").out)
    (one,) = result["results"][0]["configurations"][:1]

    assert f"digest of the profile: {one['profile']['digest']}" in text
    assert "counts as binding: t-csae-53-2020" in text
    assert "not checked: t-csae-53-2020/near-field-payment-keeps-its-rate (Payment is a service" in text
    assert one["profile"]["off"][0]["requirement"] == "t-csae-53-2020/near-field-payment-keeps-its-rate"
    assert one["counts_as_binding"] == ["t-csae-53-2020"]


# ---- correspondence


def test_the_whole_map(run):
    ran = run("standards", "--map")

    assert ran.code == 0
    assert "Related, never equal" in ran.out.replace("\n", " ")
    assert "\nGB 44495-2024  Technical requirements for vehicle cybersecurity\n" in ran.out
    assert "  based on  UN R155 (00 series)  " in ran.out


@pytest.mark.parametrize("name", ["gb-44495-2024", "GB 44495-2024", "UN R155", "un-r155"])
def test_the_map_of_one_standard_from_either_side(name, run):
    ran = run("standards", "--map", name)

    assert ran.code == 0
    assert ran.out.count("differs: ") == 1
    assert "clauses (confidence low): 5 / 7.2 (organisation and process)" in ran.out


def test_the_map_in_chinese(run):
    ran = run("standards", "--map", "gb-44496-2024", "--lang", "zh")

    assert "以其为基础制定  UN R156" in ran.out
    assert "差异：" in ran.out
    assert "条款对应（置信度低）：" in ran.out


def test_a_document_without_rules_can_be_asked_for(run):
    assert "UN R10" in run("standards", "--map", "un-r10").out


def test_a_standard_without_a_counterpart_says_so(run):
    ran = run("standards", "--map", "gb-t-40429-2021")

    assert (ran.code, ran.out) == (0, "No correspondence is recorded for GB/T 40429-2021.\n")


def test_the_map_as_data(data):
    found = data("--map", "gb-47955-2026")

    assert found["schema"] == "icv-correspondence/1"
    (one,) = (pair for pair in found["pairs"] if pair["counterpart"]["id"] == "un-r171")
    assert one["standard"]["rules"] is True
    assert one["clauses_confidence"] == "low"
    assert one["kind"] == "comparable"
    assert not data("--map", "un-r10")["pairs"][0]["counterpart"]["rules"]


# ---- catalogue


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_catalogue(lang, run):
    ran = run("standards", "--catalogue", DAY, "--lang", lang)
    said = ran.out.replace("\n", " ")

    assert ran.code == 0
    assert (
        "State of standardization on 2026-11-20" if lang == "en" else "截至 2026-11-20 的标准化现状"
    ) in said
    assert "● GB 47955-2026" in said
    assert "○ GB/T 40861-2021" in said
    assert ("issued, in force from 2027-01-01" if lang == "en" else "已发布，自 2027-01-01 起实施") in said


def test_the_catalogue_moves_with_the_day(data):
    def status(day):
        (one,) = data("--catalogue", "gb-47955-2026", f"--as-of={day}")["regions"][0]["documents"]
        return one["status"]

    days = ["2026-06-26", "2026-06-27", "2027-01-01"]
    assert [status(day) for day in days] == ["not_issued", "issued", "in_force"]


def test_the_catalogue_as_data(data):
    found = data("--catalogue", DAY)

    assert (found["schema"], found["as_of"]) == ("icv-catalogue/1", "2026-11-20")
    assert found["beyond"] == []
    assert [region["market"] for region in found["regions"]] == ["CN", "EU", "UNECE", "US"]
    assert sum(region["tally"]["documents"] for region in found["regions"]) == found["tally"]["documents"]
    china = found["regions"][0]
    assert china["tally"]["documents"] >= 133
    assert len(china["documents"]) == china["tally"]["documents"]
    covered = [one for one in china["documents"] if one["requirements"]]
    assert len(covered) == china["tally"]["covered"]


def test_one_number_of_the_catalogue_in_all_its_series(data):
    found = data("--catalogue", "UN R157", DAY)["regions"][0]["documents"]

    assert [(one["series"], one["status"]) for one in found] == [("00", "in_force"), ("01", "in_force")]


def test_rules_of_ones_own_count(tmp_path, data):
    shipped = (ROOT / "standards" / "un" / "un-r166.yaml").read_text("utf-8")
    house = shipped.replace("id: un-r166\n", "id: house\n", 1).replace(
        "number: UN R166", "number: GB/T 40861-2021", 1
    )
    lines = [line for line in house.splitlines(keepends=True) if not line.startswith(("aliases:", "series:"))]
    (tmp_path / "house.yaml").write_text("".join(lines), "utf-8")

    (one,) = data("--catalogue", "GB/T 40861-2021", DAY, "--rules", str(tmp_path))["regions"][0]["documents"]

    assert one["rule_files"] == ["house"]


# ---- what does not go


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--map", "--catalogue"), "--map and --catalogue do not go together"),
        (("--as-of", "2027-01-01"), "--as-of goes with --catalogue"),
        (("--map", "--as-of", "2027-01-01"), "--as-of goes with --catalogue"),
        (("--map", "gb-44495-2023"), "did you mean 'gb-44495-2024'?"),
        (("--catalogue", "GB 99999-1999"), "unknown standard 'GB 99999-1999'"),
        (("--catalogue", "--as-of", "soon"), "'soon' is not a date"),
    ],
)
def test_refusals(arguments, says, run):
    ran = run("standards", *arguments)

    assert ran.code == 2
    assert says in ran.err
