"""Did you mean: the nearest word that is known, else the words that are."""

from collections.abc import Iterable

from checker.schemas.did_you_mean import did_you_mean
from checker.text import Text


def unknown(word: str, known: Iterable[str], noun: Text) -> tuple[Text, Text | None]:
    """Return what is wrong with a word that is not among the known, and how to mend it."""
    return Text(f"unknown {noun.en} '{word}'", f"未知的{noun.zh}“{word}”"), did_you_mean(word, known)
