"""What another Python program calls: read a spec, open the standards, judge, render.

    from pathlib import Path

    from checker import assess, load_spec, load_standards, render

    standards = load_standards()
    for spec in load_spec("car.yaml", standards):
        result = assess(spec, standards, as_of="2026-11-20")
        print(result.statement.text.en, result.statement.kind)
        Path("report.html").write_bytes(render([result], "html", lang="en"))

The names of this module are kept as they are within a major version. Everything that they return is frozen.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from checker import __version__
from checker.assessment.assessing import Request, judged_of
from checker.assessment.assessing import assess as assess_configuration
from checker.assessment.gate import Gate, decide
from checker.cli.places import today
from checker.cli.selection import Refused, market_named, profile_named, rules_for, standard_named
from checker.cli.specs import load_file
from checker.cli.workplace import Workplace, open_workplace
from checker.errors import Invalid
from checker.model.assessment import Judged
from checker.model.spec import VehicleSpec
from checker.record import Record
from checker.rendering.wording import load_words
from checker.values.dates import parse_day

Format = Literal["html", "pdf", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv"]
Language = Literal["en", "zh", "both"]


class Spec(Record):
    """One document of a spec file: every configuration of a vehicle type that can be built."""

    file: str
    number: int  # within the file, from 1
    configurations: tuple[VehicleSpec, ...]


class _Chosen(Record):
    market: Sequence[str]
    standard: Sequence[str]


def load_standards(*folders: str) -> Workplace:
    """Return the standards of this installation, with the rule files of more folders.

    Raises Invalid with every problem of every rule file. Keep what is returned: it is made once.
    """
    return open_workplace(folders)


def load_spec(file: str, standards: Workplace) -> tuple[Spec, ...]:
    """Return each document of a YAML or JSON file; raises Invalid with every problem of all of them."""
    loaded = load_file(file, standards)
    problems = [problem for one in loaded if isinstance(one, Invalid) for problem in one.problems]
    if problems:
        raise Invalid(problems)
    return tuple(
        Spec(file, number, one) for number, one in enumerate(loaded, start=1) if not isinstance(one, Invalid)
    )


def assess(  # noqa: PLR0913 - each is one option of `icv-checker check`
    spec: Spec,
    standards: Workplace,
    *,
    as_of: str | None = None,
    only: Sequence[str] = (),
    markets: Sequence[str] = (),
    profile: str | None = None,
    approval: Literal["new-type", "existing-type"] | None = None,
) -> Judged:
    """Return what every configuration of a vehicle type comes to; the worst decides.

    ``as_of`` is an ISO day, else today. ``only`` names standards by id or printed number, and they count as
    binding; ``markets`` stand in place of the spec's own; ``profile`` is an id or a file. Raises ValueError
    for a name or a day that there is not, Invalid for a bad profile.
    """
    try:
        if as_of is not None:
            parse_day(as_of)
        chosen = profile_named(profile, standards) if profile else None
        named = frozenset(standard_named(printed, standards) for printed in only)
        request = Request(
            as_of=as_of or today(),
            tool_version=__version__,
            approval=approval,
            profile=chosen,
            gate=named or frozenset(chosen.gate if chosen else ()),
        )
        asked = _Chosen(tuple(market_named(code, standards) for code in markets), tuple(only))
        assessments = tuple(
            assess_configuration(one, rules_for(one, asked, request, standards), request)
            for one in spec.configurations
        )
    except Refused as error:
        raise ValueError(error.what.en) from None
    return judged_of(spec.file, spec.number, assessments)


def render(
    results: Iterable[Judged], form: Format, *, lang: Language = "en", gate: Gate | None = None
) -> bytes:
    """Return results as a report (html, pdf) or in a format for programs, each as `icv-checker` writes it.

    Raises `checker.rendering.pdf.CannotRender` where a PDF cannot be made here.
    """
    judged = tuple(results)
    if form == "html":
        from checker.rendering.html import render_html  # noqa: PLC0415 - only where it is asked for

        return render_html(judged, lang)
    if form == "pdf":
        from checker.rendering.pdf import render_pdf  # noqa: PLC0415

        return render_pdf(judged, lang)
    from checker.cli.formats import rendered  # noqa: PLC0415
    from checker.rendering.pipeline.run import Run  # noqa: PLC0415

    gate = gate or Gate()
    run = Run(
        judged=tuple((one, decide(one, gate)) for one in judged),
        refused=(),
        gate=gate,
        as_of=judged[0].assessments[0].as_of if judged else today(),
        tool_version=__version__,
        lang=lang,
        words=load_words(),
    )
    return rendered(form, run, "github")
