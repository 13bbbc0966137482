"""The mark of what is to be filled in, as authors of skeletons write it and `lint` finds it."""

from collections.abc import Iterator
from re import compile as regex

from checker.documents import Document
from checker.errors import Problem
from checker.location import Place
from checker.text import Text

_EN, _ZH = "TODO: ", "待填写："
_FOUND = {
    "en": regex(r"TODO: ?(.*?)(?= */ *待填写|\"|}|$)"),
    "zh": regex(r"待填写[：:] ?(.*?)(?=\"|}|$)"),
}
_MEND = Text("write it, and delete the mark TODO / 待填写", "请填写，并删去“TODO / 待填写”标记")


def marked(en: str, zh: str) -> Text:
    """Return a text that stands where something is to be filled in."""
    return Text(_EN + en, _ZH + zh)


def unfinished(document: Document) -> Iterator[Problem]:
    """Yield each line that says, in a value or a comment, that something is to be filled in."""
    for number, line in enumerate(document.source.text.splitlines(), start=1):
        found = {lang: match for lang, mark in _FOUND.items() if (match := mark.search(line))}
        if found:
            said = {lang: match[1].strip() for lang, match in found.items()}
            en, zh = said.get("en") or said.get("zh") or "", said.get("zh") or said.get("en") or ""
            column = min(match.start() for match in found.values()) + 1
            yield Problem(
                Place(document.file, number, column), Text(f"to be filled in: {en}", f"待填写：{zh}"), _MEND
            )
