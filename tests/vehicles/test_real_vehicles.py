"""The vehicles that are shipped, and 1,189 more: judged without a crash, and nothing fails on silence."""

import gzip
import json

import pytest

from checker.cli.main import main
from checker.model.finding import Outcome, Verdict
from tests.vehicles.court import EXAMPLES, REAL, ROOT, findings_of

L3_APPROVALS = ("arcfox_bj7001a61nbev", "changan_sc7000aaarbev")
PARTS = 4  # so that several workers share the fleet
FLEET = ROOT / "tests" / "data" / "open_ev_data.jsonl.gz"


def fleet():
    with gzip.open(FLEET, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def stated(finding):
    """Return whether something that the spec says made a finding what it is."""
    of_the_spec = ("evidence_negative", "review_negative")
    return any(read.value is not None for read in finding.reads) or any(
        reason.kind in of_the_spec for reason in finding.reasons
    )


@pytest.mark.parametrize("name", L3_APPROVALS)
def test_the_first_level_3_approvals_are_undetermined_with_their_missing_fields_named(name, court):
    judged = court.judge(ROOT / "examples" / "real" / f"{name}.yaml")
    (assessment,) = judged.assessments

    assert judged.statement.kind == "undetermined"
    assert not [f for f in findings_of(assessment) if f.verdict is Verdict.FAIL]
    open_ = [f for f in findings_of(assessment) if f.verdict is Verdict.UNKNOWN]
    assert open_
    assert all(reason.paths or reason.kind == "test_contradicts" for f in open_ for reason in f.reasons)
    first = [advice.path for advice in assessment.advice[:5]]
    assert any(path.startswith("data_recording.dssad") for path in first), first


@pytest.mark.parametrize("name", L3_APPROVALS)
def test_the_command_line_says_so_and_does_not_let_them_through(name, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    code = main(
        ["check", str(ROOT / "examples" / "real" / f"{name}.yaml"), "--as-of", "2026-11-20", "--lang", "en"]
    )
    out = capsys.readouterr().out

    assert code == 1
    assert "▲ Undetermined" in out
    assert "data_recording.dssad.type" in out
    assert "gate fails: undetermined" in out


@pytest.mark.parametrize("path", [*EXAMPLES, *REAL], ids=lambda path: path.stem)
@pytest.mark.parametrize("day", ["2020-01-01", "2026-11-20", "2035-01-01"])
def test_nothing_fails_on_silence(path, day, court):
    documents = court.judge_all(path, as_of=day, explain=True)
    for assessment in (a for document in documents for a in document.assessments):
        violated = [f for f in findings_of(assessment) if f.outcome is Outcome.VIOLATED]
        assert [f.requirement.id for f in violated if not stated(f)] == []


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize("approval", ["new-type", "existing-type"])
def test_no_real_vehicle_conforms_by_what_the_press_knows_of_it(path, approval, court):
    judged = court.judge(path, approval=approval)

    assert judged.statement.kind in ("undetermined", "nothing_judged")


@pytest.mark.parametrize("part", range(PARTS))
def test_the_whole_fleet_is_judged(part, court):
    kinds = {}
    vehicles = fleet()
    for vehicle in vehicles[part::PARTS]:
        judged = court.judge(vehicle)
        (assessment,) = judged.assessments
        outcomes = {finding.outcome for finding in findings_of(assessment)}
        assert outcomes <= {Outcome.OPEN, Outcome.OUT}, vehicle["vehicle"]["id"]
        kinds[judged.statement.kind] = kinds.get(judged.statement.kind, 0) + 1

    assert len(vehicles) == 1189
    assert set(kinds) <= {"undetermined", "nothing_judged"}, kinds
