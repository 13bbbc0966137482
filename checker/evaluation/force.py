"""What the law makes of a requirement on a day, for a kind of approval (dates by meaning)."""

from collections.abc import Callable
from typing import Literal

from checker.model.finding import Force
from checker.model.standard import Dates, Expression, Requirement, Standard
from checker.record import Record
from checker.values.dates import days_between, last_day

ApprovalKind = Literal["new-type", "existing-type"]
#: How a condition of a dates entry reads on the vehicle: True, False, or None for not known.
Holds = Callable[[Expression], bool | None]


class Calendar(Record):
    """The assessment date, and what makes a type new or existing."""

    as_of: str  # ISO day
    approval: ApprovalKind | None = None  # asked for by the user; None: the type-approval date decides
    type_approved: str | None = None  # ISO day

    def kind(self, new_types: str | None) -> ApprovalKind:
        """Return the kind of approval for a text that binds new types from ``new_types``.

        A type is existing if it was approved before that day; on the day itself it is new.
        """
        if self.approval:
            return self.approval
        if self.type_approved is None or self.type_approved > self.as_of or new_types in (None, "none"):
            return "new-type"
        return "existing-type" if self.type_approved < last_day(str(new_types)) else "new-type"

    def begun(self, date: str | None) -> bool | None:
        """Return whether a date has begun; None where it is not known."""
        if date is None:
            return None
        return date != "none" and last_day(date) <= self.as_of


def dates_of(candidates: tuple[Dates, ...], holds: Holds) -> Dates | None:
    """Return the first entry that holds for this vehicle; None where none does or that is open."""
    for entry in candidates:
        met = True if entry.when is None else holds(entry.when)
        if met is None:
            return None
        if met:
            return entry
    return None


def force_of(requirement: Requirement, standard: Standard, calendar: Calendar, holds: Holds) -> Force:
    """Return what the law makes of a requirement on the assessment date."""
    if standard.legal_force == "voluntary":
        return Force("voluntary")
    if standard.status == "draft":
        return Force("upcoming")
    dates = dates_of(requirement.dates or standard.dates, holds)
    if dates is None:
        return Force("not_known")
    if calendar.begun(dates.ended):
        return Force("ended", dates.ended)
    kind = calendar.kind(dates.new_types)
    date = dates.new_types if kind == "new-type" else dates.all_vehicles
    if date is None:
        return Force("not_known")
    if date == "none":
        return Force("voluntary")
    if calendar.begun(date):
        return Force("binding", date)
    return Force("upcoming", date, days_between(calendar.as_of, last_day(date)))
