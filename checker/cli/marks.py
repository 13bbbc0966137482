"""Characters that a console cannot show: ours become plain ones, all others a mark, and it is said."""

import codecs

#: Our own characters, and what stands for them where they cannot be shown; each as wide as the other.
PLAIN = {
    "●": "+",
    "■": "x",
    "▲": "?",
    "◆": "!",
    "○": "-",
    "→": ">",
    "–": "-",
    "—": "-",
    "…": "~",
    "’": "'",
    "“": '"',
    "”": '"',
    "°": "d",
    "±": "~",
    "²": "2",
    "³": "3",
    "\N{NO-BREAK SPACE}": " ",
}
ERRORS = "icv-checker"


class Marks:
    """Stands in for characters that an encoding does not have."""

    def __init__(self) -> None:
        self.lost = False  # whether a text could not be shown as it is

    def install(self) -> str:
        """Return the name under which streams ask for this when they cannot encode a character."""
        codecs.register_error(ERRORS, self._stand_in)
        return ERRORS

    def _stand_in(self, error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        shown = [PLAIN.get(character) or self._escaped(character) for character in _unshown(error)]
        return "".join(shown), error.end

    def _escaped(self, character: str) -> str:
        self.lost = True
        return character.encode("ascii", "backslashreplace").decode()


def _unshown(error: UnicodeEncodeError) -> str:
    return error.object[error.start : error.end]
