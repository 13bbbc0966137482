"""A standard, regulation or scenario set as rules."""

from typing import Any, Literal

from checker.location import Place
from checker.record import Record, fresh
from checker.text import Text

#: An expression's syntax tree: nested plain tuples, see `checker.expression.tree`.
Tree = tuple[Any, ...]

Seen = Literal["standard_text", "official_page", "draft", "secondary", "contents", "recall"]
Confidence = Literal["high", "medium", "low"]
Obligation = Literal["shall", "should", "may"]
Kind = Literal["standard", "regulation", "scenario_set", "assessment_programme", "permit", "taxonomy"]


class Expression(Record):
    """One checked expression of a rule."""

    source: str
    tree: Tree
    place: Place  # of its first character


class Source(Record):
    """Where we read what a standard says."""

    title: str
    url: str | None
    seen: Seen
    note: Text | None = None


class Dates(Record):
    """From when a standard or a requirement binds; ISO days, or months judged by their last day."""

    published: str | None = None
    new_types: str | None = None  # "none": never; None: not known
    all_vehicles: str | None = None
    ended: str | None = None
    when: Expression | None = None  # for which vehicles these dates hold; None: for all
    source: str | None = None
    confidence: Confidence = "high"


class Proof(Record):
    """The weakest knowledge that counts for the values a `require` reads."""

    basis: str | None = None  # one of BASES
    max_age_months: int | None = None


class Evidence(Record):
    """A document or test of the spec that has to cover this requirement."""

    kinds: tuple[Literal["certificate", "test_report", "declaration", "analysis"], ...]
    max_age_months: int | None = None


class ForEach(Record):
    """One finding per member of a map of the spec."""

    path: Expression
    name: str  # the variable that holds the member; `key` holds its key
    where: Expression | None
    if_none: Literal["unknown", "not_applicable", "violated"]


class Example(Record):
    """A partial spec, and the outcome that the requirement has on it."""

    outcome: Literal["pass", "fail", "unknown", "not_applicable"]
    spec: dict[str, Any]
    place: Place


class Requirement(Record):
    """One requirement of one edition of a standard."""

    id: str  # full: "gb-44497-2024/type-1-event-capacity"
    place: Place
    text: Text  # in our own words
    domain: str
    title: Text | None = None
    clause: tuple[str, ...] = ()  # as printed; empty where it was not seen
    obligation: Obligation = "shall"
    weight: int = 1  # 1 to 5
    rung: int | None = None  # the automation level whose ladder this belongs to
    when: Expression | None = None
    require: tuple[Expression, ...] = ()
    evidence: Evidence | None = None
    review: Text | None = None
    proof: Proof | None = None
    for_each: ForEach | None = None
    remedy: Text | None = None
    dates: tuple[Dates, ...] = ()  # empty: those of the standard
    sources: tuple[str, ...] = ()  # keys of the standard's sources
    confidence: Confidence = "high"
    verified: bool = False  # read in the text with confidence, or recorded so by a profile
    digest: str = ""  # of everything above that a reader relies on
    no_failing_example: Text | None = None  # why none is possible
    examples: tuple[Example, ...] = ()
    scenarios: tuple[str, ...] = ()  # ids of the scenarios of its standard that need it


class Table(Record):
    """A table of a standard, and how it is read between and beyond its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    match: tuple[Literal["exact", "linear", "next_higher", "unstated"] | None, ...]  # None: a result column
    beyond: Literal["unknown", "hold"] = "unknown"


class Clause(Record):
    """A clause of the standard's own outline."""

    number: str
    title: Text | None = None
    note: Text | None = None


class Scenario(Record):
    """A scenario that a standard names; which requirements it needs is said by these."""

    id: str  # within the standard: "forward-collision-warning"
    name: Text
    clause: tuple[str, ...] = ()  # as printed; empty where it was not seen


class Standard(Record):
    """One edition of a standard, its requirements in clause order."""

    id: str
    number: str
    title: Text
    kind: Kind
    legal_force: Literal["mandatory", "voluntary"]
    market: str  # a regime of markets.yaml: "CN", "UNECE", "EU" ...
    domain: str
    status: Literal["draft", "issued", "in_force", "superseded", "withdrawn"]
    place: Place
    digest: str  # "sha256:..." of the file's bytes
    requirements: tuple[Requirement, ...]
    dates: tuple[Dates, ...] = ()
    aliases: tuple[str, ...] = ()
    series: str | None = None  # "00", "01" ... of a UN Regulation
    replaces: tuple[str, ...] = ()
    applies_when: Expression | None = None
    sources: dict[str, Source] = fresh(factory=dict)
    outline: tuple[Clause, ...] = ()
    lists: dict[str, tuple[Any, ...]] = fresh(factory=dict)
    tables: dict[str, Table] = fresh(factory=dict)
    note: Text | None = None
    scenarios: tuple[Scenario, ...] = ()  # in the order of the document


class Profile(Record):
    """Which standards are looked at for a purpose, and what was switched off."""

    id: str
    title: Text
    digest: str
    standards: tuple[str, ...] = ()  # ids; empty: those of the vehicle's markets
    off: dict[str, Text] = fresh(factory=dict)  # full requirement id -> reason
    gate: tuple[str, ...] = ()  # standards that count as binding here
    #: standard -> (requirement id, digest)
    verified: dict[str, tuple[tuple[str, str], ...]] = fresh(factory=dict)
    #: standard of `verified` -> (by whom, on which day, with which printed edition)
    compared: dict[str, tuple[str, str, str]] = fresh(factory=dict)
    purpose: Text | None = None  # what it is for, and what it leaves out
