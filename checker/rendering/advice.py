"""Which few fields would decide the most requirements, if the spec stated them."""

from checker.model.assessment import Assessment
from checker.record import Record
from checker.rendering.finding_rows import anchor

#: So many fields are advised; the rest is counted.
FIELDS = 12


class Field(Record):
    """A field that the spec does not state, and what waits for it."""

    path: str
    number: int  # of requirements
    waiting: tuple[tuple[str, str], ...]  # anchor ("": no row) and id of the first few
    more: int


class Advised(Record):
    """The most decisive fields, and how many requirements they settle together."""

    fields: tuple[Field, ...]
    decides: int  # requirements that wait for nothing but these fields
    more: int  # fields that are not printed


#: So many requirement ids are printed with a field.
WAITING = 4


def advised(assessment: Assessment, vehicle: int, rows: frozenset[str]) -> Advised:
    """Return the advice of an assessment, the most decisive field first.

    Ids lead to the ``rows`` that the report has.
    """
    deciding = [advice for advice in assessment.advice if advice.decides]
    named = deciding[:FIELDS]
    later = {i for advice in deciding[FIELDS:] for i in advice.decides}
    fields = tuple(
        Field(
            path=advice.path,
            number=len(advice.decides),
            waiting=tuple((_link(i, vehicle, rows), i) for i in advice.decides[:WAITING]),
            more=max(0, len(advice.decides) - WAITING),
        )
        for advice in named
    )
    decided = {i for advice in named for i in advice.decides} - later
    return Advised(fields, len(decided), max(0, len(deciding) - FIELDS))


def _link(id_: str, vehicle: int, rows: frozenset[str]) -> str:
    name = anchor(id_, vehicle)
    return name if name in rows else ""
