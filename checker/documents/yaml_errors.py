"""A syntax error of YAML, in words that say what to do."""

from yaml.error import MarkedYAMLError

from checker.documents.hints import expression_hint
from checker.text import Text

_MEND = Text("check the indentation, quotes and colons near here", "请检查附近的缩进、引号和冒号")


def explain(text: str, error: MarkedYAMLError) -> tuple[int, Text, Text]:
    """Return where a syntax error is, what is wrong, and how to mend it."""
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(text)) if mark else 0
    what = ": ".join(part for part in (error.context, error.problem) if part)
    return (
        offset,
        Text(f"YAML cannot be read here: {what}", f"此处的 YAML 无法读取:{what}"),
        expression_hint(text, offset) or _MEND,
    )
