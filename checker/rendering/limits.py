"""What limits a report, said before any score: what it is not, how much was looked at, and how sure it is."""

from collections.abc import Iterable, Iterator

from checker.model.assessment import Assessment, Coverage, StandardResult
from checker.model.finding import Verdict
from checker.model.standard import Profile, Standard
from checker.record import Record
from checker.rendering.finding_rows import anchor
from checker.rendering.naming import name_of
from checker.rendering.visible import safe_link
from checker.rendering.waivers import waived_count
from checker.rendering.wording import Words
from checker.text import Text

#: How well a source is known, best first.
SEEN = ("standard_text", "official_page", "draft", "secondary", "contents", "recall")


class SourceLine(Record):
    """Where the rules of a standard were read."""

    title: str
    link: str | None  # only where a click on it is safe
    seen: Text
    note: Text | None


class Scope(Record):
    """One standard that was looked at, and how much of it."""

    anchor: str  # "" where the report has no chapter on it
    number: Text
    title: Text
    applies: Text
    why: tuple[Text, ...]
    clauses: Text  # "17 of 34", or that the outline is not known
    need_a_person: int
    requirements: int
    verified: int
    seen: tuple[Text, ...]  # the kinds of its sources, best first


class Limits(Record):
    """Everything a reader must know before the first score."""

    sentences: tuple[Text, ...]
    scopes: tuple[Scope, ...]
    switched_off: tuple[tuple[str, Text], ...]  # requirement id and the profile's reason
    notes: tuple[Text, ...]
    brief: tuple[Text, ...]  # the same in short, for whoever reads one page


def limits_of(assessment: Assessment, vehicle: int, words: Words) -> Limits:
    """Return the limits of what one configuration's assessment says."""
    profile = assessment.profile
    return Limits(
        sentences=tuple(_sentences(assessment, words)),
        scopes=tuple(_scope(result, vehicle, words) for result in assessment.results),
        switched_off=tuple(profile.off.items()) if profile else (),
        notes=tuple(note.text for note in assessment.notes),
        brief=tuple(_brief(assessment, words)),
    )


def _brief(assessment: Assessment, words: Words) -> Iterator[Text]:
    """Yield how far the statement reaches, and what could still change it, as numbers."""
    told = _told(assessment)
    known = [result.coverage for result in told if result.coverage.clauses is not None]
    if known:
        yield words(
            "limits.brief.clauses",
            transcribed=sum(coverage.transcribed for coverage in known),
            clauses=sum(coverage.clauses or 0 for coverage in known),
        )
    numbers = {
        "outline": len(told) - len(known),
        **_not_final(told),
        "open_scope": sum(result.applies == "open" for result in assessment.results),
        "waived": waived_count(assessment),
        "switched_off": len(assessment.profile.off) if assessment.profile else 0,
    }
    yield from (words.count(f"limits.brief.{name}", n) for name, n in numbers.items() if n)


def _sentences(assessment: Assessment, words: Words) -> list[Text]:
    told = _told(assessment)
    said = [words(f"limits.{name}") for name in ("nature", "item", "declared", "supplied", "opinions")]
    said += [words.count(f"limits.{name}", n) for name, n in _not_final(told).items() if n]
    said += _waivers(assessment, words)
    away = [name_of(r.standard, words) for r in assessment.results if r.applies == "open"]
    if away:
        said.append(words.count("limits.open_scope", len(away), standards=words.join(away)))
    if any(_gap(result.coverage) for result in told):
        said.append(words("limits.coverage"))
    if assessment.profile:
        said += _tailoring(assessment.profile, assessment, words)
    return said


def _told(assessment: Assessment) -> list[StandardResult]:
    return [result for result in assessment.results if result.applies == "yes"]


def _not_final(told: Iterable[StandardResult]) -> dict[str, int]:
    """Return how many verdicts more knowledge could change, by what is missing."""
    findings = [finding for result in told for finding in result.findings]
    return {
        "unknown": sum(finding.verdict is Verdict.UNKNOWN for finding in findings),
        "review": sum(finding.verdict is Verdict.REVIEW for finding in findings),
        "provisional": sum(finding.provisional for finding in findings),
    }


def _tailoring(profile: Profile, assessment: Assessment, words: Words) -> Iterator[Text]:
    """Yield what a profile changes."""
    if profile.off:
        yield words.count("limits.switched_off", len(profile.off))
    if profile.gate:
        names = {result.standard.id: name_of(result.standard, words) for result in assessment.results}
        standards = words.join([names.get(key, Text(key, key)) for key in profile.gate])
        yield words("limits.gate", standards=standards)


def _waivers(assessment: Assessment, words: Words) -> Iterator[Text]:
    waived = waived_count(assessment)
    if waived:
        yield words.count("limits.waived", waived)
    idle = sum(use.state != "active" for use in assessment.waivers)
    if idle:
        yield words.count("limits.idle_waivers", idle)


def _gap(coverage: Coverage) -> bool:
    return coverage.clauses is None or coverage.transcribed < coverage.clauses


def _scope(result: StandardResult, vehicle: int, words: Words) -> Scope:
    standard, coverage = result.standard, result.coverage
    kinds = {source.seen for source in standard.sources.values()}
    if coverage.clauses is None:
        clauses = words("limits.no_outline")
    else:
        clauses = words("limits.clauses", transcribed=coverage.transcribed, clauses=coverage.clauses)
    return Scope(
        anchor=anchor(standard.id, vehicle) if result.applies == "yes" and result.findings else "",
        number=name_of(standard, words),
        title=standard.title,
        applies=words(f"applies.{result.applies}"),
        why=tuple(reason.text for reason in result.why),
        clauses=clauses,
        need_a_person=coverage.need_a_person,
        requirements=coverage.requirements,
        verified=coverage.verified,
        seen=tuple(words(f"seen.{kind}") for kind in SEEN if kind in kinds),
    )


def source_lines(standard: Standard, words: Words) -> tuple[SourceLine, ...]:
    """Return where the rules of a standard were read."""
    sources = standard.sources.values()
    return tuple(SourceLine(s.title, safe_link(s.url), words(f"seen.{s.seen}"), s.note) for s in sources)
