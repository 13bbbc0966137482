"""Everything that a report of several vehicles says of all of them."""

from collections.abc import Sequence

from checker.model.assessment import Judged
from checker.record import Record
from checker.rendering.portfolio.gaps import Gaps, gaps_of
from checker.rendering.portfolio.grid import Grid, grids_of, left_out, seats_of
from checker.rendering.portfolio.levels import Share, shares_of
from checker.rendering.portfolio.refused import NotJudged, Refused, refused_line
from checker.rendering.portfolio.variants import Variants, variants_of
from checker.rendering.wording import Words


class Portfolio(Record):
    """What several vehicles share, and in what they differ."""

    vehicles: int
    refused: tuple[Refused, ...]  # documents that are in no other part
    grids: tuple[Grid, ...]
    left_out: int  # standards that apply to none of them
    levels: tuple[Share, ...]
    gaps: Gaps
    variants: tuple[Variants, ...]


def portfolio_of(
    documents: Sequence[Judged], words: Words, refused: Sequence[NotJudged] = ()
) -> Portfolio | None:
    """Return the portfolio of several documents, judged or refused; None of one."""
    if len(documents) + len(refused) == 1:
        return None
    seats = seats_of(documents, words)
    told = (variants_of(judged, index, words) for index, judged in enumerate(documents, 1))
    return Portfolio(
        vehicles=len(documents),
        refused=tuple(refused_line(one, words) for one in refused),
        grids=grids_of(seats, words),
        left_out=left_out(seats),
        levels=shares_of(seats, words),
        gaps=gaps_of(seats, words),
        variants=tuple(one for one in told if one is not None),
    )
