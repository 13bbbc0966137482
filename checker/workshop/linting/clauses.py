"""Clauses of a rule file: in order, in the outline, and there where a text refers to them."""

from collections.abc import Iterator
from itertools import takewhile
from re import compile as regex

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.packs.coverage import at_or_above
from checker.packs.references import requirements
from checker.packs.shapes import mapping, texts
from checker.text import Text

_PARTS = regex(r"[0-9]+|[^\W\d_]+").findall
_REFERENCES = (
    regex(r"\b(?:[Cc]lauses?|[Pp]aragraphs?|[Ss]ections?) ((?:[A-Z]\.)?[0-9]+(?:\.[0-9]+)*)"),
    regex(r"第 ?((?:[A-Z]\.)?[0-9]+(?:\.[0-9]+)*) ?[条章款]"),
)
_SENTENCE = regex(r"[^.。;；]*(?:\.(?! )[^.。;；]*)*[.。;；]?")
_ELSEWHERE = regex(
    r"(?<![A-Za-z])(?:GB(?:/[TZ])?|ISO|UN|ECE|EU|EC|IEC|R|Regulation|FMVSS|YD/T|T/CSAE)(?![a-z]).{0,6}[0-9]|号法规"
)
#: Where a clause stands in the outline, and what its number says beyond that.
_Key = tuple[int, tuple[tuple[bool, int, str], ...]]
_SAID = ("text", "title", "remedy", "review")


def clause_problems(document: Document) -> Iterator[Problem]:
    """Yield the clauses that are out of order, not in the outline, or referred to and not there."""
    outline = [item if isinstance(item, str) else item["clause"] for item in document.data.get("outline", ())]
    if outline:
        yield from _order_problems(document, outline)
        yield from _outline_problems(document, outline)
        yield from _reference_problems(document, outline)
    elif any(True for _ in _clauses(document)):
        what = Text(
            "requirements name clauses, and there is no outline", "要求注明了条款，但文件没有 outline"
        )
        mend = Text(
            "write `outline:` with the standard's own clauses, as far as they are known",
            "请在 outline 中列出标准的条款（以已知为限）",
        )
        yield Problem(document.place(("requirements",)), what, mend)


def _clauses(document: Document) -> Iterator[tuple[Path_, str]]:
    for path, requirement in requirements(document):
        yield from texts(requirement.get("clause"), (*path, "clause"))


def _order_problems(document: Document, outline: list[str]) -> Iterator[Problem]:
    """Yield the requirements none of whose clauses comes as late as that of the requirement above them.

    The rungs of a ladder each begin anew.
    """
    order = {number: at for at, number in enumerate(outline)}
    above: tuple[_Key, str] | None = None
    rung = None
    for path, requirement in requirements(document):
        clauses = (clause for _, clause in texts(requirement.get("clause"), path))
        found = [(_key(clause, order), clause) for clause in clauses if _inside(clause, order)]
        if requirement.get("rung") != rung:
            above, rung = None, requirement.get("rung")
        if not found:
            continue
        later = [one for one in found if above is None or one[0] >= above[0]]
        if above is not None and not later:
            what = Text(
                f"the clause {found[0][1]} comes after {above[1]}", f"条款 {found[0][1]} 排在 {above[1]} 之后"
            )
            mend = Text("put the requirements in the order of the standard", "请按标准条款顺序排列各要求")
            yield Problem(document.value_place((*path, "clause")), what, mend)
        above = min(later or found)


def _key(clause: str, order: dict[str, int]) -> _Key:
    """Return what sorts clauses: where the outline has them, then numbers and letters up to a word."""
    inside = _inside(clause, order)
    parts = takewhile(lambda part: len(part) < 3, _PARTS(clause[len(inside) :]))
    return order[inside], tuple(
        (part.isalpha(), int(part) if part.isdecimal() else 0, part) for part in parts
    )


def _inside(clause: str, order: dict[str, int]) -> str:
    """Return the clause of the outline that a clause is, or stands in; empty if there is none."""
    return max((number for number in at_or_above(clause) if number in order), key=len, default="")


def _outline_problems(document: Document, outline: list[str]) -> Iterator[Problem]:
    known = set(outline)
    for path, clause in _clauses(document):
        if known.isdisjoint(at_or_above(clause)):
            what = Text(f"the clause {clause} is not in the outline", f"outline 中没有条款 {clause}")
            mend = Text("add it to the outline, or mend the clause", "请补入 outline，或更正条款号")
            yield Problem(document.value_place(path), what, mend)


def _reference_problems(document: Document, outline: list[str]) -> Iterator[Problem]:
    """Yield the clauses of this standard that a text refers to and the outline does not have."""
    listed, above = set(outline), {number for clause in outline for number in at_or_above(clause)}
    for path, requirement in requirements(document):
        for key in _SAID:
            for lang, text in mapping(requirement, key).items():
                for clause in _referred(text):
                    if clause not in above and listed.isdisjoint(at_or_above(clause)):
                        what = Text(
                            f"the text refers to {clause}, which is not in the outline",
                            f"文本引用了 {clause}，但 outline 中没有该条款",
                        )
                        mend = Text(
                            "mend the number, or add it to the outline", "请更正条款号，或补入 outline"
                        )
                        yield Problem(document.value_place((*path, key, lang)), what, mend)


def _referred(text: str) -> Iterator[str]:
    """Yield the clauses that a text refers to; not of sentences that name another document."""
    for sentence in _SENTENCE.findall(text):
        if not _ELSEWHERE.search(sentence):
            for pattern in _REFERENCES:
                yield from pattern.findall(sentence)
