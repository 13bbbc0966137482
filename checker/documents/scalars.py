"""What a plain YAML scalar is, by the core schema of YAML 1.2: null, true and false, numbers, else text."""

from math import isfinite
from re import fullmatch

from checker.documents.limits import MAX_NUMBER
from checker.text import Text

CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
NUMBER_STARTS = frozenset("+-.0123456789")

_BASED = r"0o[0-7]+|0x[0-9a-fA-F]+"
_NOT_FINITE = frozenset(
    (".nan", ".NaN", ".NAN", *(s + w for s in ("", "+", "-") for w in (".inf", ".Inf", ".INF")))
)
_WHOLE_LIMIT = 2**63


class NotANumber(ValueError):
    """A number that no calculation can use; `what` says why, `mend` what to do."""

    def __init__(self, what: Text, mend: Text) -> None:
        super().__init__(what.en)
        self.what = what
        self.mend = mend


def plain(text: str) -> str | int | float | bool | None:
    """Return the value of a plain scalar; raises NotANumber for .nan, .inf and numbers out of reach."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if text[0] not in NUMBER_STARTS:
        return text
    if _is_decimal(text):
        return number(text)
    if text[:2] in ("0o", "0x") and fullmatch(_BASED, text):
        _refuse_long(text)
        return _whole(int(text, 0), text)
    if text in _NOT_FINITE:
        raise NotANumber(
            Text(f"{text} is not a number that can be judged", f"{text} 不是可供判定的数值"),
            Text(
                "state the number, or {status: unknown, reason: ...}; as text, quote it",
                "请填写数值，或写 {status: unknown, reason: ...}；如为文本，请加引号",
            ),
        )
    return text


def number(text: str) -> int | float:
    """Return the value of a decimal number; raises NotANumber where it is out of reach."""
    _refuse_long(text)
    if text.lstrip("+-").isdigit():
        return _whole(int(text), text)
    value = float(text)
    if not isfinite(value):
        raise _out_of_reach(text)
    return value


def _is_decimal(text: str) -> bool:
    """Return whether this is a number: made of these signs, it is one to Python if it is one to YAML."""
    if text.strip("0123456789+-.eE"):
        return False
    try:
        float(text)
    except ValueError:
        return False
    return True


def _whole(value: int, text: str) -> int:
    if not -_WHOLE_LIMIT <= value < _WHOLE_LIMIT:
        raise _out_of_reach(text)
    return value


def _refuse_long(text: str) -> None:
    if len(text) > MAX_NUMBER:  # Python reads digits in quadratic time
        raise _out_of_reach(text)


def _out_of_reach(text: str) -> NotANumber:
    shown = text if len(text) <= MAX_NUMBER else text[:20] + "..."
    return NotANumber(
        Text(f"the number {shown} is larger than can be calculated with", f"数值 {shown} 超出可计算范围"),
        Text("check the number; if it is an identifier, quote it", "请核对数值；如为编号，请加引号"),
    )
