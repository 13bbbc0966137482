"""List -> filled in -> brought back -> judged again, in YAML and JSON specs."""

import json

import pytest
import yaml

from checker.errors import Invalid
from checker.exchange.reading_text import read_text
from tests.exchange.desk import CAR, DAY, RULES, fill, told

WHO = {"by": "Li Wei 李伟", "date": DAY}
LOOKS = "ours-1/looks-pleasant"
COMFORT = "ours-1/seats-are-comfortable"


def test_a_list_that_nobody_filled_in_changes_nothing(desk):
    before = desk.spec.read_bytes()
    brought = desk.bring(desk.yaml())

    assert brought.data == before
    assert sum(brought.counts.values()) == brought.already == 0
    assert brought.open == 8


def test_an_answer_settles_its_question(desk):
    assert desk.verdicts()["looks-pleasant"] == "review"
    brought = desk.bring(
        fill(
            desk.yaml(),
            LOOKS,
            verdict="conforms",
            **WHO,
            note=json.dumps("看过样车: 美观", ensure_ascii=False),
        )
    )

    assert brought.counts == {"questions": 1, "values": 0, "evidence": 0}
    assert brought.open == 7
    assert desk.verdicts()["looks-pleasant"] == "pass"
    answer = yaml.safe_load(desk.spec.read_text("utf-8"))["reviews"][LOOKS]
    assert (answer["verdict"], answer["by"], str(answer["date"])) == ("conforms", "Li Wei 李伟", DAY)
    assert answer["note"] == "看过样车: 美观"


@pytest.mark.parametrize(
    ("verdict", "comes_to"), [("does_not_conform", "fail"), ("not_applicable", "not_applicable")]
)
def test_other_answers_count_as_they_say(desk, verdict, comes_to):
    desk.bring(fill(desk.yaml(), LOOKS, verdict=verdict, **WHO))

    assert desk.verdicts()["looks-pleasant"] == comes_to


def test_values_settle_what_waited_for_them(desk):
    text = desk.yaml()
    text = fill(text, "vehicle.seats", value="5")
    text = fill(
        text,
        "vehicle.max_speed_kmh",
        value="120",
        unit="mph",
        basis="measured",
        date="2026-05-01",
        by="Lab 1",
    )
    text = fill(text, "automation_features.pilot.takeover.request", value="true", basis="simulated")
    text = fill(text, "assistance.aeb.warnings", value="[visual, acoustic]")
    text = fill(text, "assistance.aeb.operating_speed_kmh", value="{min: 5, max: 80}")
    brought = desk.bring(text)

    assert brought.counts["values"] == 5
    verdicts = desk.verdicts()
    settled = ("seats-are-enough", "speed-is-limited", "asks-for-takeover", "warns-visually")
    assert {verdicts[one] for one in (*settled, "works-at-city-speed")} == {"pass"}
    vehicle = yaml.safe_load(desk.spec.read_text("utf-8"))["vehicle"]
    assert vehicle["max_speed_kmh"] == {
        "value": 120,
        "unit": "mph",
        "basis": "measured",
        "date": vehicle["max_speed_kmh"]["date"],
        "by": "Lab 1",
    }


def test_what_a_person_wrote_stays_as_she_wrote_it(desk):
    text = fill(desk.yaml(), "vehicle.seats", value="5")
    text = fill(text, "automation_features.pilot.takeover.request", value="true")
    desk.bring(text)

    assert desk.spec.read_text("utf-8") == CAR.replace(
        "  energy: bev\n", "  energy: bev\n  seats: 5\n"
    ).replace("{ name: Pilot, level: 3 }", "{name: Pilot, level: 3, takeover: {request: true}}")


def test_a_document_is_named_once_for_several_requirements(desk):
    said = {"type": "certificate", "title": "证书 1", "number": "C 1", "valid_until": "2030-01-01"}
    text = fill(desk.yaml(), "ours-1/is-certified", key="d_cert", **said)
    brought = desk.bring(text)

    assert brought.counts["evidence"] == 1
    assert desk.verdicts()["is-certified"] == "pass"
    assert desk.verdicts()["is-tested"] == "unknown"
    document = yaml.safe_load(desk.spec.read_text("utf-8"))["documents"]["d_cert"]
    assert document["covers"] == ["ours-1/is-certified"]
    assert document["title"] == "证书 1"


def test_a_document_may_cover_the_whole_standard(desk):
    said = {"type": "test_report", "title": "Report", "issued": "2026-01-01", "covers": "standard"}
    desk.bring(fill(desk.yaml(), "ours-1/is-tested", key="d_report", **said))

    assert yaml.safe_load(desk.spec.read_text("utf-8"))["documents"]["d_report"]["covers"] == ["ours-1"]
    assert desk.verdicts()["is-tested"] == "pass"


def test_a_document_that_is_there_covers_more(desk):
    there = "documents:\n  d_cert: {type: certificate, title: x, covers: [theirs-9]}  # ours\n"
    desk.spec.write_text(CAR + there, "utf-8")
    desk.bring(fill(desk.yaml(), "ours-1/is-certified", key="d_cert"))

    assert "covers: [theirs-9, ours-1/is-certified]}" in desk.spec.read_text("utf-8")
    assert desk.verdicts()["is-certified"] == "pass"


def test_a_value_may_rest_on_a_document_of_the_same_list(desk):
    text = fill(desk.yaml(), "ours-1/is-certified", key="d_cert", type="certificate", title="x")
    text = fill(text, "vehicle.seats", value="5", basis="certified", ref="d_cert")
    desk.bring(text)

    assert "seats: {value: 5, basis: certified, ref: d_cert}" in desk.spec.read_text("utf-8")


def test_a_stronger_basis_for_what_is_stated(desk):
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  max_speed_kmh: 180"), "utf-8")
    desk.bring(fill(desk.yaml(), "vehicle.max_speed_kmh", basis="measured", date="2026-05-01"))

    assert "max_speed_kmh: {value: 180, basis: measured, date: 2026-05-01}" in desk.spec.read_text("utf-8")
    assert desk.verdicts()["speed-is-limited"] == "pass"


def test_a_field_may_be_said_not_to_be_given(desk):
    desk.bring(fill(desk.yaml(), "vehicle.seats", status="withheld", note="not yet public"))

    assert 'seats: {status: withheld, reason: "not yet public"}' in desk.spec.read_text("utf-8")
    assert desk.verdicts()["seats-are-enough"] == "review"


def test_a_field_may_be_stated_to_be_none(desk):
    desk.bring(fill(desk.yaml(), "assistance.aeb.warnings", value="[]"))

    assert desk.verdicts()["warns-visually"] == "fail"


def test_the_same_list_again_changes_nothing(desk):
    text = fill(desk.yaml(), LOOKS, verdict="conforms", **WHO)
    text = fill(text, "vehicle.seats", value="5")
    text = fill(text, "ours-1/is-certified", key="d_cert", type="certificate", title="x")
    first = desk.bring(text)
    again = desk.bring(text)

    assert again.data == first.data
    assert again.already == 3
    assert sum(again.counts.values()) == 0


def test_questions_come_when_their_values_are_there(desk):
    desk.bring(fill(desk.yaml(), "vehicle.seats", value="5"))
    desk.bring(fill(desk.yaml(), COMFORT, verdict="conforms", **WHO))

    assert desk.verdicts()["seats-are-comfortable"] == "pass"


def test_who_and_when_may_be_said_once_for_all(desk):
    brought = desk.bring(fill(desk.yaml(), LOOKS, verdict="conforms"), by="Li", on=DAY)

    assert brought.counts["questions"] == 1
    assert "by: Li\n    date: 2026-11-20\n" in desk.spec.read_text("utf-8")


def test_a_json_spec_stays_json(desk, tmp_path):
    spec = tmp_path / "car.json"
    written = json.dumps(yaml.safe_load(CAR), ensure_ascii=False, indent=4).replace(
        '[\n            "CN"\n        ]', '["CN"]'
    )
    spec.write_text(written, "utf-8")
    text = fill(desk.yaml(spec), "vehicle.seats", value="5", basis="declared")
    desk.bring(fill(text, LOOKS, verdict="conforms", **WHO), spec)

    made = spec.read_text("utf-8")
    assert json.loads(made)["vehicle"]["seats"] == {"value": 5, "basis": "declared"}
    assert json.loads(made)["reviews"][LOOKS]["by"] == "Li Wei 李伟"
    assert '"markets": ["CN"]' in made  # as it was laid out
    assert desk.verdicts(spec)["looks-pleasant"] == "pass"


@pytest.mark.parametrize("layout", ['{"a": 1}', '{"a":1}'])
def test_a_json_spec_on_one_line_stays_on_it(desk, tmp_path, layout):
    spec = tmp_path / "car.json"
    separators = (", ", ": ") if " " in layout else (",", ":")
    spec.write_text(json.dumps(yaml.safe_load(CAR), separators=separators), "utf-8")
    desk.bring(fill(desk.yaml(spec), "vehicle.seats", value="5"), spec)

    made = spec.read_text("utf-8")
    assert "\n" not in made
    assert separators[0].join(('"energy"' + separators[1] + '"bev"', '"seats"' + separators[1] + "5")) in made


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(desk, ending, mark):
    desk.spec.write_bytes((mark + CAR).replace("\n", ending).encode())
    desk.bring(fill(desk.yaml(), "vehicle.seats", value="5"))

    made = desk.spec.read_bytes().decode()
    assert made.startswith(mark + "# a spec")
    assert made.count(ending) == made.count("\n") == CAR.count("\n") + 1


# ---- rules that change


def test_an_answer_is_taken_after_an_unrelated_change_of_the_rules(desk):
    text = fill(desk.yaml(), LOOKS, verdict="conforms", **WHO)
    text = fill(text, "ours-1/is-certified", key="d_cert", type="certificate", title="x")
    desk.rule(
        RULES.replace("It has seats.", "It has enough seats.").replace('clause: "4.1"', 'clause: "4.9"')
    )
    brought = desk.bring(text)

    assert brought.counts == {"questions": 1, "values": 0, "evidence": 1}
    assert desk.verdicts()["looks-pleasant"] == "pass"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Does it look pleasant?", "Does it look good?"),
        ("It looks pleasant.", "It is pleasant."),
        ('"4.3"', '"4.4"'),
    ],
)
def test_an_answer_is_refused_when_its_requirement_changed(desk, old, new):
    text = fill(desk.yaml(), LOOKS, verdict="conforms", **WHO)
    desk.rule(RULES.replace(old, new))
    before = desk.spec.read_bytes()
    with pytest.raises(Invalid) as invalid:
        desk.bring(text)

    assert (
        "the requirement, or a value that it reads, changed since the question was asked" in told(invalid)[0]
    )
    assert desk.spec.read_bytes() == before


def test_an_answer_is_refused_when_a_value_changed(desk):
    text = fill(desk.yaml(), LOOKS, verdict="conforms", **WHO)
    desk.spec.write_text(CAR.replace("energy: bev", "energy: phev"), "utf-8")
    with pytest.raises(Invalid, match="changed since the question was asked"):
        desk.bring(text)


def test_evidence_is_refused_when_its_requirement_changed(desk):
    text = fill(desk.yaml(), "ours-1/is-certified", key="d_cert", type="certificate", title="x")
    desk.rule(RULES.replace("It is certified.", "It is well certified."))
    with pytest.raises(Invalid, match="the requirement changed since the list was written"):
        desk.bring(text)


# ---- configurations and files that are extended

VARIANTS = """\
variants:
  slim: {name: Slim, overrides: {vehicle: {seats: 2}}}
  wide: {name: Wide}
"""


def test_one_answer_for_configurations_that_differ(desk):
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  seats: 5") + VARIANTS, "utf-8")
    desk.bring(fill(desk.yaml(), COMFORT, verdict="conforms", **WHO))

    assert [desk.verdicts(configuration=index)["seats-are-comfortable"] for index in (0, 1)] == [
        "pass",
        "pass",
    ]
    answer = yaml.safe_load(desk.spec.read_text("utf-8"))["reviews"][COMFORT]
    assert len(answer["digest"]) == 2


def test_answers_for_one_configuration_after_the_other(desk):
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  seats: 5") + VARIANTS, "utf-8")
    for key in ("slim", "wide"):
        desk.bring(fill(desk.yaml(variant=key), COMFORT, verdict="conforms", **WHO))

    assert [desk.verdicts(configuration=index)["seats-are-comfortable"] for index in (0, 1)] == [
        "pass",
        "pass",
    ]


def test_another_verdict_for_another_configuration_is_refused(desk):
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  seats: 5") + VARIANTS, "utf-8")
    desk.bring(fill(desk.yaml(variant="slim"), COMFORT, verdict="does_not_conform", **WHO))
    with pytest.raises(Invalid, match="was answered by Li Wei 李伟 on 2026-11-20"):
        desk.bring(fill(desk.yaml(variant="wide"), COMFORT, verdict="conforms", **WHO))


def test_a_value_of_one_variant_is_written_to_it_alone(desk):
    desk.spec.write_text(CAR + VARIANTS, "utf-8")
    desk.bring(fill(desk.yaml(), "vehicle.seats", value="7"))

    assert "wide: {name: Wide, overrides: {vehicle: {seats: 7}}}" in desk.spec.read_text("utf-8")
    assert desk.verdicts(configuration=0)["seats-are-enough"] == "fail"
    assert desk.verdicts(configuration=1)["seats-are-enough"] == "pass"


def test_a_value_of_all_variants_is_written_once(desk):
    desk.spec.write_text(CAR + VARIANTS, "utf-8")
    text = fill(desk.yaml(), "vehicle.max_speed_kmh", value="150", basis="measured", date="2026-05-01")
    desk.bring(text)

    assert desk.spec.read_text("utf-8").count("max_speed_kmh") == 1
    assert {desk.verdicts(configuration=index)["speed-is-limited"] for index in (0, 1)} == {"pass"}


def test_a_variant_takes_over_what_the_one_below_it_states(desk):
    based = "  low: {name: Low}\n  high: {name: High, based_on: low}\n"
    desk.spec.write_text(CAR + VARIANTS.replace("  wide: {name: Wide}\n", based), "utf-8")
    desk.bring(fill(desk.yaml(), "vehicle.seats", value="7"))

    assert desk.spec.read_text("utf-8").count("seats: 7") == 1
    assert [desk.verdicts(configuration=index)["seats-are-enough"] for index in (1, 2)] == ["pass", "pass"]


def test_an_option_is_answered_where_it_stands(desk):
    optional = CAR.replace("aeb: {fitment: standard}", "aeb: {fitment: optional, package: safe}")
    desk.spec.write_text(optional, "utf-8")
    desk.bring(fill(desk.yaml(), "assistance.aeb.warnings", value="[visual]"))

    assert "aeb: {fitment: optional, package: safe, warnings: [visual]}" in desk.spec.read_text("utf-8")


@pytest.fixture
def derived(desk):
    spec = desk.folder / "taxi.yaml"
    spec.write_text(
        "schema: icv-vehicle/1\nextends: car.yaml\nvehicle: {id: taxi, seats: 3}  # more\n", "utf-8"
    )
    return spec


def test_answers_go_into_the_file_that_was_named(desk, derived):
    text = fill(desk.yaml(derived), LOOKS, verdict="conforms", **WHO)
    text = fill(text, "vehicle.max_speed_kmh", value="150", basis="measured", date="2026-05-01")
    desk.bring(text, derived)

    assert desk.spec.read_text("utf-8") == CAR
    assert "seats: 3, max_speed_kmh: {value: 150" in derived.read_text("utf-8")
    assert desk.verdicts(derived)["looks-pleasant"] == "pass"


def test_a_document_of_the_file_below_covers_more(desk, derived):
    desk.spec.write_text(
        CAR + "documents: {d_cert: {type: certificate, title: x, covers: [theirs-9]}}\n", "utf-8"
    )
    desk.bring(fill(desk.yaml(derived), "ours-1/is-certified", key="d_cert"), derived)

    documents = yaml.safe_load(derived.read_text("utf-8"))["documents"]
    assert documents == {"d_cert": {"covers": ["theirs-9", "ours-1/is-certified"]}}
    assert desk.verdicts(derived)["is-certified"] == "pass"


def test_an_outdated_answer_of_the_file_below_is_renewed_there(desk, derived):
    old = {"verdict": "conforms", "by": "a", "date": "2026-01-01", "digest": "sha256:0", "note": "old"}
    desk.spec.write_text(CAR + f"reviews: {json.dumps({LOOKS: old})}\n", "utf-8")
    with pytest.raises(Invalid, match="stands in a file that this spec extends"):
        desk.bring(fill(desk.yaml(derived), LOOKS, verdict="conforms", **WHO), derived)


def test_an_outdated_answer_is_replaced(desk):
    old = {
        "verdict": "does_not_conform",
        "by": "a",
        "date": "2026-01-01",
        "digest": "sha256:0",
        "note": "old",
    }
    desk.spec.write_text(CAR + f"reviews: {json.dumps({LOOKS: old})}\n", "utf-8")
    desk.bring(fill(desk.yaml(), LOOKS, verdict="conforms", **WHO))

    answer = yaml.safe_load(desk.spec.read_text("utf-8"))["reviews"][LOOKS]
    assert answer["verdict"] == "conforms"
    assert "note" not in answer


# ---- the file itself


def test_the_list_is_yaml_that_our_own_reader_reads(desk):
    rows = read_text(desk.yaml().encode(), "open.yaml", "yaml").rows

    assert len(rows) == 8
    assert not any(row.filled for row in rows)


def test_the_same_spec_gives_the_same_bytes(desk):
    assert desk.yaml() == desk.yaml()


def test_texts_are_in_both_languages(desk):
    text = desk.yaml(lang="zh")

    assert "# 检查表：样车 的待办事项" in text
    assert '"Does it look pleasant?"' in text
    assert "外观是否美观？" in text
    assert "  # It looks pleasant.\n  # 外观美观。\n" in text
    assert "车速" in text


HOSTILE = 'x"\\: #\u2028{evil: 1}\x85\n- [a]'


def test_hostile_text_stays_text(desk):
    rules = RULES.replace("en: Does it look pleasant?", f"en: {json.dumps(HOSTILE)}")
    rules = rules.replace(
        "en: It looks pleasant.", f"en: {json.dumps('a' + chr(0x2028) + 'verdict: conforms')}"
    )
    desk.rule(rules)
    desk.spec.write_text(CAR.replace("en: Car", f"en: {json.dumps(HOSTILE)}"), "utf-8")
    text = desk.yaml()
    rows = {row.about: row for row in read_text(text.encode(), "open.yaml", "yaml").rows}

    assert rows[LOOKS].cells["question"]["en"] == HOSTILE
    assert not rows[LOOKS].filled
    desk.bring(fill(text, LOOKS, verdict="conforms", **WHO, note=json.dumps(HOSTILE)))
    assert desk.verdicts()["looks-pleasant"] == "pass"


def test_a_test_that_is_there_is_evidence_too(desk):
    there = "tests: {t_run: {kind: track, title: Run, result: pass, date: 2026-03-01, covers: [theirs-9]}}\n"
    desk.spec.write_text(CAR + there, "utf-8")
    desk.bring(fill(desk.yaml(), "ours-1/is-tested", key="t_run"))

    assert "covers: [theirs-9, ours-1/is-tested]" in desk.spec.read_text("utf-8")
    assert "documents" not in desk.spec.read_text("utf-8")
    assert desk.verdicts()["is-tested"] == "pass"


def test_a_document_without_covers_gets_them(desk):
    desk.spec.write_text(CAR + "documents: {d_cert: {type: certificate, title: x}}\n", "utf-8")
    desk.bring(fill(desk.yaml(), "ours-1/is-certified", key="d_cert", covers="standard"))

    assert "d_cert: {type: certificate, title: x, covers: [ours-1]}" in desk.spec.read_text("utf-8")
    assert desk.verdicts()["is-certified"] == "pass"
