"""What is open in a spec, as rows; every open requirement is on a row or counted beside them."""

from checker.exchange.fields import fits_a_cell
from tests.exchange.desk import CAR


def test_a_question_waits_for_nothing_but_a_person(desk):
    made = desk.list()

    (question,) = made.questions
    assert question.requirement == "ours-1/looks-pleasant"
    assert question.asks.zh == "外观是否美观？"
    assert len(question.digests) == 1
    assert question.configurations == ()


def test_a_question_that_waits_for_a_field_comes_later(desk):
    assert desk.list().later == ("ours-1/seats-are-comfortable",)


def test_the_most_decisive_field_comes_first_as_a_check_advises(desk):
    gaps = {gap.path: gap for gap in desk.list().gaps}

    assert list(gaps) == [one.path for one in desk.judged().assessments[0].advice]
    assert gaps["vehicle.seats"].decides == ("ours-1/seats-are-enough", "ours-1/seats-are-comfortable")
    assert set(gaps) == {
        "vehicle.seats",
        "vehicle.max_speed_kmh",
        "automation_features.pilot.takeover.request",
        "assistance.aeb.warnings",
        "assistance.aeb.operating_speed_kmh",
    }


def test_evidence_names_its_kinds_and_age(desk):
    certified, tested = desk.list().exhibits

    assert (certified.requirement, certified.kinds) == ("ours-1/is-certified", ("certificate",))
    assert (tested.kinds, tested.max_age_months) == (("test_report", "analysis"), 24)


def test_a_value_on_too_weak_a_basis_is_on_the_list(desk):
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  max_speed_kmh: 180"), "utf-8")
    gap = next(one for one in desk.list().gaps if one.path == "vehicle.max_speed_kmh")

    assert gap.stated == ("180 (declared)",)
    assert (gap.basis, gap.max_age_months) == ("measured", 36)


def test_the_proof_that_a_value_will_need_is_told_before_it_is_stated(desk):
    gaps = {one.path: one for one in desk.list().gaps}

    assert (gaps["vehicle.max_speed_kmh"].basis, gaps["vehicle.max_speed_kmh"].max_age_months) == (
        "measured",
        36,
    )
    assert gaps["vehicle.seats"].basis is None


def test_a_lapsed_certificate_is_told(desk):
    documents = "documents: {d: {type: certificate, title: x, covers: [ours-1], valid_until: 2026-01-01}}\n"
    desk.spec.write_text(CAR + documents, "utf-8")
    certified = desk.list().exhibits[0]

    assert "documents.d does not count on this day" in certified.because[0].en


def test_what_is_withheld_is_a_question(desk):
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  seats: {status: withheld}"), "utf-8")
    questions = {one.requirement: one for one in desk.list().questions}

    assert "withheld: vehicle.seats" in questions["ours-1/seats-are-enough"].asks.en
    assert questions["ours-1/seats-are-comfortable"].asks.en == "Are the seats comfortable?"


def test_whether_a_standard_applies_comes_before_all(desk):
    rules = (desk.rules / "cn" / "ours-1.yaml").read_text("utf-8")
    desk.rule(rules.replace("requirements:", "applies_when: vehicle.driver_seat\nrequirements:", 1))
    made = desk.list()

    assert [(gap.path, gap.applicability) for gap in made.gaps] == [("vehicle.driver_seat", ("ours-1",))]
    assert made.questions == made.exhibits == ()


def test_what_no_list_can_close_is_counted(desk):
    rules = (desk.rules / "cn" / "ours-1.yaml").read_text("utf-8")
    each = (
        "  - id: runs-pass\n    text: {en: Runs pass., zh: 试验通过。}\n    for_each: tests\n    as: t\n"
        "    require: t.result == 'pass'\n    examples: {unknown: [{}]}\n"
    )
    desk.rule(rules + each)
    desk.spec.write_text(CAR + "tests: {}\n", "utf-8")

    assert desk.list().elsewhere == ("ours-1/runs-pass",)


def test_what_is_settled_is_on_no_row(desk):
    desk.spec.write_text(CAR.replace("energy: bev", "energy: ice\n  seats: 5"), "utf-8")
    made = desk.list()

    assert [one.requirement for one in made.questions] == ["ours-1/seats-are-comfortable"]
    assert "vehicle.seats" not in {gap.path for gap in made.gaps}


def test_every_open_requirement_is_somewhere(desk):
    made = desk.list()
    rows = {one.requirement for one in (*made.questions, *made.exhibits)}
    rows |= {id_ for gap in made.gaps for id_ in gap.decides}
    open_ = {f"ours-1/{key}" for key, verdict in desk.verdicts().items() if verdict in ("unknown", "review")}

    assert open_ == rows | set(made.later) | set(made.elsewhere)
    assert set(made.asking) == open_


OPTIONS = CAR.replace("aeb: {fitment: standard}", "aeb: {fitment: optional, package: safe}")
VARIANTS = """\
variants:
  slim: {name: Slim, overrides: {vehicle: {seats: 2}}}
  wide: {name: Wide}
"""


def test_rows_name_the_configurations_that_they_are_about(desk):
    desk.spec.write_text(OPTIONS, "utf-8")
    gaps = {gap.path: gap.configurations for gap in desk.list().gaps}

    assert gaps["vehicle.seats"] == ()
    assert gaps["assistance.aeb.warnings"] in ((), ("full",))


def test_a_question_has_a_digest_for_each_state_of_its_values(desk):
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  seats: 5") + VARIANTS, "utf-8")
    questions = {one.requirement: one for one in desk.list().questions}

    assert len(questions["ours-1/seats-are-comfortable"].digests) == 2
    assert len(questions["ours-1/looks-pleasant"].digests) == 1


def test_one_configuration_can_be_asked_for(desk):
    desk.spec.write_text(CAR + VARIANTS, "utf-8")

    assert {gap.path for gap in desk.list(variant="slim").gaps} < {gap.path for gap in desk.list().gaps}
    assert next(gap for gap in desk.list().gaps if gap.path == "vehicle.seats").configurations == ("wide",)


def test_the_empty_form_has_everything_in_the_order_of_the_clauses(desk):
    made = desk.blank()

    assert [one.requirement for one in made.questions] == [
        "ours-1/seats-are-comfortable",
        "ours-1/looks-pleasant",
    ]
    assert [gap.path for gap in made.gaps] == [
        "vehicle.seats",
        "vehicle.energy",
        "vehicle.max_speed_kmh",
        "automation_features.*.level",
        "automation_features.*.takeover.request",
        "assistance.aeb.warnings",
        "assistance.aeb.operating_speed_kmh",
    ]
    assert len(made.exhibits) == 2
    assert len(made.asking) == 9
    assert made.origin.name.zh == "OURS 1 自有"


def test_which_fields_fit_a_cell(desk):
    field = desk.workplace.schema.field

    assert fits_a_cell(field("vehicle.seats"))
    assert fits_a_cell(field("assistance.aeb.warnings"))
    assert not fits_a_cell(field("assistance.aeb.targets"))
    assert not fits_a_cell(field("tests"))


def test_an_answer_that_is_outdated_stands_beside_its_question(desk):
    answer = "{verdict: conforms, by: Li, date: 2026-01-01, digest: 'sha256:0'}"
    desk.spec.write_text(CAR + f"reviews: {{ours-1/looks-pleasant: {answer}}}\n", "utf-8")
    (question,) = desk.list().questions

    assert question.asks.en == "Does it look pleasant?"
    assert question.earlier == "conforms (Li, 2026-01-01)"
    assert 'stated: "conforms (Li, 2026-01-01)"' in desk.yaml()


def test_an_outdated_answer_to_what_is_withheld(desk):
    answer = "{verdict: conforms, by: Li, date: 2026-01-01, digest: 'sha256:0'}"
    spec = CAR.replace("energy: bev", "energy: bev\n  seats: {status: withheld}")
    desk.spec.write_text(spec + f"reviews: {{ours-1/seats-are-enough: {answer}}}\n", "utf-8")
    questions = {one.requirement: one for one in desk.list().questions}

    assert questions["ours-1/seats-are-enough"].asks.en == "It has seats."
