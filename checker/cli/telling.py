"""What a report tells of, and what it carries so that it can be verified."""

from collections.abc import Callable, Mapping
from typing import Any

from checker import __version__
from checker.assessment.gate import Decision, decide
from checker.carried.record import Made
from checker.cli.checking import gate_of
from checker.cli.reading import named_files
from checker.cli.selection import request_of
from checker.cli.specs import Refusal, judge_file
from checker.cli.timeline import timeline_for
from checker.cli.waivers import with_waivers
from checker.cli.workplace import Workplace
from checker.model.assessment import Judged
from checker.record import Record, replace
from checker.rendering.issue import Issue
from checker.rendering.portfolio.refused import NotJudged
from checker.rendering.result import render_json

#: The options that a result depends on.
ASKED = (
    *("specs", "rules", "standard", "profile", "market", "as_of", "approval", "variant"),
    *("waivers", "ignore_waivers"),
    *("fail_on", "min_score", "min_decided", "min_domain", "baseline", "strict", "allow_empty"),
)


class Assessed(Record):
    """What a report tells of."""

    judged: tuple[Judged, ...]  # each with its timeline
    decisions: tuple[Decision, ...]  # of the gate, one for each
    refused: tuple[Refusal, ...]
    result: bytes  # as `check --format json` prints it
    asked: Mapping[str, Any]  # the options, the day among them


def assessed_of(asked: Any, workplace: Workplace) -> Assessed:
    """Return what the specs come to that are asked for; raises Refused and Invalid."""
    gate = gate_of(asked)
    request = with_waivers(request_of(asked, workplace, explain_all=True), asked, workplace)
    names = list(asked.specs if workplace.lies else named_files(asked.specs))  # a report names no patterns
    documents = [one for name in names for one in judge_file(name, asked, request, workplace)]
    refused = tuple(one for one in documents if isinstance(one, Refusal))
    decided = [(one, decide(one, gate)) for one in documents if isinstance(one, Judged)]
    if asked.baseline:
        from checker.cli.baseline import against  # noqa: PLC0415 - only where one is asked for

        decided = against(asked.baseline, decided, gate, request.as_of, workplace.read)
    invalid = [(one.file, one.document, one.invalid) for one in refused]
    result = render_json(decided, invalid, tool_version=__version__, as_of=request.as_of)
    judged = tuple(
        replace(one, timeline=timeline_for(one.assessments[one.decisive].spec, asked, request, workplace))
        for one, _ in decided
    )
    options = {name: getattr(asked, name) for name in ASKED}
    options |= {"specs": names, "as_of": request.as_of}
    return Assessed(judged, tuple(decision for _, decision in decided), refused, result, options)


def rendered(
    form: str,
    assessed: Assessed,
    lang: str,
    issue: Issue,
    heard: Callable[[int, int], None] = lambda *_: None,
) -> bytes:
    """Return the report as ``pdf`` or ``html``; raises `checker.rendering.pdf.CannotRender`.

    ``heard`` hears how much of a PDF is laid out, and of how much.
    """
    made = Made(
        assessed.result, assessed.asked, {name: getattr(issue, name) for name in Issue.__match_args__}
    )
    refused = tuple(NotJudged(one.file, one.document, one.invalid.problems) for one in assessed.refused)
    if form == "pdf":
        from checker.rendering.pdf import render_pdf  # noqa: PLC0415 - only where it is asked for

        return render_pdf(assessed.judged, lang, issue=issue, refused=refused, made=made, heard=heard)
    from checker.rendering.html import render_html  # noqa: PLC0415

    return render_html(assessed.judged, lang, issue=issue, refused=refused, made=made)


def engine_of(form: str) -> str:
    """Return the programs that the bytes of a report depend on; raises as `rendered` does."""
    if form == "pdf":
        from checker.rendering import pdf  # noqa: PLC0415 - only where it is asked for

        return pdf.engine()
    from checker.rendering import html  # noqa: PLC0415

    return html.engine()
