"""A change of a text that was written anew, carried over to the text as its author wrote it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class _Change(NamedTuple):
    """Lines start:end of the old text, and those that stand in their place."""

    start: int
    end: int
    lines: Sequence[str]
    edited: bool  # by us, not laid out otherwise by the author


def carried_over(written: str, before: str, after: str) -> str:
    """Return ``written`` with what changed from ``before`` to ``after``.

    ``before`` says the same as ``written`` in another layout. Lines that did not change keep the layout of
    their author; where the two overlap, those of ``after`` stand.
    """
    own, old, new = (text.splitlines(keepends=True) for text in (written, before, after))
    changes = sorted([*_changes(old, own, edited=False), *_changes(old, new, edited=True)])
    lines: list[str] = []
    at = 0
    for group in _groups(changes):
        start, end = group[0].start, max(change.end for change in group)
        lines += old[at:start]
        lines += _within(old, start, end, [one for one in group if one.edited] or group)
        at = end
    return "".join([*lines, *old[at:]])


def _changes(old: Sequence[str], new: Sequence[str], *, edited: bool) -> Iterator[_Change]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where answers are brought in

    for kind, start, end, its_start, its_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield _Change(start, end, new[its_start:its_end], edited)


def _groups(changes: Sequence[_Change]) -> Iterator[list[_Change]]:
    """Yield the changes that overlap, or begin and end at the same line, as one."""
    group: list[_Change] = []
    for change in changes:
        end = max((one.end for one in group), default=-1)
        if group and change.start >= end and (change.start, change.end) != group[-1][:2]:
            yield group
            group = []
        group.append(change)
    if group:
        yield group


def _within(old: Sequence[str], start: int, end: int, changes: Sequence[_Change]) -> Iterator[str]:
    """Yield what stands in place of lines start:end of the old text."""
    at = start
    for change in changes:
        yield from old[at : change.start]
        yield from change.lines
        at = change.end
    yield from old[at:end]
