"""A terminal page: language, columns, colour and words."""

from collections.abc import Iterator

from checker.record import Record
from checker.rendering.terminal.columns import hang, wrap
from checker.rendering.terminal.style import Style
from checker.rendering.wording import Words
from checker.text import Text


class Page(Record):
    """How text is written: language, columns, colour, words."""

    lang: str
    width: int
    style: Style
    words: Words

    def say(self, key: str, /, **values: object) -> str:
        """Return a sentence in the reader's language."""
        return self.words(key, **values).in_(self.lang)

    def count(self, key: str, n: int, /, **values: object) -> str:
        """Return a sentence about so many things."""
        return self.words.count(key, n, **values).in_(self.lang)

    def beside(self, remark: str) -> str:
        """Return a remark that stands in brackets behind something."""
        return f"（{remark}）" if self.lang == "zh" else f"  ({remark})"

    def text(self, text: Text) -> str:
        """Return a text in the reader's language."""
        return text.in_(self.lang)

    def reason(self, text: Text) -> str:
        """Return why something is so; what both languages name in the same words is named once."""
        (en, _, named), (zh, _, again) = text.en.partition(": "), text.zh.partition("：")
        once = self.lang == "both" and named == again != ""
        return f"{en} / {zh}: {named}" if once else self.text(text)

    def hanging(self, text: str, first: str, rest: str) -> Iterator[str]:
        """Yield a text in lines that fit, the first behind one indent and the others behind another."""
        return hang(plain(text), self.width, first, rest)

    def painted(self, style: str, text: str) -> Iterator[str]:
        """Yield a heading in a named style, in lines that fit."""
        for line in self.hanging(text, "", "  "):
            yield self.style(style, line)

    def wrapped(self, text: str, indent: str) -> Iterator[str]:
        """Yield a text in lines that fit."""
        return wrap(plain(text), self.width, indent)


def plain(text: str) -> str:
    """Return a text on one line that can do nothing to a terminal: what hides or commands is a mark."""
    if text.isprintable():
        return text
    text = " ".join(text.splitlines())
    if text.isprintable():
        return text
    from checker.rendering.visible import marked  # noqa: PLC0415 - rarely needed

    return marked(text)
