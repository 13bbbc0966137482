"""Full-width signs that look like the colon and the spaces of YAML, and are neither."""

from re import fullmatch, match, search

from checker.text import Text

COLON = (
    Text("the full-width colon '：' does not end a key", "全角冒号“：”不能用来结束键"),
    Text(
        "write ': ' (a half-width colon and a space); text goes in quotes",
        "请改用半角冒号加空格“: ”；如为文本，请加引号",
    ),
)
SPACE = (
    Text(
        "this is a full-width or no-break space, which YAML reads as text",
        "此处为全角空格或不间断空格，YAML 会读作文本",
    ),
    Text("write ordinary (half-width) spaces", "请改用半角空格"),
)
SIGNS = "：\u3000\xa0"

_KEY = r"^[ ]*(?:- +)*[\w.\-\"']+"
_COLON = rf"(?m){_KEY}[ ]*(：)"
_SPACE = rf"(?m){_KEY}[ ]*:([\u3000\xa0])|^[ ]*([\u3000\xa0])"
_OWN_LINE = r"[ ]*(?:- +)*"
_LIKE_A_KEY = r"[a-z][a-z0-9_]*[ ]?："
_LINES_ABOVE = 3


def has_look_alikes(text: str) -> bool:
    """Return whether the text holds such a sign at all."""
    return any(sign in text for sign in SIGNS)


def look_alike_near(text: str, offset: int) -> tuple[int, Text, Text] | None:
    """Return the sign that explains a syntax error at `offset`: in its line, or one of the three above."""
    if not has_look_alikes(text):
        return None
    start = offset
    for _ in range(_LINES_ABOVE + 1):
        start = max(text.rfind("\n", 0, max(start, 0)), 0)
    end = text.find("\n", offset)
    region = text[start : end if end >= 0 else len(text)]
    if colon := search(_COLON, region):
        return start + colon.start(1), *COLON
    if space := search(_SPACE, region):
        return start + space.start(space.lastindex or 0), *SPACE
    return None


def in_key(key: str) -> tuple[Text, Text] | None:
    """Return what is wrong with a plain key that holds such a sign."""
    if "：" in key:
        return COLON
    return SPACE if key != key.strip() else None


def in_value(text: str, offset: int, value: str) -> tuple[int, Text, Text] | None:
    """Return the colon of a plain text that begins its line as a key would: ``name：...``."""
    if match(_LIKE_A_KEY, value):
        start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
        if fullmatch(_OWN_LINE, text[start:offset]):
            return text.index("：", offset), *COLON
    return None
