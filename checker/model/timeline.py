"""What changes for a vehicle that stays as it is, and on which day."""

from typing import Literal

from checker.model.assessment import Statement
from checker.model.finding import Reason, Verdict
from checker.model.spec import VehicleSpec
from checker.model.standard import Requirement, Standard
from checker.record import Record
from checker.text import Text

WaivedState = Literal["active", "partly", "expired", "upcoming"]


class Part(Record):
    """The requirements of one standard that begin or cease to bind together."""

    what: Literal["begins", "ends"]
    standard: Standard
    requirements: tuple[str, ...]  # full ids, those that ask something of this vehicle
    whole: bool  # they are all that the standard asks of this vehicle
    verdicts: dict[Verdict, int]  # begins: what they come to on that day, worst first
    ended_by: str | None = None  # ends: the id of the edition that counts instead


class Turn(Record):
    """A requirement that comes to something else, or whose failing begins to count."""

    requirement: Requirement
    before: Verdict
    after: Verdict
    binds: bool  # it binds on that day, or counts as binding here
    begins: bool  # and did not on the day before
    reasons: tuple[Reason, ...] = ()  # of what it comes to
    waiver_before: WaivedState | None = None
    waiver: WaivedState | None = None  # beside a fail, on that day


class Event(Record):
    """A day on which something changes."""

    day: str  # ISO
    days: int  # from the assessment date
    parts: tuple[Part, ...]  # those that end before those that begin
    turns: tuple[Turn, ...]  # worst first, then in the order of the rules
    before: Statement  # of this market, the day before
    after: Statement


class Course(Record):
    """One market, and one kind of approval: what changes from the assessment date on."""

    market: str  # a regime: "CN", "UNECE", "EU"
    kind: Literal["new-type", "existing-type"]
    own: bool  # the kind as which the vehicle is judged on the assessment date
    statement: Statement  # of this market, on the assessment date
    events: tuple[Event, ...]  # in the order of days
    undated: tuple[Standard, ...]  # apply, and nobody knows from when they bind


class Timeline(Record):
    """One configuration, judged on every day on which something may change."""

    spec: VehicleSpec
    as_of: str  # ISO
    looked_at: tuple[str, ...]  # the days, the assessment date left out
    courses: tuple[Course, ...]  # market by market, the vehicle's own kind of approval first
    scope: Text  # which standards were looked at, and why those
    rules_digest: str
    tool_version: str
