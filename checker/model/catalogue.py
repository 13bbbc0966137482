"""Documents of a field, whether there are rules for them or not, and which of them correspond."""

from typing import Literal

from checker.location import Place
from checker.model.standard import Confidence, Source
from checker.record import Record
from checker.text import Text

#: What a document is on a day.
Status = Literal["in_force", "issued", "draft", "superseded", "withdrawn", "not_issued", "not_known"]

#: The same, best known first: the order in which people are told.
STATUSES: tuple[Status, ...] = (
    "in_force", "issued", "draft", "superseded", "withdrawn", "not_issued", "not_known",
)  # fmt: skip


class CatalogueDocument(Record):
    """One standard, regulation, notice or draft; a row for each series of a UN Regulation.

    Dates are ISO days, months or years, as far as they are known; a month or year counts from its last day.
    """

    id: str  # that of the rule file, where there is one
    place: Place
    market: str  # a regime of markets.yaml
    kind: str  # "gb", "un-regulation" ...
    group: str  # "security", "ads" ...
    status: Status  # on the day `recorded`
    recorded: str  # ISO day
    sources: tuple[Source, ...]
    number: Text | None = None  # as printed; None: it has none yet
    series: str | None = None
    title: Text | None = None  # None: it was not seen
    subject: Text | None = None  # what it is about, where the title was not seen
    stage: str | None = None  # of a draft
    issued: str | None = None
    in_force: str | None = None
    ended: str | None = None
    replaces: tuple[str, ...] = ()  # printed numbers
    url: str | None = None
    confidence: Confidence = "high"
    note: Text | None = None


class ClausePair(Record):
    """Clauses of two standards that are about the same thing."""

    standard: str
    counterpart: str
    about: Text | None = None


class Pair(Record):
    """Two standards that correspond: related, never equal."""

    standard: str  # id of a rule file or of a document of the catalogue
    counterpart: str
    kind: Literal["based_on", "comparable", "differs"]
    differs: Text
    place: Place
    sources: tuple[Source, ...]
    part: Text | None = None  # which part of the two corresponds; None: the whole
    clauses: tuple[ClausePair, ...] = ()
    clauses_confidence: Confidence = "high"
    confidence: Confidence = "high"
