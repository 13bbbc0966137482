"""Answers that people gave to what only a person can judge."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from checker.location import Place
from checker.model.finding import Read
from checker.model.spec import VehicleSpec
from checker.model.standard import Requirement
from checker.record import Record
from checker.sha256 import sha256


class Answer(Record):
    """What a person answered, and whether it still fits the requirement and the values."""

    verdict: Literal["conforms", "does_not_conform", "not_applicable"]
    current: bool
    by: str
    date: str
    place: Place | None
    stated: bool  # whether it states a digest
    wanted: str  # the digest of an answer that is current


def review_digest(requirement: Requirement, reads: Iterable[Read]) -> str:
    """Return the digest that ties an answer to a requirement's text and to the values it read.

    "sha256:" and 64 hexadecimal digits, over the requirement's own digest and the values by path.
    """
    import json  # noqa: PLC0415 - only where a person has answered

    values = {read.path: _plain(read.value) for read in reads}
    canonical = json.dumps([requirement.digest, values], sort_keys=True, ensure_ascii=False, default=str)
    return "sha256:" + sha256(canonical.encode()).hexdigest()


def answer_to(
    requirement: Requirement, digest: Callable[[], str], spec: VehicleSpec, *, trust: bool
) -> Answer | None:
    """Return the spec's answer to a requirement; ``trust`` takes one without digest as current.

    It states a digest for each configuration that it was given for.
    """
    answer: Mapping[str, Any] | None = spec.values.get("reviews", {}).get(requirement.id)
    if not isinstance(answer, Mapping) or "verdict" not in answer:
        return None
    wanted = digest()
    row = spec.stated.get(f"reviews.{requirement.id}")
    stated = answer.get("digest")
    return Answer(
        verdict=answer["verdict"],
        current=wanted in (stated or ()) or (trust and stated is None),
        by=str(answer.get("by", "")),
        date=str(answer.get("date", "")),
        place=row.place if row else None,
        stated=stated is not None,
        wanted=wanted,
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
