"""A rule file, written again: every map and list in its place, comments with what they stand above."""

from collections.abc import Iterator, Mapping

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from checker.record import Record
from checker.workshop.formatting.inline import Inline
from checker.workshop.formatting.page import Lines, indent_of, is_block, is_literal, moved
from checker.workshop.formatting.shape import Shape
from checker.workshop.formatting.texts import is_plain, written

#: Columns that a list in one line may take; texts are never broken.
WIDTH = 120
_STEP = 2


class _Entry(Record):
    """One key with its value, or one item of a list, with the lines above that belong to it."""

    key: ScalarNode | None  # None: an item
    value: Node
    head: int  # the line of the key or the dash
    column: int  # where it stands as it is written
    last: int
    above: list[str]  # comments and empty lines, as they are written
    tail: list[str]  # comments below that are indented more than the entry


class Layout:
    """Writes the nodes of one file again."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._inline = Inline(lines)

    def file(self, root: MappingNode, shape: Shape) -> Iterator[str]:
        """Yield the lines of the file; its first comments stay on top, whatever key comes first."""
        entries = self._entries(root, 0, -1)
        top, entries[0] = entries[0].above, _without_lead(entries[0])
        yield from _squeezed(top)
        last = entries[-1].last
        below = [self._lines[number] for number in range(last + 1, len(self._lines))]
        tail = _tail(below, 0)
        yield from self._map(entries, root, shape, 0)
        yield from (*map(str.rstrip, tail), *_squeezed(below[len(tail) :]))

    def _entries(self, node: Node, column: int, above: int) -> list[_Entry]:
        """Return the entries of a block; `column` is theirs, `above` the line before all that is theirs."""
        found: list[_Entry] = []
        pairs = node.value if isinstance(node, MappingNode) else [(None, item) for item in node.value]
        for key, value in pairs:
            head = (
                key.start_mark.line
                if key
                else self._dash(above + 1 if found else node.start_mark.line, column)
            )
            between = [self._lines[number] for number in range(above + 1, head)]
            if found:
                tail = _tail(between, column)
                found[-1].tail.extend(tail)
                between = between[len(tail) :]
            above = self._lines.last_of(value, head)
            found.append(_Entry(key, value, head, column, above, between, []))
        return found

    def _dash(self, number: int, column: int) -> int:
        """Return the line of the next dash of a list."""
        while not self._lines[number][column:].startswith("-"):
            number += 1
        return number

    def _block(self, node: Node, shape: Shape, column: int, head: int, *, quoted: bool = False) -> list[str]:
        """Return the lines of a block map or list at a column, with those between its head and its first."""
        entries = self._entries(node, node.start_mark.column, head)
        if isinstance(node, MappingNode):
            return list(self._map(entries, node, shape, column))
        return list(self._list(entries, shape, column, quoted=quoted))

    def _map(self, entries: list[_Entry], node: MappingNode, shape: Shape, column: int) -> Iterator[str]:
        siblings = {key.value: value for key, value in node.value}
        entries = [entry for entry in entries if not self._is_idle(entry, siblings, shape)]
        entries.sort(key=lambda entry: shape.rank(entry.key.value if entry.key else ""))
        for number, entry in enumerate(entries):
            assert entry.key is not None
            yield from _placed(entry.above if number else _unled(entry.above), column)
            name = self._inline(entry.key, shape, flow=False, quoted=False)
            quoted = shape.is_quoted(entry.key.value)
            inner = shape.member(entry.key.value).of(entry.value)
            yield from self._value(" " * column + f"{name}:", entry, inner, column, quoted=quoted)
            yield from (moved(line, column - entry.column) for line in entry.tail)

    def _is_idle(self, entry: _Entry, siblings: Mapping[str, Node], shape: Shape) -> bool:
        """Return whether an entry only says what holds without it, and no comment is about it."""
        assert entry.key is not None
        if not shape.is_default(entry.key.value, siblings) or entry.tail:
            return False
        return not any(entry.above) and not self._lines.after(entry.value)

    def _list(self, entries: list[_Entry], shape: Shape, column: int, *, quoted: bool) -> Iterator[str]:
        for number, entry in enumerate(entries):
            inner = shape.item().of(entry.value)
            above = entry.above if number else _unled(entry.above)
            if number and inner.is_requirement() and all(line.strip() for line in above):
                yield ""
            yield from _placed(above, column)
            yield from self._item(entry, inner, column, quoted=quoted)
            yield from (moved(line, column - entry.column) for line in entry.tail)

    def _item(self, entry: _Entry, shape: Shape, column: int, *, quoted: bool) -> Iterator[str]:
        """Yield an item; a map or list in it begins on the line of its dash."""
        dash = " " * column + "-"
        if not is_block(entry.value):
            yield from self._value(dash, entry, shape, column, quoted=quoted)
            return
        behind = self._lines[entry.head].lstrip(" ")[1:].strip()
        lines = self._block(entry.value, shape, column + _STEP, entry.head)
        if behind.startswith("#"):
            lines.insert(0, behind)
        while lines[0].lstrip().startswith("#"):  # what stands between the dash and the first key
            yield " " * column + lines.pop(0).strip()
        yield dash + lines[0][column + 1 :]
        yield from lines[1:]

    def _value(
        self, head: str, entry: _Entry, shape: Shape, column: int, *, quoted: bool = False
    ) -> Iterator[str]:
        """Yield a value behind its key or dash."""
        node = entry.value
        if is_block(node):
            yield head + self._behind_key(entry)
            yield from self._block(node, shape, column + _STEP, entry.head, quoted=quoted)
        elif isinstance(node, ScalarNode) and is_literal(node):
            yield from self._literal(head, node, entry.last, column)
        elif isinstance(node, ScalarNode):
            yield from self._scalar(head, entry, shape, column, quoted=quoted)
        else:
            yield from self._flow_value(head, entry, shape, column, quoted=quoted)

    def _behind_key(self, entry: _Entry) -> str:
        """Return the comment between a key and the block below it."""
        assert entry.key is not None
        rest = self._lines[entry.head][entry.key.end_mark.column :].lstrip(" ").removeprefix(":").strip()
        return f"  {rest}" if rest.startswith("#") and entry.value.start_mark.line > entry.head else ""

    def _literal(self, head: str, node: ScalarNode, last: int, column: int) -> Iterator[str]:
        first = node.start_mark.line
        yield f"{head} {self._lines[first][node.start_mark.column :].rstrip()}"
        body = [self._lines[number] for number in range(first + 1, last + 1)]
        indent = min((indent_of(line) for line in body if line.strip()), default=0)
        by = 0 if any(char.isdigit() for char in self._lines[first][node.start_mark.column :][1:3]) else 1
        yield from (moved(line, by * (column + _STEP - indent)) for line in body)

    def _scalar(self, head: str, entry: _Entry, shape: Shape, column: int, *, quoted: bool) -> Iterator[str]:
        node = entry.value
        assert isinstance(node, ScalarNode)
        after = self._lines.after(node)
        value: str = node.value
        quotes = value.strip() and node.style in ("'", '"') and not is_plain(value, flow=False)
        if quotes and shape.is_expression():
            yield f"{head} |{after}"
            yield from (" " * (column + _STEP) + line if line else "" for line in value.strip().split("\n"))
        elif (
            node.start_mark.line != node.end_mark.line and "\n" in value
        ):  # in quotes, with breaks that count
            yield from self._as_it_is(head, entry, column)
        else:
            source = self._lines.source(node)
            if node.start_mark.line != node.end_mark.line:
                source = value if is_plain(value, flow=False) else source
            yield f"{head} {written(node, source, flow=False, quoted=quoted)}{after}".rstrip()

    def _flow_value(
        self, head: str, entry: _Entry, shape: Shape, column: int, *, quoted: bool
    ) -> Iterator[str]:
        node, after = entry.value, self._lines.after(entry.value)
        source = self._lines.source(node)
        line = f"{head} {self._inline.collection(node, shape, quoted=quoted)}"
        several = isinstance(node, SequenceNode) and len(node.value) > 1
        if "\n" in source and ("#" in source or len(line) > WIDTH):
            yield from self._as_it_is(head, entry, column)
        elif several and len(line) > WIDTH:
            yield f"{head}{after}"
            for item in node.value:
                inner = shape.item().of(item)
                yield " " * (column + _STEP) + f"- {self._inline(item, inner, flow=False, quoted=quoted)}"
        else:
            yield line + after

    def _as_it_is(self, head: str, entry: _Entry, column: int) -> Iterator[str]:
        """Yield what its author has laid out over several lines, as far to the right as the entry is now."""
        node = entry.value
        start, end = node.start_mark, node.end_mark
        below = start.line > entry.head
        yield head if below else f"{head} {self._lines[start.line][start.column :].rstrip()}"
        for number in range(start.line + (not below), end.line + 1):
            yield moved(self._lines[number], column - entry.column).rstrip()


def _tail(between: list[str], column: int) -> list[str]:
    """Return the comments at the start that are indented more than the entries: they end the entry above."""
    count = 0
    for number, line in enumerate(between, start=1):
        if line.strip() and indent_of(line) <= column:
            break
        if line.strip():
            count = number
    return between[:count]


def _without_lead(entry: _Entry) -> _Entry:
    return _Entry(entry.key, entry.value, entry.head, entry.column, entry.last, [], entry.tail)


def _unled(lines: list[str]) -> list[str]:
    """Return the lines without the empty ones at the start."""
    for number, line in enumerate(lines):
        if line.strip():
            return lines[number:]
    return []


def _placed(lines: list[str], column: int) -> Iterator[str]:
    """Yield comments at a column, and one empty line where there are some."""
    yield from ((" " * column + line if line else "") for line in _squeezed(lines))


def _squeezed(lines: list[str]) -> Iterator[str]:
    before = "?"
    for line in map(str.strip, lines):
        if line or before:
            yield line
        before = line
