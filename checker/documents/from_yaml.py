"""YAML 1.2 core, composed from the events of PyYAML's parser: its C parser where it is there."""

from collections.abc import Callable
from re import search
from typing import Any

from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from checker.documents import complaints, look_alikes
from checker.documents.document import Document, Inside, Marks, Source
from checker.documents.hints import CUT, QUOTE, lost_tails
from checker.documents.limits import MAX_DEPTH, MAX_NODES, Budget
from checker.documents.scalars import CONSTANTS, NUMBER_STARTS, NotANumber, plain
from checker.documents.text_checks import forbidden_in_value

_TAG = r"(?m)(?:^|\r)%TAG"  # the C parser takes quadratic time over many of them
#: How a key may begin that is no text, or is nothing, or "<<"; most keys begin otherwise.
_NEEDS_A_LOOK = frozenset(("", "<", *NUMBER_STARTS, *(word[:1] for word in CONSTANTS)))

NextEvent = Callable[[], Any]


def read_yaml(source: Source) -> tuple[Document, ...]:
    """Return every document of a YAML text; raises Invalid with all that is wrong with it."""
    budget = Budget(source)
    if "%TAG" in source.text and (tags := search(_TAG, source.text)):
        raise budget.stop(tags.start(), *complaints.DIRECTIVE)
    composer = _Composer(event_reader(source.text), budget)
    try:
        documents = composer.documents()
    except MarkedYAMLError as error:
        from checker.documents.yaml_syntax import explain  # noqa: PLC0415 - much to read, and rarely needed

        offset, what, mend = explain(source.text, error)
        raise budget.stop(offset, what, mend) from None
    if " #" in source.text:
        for document in documents:
            for offset in lost_tails(source.text, document):
                budget.report(offset, CUT, QUOTE)
    budget.finish()
    return documents


def event_reader(text: str) -> NextEvent:
    """Return the function that gives the next event of a YAML text, from the C parser if there is one."""
    try:
        from yaml._yaml import CParser  # noqa: PLC0415 - PyYAML may be built without it
    except ImportError:
        from checker.documents.pure_parser import PureParser  # noqa: PLC0415

        return PureParser(text).get_event
    return CParser(text).get_event


class _Composer:
    """Builds data and marks from events, in one pass; each method returns its value and what is inside."""

    def __init__(self, next_event: NextEvent, budget: Budget) -> None:
        self._next = next_event
        self._budget = budget
        self._text = budget.source.text
        self._escapes = "\\" in self._text
        self._look_alikes = look_alikes.has_look_alikes(self._text)
        self._careful = self._escapes or self._look_alikes
        self._anchors: dict[str, tuple[Any, Inside] | None] = {}  # None: its value is still being read
        self._nodes = 0

    def documents(self) -> tuple[Document, ...]:
        found: list[Document] = []
        while (event := self._next()) is not None:
            if event.__class__ is DocumentStartEvent:
                self._anchors.clear()
                root = self._next()
                start = root.start_mark.index
                data, inside = self._value(root, 0)
                found.append(Document(self._budget.source, len(found) + 1, data, (start, start, inside)))
        return tuple(found)

    def _value(self, event: Any, depth: int) -> tuple[Any, Inside]:
        kind = event.__class__
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._budget.too_many(event.start_mark.index)
        if kind is AliasEvent:
            return self._alias(event, depth)
        if event.tag is None and event.anchor is None:
            return self._scalar(event) if kind is ScalarEvent else self._collection(event, depth + 1)
        if event.tag is not None:
            self._budget.report(event.start_mark.index, *complaints.tag(self._text, event))
        self._anchors[event.anchor] = None
        read = self._scalar(event) if kind is ScalarEvent else self._collection(event, depth + 1)
        self._anchors[event.anchor] = read  # under None where there was only a tag: no alias can name it
        return read

    def _scalar(self, event: Any) -> tuple[Any, Inside]:
        text: str = event.value
        if not event.implicit[0]:  # quoted, or a block
            if self._escapes and (character := forbidden_in_value(text)):
                self._budget.report(event.start_mark.index, *complaints.escaped(character))
            return text, None
        if text not in CONSTANTS and text[0] not in NUMBER_STARTS:
            if self._look_alikes and (
                found := look_alikes.in_value(self._text, event.start_mark.index, text)
            ):
                self._budget.report(*found)
            return text, None
        try:
            value = plain(text)
        except NotANumber as error:
            self._budget.report(event.start_mark.index, error.what, error.mend)
            return None, text
        return value, None if value.__class__ is str else text

    def _collection(self, event: Any, depth: int) -> tuple[Any, Inside]:
        if depth > MAX_DEPTH:
            raise self._budget.too_deep(event.start_mark.index)
        return self._map(depth) if event.__class__ is MappingStartEvent else self._list(depth)

    def _list(self, depth: int) -> tuple[list[Any], Inside]:
        data: list[Any] = []
        inside: list[Marks] = []
        read = self._next
        while (event := read()).__class__ is not SequenceEndEvent:
            start = event.start_mark.index
            value, within = self._value(event, depth)
            data.append(value)
            inside.append((start, start, within))
        return data, inside

    def _map(self, depth: int) -> tuple[dict[str, Any], Inside]:
        data: dict[str, Any] = {}
        inside: dict[str, Marks] = {}
        read = self._next
        while (event := read()).__class__ is not MappingEndEvent:
            key: str | None
            if self._is_word(event) and event.value not in inside:
                key = event.value
            else:
                key = self._key(event, inside, depth)
            item = read()
            value, within = self._value(item, depth)
            if key is not None:
                data[key] = value
                inside[key] = (event.start_mark.index, item.start_mark.index, within)
        return data, inside

    def _is_word(self, event: Any) -> bool:
        """Return whether a key is plainly a word, as most are: nothing about it needs to be looked at."""
        self._nodes += 1
        return (
            event.__class__ is ScalarEvent
            and event.value[:1] not in _NEEDS_A_LOOK
            and event.tag is None
            and event.anchor is None
            and not self._careful
        )

    def _key(self, event: Any, seen: dict[str, Marks], depth: int) -> str | None:
        """Return the key, or None where it was refused and its value is to be dropped."""
        start = event.start_mark.index
        if event.__class__ is not ScalarEvent:
            self._budget.report(start, *complaints.COMPLEX_KEY)
            self._value(event, depth)
            return None
        key, typed = self._value(event, depth)
        if typed is not None:
            complaint = complaints.key_not_text(event.value, key)
        elif key in seen:
            complaint = complaints.duplicate(key, self._budget.source.place(seen[key][0]))
        elif key == "<<" and event.implicit[0]:
            complaint = complaints.MERGE_KEY
        elif self._look_alikes and event.implicit[0] and (found := look_alikes.in_key(key)):
            complaint = found
        else:
            return str(key)
        self._budget.report(start, *complaint)
        return None

    def _alias(self, event: Any, depth: int) -> tuple[Any, Inside]:
        start = event.start_mark.index
        if event.anchor not in self._anchors:
            self._budget.report(start, *complaints.unknown_alias(self._text, start, event.anchor))
            return None, None
        read = self._anchors[event.anchor]
        if read is None:
            self._budget.report(start, *complaints.recursive_alias(event.anchor))
            return None, None
        return self._copy(read[0], depth, start), read[1]

    def _copy(self, data: Any, depth: int, alias: int) -> Any:
        """Return a copy of an anchored value: what changes one use of it must not change the others."""
        if not isinstance(data, dict | list):
            return data
        if depth >= MAX_DEPTH:
            raise self._budget.too_deep(alias)
        self._nodes += len(data) * (2 if isinstance(data, dict) else 1)
        if self._nodes > MAX_NODES:
            raise self._budget.too_many(alias)
        if isinstance(data, list):
            return [self._copy(item, depth + 1, alias) for item in data]
        return {key: self._copy(value, depth + 1, alias) for key, value in data.items()}
