"""How one text is written: plain where YAML allows it, else in quotes."""

from re import compile as regex

from yaml.nodes import ScalarNode

from checker.documents.scalars import NotANumber, plain

#: What YAML 1.1 reads as something else than text, though YAML 1.2 and this tool do not.
_OLD_WORDS = regex(
    r"(?i)y|n|yes|no|on|off|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[-+]?0[0-7_]+"
).fullmatch
_MARKS_AT_START = frozenset("!&*?|>@`%#'\"[]{},-:")
_BREAKS_OFF = regex(r": |:$| #|[\t\n\r\x85\u2028\u2029]").search
_BREAKS_FLOW = regex(r"[\[\]{},?]|:(?=[\[\]{},])").search  # a question mark: for readers of YAML 1.1


def written(node: ScalarNode, source: str, *, flow: bool, quoted: bool) -> str:
    """Return a text of one line as it is to be written; `source` is how its author has it.

    `quoted` asks for quotes, whatever it holds. What needs escapes stays as it is.
    """
    value: str = node.value
    if node.style not in ("'", '"'):
        return _in_quotes(value, source) if quoted and value else source
    if not quoted and is_plain(value, flow=flow):
        return value
    return _in_quotes(value, source)


def is_plain(value: str, *, flow: bool) -> bool:
    """Return whether a text can stand without quotes, and is read as the same text."""
    if not value or value != value.strip() or value[0] in _MARKS_AT_START or not value.isprintable():
        return False
    if _BREAKS_OFF(value) or (flow and _BREAKS_FLOW(value)) or value in ("---", "...", "<<", "="):
        return False
    try:
        return isinstance(plain(value), str) and not _OLD_WORDS(value)
    except NotANumber:
        return False


def _in_quotes(value: str, source: str) -> str:
    if not value.isprintable():
        return source
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
