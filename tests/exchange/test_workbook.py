"""The list as a workbook: read again, filled in, brought back; hostile files end in one sentence."""

import datetime as dt
import io
import json
import zipfile

import openpyxl
import pytest

from checker.errors import Invalid
from checker.exchange.reading_text import read_text
from checker.exchange.reading_workbook import read_workbook
from checker.record import replace
from checker.rendering.checklists.workbook import render_checklist_workbook
from checker.rendering.wording import load_words
from checker.text import Text
from tests.exchange.desk import CAR, DAY, RULES, told

LOOKS = "ours-1/looks-pleasant"
SEATS = "vehicle.seats"
QUESTIONS, VALUES, EVIDENCE = (
    "Questions for a person 人工确认",
    "Fields to state 待填写字段",
    "Evidence to name 待提供证明材料",
)
CONFORMS = "conforms / 符合"


def written(made):
    return render_checklist_workbook(made, load_words(), "en", "open.xlsx")


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def cell(sheet, about, column):
    keys = [str(one.value).rpartition(":")[2] for one in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=3) if row[0].value == about)
    return row[keys.index(column)]


def filled(data, *cells):
    book = opened(data)
    for sheet, about, column, value in cells:
        cell(book[sheet], about, column).value = value
    return read_workbook(saved(book), "open.xlsx")


def test_the_same_list_gives_the_same_bytes(desk, monkeypatch):
    first = written(desk.list())
    monkeypatch.setattr("time.time", lambda: 2_000_000_000)

    assert written(desk.list()) == first


def test_no_time_of_its_making_is_in_it(desk):
    with zipfile.ZipFile(io.BytesIO(written(desk.list()))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-11-20T00:00:00Z") == 2


def test_one_sheet_for_each_kind(desk):
    book = opened(written(desk.list()))

    assert book.sheetnames == ["About 说明", QUESTIONS, VALUES, EVIDENCE, "Requirements 要求", "lists"]
    assert book["lists"].sheet_state == "hidden"
    assert book[QUESTIONS].freeze_panes == "B3"
    assert book[QUESTIONS].row_dimensions[1].hidden
    heads = [one.value for one in book[QUESTIONS][2]]
    assert "Verdict\n结论" in heads
    assert {"Question", "问题"} <= set(heads)
    assert "Number\n文件编号" in [one.value for one in book[EVIDENCE][2]]


def test_it_prints_on_numbered_pages_two_abreast_without_digests(desk):
    book = opened(written(desk.list()))

    for sheet in book.worksheets[:-1]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "&P / &N"
    questions = book[QUESTIONS]
    last = questions.print_area.rpartition(":")[2].replace("$", "")
    assert questions[f"{last.rstrip('0123456789')}1"].value == "note"
    assert (questions.page_setup.fitToWidth, questions.page_setup.fitToHeight) == (2, 0)
    assert questions.print_title_cols.replace("$", "") == "A:A"
    assert book["About 说明"].page_setup.fitToWidth == 1


def test_fonts_are_named(desk):
    book = opened(written(desk.list()))

    assert {one.font.name for sheet in book for row in sheet for one in row} == {"Calibri"}


def test_what_is_given_is_locked_and_what_is_filled_in_is_not(desk):
    book = opened(written(desk.list()))
    questions = book[QUESTIONS]

    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book)
    for column in ("requirement", "digest", "question_en"):
        assert cell(questions, LOOKS, column).protection.locked
    for column in ("verdict", "by", "date", "ref", "note"):
        assert not cell(questions, LOOKS, column).protection.locked
    assert not cell(book[VALUES], SEATS, "value").protection.locked
    assert cell(book[VALUES], SEATS, "unit").protection.locked  # it has none
    assert not cell(book[VALUES], "vehicle.max_speed_kmh", "unit").protection.locked


def choices(book, sheet, about, column):
    place = cell(book[sheet], about, column).coordinate
    for rule in book[sheet].data_validations.dataValidation:
        if place in rule.sqref:
            name, _, cells = rule.formula1.removeprefix("=").partition("!")
            return [one.value for (one,) in book[name][cells.replace("$", "")]]
    return None


def test_drop_downs(desk):
    book = opened(written(desk.list()))

    assert choices(book, QUESTIONS, LOOKS, "verdict") == [
        "conforms / 符合",
        "does_not_conform / 不符合",
        "not_applicable / 不适用",
    ]
    request = "automation_features.pilot.takeover.request"
    assert choices(book, VALUES, request, "value") == ["true / 是", "false / 否"]
    assert choices(book, VALUES, SEATS, "basis")[-1] == "certified / 经认证"
    assert "mph" in choices(book, VALUES, "vehicle.max_speed_kmh", "unit")
    assert choices(book, VALUES, SEATS, "value") is None
    types = choices(book, EVIDENCE, "ours-1/is-certified", "type")
    assert [one.partition(" / ")[0] for one in types] == ["certificate", "type_approval"]
    assert choices(book, EVIDENCE, "ours-1/is-tested", "covers") == [
        "requirement / 本条要求",
        "standard / 整项标准",
    ]


def test_terms_of_a_field_are_a_drop_down(desk):
    desk.rule(
        RULES.replace(
            "vehicle.seats >= 4",
            "vehicle.use == ['private'] || vehicle.body == 'x' || vehicle.hand_of_drive == 'left'",
        )
    )
    book = opened(written(desk.list()))

    assert choices(book, VALUES, "vehicle.hand_of_drive", "value") == ["left", "right"]


def test_a_list_that_nobody_filled_in_has_no_filled_rows(desk):
    rows = read_workbook(written(desk.list()), "open.xlsx").rows

    assert len(rows) == 8
    assert not any(row.filled for row in rows)


def test_both_kinds_of_file_have_the_same_rows(desk):
    made = desk.list()
    book = read_workbook(written(made), "open.xlsx")
    text = read_text(desk.yaml().encode(), "open.yaml", "yaml")

    def told_of(file):
        return [
            (row.sheet.name, row.about, row.several("digest"), row.several("configurations"))
            for row in file.rows
        ]

    assert told_of(book) == told_of(text)
    assert book.as_of == text.as_of == DAY


def test_a_round_trip(desk):
    answers = filled(
        written(desk.list()),
        (QUESTIONS, LOOKS, "verdict", CONFORMS),
        (QUESTIONS, LOOKS, "by", "李伟"),
        (QUESTIONS, LOOKS, "date", dt.datetime.fromisoformat("2026-11-20")),
        (QUESTIONS, LOOKS, "note", "=SUM is only text here"[1:]),
        (VALUES, SEATS, "value", 5),
        (VALUES, "vehicle.max_speed_kmh", "value", "120"),
        (VALUES, "vehicle.max_speed_kmh", "unit", "mph"),
        (VALUES, "vehicle.max_speed_kmh", "basis", "measured / 实测"),
        (VALUES, "vehicle.max_speed_kmh", "date", dt.date(2026, 5, 1)),
        (VALUES, "automation_features.pilot.takeover.request", "value", "true / 是"),
        (VALUES, "assistance.aeb.warnings", "value", "visual、acoustic"),
        (VALUES, "assistance.aeb.operating_speed_kmh", "value", "5..80"),
        (EVIDENCE, "ours-1/is-certified", "key", "d_cert"),
        (EVIDENCE, "ours-1/is-certified", "type", "certificate / 证书"),
        (EVIDENCE, "ours-1/is-certified", "title", "型式批准证书"),
        (EVIDENCE, "ours-1/is-certified", "number", 12345),
        (EVIDENCE, "ours-1/is-certified", "valid_until", "2030/01/31"),
    )
    brought = desk.bring(answers)

    assert brought.counts == {"questions": 1, "values": 5, "evidence": 1}
    verdicts = desk.verdicts()
    assert {key for key, verdict in verdicts.items() if verdict == "pass"} == {
        "seats-are-enough",
        "looks-pleasant",
        "speed-is-limited",
        "is-certified",
        "asks-for-takeover",
        "warns-visually",
        "works-at-city-speed",
    }
    made = desk.spec.read_text("utf-8")
    assert "operating_speed_kmh: {min: 5, max: 80}" in made
    assert 'number: "12345"' in made
    assert "valid_until: 2030-01-31" in made


@pytest.mark.parametrize(
    ("path", "typed", "stands"),
    [
        (SEATS, 5.0, "seats: 5\n"),
        (SEATS, "5", "seats: 5\n"),
        (SEATS, "4..6", "seats: {min: 4, max: 6}"),
        (SEATS, "4..", "seats: {min: 4}"),
        (SEATS, "..6", "seats: {max: 6}"),
        (SEATS, "4～6", "seats: {min: 4, max: 6}"),
        ("vehicle.max_speed_kmh", 180.5, "max_speed_kmh: 180.5"),
        ("automation_features.pilot.takeover.request", True, "request: true"),
        ("automation_features.pilot.takeover.request", "=TRUE()", "request: true"),  # saved by LibreOffice
        ("automation_features.pilot.takeover.request", "=false()", "request: false"),
        ("automation_features.pilot.takeover.request", "是", "request: true"),
        ("automation_features.pilot.takeover.request", "No", "request: false"),
        ("assistance.aeb.warnings", "visual", "warnings: [visual]"),
        ("assistance.aeb.warnings", "无", "warnings: []"),
        ("assistance.aeb.warnings", "visual; haptic\nacoustic", "warnings: [visual, haptic, acoustic]"),
    ],
)
def test_what_people_type(desk, path, typed, stands):
    desk.bring(filled(written(desk.list()), (VALUES, path, "value", typed)))

    assert stands in desk.spec.read_text("utf-8")


@pytest.mark.parametrize(
    ("sheet", "about", "column", "typed", "says"),
    [
        (VALUES, SEATS, "value", "=1+4", "value: this cell holds a formula (write its value)"),
        (VALUES, SEATS, "value", "five", "not the text 'five'"),
        (VALUES, SEATS, "value", "5..4", "min 5 is greater than max 4"),
        (VALUES, SEATS, "value", "..", "not the text '..'"),
        (VALUES, "assistance.aeb.warnings", "value", "loud", "'loud'"),
        (VALUES, "automation_features.pilot.takeover.request", "value", "maybe", "'maybe'"),
        (QUESTIONS, LOOKS, "verdict", "fine", "'fine' is none of the answers"),
        (QUESTIONS, LOOKS, "digest", "sha256:0", ""),
        (EVIDENCE, "ours-1/is-certified", "key", "=A1", "this cell holds a formula"),
    ],
)
def test_refusals_name_sheet_and_row(desk, sheet, about, column, typed, says):  # noqa: PLR0917
    before = desk.spec.read_bytes()
    if not says:  # a digest alone fills in nothing
        assert desk.bring(filled(written(desk.list()), (sheet, about, column, typed))).open == 8
        return
    with pytest.raises(Invalid) as invalid:
        desk.bring(filled(written(desk.list()), (sheet, about, column, typed)))

    assert any(f"open.xlsx:{sheet}:" in one and says in one for one in told(invalid)), told(invalid)
    assert desk.spec.read_bytes() == before


FORMULAS = ['=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "#N/A"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_of_a_rule_or_spec_becomes_a_formula(desk, text):
    rules = RULES.replace("en: Does it look pleasant?", f"en: {json.dumps(text)}")
    desk.rule(rules.replace("en: It looks pleasant.", f"en: {json.dumps(text)}"))
    desk.spec.write_text(CAR.replace("en: Car", f"en: {json.dumps(text)}"), "utf-8")
    data = written(desk.list())
    book = opened(data)

    assert cell(book[QUESTIONS], LOOKS, "question_en").value == text
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(
                one.data_type in ("s", "n") and not (one.data_type == "n" and one.value) for one in row
            )
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


def test_control_characters_are_left_out(desk):
    made = desk.list()
    made = replace(made, origin=replace(made.origin, name=Text("C\x01ar\x07", "样\x0b车")))

    assert "for Car\n" in opened(written(made))["About 说明"]["B2"].value


def test_texts_are_in_both_languages_and_rows_high_enough(desk):
    book = opened(written(desk.list()))

    assert cell(book[QUESTIONS], LOOKS, "question_zh").value == "外观是否美观？"
    assert cell(book[VALUES], SEATS, "means_zh").value == "座位数（含驾驶员座）"
    sheet = book["About 说明"]
    assert "检查表：样车" in sheet["B2"].value
    assert all(width.width >= 10 for width in book[VALUES].column_dimensions.values() if not width.hidden)


def test_configurations_have_a_column_where_they_differ(desk):
    variants = "variants:\n  slim: {name: Slim, overrides: {vehicle: {seats: 2}}}\n  wide: {name: Wide}\n"
    desk.spec.write_text(CAR + variants, "utf-8")
    data = written(desk.list())

    assert cell(opened(data)[VALUES], SEATS, "configurations").value == "wide"
    desk.bring(filled(data, (VALUES, SEATS, "value", 7)))
    assert "wide: {name: Wide, overrides: {vehicle: {seats: 7}}}" in desk.spec.read_text("utf-8")


def test_several_digests_come_back(desk):
    variants = "variants:\n  slim: {name: Slim, overrides: {vehicle: {seats: 2}}}\n  wide: {name: Wide}\n"
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  seats: 5") + variants, "utf-8")
    comfort = "ours-1/seats-are-comfortable"
    row = [
        (QUESTIONS, comfort, "verdict", CONFORMS),
        (QUESTIONS, comfort, "by", "Li"),
        (QUESTIONS, comfort, "date", DAY),
    ]
    desk.bring(filled(written(desk.list()), *row))

    assert desk.verdicts(configuration=0)["seats-are-comfortable"] == "pass"
    assert desk.verdicts(configuration=1)["seats-are-comfortable"] == "pass"


def test_the_empty_form_is_a_workbook_too(desk):
    book = opened(written(desk.blank()))

    assert book["Requirements 要求"].max_row == 11
    assert cell(book[VALUES], "automation_features.*.level", "means_en").value


# ---- what is no checklist


def zipped(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "this is no workbook"),
        (b"PK\x03\x04 no", "this is no workbook"),
        (b"checklist: icv-checklist/1\n", "this is no workbook"),
        (zipped(a_xml=b"<a/>"), "the workbook cannot be read"),
        (zipped(a_xml=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "the workbook defines entities"),
        (zipped(a_xml=b"0" * (65 * 1024 * 1024)), "the workbook is too large"),
        (saved(openpyxl.Workbook()), "this workbook is no checklist"),
    ],
)
def test_a_file_that_is_no_checklist(data, says):
    with pytest.raises(Invalid) as invalid:
        read_workbook(data, "open.xlsx")

    (problem,) = told(invalid)
    assert says in problem
    assert problem.startswith("open.xlsx:1:1: ")


def test_half_a_workbook(desk):
    data = written(desk.list())
    with pytest.raises(Invalid):
        read_workbook(data[: len(data) // 2], "open.xlsx")


def test_a_workbook_that_another_program_saved(desk):
    """Without styles, rules or the order of its sheets; the keys of the columns are what counts."""
    book = opened(written(desk.list()))
    book.move_sheet(EVIDENCE, -2)
    for sheet in book:
        sheet.data_validations.dataValidation.clear()
        sheet.title = sheet.title[::-1]
    cell(book[VALUES[::-1]], SEATS, "value").value = 5

    assert desk.bring(read_workbook(saved(book), "open.xlsx")).counts["values"] == 1
