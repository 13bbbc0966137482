"""What a result in JSON says of each configuration, as far as two results can be compared by it."""

from collections.abc import Mapping, Sequence
from typing import Any

from checker.documents import Document, read_documents
from checker.errors import Invalid, Problem
from checker.location import Place
from checker.record import Record
from checker.schemas.structure import structure_problems
from checker.text import Text

#: The form of a result that is read here.
_SCHEMA = "icv-result/1"
_BEFORE_JSON = b"\xef\xbb\xbf \t\r\n"  # a byte order mark, and blanks
_NO_RESULT = Text("this is no result of `check`", "这不是 check 命令的结果文件")
_WRITE_ONE = Text(
    "write one and name it here: icv-checker check SPEC --write json=FILE",
    "请先生成结果文件并在此指定：icv-checker check SPEC --write json=文件",
)


class Value(Record):
    """What a path held."""

    value: Any  # JSON data; None where nothing was stated
    place: Place | None


class Why(Record):
    """One reason for a verdict."""

    text: Text
    place: Place | None  # of what it speaks of


class Standing(Record):
    """Where one requirement stands in a result."""

    requirement: str  # full id
    clause: str
    text: Text
    verdict: str  # one of `checker.model.finding.Verdict`
    waived: bool
    level: str  # what it is to the gate: error, warning or none
    digest: str  # of the requirement's own text and expressions
    why: tuple[Why, ...]
    place: Place | None
    values: Mapping[str, Value]  # path -> what was read


class Configuration(Record):
    """One judged configuration of a result."""

    file: str
    document: int
    vehicle: str  # id of the vehicle; empty where none is stated
    key: str  # of the configuration; empty where there is only one
    as_of: str
    statement: str
    text: Text
    score: tuple[float | None, float | None]  # low and high, 0 to 1
    standings: Mapping[str, Standing]  # by requirement


def load_result(data: bytes, file: str) -> tuple[Configuration, ...]:
    """Return what a file of `check --format json` says; raises Invalid with every problem."""
    if data.lstrip(_BEFORE_JSON)[:1] != b"{":
        raise Invalid([Problem(Place(file, 1, 1), _NO_RESULT, _WRITE_ONE)])
    documents = read_documents(data, file, name_hint="json")
    _is_result(documents[0])
    problems = structure_problems(documents, "result", file)
    if problems:
        raise Invalid(problems)
    return result_of(documents[0].data)


def _is_result(document: Document) -> None:
    """Refuse what is no result, or one of another version: nothing else can be said of its form."""
    said = document.data.get("schema")
    if said == _SCHEMA:
        return
    if not (isinstance(said, str) and said.startswith("icv-result/")):
        raise Invalid([Problem(document.place(("schema",)), _NO_RESULT, _WRITE_ONE)])
    what = Text(
        f"this result is of another version: {said}, where this one reads {_SCHEMA}",
        f"该结果由其他版本生成：{said}，本版本使用 {_SCHEMA}",
    )
    mend = Text(
        "write it again: icv-checker check SPEC --format json",
        "请重新生成：icv-checker check SPEC --format json",
    )
    raise Invalid([Problem(document.keys[("schema",)], what, mend)])


def result_of(result: Mapping[str, Any]) -> tuple[Configuration, ...]:
    """Return the configurations of a result that fits ``result.schema.json``."""
    return tuple(
        _configuration(judged, assessed)
        for judged in result["results"]
        for assessed in judged["configurations"]
    )


def _configuration(judged: Mapping[str, Any], assessed: Mapping[str, Any]) -> Configuration:
    gated = frozenset(assessed["counts_as_binding"])
    score = assessed["accounts"]["score"]
    standings = {
        finding["requirement"]: _standing(finding, gated=standard["id"] in gated)
        for standard in assessed["standards"]
        for finding in standard["findings"]
    }
    return Configuration(
        file=judged["file"],
        document=judged["document"],
        vehicle=assessed["vehicle"] or "",
        key=assessed["configuration"],
        as_of=assessed["as_of"],
        statement=assessed["statement"]["kind"],
        text=Text(**assessed["statement"]["text"]),
        score=(score["low"], score["high"]),
        standings=standings,
    )


def _standing(finding: Mapping[str, Any], *, gated: bool) -> Standing:
    decisive = [one for one in finding["members"] if one["outcome"] == finding["outcome"]]
    reasons = [reason for member in decisive for reason in member["reasons"]]
    waived = bool(finding["waiver"]) and finding["waiver"]["state"] == "active"
    return Standing(
        requirement=finding["requirement"],
        clause=", ".join(finding["clause"]),
        text=Text(**finding["text"]),
        verdict=finding["verdict"],
        waived=waived,
        level=_level(finding, waived=waived, gated=gated),
        digest=finding["digest"],
        why=_whys(reasons),
        place=next((_place(reason["place"]) for reason in reasons if reason["place"]), None),
        values={
            read["path"]: Value(read["value"], _place(read["place"]))
            for member in finding["members"]
            for read in member["reads"]
        },
    )


def _whys(reasons: Sequence[Mapping[str, Any]]) -> tuple[Why, ...]:
    """Return the reasons, each sentence once and with its first place."""
    places: dict[Text, Place | None] = {}
    for reason in reasons:
        text = Text(**reason["text"])
        places[text] = places.get(text) or _place(reason["place"])
    return tuple(Why(text, place) for text, place in places.items())


def _level(finding: Mapping[str, Any], *, waived: bool, gated: bool) -> str:
    """Return what a finding does to the statement for the vehicle, see `checker.assessment.statements`."""
    force = "binding" if gated else finding["force"]["kind"]
    if finding["obligation"] != "shall" or force not in ("binding", "not_known"):
        return "none"
    if finding["verdict"] in ("unknown", "review") or finding["switched_off"]:
        return "warning"
    if finding["verdict"] == "fail" and not waived:
        return "error" if force == "binding" else "warning"
    return "none"


def _place(place: Mapping[str, Any] | None) -> Place | None:
    return Place(place["file"], place["line"], place["column"]) if place else None
