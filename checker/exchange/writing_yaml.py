"""Edits in a YAML file; comments, order and quoting stay as their author wrote them."""

import io
import re
from collections.abc import Iterable, Mapping
from functools import cache
from json import dumps
from typing import Any

from checker.exchange.edits import Edit
from checker.exchange.merging import carried_over

#: Text that no reader of YAML takes for anything else.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(?:[./:][A-Za-z0-9_-]+)*")
_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: Sections whose members are written a key a line.
_IN_BLOCKS = ("documents", "reviews")
_LAYOUTS = ((2, 0), (4, 2))  # of lists: how far in the text stands, and the dash
_UNFOLDED = 1_000_000_000


def yaml_with(text: str, edits: Iterable[Edit]) -> tuple[str, str]:
    """Return a YAML document with edits: in the layout of its author, and in one of our own.

    What came of it is compared by the caller. Raises ValueError where it cannot be done.
    """
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415 - slow, and only where answers are brought in

    changes = tuple(edits)
    ended = text.endswith("\n")
    text = text if ended else f"{text}\n"
    try:
        before, layout = min(
            ((_dumped(_loaded(text), one), one) for one in _LAYOUTS),
            key=lambda made: _distance(text, made[0]),
        )
        data = _loaded(text)
        for edit in changes:
            _put(data, edit)
        after = _dumped(data, layout)
    except (YAMLError, AttributeError, TypeError) as error:
        raise ValueError(str(error)) from None
    made = carried_over(text, before, after)
    return (made, after) if ended else (made.removesuffix("\n"), after.removesuffix("\n"))


def _distance(one: str, other: str) -> int:
    return len(set(one.splitlines()) ^ set(other.splitlines()))


@cache
def _kinds() -> tuple[Any, ...]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - slow, and only where answers are brought in
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # noqa: PLC0415
    from ruamel.yaml.resolver import VersionedResolver  # noqa: PLC0415
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString  # noqa: PLC0415

    class AsTyped(VersionedResolver):
        """Takes every plain scalar for text, so that 1.10 and 2026-01-01 are written again as they were."""

        @property
        def versioned_resolver(self) -> dict[Any, Any]:
            return {}

    return YAML, AsTyped, CommentedMap, CommentedSeq, DoubleQuotedScalarString


def _yaml(layout: tuple[int, int]) -> Any:
    make, resolver, *_ = _kinds()
    yaml = make()
    yaml.Resolver = resolver
    yaml.preserve_quotes = True
    yaml.width = _UNFOLDED
    yaml.indent(sequence=layout[0], offset=layout[1])
    return yaml


def _loaded(text: str) -> Any:
    return _yaml(_LAYOUTS[0]).load(text)


def _dumped(data: Any, layout: tuple[int, int]) -> str:
    stream = io.StringIO()
    _yaml(layout).dump(data, stream)
    return stream.getvalue()


def _put(data: Any, edit: Edit) -> None:
    keys = list(edit.path)
    while len(keys) > 1 and keys[0] in data:
        data = data[keys.pop(0)]
    value: Any = edit.value
    for key in reversed(keys[1:]):
        value = {key: value}
    blocks = len(edit.path) if edit.path[0] in _IN_BLOCKS else len(keys) - 1
    made = _written(value, blocks=0 if data.fa.flow_style() else blocks)
    if keys[0] in data:
        data[keys[0]] = None  # else a number takes over the quotes of the text that stood there
        data[keys[0]] = made
    else:
        _append(data, keys[0], made)


def _written(value: Any, *, blocks: int) -> Any:
    """Return plain data as they are written: texts in quotes where they might be read as something else.

    So many maps within each other stand on lines of their own, those inside them between braces.
    """
    _, _, map_, list_, quoted = _kinds()
    if isinstance(value, Mapping):
        made = map_((key, _written(item, blocks=blocks - 1)) for key, item in value.items())
        if blocks <= 0 or not value:
            made.fa.set_flow_style()
        return made
    if isinstance(value, list | tuple):
        items = list_(_written(item, blocks=0) for item in value)
        items.fa.set_flow_style()
        return items
    if not isinstance(value, str):
        return dumps(value)
    plain = _DAY.fullmatch(value) or (_PLAIN.fullmatch(value) and value.casefold() not in _WORDS)
    return value if plain else quoted(value)


def _append(data: Any, key: str, value: Any) -> None:
    """Put a key at the end of a map, before the comments and empty lines that follow it in the file."""
    trailing = None if data.fa.flow_style() else _taken_off(data)
    data[key] = value
    if trailing is None:
        return
    from ruamel.yaml.tokens import CommentToken  # noqa: PLC0415

    token, text = trailing
    while hasattr(value, "fa") and hasattr(value, "keys") and not value.fa.flow_style():
        data, key = value, list(value)[-1]
        value = data[key]
    data.ca.items[key] = [None, None, CommentToken(text, token.start_mark, None), None]


def _taken_off(data: Any) -> tuple[Any, str] | None:
    """Take what stands behind the last line of a block off it; None where there is nothing."""
    last: Any = None
    inside = data
    while hasattr(inside, "fa") and len(inside) and not inside.fa.flow_style():
        if inside is not data and inside.ca.end:
            tokens, inside.ca.end = inside.ca.end, []
            return tokens[0], "".join(["\n", *(token.value for token in tokens)])
        data, last = inside, list(inside)[-1] if hasattr(inside, "keys") else len(inside) - 1
        inside = data[last]
    comments = data.ca.items.get(last)
    slot = 2 if hasattr(data, "keys") else 0
    token = comments[slot] if comments and len(comments) > slot else None
    if token is None:
        return None
    line, _, rest = token.value.partition("\n")
    if not rest:
        return None
    if line:
        token.value = f"{line}\n"
    else:
        comments[slot] = None
    return token, f"\n{rest}"
