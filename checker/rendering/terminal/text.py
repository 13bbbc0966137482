"""The order of a result on a terminal: verdict and scope, what is not met, what is open, what decides it."""

from collections.abc import Callable, Iterator, Sequence

from checker.assessment.gate import Decision
from checker.model.assessment import Assessment, Judged
from checker.model.standard import Profile
from checker.rendering.observed import localized
from checker.rendering.terminal.advised import advised
from checker.rendering.terminal.gated import decided
from checker.rendering.terminal.numbers import ladder, scores, standards
from checker.rendering.terminal.page import Page, plain
from checker.rendering.terminal.points import not_met, points
from checker.rendering.terminal.several import configuration_name, other_configurations, summary
from checker.rendering.terminal.style import OF_STATEMENT, symbol_of
from checker.rendering.terminal.waived import waivers
from checker.text import Text

#: What a field of a spec means, by its path; None where nobody says.
Describe = Callable[[str], Text | None]


def render_text(
    judged: Sequence[tuple[Judged, Decision]],
    refused: Sequence[tuple[str, int]],
    page: Page,
    describe: Describe = lambda _: None,
    *,
    scenarios: bool = False,
) -> str:
    """Return the result of a run; ``refused`` are the documents that could not be judged: file and number.

    With ``scenarios`` each scenario is listed, not only how many there are of each verdict.
    """
    blocks = [
        "\n".join(_document(one, decision, page, describe, scenarios=scenarios)) for one, decision in judged
    ]
    if len(judged) + len(refused) > 1:
        blocks.append("\n".join(summary(judged, refused, page)))
    return "\n\n\n".join(blocks) + "\n" if blocks else ""


def render_problems(judged: Sequence[tuple[Judged, Decision]], page: Page) -> str:
    """Return what is not met, and why the gate fails; nothing of vehicles that the gate lets through."""
    failing = [(one, decision) for one, decision in judged if not decision.holds]
    return "\n".join("\n".join(_problems(one, decision, page)) + "\n" for one, decision in failing)


def _document(
    judged: Judged, decision: Decision, page: Page, describe: Describe, *, scenarios: bool
) -> Iterator[str]:
    decisive = judged.assessments[judged.decisive]
    yield from _head(judged, decisive, page)
    for block in (
        points(decisive, page),
        waivers(decisive, page),
        advised(decisive, page, describe),
        scores(decisive, page),
        standards(decisive, page),
        _scenarios(decisive, page, listed=scenarios),
        ladder(decisive, page),
        _notes(decisive, page),
        other_configurations(judged, page),
        _gate(decision, page),
    ):
        lines = list(block)
        if lines:
            yield ""
            yield from lines


def _problems(judged: Judged, decision: Decision, page: Page) -> Iterator[str]:
    decisive = judged.assessments[judged.decisive]
    yield from _verdict(judged, decisive, page)
    yield from not_met(decisive, page)
    yield from _gate(decision, page)


def _verdict(judged: Judged, assessment: Assessment, page: Page) -> Iterator[str]:
    """Yield which vehicle, and what it came to."""
    name = plain(page.text(_name(assessment)))
    for line in page.hanging(name + _identity(judged, assessment, page), "", "  "):
        named = line.startswith(name)
        yield page.style("bold", name) + line.removeprefix(name) if named else line
    statement = assessment.statement
    said = f"{symbol_of(statement.kind)} {_capital(statement.text).in_(page.lang)}"
    yield from page.painted(OF_STATEMENT[statement.kind], said)


def _head(judged: Judged, assessment: Assessment, page: Page) -> Iterator[str]:
    """Yield which vehicle, what it came to and in what scope, on which day, by which rules."""
    yield from _verdict(judged, assessment, page)
    when = page.say(
        "terminal.as_of",
        date=assessment.as_of,
        approval=page.words(f"terminal.as_of.{assessment.approval.kind}"),
        reason=assessment.approval.reason,
    )
    yield from page.wrapped(when, "  ")
    yield from page.wrapped(page.say("terminal.scope", scope=assessment.scope), "  ")
    if assessment.profile:
        yield from _profile(assessment.profile, page)


def _profile(profile: Profile, page: Page) -> Iterator[str]:
    """Yield which profile chose, and everything that it changes."""
    told = page.say("terminal.profile", id=profile.id, title=profile.title, off=len(profile.off))
    yield from page.wrapped(told, "  ")
    yield from page.hanging(page.say("terminal.profile_digest", digest=profile.digest), "    ", "      ")
    if profile.gate:
        gate = page.say("terminal.profile_gate", standards=", ".join(profile.gate))
        yield from page.hanging(gate, "    ", "      ")
    for reason in dict.fromkeys(profile.off.values()):
        ids = ", ".join(id_ for id_, why in profile.off.items() if why == reason)
        yield from page.hanging(page.say("terminal.profile_off", ids=ids, reason=reason), "    ", "      ")


def _name(assessment: Assessment) -> Text:
    return localized(assessment.spec.values.get("vehicle", {}).get("name")) or Text("?", "?")


def _identity(judged: Judged, assessment: Assessment, page: Page) -> str:
    """Return what stands behind the name: file, document, configuration."""
    number = f" #{judged.document}" if judged.document > 1 else ""
    configuration = page.text(configuration_name(assessment, page))
    return f"  {judged.file}{number}" + (configuration and f"  [{configuration}]")


def _capital(text: Text) -> Text:
    return Text(text.en[:1].upper() + text.en[1:], text.zh)


def _scenarios(assessment: Assessment, page: Page, *, listed: bool) -> Iterator[str]:
    """Yield what the scenarios came to, where there are any; else nothing of them is even imported."""
    results = assessment.results
    if any(r.standard.scenarios and r.applies == "yes" for r in results) or (
        listed and any(r.standard.kind == "scenario_set" and r.applies == "yes" for r in results)
    ):
        from checker.rendering.terminal.scenarios import scenarios  # noqa: PLC0415 - see above

        yield from scenarios(assessment, page, listed=listed)


def _notes(assessment: Assessment, page: Page) -> Iterator[str]:
    if assessment.notes:
        yield from page.painted("bold", page.say("terminal.notes"))
    for note in assessment.notes:
        where = f"{note.place}: " if note.place else ""
        yield from page.hanging(where + page.text(note.text), "  ", "    ")


def _gate(decision: Decision, page: Page) -> Iterator[str]:
    yield from page.painted("pass" if decision.holds else "fail", page.text(decided(decision, page.words)))
