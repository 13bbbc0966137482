"""Words in both languages of the product."""

from collections.abc import Iterable
from typing import NamedTuple


class Text(NamedTuple):
    """One text in both languages of the product."""

    en: str
    zh: str

    def in_(self, lang: str) -> str:
        """Return the text in ``en``, ``zh``, or ``both`` (English, then Chinese)."""
        if lang == "both":
            return self.en if self.en == self.zh else f"{self.en} / {self.zh}"
        return self.zh if lang == "zh" else self.en


def joined(texts: Iterable[Text]) -> Text:
    """Return texts as parts of one sentence: ``a; b`` and ``a；b``."""
    every = tuple(texts)
    return Text("; ".join(one.en for one in every), "；".join(one.zh for one in every))


def colon(lang: str) -> str:
    """Return what stands between a name and what is said of it: a space follows it in English only."""
    return "：" if lang == "zh" else ": "
