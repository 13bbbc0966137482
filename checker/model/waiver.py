"""Waivers: what an organisation accepts for a time although it is not met."""

from typing import Literal

from checker.location import Place
from checker.record import Record
from checker.text import Text

#: How many months a waiver may count from its approval, where its file says nothing else.
MAX_MONTHS = 12


class Waiver(Record):
    """One waiver as its file states it, filled in from the permit that it names."""

    requirement: str  # full id: "gb-44497-2024/type-1-event-capacity"
    reason: Text
    approver: str
    approved: str  # ISO day
    expires: str  # ISO day, the last on which it is meant to count
    last_day: str  # ISO day, the last on which it counts: `expires`, or the end of `max_months` before that
    max_months: int
    place: Place
    path: str | None = None  # the one member that it is for: "automation_features.pilot"; None: all of them
    configuration: str | None = None  # the key of the one configuration that it is for
    vehicle: str | None = None  # the id of the one vehicle that it is for
    permit: str | None = None  # the name of the permit that it makes use of
    reference: str | None = None  # number of a deviation, ticket or file
    risk: Text | None = None

    @property
    def over_long(self) -> bool:
        """Whether it is meant to count for longer than it may."""
        return self.last_day < self.expires


class WaiverFile(Record):
    """A file of waivers."""

    file: str  # as the user wrote it
    digest: str  # "sha256:..." of its bytes
    max_months: int
    waivers: tuple[Waiver, ...]


class Waived(Record):
    """What the waivers that are about a fail come to on the assessment date."""

    #: active: every violated member is covered; partly: some are; else none is, and why
    state: Literal["active", "partly", "expired", "upcoming"]
    waivers: tuple[Waiver, ...]  # those about a violated member, in the order of the files
    uncovered: tuple[str | None, ...]  # keys of the violated members that nothing covers on this day
    states: tuple[Literal["active", "expired", "upcoming"], ...]  # of each of the waivers


WaiverState = Literal["active", "expired", "upcoming", "unused", "unmatched"]


class WaiverUse(Record):
    """What one waiver comes to on one configuration."""

    waiver: Waiver
    #: unmatched: there is nothing here that it could be about; unused: what it is about does not fail
    state: WaiverState
    covers: tuple[str | None, ...]  # keys of the violated members that it is about (None: the vehicle)
    text: Text  # the state in a sentence
