"""Expressions of the rule language that YAML reads as something else."""

from re import MULTILINE
from re import compile as regex

from checker.text import Text

EXPRESSION_KEYS = ("require", "when", "where", "let", "applies_when")

_KEY = regex(rf"^[ ]*(?:- +)?(?:{'|'.join(EXPRESSION_KEYS)})[ ]*:", MULTILINE)
_ANY_KEY = regex(r"^[ ]*(?:- +)?[A-Za-z_][\w-]*[ ]*:(?:[ \n]|$)", MULTILINE)

QUOTE = Text(
    "put the expression in quotes, or on its own line below '>-'",
    "请给表达式加引号,或在“>-”之后另起一行书写",
)


def expression_hint(text: str, offset: int) -> Text | None:
    """Return how to quote, where the text at `offset` belongs to an expression of a rule."""
    end = text.find("\n", offset)
    lines = text[: end if end >= 0 else len(text)][-4000:].split("\n")
    indent = _indent(lines[-1])
    if _KEY.match(lines[-1]):
        return QUOTE
    for line in reversed(lines[:-1]):
        if (
            not line.strip()
            or _indent(line) > indent
            or (_indent(line) == indent and not _is_item(lines[-1]))
        ):
            continue
        if _KEY.match(line):
            return QUOTE
        if _ANY_KEY.match(line):
            return None
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_item(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")
