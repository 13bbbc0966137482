"""Documents that people named -> `documents` of the spec."""

from collections.abc import Iterable, Iterator, Mapping
from re import fullmatch
from typing import Any

from checker.errors import Problem
from checker.exchange.answers import COVERS, TYPES, Row
from checker.exchange.edits import Edit
from checker.exchange.situation import Situation, day
from checker.model.standard import Requirement
from checker.record import Record, fresh
from checker.schemas.did_you_mean import did_you_mean
from checker.schemas.fields import SLUG, SLUG_LENGTH
from checker.text import Text

_SAID = ("type", "title", "number", "issuer", "issued", "valid_until")
_DAYS = ("issued", "valid_until")


class Named(Record, frozen=False):
    """A document or test that rows name, with all that they say of it."""

    row: Row  # the first
    said: dict[str, Any] = fresh(factory=dict)
    covers: dict[str, None] = fresh(factory=dict)


def evidence_edits(rows: Iterable[Row], situation: Situation) -> Iterator[Edit | Problem]:
    """Yield what the rows put into the spec, and all that is wrong with them; rows with one key are one."""
    named: dict[str, Named] = {}
    for row in rows:
        problems = list(_taken(row, named, situation))
        yield from problems
    for key, one in named.items():
        yield from _edits(key, one, situation)


def documents_of(rows: Iterable[Row]) -> dict[str, Row]:
    """Return the keys that rows name, each with the first row that does."""
    found: dict[str, Row] = {}
    for row in rows:
        if isinstance(row.cells.get("key"), str):
            found.setdefault(row.cells["key"], row)
    return found


def _taken(row: Row, named: dict[str, Named], situation: Situation) -> Iterator[Problem]:
    """Add what a row says to what it names; yield what is wrong with it."""
    found = situation.requirement(row)
    if isinstance(found, Problem):
        yield found
        return
    problems = list(_unfit(row, found[0]))
    yield from problems
    if problems:
        return
    one = named.setdefault(row.cells["key"], Named(row))
    for name in _SAID:
        if name not in row.cells:
            continue
        said = one.said.setdefault(name, row.cells[name])
        if said != row.cells[name]:
            what = Text(
                f"{name}: '{row.cells['key']}' is said to be '{said}' in another row",
                f"{name}：另一行中“{row.cells['key']}”的该项为“{said}”",
            )
            yield Problem(row.at(name), what, Text("write the same in both", "请写成一致"))
    whole = row.cells.get("covers", COVERS[0]) == "standard"
    one.covers[found[1].id if whole else found[0].id] = None


def _unfit(row: Row, requirement: Requirement) -> Iterator[Problem]:
    key = row.cells.get("key")
    if not isinstance(key, str):
        what = Text(f"{row.about}: `key` is missing", f"{row.about}：缺少 key")
        yield Problem(
            row.place, what, Text("name the document: d_certificate", "请为文件命名，如 d_certificate")
        )
    elif not fullmatch(SLUG, key) or len(key) > SLUG_LENGTH:
        what = Text(f"key: '{key}' cannot be a key", f"key：“{key}”不能作为键")
        mend = Text(
            "lower-case letters, digits and underscores, beginning with a letter",
            "由小写字母、数字和下划线组成，以字母开头",
        )
        yield Problem(row.at("key"), what, mend)
    if row.cells.get("digest") != requirement.digest:
        what = Text(
            f"{row.about}: the requirement changed since the list was written",
            f"{row.about}：自检查表生成以来，要求已变更",
        )
        yield Problem(row.at("digest"), what, Text("write the checklist again", "请重新生成检查表"))
    yield from _words(row, requirement)
    for name in _DAYS:
        wrong = day(row, name)
        if wrong:
            yield wrong


def _words(row: Row, requirement: Requirement) -> Iterator[Problem]:
    kinds = requirement.evidence.kinds if requirement.evidence else ()
    types = [one for kind in kinds for one in TYPES[kind]]
    for name, known in (("type", types), ("covers", COVERS)):
        word = row.cells.get(name)
        if word is not None and word not in known:
            what = Text(
                f"{name}: '{word}' does not count for {row.about}", f"{name}：“{word}”不能用于 {row.about}"
            )
            yield Problem(row.at(name), what, did_you_mean(str(word), known))


def _edits(key: str, one: Named, situation: Situation) -> Iterator[Edit | Problem]:
    for section in ("documents", "tests"):
        there = situation.whole.get(section, {}).get(key)
        if isinstance(there, Mapping):
            yield from _more_covers(section, key, one, there)
            return
    missing = [name for name in ("type", "title") if name not in one.said]
    if missing:
        named = ", ".join(missing)
        what = Text(
            f"'{key}' is not in the spec yet, and its {named} is missing",
            f"规格文件中尚无“{key}”，且缺少 {named}",
        )
        known = (*situation.whole.get("documents", {}), *situation.whole.get("tests", {}))
        yield Problem(one.row.at("key"), what, did_you_mean(key, known))
        return
    said = {name: str(one.said[name]) for name in _SAID if name in one.said}
    yield Edit(("documents", key), {**said, "covers": list(one.covers)}, one.row)


def _more_covers(section: str, key: str, one: Named, there: Mapping[str, Any]) -> Iterator[Edit | Problem]:
    """Yield what a document that is there covers from now on; a problem where it is said to be another."""
    for name, said in one.said.items():
        if str(there.get(name)) != str(said):
            what = Text(
                f"{name}: {section}.{key} of the spec says '{there.get(name, '')}', not '{said}'",
                f"{name}：规格文件中 {section}.{key} 为“{there.get(name, '')}”，而非“{said}”",
            )
            mend = Text("choose another key, or change the spec itself", "请使用其他键，或直接修改规格文件")
            yield Problem(one.row.at(name), what, mend)
            return
    covers = list(there.get("covers", ()))
    more = [each for each in one.covers if each not in covers]
    if more:
        yield Edit((section, key, "covers"), [*covers, *more], one.row)
