"""Files of waivers: read, found sound with every problem at once, and filled in from their permits."""

from hashlib import sha256
from typing import Literal

from checker.documents import Document, read_documents
from checker.errors import Invalid
from checker.model.waiver import MAX_MONTHS, Waiver, WaiverFile
from checker.schemas.structure import structure_problems
from checker.text import Text
from checker.values.dates import NotADate, add_months
from checker.waivers.soundness import Ending, Known, soundness_problems, with_full_ids

_CALENDAR_ENDS = "9999-12-31"


def load_waivers(
    data: bytes,
    file: str,
    known: Known,
    name_hint: Literal["yaml", "json"],
    ending: Ending = lambda _: (),
) -> WaiverFile:
    """Return the waivers of a file; raises Invalid with every problem.

    That a requirement does not exist is a problem where its standard is known; else nobody can tell here.
    """
    documents = read_documents(data, file, name_hint=name_hint)
    problems = list(structure_problems(documents, "waivers", file))
    if len(documents) == 1:
        problems = list(with_full_ids(problems, documents[0], ending))
        problems += soundness_problems(documents[0], known)
    if problems:
        raise Invalid(problems)
    document = documents[0]
    months = document.data.get("max_months", MAX_MONTHS)
    waivers = tuple(_waiver(document, index, months) for index in range(len(document.data["waivers"])))
    return WaiverFile(file, f"sha256:{sha256(data).hexdigest()}", months, waivers)


def _waiver(document: Document, index: int, months: int) -> Waiver:
    row = document.data["waivers"][index]
    stated = {**document.data.get("permits", {}).get(row.get("permit"), {}), **row}
    return Waiver(
        requirement=row["requirement"],
        reason=_text(stated["reason"]),
        approver=stated["approver"],
        approved=stated["approved"],
        expires=stated["expires"],
        last_day=min(stated["expires"], _end(stated["approved"], months)),
        max_months=months,
        place=document.place(("waivers", index)),
        path=row.get("path"),
        configuration=row.get("configuration"),
        vehicle=row.get("vehicle"),
        permit=row.get("permit"),
        reference=stated.get("reference"),
        risk=_text(stated["risk"]) if "risk" in stated else None,
    )


def _text(value: str | dict[str, str]) -> Text:
    return Text(value, value) if isinstance(value, str) else Text(value["en"], value["zh"])


def _end(approved: str, months: int) -> str:
    try:
        return add_months(approved, months)
    except NotADate:  # no calendar goes so far
        return _CALENDAR_ENDS
