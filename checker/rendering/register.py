"""The evidence register: the documents, tests and approvals that a spec names, and what relies on them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from checker.evaluation.evidence import has_lapsed
from checker.model.assessment import Assessment
from checker.model.spec import VehicleSpec
from checker.record import Record
from checker.rendering.observed import localized, place_of
from checker.rendering.wording import Words
from checker.text import Text

_SECTIONS = ("documents", "tests", "approvals", "reviews")
_IDENTITY = ("number", "series", "issuer", "lab", "by", "procedure", "file", "digest")


class Exhibit(Record):
    """One piece of evidence."""

    path: str  # "documents.d_csms"
    kind: Text
    title: Text
    identity: tuple[str, ...]  # number, issuer, file, digest
    dates: tuple[Text, ...]
    lapsed: bool
    state: Text | None  # as stated: "valid", "pass"
    covers: tuple[str, ...]
    relied_on_by: tuple[str, ...]  # paths of the spec whose values refer to it
    place: str


def register(assessment: Assessment, words: Words) -> tuple[Exhibit, ...]:
    """Return the evidence that the configuration's spec names, in the order of the spec."""
    spec = assessment.spec
    relied_on = dict(_references(spec))
    exhibits = []
    for section in _SECTIONS:
        items = spec.values.get(section)
        for key, item in items.items() if isinstance(items, Mapping) else ():
            if isinstance(item, Mapping):
                path = f"{section}.{key}"
                paths = tuple(relied_on.get(key, ())) if section in ("documents", "tests") else ()
                exhibits.append(_exhibit(path, item, paths, assessment, words))
    return tuple(exhibits)


def _references(spec: VehicleSpec) -> Iterator[tuple[str, list[str]]]:
    paths: dict[str, list[str]] = {}
    for path, stated in spec.stated.items():
        for ref in stated.refs:
            paths.setdefault(ref, []).append(path)
    yield from paths.items()


def _exhibit(
    path: str, item: Mapping[str, Any], relied_on_by: tuple[str, ...], assessment: Assessment, words: Words
) -> Exhibit:
    section = path.partition(".")[0]
    lapsed = has_lapsed(item, assessment.as_of)
    named = item.get("title") or item.get("standard") or path.partition(".")[2]
    stated = assessment.spec.stated.get(path)
    return Exhibit(
        path=path,
        kind=_kind(section, item, words),
        title=localized(named) or Text(path, path),
        identity=tuple(_strings(one for name in _IDENTITY for one in _each(item.get(name)))),
        dates=tuple(_dates(item, lapsed, words)),
        lapsed=lapsed,
        state=_state(item, words),
        covers=tuple(_strings(item.get("covers") or item.get("standards") or ())),
        relied_on_by=relied_on_by,
        place=place_of(stated.place if stated else None),
    )


def _kind(section: str, item: Mapping[str, Any], words: Words) -> Text:
    kind = item.get("type") or item.get("kind")
    for key in (f"evidence.{kind}", f"test.{kind}"):
        if key in words:
            return words(key)
    return localized(kind) or words(f"evidence.{section}")


def _state(item: Mapping[str, Any], words: Words) -> Text | None:
    state = item.get("status") or item.get("result") or item.get("verdict")
    if not isinstance(state, str):
        return None
    return words(f"state.{state}") if f"state.{state}" in words else Text(state, state)


def _dates(item: Mapping[str, Any], lapsed: bool, words: Words) -> Iterator[Text]:  # noqa: FBT001 - the one other fact of a line
    for name in ("issued", "date"):
        if isinstance(item.get(name), str):
            yield words(f"report.{name}", date=item[name])
    if isinstance(item.get("valid_until"), str):
        yield words("report.lapsed" if lapsed else "report.valid_until", date=item["valid_until"])


def _each(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else (value,)


def _strings(values: Iterable[Any]) -> Iterator[str]:
    return (value for value in values if isinstance(value, str) and value)
