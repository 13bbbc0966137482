"""Waivers and findings for tests, in as few words as possible."""

from typing import Any

from checker.location import Place
from checker.model.finding import Finding, Force, Member, Outcome, Verdict
from checker.model.standard import ForEach
from checker.model.waiver import Waiver, WaiverFile
from checker.text import Text
from tests.evaluation.judging import expression
from tests.making import requirement, spec

DAY = "2026-11-20"
CAR = spec({"vehicle": {"id": "x9"}})
FULL = spec({"vehicle": {"id": "x9"}}, configuration="full")

_VERDICTS = {
    Outcome.VIOLATED: Verdict.FAIL,
    Outcome.OPEN: Verdict.UNKNOWN,
    Outcome.HOLDS: Verdict.PASS,
    Outcome.OUT: Verdict.NOT_APPLICABLE,
}


def waiver(id_: str = "std/one", *, line: int = 1, **fields: Any) -> Waiver:
    """Make a waiver that is active on DAY."""
    facts: dict[str, Any] = {
        "reason": Text("Under way.", "正在整改。"),
        "approver": "A. Example",
        "approved": "2026-10-01",
        "expires": "2026-12-31",
        "max_months": 12,
        "place": Place("w.yaml", line, 5),
        **fields,
    }
    facts.setdefault("last_day", facts["expires"])
    return Waiver(id_, **facts)


def expired(id_: str = "std/one", **fields: Any) -> Waiver:
    return waiver(id_, **({"expires": "2026-11-19"} | fields))


def upcoming(id_: str = "std/one", **fields: Any) -> Waiver:
    return waiver(id_, **({"approved": "2026-11-21"} | fields))


def file_of(*waivers: Waiver) -> WaiverFile:
    return WaiverFile("w.yaml", "sha256:" + "3" * 64, 12, waivers)


def each(**members: str) -> Finding:
    """Make a finding over features: ``each(pilot="violated", city="holds")``."""
    made = tuple(Member(key, Outcome(outcome)) for key, outcome in members.items())
    worst = min((m.outcome for m in made), key=list(Outcome).index)
    rule = requirement(
        "std/one", for_each=ForEach(expression("automation_features"), "f", None, "not_applicable")
    )
    return Finding(rule, worst, _VERDICTS[worst], Force("binding"), made)
