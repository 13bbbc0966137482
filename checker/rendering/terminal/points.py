"""What is not met, in full; what is open, compact: why and where once, with all that waits for it."""

from collections.abc import Iterable, Iterator

from checker.model.assessment import Assessment, StandardResult
from checker.model.finding import Finding, Outcome, Reason, Verdict
from checker.rendering.naming import numbered
from checker.rendering.terminal.page import Page
from checker.rendering.terminal.style import SYMBOLS
from checker.rendering.waivers import beside

SUSPECTED = 10  # printed in full; the rest is counted
GROUPS = 10  # of open requirements that wait for the same
TOGETHER = 3  # requirements printed in a group

_RANK = {"binding": 0, "not_known": 1, "upcoming": 2, "voluntary": 3, "ended": 4}


def points(assessment: Assessment, page: Page) -> Iterator[str]:
    """Yield what is not met, what looks violated, what is not known, and what waits for a person."""
    review = _of(assessment, Verdict.REVIEW)
    suspected = [finding for finding in review if finding.outcome is Outcome.VIOLATED]
    waiting = [finding for finding in review if finding.outcome is not Outcome.VIOLATED]
    blocks = (
        not_met(assessment, page),
        _in_full("review", "suspected", suspected, page, limit=SUSPECTED),
        _applicability(assessment, page),
        _grouped("unknown", "unknown", _of(assessment, Verdict.UNKNOWN), page),
        _grouped("review", "waiting", waiting, page),
    )
    begun = False
    for block in blocks:
        for number, line in enumerate(block):
            if begun and number == 0:
                yield ""
            begun = True
            yield line


def not_met(assessment: Assessment, page: Page) -> Iterator[str]:
    """Yield what is not met, and nothing else."""
    return _in_full("fail", "failures", _of(assessment, Verdict.FAIL), page, limit=None)


def _of(assessment: Assessment, verdict: Verdict) -> list[Finding]:
    """Return the findings of a verdict, binding ones first, heavy ones first."""
    findings = (f for result in assessment.results if result.applies == "yes" for f in result.findings)
    return sorted((f for f in findings if f.verdict is verdict), key=_order)


def _order(finding: Finding) -> tuple[int, int]:
    return _RANK[finding.force.kind], -finding.requirement.weight


def _heading(verdict: str, key: str, findings: list[Finding], page: Page) -> Iterator[str]:
    waived = sum(finding.waiver is not None and finding.waiver.state == "active" for finding in findings)
    told = page.count(f"terminal.{key}_waived" if waived else f"terminal.{key}", len(findings), waived=waived)
    for line in page.hanging(f"{SYMBOLS[verdict]} {told}", "", "  "):
        yield page.style(verdict, line)


def _in_full(
    verdict: str, key: str, findings: list[Finding], page: Page, *, limit: int | None
) -> Iterator[str]:
    if not findings:
        return
    yield from _heading(verdict, key, findings, page)
    for finding in findings[:limit]:
        yield from page.hanging(_named(finding, page), "  ", "      ")
        yield from page.wrapped(page.text(finding.requirement.text), "    ")
        for said in _reasons(finding, page):
            yield from page.hanging(said, "    ", "      ")
        if finding.requirement.remedy:
            yield from page.hanging("→ " + page.text(finding.requirement.remedy), "    ", "      ")
        for told in beside(finding, page.words):
            yield from page.hanging(page.text(told), "    ", "      ")
    yield from _more(len(findings[limit:]) if limit else 0, "  ", page)


def _applicability(assessment: Assessment, page: Page) -> Iterator[str]:
    """Yield the standards of which nobody can tell whether they apply, and what would say."""
    for result in assessment.results:
        if result.applies == "open":
            yield from page.painted("unknown", f"{SYMBOLS['unknown']} {_may_apply(result, page)}")
            for reason in result.why:
                yield from page.hanging(_said(reason, page), "  ", "    ")


def _may_apply(result: StandardResult, page: Page) -> str:
    return page.say("terminal.applicability", number=numbered(result.standard))


def _grouped(verdict: str, key: str, findings: list[Finding], page: Page) -> Iterator[str]:
    """Yield the findings that wait for the same as one point; the points that decide most come first."""
    if not findings:
        return
    yield from _heading(verdict, key, findings, page)
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(tuple(_reasons(finding, page)), []).append(finding)
    ordered = sorted(groups.items(), key=lambda group: _worth(group[1]))
    for reasons, its in ordered[:GROUPS]:
        for said in reasons:
            yield from page.hanging(said, "  ", "    ")
        for finding in its[:TOGETHER]:
            yield from page.hanging(_named(finding, page), "      ", "        ")
        if len(its) > TOGETHER:
            yield "      " + page.style("dim", page.say("terminal.also", n=len(its) - TOGETHER))
    yield from _more(sum(len(its) for _, its in ordered[GROUPS:]), "  ", page)


def _worth(findings: list[Finding]) -> tuple[int, int]:
    return min(_RANK[finding.force.kind] for finding in findings), -sum(
        finding.requirement.weight for finding in findings
    )


def _more(count: int, indent: str, page: Page) -> Iterator[str]:
    if count > 0:
        yield from (
            page.style("dim", line) for line in page.wrapped(page.count("terminal.more", count), indent)
        )


def _named(finding: Finding, page: Page) -> str:
    """Return the id of a requirement with its clause as printed, and its force where it does not bind yet."""
    requirement = finding.requirement
    clause = f"  {', '.join(requirement.clause)}" if requirement.clause else ""
    force = "" if finding.force.kind == "binding" else page.beside(_force(finding, page))
    return f"{requirement.id}{clause}{force}"


def _force(finding: Finding, page: Page) -> str:
    force = finding.force
    if force.kind == "upcoming" and force.date:
        return page.count("force.upcoming_days", force.days or 0, date=force.date)
    return page.say(f"force.{force.kind}")


def _reasons(finding: Finding, page: Page) -> Iterator[str]:
    """Yield where and why, each reason once; the heading says already that a rule is not verified."""
    said: dict[str, None] = {}
    for member in finding.members:
        if member.outcome is finding.outcome:
            of = "" if member.key is None or _tells(member.reasons, member.key) else f"{member.key}: "
            for reason in member.reasons:
                if reason.kind != "not_verified":
                    said[_said(reason, page, of)] = None
    yield from said


def _tells(reasons: Iterable[Reason], key: str) -> bool:
    """Return whether the paths of every reason say which member is meant."""
    return all(any(key in path.split(".") for path in reason.paths) for reason in reasons)


def _said(reason: Reason, page: Page, of: str = "") -> str:
    where = f"{reason.place}: " if reason.place else ""
    return where + of + page.reason(reason.text)
