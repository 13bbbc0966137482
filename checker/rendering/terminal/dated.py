"""A timeline on a terminal: per market and kind of approval, each day that changes something."""

from collections.abc import Iterator, Sequence

from checker.model.assessment import Assessment, Judged
from checker.model.timeline import Timeline
from checker.rendering.observed import localized
from checker.rendering.terminal.page import Page, plain
from checker.rendering.terminal.several import configuration_name
from checker.rendering.timeline import Change, Moment, Track, tracks
from checker.rendering.verdicts import Stamp
from checker.text import Text

IDS = 4  # of requirements that change alike; the rest is counted


def render_timelines(judged: Judged, timelines: Sequence[Timeline], page: Page) -> str:
    """Return the timelines of one document, a configuration each."""
    each = zip(judged.assessments, timelines, strict=True)
    blocks = ["\n".join(_configuration(judged, one, timeline, page)) for one, timeline in each]
    return "\n\n\n".join(blocks) + "\n"


def _configuration(judged: Judged, assessment: Assessment, timeline: Timeline, page: Page) -> Iterator[str]:
    name = localized(assessment.spec.values.get("vehicle", {}).get("name")) or Text("?", "?")
    configuration = page.text(configuration_name(assessment, page))
    number = f" #{judged.document}" if judged.document > 1 else ""
    head = f"{page.text(name)}  {judged.file}{number}" + (configuration and f"  [{configuration}]")
    yield from page.painted("bold", plain(head))
    yield from page.wrapped(page.say("timeline.intro", date=timeline.as_of), "  ")
    yield from page.wrapped(page.say("terminal.scope", scope=timeline.scope), "  ")
    if not timeline.courses:
        yield ""
        yield from page.wrapped(page.say("timeline.no_course"), "")
    for track in tracks(timeline, page.words):
        yield ""
        yield from _track(track, timeline.as_of, page)


def _track(track: Track, as_of: str, page: Page) -> Iterator[str]:
    yield from page.painted("bold", page.text(track.title))
    today = page.say("timeline.today", date=as_of, statement=track.statement.word)
    yield from _marked(track.statement, today, page, "  ")
    for moment in track.moments:
        yield from _moment(moment, page)
    if not track.moments:
        yield from page.wrapped(page.say("timeline.nothing"), "  ")
    if track.undated:
        yield from page.hanging(page.text(track.undated), "  ", "    ")


def _moment(moment: Moment, page: Page) -> Iterator[str]:
    yield f"  {page.style('bold', moment.day)}  {page.text(moment.left)}"
    for part in moment.parts:
        yield from page.hanging(page.text(part), "    ", "      ")
    for change in moment.changes:
        yield from _change(change, page)
    key = "same" if moment.same else "turns"
    told = page.say(f"timeline.statement.{key}", before=moment.before.word, after=moment.after.word)
    yield from _marked(moment.after, told, page, "    ")


def _change(change: Change, page: Page) -> Iterator[str]:
    yield from _marked(change, page.text(change.text), page, "    ")
    for id_ in change.ids[:IDS]:
        yield from page.hanging(id_, "      ", "        ")
    if len(change.ids) > IDS:
        more = page.count("timeline.and_more", len(change.ids) - IDS)
        yield from page.hanging(more, "      ", "        ")
    for why in change.why:
        yield from page.hanging(page.reason(why), "      ", "        ")


def _marked(what: Stamp | Change, text: str, page: Page, indent: str) -> Iterator[str]:
    """Yield a text behind the shape of a verdict, in its colour."""
    for line in page.hanging(f"{what.shape} {text}", indent, f"{indent}  "):
        yield line.replace(what.shape, page.style(what.look, what.shape), 1)
