"""`icv-checker check`: judge specs, say what to do first, and let the exit code tell."""

from typing import Any

from checker import __version__
from checker.assessment.gate import Decision, Gate, decide
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.reading import named_files
from checker.cli.selection import Refused, request_of
from checker.cli.specs import Refusal, judge_file
from checker.cli.waivers import with_waivers
from checker.cli.workplace import Workplace, open_workplace
from checker.model.assessment import Judged
from checker.text import Text


def check(asked: Any, console: Console) -> int:
    """Return the exit code of the worst document."""
    workplace = open_workplace(asked.rules)
    judged: list[tuple[Judged, Decision]] = []
    refused: list[Refusal] = []
    try:
        request = request_of(asked, workplace, explain_all=asked.format == "json")
        request = with_waivers(request, asked, workplace)
        for name in named_files(asked.specs):
            for one in judge_file(name, asked, request, workplace):
                if isinstance(one, Refusal):
                    refused.append(one)
                else:
                    judged.append((one, decide(one, gate_of(asked))))
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    for refusal in refused:
        console.problems(refusal.invalid)
    _write(asked, console, (judged, refused), request.as_of, workplace)
    if refused:
        return exits.INVALID
    return exits.HOLDS if all(decision.holds for _, decision in judged) else exits.GATE


def gate_of(asked: Any) -> Gate:
    """Return the gate that the options ask for."""
    return Gate(
        fail_on=asked.fail_on or "undetermined",
        min_score=asked.min_score,
        min_decided=asked.min_decided,
        strict=asked.strict,
        allow_empty=asked.allow_empty,
    )


def _write(
    asked: Any,
    console: Console,
    results: tuple[list[tuple[Judged, Decision]], list[Refusal]],
    as_of: str,
    workplace: Workplace,
) -> None:
    judged, refused = results
    if asked.format == "json":
        from checker.rendering.result import render_json  # noqa: PLC0415 - only where it is asked for

        invalid = [(one.file, one.document, one.invalid) for one in refused]
        console.write_bytes(render_json(judged, invalid, tool_version=__version__, as_of=as_of))
        return
    from checker.rendering.terminal.text import render_text  # noqa: PLC0415

    def describe(path: str) -> Text | None:
        field = workplace.schema.field(path)
        return field.text if field and field.text.en else None

    named = [(one.file, one.document) for one in refused]
    console.write(render_text(judged, named, console.page(workplace.cache), describe))
