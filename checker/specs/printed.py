"""Standard numbers as people print them: to ids where they name one edition, else a note on near misses."""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from re import findall, fullmatch
from typing import Any

from checker.model.finding import Reason
from checker.model.spec import Stated
from checker.text import Text

#: A printed number, alias or id -> the ids of the editions that it fits.
StandardIds = Callable[[str], tuple[str, ...]]

#: section -> the keys of its members that hold printed numbers: a list of them, or one.
PRINTED: Mapping[str, tuple[str, ...]] = {
    "documents": ("covers", "standards"),
    "tests": ("covers",),
    "approvals": ("standard",),
}
_REQUIREMENT = r"([a-z0-9][a-z0-9-]*)/[a-z0-9-]+"


def resolve_printed(
    values: dict[str, Any],
    stated: Mapping[str, Stated],
    standard_ids: StandardIds,
    known: Callable[[], Iterable[str]],
) -> tuple[Reason, ...]:
    """Put ids in place of printed numbers in `values`; return a note for each near miss of a `known` one.

    A number that fits several editions ("UN R157") or none stays as printed: what it counts for is not
    decided here. A number that we have no rules for is no error, so a note is all that a near miss gets.
    """
    notes: list[Reason] = []

    def resolved(printed: str, path: str) -> str:
        ids = standard_ids(printed)
        if len(ids) == 1:
            return ids[0]
        requirement = fullmatch(_REQUIREMENT, printed)
        if not ids and not (requirement and standard_ids(requirement[1])):
            near = _near(printed, known)
            if near:
                notes.append(_note(printed, near, path, stated))
        return printed

    for section, key, owner in _holders(values):
        for name in PRINTED[section]:
            path = f"{section}.{key}.{name}"
            held = owner.get(name)
            if isinstance(held, str):
                owner[name] = resolved(held, path)
            elif held is not None:
                owner[name] = [resolved(item, f"{path}[{index}]") for index, item in enumerate(held)]
    for key in values.get("reviews", {}):
        resolved(key, f"reviews.{key}")
    return tuple(notes)


def _holders(values: Mapping[str, Any]) -> Iterable[tuple[str, str, dict[str, Any]]]:
    return ((section, key, item) for section in PRINTED for key, item in values.get(section, {}).items())


def _near(printed: str, known: Callable[[], Iterable[str]]) -> str | None:
    """Return the known number that somebody who printed this one may have meant."""
    letters, digits = _parts(printed)
    if not digits or len(digits[0]) < 2:
        return None
    for other in sorted(set(known())):
        its_letters, its_digits = _parts(other)
        if its_digits and _same_series(letters, its_letters) and _slip(digits, its_digits):
            return other
    return None


def _parts(printed: str) -> tuple[str, tuple[str, ...]]:
    head = printed.split("/", maxsplit=1)[0] if fullmatch(_REQUIREMENT, printed) else printed
    letters = "".join(findall(r"[a-z]+", head.lower().partition(" series")[0]))
    return letters, tuple(findall(r"[0-9]+", head))


def _same_series(one: str, other: str) -> bool:
    """GB and GB/T, R157 and UN R157: the one stands in the other."""
    short, long = sorted((one, other), key=len)
    return bool(short) and (long.startswith(short) or long.endswith(short))


def _slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether the numbers are equal but for the year, or the same digits in another order."""
    if one[0] == other[0]:
        return True
    return one[1:] == other[1:] and sorted(chain(one[0])) == sorted(chain(other[0]))


def _note(printed: str, near: str, path: str, stated: Mapping[str, Stated]) -> Reason:
    row = stated.get(path)
    return Reason(
        "standard_unknown",
        Text(
            f"{path}: no rules are known for '{printed}'; did you mean '{near}'?",
            f"{path}：没有“{printed}”的规则；是否应为“{near}”？",
        ),
        (path,),
        row.place if row else None,
    )
