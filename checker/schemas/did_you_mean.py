"""Did you mean: the nearest of the words that are known here."""

from collections.abc import Iterable

from checker.text import Text

_SHOWN = 12


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like this one; None where none is like it."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    by_letters: dict[str, str] = {}
    for name in sorted(known):
        by_letters.setdefault(_letters(name), name)
    near = get_close_matches(_letters(word), by_letters, n=1, cutoff=0.6)
    return by_letters[near[0]] if near else None


def did_you_mean(word: str, known: Iterable[str]) -> Text | None:
    """Return a question with the nearest known word, else what is known; None if nothing is."""
    choices = sorted(known)
    near = nearest(word, choices)
    if near is not None:
        return Text(f"did you mean '{near}'?", f"是否应为“{near}”？")
    if not choices:
        return None
    if len(choices) == 1:
        return Text(f"write '{choices[0]}'", f"请写“{choices[0]}”")
    more = len(choices) - _SHOWN
    shown = choices[:_SHOWN]
    return Text(
        f"known here: {', '.join(shown)}" + (f" and {more} more" if more > 0 else ""),
        f"此处可用：{'、'.join(shown)}" + (f" 等 {len(choices)} 项" if more > 0 else ""),
    )


def _letters(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
