"""One finding as one row of a report."""

import re
from collections.abc import Mapping

from checker.model.finding import Finding, Force, Member, Outcome, Reason, Verdict
from checker.record import Record
from checker.rendering.observed import Observation, observation
from checker.rendering.verdicts import SHAPES
from checker.rendering.waivers import beside, waiver_mark
from checker.rendering.wording import Words
from checker.text import Text

#: Reasons to act on, though nothing is violated.
_MENDED = ("evidence_missing", "evidence_lapsed", "edition_not_stated", "test_contradicts")
#: So many observed values are printed; the rest is counted.
OBSERVED = 6


class Row(Record):
    """What one requirement came to, ready to print."""

    anchor: str
    id: str  # without the standard's
    clause: str  # as printed, or a dash
    verdict: str
    shape: str
    word: Text  # "Pass, provisional"
    text: Text
    expressions: tuple[str, ...]
    facts: tuple[Text, ...]  # obligation and weight; level set, domain, force, confidence if not the usual
    proof: tuple[Text, ...]  # what the rule asks for as proof
    observed: tuple[Observation, ...]
    more: int  # observed values that are not printed
    named: bool  # the only one that is observed is named by an expression
    members: tuple[Text, ...]  # "highway_pilot: met", where there are several
    why: tuple[Text, ...]
    beyond: tuple[Text, ...]  # of these, what the observed values do not say themselves
    remedy: Text | None
    waiver: Text | None  # what stands beside the verdict: "waived", "waiver expired"
    waived: tuple[Text, ...]  # until when, who approved it, why
    domain: str  # these four to be found by
    force: str
    obligation: str
    weight: int


def anchor(full_id: str, vehicle: int) -> str:
    """Return the HTML id of a requirement or standard in one vehicle's part of the report."""
    return f"v{vehicle}-{re.sub('[^a-z0-9-]+', '-', full_id.lower())}"


def row(finding: Finding, vehicle: int, words: Words, home: str = "") -> Row:
    """Return the row of a finding; its domain is printed where it is not ``home``, that of its standard."""
    rule = finding.requirement
    # A map says only that it is there; what was read of it stands beside it.
    reads = [read for read in finding.reads if not isinstance(read.value, Mapping)]
    observed = reads[:OBSERVED]
    unstated = {read.path for read in observed if read.value is None}
    expressions = tuple(expression.source for expression in rule.require)
    word = words(f"verdict.{finding.verdict}")
    if finding.provisional:
        word = words("verdict.provisional", word=word)
    return Row(
        anchor=anchor(rule.id, vehicle),
        id=rule.id.partition("/")[2] or rule.id,
        clause=", ".join(rule.clause) or "—",
        verdict=finding.verdict,
        shape=SHAPES[finding.verdict],
        word=word,
        text=rule.text,
        expressions=expressions,
        facts=tuple(_facts(finding, words, home)),
        proof=tuple(proof_asked(finding, words)),
        observed=tuple(observation(read, words) for read in observed),
        more=max(0, len(reads) - OBSERVED),
        named=len(observed) == 1 and any(_names(source, observed[0].path) for source in expressions),
        members=_members(finding.members, words),
        why=tuple(dict.fromkeys(reason.text for reason in finding.reasons)),
        beyond=tuple(dict.fromkeys(reason.text for reason in finding.reasons if not _said(reason, unstated))),
        remedy=rule.remedy if _wants_remedy(finding) else None,
        waiver=waiver_mark(finding, words),
        waived=tuple(beside(finding, words)),
        domain=rule.domain,
        force=finding.force.kind,
        obligation=rule.obligation,
        weight=rule.weight,
    )


def _names(expression: str, path: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(path)}(?![\w.])", expression) is not None


def _said(reason: Reason, unstated: set[str]) -> bool:
    """Return whether a reason says no more than that values are not stated, as they do themselves."""
    return reason.kind == "missing" and bool(reason.paths) and set(reason.paths) <= unstated


def force_text(force: Force, words: Words) -> Text:
    """Return what the law makes of a requirement: "upcoming from 2027-01-01, 42 days left"."""
    if force.kind == "upcoming" and force.date:
        if force.days is None:
            return words("force.upcoming_date", date=force.date)
        return words.count("force.upcoming_days", force.days, date=force.date)
    if force.kind == "ended" and force.ended_by:
        return words("force.ended_by", by=force.ended_by)
    return words(f"force.{force.kind}")


def _wants_remedy(finding: Finding) -> bool:
    """Return whether something is to be mended; where a value is only not stated, stating it is enough."""
    return finding.outcome is Outcome.VIOLATED or any(r.kind in _MENDED for r in finding.reasons)


def proof_asked(finding: Finding, words: Words) -> list[Text]:
    """Return what the rule asks for as proof, beside the values, where no reason says it already."""
    rule, asked = finding.requirement, []
    if rule.proof and rule.proof.basis:
        asked.append(words("proof.basis", basis=words(f"basis.{rule.proof.basis}")))
    if rule.proof and rule.proof.max_age_months:
        asked.append(words.count("proof.age", rule.proof.max_age_months))
    if rule.evidence:
        kinds = words("list.or").en, words("list.or").zh
        names = [words(f"evidence.{kind}") for kind in rule.evidence.kinds]
        kind = Text(kinds[0].join(name.en for name in names), kinds[1].join(name.zh for name in names))
        asked.append(words("proof.evidence", kind=kind))
        if rule.evidence.max_age_months:
            asked.append(words.count("proof.age", rule.evidence.max_age_months))
    if rule.review and not any(rule.review.en in reason.text.en for reason in finding.reasons):
        asked.append(words("proof.review", question=rule.review))
    return asked


def _facts(finding: Finding, words: Words, home: str) -> list[Text]:
    """Return what a score can be recomputed from, and how sure the rule is."""
    rule = finding.requirement
    facts = [words(f"obligation.{rule.obligation}"), words("report.weight", weight=rule.weight)]
    if rule.rung is not None:
        facts.append(words("report.rung", level=rule.rung))
    if rule.domain != home:
        facts.append(words("report.in_domain", domain=words(f"domain.{rule.domain}")))
    if finding.force.kind != "binding" and finding.verdict is not Verdict.NOT_APPLICABLE:
        facts.append(force_text(finding.force, words))
    if not rule.verified:
        facts.append(words("report.not_verified"))
    if finding.switched_off:
        facts.append(words("report.switched_off_because", reason=finding.switched_off))
    return facts


def _members(members: tuple[Member, ...], words: Words) -> tuple[Text, ...]:
    named = [member for member in members if member.key is not None]
    if len(named) < 2:
        return ()
    return tuple(
        words("report.member", key=member.key, outcome=words(f"outcome.{member.outcome}")) for member in named
    )
