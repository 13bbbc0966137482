"""Answers brought back into a spec: all of them, or none and every reason why."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from checker.documents import Document, read_documents
from checker.errors import Invalid, Problem
from checker.evaluation.answering import WantedDigests
from checker.exchange.answers import EVIDENCE, QUESTIONS, VALUES, AnswerFile, Row
from checker.exchange.edits import Edit, NoRoom, edited
from checker.exchange.evidence_rows import documents_of, evidence_edits
from checker.exchange.question_rows import outdated, question_edits
from checker.exchange.situation import Situation
from checker.exchange.value_rows import still_missing, value_edits
from checker.exchange.writing_json import json_with
from checker.exchange.writing_yaml import yaml_with
from checker.location import Place
from checker.model.spec import VehicleSpec
from checker.record import Record
from checker.specs.loading import Loaded
from checker.text import Text

#: The bytes of a spec -> each of its documents, loaded.
Load = Callable[[bytes], tuple[Loaded, ...]]


class Brought(Record):
    """A spec with answers in it."""

    data: bytes
    counts: Mapping[str, int]  # rows that were brought in, by the name of their sheet
    already: int  # rows whose answer stood there before
    open: int  # rows that nobody filled in


def bring_in(
    data: bytes, form: Literal["yaml", "json"], answers: AnswerFile, situation: Situation, load: Load
) -> Brought:
    """Return the bytes of a spec with the answers in it; raises Invalid with every reason why not.

    ``data`` are those of the spec's own file, and ``load`` loads what comes of it. All else in it stays.
    """
    filled = [row for row in answers.rows if row.filled]
    before = WantedDigests(situation.specs, answers.as_of, situation.library.standard_ids)
    edits, problems = _sorted(_edits(filled, answers, situation, before))
    if problems:
        raise Invalid(problems)
    made = _written(data, form, situation.document, edits) if edits else data
    specs = _loaded(made, load, answers) if edits else situation.specs
    after = WantedDigests(specs, answers.as_of, situation.library.standard_ids)
    problems = list(_left_over(filled, situation, specs, before, after))
    if problems:
        raise Invalid(problems)
    touched = {(edit.row.sheet.name, edit.row.about) for edit in edits}
    brought = [row for row in filled if _touches(row, touched, edits)]
    return Brought(
        made,
        {sheet.name: sum(row.sheet is sheet for row in brought) for sheet in (QUESTIONS, VALUES, EVIDENCE)},
        already=len(filled) - len(brought),
        open=len(answers.rows) - len(filled),
    )


def _touches(row: Row, touched: set[tuple[str, str]], edits: Iterable[Edit]) -> bool:
    """Return whether a row brought something; rows of one document bring it together."""
    if row.sheet is EVIDENCE:
        return any(edit.row.sheet is EVIDENCE and edit.path[1] == row.cells.get("key") for edit in edits)
    return (row.sheet.name, row.about) in touched


def _edits(
    filled: list[Row], answers: AnswerFile, situation: Situation, before: WantedDigests
) -> Iterator[Edit | Problem]:
    yield from _twice(filled)
    evidence = [row for row in filled if row.sheet is EVIDENCE]
    documents = documents_of(evidence)
    yield from evidence_edits(evidence, situation)
    for row in filled:
        if row.sheet is VALUES:
            yield from value_edits(row, situation, documents, typed=answers.typed)
        elif row.sheet is QUESTIONS:
            yield from question_edits(row, situation, before, documents)
            asked = situation.requirement(row)
            changed = None if isinstance(asked, Problem) else outdated(row, asked, before, before)
            if changed:
                yield changed


def _twice(filled: list[Row]) -> Iterator[Problem]:
    seen: dict[tuple[str, str], Row] = {}
    for row in filled:
        if row.sheet is EVIDENCE:  # a requirement may have several documents
            continue
        earlier = seen.setdefault((row.sheet.name, row.about), row)
        if earlier is not row:
            what = Text(f"{row.about} is answered twice", f"{row.about} 填写了两次")
            mend = Text(
                f"leave one of the rows empty; the other: {earlier.place}",
                f"请清空其中一行；另一行：{earlier.place}",
            )
            yield Problem(row.place, what, mend)


def _sorted(found: Iterable[Edit | Problem]) -> tuple[list[Edit], list[Problem]]:
    edits: list[Edit] = []
    problems: list[Problem] = []
    for one in found:
        if isinstance(one, Edit):
            edits.append(one)
        else:
            problems.append(one)
    return edits, problems


def _written(data: bytes, form: str, document: Document, edits: list[Edit]) -> bytes:
    """Return the bytes of the spec with the edits; raises Invalid where more than these would change."""
    text = data.decode("utf-8-sig")
    returns = "\r\n" in text
    text = text.replace("\r\n", "\n")
    try:
        wanted = edited(document.data, edits)
        candidates = (json_with if form == "json" else yaml_with)(text, edits)
    except NoRoom as error:
        raise Invalid([Problem(error.row.place, error.what)]) from None
    except ValueError:
        candidates, wanted = ("", ""), {}
    for made in candidates:
        if made and _says(made, document.file, form, wanted):
            made_ = made.replace("\n", "\r\n") if returns else made
            return made_.encode("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8")
    what = Text(
        "the answers cannot be put into this file without changing something else in it",
        "无法在不改动其他内容的情况下将结果写入该文件",
    )
    mend = Text(
        "write out its aliases (*name), or put them in by hand", "请展开其中的别名（*name），或手工填写"
    )
    raise Invalid([Problem(Place(document.file, 1, 1), what, mend)])


def _says(made: str, file: str, form: str, wanted: object) -> bool:
    try:
        documents = read_documents(made.encode(), file, name_hint="json" if form == "json" else "yaml")
    except Invalid:
        return False
    return len(documents) == 1 and bool(documents[0].data == wanted)


def _loaded(made: bytes, load: Load, answers: AnswerFile) -> tuple[VehicleSpec, ...]:
    (loaded,) = load(made)
    if not isinstance(loaded, Invalid):
        return loaded
    what = Text(
        "with these answers the spec would not be valid, so nothing was written; its lines as they would be:",
        "写入后规格文件将不再有效，故未写入任何内容；以下行号为写入后的行号：",
    )
    raise Invalid([Problem(Place(answers.file, 1, 1), what), *loaded.problems])


def _left_over(
    filled: list[Row],
    situation: Situation,
    specs: tuple[VehicleSpec, ...],
    before: WantedDigests,
    after: WantedDigests,
) -> Iterator[Problem]:
    """Yield what is wrong with the answers now that all of them stand in the spec."""
    by_key = {spec.configuration.key: spec for spec in specs}
    for row in filled:
        problem = None
        if row.sheet is VALUES:
            problem = still_missing(row, by_key)
        elif row.sheet is QUESTIONS:
            asked = situation.requirement(row)
            problem = asked if isinstance(asked, Problem) else outdated(row, asked, before, after)
        if problem:
            yield problem
