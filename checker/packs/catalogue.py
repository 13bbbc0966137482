"""The catalogue: files of documents with their dates, found sound with every problem at once."""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from checker.documents import Document, Path_, read_documents
from checker.errors import Invalid, Problem
from checker.model.catalogue import CatalogueDocument
from checker.model.standard import Source
from checker.packs.folders import CATALOGUE, Folder, read_bytes, shown_as, unreadable
from checker.packs.shapes import bilingual, bilingual_or_none, listed, mapping, rows, texts
from checker.packs.standing import is_date, replaced_numbers, status_on
from checker.packs.unknown import unknown
from checker.schemas.structure import structure_problems
from checker.text import Text

_DATES = ("issued", "in_force", "ended")
_MARKET = Text("market", "市场")
SOURCE = Text("source", "来源")


def read_catalogue(folder: Folder, markets: Collection[str]) -> tuple[CatalogueDocument, ...]:
    """Return the documents of all files in `catalogue` of a folder; raises Invalid with every problem.

    An id stands for one document of the whole catalogue. A folder without a catalogue has no documents.
    """
    found: list[CatalogueDocument] = []
    problems: list[Problem] = []
    for path, shown in _files(folder):
        try:
            found += load_catalogue(read_bytes(path), shown, markets)
        except Invalid as invalid:
            problems += invalid.problems
        except OSError as error:
            problems.append(unreadable(shown, error))
    problems += _repeated(found)
    if problems:
        raise Invalid(problems)
    return tuple(found)


def load_catalogue(data: bytes, file: str, markets: Collection[str]) -> tuple[CatalogueDocument, ...]:
    """Return the documents of one file; raises Invalid with every problem."""
    documents = read_documents(data, file, name_hint="yaml")
    problems = list(structure_problems(documents, "catalogue", file))
    if len(documents) == 1 and isinstance(documents[0].data, dict):
        problems += _problems(documents[0], markets)
    if problems:
        raise Invalid(problems)
    found = tuple(_read(documents[0]))
    contradictions = list(_contradictions(found))
    if contradictions:
        raise Invalid(contradictions)
    return found


def source_problems(document: Document, row: Mapping[str, Any], path: Path_) -> Iterator[Problem]:
    """Yield the sources that a row names and its file does not."""
    known = mapping(document.data, "sources")
    for at, key in texts(row.get("source"), (*path, "source")):
        if key not in known:
            yield Problem(document.value_place(at), *unknown(key, known, SOURCE))


def sources_of(document: Document, row: Mapping[str, Any]) -> tuple[Source, ...]:
    """Return the sources of a row."""
    named = (document.data["sources"][key] for key in listed(row["source"]))
    return tuple(Source(one["title"], one.get("url"), one["seen"]) for one in named)


def _files(folder: Folder) -> Iterator[tuple[str, str]]:
    path = f"{os.fspath(folder)}/{CATALOGUE}"
    if os.path.isdir(path):
        for name in sorted(PurePath(name).stem for name in os.listdir(path) if name.endswith(".yaml")):
            yield f"{path}/{name}.yaml", f"{shown_as(folder)}/{CATALOGUE}/{name}.yaml"


def _problems(document: Document, markets: Collection[str]) -> Iterator[Problem]:
    name, wanted, market = PurePath(document.file).stem, document.data.get("id"), document.data.get("market")
    if isinstance(wanted, str) and wanted != name and not document.file.startswith("<"):
        what = Text(f"the file of '{wanted}' is called '{name}'", f"“{wanted}”的文件名为“{name}”")
        mend = Text(
            f"call the file {wanted}.yaml, or mend the id", f"请将文件命名为 {wanted}.yaml，或修改标识"
        )
        yield Problem(document.value_place(("id",)), what, mend)
    if isinstance(market, str) and market not in markets:
        yield Problem(document.value_place(("market",)), *unknown(market, markets, _MARKET))
    for path, row in rows(document.data.get("documents"), ("documents",)):
        yield from source_problems(document, row, path)
        yield from _row_problems(document, row, path)


def _row_problems(document: Document, row: dict[str, Any], path: Path_) -> Iterator[Problem]:
    for key in _DATES:
        date = row.get(key)
        if isinstance(date, str) and date[:4].isdigit() and not is_date(date):
            what = Text(f"{date} is not a date of the calendar", f"{date} 不是有效日期")
            mend = Text("give a day, a month or a year", "请填写日期、月份或年份")
            yield Problem(document.value_place((*path, key)), what, mend)
    if "title" in row and "subject" in row:
        what = Text("the title is known, and a subject is given too", "已有标题，又填写了 subject")
        yield Problem(document.place((*path, "subject")), what, Text("leave subject out", "请删去 subject"))
    if "stage" in row and row.get("status") != "draft":
        what = Text("only a draft has a stage", "只有草案才填写 stage")
        mend = Text("leave stage out, or write status: draft", "请删去 stage，或将 status 写为 draft")
        yield Problem(document.place((*path, "stage")), what, mend)


def _read(document: Document) -> Iterator[CatalogueDocument]:
    data = document.data
    for index, row in enumerate(data["documents"]):
        number = row.get("number")
        yield CatalogueDocument(
            id=row["id"],
            place=document.place(("documents", index)),
            market=data["market"],
            kind=row["kind"],
            group=row["group"],
            status=row["status"],
            recorded=data["recorded"],
            sources=sources_of(document, row),
            number=Text(number, number) if isinstance(number, str) else bilingual_or_none(number),
            title=bilingual(row["title"]) if "title" in row else None,
            subject=bilingual_or_none(row.get("subject")),
            replaces=listed(row.get("replaces")),
            confidence=row.get("confidence", "high"),
            note=bilingual_or_none(row.get("note")),
            **{key: row.get(key) for key in ("series", "stage", *_DATES, "url")},
        )


def _contradictions(documents: Collection[CatalogueDocument]) -> Iterator[Problem]:
    """Yield each document whose status on the day of the record is not what its dates say."""
    replaced = replaced_numbers(documents)
    for document in documents:
        found = status_on(document, document.recorded, replaced)
        if found != document.status and {found, document.status} != {"superseded", "withdrawn"}:
            what = Text(
                f"{document.id}: status is {document.status}; by its dates {found} on {document.recorded}",
                f"{document.id}：status 为 {document.status}，而按日期在 {document.recorded} 应为 {found}",
            )
            yield Problem(document.place, what, Text("mend the dates or the status", "请核对日期或状态"))


def _repeated(documents: Collection[CatalogueDocument]) -> Iterator[Problem]:
    first: dict[str, CatalogueDocument] = {}
    for document in documents:
        known = first.setdefault(document.id, document)
        if known is not document:
            what = Text(
                f"the id '{document.id}' is that of {known.place} too",
                f"标识“{document.id}”与 {known.place} 重复",
            )
            yield Problem(document.place, what, Text("give each document its own", "请使用唯一标识"))
