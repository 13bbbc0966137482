"""Everything a renderer needs to know of one judged configuration."""

from typing import TYPE_CHECKING, Literal

from checker.model.finding import Finding, Reason
from checker.model.spec import VehicleSpec
from checker.model.standard import Profile, Standard
from checker.model.waiver import WaiverFile, WaiverUse
from checker.record import Record
from checker.text import Text

if TYPE_CHECKING:
    from checker.model.timeline import Timeline

SCORE_MODEL = "1"

#: Worst first.
STATEMENTS = ("does_not_conform", "undetermined", "conforms_with_waivers", "conforms", "not_applicable")
StatementKind = Literal[
    "does_not_conform",
    "undetermined",
    "conforms_with_waivers",
    "conforms",
    "not_applicable",
    "nothing_judged",
]


class Statement(Record):
    """A statement of conformity with its scope."""

    kind: StatementKind
    provisional: bool
    text: Text  # the whole sentence, scope included


class Score(Record):
    """Points of one account; what the vehicle earned of what was at stake."""

    earned: int
    decided_points: int  # weight of what is pass or fail
    at_stake: int

    @property
    def low(self) -> float | None:
        """Earned / at stake; None where nothing is at stake."""
        return self.earned / self.at_stake if self.at_stake else None

    @property
    def high(self) -> float | None:
        """The same, were every open requirement met."""
        return (self.earned + self.at_stake - self.decided_points) / self.at_stake if self.at_stake else None

    @property
    def decided(self) -> float | None:
        """The share of the points whose requirements are pass or fail."""
        return self.decided_points / self.at_stake if self.at_stake else None


class Accounts(Record):
    """The three accounts, each its own score."""

    score: Score  # binding shall
    readiness: Score  # shall that is upcoming or of unknown force
    good_practice: Score  # voluntary shall, and should


class Coverage(Record):
    """How much of a standard's own outline its rules look at."""

    clauses: int | None  # None: the outline is not known
    transcribed: int
    need_a_person: int
    requirements: int
    verified: int


class StandardResult(Record):
    """One standard on one configuration."""

    standard: Standard
    applies: Literal["yes", "no", "open"]
    why: tuple[Reason, ...]  # why not, or which fields would say
    findings: tuple[Finding, ...]  # in clause order, without those of the level ladder
    statement: Statement
    accounts: Accounts
    coverage: Coverage


class LadderStep(Record):
    """One feature on the level ladder of GB/T 40429."""

    feature: str  # key in automation_features
    name: Text
    claimed: int
    supported: int | None  # highest level, not above the claim, whose own set passes
    provisional: bool
    blocked_level: int | None  # the level that the blockers stand before; None: nothing above the claim
    blockers: tuple[Finding, ...]


class Advice(Record):
    """A field that would decide requirements if it were stated."""

    path: str
    decides: tuple[str, ...]  # full requirement ids that wait for this field


class Approval(Record):
    """Which kind of approval the dates were read for, and why."""

    kind: Literal["new-type", "existing-type"]
    reason: Text


class Assessment(Record):
    """One configuration, judged on one day."""

    spec: VehicleSpec
    as_of: str  # ISO
    approval: Approval
    profile: Profile | None
    scope: Text  # which standards were looked at, and why those
    results: tuple[StandardResult, ...]
    statement: Statement
    accounts: Accounts
    domains: dict[str, Accounts]
    ladder: tuple[LadderStep, ...]
    advice: tuple[Advice, ...]  # most decisive first
    rules_digest: str  # of every rule file that was looked at
    tool_version: str
    score_model: str = SCORE_MODEL
    notes: tuple[Reason, ...] = ()  # contradictions in the spec's own tests, and the like
    gate: tuple[str, ...] = ()  # ids of the standards that count as binding here, whatever their dates say
    waivers: tuple[WaiverUse, ...] = ()  # every waiver that was given, those that cover nothing included
    waiver_files: tuple[WaiverFile, ...] = ()


class Judged(Record):
    """One document of one file: all its configurations; the worst decides."""

    file: str
    document: int
    assessments: tuple[Assessment, ...]
    statement: Statement
    decisive: int  # index of the configuration that decided
    timeline: "Timeline | None" = None  # of that configuration, where somebody asks for it
