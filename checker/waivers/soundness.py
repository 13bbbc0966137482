"""What is wrong with a file of waivers that no schema can see."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from checker.documents import Document, Path_
from checker.errors import Problem
from checker.location import Place
from checker.record import replace
from checker.schemas.did_you_mean import did_you_mean
from checker.text import Text
from checker.values.dates import is_day

#: The requirements of a standard by their id within it, each with the map whose members it looks at (None: it
#: looks at the vehicle as a whole). None where there is no such standard.
Known = Callable[[str], Mapping[str, str | None] | None]


#: The full ids that end in the id of a requirement within its standard.
Ending = Callable[[str], Sequence[str]]
_NAMED = 5  # of more full ids the rest is counted


def with_full_ids(problems: Iterable[Problem], document: Document, ending: Ending) -> Iterator[Problem]:
    """Yield the problems of the shape; where an id has no standard, with the full ids that end in it."""
    waivers = document.data.get("waivers") if isinstance(document.data, dict) else None
    bare: dict[Place, Sequence[str]] = {}
    for index, waiver in enumerate(waivers if isinstance(waivers, list) else ()):
        written = waiver.get("requirement") if isinstance(waiver, dict) else None
        if isinstance(written, str) and "/" not in written:
            bare[document.place(("waivers", index, "requirement"))] = ending(written)
    for problem in problems:
        full = bare.get(problem.place)
        yield replace(problem, mend=_one_of(full)) if full else problem


def _one_of(full: Sequence[str]) -> Text:
    if len(full) == 1:
        return Text(f"write {full[0]}", f"请写作 {full[0]}")
    shown, more = full[:_NAMED], len(full) - _NAMED
    return Text(
        f"write one of {', '.join(shown)}" + (f" and {more} more" if more > 0 else ""),
        f"请写其中一项：{'、'.join(shown)}" + (f" 等 {len(full)} 项" if more > 0 else ""),
    )


def soundness_problems(document: Document, known: Known) -> Iterator[Problem]:
    """Yield the problems of a document; what has the wrong shape is passed over, the schema tells of it."""
    permits = document.data.get("permits")
    permits = permits if isinstance(permits, dict) else {}
    for name, permit in permits.items():
        if isinstance(permit, dict):
            yield from _wrong_order(document, permit, ("permits", name))
    waivers = document.data.get("waivers")
    for index, waiver in enumerate(waivers if isinstance(waivers, list) else ()):
        if isinstance(waiver, dict):
            path = ("waivers", index)
            yield from _wrong_order(document, waiver, path)
            yield from _unknown_permit(document, waiver, path, permits)
            yield from _about_nothing(document, waiver, path, known)


def _wrong_order(document: Document, row: Mapping[str, Any], path: Path_) -> Iterator[Problem]:
    """Yield a complaint of dates that leave no day on which a waiver would count."""
    approved, expires = str(row.get("approved")), str(row.get("expires"))
    if is_day(approved) and is_day(expires) and expires < approved:
        what = Text(
            f"it expires on {expires}, before it was approved on {approved}",
            f"到期日期 {expires} 早于批准日期 {approved}",
        )
        mend = Text("mend one of the two", "请更正其一")
        yield Problem(document.value_place((*path, "expires")), what, mend)


def _unknown_permit(
    document: Document, waiver: Mapping[str, Any], path: Path_, permits: Mapping[str, Any]
) -> Iterator[Problem]:
    permit = waiver.get("permit")
    if isinstance(permit, str) and permit not in permits:
        what = Text(f"there is no permit '{permit}' in this file", f"本文件中没有许可“{permit}”")
        yield Problem(document.value_place((*path, "permit")), what, did_you_mean(permit, permits))


def _about_nothing(
    document: Document, waiver: Mapping[str, Any], path: Path_, known: Known
) -> Iterator[Problem]:
    """Yield a complaint of a requirement, or of a member of what it looks at, that there cannot be."""
    standard, _, name = str(waiver.get("requirement")).partition("/")
    requirements = known(standard)
    if requirements is None:
        return
    if name not in requirements:
        what = Text(f"'{standard}' has no requirement '{name}'", f"“{standard}”没有要求“{name}”")
        yield Problem(document.value_place((*path, "requirement")), what, did_you_mean(name, requirements))
        return
    member, each = waiver.get("path"), requirements[name]
    if isinstance(member, str) and (each is None or member.rpartition(".")[0] != each):
        yield Problem(document.value_place((*path, "path")), *_wrong_member(member, each))


def _wrong_member(path: str, each: str | None) -> tuple[Text, Text]:
    if each is None:
        what = Text(
            f"the requirement looks at the vehicle as a whole, not at '{path}'",
            f"该要求针对整车，而非“{path}”",
        )
        return what, Text("leave path out", "请删去 path")
    what = Text(
        f"the requirement looks at the members of {each}, and '{path}' is none",
        f"该要求逐个检查 {each} 的成员，“{path}”不在其中",
    )
    return what, Text(f"write {each}. and the key of a member", f"请写作 {each}. 加成员的键")
