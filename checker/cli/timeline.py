"""`icv-checker timeline`: on which day something changes for a spec that stays as it is."""

from typing import Any

from checker import __version__
from checker.assessment.assessing import Request
from checker.assessment.timeline import timeline_of
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.selection import Refused, request_of, rules_for
from checker.cli.shared_options import Adder
from checker.cli.specs import Refusal, judge_file
from checker.cli.waivers import with_waivers
from checker.cli.workplace import Workplace, open_workplace
from checker.model.assessment import Judged
from checker.model.spec import VehicleSpec
from checker.model.timeline import Timeline

EXAMPLES = (
    "icv-checker timeline car.yaml",
    "icv-checker timeline car.yaml --approval existing-type --format json",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.one_spec()
    add.form()
    add.common()
    add.selection()


def timeline(asked: Any, console: Console) -> int:
    """Print the timeline of every configuration; 0 when all documents could be judged."""
    workplace = open_workplace(asked.rules)
    told: list[tuple[Judged, tuple[Timeline, ...]]] = []
    refused: list[Refusal] = []
    try:
        request = with_waivers(request_of(asked, workplace, explain_all=False), asked, workplace)
        for one in judge_file(asked.spec, asked, request, workplace):
            if isinstance(one, Refusal):
                refused.append(one)
                continue
            specs = (assessment.spec for assessment in one.assessments)
            told.append((one, tuple(timeline_for(spec, asked, request, workplace) for spec in specs)))
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    for refusal in refused:
        console.problems(refusal.invalid)
    if asked.format == "json":
        from checker.rendering.timeline_result import render_timeline_json  # noqa: PLC0415 - only where asked for

        invalid = [(one.file, one.document, one.invalid) for one in refused]
        console.write_bytes(
            render_timeline_json(told, invalid, tool_version=__version__, as_of=request.as_of)
        )
    else:
        from checker.rendering.terminal.dated import render_timelines  # noqa: PLC0415

        page = console.page(workplace.cache)
        console.write("\n\n".join(render_timelines(one, timelines, page) for one, timelines in told))
    return exits.INVALID if refused else exits.HOLDS


def timeline_for(spec: VehicleSpec, asked: Any, request: Request, workplace: Workplace) -> Timeline:
    """Return the timeline of one configuration by the rules that judge it."""
    return timeline_of(spec, rules_for(spec, asked, request, workplace), request)
