"""JSON by RFC 8259, with the place of every key and value."""

import json
from json.decoder import scanstring  # type: ignore[attr-defined]
from re import compile as regex
from typing import Any

from checker.documents import complaints
from checker.documents.document import Document, Inside, Marks, Source
from checker.documents.json_syntax import bad_string, not_a_value, wanted
from checker.documents.limits import MAX_DEPTH, MAX_NODES, Budget
from checker.documents.scalars import NotANumber, number
from checker.documents.text_checks import forbidden_in_value
from checker.text import Text

_space = regex(r"[ \t\n\r]*").match
_number = regex(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.])").match
_word = regex(r"-?[A-Za-z_]\w*").match
_WORDS = {"true": True, "false": False, "null": None}
_NOT_JSON = ("NaN", "Infinity", "-Infinity")


def read_json(source: Source) -> Document:
    """Return the document of a JSON text; raises Invalid with all that is wrong with it."""
    budget = Budget(source)
    reader = _Reader(budget)
    document = reader.document()
    budget.finish()
    return document


class _Reader:
    """Reads from `_at` on; each method leaves `_at` behind what it read."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._text = budget.source.text
        self._escapes = "\\" in self._text
        self._at = 0
        self._nodes = 0

    def document(self) -> Document:
        start = self._skip_space()
        data, inside = self._value(0)
        end = self._skip_space()
        if end < len(self._text):
            what = Text("something follows after the end of the JSON value", "JSON 值之后还有其他内容")
            mend = Text("remove it; a JSON file holds one value", "请删除；一个 JSON 文件只含一个值")
            raise self._budget.stop(end, what, mend)
        return Document(self._budget.source, 1, data, (start, start, inside))

    def _skip_space(self) -> int:
        match = _space(self._text, self._at)
        assert match is not None
        self._at = match.end()
        return self._at

    def _value(self, depth: int) -> tuple[Any, Inside]:
        start = self._at
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._budget.too_many(start)
        first = self._text[start : start + 1]
        if first == '"':
            return self._string(), None
        if first in ("{", "["):
            if depth >= MAX_DEPTH:
                raise self._budget.too_deep(start)
            self._at += 1
            return self._map(depth + 1) if first == "{" else self._list(depth + 1)
        return self._plain()

    def _plain(self) -> tuple[Any, Inside]:
        start = self._at
        if match := _number(self._text, start):
            self._at = match.end()
            try:
                return number(match[0]), match[0]
            except NotANumber as error:
                self._budget.report(start, error.what, error.mend)
                return None, match[0]
        if match := _word(self._text, start):
            self._at = match.end()
            if match[0] in _WORDS:
                return _WORDS[match[0]], match[0]
            if match[0] in _NOT_JSON:
                self._budget.report(start, *not_a_value(self._text, start))
                return None, match[0]
        raise self._budget.stop(start, *not_a_value(self._text, start))

    def _string(self) -> str:
        start = self._at
        try:
            text, self._at = scanstring(self._text, start + 1, True)  # noqa: FBT003 - by position only
        except json.JSONDecodeError as error:
            raise self._budget.stop(min(error.pos, len(self._text)), *bad_string(error.msg)) from None
        if self._escapes and (character := forbidden_in_value(text)):
            self._budget.report(start, *complaints.escaped(character))
        return str(text)

    def _list(self, depth: int) -> tuple[list[Any], Inside]:
        data: list[Any] = []
        inside: list[Marks] = []
        if self._ends("]"):
            return data, inside
        while True:
            start = self._skip_space()
            value, within = self._value(depth)
            data.append(value)
            inside.append((start, start, within))
            if self._ends("]"):
                return data, inside
            self._expect(",", "]")

    def _map(self, depth: int) -> tuple[dict[str, Any], Inside]:
        data: dict[str, Any] = {}
        inside: dict[str, Marks] = {}
        if self._ends("}"):
            return data, inside
        while True:
            at = self._skip_space()
            if not self._text.startswith('"', at):
                raise self._budget.stop(at, *wanted("key", self._text[at : at + 1]))
            key = self._string()
            self._nodes += 1
            self._expect(":", "")
            start = self._skip_space()
            value, within = self._value(depth)
            if key in inside:
                first = self._budget.source.place(inside[key][0])
                self._budget.report(at, *complaints.duplicate(key, first))
            else:
                data[key] = value
                inside[key] = (at, start, within)
            if self._ends("}"):
                return data, inside
            self._expect(",", "}")

    def _ends(self, bracket: str) -> bool:
        if self._text.startswith(bracket, self._skip_space()):
            self._at += 1
            return True
        return False

    def _expect(self, character: str, or_end: str) -> None:
        at = self._skip_space()
        if not self._text.startswith(character, at):
            raise self._budget.stop(at, *wanted(character + or_end, self._text[at : at + 1]))
        self._at = at + 1
