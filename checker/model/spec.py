"""One resolved configuration of a vehicle spec."""

from collections.abc import Mapping
from typing import Any, Literal

from checker.location import Place
from checker.model.finding import Reason
from checker.record import Record
from checker.text import Text

#: How well a value is known, weakest first.
BASES = ("assumed", "declared", "supplier", "calculated", "simulated", "measured", "certified")

Status = Literal["unknown", "not_applicable", "withheld"]


class Stated(Record, often=True):
    """What the spec says beside a value: where it stands, how it is known, or why it is not given."""

    place: Place  # of the key
    basis: str = "declared"  # one of BASES
    refs: tuple[str, ...] = ()  # keys of `documents` or `tests`
    date: str | None = None  # ISO
    by: str | None = None
    note: Text | None = None
    status: Status | None = None  # set: there is no value, and this says why
    reason: Text | None = None
    typed: str | None = None  # as written, where loading changed it: "25 mph"


class Configuration(Record):
    """One buildable configuration of a vehicle type."""

    key: str  # "" where the file has only one, else "base", "full" or the variant's key
    name: Text | None = None
    packages: tuple[str, ...] = ()


class VehicleSpec(Record):
    """One resolved configuration: plain values for the evaluators, and what was stated beside them."""

    file: str
    digest: str  # "sha256:..." of the bytes of the file and of every file that it extends
    document: int  # from 1, within the file
    configuration: Configuration
    values: Mapping[str, Any]  # nested maps; spreads are `values.spreads.Spread`, envelopes `Envelope`
    stated: Mapping[str, Stated]  # dotted path ("vehicle.markets[0]" for items) -> what was said of it
    extended: tuple[str, ...] = ()  # the files that it extends, in the order they were laid down
    notes: tuple[Reason, ...] = ()  # no errors: contradictions in its own tests, near misses of known numbers
    assumed: tuple[str, ...] | None = None  # the paths of what is only assumed; None: look in `stated`
