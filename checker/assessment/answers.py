"""Answers of people that no requirement asked for."""

from collections.abc import Callable, Iterable, Iterator

from checker.model.finding import Reason
from checker.model.spec import VehicleSpec
from checker.model.standard import Standard
from checker.text import Text


def stray_answers(
    spec: VehicleSpec, standards: Iterable[Standard], resolve: Callable[[str], tuple[str, ...]]
) -> Iterator[Reason]:
    """Yield a note for each of the spec's `reviews` whose requirement is in no standard that was looked at.

    Where the standard exists and was not looked at, nobody can tell here, and nothing is said.
    """
    told = {note.place for note in spec.notes}
    known = {standard.id: [one.id for one in standard.requirements] for standard in standards}
    for key in spec.values.get("reviews", {}):
        standard = key.partition("/")[0]
        if key in known.get(standard, ()) or (standard not in known and resolve(standard)):
            continue
        note = _note(key, known.get(standard, ()), spec)
        if note.place not in told:
            yield note


def _note(key: str, known: Iterable[str], spec: VehicleSpec) -> Reason:
    from checker.schemas.did_you_mean import nearest  # noqa: PLC0415 - only for a mistake

    near = nearest(key, known)
    hint = Text(f"; did you mean '{near}'?", f"；是否应为“{near}”？") if near else Text("", "")
    row = spec.stated.get(f"reviews.{key}")
    return Reason(
        "requirement_unknown",
        Text(
            f"the answer to '{key}' counts for nothing: there is no such requirement{hint.en}",
            f"对“{key}”的人工结论不起作用：没有这条要求{hint.zh}",
        ),
        (f"reviews.{key}",),
        row.place if row else None,
    )
