"""The correspondence of standards: read, and found sound with every problem at once."""

import os
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from checker.documents import Document, Path_, read_documents
from checker.errors import Invalid, Problem
from checker.model.catalogue import ClausePair, Pair
from checker.packs.catalogue import source_problems, sources_of
from checker.packs.folders import CORRESPONDENCE, Folder, read_bytes, shown_as, unreadable
from checker.packs.shapes import bilingual, bilingual_or_none, rows
from checker.packs.unknown import unknown
from checker.schemas.structure import structure_problems
from checker.text import Text

_STANDARD = Text("standard", "标准")
_SIDES = ("standard", "counterpart")


def read_correspondence(folder: Folder, known: Collection[str]) -> tuple[Pair, ...]:
    """Return the pairs of a folder, none where it has no file of them; raises Invalid with every problem.

    `known` are the ids of all rule files and of all documents of the catalogue.
    """
    path, shown = f"{os.fspath(folder)}/{CORRESPONDENCE}", f"{shown_as(folder)}/{CORRESPONDENCE}"
    if not os.path.isfile(path):
        return ()
    try:
        data = read_bytes(path)
    except OSError as error:
        raise Invalid([unreadable(shown, error)]) from None
    return load_correspondence(data, shown, known)


def load_correspondence(data: bytes, file: str, known: Collection[str]) -> tuple[Pair, ...]:
    """Return the pairs of a file; raises Invalid with every problem, ids that are not known included."""
    documents = read_documents(data, file, name_hint="yaml")
    problems = list(structure_problems(documents, "correspondence", file))
    if len(documents) == 1 and isinstance(documents[0].data, dict):
        problems += _problems(documents[0], known)
    if problems:
        raise Invalid(problems)
    return tuple(_read(documents[0]))


def _problems(document: Document, known: Collection[str]) -> Iterator[Problem]:
    first: dict[frozenset[str], Path_] = {}
    for path, row in rows(document.data.get("pairs"), ("pairs",)):
        yield from source_problems(document, row, path)
        for side in _SIDES:
            if isinstance(row.get(side), str) and row[side] not in known:
                at = document.value_place((*path, side))
                yield Problem(at, *unknown(row[side], known, _STANDARD))
        yield from _side_problems(document, row, path, first)


def _side_problems(
    document: Document, row: Mapping[str, Any], path: Path_, first: dict[frozenset[str], Path_]
) -> Iterator[Problem]:
    """Yield a pair of a standard with itself, and one that stands there already; both in any order."""
    sides = [row[side] for side in _SIDES if isinstance(row.get(side), str)]
    if len(sides) < len(_SIDES):
        return
    if sides[0] == sides[1]:
        what = Text(f"'{sides[0]}' is paired with itself", f"“{sides[0]}”与自身配对")
        mend = Text("name two standards", "请填写两项标准")
        yield Problem(document.value_place((*path, "counterpart")), what, mend)
        return
    known = first.setdefault(frozenset(sides), path)
    if known != path:
        place = document.place(known)
        what = Text(
            f"'{sides[0]}' and '{sides[1]}' are paired in line {place.line} already",
            f"“{sides[0]}”与“{sides[1]}”在第 {place.line} 行已配对",
        )
        yield Problem(document.place(path), what, Text("put the two rows together", "请合并为一条"))


def _read(document: Document) -> Iterator[Pair]:
    for index, row in enumerate(document.data["pairs"]):
        confidence = row.get("confidence", "high")
        yield Pair(
            standard=row["standard"],
            counterpart=row["counterpart"],
            kind=row["kind"],
            differs=bilingual(row["differs"]),
            place=document.place(("pairs", index)),
            sources=sources_of(document, row),
            part=bilingual_or_none(row.get("part")),
            clauses=tuple(
                ClausePair(one["standard"], one["counterpart"], bilingual_or_none(one.get("about")))
                for one in row.get("clauses", ())
            ),
            clauses_confidence=row.get("clauses_confidence", confidence),
            confidence=confidence,
        )
