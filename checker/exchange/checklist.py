"""A checklist: the questions, fields and evidence that are open for a spec, or that a standard asks for."""

from collections.abc import Mapping

from checker.record import Record, fresh
from checker.schemas.fields import Field
from checker.text import Text

#: How the first key of a checklist begins a file: its format and version.
FORMAT = "icv-checklist/1"
#: What its JSON Schema is called where editors look for it, beside the file.
SCHEMA = "checklist.schema.json"


class Asking(Record):
    """A requirement that something in the list is for."""

    id: str  # full: "gb-44497-2024/type-1-event-capacity"
    number: str  # of its standard, as printed
    clause: tuple[str, ...]
    obligation: str
    text: Text


class Question(Record):
    """A question that waits for nothing but a person."""

    requirement: str
    asks: Text
    digests: tuple[str, ...]  # what the answer has to state; one for each configuration where they differ
    configurations: tuple[str, ...] = ()  # empty: all of them
    earlier: str = ""  # the answer that was given before something changed


class Gap(Record):
    """A field that is not stated, or stated on too weak a basis."""

    path: str  # "automation_features.pilot.level"; "*" for a member that nobody named yet
    field: Field
    decides: tuple[str, ...]  # ids of the requirements that wait for it
    applicability: tuple[str, ...] = ()  # ids of the standards of which it says whether they apply
    stated: tuple[str, ...] = ()  # what stands there now, where only its proof is too weak
    basis: str | None = None  # the weakest that would do
    max_age_months: int | None = None
    units: tuple[str, ...] = ()  # in which it may be given
    digest: str = ""  # of the field, and of what is stated there
    configurations: tuple[str, ...] = ()


class Exhibit(Record):
    """Evidence that a requirement asks for, and that the spec does not name, or that does not count."""

    requirement: str
    kinds: tuple[str, ...]  # any of them: certificate, test_report, declaration, analysis
    max_age_months: int | None
    digest: str  # of the requirement
    because: tuple[Text, ...] = ()  # why what the spec names does not count
    configurations: tuple[str, ...] = ()


class Origin(Record):
    """What a checklist was made from."""

    file: str  # as the user wrote it; "" for the empty form of a standard
    name: Text  # of the vehicle, or of the standard
    digest: str  # of the spec, or of the rule files
    as_of: str  # ISO day
    configurations: tuple[str, ...] = ()


class Checklist(Record):
    """All that is open; each part in the order in which it is best worked through."""

    origin: Origin
    questions: tuple[Question, ...]
    gaps: tuple[Gap, ...]
    exhibits: tuple[Exhibit, ...]
    asking: Mapping[str, Asking] = fresh(factory=dict)  # by full id, in the order of the standards
    later: tuple[str, ...] = ()  # ids whose question can be answered when fields or evidence are there
    elsewhere: tuple[str, ...] = ()  # ids that are open for a reason that no list can close

    @property
    def open(self) -> int:
        """How many rows wait to be filled in."""
        return len(self.questions) + len(self.gaps) + len(self.exhibits)
