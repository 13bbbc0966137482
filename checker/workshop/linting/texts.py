"""Texts that people read: a title where they are long, and none that says the same as another."""

from collections.abc import Iterator
from re import compile as regex

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.packs.references import requirements
from checker.packs.shapes import bilingual_or_none
from checker.text import Text

#: The end of a sentence: not of "No. 155", "e.g. A" or an initial.
_NEXT_SENTENCE = regex(r"(?<!\bNo)(?<!\be\.g)(?<!\bi\.e)(?<!\bcf)(?<!\b[A-Z])[.!?] +[A-Z]").search


def text_problems(document: Document) -> Iterator[Problem]:
    """Yield the long texts without a title, and those that repeat another one but for dots and case."""
    seen: dict[tuple[str, str], Path_] = {}
    for path, requirement in requirements(document):
        text = bilingual_or_none(requirement.get("text"))
        if text is not None and "title" not in requirement and _NEXT_SENTENCE(text.en):
            what = Text("the text is longer than a sentence and has no title", "文本不止一句，且没有标题")
            mend = Text("add `title:`, a few words in both languages", "请添加 title（中英文各几个词）")
            yield Problem(document.value_place((*path, "text")), what, mend)
        for key in ("text", "title", "review"):
            said = bilingual_or_none(requirement.get(key))
            for lang, words in said._asdict().items() if said else ():
                first = seen.setdefault((key, _plain(words)), path)
                if first != path and not _same(document, first, (*path, key, lang), words):
                    yield _repeated(document, first, (*path, key, lang))


def _plain(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())


def _same(document: Document, first: Path_, path: Path_, words: str) -> bool:
    """Return whether the two are equal to the letter, which the loader refuses in text and title."""
    key, lang = path[-2:]
    return key != "review" and document.data["requirements"][first[-1]][key][lang] == words


def _repeated(document: Document, first: Path_, path: Path_) -> Problem:
    line = document.place((*first, path[-2])).line
    what = Text(f"this repeats the {path[-2]} in line {line}", f"此处与第 {line} 行的 {path[-2]} 重复")
    mend = Text("say what is different, or make one requirement of both", "请写明区别，或合并为一条要求")
    return Problem(document.value_place(path), what, mend)
