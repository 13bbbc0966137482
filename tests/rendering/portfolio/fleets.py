"""Several judged vehicles for tests, made of the sample vehicle."""

from checker.model.assessment import Judged, LadderStep
from checker.model.finding import Verdict
from checker.record import replace
from checker.rendering.wording import load_words
from tests.rendering.sample import judged, plain

WORDS = load_words()


def named(one: Judged, name: str) -> Judged:
    """Return the same vehicle under another name."""
    assessments = []
    for assessment in one.assessments:
        vehicle = {**assessment.spec.values["vehicle"], "name": name}
        spec = replace(assessment.spec, values={**assessment.spec.values, "vehicle": vehicle})
        assessments.append(replace(assessment, spec=spec))
    return replace(one, assessments=tuple(assessments))


def single(name: str = "Single", claimed: int = 2) -> Judged:
    """Return a vehicle with one configuration, that of the sample that decides."""
    full = judged().assessments[1]
    step = replace(full.ladder[0], claimed=claimed, supported=None, blockers=(), blocked_level=None)
    return named(Judged("specs/single.yaml", 1, (replace(full, ladder=(step,)),), full.statement, 0), name)


def fleet() -> tuple[Judged, ...]:
    """Return a vehicle with two configurations, one with one, and one to which nothing applies."""
    return judged(), single(), plain()


def climbing(*levels: int | None) -> Judged:
    """Return a vehicle whose features claim these levels and reach the one below."""
    one = single()
    assessment = one.assessments[0]
    steps: tuple[LadderStep, ...] = tuple(
        replace(assessment.ladder[0], claimed=level, supported=level - 1 if level else None)
        for level in levels
        if level is not None
    )
    return replace(one, assessments=(replace(assessment, ladder=steps),))


def with_all(one: Judged, verdict: Verdict) -> Judged:
    """Return the vehicle with every finding of its first configuration turned into this verdict."""
    assessment = one.assessments[0]
    results = tuple(
        replace(result, findings=tuple(replace(f, verdict=verdict) for f in result.findings))
        for result in assessment.results
    )
    return replace(one, assessments=(replace(assessment, results=results), *one.assessments[1:]))
