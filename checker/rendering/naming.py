"""What an edition of a standard is called: its number, with the series of amendments that tells it apart."""

from checker.model.standard import Standard
from checker.rendering.wording import Words
from checker.text import Text


def numbered(standard: Standard) -> str:
    """Return the name as short as one line of a terminal or a heading wants it."""
    return f"{standard.number} ({standard.series})" if standard.series else standard.number


def name_of(standard: Standard, words: Words) -> Text:
    """Return the name as a sentence has it."""
    if standard.series:
        return words("report.number_series", number=standard.number, series=standard.series)
    return Text(standard.number, standard.number)
