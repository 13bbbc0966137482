"""`icv-checker check`: judge specs, say what to do first, and let the exit code tell."""

from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.assessment.gate import Decision, Gate, decide
from checker.cli import exits
from checker.cli.console import Console
from checker.cli.reading import named_files
from checker.cli.selection import Refused, request_of
from checker.cli.shared_options import Adder
from checker.cli.specs import Refusal, judge_file
from checker.cli.waivers import with_waivers
from checker.cli.workplace import Workplace, open_workplace
from checker.model.assessment import Judged
from checker.text import Text

if TYPE_CHECKING:
    from checker.cli.formats import Target


EXAMPLES = (
    "icv-checker check car.yaml",
    "icv-checker check specs/*.yaml --as-of 2027-01-01 --fail-on fail",
    "icv-checker check car.yaml --standard gb-44497-2024 --min-score 80",
    "cat car.json | icv-checker check - --format json",
)


def arguments(add: Adder) -> None:
    """Add what the command takes."""
    add.option(
        "specs",
        nargs="+",
        metavar="SPEC",
        en="vehicle specs (YAML, JSON); - is standard input",
        zh="车辆规格文件（YAML、JSON）；- 表示标准输入",
    )
    add.formats()
    add.option(
        "--scenarios",
        action="store_true",
        en="list every scenario of the sets that apply, with what is missing for its verdict",
        zh="逐项列出适用场景集的各个场景，并给出判定所缺的信息",
    )
    add.watch()
    add.common()
    add.selection()
    add.gate()


def check(asked: Any, console: Console) -> int:
    """Return the exit code of the worst document."""
    workplace = open_workplace(asked.rules)
    judged: list[tuple[Judged, Decision]] = []
    refused: list[Refusal] = []
    try:
        files = _files(asked) if asked.write else ()
        gate = gate_of(asked)
        request = request_of(asked, workplace, explain_all=asked.format != "text" or bool(files))
        request = with_waivers(request, asked, workplace)
        for name in named_files(asked.specs):
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
    if not _write(asked, console, files, finished, workplace):
        return exits.MACHINE
    if refused:
        return exits.INVALID
    return exits.HOLDS if all(decision.holds for _, decision in judged) else exits.GATE


def gate_of(asked: Any) -> Gate:
    """Return the gate that the options ask for; raises Refused for a domain that there is not."""
    if asked.min_domain:
        _refuse_unknown_domains(asked.min_domain)
    return Gate(
        fail_on=asked.fail_on or "undetermined",
        min_score=asked.min_score,
        min_decided=asked.min_decided,
        min_domains=tuple(asked.min_domain),
        strict=asked.strict,
        allow_empty=asked.allow_empty,
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
) -> bool:
    """Print the result, and write the files that were asked for; False where one could not be written."""
    judged, refused, as_of = finished
    if asked.format == "text":
        _print(judged, refused, console, workplace, scenarios=asked.scenarios)
        if not files:
            return True
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
        console.write_bytes(rendered(asked.format, run, asked.sarif_profile))
    return written


def _print(
    judged: list[tuple[Judged, Decision]],
    refused: list[Refusal],
    console: Console,
    workplace: Workplace,
    *,
    scenarios: bool,
) -> None:
    from checker.rendering.terminal.text import render_text  # noqa: PLC0415 - only where it is asked for

    def describe(path: str) -> Text | None:
        field = workplace.schema.field(path)
        return field.text if field and field.text.en else None

    named = [(one.file, one.document) for one in refused]
    console.write(render_text(judged, named, console.page(workplace.cache), describe, scenarios=scenarios))
