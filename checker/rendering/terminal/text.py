"""The order of a result on a terminal: verdict and scope, failures, what decides the rest, numbers."""

from collections.abc import Iterator, Sequence

from checker.assessment.gate import Decision
from checker.model.assessment import Assessment, Judged, Score, StandardResult
from checker.model.finding import Finding, Verdict
from checker.rendering.observed import localized
from checker.rendering.terminal.columns import clip, pad, width
from checker.rendering.terminal.page import Page
from checker.rendering.terminal.style import OF_STATEMENT, SYMBOLS
from checker.text import Text

OPEN_POINTS = 10  # listed; the rest is counted
FIELDS = 5  # of those that decide the most


def render_text(judged: Sequence[tuple[Judged, Decision]], refused: int, page: Page) -> str:
    """Return the result of a run; ``refused`` documents could not be judged."""
    blocks = ["\n".join(_document(one, decision, page)) for one, decision in judged]
    if len(judged) + refused > 1:
        blocks.append("\n".join(_summary(judged, refused, page)))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _summary(judged: Sequence[tuple[Judged, Decision]], refused: int, page: Page) -> Iterator[str]:
    held = sum(decision.holds for _, decision in judged)
    yield page.say(
        "terminal.summary", n=len(judged) + refused, held=held, failed=len(judged) - held, refused=refused
    )


def _document(judged: Judged, decision: Decision, page: Page) -> Iterator[str]:
    decisive = judged.assessments[judged.decisive]
    yield from _head(judged, decisive, page)
    yield from _failures(decisive, page)
    yield from _open_points(decisive, page)
    yield from _advice(decisive, page)
    yield from _scores(decisive, page)
    yield from _standards(decisive, page)
    yield from _ladder(decisive, page)
    yield from _notes(decisive, page)
    yield from _others(judged, page)
    yield ""
    yield from _gate(decision, page)


def _head(judged: Judged, assessment: Assessment, page: Page) -> Iterator[str]:
    vehicle = assessment.spec.values.get("vehicle", {})
    name = page.text(localized(vehicle.get("name")) or Text("?", "?"))
    configuration = _configuration(assessment, page)
    number = f" #{judged.document}" if judged.document > 1 else ""
    yield (
        page.style("bold", name)
        + f"  {judged.file}{number}"
        + (f"  [{configuration}]" if configuration else "")
    )
    kind = assessment.statement.kind
    word = page.words(f"statement.{kind}").in_(page.lang)
    yield page.style(OF_STATEMENT[kind], f"{SYMBOLS[OF_STATEMENT[kind]]} {word}")
    yield from page.wrapped(page.text(assessment.statement.text), "  ")
    when = page.say(
        "terminal.as_of",
        date=assessment.as_of,
        approval=page.words(f"approval.{assessment.approval.kind}"),
        reason=assessment.approval.reason,
    )
    yield from page.wrapped(when, "  ")
    yield from page.wrapped(page.say("terminal.scope", scope=assessment.scope), "  ")


def _configuration(assessment: Assessment, page: Page) -> str:
    configuration = assessment.spec.configuration
    if configuration.name:
        return page.text(configuration.name)
    known = f"configuration.{configuration.key}"
    return page.say(known) if configuration.key and known in page.words else configuration.key


def _worth_showing(assessment: Assessment, verdict: Verdict) -> list[Finding]:
    """Return the findings of a verdict, binding ones first, heavy ones first."""
    rank = {"binding": 0, "not_known": 1, "upcoming": 2, "voluntary": 3, "ended": 4}
    findings = [f for result in assessment.results if result.applies == "yes" for f in result.findings]
    chosen = [f for f in findings if f.verdict is verdict]
    return sorted(chosen, key=lambda f: (rank[f.force.kind], -f.requirement.weight))


def _failures(assessment: Assessment, page: Page) -> Iterator[str]:
    failures = _worth_showing(assessment, Verdict.FAIL)
    if failures:
        yield ""
        yield page.style("bold", page.count("terminal.failures", len(failures)))
        for finding in failures:
            yield from _point(finding, page, full=True)


def _open_points(assessment: Assessment, page: Page) -> Iterator[str]:
    suspected = [f for f in _worth_showing(assessment, Verdict.REVIEW) if f.outcome == "violated"]
    waiting = [f for f in _worth_showing(assessment, Verdict.REVIEW) if f.outcome != "violated"]
    unknown = _worth_showing(assessment, Verdict.UNKNOWN)
    points = [*suspected, *unknown, *waiting]
    closed = [result for result in assessment.results if result.applies == "open"]
    if not points and not closed:
        return
    yield ""
    yield page.style("bold", page.count("terminal.open", len(points)))
    for result in closed:
        fields = ", ".join(dict.fromkeys(path for reason in result.why for path in reason.paths))
        yield from page.wrapped(
            page.say("terminal.applicability", number=result.standard.number, fields=fields), "  "
        )
    for finding in points[:OPEN_POINTS]:
        yield from _point(finding, page, full=finding in suspected)
    if len(points) > OPEN_POINTS:
        yield "  " + page.style("dim", page.count("terminal.more", len(points) - OPEN_POINTS))


def _point(finding: Finding, page: Page, *, full: bool) -> Iterator[str]:
    """Yield one finding: what, where, why, and for a failure what it asks and how to mend it."""
    requirement, verdict = finding.requirement, str(finding.verdict)
    clause = f"  {', '.join(requirement.clause)}" if requirement.clause else ""
    force = "" if finding.force.kind == "binding" else f"  ({_force(finding, page)})"
    head = page.style(verdict, f"{SYMBOLS[verdict]} {page.words(f'verdict.{verdict}').in_(page.lang)}")
    yield f"  {head}  {requirement.id}{clause}{force}"
    if full:
        yield from page.wrapped(page.text(requirement.text), "      ")
    for reason in finding.reasons:
        where = f"{reason.place}: " if reason.place else ""
        yield from page.wrapped(where + page.text(reason.text), "      ")
    if full and requirement.remedy:
        yield from page.wrapped("→ " + page.text(requirement.remedy), "      ")


def _force(finding: Finding, page: Page) -> str:
    force = finding.force
    if force.kind == "upcoming" and force.date:
        return page.count("force.upcoming_days", force.days or 0, date=force.date)
    return page.say(f"force.{force.kind}")


def _advice(assessment: Assessment, page: Page) -> Iterator[str]:
    best = assessment.advice[:FIELDS]
    decided = sum(len(one.decides) for one in best)
    if not decided:
        return
    yield ""
    says = page.count("terminal.decided", decided)
    yield page.style("bold", page.count("terminal.advice", len(best), decided=says))
    longest = max(width(one.path) for one in best)
    for one in best:
        clipped = clip(one.path, page.width - 10)
        yield f"  {pad(clipped, min(longest, page.width - 10))}  {len(one.decides):>4}"


def _scores(assessment: Assessment, page: Page) -> Iterator[str]:
    rows = [
        (page.say(f"account.{key}"), getattr(assessment.accounts, key), page.say(f"terminal.account.{key}"))
        for key in ("score", "readiness", "good_practice")
    ]
    yield ""
    label = max(width(name) for name, _, _ in rows)
    for name, score, about in rows:
        line = f"{pad(name, label)}  {pad(interval(score), 9, right=True)}  {pad(_decided(score, page), 14)}"
        yield clip(f"{line}  {about}", page.width)


def interval(score: Score) -> str:
    """Return a score as people read it: "40–85" of 100, one number where both ends are equal, "-" for none."""
    if score.low is None or score.high is None:
        return "-"
    low, high = f"{100 * score.low:.0f}", f"{100 * score.high:.0f}"
    return low if low == high else f"{low}–{high}"


def _decided(score: Score, page: Page) -> str:
    return "" if score.decided is None else page.say("terminal.share", share=f"{100 * score.decided:.0f}")


def _standards(assessment: Assessment, page: Page) -> Iterator[str]:
    shown = [result for result in assessment.results if result.applies != "no"]
    out = [result.standard.number for result in assessment.results if result.applies == "no"]
    if shown:
        yield ""
        label = max(width(_label(result)) for result in shown)
        label = min(label, page.width // 3)
        for result in shown:
            yield from _standard(result, label, page)
    if out:
        yield from page.wrapped(
            page.style("dim", page.say("terminal.not_applicable", numbers=", ".join(out))), ""
        )


def _label(result: StandardResult) -> str:
    standard = result.standard
    return f"{standard.number} ({standard.series})" if standard.series else standard.number


def _standard(result: StandardResult, label: int, page: Page) -> Iterator[str]:
    counts = {verdict: sum(f.verdict is verdict for f in result.findings) for verdict in Verdict}
    told = "  ".join(
        page.style(str(verdict), f"{SYMBOLS[str(verdict)]} {counts[verdict]:>3}")
        for verdict in (Verdict.PASS, Verdict.FAIL, Verdict.UNKNOWN, Verdict.REVIEW, Verdict.NOT_APPLICABLE)
    )
    kind = result.statement.kind
    word = page.say(f"statement.{kind}")
    if result.statement.provisional:
        word = page.say("statement.provisional", word=page.words(f"statement.{kind}"))
    yield f"{pad(clip(_label(result), label), label)}  {told}  {page.style(OF_STATEMENT[kind], word)}"


def _ladder(assessment: Assessment, page: Page) -> Iterator[str]:
    if assessment.ladder:
        yield ""
    for step in assessment.ladder:
        supported = page.say("terminal.none") if step.supported is None else str(step.supported)
        if step.provisional:
            supported = page.say("statement.provisional", word=Text(supported, supported))
        line = page.say("terminal.ladder", feature=step.name, claimed=step.claimed, supported=supported)
        if step.blockers and step.blocked_level is not None:
            names = ", ".join(finding.requirement.id.partition("/")[2] for finding in step.blockers)
            line += page.say("terminal.blocked", level=step.blocked_level, names=names)
        yield from page.wrapped(line, "")


def _notes(assessment: Assessment, page: Page) -> Iterator[str]:
    for note in assessment.notes:
        where = f"{note.place}: " if note.place else ""
        yield from page.wrapped(where + page.text(note.text), "")


def _others(judged: Judged, page: Page) -> Iterator[str]:
    for index, assessment in enumerate(judged.assessments):
        if index != judged.decisive:
            word = page.say(f"statement.{assessment.statement.kind}")
            score = interval(assessment.accounts.score)
            name = _configuration(assessment, page)
            yield from page.wrapped(page.say("terminal.other", name=name, statement=word, score=score), "")


def _gate(decision: Decision, page: Page) -> Iterator[str]:
    because = "; ".join(page.text(reason) for reason in decision.reasons)
    key = "terminal.gate.holds" if decision.holds else "terminal.gate.fails"
    style = "pass" if decision.holds else "fail"
    line = page.say(key) + (f": {because}" if because else "")
    for number, part in enumerate(page.wrapped(line, "")):
        yield page.style(style, part) if number == 0 else part
