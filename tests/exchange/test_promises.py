"""What holds for whatever people write: all or nothing, nothing lost, and digests that agree."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.cli.selection import request_of
from checker.cli.specs import judge_file
from checker.cli.workplace import open_workplace
from checker.documents import read_documents
from checker.errors import Invalid
from checker.evaluation.answering import WantedDigests
from checker.exchange.answers import SHEETS, AnswerFile, Row
from checker.exchange.fields import gap_digest
from checker.exchange.reading_text import read_text
from checker.location import Place
from checker.model.assessment import Judged
from tests.exchange.desk import CAR, DAY

#: A car of one configuration, one of several, and a file of two documents; all eight take minutes.
COMPARED = ("l3_highway_pilot", "eu_family_car", "eu_heavy_truck")
EXAMPLES = [Path(__file__).parents[2] / f"examples/{name}.yaml" for name in COMPARED]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_digest_of_a_list_is_the_digest_that_a_check_asks_for(file, tmp_path_factory, monkeypatch):
    """Both are computed on ways of their own; an answer has to fit the check."""
    monkeypatch.setenv("ICV_CHECKER_CACHE", str(tmp_path_factory.getbasetemp() / "cache"))
    workplace = open_workplace(())
    asked = SimpleNamespace(market=[], profile=None, standard=[], as_of=DAY, approval=None, variant=None)
    compared = 0
    for judged in judge_file(str(file), asked, request_of(asked, workplace, explain_all=True), workplace):
        assert isinstance(judged, Judged)
        for assessment in judged.assessments:
            wanted = WantedDigests([assessment.spec], DAY, workplace.library.standard_ids)
            for result in assessment.results:
                for finding in result.findings:
                    if finding.answer_digest is not None:
                        assert wanted.of(finding.requirement, result.standard) == (finding.answer_digest,)
                        compared += 1
    assert compared


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 300),
    st.floats(allow_nan=True),
    st.sampled_from(
        [
            "conforms",
            "2026-11-20",
            "measured",
            "d_new",
            "certificate",
            "withheld",
            "mph",
            "standard",
            "visual",
        ]
    ),
    st.text(max_size=8),
    st.lists(st.sampled_from(["visual", "d_new", 1, True]), max_size=2),
    st.dictionaries(st.sampled_from(["min", "max", "value", "status", "en"]), st.integers(0, 90), max_size=2),
)


#: What a person who reads the headings may write.
SENSIBLE = {
    "verdict": ("conforms", "does_not_conform", "not_applicable"),
    "by": ("Li", "李: #1"),
    "date": (DAY,),
    "value": (5, True, "visual", ["visual"], {"min": 5, "max": 90}, 180.5, []),
    "basis": ("measured", "assumed"),
    "status": ("withheld", "unknown", "not_applicable"),
    "note": ("a note", "一\n二"),
    "unit": ("mph", "km/h"),
    "key": ("d_new",),
    "type": ("certificate", "test_report"),
    "title": ("T", "证书"),
    "number": ("1.10",),
    "issuer": ("TÜV",),
    "issued": ("2026-01-01",),
    "valid_until": ("2030-01-01",),
    "covers": ("standard", "requirement"),
}


def cell(column):
    return st.one_of(st.sampled_from(SENSIBLE.get(column, (None,))), st.integers(0, 9).flatmap(_rarely))


def _rarely(chance):
    return JUNK if chance == 0 else st.none()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_all_or_nothing_whatever_is_written(desk, data):
    desk.spec.write_text(CAR, "utf-8")
    listed = read_text(desk.yaml().encode(), "open.yaml", "yaml")
    rows = []
    chosen = data.draw(st.sets(st.integers(0, len(listed.rows) - 1), min_size=1, max_size=2))
    for index, row in enumerate(listed.rows):
        cells = dict(row.cells)
        for column in (
            ()
            if index not in chosen
            else data.draw(st.sets(st.sampled_from(row.sheet.filled), min_size=1, max_size=4))
        ):
            value = data.draw(cell(column))
            if value is not None:
                cells[column] = value
        rows.append(Row(row.sheet, row.place, cells, {}))
    typed = data.draw(st.booleans())
    answers = AnswerFile("open.yaml", DAY, tuple(rows), typed=typed)
    try:
        brought = desk.bring(answers)
    except Invalid:
        assert desk.spec.read_text("utf-8") == CAR
        return
    filled = sum(row.filled for row in rows)
    assert brought.open == len(rows) - filled
    assert sum(brought.counts.values()) + brought.already == filled
    desk.judged()  # it is a spec that loads
    before, after = (read_documents(text, "car.yaml")[0].data for text in (CAR.encode(), brought.data))
    assert kept(before, after)


def kept(before, after):
    """Return whether all that was stated still is."""
    if isinstance(before, dict):
        return isinstance(after, dict) and all(
            key in after and kept(one, after[key]) for key, one in before.items()
        )
    return before == after


def test_comments_are_never_lost(desk):
    comments = [line.strip() for line in CAR.splitlines() if "#" in line]
    text = desk.yaml()
    for row in read_text(text.encode(), "open.yaml", "yaml").rows:
        if row.sheet is SHEETS[1]:
            cells = {**row.cells, "value": _any(row.about)}
            desk.bring(
                AnswerFile("open.yaml", DAY, (Row(row.sheet, Place("x", 1, 1), cells, {}),), typed=True)
            )
    made = desk.spec.read_text("utf-8")

    assert all(comment in made for comment in comments)
    assert not desk.list().gaps[5:]


def _any(path):
    return {"vehicle.seats": 5, "vehicle.max_speed_kmh": "100..120"}.get(path) or (
        "5..80" if path.endswith("_kmh") else "visual" if path.endswith("warnings") else "true"
    )


def test_the_digest_of_a_field_knows_what_is_stated(desk):
    field = desk.workplace.schema.field("vehicle.seats")
    digests = set()
    for seats in (
        "",
        "\n  seats: 4",
        "\n  seats: 5",
        "\n  seats: {value: 5, basis: measured}",
        "\n  seats: {min: 4}",
    ):
        desk.spec.write_text(CAR.replace("energy: bev", f"energy: bev{seats}"), "utf-8")
        specs = [one.spec for one in desk.judged().assessments]
        digests.add(gap_digest("vehicle.seats", field, specs))

    assert len(digests) == 5


def test_the_digest_of_a_field_does_not_know_the_rest(desk):
    field = desk.workplace.schema.field("vehicle.seats")
    first = gap_digest("vehicle.seats", field, [one.spec for one in desk.judged().assessments])
    desk.spec.write_text(CAR.replace("bev", "phev").replace("name: Pilot", "name: Other"), "utf-8")

    assert gap_digest("vehicle.seats", field, [one.spec for one in desk.judged().assessments]) == first
    assert gap_digest("vehicle.seats", field, ()) == first


def test_not_known_is_as_good_as_not_stated(desk):
    """A spec that says `unknown` is asked the same question."""
    text = desk.yaml()
    desk.spec.write_text(CAR.replace("energy: bev", "energy: bev\n  seats: {status: unknown}"), "utf-8")
    row = next(
        one for one in read_text(text.encode(), "open.yaml", "yaml").rows if one.about == "vehicle.seats"
    )
    answers = AnswerFile("open.yaml", DAY, (Row(row.sheet, row.place, {**row.cells, "value": 5}, {}),))
    desk.bring(answers)

    assert "seats: 5" in desk.spec.read_text("utf-8")
