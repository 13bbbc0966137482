"""The level ladder of GB/T 40429: level claimed, level supported, and what stands between."""

from checker.model.assessment import LadderStep
from checker.record import Record
from checker.rendering.finding_rows import Row, row
from checker.rendering.wording import Words
from checker.text import Text

LEVELS = range(6)


class Rung(Record):
    """One level of the ladder, for one feature."""

    level: int
    state: str  # reached, claimed, supported, other
    word: Text  # "" for other


class Climb(Record):
    """One feature on the ladder."""

    key: str
    name: Text
    rungs: tuple[Rung, ...]
    sentence: Text
    blocked: Text | None
    blockers: tuple[Row, ...]


def climb(step: LadderStep, vehicle: int, words: Words) -> Climb:
    """Return one feature on the ladder, ready to print."""
    supported = words("ladder.none")
    if step.supported is not None:
        supported = words("ladder.level", n=step.supported, name=words(f"level.{step.supported}"))
    if step.provisional:
        supported = words("verdict.provisional", word=supported)
    claimed = words("ladder.level", n=step.claimed, name=words(f"level.{step.claimed}"))
    blocked = None
    if step.blockers and step.blocked_level is not None:
        blocked = words("ladder.blocked", n=step.blocked_level)
    return Climb(
        key=step.feature,
        name=step.name,
        rungs=tuple(_rung(step, level, words) for level in LEVELS),
        sentence=words("ladder.sentence", claimed=claimed, supported=supported),
        blocked=blocked,
        blockers=tuple(row(blocker, vehicle, words) for blocker in step.blockers),
    )


def _rung(step: LadderStep, level: int, words: Words) -> Rung:
    states = {
        (True, True): "reached",
        (True, False): "claimed",
        (False, True): "supported",
        (False, False): "other",
    }
    state = states[level == step.claimed, level == step.supported]
    return Rung(level, state, words(f"ladder.{state}") if state != "other" else Text("", ""))
