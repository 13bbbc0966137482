"""Expressions of the rule language that YAML reads as something else."""

from re import compile as regex
from re import escape, match, sub
from typing import Any

from checker.documents.document import Document, Marks
from checker.text import Text

EXPRESSION_KEYS = ("require", "when", "where", "let", "applies_when")

_KEY = rf"[ ]*(?:- +)?(?:{'|'.join(EXPRESSION_KEYS)})[ ]*:"
_ANY_KEY = r"[ ]*(?:- +)?[A-Za-z_][\w-]*[ ]*:(?:[ \n]|$)"
_STRING = r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""

_LONGEST = 10_000  # characters of an expression that is looked at

CUT = Text(
    "YAML reads what follows ' #' as a comment, and the expression is cut short",
    "YAML 把“ #”之后的内容读作注释，表达式被截断",
)
QUOTE = Text(
    "put the expression in quotes, or on its own line below '>-'",
    "请给表达式加引号，或在“>-”之后另起一行书写",
)


def expression_hint(text: str, offset: int) -> Text | None:
    """Return how to quote, where the text at `offset` belongs to an expression of a rule."""
    end = text.find("\n", offset)
    lines = text[: end if end >= 0 else len(text)][-4000:].splitlines() or [""]
    indent = _indent(lines[-1])
    if match(_KEY, lines[-1]):
        return QUOTE
    for line in reversed(lines[:-1]):
        if (
            not line.strip()
            or _indent(line) > indent
            or (_indent(line) == indent and not _is_item(lines[-1]))
        ):
            continue
        if match(_KEY, line):
            return QUOTE
        if match(_ANY_KEY, line):
            return None
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_item(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


def lost_tails(text: str, document: Document) -> list[int]:
    """Return the offset of each ' #' that cut an expression short, inside of a quote or a bracket."""
    found = []
    open_marks: list[tuple[Any, Marks, bool]] = [(document.data, document.marks, False)]
    while open_marks:
        data, (_, offset, inside), expected = open_marks.pop()
        if isinstance(data, dict) and isinstance(inside, dict):
            open_marks.extend((data[key], inside[key], expected or key in EXPRESSION_KEYS) for key in data)
        elif isinstance(data, list) and isinstance(inside, list):
            open_marks.extend((item, marks, expected) for item, marks in zip(data, inside, strict=True))
        elif expected and isinstance(data, str) and len(data) <= _LONGEST and _is_unfinished(data):
            words = r"\s+".join(escape(word) for word in data.split())
            if cut := regex(rf"{words}[ \t]+(#)").match(text, offset):
                found.append(cut.start(1))
    return found


def _is_unfinished(expression: str) -> bool:
    """Return whether a quote or a bracket is open at the end."""
    bare = sub(_STRING, "", expression)
    return '"' in bare or "'" in bare or any(bare.count(a) > bare.count(b) for a, b in ("()", "[]", "{}"))
