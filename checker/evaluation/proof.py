"""How well values are known, and which of them count for what (masks)."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from checker.model.spec import BASES, Stated, VehicleSpec
from checker.model.standard import Proof
from checker.values.dates import add_months

#: What a vehicle is; nobody measures it, so no proof asks how well it is known, unless it is only assumed.
CLASSIFYING = frozenset(("vehicle.category",))
_RANK = {basis: rank for rank, basis in enumerate(BASES)}
Mask = Callable[[str], Literal["assumed", "weak", "old"] | None]


def assumed(spec: VehicleSpec) -> Mask:
    """Return the mask of conditions: a value that is only assumed does not count."""

    def mask(path: str) -> Literal["assumed", "weak", "old"] | None:
        row = spec.stated.get(path)
        return "assumed" if row is not None and row.basis == "assumed" else None

    return mask


def proof_mask(proof: Proof, spec: VehicleSpec, as_of: str) -> Mask:
    """Return the mask of values that are known too weakly, or too long ago, for this proof."""

    def mask(path: str) -> Literal["assumed", "weak", "old"] | None:
        row = spec.stated.get(path)
        if row is None:
            return "weak" if proof.basis else None
        if path in CLASSIFYING and row.basis != "assumed":
            return None
        if proof.basis and _RANK[row.basis] < _RANK[proof.basis]:
            return "weak"
        if proof.max_age_months is not None and too_old(
            known_on(row, spec.values), as_of, proof.max_age_months
        ):
            return "old"
        return None

    return mask


def too_old(date: str | None, as_of: str, months: int) -> bool:
    """Return whether something of this day is older than so many months; undated is too old."""
    return date is None or add_months(date, months) < as_of


def known_on(row: Stated, values: Mapping[str, Any]) -> str | None:
    """Return the ISO day from which a value is known; None where neither it nor its proof is dated."""
    return row.date or _date_of_refs(row.refs, values)


def _date_of_refs(refs: tuple[str, ...], values: Mapping[str, Any]) -> str | None:
    """Return the oldest date of the tests and documents that a value refers to."""
    dates = []
    for ref in refs:
        test, document = values.get("tests", {}).get(ref, {}), values.get("documents", {}).get(ref, {})
        dates.append(test.get("date") or document.get("issued"))
    return min(dates) if dates and all(dates) else None


def without_assumed(spec: VehicleSpec) -> Mapping[str, Any]:
    """Return the values as conditions read them: without those that are only assumed."""
    paths = spec.assumed
    if paths is None:
        rows = spec.stated.items()
        paths = tuple(path for path, row in rows if row.basis == "assumed" and row.status is None)
    if not paths:
        return spec.values
    values = dict(spec.values)
    for path in paths:
        *parents, last = path.split(".")
        here: dict[str, Any] | None = values
        for key in parents:
            inner = here.get(key) if here is not None else None
            copy = dict(inner) if isinstance(inner, dict) else None
            if here is not None and copy is not None:
                here[key] = copy
            here = copy
        if here is not None and not isinstance(here.get(last), dict):
            here.pop(last, None)
    return values
