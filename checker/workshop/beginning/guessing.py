"""What the id of a rule file already says of the standard."""

from re import fullmatch
from typing import NamedTuple


class Guess(NamedTuple):
    """What can be told; None where it cannot."""

    number: str | None = None
    market: str | None = None
    kind: str | None = None
    legal_force: str | None = None
    series: str | None = None


#: How ids begin -> how their numbers do, market, kind, legal force.
_FAMILIES = (
    (r"gb-t-(.+)", "GB/T {}", "CN", "standard", "voluntary"),
    (r"gb-(.+)", "GB {}", "CN", "standard", "mandatory"),
    (r"t-([a-z]+)-(.+)", "T/{} {}", "CN", "standard", "voluntary"),
    (r"un-r([0-9]+)(?:-([0-9]{2}))?", "UN R{}", "UNECE", "regulation", "mandatory"),
    (r"eu-.+", None, "EU", "regulation", "mandatory"),
    (r"us-.+", None, "US", "regulation", "mandatory"),
)


def guess(standard_id: str) -> Guess:
    """Return what the id of an edition tells: gb-t-44464-2024 is GB/T 44464-2024, voluntary, of China."""
    for pattern, number, market, kind, force in _FAMILIES:
        match = fullmatch(pattern, standard_id)
        if match:
            words = [_printed(word) for word in match.groups() if word]
            said = number.format(*words) if number else None
            series = match[2] if market == "UNECE" else None
            return Guess(said, market, kind, force, series)
    return Guess()


def _printed(words: str) -> str:
    """Return a number as it is printed: the year behind a dash, parts behind dots (44461-1-2024)."""
    parts = words.upper().split("-")
    *front, year = parts
    return f"{'.'.join(front)}-{year}" if front and fullmatch("[0-9]{4}", year) else "-".join(parts)
