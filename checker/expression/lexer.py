"""The text of an expression -> its tokens."""

import re
from typing import NamedTuple

from checker.expression.faults import ExpressionError, Fault
from checker.expression.strings import unescaped
from checker.text import Text

#: No rule needs more; a longer one is hostile or generated.
MAX_LENGTH = 10_000

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n\f]+|//[^\n]*)
    |(?P<double>(?:[0-9]+\.[0-9]+|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+)
    |(?P<int>0x[0-9a-fA-F]+|[0-9]+)
    |(?P<string>[rR]?(?:\"{3}|'{3}|["']))
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |`(?P<quoted>[A-Za-z0-9_.\-/ ]+)`
    |(?P<op>&&|\|\||[=!<>]=|[-+*/%!<>?:.,()\[\]{}])""",
    re.VERBOSE,
)
#: What follows the opening quote of a text, up to and with its closing one.
_CLOSING = {
    '"': re.compile(r'(?:[^\\\n"]|\\.)*"', re.DOTALL),
    "'": re.compile(r"(?:[^\\\n']|\\.)*'", re.DOTALL),
    '"""': re.compile(r'(?:[^\\]|\\.)*?"""', re.DOTALL),
    "'''": re.compile(r"(?:[^\\]|\\.)*?'''", re.DOTALL),
}
_RAW_CLOSING = {
    '"': re.compile(r'[^\n"]*"'),
    "'": re.compile(r"[^\n']*'"),
    '"""': re.compile(r'.*?"""', re.DOTALL),
    "'''": re.compile(r".*?'''", re.DOTALL),
}
#: What editors and habits put in the place of an operator.
_MENDS = {
    "=": ("==", "=="),
    "&": ("&&", "&&"),
    "|": ("||", "||"),
    "，": (",", ","),
    "：": (":", ":"),
    "（": ("(", "("),
    "）": (")", ")"),
    "“": ('"', '"'),
    "”": ('"', '"'),
    "‘": ("'", "'"),
    "’": ("'", "'"),
    "＝": ("==", "=="),
    "！": ("!", "!"),
    "＜": ("<", "<"),
    "＞": (">", ">"),
    "≥": (">=", ">="),
    "≤": ("<=", "<="),
    "≠": ("!=", "!="),
    "\u3000": ("a plain space", "普通空格"),
    "\u00a0": ("a plain space", "普通空格"),
}


class Token(NamedTuple):
    """One token; `kind` is int, double, string, name, quoted (a name in back-quotes), op or end."""

    kind: str
    value: str | int | float
    offset: int
    end: int


def tokens(source: str) -> list[Token]:
    """Return the tokens of an expression, the last of kind ``end``; raises ExpressionError."""
    if len(source) > MAX_LENGTH:
        raise ExpressionError(
            Fault(
                MAX_LENGTH,
                Text(
                    f"an expression is longer than {MAX_LENGTH} characters", f"表达式超过 {MAX_LENGTH} 个字符"
                ),
                Text("name its parts under let", "请在 let 中为其各部分命名"),
            )
        )
    found = []
    offset = 0
    while offset < len(source):
        token = _token(source, offset)
        if token.kind != "space":
            found.append(token)
        offset = token.end
    found.append(Token("end", "", len(source), len(source)))
    return found


def _token(source: str, offset: int) -> Token:
    match = _TOKEN.match(source, offset)
    if match is None:
        raise _stray(source, offset)
    kind = match.lastgroup or "op"
    text = match[kind]
    if kind == "string":
        return _string(source, match)
    end = match.end()
    if kind in ("int", "double") and source[end : end + 1].isalnum():
        raise _bad_number(source, offset, end)
    if kind == "int":
        return Token(kind, int(text, 16 if text[:2] == "0x" else 10), offset, end)
    if kind == "double":
        return Token(kind, _double(text, offset), offset, end)
    return Token(kind, text, offset, end)


def _double(text: str, offset: int) -> float:
    value = float(text)
    if value == float("inf"):
        raise ExpressionError(Fault(offset, Text(f"{text} is too large a number", f"数值 {text} 过大")))
    return value


def _string(source: str, match: re.Match[str]) -> Token:
    opening = match["string"]
    raw = opening[0] in "rR"
    quote = opening[1:] if raw else opening
    closing = (_RAW_CLOSING if raw else _CLOSING)[quote].match(source, match.end())
    if closing is None:
        raise ExpressionError(
            Fault(
                match.start(),
                Text("a text is not closed", "字符串没有结束"),
                Text(f"end it with {quote}", f"请以 {quote} 结束"),
            )
        )
    inner = closing[0][: -len(quote)]
    value = inner if raw else unescaped(inner, match.end())
    return Token("string", value, match.start(), closing.end())


def _stray(source: str, offset: int) -> ExpressionError:
    character = source[offset]
    mend = _MENDS.get(character)
    return ExpressionError(
        Fault(
            offset,
            Text(f"unexpected character {character!r}", f"意外的字符 {character!r}"),
            Text(f"write {mend[0]}", f"请写 {mend[1]}") if mend else None,
        )
    )


def _bad_number(source: str, offset: int, end: int) -> ExpressionError:
    while source[end : end + 1].isalnum():
        end += 1
    text = source[offset:end]
    return ExpressionError(
        Fault(
            offset,
            Text(f"{text} is not a number", f"{text} 不是数值"),
            Text(
                "write the number alone; the unit is part of the field's name",
                "请只写数值；单位是字段名的一部分",
            ),
        )
    )
