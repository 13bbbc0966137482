"""Everything that one run of `check` came to."""

from collections.abc import Callable

from checker.assessment.gate import Decision, Gate
from checker.errors import Invalid
from checker.model.assessment import Judged
from checker.record import Record
from checker.rendering.wording import Words


class Run(Record):
    """A finished run, ready to be written in any format."""

    judged: tuple[tuple[Judged, Decision], ...]
    refused: tuple[tuple[str, int, Invalid], ...]  # file, number of the document in it, its problems
    gate: Gate
    as_of: str  # ISO
    tool_version: str
    lang: str  # en, zh or both
    words: Words
    unusable: Invalid | None = (
        None  # rules, a profile, waivers or a baseline, without which nothing is judged
    )


#: Returns a run in one format.
Format = Callable[[Run], bytes]
