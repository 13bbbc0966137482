"""How many vehicles claim each level of driving automation, and for how many the spec supports it."""

from collections import Counter
from collections.abc import Iterable

from checker.model.assessment import LadderStep
from checker.record import Record
from checker.rendering.ladder import LEVELS
from checker.rendering.portfolio.grid import Seat
from checker.rendering.wording import Words
from checker.text import Text


class Share(Record):
    """The vehicles of one level."""

    label: Text
    claimed: int
    supported: int
    claimed_share: float  # per cent of all vehicles
    supported_share: float
    alternative: Text


def shares_of(seats: Iterable[Seat], words: Words) -> tuple[Share, ...]:
    """Return a share for each level that some vehicle claims or reaches; each counts by its highest."""
    ladders = [seat.assessment.ladder for seat in seats if seat.decides]
    claimed = Counter(_highest(step.claimed for step in ladder) for ladder in ladders)
    supported = Counter(_highest(_supported(ladder)) for ladder in ladders)
    levels = [level for level in (*reversed(LEVELS), None) if claimed[level] or supported[level]]
    return tuple(_share(level, claimed[level], supported[level], len(ladders), words) for level in levels)


def _share(level: int | None, claimed: int, supported: int, of: int, words: Words) -> Share:
    label = words("portfolio.no_level")
    if level is not None:
        label = words("ladder.level", n=level, name=words(f"level.{level}"))
    return Share(
        label=label,
        claimed=claimed,
        supported=supported,
        claimed_share=round(100 * claimed / of, 2),
        supported_share=round(100 * supported / of, 2),
        alternative=words("portfolio.share", label=label, claimed=claimed, supported=supported, of=of),
    )


def _supported(ladder: Iterable[LadderStep]) -> Iterable[int]:
    return (step.supported for step in ladder if step.supported is not None)


def _highest(levels: Iterable[int]) -> int | None:
    return max(levels, default=None)
