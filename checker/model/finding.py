"""What one requirement came to on one configuration."""

from enum import StrEnum
from typing import Any, Literal

from checker.location import Place
from checker.model.standard import Requirement
from checker.model.waiver import Waived
from checker.record import Record
from checker.text import Text


class Outcome(StrEnum):
    """Of a requirement on a configuration, worst first."""

    VIOLATED = "violated"
    OPEN = "open"
    HOLDS = "holds"
    OUT = "out"


class Verdict(StrEnum):
    """What a reader is told, worst first."""

    FAIL = "fail"
    UNKNOWN = "unknown"
    REVIEW = "review"
    PASS = "pass"  # noqa: S105 - a verdict
    NOT_APPLICABLE = "not_applicable"


class Force(Record, often=True):
    """What the law makes of a requirement on the assessment date, for this kind of approval."""

    kind: Literal["binding", "upcoming", "voluntary", "not_known", "ended"]
    date: str | None = None  # upcoming: the day it begins, or the month as given
    days: int | None = None  # upcoming: days from the assessment date
    ended_by: str | None = None  # ended: the id of the edition that counts instead


class Read(Record, often=True):
    """A path that an expression read, and what it held."""

    path: str  # "automation_features.pilot.level"
    value: Any  # None: nothing
    place: Place | None  # of the value, or of the map that should hold it
    basis: str | None = None  # None where nothing is stated
    status: str | None = None  # unknown, not_applicable, withheld
    masked: Literal["assumed", "weak", "old"] | None = None  # why a stated value did not count


ReasonKind = Literal[
    "missing",  # a value is not stated
    "withheld",  # withheld, or declared not applicable
    "proof",  # known, but too weakly or too long ago
    "spread",  # holds for part of the type only
    "uncertain",  # a look-up the standard does not settle
    "evidence_missing",
    "evidence_lapsed",
    "evidence_negative",
    "edition_not_stated",
    "review_open",
    "review_outdated",
    "review_negative",
    "test_contradicts",
    "not_verified",  # looks violated; the rule was not compared with the official text
    "violated",
    "no_members",
    "condition",  # out: the condition is not met
    "market",  # out: not sold there
    "superseded",  # out: another edition counts
    "switched_off",  # by the profile
    "requirement_unknown",  # an answer in `reviews` to a requirement that there is not
    "standard_unknown",  # a printed number that we have no rules for, close to one that we have
]


class Reason(Record, often=True):
    """Why an outcome is what it is, in a sentence."""

    kind: ReasonKind
    text: Text
    paths: tuple[str, ...] = ()  # the fields that would settle it
    place: Place | None = None


class Member(Record, often=True):
    """A requirement on one member of the map that `for_each` names (or on the vehicle: key None)."""

    key: str | None
    outcome: Outcome
    reasons: tuple[Reason, ...] = ()
    reads: tuple[Read, ...] = ()


class Finding(Record, often=True):
    """What one requirement came to on one configuration."""

    requirement: Requirement
    outcome: Outcome
    verdict: Verdict
    force: Force
    members: tuple[Member, ...]  # in the order of the spec; the worst made the outcome
    provisional: bool = False  # a pass of a rule that is not verified
    switched_off: Text | None = None  # by the profile, and why: not checked, no points
    waiver: Waived | None = None  # beside a fail; changes neither verdict nor score
    answer_digest: str | None = None  # what an answer in `reviews` has to state, where a person is waited for

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons of the members that made the outcome."""
        return tuple(r for m in self.members if m.outcome is self.outcome for r in m.reasons)

    @property
    def reads(self) -> tuple[Read, ...]:
        """What the members that made the outcome read, each path once."""
        reads = (r for m in self.members if m.outcome is self.outcome for r in m.reads)
        return tuple({read.path: read for read in reads}.values())
