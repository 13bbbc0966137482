"""What `icv-checker check` does: judge specs, say what to do first, and let the exit code tell."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.assessment.gate import Decision, Gate, decide
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.reading import named_files
from checker.cli.repeated import Printed
from checker.cli.selection import Refused, request_of
from checker.cli.specs import Refusal, judge_file
from checker.cli.waivers import with_waivers
from checker.cli.workplace import Workplace, open_workplace
from checker.errors import Invalid
from checker.model.assessment import Judged
from checker.model.spec import VehicleSpec
from checker.text import Text

if TYPE_CHECKING:
    from checker.cli.formats import Target


def checked(asked: Any, console: Console, before: Printed) -> int:
    """Return the exit code of the worst document; `before` remembers what is printed.

    Raises Invalid for rules, a profile, waivers or a baseline; formats with annotations have its problems.
    """
    try:
        return _checked(asked, console, before)
    except Invalid as invalid:
        if asked.write or asked.format != "text":
            from checker.cli.formats import annotate  # noqa: PLC0415 - only where programs read on

            annotate(invalid, asked, console)
        raise


def _checked(asked: Any, console: Console, before: Printed) -> int:
    workplace = open_workplace(asked.rules)
    if asked.notes:
        asked.notes.lap(Text("rules are there", "规则已载入"))
    judged: list[tuple[Judged, Decision]] = []
    refused: list[Refusal] = []
    try:
        files = _files(asked) if asked.write else ()
        gate = gate_of(asked)
        request = request_of(asked, workplace, explain_all=asked.format != "text" or bool(files))
        request = with_waivers(request, asked, workplace)
        for name in _followed(named_files(asked.specs), asked, console):
            for one in judge_file(name, asked, request, workplace):
                if isinstance(one, Refusal):
                    refused.append(one)
                else:
                    judged.append((one, decide(one, gate)))
        if asked.baseline:
            from checker.cli.baseline import against  # noqa: PLC0415 - only where one is asked for

            judged = against(asked.baseline, judged, gate, request.as_of)
    except Refused as error:
        console.complain(error.what)
        return exits.USAGE
    for refusal in refused:
        console.problems(refusal.invalid)
    finished = (judged, refused, request.as_of)
    written, printed = _write(asked, console, files, finished, workplace)
    if not written:
        return exits.MACHINE
    if asked.notes:
        asked.notes.lap(Text("printed", "已输出"))
    if refused:
        return exits.INVALID
    code = exits.HOLDS if all(decision.holds for _, decision in judged) else exits.GATE
    if {spec.digest for one, _ in judged for spec in _specs(one)} <= before.specs:  # they extend nothing
        before.keep(code, printed)
    return code


def _specs(judged: Judged) -> Iterator[VehicleSpec]:
    return (assessment.spec for assessment in judged.assessments)


def _followed(names: Iterable[str], asked: Any, console: Console) -> Iterable[str]:
    """Return the names; a terminal shows how many of them are done."""
    if asked.notes or not console.err.isatty():
        return names
    from checker.cli.progress import Progress  # noqa: PLC0415 - only where somebody may watch

    return Progress(console, Text("checking", "正在检查")).over(tuple(names))


def gate_of(asked: Any) -> Gate:
    """Return the gate that the options ask for; raises Refused for a domain that there is not."""
    if asked.min_domain:
        _refuse_unknown_domains(asked.min_domain)
    return Gate(
        fail_on=asked.fail_on or "undetermined",
        min_score=asked.min_score,
        min_decided=asked.min_decided,
        min_domains=tuple(asked.min_domain),
        strict=bool(asked.strict),
        allow_empty=bool(asked.allow_empty),
    )


def _refuse_unknown_domains(minima: list[tuple[str, float]]) -> None:
    from checker.cli.selection import refuse_unknown  # noqa: PLC0415 - only where a domain is named
    from checker.rendering.wording import load_words  # noqa: PLC0415

    known = [key.removeprefix("domain.") for key in load_words().keys_of("domain.")]
    for domain, _ in minima:
        if domain not in known:
            refuse_unknown(Text("domain", "领域"), domain, known)


def _files(asked: Any) -> tuple["Target", ...]:
    from checker.cli.formats import targets  # noqa: PLC0415 - only where a file is asked for

    return targets(asked)


def _write(
    asked: Any,
    console: Console,
    files: tuple["Target", ...],
    finished: tuple[list[tuple[Judged, Decision]], list[Refusal], str],
    workplace: Workplace,
) -> tuple[bool, str | bytes]:
    """Print the result, and write the files that were asked for.

    Return whether all could be written, and what was printed.
    """
    judged, refused, as_of = finished
    printed: str | bytes = b""
    if asked.format == "text":
        printed = _text(judged, refused, console, workplace, scenarios=asked.scenarios)
        console.write_printed(printed)
        if not files:
            return True, printed
    from checker.cli.formats import rendered, write_files  # noqa: PLC0415 - only where programs read on
    from checker.rendering.pipeline.run import Run  # noqa: PLC0415 - only where programs read on
    from checker.rendering.wording import load_words  # noqa: PLC0415 - only where programs read on

    run = Run(
        judged=tuple(judged),
        refused=tuple((one.file, one.document, one.invalid) for one in refused),
        gate=gate_of(asked),
        as_of=as_of,
        tool_version=__version__,
        lang=console.lang,
        words=load_words(cache=workplace.cache),
    )
    written = write_files(files, run, asked.sarif_profile, console)
    if asked.format != "text":
        printed = rendered(asked.format, run, asked.sarif_profile)
        console.write_printed(printed)
    return written, printed


def _text(
    judged: list[tuple[Judged, Decision]],
    refused: list[Refusal],
    console: Console,
    workplace: Workplace,
    *,
    scenarios: bool,
) -> str:
    from checker.rendering.terminal.text import render_problems, render_text  # noqa: PLC0415 - only where asked

    page = console.page(workplace.cache)
    if console.quiet:
        return render_problems(judged, page)

    def describe(path: str) -> Text | None:
        field = workplace.schema.field(path)
        return field.text if field and field.text.en else None

    named = [(one.file, one.document) for one in refused]
    return render_text(judged, named, page, describe, scenarios=scenarios)
