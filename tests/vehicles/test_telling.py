"""How much is told of a vehicle changes nothing of what is judged: text and JSON never disagree."""

import pytest

from tests.vehicles.court import EXAMPLES, REAL, findings_of


@pytest.mark.parametrize("market", [[], ["CN", "EU"]], ids=["own markets", "all markets"])
@pytest.mark.parametrize("path", [*EXAMPLES, *REAL], ids=lambda path: path.stem)
def test_outcomes_reasons_and_advice_are_the_same_with_and_without_readings(court, path, market):
    told, untold = ([*court.judge_all(path, explain=e, market=market)] for e in (True, False))

    for full, short in zip(told, untold, strict=True):
        for one, other in zip(full.assessments, short.assessments, strict=True):
            assert [_sum(f) for f in findings_of(one)] == [_sum(f) for f in findings_of(other)]
            assert (one.statement, one.accounts, one.advice) == (
                other.statement,
                other.accounts,
                other.advice,
            )


def _sum(finding):
    """Return all that is said of a finding but what was read, and why a condition is not met."""
    members = [(m.key, m.outcome, [r for r in m.reasons if r.kind != "condition"]) for m in finding.members]
    return finding.requirement.id, finding.outcome, finding.verdict, finding.force, members
