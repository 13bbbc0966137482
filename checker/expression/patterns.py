r"""Patterns: the text of a regular expression -> the states of Thompson's automaton.

The syntax is the common part of RE2 and Python: literals, ``.``, classes, ``\d \w \s`` and their
opposites, ``^ $``, groups, ``|``, ``* + ?`` and ``{m,n}``.
"""

from collections.abc import Callable
from typing import NamedTuple

from checker.expression.faults import ExpressionError, Fault
from checker.text import Text

#: A pattern becomes at most this many states, so that a match costs at most this many steps a character.
MAX_STATES = 2_000
MAX_LENGTH = 500
_DEEPEST = 50
_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_DIGIT = frozenset("0123456789")
_SPACE = frozenset(" \t\n\r\f")
_CLASSES = {"d": _DIGIT, "w": _WORD, "s": _SPACE}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}

Accepts = Callable[[str], bool]


class State(NamedTuple):
    """A state accepts a character and goes on, or (``None``) goes on to each of its next at once."""

    accepts: Accepts | None
    next: list[int]
    anchor: str = ""  # passes only at the start (^) or at the end ($)


class Builder:
    """Builds the states from the back: each part is given the state that follows it."""

    def __init__(self, pattern: str, offset: int) -> None:
        self._pattern = pattern
        self._at = 0
        self._offset = offset
        self._groups = 0
        self._copies = 0
        self._states: list[State] = [State(None, [])]

    def build(self) -> tuple[list[State], int]:
        """Return all states, of which 0 is the end, and the number of the first; raises ExpressionError."""
        if len(self._pattern) > MAX_LENGTH:
            raise self._error(f"longer than {MAX_LENGTH} characters", f"超过 {MAX_LENGTH} 个字符")
        alternatives = self._alternatives()
        if self._at < len(self._pattern):
            raise self._error("a closing bracket has no opening one", "右括号没有对应的左括号")
        return self._states, alternatives(0)

    def _new(self, state: State) -> int:
        if len(self._states) >= MAX_STATES:
            raise self._error("it repeats too much", "重复次数过多")
        self._states.append(state)
        return len(self._states) - 1

    def _alternatives(self) -> Callable[[int], int]:
        branches = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            branches.append(self._sequence())
        if len(branches) == 1:
            return branches[0]
        return lambda after: self._new(State(None, [branch(after) for branch in branches]))

    def _sequence(self) -> Callable[[int], int]:
        parts = []
        while self._peek() not in ("", "|", ")"):
            parts.append(self._repeated())

        def build(after: int) -> int:
            for part in reversed(parts):
                after = part(after)
            return after

        return build

    def _repeated(self) -> Callable[[int], int]:
        part = self._atom()
        while self._peek() in ("*", "+", "?", "{"):
            low, high = self._bounds()
            if self._peek() == "?":
                self._at += 1  # the shortest match is a match
            part = self._times(part, low, high)
        return part

    def _times(self, part: Callable[[int], int], low: int, high: int | None) -> Callable[[int], int]:
        def build(after: int) -> int:
            if high is None:
                loop = self._new(State(None, [after]))
                self._states[loop].next.append(part(loop))
                after = loop
            for _ in range((high or low) - low):
                after = self._new(State(None, [part(after), after]))
            for _ in range(low):
                self._copies += 1
                if self._copies > MAX_STATES:
                    raise self._error("it repeats too much", "重复次数过多")
                after = part(after)
            return after

        return build

    def _bounds(self) -> tuple[int, int | None]:
        sign = self._pattern[self._at]
        self._at += 1
        if sign != "{":
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
        inner, closing, _ = self._pattern[self._at :].partition("}")
        low, comma, high = inner.partition(",")
        if not closing or not low.isdecimal() or not (high.isdecimal() or high == "") or len(inner) > 9:
            raise self._error("repetition is written {2} or {2,5}", "重复次数应写作 {2} 或 {2,5}")
        self._at += len(inner) + 1
        most = int(low) if not comma else int(high) if high else None
        if int(low) > MAX_STATES or (most or 0) > MAX_STATES or (most is not None and most < int(low)):
            raise self._error("a repetition is out of range", "重复次数超出范围")
        return int(low), most

    def _atom(self) -> Callable[[int], int]:
        character = self._pattern[self._at]
        if character in "*+?{":
            raise self._error("there is nothing to repeat", "没有可重复的内容")
        self._at += 1
        if character == "(":
            return self._group()
        if character in "^$":
            return lambda after: self._new(State(None, [after], character))
        accepts = self._accepts(character)
        return lambda after: self._new(State(accepts, [after]))

    def _group(self) -> Callable[[int], int]:
        if self._peek() == "?":
            if self._pattern[self._at : self._at + 2] != "?:":
                raise self._error(
                    "look-around, names and flags are not allowed", "不允许环视、命名分组和标志"
                )
            self._at += 2
        self._groups += 1
        if self._groups > _DEEPEST:
            raise self._error("groups are nested too deep", "分组嵌套过深")
        inner = self._alternatives()
        self._groups -= 1
        if self._peek() != ")":
            raise self._error("a bracket is not closed", "括号没有闭合")
        self._at += 1
        return inner

    def _accepts(self, character: str) -> Accepts:
        if character == ".":
            return lambda other: other != "\n"
        if character == "[":
            return self._set()
        return self._escape() if character == "\\" else character.__eq__

    def _escape(self) -> Accepts:
        character = self._peek()
        if character == "" or (character.isalnum() and character.lower() not in _CLASSES | _CONTROLS):
            raise self._error(f"\\{character} is not allowed", f"不允许 \\{character}")
        self._at += 1
        if character.lower() in _CLASSES:
            members = _CLASSES[character.lower()]
            return members.__contains__ if character.islower() else lambda other: other not in members
        return _CONTROLS.get(character, character).__eq__

    def _set(self) -> Accepts:
        negated = self._peek() == "^"
        self._at += negated
        tests: list[Accepts] = []
        while self._peek() != "]" or not tests:
            if self._peek() == "":
                raise self._error("a class is not closed", "字符类没有闭合")
            tests.append(self._range())
        self._at += 1
        return lambda other: any(test(other) for test in tests) is not negated

    def _range(self) -> Accepts:
        first = self._peek()
        self._at += 1
        if first == "[" and self._peek() == ":":
            raise self._error("named classes are not allowed", "不允许命名字符类")
        if first == "\\":
            return self._escape()
        last = self._pattern[self._at + 1 : self._at + 2]
        if self._peek() != "-" or last in ("", "]"):
            return first.__eq__
        self._at += 2
        if last == "\\" or last < first:
            raise self._error(f"{first}-{last} is no range", f"{first}-{last} 不是有效范围")
        return lambda other: first <= other <= last

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _error(self, english: str, chinese: str) -> ExpressionError:
        return _bad(self._offset, english, chinese)


def _bad(offset: int, english: str, chinese: str) -> ExpressionError:
    return ExpressionError(Fault(offset, Text(f"pattern: {english}", f"正则表达式：{chinese}")))
