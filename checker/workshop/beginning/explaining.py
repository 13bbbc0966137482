"""Keys of rule files with what the schema says of them, as comments in both languages."""

from collections.abc import Iterator, Mapping, Sequence
from json import dumps
from textwrap import wrap
from typing import Any

from yaml import safe_dump

from checker.workshop.formatting.shape import Shape
from checker.workshop.formatting.texts import is_plain

_WIDTH = 110


class Explained:
    """Writes keys in the order of the schema: those that are filled in, and the others as comments."""

    def __init__(self, shape: Shape, column: int, *, comments: bool) -> None:
        self._shape, self._column, self._comments = shape, column, comments

    def lines(self, filled: Mapping[str, Sequence[str]], *, others: Sequence[str]) -> Iterator[str]:
        """Yield the keys of ``filled`` with their lines, and those of ``others`` with an example of each.

        The first line of a key stands behind it ("" for none), the others below it.
        """
        for key in sorted((*filled, *(others if self._comments else ())), key=self._shape.rank):
            if self._comments:
                yield from ("",) if self._column == 0 else ()
                yield from self._placed(self._comment(key))
            if key in filled:
                first, *rest = filled[key]
                yield from self._placed([f"{key}: {first}".rstrip(), *rest])
            else:
                yield from self._placed([f"# {key}: {self._example(key)}"])

    def _comment(self, key: str) -> Iterator[str]:
        said = self._said(key)
        yield from wrap(
            said["description"], _WIDTH - self._column, initial_indent="# ", subsequent_indent="# "
        )
        yield f"# {said['x-zh']}"
        words = said.get("enum")
        if words:
            yield from wrap(
                " | ".join(words), _WIDTH - self._column, initial_indent="# ", subsequent_indent="#   "
            )

    def _said(self, key: str) -> Mapping[str, Any]:
        part = self._shape.part["properties"][key]
        said = dict(part)
        while "$ref" in part:
            part = self._shape.definitions[part["$ref"].rpartition("/")[2]]
            said = {**part, **said}
        return said

    def _example(self, key: str) -> str:
        said = self._said(key)
        values = [*said.get("examples", ()), *said.get("enum", ()), said.get("default")]
        return inline(values[0], flow=False, quoted=key in ("clause", "series"))

    def _placed(self, lines: Sequence[str] | Iterator[str]) -> Iterator[str]:
        yield from (" " * self._column + line if line else "" for line in lines)


def inline(value: Any, *, flow: bool = True, quoted: bool = False) -> str:
    """Return a value in one line, as `fmt` writes it; `flow`: it stands in a map or list in one line."""
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{key}: {inline(v, quoted=key == 'clause')}" for key, v in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(inline(item, quoted=quoted) for item in value) + "]"
    if isinstance(value, str):
        return value if is_plain(value, flow=flow) and not quoted else dumps(value, ensure_ascii=False)
    return safe_dump(value).split("\n")[0]
