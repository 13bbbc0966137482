"""Colour and symbols; every verdict is told by its word and symbol too."""

from checker.record import Record

_CODES = {
    "bold": "1",
    "dim": "2",
    "pass": "32",
    "fail": "1;31",
    "unknown": "33",
    "review": "34",
    "not_applicable": "2",
}
SYMBOLS = {"pass": "●", "fail": "■", "unknown": "▲", "review": "◆", "not_applicable": "○"}

#: The colour of a statement is that of the verdict that made it.
OF_STATEMENT = {
    "does_not_conform": "fail",
    "undetermined": "unknown",
    "nothing_judged": "unknown",
    "conforms": "pass",
    "conforms_with_waivers": "review",
    "not_applicable": "not_applicable",
}


class Style(Record):
    """Paints text where the terminal can."""

    colour: bool

    def __call__(self, name: str, text: str) -> str:
        """Return the text in a named style."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.colour else text


def symbol_of(statement: str) -> str:
    """Return the symbol of a kind of statement."""
    return SYMBOLS[OF_STATEMENT[statement]]
