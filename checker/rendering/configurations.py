"""The configurations of one file beside the one that decided: their statements, and what differs."""

from dataclasses import dataclass

from checker.model.assessment import Assessment, Judged
from checker.model.finding import Verdict
from checker.rendering.control import configuration_name
from checker.rendering.rows import anchor
from checker.rendering.scores import interval
from checker.rendering.verdicts import Stamp, stamp
from checker.rendering.wording import Words
from checker.text import Text

#: So many differences of a configuration are printed; the rest is counted.
DIFFERENCES = 12


@dataclass(frozen=True, slots=True)
class Difference:
    """A requirement whose verdict is not that of the decisive configuration."""

    anchor: str  # "" where the report has no row of it
    id: str
    text: Text  # "pass instead of fail"


@dataclass(frozen=True, slots=True)
class Configuration:
    """One configuration of the file."""

    name: Text
    packages: str
    decisive: bool
    statement: Stamp
    score: str
    differences: tuple[Difference, ...]
    more: int


def configurations(judged: Judged, vehicle: int, words: Words) -> tuple[Configuration, ...]:
    """Return every configuration where there are several, else none."""
    if len(judged.assessments) == 1:
        return ()
    decisive = judged.assessments[judged.decisive]
    return tuple(_configuration(one, decisive, vehicle, words) for one in judged.assessments)


def _verdicts(assessment: Assessment) -> dict[str, Verdict]:
    return {f.requirement.id: f.verdict for result in assessment.results for f in result.findings}


def _configuration(one: Assessment, decisive: Assessment, vehicle: int, words: Words) -> Configuration:
    usual, here = _verdicts(decisive), _verdicts(one)
    out = Verdict.NOT_APPLICABLE
    differing = [i for i in {**usual, **here} if usual.get(i, out) is not here.get(i, out)]
    differences = []
    for i in differing[:DIFFERENCES]:
        mine, theirs = (words(f"verdict.{verdicts.get(i, out)}") for verdicts in (here, usual))
        text = words("report.instead", here=mine, usual=theirs)
        differences.append(Difference(anchor(i, vehicle) if i in usual else "", i, text))
    return Configuration(
        name=configuration_name(one, words),
        packages=", ".join(one.spec.configuration.packages),
        decisive=one is decisive,
        statement=stamp(one.statement, words),
        score=interval(one.accounts.score),
        differences=tuple(differences),
        more=max(0, len(differing) - DIFFERENCES),
    )
