"""Every row that is refused, with where, what, and how to mend it; then nothing is written at all."""

import json

import pytest

from checker.errors import Invalid
from checker.exchange.reading_text import read_text
from checker.rendering.checklists.yaml import render_checklist_yaml
from checker.rendering.wording import load_words
from tests.exchange.desk import CAR, DAY, RULES, fill, told

LOOKS = "ours-1/looks-pleasant"
CERTIFIED = "ours-1/is-certified"
SEATS = "vehicle.seats"
SPEED = "vehicle.max_speed_kmh"
REQUEST = "automation_features.pilot.takeover.request"
WARNINGS = "assistance.aeb.warnings"
CITY = "assistance.aeb.operating_speed_kmh"
DONE = {"verdict": "conforms", "by": "Li", "date": DAY}
CERTIFICATE = {"key": "d_cert", "type": "certificate", "title": "x"}


def refused(desk, text, lang="en", **who):
    """Return what is said of a list that is refused; the spec stays as it is."""
    before = desk.spec.read_bytes()
    with pytest.raises(Invalid) as invalid:
        desk.bring(text, **who)
    assert desk.spec.read_bytes() == before
    return told(invalid, lang)


def line_of(text, about, column):
    start = next(
        i
        for i, line in enumerate(text.splitlines(), start=1)
        if line.endswith((f": {about}", f': "{about}"'))
    )
    return next(
        i
        for i, line in enumerate(text.splitlines(), start=1)
        if i >= start and line.startswith((f"    {column}:", f"  - {column}:"))
    )


@pytest.mark.parametrize(
    ("about", "cells", "column", "says"),
    [
        (
            LOOKS,
            {"verdict": "conforms", "date": DAY},
            "requirement",
            f"{LOOKS}: `by` is missing (say who answered)",
        ),
        (LOOKS, {"verdict": "conforms", "by": "Li"}, "requirement", f"{LOOKS}: `date` is missing"),
        (
            LOOKS,
            {"by": "Li", "date": DAY},
            "requirement",
            f"{LOOKS}: `verdict` is missing (write one of: conforms,",
        ),
        (LOOKS, {"note": "hm"}, "requirement", f"{LOOKS}: `verdict` is missing"),
        (
            LOOKS,
            {**DONE, "verdict": "conform"},
            "verdict",
            "'conform' is none of the answers (did you mean 'conforms'",
        ),
        (LOOKS, {**DONE, "date": "2026-13-01"}, "date", "date: '2026-13-01'"),
        (
            LOOKS,
            {**DONE, "date": "2026-11"},
            "date",
            "date: '2026-11' is a month (write the day: 2026-11-01)",
        ),
        (LOOKS, {**DONE, "date": "yesterday"}, "date", "date: 'yesterday'"),
        (LOOKS, {**DONE, "ref": "d_report"}, "ref", "ref: 'd_report' is neither in documents nor in tests"),
        (
            LOOKS,
            {**DONE, "digest": '"sha256:0"'},
            "digest",
            "changed since the question was asked (write the check",
        ),
        (LOOKS, {**DONE, "digest": ""}, "requirement", "the row has no digest"),
        (
            SEATS,
            {"value": "many"},
            "value",
            "vehicle.seats: a whole number is wanted here, not the text 'many'",
        ),
        (
            SEATS,
            {"value": "4.5"},
            "value",
            "vehicle.seats: a whole number is wanted here, not the number 4.5",
        ),
        (SEATS, {"value": "-1"}, "value", "vehicle.seats: -1"),
        (SEATS, {"value": "true"}, "value", "vehicle.seats: a whole number is wanted here, not True"),
        (SEATS, {"value": "{min: 5, max: 4}"}, "value", "vehicle.seats: min 5 is greater than max 4"),
        (SEATS, {"value": "5", "basis": "guessed"}, "value", "guessed"),
        (SEATS, {"value": "5", "ref": "d_report"}, "ref", "'d_report' is neither in documents nor in tests"),
        (SEATS, {"value": "5", "date": "soon"}, "date", "date: 'soon'"),
        (SEATS, {"value": "5", "status": "unknown"}, "status", "there is a value and a status"),
        (SEATS, {"basis": "measured"}, "path", "vehicle.seats: `value` is missing (fill it in)"),
        (SEATS, {"status": "not_applicable"}, "status", "without a reason (give it in `note`)"),
        (
            SEATS,
            {"value": "5", "digest": '"sha256:0"'},
            "digest",
            "changed since the list was written (write the",
        ),
        (SPEED, {"value": "100", "unit": "knots"}, "value", "knots"),
        (SPEED, {"value": '"100"'}, "value", "'100'"),
        (SPEED, {"value": ".nan"}, "value", "nan"),
        (REQUEST, {"value": "maybe"}, "value", "'maybe'"),
        (REQUEST, {"value": '"true"'}, "value", "'true'"),
        (WARNINGS, {"value": "[visual, loud]"}, "value", "'loud'"),
        (WARNINGS, {"value": "[visual, visual]"}, "value", "visual"),
        (CITY, {"value": "{min: fast}"}, "value", "'fast'"),
        (CITY, {"value": "{min: 5, most: 60}"}, "value", "'most'"),
        (CERTIFIED, {**CERTIFICATE, "key": "D 1"}, "key", "key: 'D 1' cannot be a key (lower-case letters"),
        (CERTIFIED, {"type": "certificate"}, "requirement", f"{CERTIFIED}: `key` is missing"),
        (
            CERTIFIED,
            {"key": "d_cert"},
            "key",
            "'d_cert' is not in the spec yet, and its type, title is missing",
        ),
        (
            CERTIFIED,
            {**CERTIFICATE, "type": "photo"},
            "type",
            f"type: 'photo' does not count for {CERTIFIED}",
        ),
        (
            CERTIFIED,
            {**CERTIFICATE, "covers": "all"},
            "covers",
            f"covers: 'all' does not count for {CERTIFIED}",
        ),
        (CERTIFIED, {**CERTIFICATE, "valid_until": "2027"}, "valid_until", "valid_until: '2027'"),
        (
            CERTIFIED,
            {**CERTIFICATE, "digest": '"sha256:0"'},
            "digest",
            "the requirement changed since the list was",
        ),
    ],
)
def test_a_row_is_refused_at_its_line(desk, about, cells, column, says):
    text = fill(desk.yaml(), about, **cells)
    problems = refused(desk, text)

    assert any(says in problem for problem in problems), problems
    assert problems[0].startswith(f"open.yaml:{line_of(text, about, column)}:")


def test_all_problems_come_at_once(desk):
    text = fill(desk.yaml(), LOOKS, verdict="conform")
    text = fill(text, SEATS, value="many")
    text = fill(text, REQUEST, value="maybe")
    text = fill(text, CERTIFIED, key="d_cert")

    assert len(refused(desk, text)) == 6


def test_the_problems_are_told_in_chinese(desk):
    text = fill(desk.yaml(), LOOKS, verdict="conform")
    problems = refused(desk, text, lang="zh")

    assert any("“conform”不是可选结论" in one for one in problems)
    assert any("缺少 by（" in one or "缺少 by" in one for one in problems)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (LOOKS, "ours-1/looks-plesant", "'looks-plesant' (did you mean 'looks-pleasant'?)"),
        (LOOKS, "our-1/looks-pleasant", "there is no standard 'our-1' (did you mean 'ours-1'?)"),
        (LOOKS, '""', "there is no standard ''"),
    ],
)
def test_an_unknown_requirement(desk, old, new, says):
    text = fill(desk.yaml(), LOOKS, **DONE).replace(f"requirement: {old}", f"requirement: {new}")

    assert any(says in one for one in refused(desk, text))


@pytest.mark.parametrize(
    ("new", "says"),
    [
        ("vehicle.seets", "'vehicle.seets' is no field of a vehicle spec (did you mean 'seats'?)"),
        ("nothing.at.all", "is no field of a vehicle spec"),
        (
            "automation_features.pilo.level",
            "there is no 'pilo' in automation_features (did you mean 'pilot'?)",
        ),
        ("automation_features.*.level", "'*' stands for a member"),
        ("x_note", "is no field of a vehicle spec"),
    ],
)
def test_an_unknown_path(desk, new, says):
    text = fill(desk.yaml(), SEATS, value="5").replace(f'path: "{SEATS}"', f'path: "{new}"')

    assert any(says in one for one in refused(desk, text))


def test_a_row_of_an_unknown_requirement_that_nobody_filled_in_stays_open(desk):
    brought = desk.bring(desk.yaml().replace(LOOKS, "ours-1/gone-since"))

    assert brought.open == 8


def test_an_unknown_configuration(desk):
    variants = "variants:\n  slim: {name: Slim, overrides: {vehicle: {seats: 2}}}\n  wide: {name: Wide}\n"
    desk.spec.write_text(CAR + variants, "utf-8")
    text = fill(desk.yaml(), SEATS, value="5").replace("[wide]", "[wild]")

    assert any("no configuration 'wild' (did you mean 'wide'?)" in one for one in refused(desk, text))


def test_a_row_that_was_answered_twice(desk):
    text = fill(desk.yaml(), LOOKS, **DONE)
    block = text[text.index(f"  - requirement: {LOOKS}") :].partition("\n\n")[0]
    problems = refused(desk, text.replace(block, f"{block}\n{block}", 1))

    assert any(f"{LOOKS} is answered twice" in one for one in problems)


def test_two_documents_of_one_key(desk):
    text = fill(desk.yaml(), CERTIFIED, **CERTIFICATE)
    text = fill(text, "ours-1/is-tested", key="d_cert", type="test_report", title="y")
    problems = refused(desk, text)

    assert any("type: 'd_cert' is said to be 'certificate' in another row" in one for one in problems)
    assert any("title: 'd_cert' is said to be 'x' in another row" in one for one in problems)


def test_a_document_of_the_spec_that_is_another(desk):
    desk.spec.write_text(CAR + "documents: {d_cert: {type: certificate, title: y, covers: [z]}}\n", "utf-8")

    (problem,) = refused(desk, fill(desk.yaml(), CERTIFIED, **CERTIFICATE))
    assert "title: documents.d_cert of the spec says 'y', not 'x' (choose another key" in problem


def test_an_answer_that_somebody_gave_meanwhile(desk):
    text = desk.yaml()
    desk.bring(fill(text, LOOKS, **DONE))

    (problem,) = refused(desk, fill(text, LOOKS, verdict="does_not_conform", by="Wang", date=DAY))
    assert f"{LOOKS} was answered by Li on {DAY} (conforms), and that answer is current" in problem


def test_a_value_that_somebody_stated_meanwhile(desk):
    text = desk.yaml()
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  seats: 5"), "utf-8")

    (problem,) = refused(desk, fill(text, SEATS, value="4"))
    assert "vehicle.seats has been stated or changed since: line 10 of" in problem


def test_a_value_that_changes_what_a_question_was_asked_about(desk):
    """The energy is not on the list; a person adds its row by hand."""
    desk.spec.write_text(CAR.replace("energy: bev", "energy: {value: bev, basis: declared}"), "utf-8")
    rule = RULES.replace(
        "review: {en: Does", "require: vehicle.seats >= 1 || vehicle.energy == 'bev'\n    review: {en: Does"
    )
    desk.rule(rule)
    text = fill(desk.yaml(), LOOKS, **DONE)
    text = fill(text, SEATS, value="5")
    problems = refused(desk, text)

    assert ["another row of this file changes a value" in one for one in problems] == [True]
    assert "bring the values in first" in problems[0]


def test_what_would_make_the_spec_invalid(desk, monkeypatch):
    """The last guard: what the rows alone do not show is found when the spec is loaded."""
    monkeypatch.setattr("checker.exchange.evidence_rows._unfit", lambda *_: iter(()))
    problems = refused(desk, fill(desk.yaml(), CERTIFIED, **{**CERTIFICATE, "type": "foto"}))

    assert "the spec would not be valid, so nothing was written" in problems[0] + problems[-1]
    assert any("foto" in one for one in problems)


def test_a_spec_whose_aliases_would_carry_the_answer_elsewhere(desk):
    aliased = CAR.replace(
        "pilot: { name: Pilot, level: 3 }", "pilot: &p {name: Pilot, level: 3}\n  other: *p"
    )
    desk.spec.write_text(aliased, "utf-8")

    (problem,) = refused(desk, fill(desk.yaml(), REQUEST, value="true"))
    assert (
        "cannot be put into this file without changing something else in it (write out its aliases" in problem
    )


def test_a_variant_that_lies_over_the_answer(desk):
    variants = (
        "variants:\n  a: {name: A, overrides: {vehicle: {seats: {status: unknown}}}}\n"
        "  b: {name: B, overrides: {vehicle: {seats: {status: unknown}}}}\n"
    )
    desk.spec.write_text(CAR + variants, "utf-8")

    assert any(
        "would still not be stated in the configuration 'a'" in one
        for one in refused(desk, fill(desk.yaml(), SEATS, value="5"))
    )


def test_the_empty_form_has_questions_that_cannot_be_answered(desk):
    text = render_checklist_yaml(desk.blank(), load_words(), "en", "form.yaml").decode()
    assert any("the row has no digest" in one for one in refused(desk, _with(text, LOOKS)))


def test_fields_of_the_empty_form_can_be_brought_back(desk):
    text = render_checklist_yaml(desk.blank(), load_words(), "en", "form.yaml").decode()
    assert desk.bring(fill(text, SEATS, value="5")).counts["values"] == 1
    assert "seats: 5" in desk.spec.read_text("utf-8")


def _with(text, about):
    return fill(text, about, **DONE)


# ---- the form of the file


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: 1\n", "this is no checklist (icv-checker checklist writes one"),
        ("checklist: icv-checklist/9\n", "this is no checklist"),
        ("checklist: icv-checklist/1\nquestion: []\n", "unknown key 'question' (did you mean 'questions'?)"),
        ("checklist: icv-checklist/1\nquestions: {a: 1}\n", "'questions' is a list of rows"),
        ("checklist: icv-checklist/1\nquestions: [a]\n", "'questions' is a list of rows"),
        (
            "checklist: icv-checklist/1\nquestions:\n  - {requirement: a/b, verdct: conforms}\n",
            "open.yaml:3:24: unknown key 'verdct' (did you mean 'verdict'?)",
        ),
        ("checklist: icv-checklist/1\n---\nchecklist: icv-checklist/1\n", "this is no checklist"),
        ("", "the file holds nothing"),
        ("- a\n", "open.yaml:1:1"),
        ("checklist: icv-checklist/1\nchecklist: icv-checklist/1\n", "checklist"),
        ("checklist: [\n", "open.yaml"),
    ],
)
def test_a_file_that_is_no_checklist(text, says):
    with pytest.raises(Invalid) as invalid:
        read_text(text.encode(), "open.yaml", "yaml")

    assert any(says in one for one in told(invalid)), told(invalid)


def test_a_checklist_may_come_back_as_json(desk):
    rows = read_text(fill(desk.yaml(), LOOKS, **DONE).encode(), "open.yaml", "yaml").rows
    looks = next(row for row in rows if row.about == LOOKS)
    data = {"checklist": "icv-checklist/1", "as_of": DAY, "questions": [dict(looks.cells)]}
    read = read_text(json.dumps(data).encode(), "open.json", "json")

    assert desk.bring(read).counts["questions"] == 1


def test_rows_without_anything_are_no_rows(desk):
    brought = desk.bring("checklist: icv-checklist/1\nquestions:\nvalues: []\nevidence:\n")

    assert brought.open == 0
