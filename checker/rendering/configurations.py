"""The configurations of one file beside the one that decided: their statements, and what differs."""

from checker.model.assessment import Assessment, Judged
from checker.model.finding import Verdict
from checker.record import Record
from checker.rendering.control import configuration_name
from checker.rendering.finding_rows import anchor
from checker.rendering.scores import interval
from checker.rendering.verdicts import Stamp, stamp
from checker.rendering.wording import Words
from checker.text import Text

#: So many differences of a configuration are printed; the rest is counted.
DIFFERENCES = 6


class Difference(Record):
    """A requirement whose verdict is not that of the decisive configuration."""

    anchor: str  # "" where the report has no row of it
    id: str
    text: Text  # "pass instead of fail"


class Configuration(Record):
    """One configuration of the file."""

    name: Text
    packages: str
    decisive: bool
    statement: Stamp
    score: str
    differences: tuple[Difference, ...]
    more: int


def configurations(
    judged: Judged, vehicle: int, rows: frozenset[str], words: Words
) -> tuple[Configuration, ...]:
    """Return every configuration where there are several, else none; ``rows`` are those one can link to."""
    if len(judged.assessments) == 1:
        return ()
    decisive = judged.assessments[judged.decisive]
    return tuple(_configuration(one, decisive, vehicle, rows, words) for one in judged.assessments)


def _verdicts(assessment: Assessment) -> dict[str, Verdict]:
    return {f.requirement.id: f.verdict for result in assessment.results for f in result.findings}


def _configuration(
    one: Assessment, decisive: Assessment, vehicle: int, rows: frozenset[str], words: Words
) -> Configuration:
    usual, here = _verdicts(decisive), _verdicts(one)
    out = Verdict.NOT_APPLICABLE
    differing = [i for i in {**usual, **here} if usual.get(i, out) is not here.get(i, out)]
    differences = []
    for i in differing[:DIFFERENCES]:
        mine, theirs = (words(f"verdict.{verdicts.get(i, out)}") for verdicts in (here, usual))
        text = words("report.instead", here=mine, usual=theirs)
        name = anchor(i, vehicle)
        differences.append(Difference(name if name in rows else "", i, text))
    return Configuration(
        name=configuration_name(one, words),
        packages=", ".join(one.spec.configuration.packages),
        decisive=one is decisive,
        statement=stamp(one.statement, words),
        score=interval(one.accounts.score),
        differences=tuple(differences),
        more=max(0, len(differing) - DIFFERENCES),
    )
