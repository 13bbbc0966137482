"""Whether every text that a person reads is there in both languages, and not the same one twice."""

from collections.abc import Iterator
from re import compile as regex
from typing import Any

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.packs.references import requirements
from checker.packs.shapes import bilingual_or_none
from checker.text import Text

#: What of a requirement is said in sentences.
SAID = ("text", "title", "review", "remedy")

_CHINESE = regex(r"[\u4e00-\u9fff]").search


def translation_problems(document: Document) -> Iterator[Problem]:
    """Yield the Chinese texts that hold no Chinese, and the English ones that are Chinese."""
    yield from _problems(document, ("title",), document.data.get("title"))
    yield from _problems(document, ("note",), document.data.get("note"))
    for path, requirement in requirements(document):
        for key in SAID:
            yield from _problems(document, (*path, key), requirement.get(key))


def _problems(document: Document, path: Path_, value: Any) -> Iterator[Problem]:
    text = bilingual_or_none(value)
    if text is None:
        return
    if not _CHINESE(text.zh):
        what = Text(f"the Chinese {path[-1]} holds no Chinese", f"{path[-1]} 的中文文本不含中文")
        yield Problem(document.place((*path, "zh")), what, Text("translate it", "请翻译"))
    if text.en == text.zh or _mostly_chinese(text.en):
        what = Text(f"the English {path[-1]} is Chinese", f"{path[-1]} 的英文文本是中文")
        yield Problem(document.place((*path, "en")), what, Text("translate it", "请翻译"))


def _mostly_chinese(text: str) -> bool:
    """Return whether more than a name is Chinese."""
    return sum(map(bool, map(_CHINESE, text))) * 2 > len(text)
