"""Which few fields would decide the most requirements, if the spec stated them."""

from dataclasses import dataclass

from checker.model.assessment import Assessment
from checker.rendering.rows import anchor

#: So many fields are advised; the rest is counted.
FIELDS = 12


@dataclass(frozen=True, slots=True)
class Field:
    """A field that the spec does not state, and what waits for it."""

    path: str
    number: int  # of requirements
    waiting: tuple[tuple[str, str], ...]  # anchor and id of the first few
    more: int


@dataclass(frozen=True, slots=True)
class Advised:
    """The most decisive fields, and how many requirements they settle together."""

    fields: tuple[Field, ...]
    decides: int  # requirements that wait for nothing but these fields
    more: int  # fields that are not printed


#: So many requirement ids are printed with a field.
WAITING = 4


def advised(assessment: Assessment, vehicle: int) -> Advised:
    """Return the advice of an assessment, the most decisive field first."""
    named = assessment.advice[:FIELDS]
    later = {i for advice in assessment.advice[FIELDS:] for i in advice.decides}
    fields = tuple(
        Field(
            path=advice.path,
            number=len(advice.decides),
            waiting=tuple((anchor(i, vehicle), i) for i in advice.decides[:WAITING]),
            more=max(0, len(advice.decides) - WAITING),
        )
        for advice in named
    )
    decided = {i for advice in named for i in advice.decides} - later
    return Advised(fields, len(decided), max(0, len(assessment.advice) - FIELDS))
