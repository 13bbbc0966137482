"""Waivers as they are printed: beside a fail, and each with what it comes to."""

from collections import Counter
from collections.abc import Iterator

from checker.model.assessment import Assessment
from checker.model.finding import Finding, Verdict
from checker.model.waiver import Waiver, WaiverState, WaiverUse
from checker.record import Record
from checker.rendering.observed import place_of
from checker.rendering.wording import Words
from checker.text import Text

#: The verdict whose colour the state of a waiver wears.
LOOKS: dict[WaiverState, str] = {
    "active": "review",
    "expired": "fail",
    "upcoming": "unknown",
    "unused": "unknown",
    "unmatched": "unknown",
}


class WaiverLine(Record):
    """One waiver with what it comes to."""

    requirement: str  # full id
    state: Text  # "active, over-long"
    look: str  # the verdict whose colour it wears
    limits: tuple[Text, ...]  # the one member, vehicle or configuration that it is for
    reason: Text
    facts: tuple[Text, ...]  # approval and dates, permit, reference
    risk: Text | None
    text: Text  # what it comes to, in a sentence
    place: str


def waiver_lines(assessment: Assessment, words: Words) -> tuple[WaiverLine, ...]:
    """Return every waiver that was given, in the order of the files."""
    return tuple(_line(use, words) for use in assessment.waivers)


def state_word(use: WaiverUse, words: Words) -> Text:
    """Return the state of a waiver as a word: "active", "unused, over-long"."""
    word = words(f"waiver.{use.state}")
    return words.join([word, words("waiver.over_long")]) if use.waiver.over_long else word


def state_counts(assessment: Assessment, words: Words) -> Text:
    """Return how many waivers there are of each state: "2 active, 1 unused"."""
    tally = Counter(use.state for use in assessment.waivers)
    return words.join(
        [
            words("waiver.count", n=tally[state], state=words(f"waiver.{state}"))
            for state in LOOKS
            if tally[state]
        ]
    )


def waiver_mark(finding: Finding, words: Words) -> Text | None:
    """Return what stands beside the word of a verdict: "waived", "waiver expired"; None without a waiver."""
    return words(f"waiver.mark.{finding.waiver.state}") if finding.waiver else None


def beside(finding: Finding, words: Words) -> Iterator[Text]:
    """Yield what waivers say of a fail: until when, who approved it, why; and which members have none."""
    if finding.waiver is None:
        return
    for waiver, state in zip(finding.waiver.waivers, finding.waiver.states, strict=True):
        yield words(
            f"waiver.beside.{state}",
            of=words("waiver.of", path=waiver.path) if waiver.path else Text("", ""),
            last=waiver.last_day,
            approved=waiver.approved,
            approver=waiver.approver,
            reference=words("waiver.reference", reference=waiver.reference) if waiver.reference else "",
            reason=waiver.reason,
        )
    if finding.waiver.state == "partly":
        keys = [key for key in finding.waiver.uncovered if key is not None]
        yield words("waiver.uncovered", members=words.join([Text(key, key) for key in keys]))


def waived_count(assessment: Assessment) -> int:
    """Return how many fails are waived on the assessment date."""
    findings = (f for result in assessment.results for f in result.findings if f.verdict is Verdict.FAIL)
    return sum(f.waiver is not None and f.waiver.state == "active" for f in findings)


def _line(use: WaiverUse, words: Words) -> WaiverLine:
    waiver = use.waiver
    return WaiverLine(
        requirement=waiver.requirement,
        state=state_word(use, words),
        look=LOOKS[use.state],
        limits=tuple(_limits(waiver, words)),
        reason=waiver.reason,
        facts=tuple(_facts(waiver, words)),
        risk=words("waiver.risk", risk=waiver.risk) if waiver.risk else None,
        text=use.text,
        place=place_of(waiver.place),
    )


def _limits(waiver: Waiver, words: Words) -> Iterator[Text]:
    if waiver.path:
        yield words("waiver.for_path", path=waiver.path)
    if waiver.vehicle:
        yield words("waiver.for_vehicle", vehicle=waiver.vehicle)
    if waiver.configuration:
        yield words("waiver.for_configuration", configuration=waiver.configuration)


def _facts(waiver: Waiver, words: Words) -> Iterator[Text]:
    yield words("waiver.approval", approver=waiver.approver, approved=waiver.approved, expires=waiver.expires)
    if waiver.permit:
        yield words("waiver.permit", permit=waiver.permit)
    if waiver.reference:
        yield words("waiver.number", reference=waiver.reference)
